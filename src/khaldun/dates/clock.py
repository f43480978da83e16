"""Rules for times of day, and times of day joined to the day beside them."""

from __future__ import annotations

import re

from khaldun.dates.calendar import current
from khaldun.dates.frame import Frame, Groups, Meaning, Rule
from khaldun.dates.tokens import grammar

PARTS = ("TMO", "TAF", "TEV", "TNI")
"""The values of morning, afternoon, evening and night."""


def _time(groups: Groups, frame: Frame) -> Meaning | None:
    """An hour and minute of the date named last, or of the day of publication."""
    hour, minute = _hour(groups.text("t"))
    half = groups.text("h").replace(".", "").replace(" ", "")
    if half:
        if hour > 12:
            return None
        hour = hour % 12 + (12 if half == "pm" else 0)
    if hour > 24 or minute > 59:
        return None
    return _at(f"T{hour:02}:{minute:02}", frame)


def _hour(text: str) -> tuple[int, int]:
    digits = [int(part) for part in re.findall(r"\d+", text)]
    return (digits[0], digits[1] if len(digits) > 1 else 0) if digits else ({"noon": 12, "midday": 12, "midnight": 24}.get(text, 0), 0)


def _at(time: str, frame: Frame) -> Meaning:
    found = frame.moment()
    if found is None:
        return Meaning(time, "a time of day of no known day", (None, None, "unknown"))
    return Meaning(current(found[0], "D") + time, f"time of the day of {found[1]}")


def _military(groups: Groups, frame: Frame) -> Meaning | None:
    """1500 GMT: four digits before a zone."""
    text = groups.text("t")
    if len(text) != 4 or int(text[:2]) > 24 or int(text[2:]) > 59:
        return None
    return _at(f"T{text[:2]}:{text[2:]}", frame)


def _oclock(groups: Groups, frame: Frame) -> Meaning | None:
    hour = int(groups.amount("n") or 0)
    return _at(f"T{hour:02}:00", frame) if 1 <= hour <= 24 else None


def _part(groups: Groups, frame: Frame) -> Meaning:
    """The morning, in the evening: of the date named last."""
    found = frame.moment()
    return Meaning(current(found[0], "D"), f"part of the day of {found[1]}") if found else Meaning(None, "part of a day that is not known")


TIMES = frozenset(("time", "time-of-day"))
"""The rules whose mentions lack a day of their own."""

CLOCK: tuple[Rule, ...] = (
    Rule("time", grammar("APX? (?P<t>CLOCK|SMALL) (?P<h>AMPM) (?:ZONE | local time)?"), "nothing", _time),
    Rule("time", grammar("APX? (?P<t>CLOCK) (?:ZONE | local time)?"), "nothing", _time),
    Rule("time", grammar("(?P<t>YEAR|DIGITS) (?P<zone>ZONE)"), "nothing", _military),
    Rule("time", grammar("(?P<t>noon|midnight) (?:ZONE | local time)?"), "nothing", _time),
    Rule("time", grammar("(?P<n>CARD|SMALL) clock"), "nothing", _oclock),
    Rule(
        "part-of-day",
        grammar("(?<=in|during|on|through|throughout|of|by|since|until|from) the (?:early|late)? (?P<part>PART)"),
        "nothing",
        _part,
    ),
    Rule("part-of-day", grammar("(?<=by|until) (?P<part>PART)"), "nothing", _part),
    Rule("part-of-day", grammar("the (?:early|late)? (?P<part>PART) (?=of (?:the? DAYNUM|WD|NMONTH|VAGUE))"), "nothing", _part),
    Rule("time-of-day", grammar("(?:early|late)? (?P<part>HOUR)"), "nothing", _part),
)
"""Order breaks ties between matches of one length."""
