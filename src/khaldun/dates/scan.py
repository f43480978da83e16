"""Tokens to date mentions: the longest match at each place, its meaning, and what the words around it open or close."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

import msgspec

from khaldun.dates.absolute import ABSOLUTE
from khaldun.dates.calendar import Bounds, bounds, narrowed
from khaldun.dates.clock import CLOCK, PARTS, TIMES
from khaldun.dates.frame import Frame, Groups, Meaning, Rule
from khaldun.dates.lengths import LENGTHS
from khaldun.dates.narrative import NARRATIVE
from khaldun.dates.opening import opened
from khaldun.dates.relative import RELATIVE
from khaldun.dates.tokens import Token, pieces, spell, timely, tokens
from khaldun.dates.traps import trap
from khaldun.records import DateMention

RULES: tuple[Rule, ...] = (*ABSOLUTE, *NARRATIVE, *RELATIVE, *CLOCK, *LENGTHS)


_DAY = re.compile(r"(\d{4}-\d\d-\d\d)(TMO|TAF|TEV|TNI)?")
_BETWEEN = re.compile(r"\s*(?:,|,?\s+(?:on|at|by|around|about)(?:\s+(?:around|about))?|of)?\s*", re.I)


class Found(msgspec.Struct):
    """An expression: its tokens `[first, last)` of the run, the rule and its groups."""

    first: int
    last: int
    rule: Rule
    groups: Groups


def candidates(run: Sequence[Token]) -> list[Found]:
    """All that the rules match in one stretch of tokens, leftmost and longest first."""
    letters = spell(run)
    if not timely(letters):
        return []
    found = [
        Found(m.start(), m.end(), rule, Groups(m, run)) for rule in RULES for m in rule.pattern.finditer(letters) if m.end() > m.start()
    ]
    found.sort(key=lambda f: (f.first, -f.last))
    return found


def joined(text: str, found: Iterator[DateMention], frame: Frame) -> Iterator[DateMention]:
    """A time of day and the day beside it as one mention ("9 a.m. on Monday", "Monday at 9 a.m.", "the morning of May 5")."""
    before: DateMention | None = None
    for mention in found:
        both = _join(text, before, mention) if before else None
        if before and not both:
            yield before
        if both and both.value:
            frame.clock = both.value
        before = both or mention
    if before:
        yield before


def _join(text: str, first: DateMention, second: DateMention) -> DateMention | None:
    opening = first.rule == "part-of-day" and text[first.end : second.start] == " of "
    time, day = (first, second) if first.rule in TIMES or opening else (second, first)
    if (
        (time.rule not in TIMES and not opening)
        or day.rule in TIMES
        or not time.value
        or not day.value
        or day.rule == "since-then"
        or not (whole := _DAY.fullmatch(day.value))
    ):
        return None
    if not _BETWEEN.fullmatch(text, first.end, second.start):
        return None
    value = whole[1] + _hour_of(time, whole[2])
    return DateMention(
        text[first.start : second.end], first.start, second.end, day.from_, day.to, day.precision, day.rule, day.basis, value
    )


def _hour_of(time: DateMention, part: str | None) -> str:
    """The time of a value; "10 o'clock" of a night is that of the clock's second round."""
    value = (time.value or "").partition("T")[2]
    late = part in PARTS[1:] and time.text.endswith("clock") and value < "12"
    return f"T{int(value[:2]) + 12}{value[2:]}" if late else f"T{value}"


def mentions(text: str, start: int, end: int, frame: Frame) -> Iterator[DateMention]:
    """The date mentions of `text[start:end]`; `frame.reference` moves along."""
    yield from opened(text, list(joined(text, _mentions(text, start, end, frame), frame)))


def _mentions(text: str, start: int, end: int, frame: Frame) -> Iterator[DateMention]:
    all_tokens = tokens(text, start, end)
    for first, last in pieces(all_tokens):
        run = all_tokens[first:last]
        position = 0
        for found in candidates(run):
            if found.first < position or trap(run, found.first, found.last, found.rule.name):
                continue
            mention = _mention(text, run, found, frame)
            if mention is not None:
                position = found.last
                yield mention


def _mention(text: str, run: Sequence[Token], found: Found, frame: Frame) -> DateMention | None:
    missing = frame.lacks(found.rule.need)
    try:
        meaning = Meaning(None, missing) if missing else found.rule.meaning(found.groups, frame)
    except (ValueError, OverflowError):
        return None
    if meaning is None:
        return None
    value = _with_part(meaning.value, found.groups)
    first, last, precision = meaning.bounds or _bounds(value, found.groups)
    begin, stop = run[found.first].start, run[found.last - 1].end
    if first and meaning.bounds is None:
        frame.name(first, precision)
    if value and value[11:12].isdigit():
        frame.clock = value
    return DateMention(text[begin:stop], begin, stop, first, last, precision, found.rule.name, meaning.basis, value)


def _with_part(value: str | None, groups: Groups) -> str | None:
    """The value with the part of day that the words name."""
    return f"{value}{PARTS[groups.at('part') - 1]}" if value and len(value) == 10 and groups.run("part") else value


def _bounds(value: str | None, groups: Groups) -> Bounds:
    found = bounds(value)
    part = next((t.kind for name in ("mod", "mid") for t in groups.run(name) if t.kind in ("early", "mid", "late", "start", "end")), "")
    part = {"start": "early", "end": "late"}.get(part, part)
    return narrowed(found, part) if part else found
