"""Two reports in, how much speaks for their telling one act out: what they share, weighed; None where they contradict."""

from __future__ import annotations

import tomllib
from collections import Counter
from collections.abc import Sequence
from functools import cache
from importlib.resources import files
from itertools import product
from math import cos, hypot, log, radians

import msgspec

from khaldun.records import Place
from khaldun.stories.telling import FEW, LATE, Days, Party, Telling, stems

NEAR = 0.5
"""Degrees (about 50 km) within which two named places may be one: a town and the village beside it."""

APART = 10.0
"""A toll may rise tenfold from report to report, but no more."""

FALL = 0.6
"""A toll may be corrected downwards by two fifths."""

ROUGH = 4.0
"""Two counts of a crowd differ by up to this factor: police and organisers never agree."""

UNLIKE = 0.2
"""Below this, two parties have next to nothing in common."""

Shared = dict[str, float]
"""What two reports share, by the names that sameness.toml weighs."""


class Rarity:
    """What a word weighs: less, the more of the reports have it; 1 for an unknown one. What a report's words weigh together is kept."""

    def __init__(self, reports: Sequence[frozenset[str]] = ()) -> None:
        counts = Counter(word for words in reports for word in words)
        self._weights = {word: log((len(reports) + 20) / (count + 2)) for word, count in counts.items()}
        self._totals: dict[frozenset[str], float] = {}

    def sum(self, words: frozenset[str]) -> float:
        """What words weigh together."""
        return sum([self._weights.get(word, 1.0) for word in words])

    def total(self, words: frozenset[str]) -> float:
        """The same for a report's, which are asked for often."""
        if words not in self._totals:
            self._totals[words] = self.sum(words)
        return self._totals[words]


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


def sameness(one: Telling, other: Telling, rarity: Rarity) -> float | None:
    """Log-odds that `one` and `other` tell the same act; None where they cannot. `rarity` weighs the words of sentences."""
    found = shared(one, other, rarity)
    weights = rules().weights
    return None if found is None else weights["always"] + sum(weights.get(name, 0.0) * value for name, value in found.items())


def shared(one: Telling, other: Telling, rarity: Rarity) -> Shared | None:
    """What two reports share; None where they contradict each other."""
    if (one.event.status == "hypothetical") != (other.event.status == "hypothetical"):
        return None
    alike, within = one.event.type == other.event.type, one.event.article_id == other.event.article_id
    if not alike and (within or one.event.quad != other.event.quad):
        return None
    found: Shared = {} if alike else {"kin type": 1.0}
    for compared in (days, _places, figures, parties):
        part = compared(one, other)
        if part is None:
            return None
        found |= part
    found |= modes(one.event.mode, other.event.mode) if alike else {}
    found["words"] = overlap(one.words, other.words, rarity)
    found["around"] = 0.0 if within else overlap(one.around, other.around, rarity)
    found["usual"] = min(one.usual, other.usual)
    found["article"] = float(within)
    found["story"] = float(one.event.story_id is not None and one.event.story_id == other.event.story_id)
    return found


def days(one: Telling, other: Telling) -> Shared | None:
    """Days that do not meet contradict; days that both texts give and that agree speak for one act."""
    first, second = one.days, other.days
    if first is None or second is None:
        return {"undated": 1.0}
    apart = max(first.first - second.last, second.first - first.last)
    if apart > (first.night or second.night):
        return None
    if apart > 0:
        return {"night": 1.0}
    gap = abs((one.published or 0) - (other.published or 0)) if one.published and other.published else 0
    if first.told and second.told:
        return {"same day": 1.0} if _length(first) == _length(second) == 1 else {"same days": 1.0}
    vague = any(not days.told and one.event.status != "future" and _length(days) > LATE + 1 for days in (first, second))
    dated = "undated" if vague else "one dated" if first.told or second.told else "none dated"
    return {dated: 1.0, "days between reports": float(min(gap, 3))}


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
    if "place" in (one.kind, other.kind):
        return 0.4 * float(one.country is not None and one.country == other.country) + 0.4 * common
    if one.country and other.country and one.country != other.country:
        return 0.5 * common if {one.country, other.country} & rules().wandering else -1.0
    if one.actor_id and other.actor_id and one.kind == other.kind != "country" and common < 0.5:
        return -1.0
    if one.country and other.country:
        return 0.4 + 0.2 * bool(one.sectors & other.sectors) + 0.3 * common
    return 0.8 * common


def _places(one: Telling, other: Telling) -> Shared | None:
    """What the places say; one that is another event's contradicts nothing."""
    found = places(one.place, other.place)
    return {} if (one.lent or other.lent) and (found is None or "other place" in found) else found


def places(one: Place | None, other: Place | None) -> Shared | None:
    """The same place, one within the other, or two that contradict."""
    if one is None or other is None:
        return {}
    if one.text.casefold() == other.text.casefold():
        return {"same country": 1.0} if one.precision == "country" else {"same place": 1.0}
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
    """Figures that are equal speak for one act, the more if they are not small; a toll may rise with time, not fall.

    A number that both sentences name, in whatever place, speaks for one act too, and forgives a figure that does not agree.
    """
    if one.published is not None and other.published is not None and one.published > other.published:
        one, other = other, one
    ordered = one.published is not None and other.published is not None and one.published < other.published
    both = bool(one.numbers & other.numbers)
    found: Shared = {"same figure": 1.0} if both else {}
    for name in one.figures.keys() & other.figures.keys():
        likeness = _figure(name, one.figures[name], other.figures[name], ordered)
        if likeness is not None:
            found[likeness] = 1.0
        elif not both:
            return None
    return found


Ends = tuple[int | None, int | None]


def _figure(name: str, before: Ends, after: Ends, ordered: bool) -> str | None:
    """What one figure given twice says; `ordered` if `after` was published on a later day."""
    first, second = max(1, before[0] or before[1] or 0), max(1, after[0] or after[1] or 0)
    if first == second:
        return "same figure" if first > FEW else "same small figure"
    ratio = second / first
    if name == "size":
        least = before if first < second else after
        return "other figure" if 1 / ROUGH <= ratio <= ROUGH or least[1] is None else None
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


def overlap(one: frozenset[str], other: frozenset[str], rarity: Rarity) -> float:
    """Share (0 to 1) of the lighter words, weighed by rarity, that the other has too."""
    least = min(rarity.total(one), rarity.total(other))
    return rarity.sum(one & other) / least if least else 0.0
