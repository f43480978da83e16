"""Rules for dates that carry their own year."""

from __future__ import annotations

import datetime as dt
import re

from khaldun.dates.calendar import season
from khaldun.dates.frame import Frame, Groups, Meaning, Rule
from khaldun.dates.holidays import Days, fixed, holidays
from khaldun.dates.tokens import grammar

_WRITTEN = "as written"
_NUMBERS = re.compile(r"(?<![\d/])(\d\d?)/(\d\d?)/(?:\d\d)?\d\d(?![\d/])")


def _day(year: int, month: int, day: int) -> Meaning:
    return Meaning(f"{year:04}-{month:02}-{day:02}", _WRITTEN)


def _iso(groups: Groups, frame: Frame) -> Meaning:
    return Meaning(groups.run("d")[0].text.rstrip("Z"), _WRITTEN)


def _slashed(groups: Groups, frame: Frame) -> Meaning:
    """Day and month in either order: what exceeds 12 is the day; with full stops the day comes first; else the text's other dates or
    publication may tell, and where nothing does it stays open."""
    text = groups.run("d")[0].text
    first, second, third = (int(part) for part in re.split(r"[/.]", text))
    if first > 31:
        return _day(first, second, third)
    year = third if third > 99 else 2000 + third if third < 70 else 1900 + third
    if first > 12 or (second <= 12 and "." in text):
        return _day(year, second, first)
    if second > 12 or first == second or frame.day_first is False:
        return _day(year, first, second)
    if frame.day_first or (near := _near(frame, dt.date(year, first, second), dt.date(year, second, first))) == "second":
        return _day(year, second, first)
    basis = "day and month in an order that nothing tells"
    return _day(year, first, second) if near else Meaning(None, basis)


def _near(frame: Frame, *readings: dt.date) -> str:
    """Which of two readings alone lies within two weeks of publication: "first", "second" or neither."""
    if not frame.published or frame.precision != "day":
        return ""
    close = [abs((day - frame.published).days) <= 14 for day in readings]
    return "" if close[0] == close[1] else "first" if close[0] else "second"


def day_first(text: str, start: int, end: int) -> bool | None:
    """Whether the numbers of a text's dates put the day before the month, where some number over 12 tells."""
    found = {int(m[1]) > 12 for m in _NUMBERS.finditer(text, start, end) if (int(m[1]) > 12) != (int(m[2]) > 12)}
    return found.pop() if len(found) == 1 else None


def _full(groups: Groups, frame: Frame) -> Meaning | None:
    if not 1 <= groups.at("d") <= 31:
        return None
    return _day(groups.at("y"), groups.at("m"), groups.at("d"))


def days(first: dt.date, last: int) -> Meaning | None:
    """The days from a day to another of its month."""
    end = first.replace(day=last)
    return Meaning(f"{first}/{end}", "as written", (first.isoformat(), end.isoformat(), "span")) if first <= end else None


def _days(groups: Groups, frame: Frame) -> Meaning | None:
    return days(dt.date(groups.at("y"), groups.at("m"), groups.at("d")), groups.at("e"))


def _month(groups: Groups, frame: Frame) -> Meaning:
    return Meaning(f"{groups.at('y'):04}-{groups.at('m'):02}", _WRITTEN)


def _year(groups: Groups, frame: Frame) -> Meaning:
    return Meaning(f"{groups.at('y'):04}", _WRITTEN)


def _short_year(groups: Groups, frame: Frame) -> Meaning:
    """Early '94: of the last hundred years before 2030."""
    number = int(groups.run("y")[0].text[1:])
    return Meaning(f"{number + (2000 if number < 30 else 1900):04}", _WRITTEN)


def _two_years(groups: Groups, frame: Frame) -> Meaning | None:
    """1988-89: from one year into the next, or to a later one of its century."""
    first, last = groups.at("y"), groups.at("y") // 100 * 100 + groups.at("z")
    return (
        Meaning(f"{first:04}/{last:04}", _WRITTEN, (f"{first:04}-01-01", f"{last:04}-12-31", "span"))
        if groups.at("z") > 12 and first < last
        else None
    )


