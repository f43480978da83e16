"""Rules for dates that are counted from the date named last in the text."""

from __future__ import annotations

import datetime as dt

from khaldun.dates.calendar import current, step
from khaldun.dates.frame import Frame, Groups, Meaning, Rule
from khaldun.dates.lexicon import unit_code
from khaldun.dates.tokens import grammar

_UNIT_OF = {"day": "D", "week": "W", "month": "M", "quarter": "Q", "year": "Y", "decade": "DE", "century": "CE"}


def _count(groups: Groups) -> int | None:
    amount = groups.amount("n")
    return int(amount) if amount and amount < 10000 else None


def _unit(groups: Groups) -> str:
    return unit_code(groups.run("u")[0].text)


def _ago(groups: Groups, frame: Frame) -> Meaning | None:
    count, unit = _count(groups), _unit(groups)
    if count is None:
        return Meaning(
            "PAST_REF",
            "before publication, how long is not said",
            (None, frame.published.isoformat() if frame.published else None, "unknown"),
        )
    amount = groups.amount("n") or 0
    if amount % 1 and unit == "Y":
        return Meaning(step(frame.day, -round(12 * amount), "M"), f"{amount:g} years before publication")
    return Meaning(step(frame.day, -count, unit), f"{groups.text('n')} {groups.text('u')} before publication")


def _since_then(groups: Groups, frame: Frame) -> Meaning | None:
    """Two days earlier, a month later: from the date named last."""
    count, later = _count(groups), groups.word("side") in ("later", "after", "following")
    if count is None:
        return Meaning(None, f"{'after' if later else 'before'} {frame.last_name}, how long is not said")
    unit = _unit(groups)
    if unit == "Y" and frame.scale in ("quarter", "month"):
        unit, count = ("Q", 4 * count) if frame.scale == "quarter" else ("M", 12 * count)
    value = step(frame.last, count if later else -count, unit)
    return Meaning(value, f"{groups.text('n')} {groups.text('u')} {'after' if later else 'before'} {frame.last_name}")


def _from_now(groups: Groups, frame: Frame) -> Meaning | None:
    count = _count(groups)
    if count is None:
        return Meaning("FUTURE_REF", "after publication, how long is not said")
    return Meaning(step(frame.day, count, _unit(groups)), f"{groups.text('n')} {groups.text('u')} after publication")


def _next(groups: Groups, frame: Frame) -> Meaning:
    """The next day, the following week, the previous month."""
    back = groups.word("shift") in ("previous", "before")
    unit = groups.word("u") or "day"
    return Meaning(
        step(frame.last, -1 if back else 1, _UNIT_OF.get(unit, "D")), f"{unit} {'before' if back else 'after'} {frame.last_name}"
    )


def _same(groups: Groups, frame: Frame) -> Meaning:
    unit = groups.word("u") or "day"
    return Meaning(current(frame.last, _UNIT_OF.get(unit, "D")), f"{unit} of {frame.last_name}")


def _day_of_month(groups: Groups, frame: Frame) -> Meaning | None:
    """The 21st: of the month of the date named last."""
    try:
        return Meaning(frame.last.replace(day=groups.at("d")).isoformat(), f"month of {frame.last_name}")
    except ValueError:
        return None


def _same_weekend(groups: Groups, frame: Frame) -> Meaning:
    return Meaning(current(frame.last, "W") + "-WE", f"weekend of the week of {frame.last_name}")


def _year_earlier(groups: Groups, frame: Frame) -> Meaning:
    """The year-earlier quarter, the same period last year."""
    unit = {"quarter": "Q", "month": "M"}.get(groups.word("u") if groups.word("u") != "period" else frame.scale, "Y")
    return Meaning(step(frame.last, -{"Q": 4, "M": 12, "Y": 1}[unit], unit), f"a year before {frame.last_name}")


def _month_beside(groups: Groups, frame: Frame) -> Meaning:
    """That December: of the year of the date named last; the following March: the next after it."""
    year, number = frame.last.year, groups.at("m")
    if groups.word("shift") != "that" and number <= frame.last.month:
        year += 1
    return Meaning(f"{year:04}-{number:02}", f"month beside {frame.last_name}")


def _weekday_beside(groups: Groups, frame: Frame) -> Meaning:
    """The following Monday, the previous Friday, that Sunday."""
    word, number = groups.word("shift"), groups.at("w")
    ahead = (number - frame.last.isoweekday()) % 7
    days = {"previous": ahead - 7, "before": ahead - 7, "that": ahead - 7 if ahead > 3 else ahead}.get(word, ahead or 7)
    return Meaning((frame.last + dt.timedelta(days)).isoformat(), f"weekday {'near' if word == 'that' else 'beside'} {frame.last_name}")


_SPAN = "APX? (?P<n>AMOUNT)? hyphen? (?P<u>UNIT|UNITS)"

NARRATIVE: tuple[Rule, ...] = (
    Rule("ago", grammar(f"{_SPAN} (?:and a half)? hyphen? ago today?"), "year", _ago),
    Rule("from-now", grammar(f"{_SPAN} from (?:today|VAGUE)"), "day", _from_now),
    Rule("since-then", grammar(f"APX? (?P<n>AMOUNT) hyphen? (?P<u>UNIT|UNITS) (?P<side>earlier|later) (?!than)"), "reference", _since_then),
    Rule(
        "since-then", grammar(f"APX? (?P<n>AMOUNT) (?P<u>UNIT|UNITS) (?P<side>before|after) (?=dot|comma|sign|$)"), "reference", _since_then
    ),
    Rule(
        "next",
        grammar("the (?P<shift>next|following|previous) (?:(?P<u>day|week|month|quarter|year|decade|century)|PARTOF)"),
        "reference",
        _next,
    ),
    Rule("next", grammar("the very? (?:(?P<u>day|week|month|year)|PARTOF) (?P<shift>before|after) (?=dot|comma|sign|$|at|in|and|with|for|on)"), "reference", _next),
    Rule(
        "same",
        grammar("(?:(?:earlier|later|late|early) )? (?:the same|that) very? (?:(?P<u>day|week|month|quarter|year|decade|century)|PARTOF)"),
        "reference",
        _same,
    ),
    Rule("same", grammar("(?<=in|for|of|during) the (?P<u>quarter)"), "reference", _same),
    Rule("year-earlier", grammar("the? year hyphen? (?:ago|earlier) (?P<u>quarter|period|month)"), "reference", _year_earlier),
    Rule("same-period", grammar("the same (?P<u>quarter|period|month) (?P<shift>last|previous|of) (?:year)?"), "reference", _year_earlier),
    Rule("same", grammar("(?:the same|that) weekend"), "reference", _same_weekend),
    Rule("month-beside", grammar("(?P<shift>that|the following) (?P<m>NMONTH)"), "reference", _month_beside),
    Rule("day-of-month", grammar("(?<=on|from|by|until|since) the (?P<d>ORD) (?=of the month|dot|comma|sign|$|at|in|and)"), "reference", _day_of_month),
    Rule("weekday-beside", grammar("the (?P<shift>following|previous) (?P<w>WD) PARTOF?"), "reference", _weekday_beside),
    Rule("weekday-beside", grammar("(?P<shift>that) (?P<w>WD) PARTOF?"), "reference", _weekday_beside),
)
"""Order breaks ties between matches of one length."""
