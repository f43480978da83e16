"""What of an article's stretch of lines is its body: prose, subheads and lists; captions, prompts, links and copies are not."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from khaldun.articles.furniture import describes_picture, inside
from khaldun.articles.lines import Line
from khaldun.articles.topics import shared
from khaldun.records import FurnitureKind

_LONGEST_CAPTION = 48
_LONGEST_COMMENT = 80


@dataclass(slots=True)
class Sorted:
    """The lines of a stretch: those of the body, and the furniture with its kinds."""

    body: list[Line]
    furniture: list[tuple[Line, FurnitureKind]]


def sort_lines(lines: list[Line], heading: frozenset[str]) -> Sorted:
    """Tell the body of an article from the rest of its lines; `heading` are the stems of its headline."""
    copies = Counter(line.key for line in lines)
    prose = [number for number, line in enumerate(lines) if line.prose]
    usual = _usual_gap(lines, prose)
    kinds: list[FurnitureKind | None] = [None] * len(lines)
    _mark_own_words(lines, kinds)
    _mark_copies(lines, kinds, copies)
    _mark_questions(lines, kinds)
    _mark_comments(lines, kinds)
    _mark_strangers(lines, kinds, heading)
    _mark_captions(lines, kinds, usual, heading)
    _mark_teasers(lines, kinds)
    if not any(kinds[number] is None for number in prose):
        _restore(lines, kinds, prose)
    body = [number for number in prose if kinds[number] is None]
    topic = heading.union(*(lines[number].stems for number in body))
    _mark_between(lines, kinds, body, usual, topic)
    inside = [line for line, kind in zip(lines, kinds, strict=True) if kind is None]
    return Sorted(inside, [(line, kind) for line, kind in zip(lines, kinds, strict=True) if kind is not None])


def _usual_gap(lines: list[Line], prose: list[int]) -> int:
    """The line ends between two paragraphs, as most of them have it."""
    gaps = Counter(min(lines[number].gap, 2) for number in prose if number and lines[number - 1].prose)
    return gaps.most_common(1)[0][0] if gaps else 1


def _mark_own_words(lines: list[Line], kinds: list[FurnitureKind | None]) -> None:
    for number, line in enumerate(lines):
        kinds[number] = line.kind if line.kind is not None else "related" if line.label else None


def _mark_copies(lines: list[Line], kinds: list[FurnitureKind | None], copies: Counter[str]) -> None:
    """Before the body, lines that come twice are captions; within it, the first copy stays."""
    seen: set[str] = set()
    begun = False
    for number, line in enumerate(lines):
        twice = copies[line.key] > 1 and line.size >= 3
        if kinds[number] is None and twice and (not begun or line.key in seen):
            kinds[number] = "repeat" if begun else "caption"
        begun = begun or (line.prose and not twice)
        seen.add(line.key)


def _restore(lines: list[Line], kinds: list[FurnitureKind | None], prose: list[int]) -> None:
    """Where all prose comes twice, its first copies are the body."""
    seen: set[str] = set()
    for number in prose:
        if lines[number].key not in seen:
            kinds[number] = None
            seen.add(lines[number].key)


def _mark_questions(lines: list[Line], kinds: list[FurnitureKind | None]) -> None:
    """A short question or exclamation in a list of headlines is one of them."""
    for number, line in enumerate(lines):
        if kinds[number] is None and line.prose and line.size <= 18 and line.text.endswith(("?", "!")):
            near = [other for other in (number - 1, number + 1) if 0 <= other < len(lines)]
            listed = [other for other in near if lines[other].label or (lines[other].headline and not lines[other].prose)]
            if (listed and kinds[max(number - 1, 0)] is not None) or len(listed) == 2:
                kinds[number] = "headline-list"


def _mark_strangers(lines: list[Line], kinds: list[FurnitureKind | None], heading: frozenset[str]) -> None:
    """A long line without an end that shares nothing with the prose before it is a row of headlines run together."""
    topic = set(heading)
    for number, line in enumerate(lines):
        if kinds[number] is None and line.prose:
            listed = number > 0 and kinds[number - 1] == "related" and not line.ends and line.gap <= lines[number - 1].gap
            strange = not line.ends and not line.cut and line.size >= 22 and topic and shared(line.stems, topic) < 0.15
            strange = strange and not _breaks_off(lines, number)
            if listed or strange:
                kinds[number] = "headline-list"
            else:
                topic |= line.stems


def _breaks_off(lines: list[Line], number: int) -> bool:
    """Whether a long line without an end is the paragraph at which the text was cut: the last prose, flowing, as close as the others."""
    line, before = lines[number], lines[number - 1] if number else None
    last = not any(other.prose for other in lines[number + 1 :]) and inside().match(line.text) is None
    return last and before is not None and before.prose and line.gap <= max(before.gap, 1) and line.lower >= 0.6


def _mark_comments(lines: list[Line], kinds: list[FurnitureKind | None]) -> None:
    """What readers wrote: behind a body and a heading of comments, short prose that stands under names, dates and buttons."""
    heads = [number for number, line in enumerate(lines) if line.kind == "comment" and sum(other.prose for other in lines[:number]) > 1]
    if not heads:
        return
    behind = [number for number in range(heads[0], len(lines)) if lines[number].prose]
    signed = [number for number in behind if lines[number - 1].kind in ("comment", "timestamp", "credit")]
    if signed and len(signed) * 2 >= len(behind) and all(lines[number].size <= _LONGEST_COMMENT for number in behind):
        for number in behind:
            kinds[number] = kinds[number] or "comment"


def _mark_captions(lines: list[Line], kinds: list[FurnitureKind | None], usual: int, heading: frozenset[str]) -> None:
    """Prose that is a caption: it looks like one and stands apart, or above the body without an end. A standfirst takes up the headline."""
    if sum(line.prose and kind is None for line, kind in zip(lines, kinds, strict=True)) < 2:
        return
    begun = False
    for number, line in enumerate(lines):
        if kinds[number] is not None or not line.prose:
            continue
        after = lines[number + 1] if number + 1 < len(lines) else None
        apart = line.gap > usual and (after is None or after.gap > usual)
        short = line.size <= _LONGEST_CAPTION
        looks = describes_picture(line.text)
        above = not begun and after is not None and any(other.prose for other in lines[number + 1 : number + 6])
        if (
            short
            and not line.cut
            and ((looks and (apart or (above and usual > 1))) or (not line.ends and not _standfirst(line, heading) and (apart or above)))
        ):
            kinds[number] = "caption"
        else:
            begun = True


def _standfirst(line: Line, heading: frozenset[str]) -> bool:
    return shared(heading, line.stems) >= (0.2 if line.size >= 20 else 0.3)


def _mark_teasers(lines: list[Line], kinds: list[FurnitureKind | None]) -> None:
    """A headline with a cut line under it invites to another page."""
    for number in range(1, len(lines)):
        line, before = lines[number], lines[number - 1]
        if line.cut and line.size <= 50 and before.headline and not before.prose and kinds[number - 1] is None and line.gap <= 2:
            kinds[number] = kinds[number - 1] = "teaser"


def _mark_between(lines: list[Line], kinds: list[FurnitureKind | None], body: list[int], usual: int, topic: frozenset[str]) -> None:
    """Lines that are no prose: before and behind the body they are furniture, within it subheads and lists stay."""
    if not body:
        kinds[:] = [kind or ("headline-list" if line.headline else "other") for line, kind in zip(lines, kinds, strict=True)]
        return
    first = body[0] - 1 if _is_standfirst(lines, kinds, body[0] - 1, topic) else body[0]
    last = body[-1] + _list_after(lines, kinds, body[-1])
    for number, line in enumerate(lines):
        if kinds[number] is None and not line.prose and not first <= number <= last:
            kinds[number] = "headline-list" if line.headline else "other"
    for run in _runs(lines, kinds, body):
        if not _belongs(lines, kinds, run, usual, topic):
            for number in run:
                kinds[number] = "headline-list" if lines[number].headline else "other"


def _is_standfirst(lines: list[Line], kinds: list[FurnitureKind | None], number: int, topic: frozenset[str]) -> bool:
    """A line without a full stop right over the body that says what the body says."""
    if number < 0 or kinds[number] is not None:
        return False
    line = lines[number]
    return line.size >= 8 and not describes_picture(line.text) and shared(line.stems, topic) >= 0.55


def _list_after(lines: list[Line], kinds: list[FurnitureKind | None], last: int) -> int:
    """How many lines behind the last prose are a list of the body's own: as close to it as its paragraphs, and of one form."""
    if last + 1 < len(lines) and kinds[last + 1] is None and _is_cut(lines, last + 1):
        return 1
    end = last + 1
    while end < len(lines) and kinds[end] is None and lines[end].gap <= lines[last].gap:
        end += 1
    run = lines[last + 1 : end]
    return len(run) if _uniform(run) else 0


