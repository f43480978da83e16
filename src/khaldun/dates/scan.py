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


_DAY = re.compile(r"\d{4}-\d\d-\d\d")
_BETWEEN = re.compile(r"\s*(?:,|,?\s+(?:on|at|by|around|about)(?:\s+(?:around|about))?|of)?\s*", re.I)


class Found(msgspec.Struct):
    """An expression: its tokens `[first, last)` of the run, the rule and its groups."""

    first: int
    last: int
    rule: Rule
    groups: Groups


def expressions(run: Sequence[Token]) -> Iterator[Found]:
    """The expressions of one stretch of tokens, leftmost and longest first, none overlapping."""
    letters = spell(run)
    if not timely(letters):
        return
    found = [
        Found(m.start(), m.end(), rule, Groups(m, run)) for rule in RULES for m in rule.pattern.finditer(letters) if m.end() > m.start()
    ]
    found.sort(key=lambda f: (f.first, -f.last))
    position = 0
    for each in found:
        if each.first >= position and not trap(run, each.first, each.last, each.rule.name):
            position = each.last
            yield each


def joined(text: str, found: Iterator[DateMention]) -> Iterator[DateMention]:
    """A time of day and the day beside it as one mention ("9 a.m. on Monday", "Monday at 9 a.m.")."""
    before: DateMention | None = None
    for mention in found:
        both = _join(text, before, mention) if before else None
        if before and not both:
            yield before
        before = both or mention
    if before:
        yield before


def _join(text: str, first: DateMention, second: DateMention) -> DateMention | None:
    time, day = (first, second) if first.rule in TIMES else (second, first)
    if (
        time.rule not in TIMES
        or day.rule in TIMES
        or not time.value
        or not day.value
        or day.rule == "since-then"
        or not _DAY.fullmatch(day.value)
    ):
        return None
    if not _BETWEEN.fullmatch(text, first.end, second.start):
        return None
    value = day.value + time.value[time.value.index("T") :]
    return DateMention(
        text[first.start : second.end], first.start, second.end, day.from_, day.to, day.precision, day.rule, day.basis, value
    )


def mentions(text: str, start: int, end: int, frame: Frame) -> Iterator[DateMention]:
    """The date mentions of `text[start:end]`; `frame.reference` moves along."""
    yield from opened(text, list(joined(text, _mentions(text, start, end, frame))))


def _mentions(text: str, start: int, end: int, frame: Frame) -> Iterator[DateMention]:
    all_tokens = tokens(text, start, end)
    for first, last in pieces(all_tokens):
        run = all_tokens[first:last]
        for found in expressions(run):
            mention = _mention(text, run, found, frame)
            if mention is not None:
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
    return DateMention(text[begin:stop], begin, stop, first, last, precision, found.rule.name, meaning.basis, value)


def _with_part(value: str | None, groups: Groups) -> str | None:
    """The value with the part of day that the words name."""
    return f"{value}{PARTS[groups.at('part') - 1]}" if value and len(value) == 10 and groups.run("part") else value


def _bounds(value: str | None, groups: Groups) -> Bounds:
    found = bounds(value)
    part = next((t.kind for name in ("mod", "mid") for t in groups.run(name) if t.kind in ("early", "mid", "late", "start", "end")), "")
    part = {"start": "early", "end": "late"}.get(part, part)
    return narrowed(found, part) if part else found