def _decade(groups: Groups, frame: Frame) -> Meaning:
    """The nineties are those of the twentieth century; the tens and twenties those of the twenty-first."""
    number = groups.at("d")
    if number < 100:
        number += 1900 if number >= 30 else 2000
    return Meaning(f"{number // 10:03}", _WRITTEN)


def _century(groups: Groups, frame: Frame) -> Meaning:
    number = groups.run("n")
    ordinal = sum(token.number for token in number if token.kind in ("CARD", "ORD"))
    return Meaning(f"{ordinal - 1:02}", _WRITTEN)


def _hundreds(groups: Groups, frame: Frame) -> Meaning:
    return Meaning(groups.run("c")[0].text[:2], _WRITTEN)


def quarter(groups: Groups) -> str | None:
    """Q1 to Q4, H1, H2 from a group `q` ("third quarter", "3Q", "first half")."""
    token = groups.run("q")[0]
    which = int("".join(filter(str.isdigit, token.text))) if token.kind == "QUARTER" else token.number
    letter = "H" if groups.word("half") else "Q"
    return f"{letter}{which}" if 1 <= which <= (2 if letter == "H" else 4) else None


def _quarter(groups: Groups, frame: Frame) -> Meaning | None:
    part = quarter(groups)
    return Meaning(f"{groups.at('y'):04}-{part}", _WRITTEN) if part else None


def _season(groups: Groups, frame: Frame) -> Meaning:
    return Meaning(season(groups.at("y"), groups.at("s")), _WRITTEN)


def feast(days: Days, basis: str) -> Meaning:
    """A holiday on its day, or from its first day to its last."""
    first, last = (day.isoformat() for day in days)
    return Meaning(first, basis) if first == last else Meaning(f"{first}/{last}", basis, (first, last, "span"))


def _holiday(groups: Groups, frame: Frame) -> Meaning:
    found = holidays(groups.run("h")[0].text, groups.at("y"))
    return feast(found[0], "holiday of that year") if found else Meaning(None, "a holiday whose date no rule here gives")


def _fixed(groups: Groups, frame: Frame) -> Meaning | None:
    value = fixed(groups.run("h")[0].text)
    return Meaning(value, "a day known by its name") if value else None


def _attacks(groups: Groups, frame: Frame) -> Meaning | None:
    known = {(9, 11): "2001-09-11", (10, 7): "2023-10-07", (1, 6): "2021-01-06"}
    value = known.get((groups.at("m"), groups.at("d")))
    return Meaning(value, "a day known by its name") if value and (not frame.published or value <= frame.day.isoformat()) else None


def _fiscal(groups: Groups, frame: Frame) -> Meaning:
    return Meaning(f"{groups.at('y'):04}", "fiscal year, whose bounds the text does not give", (None, None, "year"))


_TO = "(?: to | through | until | hyphen | dash )"
_ON = "(?:WD comma? the?)"

