"""Two reports in, how much speaks for their telling one act out: a sum of points, or None where they contradict each other.

The points are log-odds in spirit, set by hand and checked on benchmarks/data/stories (the part for developing).
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping, Sequence
from functools import cache
from importlib.resources import files
from itertools import product
from math import cos, hypot, radians

import msgspec

from khaldun.records import Place
from khaldun.stories.telling import Days, Party, Telling

SAME_STORY = 0.5
"""Points for standing in one story, or in one article."""

NEAR = 0.5
"""Degrees (about 50 km) within which two named places may be one: a town and the village beside it."""

APART = 10.0
"""A toll may rise tenfold from report to report, but no more."""

FALL = 0.7
"""A toll may be corrected downwards by less than a third."""

ROUGH = 4.0
"""Two counts of a crowd differ by up to this factor: police and organisers never agree."""


class Rules(msgspec.Struct, frozen=True):
    """sameness.toml."""

    reciprocal: frozenset[str]
    kin: tuple[frozenset[str], ...]
    stances: dict[str, str]


@cache
def rules() -> Rules:
    """The shipped rules."""
    return msgspec.convert(tomllib.loads(files("khaldun.stories").joinpath("sameness.toml").read_text("utf8")), Rules)


def sameness(one: Telling, other: Telling, rarity: Mapping[str, float]) -> float | None:
    """Points for `one` and `other` telling the same act; None where they cannot. `rarity` weighs the words of sentences."""
    if one.event.type != other.event.type or (one.event.status == "hypothetical") != (other.event.status == "hypothetical"):
        return None
    parts = (
        days(one.days, other.days),
        parties(one, other),
        places(one.place, other.place),
        figures(one, other),
        modes(one.event.mode, other.event.mode),
    )
    total = 0.0
    for points in parts:
        if points is None:
            return None
        total += points
    together = one.event.article_id == other.event.article_id or (
        one.event.story_id is not None and one.event.story_id == other.event.story_id
    )
    return total + 4 * overlap(one.words, other.words, rarity) + SAME_STORY * together


def days(one: Days | None, other: Days | None) -> float | None:
    """Days that do not meet contradict; days that both texts give and that agree speak for one act."""
    if one is None or other is None:
        return -0.5
    if one.first > other.last or other.first > one.last:
        return None
    if not (one.told and other.told):
        return 0.0
    return 1.5 if max(one.last - one.first, other.last - other.first) == 0 else 0.5


def parties(one: Telling, other: Telling) -> float | None:
    """Both sides, in either order where the act is one that both do."""
    straight = _sides((one.actors, other.actors), (one.recipients, other.recipients))
    if one.event.type not in rules().reciprocal:
        return straight
    crossed = _sides((one.actors, other.recipients), (one.recipients, other.actors))
    return max((p for p in (straight, crossed) if p is not None), default=None)


def _sides(*pairs: tuple[Sequence[Party], Sequence[Party]]) -> float | None:
    """Points of two sides; None where one contradicts."""
    total = 0.0
    for ours, theirs in pairs:
        if ours and theirs:
            best = max(party(a, b) for a, b in product(ours, theirs))
            if best < 0:
                return None
            total += best
    return total


def party(one: Party, other: Party) -> float:
    """How far two parties may be one: 2 for the same, 0 for all we know, -1 for two that are not."""
    if one.actor_id and one.actor_id == other.actor_id:
        return 2.0
    if one.country and other.country and one.country != other.country:
        return -1.0
    common = len(one.words & other.words) / max(1, min(len(one.words), len(other.words)))
    if one.actor_id and other.actor_id and one.kind == other.kind != "country" and common < 0.5:
        return -1.0
    if one.country and other.country:
        return 0.8 + 0.4 * bool(one.sectors & other.sectors) + 0.6 * common
    return 1.6 * common


def places(one: Place | None, other: Place | None) -> float | None:
    """The same place, one within the other, or two that contradict."""
    if one is None or other is None:
        return 0.0
    if one.country and other.country and one.country != other.country:
        return None
    names = [(place.name or place.text).casefold() for place in (one, other)]
    if names[0] == names[1] or (one.geonames_id is not None and one.geonames_id == other.geonames_id):
        return 0.3 if one.precision in ("country", "region") else 1.5
    if {one.precision, other.precision} <= {"point", "city"} and not _near(one, other):
        return None
    if one.admin1 and other.admin1 and one.admin1 != other.admin1:
        return None
    return 0.2


def _near(one: Place, other: Place) -> bool:
    """Whether two places lie so close that either may be named; without coordinates, whether one's name holds the other's."""
    if one.latitude is None or one.longitude is None or other.latitude is None or other.longitude is None:
        first, second = sorted((one.text.casefold(), other.text.casefold()), key=len)
        return first in second
    return hypot(one.latitude - other.latitude, (one.longitude - other.longitude) * cos(radians(one.latitude))) <= NEAR


def figures(one: Telling, other: Telling) -> float | None:
    """Figures that are equal speak for one act, the more the rarer; a toll may rise with time, not fall."""
    if one.published is not None and other.published is not None and one.published > other.published:
        one, other = other, one
    ordered = one.published is not None and other.published is not None and one.published < other.published
    total = 0.0
    for name in one.figures.keys() & other.figures.keys():
        points = _figure(name, one.figures[name], other.figures[name], ordered)
        if points is None:
            return None
        total += points
    return min(total, 2.0)


def _figure(name: str, before: tuple[int | None, int | None], after: tuple[int | None, int | None], ordered: bool) -> float | None:
    """Points of one figure given twice; `ordered` if `after` was published on a later day."""
    low, high = max(1, before[0] or before[1] or 0), max(1, after[0] or after[1] or 0)
    exact = before[0] == before[1] and after[0] == after[1]
    if low == high:
        return 1.5 if exact and low > 4 else 0.7
    ratio = high / low
    if name == "size":
        return 0.0 if 1 / ROUGH <= ratio <= ROUGH else None
    if not ordered and ratio < 1:
        ratio = 1 / ratio
    return 0.0 if FALL <= ratio <= APART else None


def modes(one: Sequence[str], other: Sequence[str]) -> float:
    """The same mode speaks for one act, kin modes do not speak against it."""
    if not one or not other:
        return 0.0
    if set(one) & set(other):
        return 0.5
    return -0.2 if any(a in kin and b in kin for kin in rules().kin for a, b in product(one, other)) else -2.0


def overlap(one: frozenset[str], other: frozenset[str], rarity: Mapping[str, float]) -> float:
    """Share (0 to 1) of the lighter sentence's words, weighed by rarity, that the other has too."""
    common = sum(rarity.get(word, 1.0) for word in one & other)
    least = min(sum(rarity.get(word, 1.0) for word in words) for words in (one, other))
    return common / least if least else 0.0
