"""Rules for dates that are counted from publication by a number of units, or from the date named last in the text."""

from __future__ import annotations

import datetime as dt

from khaldun.dates.calendar import current, duration, step
from khaldun.dates.frame import Frame, Groups, Meaning, Rule
from khaldun.dates.lexicon import unit_code
from khaldun.dates.tokens import grammar

_UNKNOWN = Meaning(None, "relative to a date that is not known")


def _count(groups: Groups) -> int | None:
    amount = groups.amount("n")
    return int(amount) if amount and amount < 10000 else None


def _unit(groups: Groups) -> str:
    return unit_code(groups.run("u")[0].text)


def _unit_or_day(groups: Groups) -> str:
    return unit_code(groups.run("u")[0].text) if groups.run("u") else "D"


def _said(groups: Groups) -> str:
    """The length in words."""
    return f"{groups.text('n')} {groups.text('u')}".strip()


def _ago(groups: Groups, frame: Frame) -> Meaning:
    count, unit, amount = _count(groups), _unit(groups), groups.amount("n") or 0
    if groups.word("n") == "half" and unit in ("DE", "CE"):
        return Meaning(step(frame.day, -5 if unit == "DE" else -50, "Y"), f"{_said(groups)} before publication")
    if count is None:
        return Meaning("PAST_REF", "before publication, how long is not said", (None, frame.day.isoformat(), "unknown"))
    if amount % 1 and unit == "Y":
        return Meaning(step(frame.day, -round(12 * amount), "M"), f"{amount:g} years before publication")
    return Meaning(step(frame.day, -count, unit), f"{_said(groups)} before publication")


def _nights_ago(groups: Groups, frame: Frame) -> Meaning:
    count = _count(groups) or 0
    part = ("TMO", "TAF", "TEV", "TNI")[groups.at("nights") - 1]
    return Meaning(step(frame.day, -count, "D") + part, f"{groups.text('n')} {groups.text('nights')} before publication")


def _since_then(groups: Groups, frame: Frame) -> Meaning:
    """Two days earlier, a month later: from the date named last; hours later is the same day, years later only a length."""
    count, later, unit = _count(groups), groups.word("side") in ("later", "after"), _unit(groups)
    found = frame.near(unit)
    if found is None:
        return _UNKNOWN
    day, name = found
    amount, time = groups.amount("n"), frame.time_of(day) if unit in ("H", "TM") else None
    if amount and time and amount < 10000:
        moved = time + dt.timedelta(minutes=amount * (60 if unit == "H" else 1) * (1 if later else -1))
        return Meaning(moved.strftime("%Y-%m-%dT%H:%M"), f"{_said(groups)} {'after' if later else 'before'} the time named before")
    if count is None and unit not in ("H", "TM", "S"):
        return Meaning(duration("X", unit), f"{'after' if later else 'before'} {name}, how long is not said", (None, None, "unknown"))
    count = count or 0
    if unit == "Y" and frame.scale(unit) in ("quarter", "month"):
        unit, count = ("Q", 4 * count) if frame.scale("Y") == "quarter" else ("M", 12 * count)
    return Meaning(step(day, count if later else -count, unit), f"{_said(groups)} {'after' if later else 'before'} {name}")


def _from_now(groups: Groups, frame: Frame) -> Meaning:
    count = _count(groups)
    if count is None:
        return Meaning("FUTURE_REF", "after publication, how long is not said", (frame.day.isoformat(), None, "unknown"))
    return Meaning(step(frame.day, count, _unit(groups)), f"{_said(groups)} after publication")


def _beside(groups: Groups, frame: Frame, shift: int) -> Meaning:
    """The unit so many units from the date named last."""
    unit = _unit_or_day(groups)
    found = frame.near(unit)
    if found is None:
        return _UNKNOWN
    side = {-1: "before", 0: "of", 1: "after"}[shift]
    return Meaning(step(found[0], shift, unit), f"{groups.text('u') or 'day'} {side} {found[1]}")


def _next(groups: Groups, frame: Frame) -> Meaning:
    """The next day, the following week, the previous month."""
    return _beside(groups, frame, -1 if groups.word("shift") in ("previous", "before") else 1)


def _same(groups: Groups, frame: Frame) -> Meaning:
    return _beside(groups, frame, 0)


def _same_weekend(groups: Groups, frame: Frame) -> Meaning:
    found = frame.near("W")
    return Meaning(current(found[0], "W") + "-WE", f"weekend of the week of {found[1]}") if found else _UNKNOWN


def _year_earlier(groups: Groups, frame: Frame) -> Meaning:
    """The year-earlier quarter, the same period last year."""
    word = groups.word("u") if groups.word("u") != "period" else frame.scale("Y")
    unit = {"quarter": "Q", "month": "M"}.get(word, "Y")
    found = frame.near(unit)
    return Meaning(step(found[0], -{"Q": 4, "M": 12, "Y": 1}[unit], unit), f"a year before {found[1]}") if found else _UNKNOWN


