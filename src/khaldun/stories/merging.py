"""Events in, happenings out: those that tell the same act are joined, the surest pairs first."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import combinations
from math import log

from khaldun.records import Event, Happening, stable_id
from khaldun.stories.gathering import gathered, in_order
from khaldun.stories.sameness import sameness
from khaldun.stories.telling import Telling, telling

ENOUGH = 3.6
"""Points from which two reports tell the same act (benchmarks/stories.py: the sum of B-cubed F1 and of right merges is best there)."""

CROWD = 400
"""Reports of one type, day and party that are compared each with each; of more, only those that share a second trait."""


def happenings(events: Sequence[Event]) -> tuple[Happening, ...]:
    """The happenings that `events` report, the earliest reported first, whatever the order of `events`.

    An event that has a `happening_id` keeps it: what was told apart before is not joined, what was joined is not parted.
    """
    groups = grouped(events)
    return tuple(sorted((gathered(name, found) for name, found in groups.items()), key=lambda h: (h.reports[0].published or "", h.id)))


def grouped(events: Iterable[Event]) -> dict[str, list[Event]]:
    """Events by the happening they report."""
    tellings = [telling(event) for event in sorted({event.id: event for event in events}.values(), key=lambda e: e.id)]
    clusters = _Clusters(tellings, rarities(tellings))
    for points, one, other in sorted(clusters.pairs(), key=lambda pair: (-pair[0], pair[1], pair[2])):
        if points >= ENOUGH:
            clusters.join(one, other)
    return {_name(members): members for members in clusters.members()}


def rarities(tellings: Sequence[Telling]) -> dict[str, float]:
    """What a word of a sentence weighs: less, the more of the reports have it."""
    counts = Counter(word for told in tellings for word in told.words)
    return {word: log((len(tellings) + 20) / (count + 2)) for word, count in counts.items()}


def _name(members: Sequence[Event]) -> str:
    """The id that a happening has already, else one from its first report."""
    known = min((event.happening_id for event in members if event.happening_id), default=None)
    return known or stable_id("happening", min(members, key=in_order).id)


class _Clusters:
    """Reports joined so far. A report belongs to the cluster of its root; those known to be of one happening start as one."""

    def __init__(self, tellings: Sequence[Telling], rarity: Mapping[str, float]) -> None:
        self._tellings, self._rarity = tellings, rarity
        self._of = list(range(len(tellings)))
        self._members: dict[int, list[int]] = {}
        self._known: dict[int, str] = {}
        self._points: dict[tuple[int, int], float | None] = {}
        roots: dict[str, int] = {}
        for index, told in enumerate(tellings):
            name = told.event.happening_id
            root = roots.setdefault(name, index) if name else index
            self._of[index] = root
            self._members.setdefault(root, []).append(index)
            if name:
                self._known[root] = name

    def members(self) -> Iterator[list[Event]]:
        """The events of each cluster."""
        for indices in self._members.values():
            yield [self._tellings[i].event for i in indices]

    def pairs(self) -> Iterator[tuple[float, int, int]]:
        """Pairs that may tell one act, with their points."""
        for one, other in _candidates(self._tellings):
            if self._apart(one, other) and (points := self._pair(one, other)) is not None:
                yield points, one, other

    def join(self, one: int, other: int) -> None:
        """Makes two clusters one, if no two of their reports contradict and all of them agree well enough on the whole."""
        first, second = self._of[one], self._of[other]
        if first == second or not self._apart(one, other):
            return
        points = [self._pair(a, b) for a in self._members[first] for b in self._members[second]]
        if None in points or sum(p for p in points if p is not None) < ENOUGH * len(points):
            return
        for index in self._members[second]:
            self._of[index] = first
        self._members[first] += self._members.pop(second)
        if second in self._known:
            self._known[first] = self._known.pop(second)

    def _apart(self, one: int, other: int) -> bool:
        """Whether two reports are in two clusters that may still be joined: not both known from before."""
        first, second = self._of[one], self._of[other]
        return first != second and not (first in self._known and second in self._known)

    def _pair(self, one: int, other: int) -> float | None:
        key = (one, other) if one < other else (other, one)
        if key not in self._points:
            self._points[key] = sameness(self._tellings[key[0]], self._tellings[key[1]], self._rarity)
        return self._points[key]


def _candidates(tellings: Sequence[Telling]) -> set[tuple[int, int]]:
    """Pairs of one type that share a trait: a party, a country, a place, or a rare word of their sentences."""
    sharing: dict[tuple[str, str], list[int]] = defaultdict(list)
    for index, told in enumerate(tellings):
        for trait in _traits(told):
            sharing[told.event.type, trait].append(index)
    return {pair for indices in sharing.values() if len(indices) <= CROWD for pair in _near(tellings, indices)}


def _traits(told: Telling) -> set[str]:
    """By what a report is found."""
    sides = (*told.actors, *told.recipients)
    whos = {value for side in sides for value in (side.actor_id, side.country) if value}
    place = {told.place.text.casefold()} if told.place else set()
    return whos | place | told.words


def _near(tellings: Sequence[Telling], indices: Sequence[int]) -> Iterator[tuple[int, int]]:
    """Those pairs of `indices` whose days meet."""
    dated = sorted((d.first, i) for i in indices if (d := tellings[i].days) is not None)
    for place, (_, one) in enumerate(dated):
        days = tellings[one].days
        assert days is not None
        for first, other in dated[place + 1 :]:
            if first > days.last:
                break
            yield min(one, other), max(one, other)
    undated = [i for i in indices if tellings[i].days is None]
    yield from combinations(undated, 2)
    yield from ((min(i, j), max(i, j)) for i in undated for _, j in dated)
