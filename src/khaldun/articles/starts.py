"""Where the articles of a page begin: by headlines that come back, or that what follows takes up and what precedes does not."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from dataclasses import dataclass

from khaldun.articles.furniture import describes_picture
from khaldun.articles.lines import Line
from khaldun.articles.seams import seams
from khaldun.articles.topics import shared

_REACH = 16
_AHEAD = 14
_UNTITLED = 80


@dataclass(slots=True)
class Start:
    """The line at which an article begins, and the lines that are copies of its headline."""

    first: int
    copies: list[int]


def starts(lines: list[Line]) -> list[Start]:
    """The headlines of the page's articles in order."""
    repeated = _repeated(lines)
    taken = {number for start in repeated for number in start.copies}
    single = [number for number in range(len(lines)) if number not in taken and lines[number].headline]
    found = list(repeated)
    opening = _opening(lines, single, repeated)
    if opening is not None:
        found.append(Start(opening, [opening]))
    found.sort(key=lambda start: start.first)
    if _untitled(lines[: found[0].first if found else len(lines)]):
        found.insert(0, Start(0, []))
    ends = [*(start.first for start in found[1:]), len(lines)]
    for start, end in zip(tuple(found), ends, strict=False):
        further = seams(lines, start.copies[-1] + 1 if start.copies else start.first, end)
        found += [Start(seam.number, [seam.number] if seam.titled else []) for seam in further]
    return sorted(found, key=lambda start: start.first)


def _untitled(lines: list[Line]) -> bool:
    """Whether lines with no headline over them are an article none the less."""
    prose = [line for line in lines if line.prose]
    return len(prose) > 1 and sum(line.size for line in prose) >= _UNTITLED


def _repeated(lines: list[Line]) -> list[Start]:
    """Headlines with a copy near by. Captions come twice as well, but after a headline and before its body."""
    places: dict[str, list[int]] = defaultdict(list)
    for number, line in enumerate(lines):
        if line.kind is None and not line.label and 3 <= line.size <= 40:
            places[line.key].append(number)
    found: list[Start] = []
    free_from = 0
    for number, line in enumerate(lines):
        copies = _near_copies(places.get(line.key, []), number)
        if number < free_from or len(copies) < 2 or not _one_headline(lines, copies):
            continue
        if copies[1] == number + 1 and number and _is_title_before(lines, number, free_from):
            copies = [number - 1]
        found.append(Start(copies[0], copies))
        free_from = _first_body(lines, copies[-1] + 1, places)
    return found


def _near_copies(places: list[int], number: int) -> list[int]:
    return places[bisect_left(places, number) : bisect_right(places, number + _REACH)]


def _one_headline(lines: list[Line], copies: list[int]) -> bool:
    """Copies belong together while no body stands between them."""
    between = lines[copies[0] + 1 : copies[-1]]
    keys = [line.key for line in between]
    return sum(line.prose and keys.count(line.key) == 1 and line.size > 12 for line in between) <= 2 and _body_follows(lines, copies[-1])


def _body_follows(lines: list[Line], number: int) -> bool:
    ahead = lines[number + 1 : number + 1 + _AHEAD]
    return sum(line.prose for line in ahead) >= 2 or any(line.prose and line.size > 30 for line in ahead)


def _is_title_before(lines: list[Line], number: int, free_from: int) -> bool:
    """Whether a line that comes twice on the spot is the caption under the headline before it."""
    return (
        number - 1 >= free_from
        and lines[number - 1].headline
        and lines[number - 1].size >= 4
        and lines[number].gap <= 2
        and not (lines[number].gap and not lines[number + 1].gap)
    )


def _first_body(lines: list[Line], number: int, places: dict[str, list[int]]) -> int:
    """The first line from `number` on that is prose and stands there once."""
    while number < len(lines) and not (lines[number].prose and len(places.get(lines[number].key, ())) < 2):
        number += 1
    return number


def _opening(lines: list[Line], single: list[int], repeated: list[Start]) -> int | None:
    """The headline over the first body, where that has none that comes back."""
    first = next((number for number, line in enumerate(lines) if line.prose and line.size >= 8 and _prose_near(lines, number)), None)
    if first is None or any(start.first <= first + 2 for start in repeated):
        return None
    reach = [number for number in single if first - _REACH <= number < first]
    best = max(((_as_opening(lines, number, first), number) for number in reach), default=(0.0, -1))
    return best[1] if best[0] > 0.2 else None


def _prose_near(lines: list[Line], number: int) -> bool:
    return sum(line.prose for line in lines[number + 1 : number + 5]) >= 1 or number + 1 == len(lines) or lines[number].size > 40


def _as_opening(lines: list[Line], number: int, first: int) -> float:
    line = lines[number]
    signed = any(other.kind in ("credit", "timestamp") for other in lines[number + 1 : number + 4])
    alone = number == 0 and first == 1  # nothing but this line stands over the page's first paragraph
    score = _taken_up(lines, number, first) + 0.3 * (line.size >= 5 or alone) + 0.2 * signed - 0.03 * (first - number)
    return score - 0.4 * describes_picture(line.text)


def _taken_up(lines: list[Line], number: int, first: int) -> float:
    ahead = [line for line in lines[first : first + 10] if line.prose][:5]
    return shared(lines[number].stems, frozenset().union(*(line.stems for line in ahead)) if ahead else ())