def _quarter_earlier(groups: Groups, frame: Frame) -> Meaning | None:
    """The year-earlier third quarter."""
    found, which = frame.near("Q"), groups.at("q")
    if found is None:
        return _UNKNOWN
    return Meaning(f"{found[0].year - 1:04}-Q{which}", f"a year before {found[1]}") if 1 <= which <= 4 else None


def _month_beside(groups: Groups, frame: Frame) -> Meaning:
    """That December: of the year of the date named last; the following March: the next after it."""
    found, number = frame.near("Y"), groups.at("m")
    if found is None:
        return _UNKNOWN
    later = groups.word("shift") != "that" and number <= found[0].month
    return Meaning(f"{found[0].year + later:04}-{number:02}", f"month beside {found[1]}")


def _day_of_month(groups: Groups, frame: Frame) -> Meaning | None:
    """The 21st: of the month of the date named last."""
    found = frame.near("M")
    if found is None:
        return _UNKNOWN
    try:
        return Meaning(found[0].replace(day=groups.at("d")).isoformat(), f"month of {found[1]}")
    except ValueError:
        return None


def _weekday_beside(groups: Groups, frame: Frame) -> Meaning:
    """The following Monday, the previous Friday, that Sunday."""
    found, word = frame.near("W"), groups.word("shift")
    if found is None:
        return _UNKNOWN
    ahead = (groups.at("w") - found[0].isoweekday()) % 7
    days = {"previous": ahead - 7, "that": ahead - 7 if ahead > 3 else ahead}.get(word, ahead or 7)
    return Meaning((found[0] + dt.timedelta(days)).isoformat(), f"weekday beside {found[1]}")


_ENDS = "(?=dot|comma|sign|$|at|in|and|with|for|on|quote)"
_STOP = "(?=dot|comma|sign|$|quote)"
_ANY = "(?P<u>day|week|month|quarter|year|decade|century)"

NARRATIVE: tuple[Rule, ...] = (
    Rule("ago", grammar("APX? (?P<n>AMOUNT)? hyphen? (?P<u>UNIT|UNITS) (?:and a half)? hyphen? ago today?"), "year", _ago),
    Rule("ago", grammar("APX? (?P<n>AMOUNT) (?P<nights>PARTS) ago"), "day", _nights_ago),
    Rule("from-now", grammar("APX? (?P<n>AMOUNT)? (?P<u>UNIT|UNITS) (?:from (?:today|VAGUE)|hence)"), "day", _from_now),
    Rule("since-then", grammar("APX? (?P<n>AMOUNT)? hyphen? (?P<u>UNIT|UNITS) (?P<side>earlier|later) (?!than)"), "nothing", _since_then),
    Rule("since-then", grammar("APX? (?P<n>AMOUNT) (?P<u>UNIT|UNITS) (?P<side>before|after) (?=dot|comma|sign|$)"), "nothing", _since_then),
    Rule("next", grammar(f"the (?P<shift>next|following|previous) (?:{_ANY}|PARTOF)"), "nothing", _next),
    Rule("next", grammar(f"the very? (?:(?P<u>day|week|month|year)|PARTOF) (?P<shift>before|after) {_ENDS}"), "nothing", _next),
    Rule("same", grammar(f"(?:earlier|later|late|early)? (?:the very? same|that same?) very? (?:{_ANY}|PARTOF)"), "nothing", _same),
    Rule("same", grammar("(?<=in|for|of|during) the (?P<u>quarter)"), "nothing", _same),
    Rule("same", grammar(f"(?<=in|for|of|during) the (?P<u>week|month|year|decade) {_STOP}"), "nothing", _same),
    Rule("same", grammar("(?<=for) the fiscal? (?P<u>year) (?!to|of|that|before|after|since|ended|YEAR)"), "nothing", _same),
    Rule("same", grammar("(?:the same|that) weekend"), "nothing", _same_weekend),
    Rule("year-earlier", grammar("the? year hyphen? (?:ago|earlier) (?P<q>ORD) hyphen? quarter"), "nothing", _quarter_earlier),
    Rule("year-earlier", grammar("the? year hyphen? (?:ago|earlier) (?P<u>quarter|period|month)"), "nothing", _year_earlier),
    Rule(
        "year-earlier",
        grammar("the same (?P<u>quarter|period|month) (?:last|(?:of|in) (?:last|the previous)|a) year (?:ago|earlier)?"),
        "nothing",
        _year_earlier,
    ),
    Rule("month-beside", grammar("(?:(?P<shift>that)|the (?P<after>following)) (?P<m>NMONTH)"), "nothing", _month_beside),
    Rule(
        "day-of-month",
        grammar("(?<=on|from|by|until|since) the (?P<d>ORD) (?=of the month|dot|comma|sign|$|at|in|and)"),
        "nothing",
        _day_of_month,
    ),
    Rule("weekday-beside", grammar("the (?P<shift>following|previous) (?P<w>WD) PARTOF?"), "nothing", _weekday_beside),
    Rule("weekday-beside", grammar("(?P<shift>that) (?P<w>WD) PARTOF?"), "nothing", _weekday_beside),
)
"""Order breaks ties between matches of one length."""