def _is_cut(lines: list[Line], number: int) -> bool:
    """Whether the line behind the last prose is a paragraph that breaks off: as close as the others, nothing of its kind behind it."""
    line = lines[number]
    after = lines[number + 1] if number + 1 < len(lines) else None
    alone = after is None or after.kind is not None or after.gap > line.gap
    return (
        alone and lines[number - 1].prose and line.gap <= lines[number - 1].gap and line.size >= 4 and line.lower >= 0.5 and not line.ends
    )


def _uniform(run: list[Line]) -> bool:
    """Whether lines are items of one form: "June 9 - Palm Beach", "Italy (Group J): 10th"."""
    if len(run) < 3:
        return False
    return any(sum(mark in line.text for line in run) >= 0.75 * len(run) for mark in (": ", " – ", " - ", " @ ", "$", "("))


def _runs(lines: list[Line], kinds: list[FurnitureKind | None], body: list[int]) -> Iterator[list[int]]:
    """Stretches of lines within the body that are neither prose nor furniture by their own words."""
    run: list[int] = []
    for number in range(body[0], body[-1] + 1):
        if kinds[number] is None and not lines[number].prose:
            run.append(number)
        elif run:
            yield run
            run = []


def _belongs(lines: list[Line], kinds: list[FurnitureKind | None], run: list[int], usual: int, topic: frozenset[str]) -> bool:
    first, last = lines[run[0]], lines[run[-1] + 1]
    before = run[0] - 1
    if kinds[before] is not None and (lines[before].label or kinds[before] in ("related", "headline-list")):
        return False
    if first.text.endswith(":") and len(run) > 1:
        return True
    if (lines[before].text.endswith(":") and kinds[before] is None and len(run) > 1) or _uniform([lines[number] for number in run]):
        return True
    apart = first.gap > usual or last.gap > usual
    if not apart and len(run) > 1 and sum(lines[number].text[:1].islower() for number in run) * 2 > len(run):
        return True
    own = sum(shared(lines[number].stems, topic) for number in run) / len(run)
    if usual == 1 and first.gap <= 1 and len(run) == 1 and not apart and kinds[before] is None:
        return first.size <= 4 or own >= 0.3
    if apart:
        return len(run) == 1 and own >= 0.6 and first.size <= 10
    return own >= (0.34 if len(run) == 1 else 0.5) or (len(run) == 1 and first.size <= 3 and kinds[before] is None)
