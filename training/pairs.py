"""Given-pair questions: what does the actor do to the recipient? Lines written for them, and those that annotated events answer.

Their labels follow the sense of the CAMEO roots (`corpus/relations/GUIDE.md`), a little off the types of whole events; events on which
the two differ ask no question.
"""

from __future__ import annotations

import hashlib
import random
from collections.abc import Sequence
from pathlib import Path

from khaldun.evaluate.relation import spans
from khaldun.ontology import ontology
from khaldun.reading.words import words
from training import labels
from training.examples import Anchored, Example, Pair, WordSpan, to_words

FOLDER = Path(__file__).parent / "corpus" / "relations"
HOSTILE = ("ASSAULT", "COERCE", "PROTEST", "SANCTION", "MOBILIZE")  # announced for later they are threats
# whole events and pairs part here: sanctions and embargoes, convictions, deals made, ground and goods taken, houses pulled down
UNLIKE = {("SANCTION", "discontinue"), ("SANCTION", None), ("COERCE", "seize"), ("ASSAULT", "destroy"), ("THREATEN", "arrest")}
MADE = frozenset("deal deals agreement agreements pact treaty accord memorandum sign signs signed signing".split())


def lines(held_out: bool) -> list[Pair]:
    """The lines of `corpus/relations`; a fifth of them, by the hash of the plain sentence, is held out."""
    out = []
    for file in sorted(FOLDER.glob("*.tsv")):
        for number, row in enumerate(file.read_text("utf8").splitlines(), 1):
            kind, _, marked = row.partition("\t")
            text, marks = spans(marked)
            if kind not in labels.PAIRS[1:] or "s" not in marks:
                raise ValueError(f"{file.name}:{number}: no known type, or no actor marked: {row!r}")
            if is_held_out(text) == held_out:
                places = words(text)
                actor, recipient = (to_words(places, *marks[key]) if key in marks else (0, 0) for key in "st")
                if actor is not None and recipient is not None:
                    out.append(Pair([text[a:b] for a, b in places], [0] * len(places), actor, recipient, kind))
    return out


def is_held_out(text: str) -> bool:
    """Whether a sentence is among the fifth that is never trained on."""
    return int(hashlib.sha256(text.encode("utf8")).hexdigest(), 16) % 5 == 0


def answer(act: Anchored, words: Sequence[str]) -> str | None:
    """The label between the sides of an annotated event; none where the two ways of coding differ or the act did not happen."""
    if act.status in ("negated", "hypothetical") or (act.type, act.mode) in UNLIKE or act.type == "CONCEDE":
        return None  # a concession may be one announced (AGREE here), made (YIELD) or spoken (an apology: SUPPORT)
    if act.type == "AGREE" and any(words[i].lower() in MADE for a, b in act.roles["trigger"] for i in range(a, b)):
        return None
    if (act.type, act.mode) == ("SANCTION", "convict"):
        return "ACCUSE"
    if act.status == "future" and act.type in HOSTILE:
        return "THREATEN"
    if act.status == "future" and act.type == "RETREAT":
        return "AGREE"
    return ontology().types[act.type].plv or act.type


def _overlap(a: WordSpan, b: WordSpan) -> bool:
    return a[0] < b[1] and b[0] < a[1]


def of_example(x: Example, draw: random.Random, nothing: float = 0.2) -> list[Pair]:
    """Pairs of every event with both sides, both orders of reciprocal ones, and some pairs between which nothing happens."""
    answers: dict[tuple[WordSpan, WordSpan], str | None] = {}
    parties: set[WordSpan] = set()
    for act in x.acts or []:
        actors, recipients = act.roles.get("actor", []), act.roles.get("recipient", [])
        parties.update(actors, recipients)
        for a in actors[:3]:
            for b in (recipients or actors)[:3]:
                if not _overlap(a, b):
                    answers.setdefault((a, b), answer(act, x.words))
    out = [Pair(x.words, x.sentence, a, b, kind) for (a, b), kind in answers.items() if kind]
    for a, b in [(b, a) for a, b in answers] + [(a, b) for a in sorted(parties) for b in sorted(parties) if a != b]:
        if (a, b) not in answers and not _overlap(a, b) and draw.random() < nothing:
            answers[a, b] = ""
            out.append(Pair(x.words, x.sentence, a, b, ""))
    return out


def of_examples(examples: Sequence[Example], draw: random.Random) -> list[Pair]:
    """Questions of all examples, those longer than a sentence of the usual length included."""
    return [pair for x in examples if x.acts for pair in of_example(x, draw)]
