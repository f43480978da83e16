"""Pronouns: the nearest chain that agrees in number, gender and sort, subjects before others."""

from __future__ import annotations

from collections.abc import Iterator

from khaldun.actors.chains import Chain
from khaldun.actors.genders import likely
from khaldun.actors.mentions import PRONOUNS, Markable, governor
from khaldun.records import Sentence

REACH = {"he": 5, "she": 5, "it": 2, "they": 2}
# What speaks for a chain, tuned on our own prose: per sentence of distance, for a subject, a name, each mention, a hundred letters of
# nearness,
# for the subject of a clause that the pronoun is in; and against it: a first name of the other ending.
FARTHER, SUBJECT, NAMED, OFTEN, NEARER, UNLIKELY, COMMAND = 1.4, 0.15, 0.4, 0.05, 0.05, 0.4, 0.2
FREE = frozenset(("his", "her", "its", "their", "himself", "herself", "itself", "themselves"))
SORTS = {
    "he": {"person": 1.0},
    "she": {"person": 1.0},
    "it": {"body": 1.0, "country": 1.0, "thing": 0.5, "place": 0.2},
    "they": {"people": 0.75, "thing": 0.35, "body": 0.1, "country": -1.5, "person": -3.0},
}


def referent(mention: Markable, sentence: Sentence, chains: list[Chain], text: str) -> tuple[Chain, ...]:
    """Whom a pronoun means; nobody where no chain agrees. `text` is the sentence's own."""
    person = PRONOUNS[mention.head]
    if person == "who":
        return related(mention, sentence, chains, text)
    if person in ("i", "we"):
        return speaker(mention, sentence, chains)
    above = set(ancestors(mention.verb, sentence))
    scored = [(score, chain) for chain in chains if (score := agreement(mention, person, chain, above)) is not None]
    return (max(scored, key=lambda pair: pair[0])[1],) if scored else ()


def ancestors(at: int, sentence: Sentence) -> Iterator[int]:
    """A word and all that it depends on."""
    for _ in sentence.words:
        if at < 0:
            return
        yield at
        at = sentence.words[at].head


def agreement(mention: Markable, person: str, chain: Chain, above: set[int]) -> float | None:
    """How well a chain fits a pronoun.

    Nothing where it cannot be meant. `above` are the words that the pronoun depends on, up to the root.
    """
    liking = SORTS[person].get(chain.sort)
    distance = mention.sentence - chain.last
    if liking is None or distance > REACH[person] or (chain.gender and person in ("he", "she") and chain.gender != person):
        return None
    if (chain.plural and person in ("he", "she", "it")) or (person == "they" and chain.sort == "thing" and not chain.plural):
        return None
    if chain.seat and person == "it" and chain.subject:
        liking = 1.0
    if chain.verb == mention.verb >= 0 and distance == 0 and chain.subject and not mention.subject and mention.head not in FREE:
        return None
    if person in ("he", "she") and not chain.gender and chain.name and likely(chain.name.text) not in ("", person):
        liking -= UNLIKELY
    score = liking - FARTHER * distance + SUBJECT * chain.subject + NAMED * bool(chain.name) + OFTEN * min(chain.count, 5)
    if chain.subject and distance == 0 and chain.verb in above and person != "they":
        score += COMMAND
    return score + NEARER * (chain.place - mention.start) / 100


def related(mention: Markable, sentence: Sentence, chains: list[Chain], text: str) -> tuple[Chain, ...]:
    """Whom a "who" or "which" means: the noun that its clause belongs to, else what stands just before it."""
    words = [(text[word.start - sentence.start : word.end - sentence.start], word) for word in sentence.words]
    at = next((number for number, (_, word) in enumerate(words) if word.start == mention.start), 0)
    noun = governor(at, words)
    here = [chain for chain in chains if chain.last == mention.sentence and chain.place < mention.start and not chain.members]
    if noun:
        heads = [chain for chain in here if chain.place <= noun.start < chain.end]
        if heads:
            return (heads[-1],)
    near = [
        chain
        for chain in here
        if text[chain.end - sentence.start : mention.start - sentence.start].strip(" ,") in ("", "of", "to", "in", "from", "with")
    ]
    return (max(near, key=lambda chain: chain.place),) if near else ()


def speaker(mention: Markable, sentence: Sentence, chains: list[Chain]) -> tuple[Chain, ...]:
    """Who says "I" or "we" in a quotation: the source of the saying that holds it."""
    for saying in sentence.sayings:
        if any(span.start <= mention.start and mention.end <= span.end for span in saying.content):
            for source in saying.source:
                found = [chain for chain in chains if source.start <= chain.place < source.end]
                if found:
                    return (found[0],)
    return ()


def owner_of(mention: Markable, chains: list[Chain]) -> Chain | None:
    """The chain that the pronoun before a noun means: the one it was just given to."""
    return next((chain for chain in chains if chain.place == mention.start), None)
