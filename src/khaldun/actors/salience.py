"""What speaks for a chain as what a pronoun or a definite phrase means: a mention and the chains before it in, rows of numbers out.

A row has three parts: what the mention is, what the chain is, and how the two stand to each other. The ranker's weights were trained
on exactly these columns in this order (`COLUMNS`); change one and `python -m training.reference` must be run anew.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from functools import cache

import numpy as np
from numpy.typing import NDArray

from khaldun.actors.chains import THINGS, Chain, is_plural, sort_of
from khaldun.actors.genders import likely
from khaldun.actors.mentions import COUNTS, OWNING, PRONOUNS, Markable
from khaldun.actors.roles import roles
from khaldun.records import Sentence, Span, Who

Floats = NDArray[np.float32]
SORTS = ("person", "body", "country", "place", "people", "thing")
KINDS = ("he", "she", "it", "they", "who", "one", "many", "several")
LANDS = frozenset(("country", "nation", "state", "kingdom", "republic", "homeland"))
PLACES = frozenset(
    ("city", "town", "village", "province", "region", "island", "territory", "district", "port", "islands", "peninsula", "enclave",
     "archipelago", "valley", "area", "capital", "state")
)  # fmt: skip
STATE = frozenset(("GOV", "LEG", "JUD", "MIL", "COP", "SPY"))
SELVES = frozenset(("himself", "herself", "itself", "themselves"))
SEVERAL = {"both": 2, "either": 2, "neither": 2, "each": 2, **COUNTS}
# The nouns that phrases of our own prose use most for somebody named before: each has its own column.
NOUNS = (
    "government", "authorities", "ministry", "president", "minister", "premier", "leader", "army", "military", "police", "court", "judges",
    "neighbour", "group", "movement", "party", "company", "firm", "agency", "union", "commission", "alliance", "parliament", "junta",
    "generals", "island", "city", "town", "region", "territory", "side", "sides", "country", "state", "men", "man", "woman", "family",
    "embassy", "spokesman", "counterpart", "host",
)  # fmt: skip
ABSTRACT = ("tion", "sion", "ment", "ness", "ity", "ance", "ence", "ing", "ship", "ism", "cy")
AGENTS = ("er", "or", "ist", "man", "woman", "ian", "ant", "ee", "aire")
# What a person would give each sort of chain for a pronoun, before anything else is known.
LIKING = {
    "he": {"person": 1.0},
    "she": {"person": 1.0},
    "it": {"body": 1.0, "country": 1.0, "thing": 0.5, "place": 0.2},
    "they": {"people": 0.75, "thing": 0.35, "body": 0.1, "country": -1.5},
}
# Against a chain, for each sentence of distance; for it, where it was a subject, is named, and for each mention.
FARTHER, SUBJECT, NAMED, OFTEN = 1.4, 0.15, 0.4, 0.05
# How many sentences back a pronoun looks; 98 in 100 of our own prose find theirs within four.
REACH = 8

MENTION = (
    *(f"mention {kind}" for kind in KINDS),
    *(f"mention sort {sort}" for sort in SORTS),
    "mention owned", "mention pointing", "mention possessive", "mention subject", "mention object", "mention oblique", "mention self",
    "mention quoted", "mention reported", "mention source", "mention first word", "mention expletive", "mention role noun", "mention land",
    "mention place noun", "mention capital", "mention organ", "mention with a name", "mention counted", "mention with modifiers",
    *(f"mention noun {noun}" for noun in NOUNS),
)  # fmt: skip
CHAIN = (
    *(f"chain sort {sort}" for sort in SORTS),
    "chain group", "chain plural", "chain he", "chain she", "chain named", "chain seat", "chain unknown", "chain count", "chain weight",
    "chain indefinite", "chain definite", "chain owned", "chain in the lead", "chain subject", "chain passive subject", "chain object",
    "chain oblique", "chain noun modifier", "chain possessive", "chain of the main clause", "chain last by name", "chain last by noun",
    "chain last by pronoun", "chain quoted", "chain role noun", "chain thing noun", "chain abstract noun", "chain agent noun",
    "chain only glimpsed", "chain speaks", "chain often subject",
)  # fmt: skip
PAIR = (
    "same sentence", "one sentence", "two sentences", "three or four sentences", "five to eight sentences", "more sentences",
    "letters between", "latest that fits", "second latest", "third latest", "fourth latest",
    "most spoken of", "second most spoken of", "how many fit", "same pronoun last", "same case", "subject of the nearest clause",
    "subject of a clause above", "argument of the same verb", "other gender likely", "same gender", "called so", "called otherwise",
    "other number", "same sort", "speaker of the quotation", "speaker of the report", "both in one quotation", "out of the quotation",
    "head among nouns", "head among words", "head in canonical name", "head is its head", "sectors in common", "same country",
    "other country", "modifier in common", "governs the clause", "just before", "as many as counted", "owner", "country of the owner",
    "same head sector", "near and subject", "last was main subject before", "seat of the country most spoken of",
    "most spoken of its sort", "latest of its sort", "in a list of as many", "how many others since", "plain score",
    "best by plain score", "second by plain score", "below the best by plain score",
)  # fmt: skip
COLUMNS = ("nobody", *MENTION, *CHAIN, *PAIR)


@dataclass(slots=True)
class Scene:
    """A sentence while its mentions are read: its number and text, and whether it began within quotation marks."""

    sentence: Sentence
    number: int
    text: str
    opened: bool = False

    def quoted(self, start: int) -> bool:
        """Whether what begins at an offset stands within quotation marks."""
        before = self.text[: start - self.sentence.start]
        straight = before.count('"') % 2 == 1
        curved = before.count("“") - before.count("”")
        return curved > 0 or (self.opened and curved == 0 and not straight) or (straight != self.opened and '"' in before)

    def ends_open(self) -> bool:
        """Whether the sentence ends within quotation marks that it does not close."""
        return self.quoted(self.sentence.end)

    def above(self, at: int) -> list[int]:
        """The words that a word depends on, nearest first."""
        found: list[int] = []
        words = self.sentence.words
        while 0 <= at < len(words) and words[at].head >= 0 and len(found) < 30:
            at = words[at].head
            found.append(at)
        return found

    def main(self, at: int) -> bool:
        """Whether a word is the root of the sentence."""
        return 0 <= at < len(self.sentence.words) and self.sentence.words[at].head < 0


def number_of(mention: Markable) -> int:
    """How many a mention says that it means: "both sides" 2, "the three governments" 3; 0 where it does not say."""
    return next((SEVERAL[word] for word in mention.text.lower().split()[:3] if word in SEVERAL), 0)


def counts(mention: Markable) -> bool:
    """Whether a phrase counts whom it means and takes them as known: "both sides", "the three governments", not "two men"."""
    definite = mention.lead in ("the", "these", "those", "all", "both", "either", "neither", "each", *OWNING)
    return (
        definite
        and number_of(mention) > 1
        and (is_plural(mention) or mention.head in SEVERAL or mention.lead in ("either", "neither", "each"))
    )


def kind_of(mention: Markable) -> str:
    """Which of `KINDS` a mention is."""
    if mention.kind == "pronoun" and mention.head in PRONOUNS:
        return PRONOUNS[mention.head]
    if counts(mention):
        return "several"
    return "many" if is_plural(mention) else "one"


def flags(values: tuple[str, ...], value: str) -> list[float]:
    """A one in the place of a value."""
    return [float(one == value) for one in values]


def mention_row(mention: Markable, scene: Scene, who: Who | None) -> list[float]:
    """The part of a row that says what the mention is. `who` is what the words of a noun phrase say by themselves."""
    role = roles().get(mention.head) if who else None
    sort = sort_of(mention, who) if who else ""
    case = mention.case
    inside = [saying for saying in scene.sentence.sayings if holds(saying.content, mention)]
    return [
        *flags(KINDS, kind_of(mention)),
        *flags(SORTS, sort),
        mention.lead in OWNING and who is not None,
        mention.lead in ("this", "that", "these", "those", "such"),
        case in ("nmod:poss", "det:poss"),
        mention.subject,
        case in ("obj", "iobj"),
        case.startswith(("obl", "nmod")) and case != "nmod:poss",
        mention.head in SELVES,
        scene.quoted(mention.start),
        bool(inside),
        any(holds(saying.source, mention) for saying in scene.sentence.sayings),
        mention.start - scene.sentence.start < 2,
        case == "expl",
        role is not None,
        mention.head in LANDS,
        mention.head in PLACES,
        mention.head == "capital",
        bool(role and set(role.sectors) & STATE),
        who is not None and any(word[0].isupper() for word in mention.text.split()[1:]),
        number_of(mention) > 0,
        who is not None and mention.text.count(" ") > 1,
        *flags(NOUNS, mention.head if who else ""),
    ]


def holds(spans: tuple[Span, ...], mention: Markable) -> bool:
    """Whether one of some spans holds a mention."""
    return any(span.start <= mention.start and mention.end <= span.end for span in spans)


@cache
def noun_flags(noun: str) -> tuple[bool, bool, bool, bool]:
    """Whether a noun says a role, a thing, an abstract, an agent."""
    role = roles().get(noun)
    known = role is not None and role.weight in ("role", "office", "weak", "kin")
    return known, noun in THINGS or noun[:-1] in THINGS, noun.endswith(ABSTRACT), noun.removesuffix("s").endswith(AGENTS)


def chain_row(chain: Chain) -> list[float]:
    """The part of a row that says what the chain is; kept with the chain until it is next spoken of."""
    if chain.row:
        return chain.row
    case, first = chain.case, chain.first.text.split(" ", 1)[0].lower()
    chain.row = [
        *flags(SORTS, chain.sort),
        bool(chain.members),
        chain.plural,
        chain.gender == "he",
        chain.gender == "she",
        chain.name is not None,
        chain.seat,
        chain.who.kind == "unknown",
        math.log1p(chain.count) / 2,
        math.log1p(chain.weight) / 2,
        first in ("a", "an", "some", "another"),
        first in ("the", "this", "these", "those", "both"),
        first in OWNING,
        chain.since == 0,
        case.startswith("nsubj"),
        case == "nsubj:pass",
        case in ("obj", "iobj"),
        case.startswith("obl"),
        case.startswith("nmod") and case != "nmod:poss",
        case == "nmod:poss",
        chain.main,
        chain.by == "name",
        chain.by == "noun",
        chain.by == "pronoun",
        chain.quoted,
        *noun_flags(chain.noun),
        chain.last < 0,
        min(chain.said, 3) / 3,
        min(chain.subjects, 4) / 4,
    ]
    return chain.row


class Field:
    """The chains that a mention may mean, in the order in which they were last spoken of, latest first."""

    def __init__(self, mention: Markable, scene: Scene, chains: list[Chain], who: Who | None, owner: Chain | None) -> None:
        self.mention, self.scene, self.who, self.owner = mention, scene, who, owner
        self.kind = kind_of(mention)
        self.plural = self.kind in ("they", "many", "several")
        self.sort = sort_of(mention, who) if who else ""
        self.role = roles().get(mention.head) if who else None
        self.sectors = set(who.sectors) | set(self.role.sectors if self.role else ()) if who else set()
        self.country = who.country if who else None
        self.words = {word.lower() for word in mention.text.replace("-", " ").split()[1:-1]} if who else set()
        self.above = scene.above(mention.at)
        self.clause = next((at for at in self.above if scene.sentence.words[at].upos in ("VERB", "AUX")), -1)
        self.quoted = scene.quoted(mention.start)
        self.number = number_of(mention)
        fit = POSSIBLE.get(self.kind, Field.described)
        self.chains = sorted((c for c in chains if not self.within(c) and fit(self, c)), key=lambda c: (-c.last, -c.place))[:32]

    def within(self, chain: Chain) -> bool:
        """Whether a chain was last spoken of in the very words of the mention, or after them."""
        return chain.last == self.mention.sentence and chain.place >= self.mention.start

    def person(self, chain: Chain) -> bool:
        """Whether "he" or "she" may mean a chain."""
        near = self.mention.sentence - chain.last <= REACH
        return near and chain.sort in ("person", "thing") and not chain.plural and chain.gender in ("", self.kind)

    def single(self, chain: Chain) -> bool:
        """Whether "it" may mean a chain."""
        near = self.mention.sentence - chain.last <= REACH
        return near and chain.sort not in ("person", "people") and (not chain.plural or chain.sort == "country") and not chain.members

    def those(self, chain: Chain) -> bool:
        """Whether "they" may mean a chain."""
        near = self.mention.sentence - chain.last <= REACH
        return near and (chain.plural or bool(chain.members) or chain.sort in ("body", "country"))

    def clause_owner(self, chain: Chain) -> bool:
        """Whether "who" or "which" may mean a chain."""
        return chain.last == self.mention.sentence and not chain.members

    def listed(self, chain: Chain) -> bool:
        """Whether "both sides" or "the three governments" may mean a chain or count it in."""
        near = self.mention.sentence - chain.seen <= REACH
        if chain.members:
            return near and len(chain.members) == self.number
        return near and ((chain.sort not in ("thing", "people") and not chain.plural) or (chain.plural and chain.last >= 0))

    def described(self, chain: Chain) -> bool:
        """Whether a definite phrase may mean a chain."""
        mention, distance = self.mention, self.mention.sentence - chain.last
        if chain.members and not self.plural:
            return False
        if mention.head in chain.heads or mention.head in chain.words:
            return True
        if chain.sort == "country":
            return mention.head in LANDS or mention.head in PLACES or bool(self.sectors & STATE) or mention.lead in OWNING
        if mention.head in PLACES:
            return chain.sort == "place" and distance <= 20
        if self.sectors & set(chain.who.sectors) and chain.sort in ("body", self.sort) and chain.name:
            return True
        return distance <= 6 and chain.sort == self.sort and chain.plural == (self.sort == "people" or self.plural)

    def rows(self) -> Floats:
        """One row for each chain, and a last one for nobody."""
        now = self.mention.sentence
        countries = [c for c in self.chains if c.sort == "country"]
        self.land = max(countries, key=lambda c: prominence(now, c)).who.country if countries else None
        self.firsts: dict[str, int] = {}
        self.mosts: dict[str, tuple[float, int]] = {}
        for c in self.chains:
            self.firsts.setdefault(c.sort, id(c))
            self.mosts[c.sort] = max(self.mosts.get(c.sort, (-999.0, 0)), (prominence(now, c), id(c)))
        self.scores = {id(c): self.plain(c) for c in self.chains}
        self.ranked = sorted(self.scores.values(), reverse=True)
        fits = [c for c in self.chains if self.agrees(c)]
        order = {id(chain): rank for rank, chain in enumerate(fits)}
        spoken = sorted(fits, key=lambda c: -prominence(now, c))[:2]
        leading = {id(chain): rank for rank, chain in enumerate(spoken)}
        share = min(len(fits), 8) / 8
        rows = np.zeros((len(self.chains) + 1, len(COLUMNS)), np.float32)
        rows[:, 1 : 1 + len(MENTION)] = mention_row(self.mention, self.scene, self.who)
        for at, chain in enumerate(self.chains):
            rows[at, 1 + len(MENTION) : -len(PAIR)] = chain_row(chain)
            rows[at, -len(PAIR) :] = self.pair(chain, at, order.get(id(chain), 9), leading.get(id(chain), 9), share)
        rows[-1, 0] = 1
        rows[-1, COLUMNS.index("how many fit")] = share
        return rows

    def agrees(self, chain: Chain) -> bool:
        """Whether number, gender and, for a phrase, its noun speak for a chain rather than against it."""
        if self.kind in ("he", "she"):
            return chain.sort == "person" and (chain.gender or chain.called) in ("", self.kind)
        if self.kind == "it":
            return chain.sort in ("body", "country")
        if self.kind == "they":
            return chain.plural or bool(chain.members)
        if self.kind in ("one", "many"):
            return self.mention.head in chain.heads or self.mention.head in chain.words or chain.sort == self.sort
        return True

    def plain(self, chain: Chain) -> float:
        """What a few rules of thumb give a chain: a pronoun wants the nearest of its sort, a phrase who was called so before."""
        mention, distance = self.mention, self.mention.sentence - chain.last
        if self.kind in LIKING:
            score = LIKING[self.kind].get(chain.sort, -1.0) - FARTHER * min(distance, 4) + SUBJECT * chain.subject
            own = distance == 0 and chain.subject and chain.under in self.above and self.kind != "they"
            return score + NAMED * bool(chain.name) + OFTEN * min(chain.count, 5) + 0.2 * own - (mention.start - chain.place) / 2000
        near = 1 - min(distance, 48) / 48
        if mention.head in LANDS or self.kind == "several":
            return prominence(mention.sentence, chain) if chain.sort == "country" or self.kind == "several" else -2.0
        if mention.head in chain.heads or mention.head in chain.words or mention.head in (chain.who.name or "").lower().split():
            return 3 + near
        if mention.head in PLACES:
            return near + (chain.sort == "place")
        if chain.sort == "body" and self.sectors & set(chain.who.sectors):
            return 1 + near
        return near - 1 + 0.5 * (chain.sort == self.sort)

    def pair(self, chain: Chain, at: int, order: int, leading: int, share: float) -> list[float]:
        """The part of a row that says how mention and chain stand to each other."""
        mention, scene = self.mention, self.scene
        distance = mention.sentence - chain.last
        here = distance == 0
        source = direct = False
        for saying in scene.sentence.sayings:
            if holds(saying.content, mention) and any(span.start <= chain.place < span.end for span in saying.source) and here:
                source, direct = True, self.quoted
        subject = chain.case.startswith("nsubj")
        canonical = (chain.who.name or "").lower().split() if self.who else []
        heads = chain.heads | chain.words
        score = self.scores[id(chain)]
        return [
            here, distance == 1, distance == 2, 3 <= distance <= 4, 5 <= distance <= 8, distance > 8,
            min(mention.start - chain.place, 600) / 300,
            order == 0, order == 1, order == 2, order == 3, leading == 0, leading == 1, share,
            chain.by == "pronoun" and chain.noun_last == self.kind,
            bool(chain.case) and chain.case == mention.case,
            here and subject and chain.under == self.clause >= 0,
            here and subject and chain.under in self.above,
            here and chain.under == mention.under >= 0 and mention.case != "nmod:poss",
            self.misnamed(chain),
            chain.gender == self.kind,
            chain.called == self.kind and not chain.gender,
            bool(chain.called) and not chain.gender and self.kind in ("he", "she") and chain.called != self.kind,
            chain.plural != self.plural and not chain.members,
            chain.sort == self.sort,
            direct, source and not direct, self.quoted and chain.quoted and distance <= 1, self.quoted and not chain.quoted,
            mention.head in chain.heads, mention.head in chain.words, mention.head in canonical, mention.head == chain.noun,
            bool(self.sectors & set(chain.who.sectors)),
            bool(self.country) and self.country == chain.who.country,
            bool(self.country and chain.who.country) and self.country != chain.who.country,
            bool(self.words & heads),
            self.kind == "who" and chain.at >= 0 and self.governor == chain.at,
            self.kind == "who" and order == 0,
            bool(self.number) and len(chain.members) == self.number,
            chain is self.owner,
            self.owner is not None and chain is not self.owner and chain.sort == "country" and chain.who.country == self.owner.who.country,
            bool(self.role and self.sectors and self.sectors == set(chain.who.sectors)),
            distance <= 1 and subject,
            distance == 1 and subject and chain.main,
            chain.seat and chain.who.country == self.land,
            self.mosts[chain.sort][1] == id(chain),
            self.firsts[chain.sort] == id(chain),
            bool(self.number) and chain.listed == self.number,
            min(at, 12) / 12,
            score / 2, score == self.ranked[0], score in self.ranked[1:2], min(self.ranked[0] - score, 4.0) / 2,
        ]  # fmt: skip

    def misnamed(self, chain: Chain) -> bool:
        """Whether the ending of a first name that no list knows speaks against "he" or "she"."""
        if self.kind not in ("he", "she") or chain.gender or chain.name is None:
            return False
        return likely(chain.name.text) not in ("", self.kind)

    @property
    def governor(self) -> int:
        """The noun that the relative clause around a mention belongs to."""
        words = self.scene.sentence.words
        at = self.mention.at
        for _ in range(6):
            if not 0 <= at < len(words):
                return -1
            if "relcl" in words[at].rel:
                return words[at].head
            at = words[at].head
        return -1


POSSIBLE = {
    "he": Field.person, "she": Field.person, "it": Field.single, "they": Field.those, "who": Field.clause_owner, "several": Field.listed,
}  # fmt: skip


def prominence(sentence: int, chain: Chain) -> float:
    """How much an article is about a chain at a sentence: by how often and how lately it was spoken of."""
    return 1.2 * math.log(1 + chain.weight) - 0.35 * (sentence - chain.seen)
