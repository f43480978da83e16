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

ENOUGH = 0.0
"""Log-odds from which two reports tell the same act."""

CROWD = 300
"""Reports of one type that share a party or a place in one block of days and are compared each with each."""

RARE = 40
"""Reports that share a word and are compared for its sake: a word that more share tells little."""

BLOCK = 4
"""Days in a block: most acts are dated within one."""

BLOCKS = 8
"""Blocks in which a report is sought; an act that is dated to a year is compared in the first month of it."""


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
    """Pairs of one type and block of days that share a trait: a party, a country, a place, or a word of their sentences."""
    parties: dict[tuple[str, str, int | None], list[int]] = defaultdict(list)
    words: dict[tuple[str, str, int | None], list[int]] = defaultdict(list)
    for index, told in enumerate(tellings):
        for block in _blocks(told):
            for trait in _parties(told):
                parties[told.event.type, trait, block].append(index)
            for word in told.words:
                words[told.event.type, word, block].append(index)
    found = [indices for indices in parties.values() if len(indices) <= CROWD] + [
        indices for indices in words.values() if len(indices) <= RARE
    ]
    return {pair for indices in found for pair in combinations(indices, 2)}


def _blocks(told: Telling) -> Iterable[int | None]:
    """The blocks of days in which an act may lie; those of unknown day are among themselves."""
    if told.days is None:
        return (None,)
    return range(told.days.first // BLOCK, told.days.last // BLOCK + 1)[:BLOCKS]


def _parties(told: Telling) -> set[str]:
    """Parties, their countries, and the place, by which a report is found."""
    sides = (*told.actors, *told.recipients)
    whos = {value for side in sides for value in (side.actor_id, side.country) if value}
    return whos | ({told.place.text.casefold()} if told.place else set())
