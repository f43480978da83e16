"""Where the articles of a page begin: by headlines that come back, or that what follows takes up and what precedes does not."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import defaultdict
from dataclasses import dataclass

from khaldun.articles.furniture import describes_picture
from khaldun.articles.lines import Line
from khaldun.articles.topics import shared

_INNER_END = re.compile(r"[.!?]\s+[A-Z]")
_REACH = 16
_AHEAD = 14
_MEMORY = 200
_THRESHOLD = 2.3
_HEADSTART = 1.0


@dataclass(slots=True)
class Start:
    """A headline: the numbers of the lines that are its copies."""

    copies: list[int]

    @property
    def first(self) -> int:
        """The line at which the article begins."""
        return self.copies[0]


def starts(lines: list[Line]) -> list[Start]:
    """The headlines of the page's articles in order."""
    repeated = _repeated(lines)
    taken = {number for start in repeated for number in start.copies}
    single = [number for number in range(len(lines)) if number not in taken and lines[number].headline]
    found = list(repeated)
    opening = _opening(lines, single, repeated)
    if opening is not None:
        found.append(Start([opening]))
    found.sort(key=lambda start: start.first)
    for group in _groups(lines, single):
        scored = [(_score(lines, number, found), number) for number in group if number != opening]
        best = max((score for score, _ in scored), default=0.0)
        if best >= _THRESHOLD:
            number = next(number for score, number in scored if score >= max(_THRESHOLD, best - _HEADSTART))
            found.append(Start([number]))
            found.sort(key=lambda start: start.first)
    return found


def _groups(lines: list[Line], single: list[int]) -> list[list[int]]:
    """Candidates with no prose between them: at most one of them begins an article."""
    groups: list[list[int]] = []
    for number in single:
        if groups and not any(line.prose for line in lines[groups[-1][-1] + 1 : number + 1]):
            groups[-1].append(number)
        else:
            groups.append([number])
    return groups


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
        found.append(Start(copies))
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


def _score(lines: list[Line], number: int, found: list[Start]) -> float:
    """How much says that a headline that stands once begins an article: layout, and what the text around it is about."""
    before = max((start.copies[-1] for start in found if start.first < number), default=-1)
    after = min((start.first for start in found if start.first > number), default=len(lines))
    if any(start.first <= number <= start.copies[-1] for start in found):
        return 0.0
    first = next((other for other in range(number + 1, min(number + _AHEAD, after)) if lines[other].prose), None)
    if first is None:
        return 0.0
    past = [line for line in lines[max(before + 1, number - _MEMORY) : number] if line.prose]
    if not past or _invites(lines, first):
        return 0.0
    ahead = [line for line in lines[first : min(first + 20, after)] if line.prose][:8]
    return _evidence(lines, number, first, past, ahead)


def _invites(lines: list[Line], first: int) -> bool:
    """Whether a cut line with no more prose behind it makes the headline a teaser's."""
    return lines[first].cut and lines[first].size <= 50 and not any(line.prose for line in lines[first + 1 : first + 2])


def _evidence(lines: list[Line], number: int, first: int, past: list[Line], ahead: list[Line]) -> float:
    line = lines[number]
    old = frozenset().union(*(other.stems for other in past))
    new = frozenset().union(*(other.stems for other in ahead))
    between = lines[number + 1 : first]
    kinds = [other.kind for other in lines[number + 1 : _end_of_head(lines, number, first)]]
    usual = max(min(other.gap for other in past), 1)
    score = 2.0 * shared(line.stems, new) - 1.5 * shared(line.stems, old)
    score += 1.2 * (1 - min(1.0, 4 * shared(new, old)))
    score += 1.0 * (line.gap >= 3 and line.gap > usual)
    score += 1.2 * ("credit" in kinds or "timestamp" in kinds)
    score += 1.2 * (line.gap > 0 and lines[number + 1].gap == 0)
    score += 0.8 * (kinds[:1] == ["caption"])
    score += 0.5 * (number > 0 and not lines[number - 1].prose)
    score -= min(1.2, 0.6 * sum(other.headline and shared(other.stems, new) < 0.5 for other in between))
    score -= 1.0 * (line.text[0] in '“"' and line.text[-1] in '”"')
    score -= 0.3 * max(0, 6 - line.size)
    score -= 0.4 * (line.gap == 0 and not any(kinds))
    score -= 2.0 * (sum(other.size for other in past) < 60 or len(past) < 2)
    score -= 0.5 * (len(_INNER_END.findall(line.text)) > 1)
    score -= 0.4 * (line.gap == 1 and usual == 1 and not between and lines[number - 1].prose)
    return score


def _end_of_head(lines: list[Line], number: int, first: int) -> int:
    """Where the head of an article ends: a caption in the form of a sentence may stand between headline and byline."""
    caption = lines[first].size <= 25 and first + 1 < len(lines) and lines[first + 1].kind is not None
    return first + 4 if caption else max(first, number + 1)
