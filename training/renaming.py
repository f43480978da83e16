"""Names in each other's place: what is done is told by the sentence, not by whom it names.

A person's name gives way to another person's, a body's to that of a body of the same sector, a place's to another place's, each of as many
words, so that all positions stay. Countries are left: they enter the network under stand-ins (`khaldun.reading.countries`).
"""

from __future__ import annotations

import random
import string
from collections.abc import Sequence
from functools import cache

import msgspec

from khaldun.actors.gazetteer import shipped
from khaldun.reading.countries import named
from training.examples import Example

KINDS = ("PER", "ORG", "LOC")
Name = tuple[int, int, str]
Sort = tuple[str, str, int]  # kind, sector, number of words
Pool = dict[Sort, list[tuple[str, ...]]]
INVENTED = 0.25  # of the one-word names of bodies that are exchanged get new letters
STATES = frozenset("united states kingdom u.s. us uk u.k. eu european union saudi arabia north south korea zealand".split())


@cache
def sort_of(words: tuple[str, ...], kind: str) -> Sort | None:
    """What a name may be exchanged with; none for countries and what is not written as a name is."""
    if kind not in KINDS or any(named(w) or w.lower() in STATES for w in words) or not any(w[0].isupper() for w in words):
        return None
    sector = ""
    if kind == "ORG":
        known = shipped().named(" ".join(words).lower())
        sector = known[0].sectors[0] if known and known[0].sectors else ""
    return kind, sector, len(words)


def pool(examples: Sequence[Example], names: Sequence[Sequence[Name]]) -> Pool:
    """All names by what they may be exchanged with, each as often as it is written."""
    out: Pool = {}
    for x, found in zip(examples, names, strict=True):
        for a, b, kind in found:
            words = tuple(x.words[a:b])
            if sort := sort_of(words, kind):
                out.setdefault(sort, []).append(words)
    return out


def _other(sort: Sort, others: Pool, draw: random.Random) -> tuple[str, ...]:
    """A name of a sort; for a body of one word now and then letters that nobody has seen."""
    kind, _, length = sort
    if kind == "ORG" and length == 1 and draw.random() < INVENTED:
        return ("".join(draw.choices(string.ascii_uppercase, k=draw.randint(3, 5))),)
    return draw.choice(others[sort])


def renamed(x: Example, names: Sequence[Name], others: Pool, draw: random.Random, share: float = 0.6) -> Example:
    """The example with a share of its names exchanged, the same name everywhere for the same one."""
    given: dict[tuple[str, ...], tuple[str, ...]] = {}
    words = list(x.words)
    for a, b, kind in names:
        old = tuple(x.words[a:b])
        if old not in given:
            sort = sort_of(old, kind)
            given[old] = _other(sort, others, draw) if sort in others and draw.random() < share else old
        words[a:b] = given[old]
    return msgspec.structs.replace(x, words=words)
