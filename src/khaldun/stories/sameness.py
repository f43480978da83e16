"""Two reports in, how much speaks for their telling one act out: what they share, weighed; None where they contradict."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping, Sequence
from functools import cache
from importlib.resources import files
from itertools import product
from math import cos, hypot, radians

import msgspec

from khaldun.records import Place
from khaldun.stories.telling import Days, Party, Telling, stems

NEAR = 0.5
"""Degrees (about 50 km) within which two named places may be one: a town and the village beside it."""

APART = 10.0
"""A toll may rise tenfold from report to report, but no more."""

FALL = 0.7
"""A toll may be corrected downwards by less than a third."""

ROUGH = 4.0
"""Two counts of a crowd differ by up to this factor: police and organisers never agree."""

FEW = 4
"""Up to this, two equal figures are no great chance."""

UNLIKE = 0.2
"""Below this, two parties have next to nothing in common."""

Shared = dict[str, float]
"""What two reports share, by the names that sameness.toml weighs."""


class Rules(msgspec.Struct, frozen=True):
    """sameness.toml."""

    reciprocal: frozenset[str]
    wandering: frozenset[str]
    kin: tuple[frozenset[str], ...]
    stances: dict[str, str]
    weights: dict[str, float]


@cache
def rules() -> Rules:
    """The shipped rules."""
    return msgspec.convert(tomllib.loads(files("khaldun.stories").joinpath("sameness.toml").read_text("utf8")), Rules)


def sameness(one: Telling, other: Telling, rarity: Mapping[str, float]) -> float | None:
    """Log-odds that `one` and `other` tell the same act; None where they cannot. `rarity` weighs the words of sentences."""
    found = shared(one, other, rarity)
    weights = rules().weights
    return None if found is None else weights["always"] + sum(weights.get(name, 0.0) * value for name, value in found.items())


def shared(one: Telling, other: Telling, rarity: Mapping[str, float]) -> Shared | None:
    """What two reports share; None where they contradict each other."""
    if one.event.type != other.event.type or (one.event.status == "hypothetical") != (other.event.status == "hypothetical"):
        return None
    parts = (days(one, other), places(one.place, other.place), parties(one, other), figures(one, other))
    found: Shared = {}
    for part in parts:
        if part is None:
            return None
        found |= part
    found |= modes(one.event.mode, other.event.mode)
    found["words"] = overlap(one.words, other.words, rarity)
    found["article"] = float(one.event.article_id == other.event.article_id)
    found["story"] = float(one.event.story_id is not None and one.event.story_id == other.event.story_id)
    return found


def days(one: Telling, other: Telling) -> Shared | None:
    """Days that do not meet contradict; days that both texts give and that agree speak for one act."""
    first, second = one.days, other.days
    if first is None or second is None:
        return {"undated": 1.0}
    if first.first > second.last or second.first > first.last:
        return None
    gap = abs((one.published or 0) - (other.published or 0)) if one.published and other.published else 0
    if first.told and second.told:
        return {"same day": 1.0} if _length(first) == _length(second) == 1 else {"same days": 1.0}
    return {"one dated" if first.told or second.told else "none dated": 1.0, "days between reports": float(min(gap, 3))}


def _length(days: Days) -> int:
    return days.last - days.first + 1


def parties(one: Telling, other: Telling) -> Shared | None:
    """Both sides, in either order where the act is one that both do."""
    straight = _sides((one.actors, other.actors), (one.recipients, other.recipients))
    if one.event.type not in rules().reciprocal:
        return straight
    crossed = _sides((one.actors, other.recipients), (one.recipients, other.actors))
    return max((sides for sides in (straight, crossed) if sides is not None), key=lambda sides: sum(sides.values()), default=None)


def _sides(actors: tuple[Sequence[Party], Sequence[Party]], recipients: tuple[Sequence[Party], Sequence[Party]]) -> Shared | None:
    """How far either side is one; None where one contradicts."""
    found: Shared = {}
    for name, (ours, theirs) in (("actor", actors), ("recipient", recipients)):
        if ours and theirs:
            best = max(party(a, b) for a, b in product(ours, theirs))
            if best < 0:
                return None
            found[name] = best
            found[f"{name} unlike"] = float(best < UNLIKE)
    return found


def party(one: Party, other: Party) -> float:
    """How far two parties may be one: 1 for the same, 0 for all we know, -1 for two that are not."""
    if one.actor_id and one.actor_id == other.actor_id:
        return 1.0
    common = len(one.words & other.words) / max(1, min(len(one.words), len(other.words)))
    if one.country and other.country and one.country != other.country:
        return 0.5 * common if {one.country, other.country} & rules().wandering else -1.0
    if one.actor_id and other.actor_id and one.kind == other.kind != "country" and common < 0.5:
        return -1.0
    if one.country and other.country:
        return 0.4 + 0.2 * bool(one.sectors & other.sectors) + 0.3 * common
    return 0.8 * common


def places(one: Place | None, other: Place | None) -> Shared | None:
    """The same place, one within the other, or two that contradict."""
    if one is None or other is None:
        return {}
    if one.country and other.country and one.country != other.country:
        return None
    if _called(one) == _called(other) or (one.geonames_id is not None and one.geonames_id == other.geonames_id):
        return {"same country": 1.0} if one.precision == "country" else {"same place": 1.0}
    if {one.precision, other.precision} <= {"point", "city"} and not _near(one, other):
        return None
    if one.admin1 and other.admin1 and one.admin1 != other.admin1:
        return None
    return {} if stems(one.text) & stems(other.text) or "country" in (one.precision, other.precision) else {"other place": 1.0}


def _called(place: Place) -> str:
    return (place.name or place.text).casefold()


def _near(one: Place, other: Place) -> bool:
    """Whether two places lie so close that either may be named; without coordinates, whether one's name holds the other's."""
    if one.latitude is None or one.longitude is None or other.latitude is None or other.longitude is None:
        first, second = sorted((one.text.casefold(), other.text.casefold()), key=len)
        return first in second
    return hypot(one.latitude - other.latitude, (one.longitude - other.longitude) * cos(radians(one.latitude))) <= NEAR


def figures(one: Telling, other: Telling) -> Shared | None:
    """Figures that are equal speak for one act, the more if they are not small; a toll may rise with time, not fall."""
    if one.published is not None and other.published is not None and one.published > other.published:
        one, other = other, one
    ordered = one.published is not None and other.published is not None and one.published < other.published
    found: Shared = {}
    for name in one.figures.keys() & other.figures.keys():
        likeness = _figure(name, one.figures[name], other.figures[name], ordered)
        if likeness is None:
            return None
        found[likeness] = 1.0
    return found


def _figure(name: str, before: tuple[int | None, int | None], after: tuple[int | None, int | None], ordered: bool) -> str | None:
    """What one figure given twice says; `ordered` if `after` was published on a later day."""
    first, second = max(1, before[0] or before[1] or 0), max(1, after[0] or after[1] or 0)
    if first == second:
        return "same figure" if first > FEW else "same small figure"
    ratio = second / first
    if name == "size":
        return "other figure" if 1 / ROUGH <= ratio <= ROUGH else None
    if ordered and 1 < ratio <= APART:
        return "risen figure"
    return "other figure" if FALL <= ratio <= 1 / FALL or (not ordered and 1 / APART <= ratio <= APART) else None


def modes(one: Sequence[str], other: Sequence[str]) -> Shared:
    """The same mode speaks for one act, kin modes hardly against it."""
    if not one or not other:
        return {}
    if set(one) & set(other):
        return {"same mode": 1.0}
    return {"kin mode": 1.0} if any(a in kin and b in kin for kin in rules().kin for a, b in product(one, other)) else {"other mode": 1.0}


def overlap(one: frozenset[str], other: frozenset[str], rarity: Mapping[str, float]) -> float:
    """Share (0 to 1) of the lighter sentence's words, weighed by rarity, that the other has too."""
    common = sum(rarity.get(word, 1.0) for word in one & other)
    least = min(sum(rarity.get(word, 1.0) for word in words) for words in (one, other))
    return common / least if least else 0.0
