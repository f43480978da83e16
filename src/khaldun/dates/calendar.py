"""TIMEX3 values: the days they mean, and steps from one to another."""

from __future__ import annotations

import calendar
import datetime as dt
import re

from khaldun.records import Precision

Bounds = tuple[str | None, str | None, Precision]
UNBOUNDED: Bounds = (None, None, "unknown")
_QUARTERS = {"Q1": (1, 3), "Q2": (4, 6), "Q3": (7, 9), "Q4": (10, 12), "H1": (1, 6), "H2": (7, 12)}
SEASONS = ("SP", "SU", "FA", "WI")
_SEASON_MONTHS = {"SP": (3, 5), "SU": (6, 8), "FA": (9, 11)}
_VALUE = re.compile(
    r"(?P<year>\d{4})(?:-(?:W(?P<week>\d\d)(?P<weekend>-WE)?|(?P<part>Q[1-4]|H[12]|SP|SU|FA|WI)|"
    r"(?P<month>\d\d)(?:-(?P<day>\d\d))?))?(?:T.*)?$"
)


def bounds(value: str | None) -> Bounds:
    """First and last day of a value and its precision; nothing for durations, sets and what is vague."""
    if value is None:
        return UNBOUNDED
    if re.fullmatch(r"\d{3}", value):
        return _from_year_one(f"{value}0-01-01"), f"{value}9-12-31", "decade"
    if re.fullmatch(r"\d{2}", value):
        return _from_year_one(f"{value}00-01-01"), f"{value}99-12-31", "century"
    match = _VALUE.match(value)
    try:
        return _bounds(match) if match else UNBOUNDED
    except ValueError:
        return UNBOUNDED


def _from_year_one(day: str) -> str:
    """The calendar begins with year 1: the first decade and the first century have a year less."""
    return day.replace("0000-", "0001-", 1) if day.startswith("0000-") else day


def _bounds(match: re.Match[str]) -> Bounds:
    year = int(match["year"])
    if match["day"]:
        day = dt.date(year, int(match["month"]), int(match["day"])).isoformat()
        return day, day, "day"
    if match["month"]:
        return *_months(year, int(match["month"]), int(match["month"])), "month"
    if match["week"]:
        monday = dt.date.fromisocalendar(year, int(match["week"]), 1)
        return (
            (monday + dt.timedelta(5 if match["weekend"] else 0)).isoformat(),
            (monday + dt.timedelta(6)).isoformat(),
            "span" if match["weekend"] else "week",
        )
    if match["part"] == "WI":
        return f"{year:04}-12-01", _months(year + 1, 2, 2)[1], "season"
    if match["part"] in _SEASON_MONTHS:
        return *_months(year, *_SEASON_MONTHS[match["part"]]), "season"
    if match["part"]:
        return *_months(year, *_QUARTERS[match["part"]]), "quarter" if match["part"][0] == "Q" else "span"
    return f"{year:04}-01-01", f"{year:04}-12-31", "year"


def _months(year: int, first: int, last: int) -> tuple[str, str]:
    return dt.date(year, first, 1).isoformat(), dt.date(year, last, calendar.monthrange(year, last)[1]).isoformat()


def narrowed(found: Bounds, part: str) -> Bounds:
    """The early, mid or late third of more than a week."""
    first, last, _precision = found
    if not first or not last:
        return found
    begin, size = dt.date.fromisoformat(first), (dt.date.fromisoformat(last) - dt.date.fromisoformat(first)).days + 1
    if size <= 7:
        return found
    cut = {"early": (0, size // 3), "mid": (size // 3, size - size // 3), "late": (size - size // 3, size)}[part]
    return (begin + dt.timedelta(cut[0])).isoformat(), (begin + dt.timedelta(cut[1] - 1)).isoformat(), "span"


def week(day: dt.date) -> str:
    """The value of the week that a day lies in."""
    year, number, _ = day.isocalendar()
    return f"{year:04}-W{number:02}"


def quarter(day: dt.date) -> str:
    """The value of the quarter that a day lies in."""
    return f"{day.year:04}-Q{(day.month + 2) // 3}"


def month(day: dt.date) -> str:
    """The value of the month that a day lies in."""
    return f"{day.year:04}-{day.month:02}"


def add_months(day: dt.date, count: int) -> dt.date:
    """The same day so many months on, or the last one of a shorter month."""
    index = day.year * 12 + day.month - 1 + count
    year, at = divmod(index, 12)
    return dt.date(year, at + 1, min(day.day, calendar.monthrange(year, at + 1)[1]))


def step(day: dt.date, count: int, unit: str) -> str:
    """The value of what lies `count` units from a day, as exact as the unit: a day, a week, a month, a year, a decade.

    Raises:
        ValueError, OverflowError: it lies outside the calendar.
    """
    if unit in ("H", "TM", "S"):
        size = {"H": 3600, "TM": 60, "S": 1}[unit]
        moved = dt.datetime.combine(day, dt.time(12)) + dt.timedelta(seconds=count * size)
        return moved.date().isoformat()
    if unit in ("D", "W", "F"):
        moved_day = day + dt.timedelta(count * {"D": 1, "W": 7, "F": 14}[unit])
        return moved_day.isoformat() if unit == "D" else week(moved_day)
    if unit in ("M", "Q"):
        moved_day = add_months(day, count * (3 if unit == "Q" else 1))
        return quarter(moved_day) if unit == "Q" else month(moved_day)
    year = day.year + count * {"Y": 1, "DE": 10, "CE": 100}[unit]
    if not 1 <= year <= 9999:
        raise ValueError(f"year {year}")
    return f"{year:04}"[: {"Y": 4, "DE": 3, "CE": 2}[unit]]


def current(day: dt.date, unit: str) -> str:
    """The value of the unit that a day lies in."""
    return step(day, 0, unit)


def season(year: int, index: int) -> str:
    """The value of a season: 1 spring to 4 winter; a winter has the year it begins in."""
    return f"{year:04}-{SEASONS[index - 1]}"


def duration(amount: str, unit: str) -> str:
    """The value of so many units ("3" months is P3M, "X" hours PTXH)."""
    if unit == "F":
        amount, unit = (str(2 * int(amount)) if amount.isdigit() else "X"), "W"
    return f"PT{amount}{unit[-1]}" if unit in ("H", "TM", "S") else f"P{amount}{unit}"