ABSOLUTE: tuple[Rule, ...] = (
    Rule("iso", grammar("(?P<d>ISO)"), "nothing", _iso),
    Rule("slashed", grammar("(?P<d>SLASHED)"), "nothing", _slashed),
    Rule(
        "day-month-year",
        grammar(rf"{_ON}? (?:the(?=ORD))? (?P<d>DAYNUM) (?:of|hyphen)? (?P<m>NMONTH) hyphen? comma? (?P<y>YEAR) PARTOF?"),
        "nothing",
        _full,
    ),
    Rule("month-day-year", grammar(rf"{_ON}? (?P<m>NMONTH) the? (?P<d>DAYNUM) (?:comma|of)? (?P<y>YEAR) PARTOF?"), "nothing", _full),
    Rule("days-of-month", grammar("(?P<d>DAYNUM) (?:hyphen|dash) (?P<e>DAYNUM) of? (?P<m>NMONTH) comma? (?P<y>YEAR)"), "nothing", _days),
    Rule(
        "day-before-month", grammar("(?P<d>DAYNUM) (?=(?:to|until|through) DAYNUM of? (?P<m>NMONTH) comma? (?P<y>YEAR))"), "nothing", _full
    ),
    Rule("day-before-month", grammar("(?<=between) (?P<d>DAYNUM) (?=and DAYNUM of? (?P<m>NMONTH) comma? (?P<y>YEAR))"), "nothing", _full),
    Rule("days-of-month", grammar(f"(?P<m>NMONTH) (?P<d>DAYNUM) {_TO} (?P<e>DAYNUM) comma? (?P<y>YEAR)"), "nothing", _days),
    Rule("month-before-year", grammar("(?P<m>NMONTH) (?=(?:and|to|until|through|or|hyphen|dash) MONTH (?P<y>YEAR))"), "nothing", _month),
    Rule(
        "day-before-year",
        grammar("(?P<m>NMONTH) (?P<d>DAYNUM) (?=(?:and|to|until|through|hyphen|dash) NMONTH DAYNUM comma? (?P<y>YEAR))"),
        "nothing",
        _full,
    ),
    Rule(
        "day-before-year",
        grammar("(?P<d>DAYNUM) (?P<m>NMONTH) (?=(?:and|to|until|through|hyphen|dash) DAYNUM NMONTH comma? (?P<y>YEAR))"),
        "nothing",
        _full,
    ),
    Rule("month-year", grammar("MOD? (?P<m>NMONTH) (?:comma|of)? (?P<y>YEAR)"), "nothing", _month),
    Rule("decade", grammar("MOD? the? (?P<mid>(?:early|late|mid) hyphen?)? (?P<d>DECADE)"), "nothing", _decade),
    Rule(
        "century", grammar("MOD? the? (?P<mid>(?:early|late|mid) hyphen?)? (?P<n>CARD? hyphen? ORD) hyphen? century"), "nothing", _century
    ),
    Rule("century", grammar("MOD? the? (?P<mid>(?:early|late|mid) hyphen?)? (?P<c>CENTURY)"), "nothing", _hundreds),
    Rule("quarter-year", grammar("MOD? the? (?P<q>ORD) hyphen? (?:quarter|(?P<half>half)) of? fiscal? (?P<y>YEAR)"), "nothing", _quarter),
    Rule("quarter-year", grammar("(?P<q>QUARTER) of? (?P<y>YEAR)"), "nothing", _quarter),
    Rule(
        "quarter-year",
        grammar("the? fiscal? (?P<y>YEAR) POSSESSIVE? (?P<q>ORD) hyphen? (?:quarter|(?P<half>half))"),
        "nothing",
        _quarter,
    ),
    Rule("season-year", grammar("MOD? the? (?P<s>SEASON) comma? of? (?P<y>YEAR)"), "nothing", _season),
    Rule("holiday-year", grammar("(?P<h>HOLIDAY) comma? (?:of|in)? (?P<y>YEAR)"), "nothing", _holiday),
    Rule("named-day", grammar("(?P<h>HISTORY)"), "nothing", _fixed),
    Rule("named-day", grammar("(?P<m>NMONTH) (?P<d>DAYNUM) (?=attack)"), "nothing", _attacks),
    Rule("fiscal-year", grammar("the? (?:fiscal|financial) year? hyphen? (?P<y>YEAR)"), "nothing", _fiscal),
    Rule("season-of-years", grammar("(?P<y>YEAR) (?:hyphen|dash|slash) (?P<z>SMALL)"), "nothing", _two_years),
    Rule("year-apostrophe", grammar("(?:(?<=in|since|until|by|from)|MOD) (?P<y>APOSTROPHED)"), "nothing", _short_year),
    Rule("year", grammar("MOD? (?:the year | year? hyphen? end hyphen?)? (?P<y>YEAR)"), "nothing", _year),
)
"""Order breaks ties between matches of one length."""
