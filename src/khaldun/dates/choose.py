"""Which of the days that a bare name may mean is meant (the Monday before or after, this May or last): tense decides, else nearness."""

from __future__ import annotations

import datetime as dt

from khaldun.dates.calendar import add_months


def weekday(day: dt.date, number: int, tense: str) -> tuple[dt.date, str]:
    """The Monday (1) to Sunday (7) meant by its bare name; the day of publication itself counts both ways."""
    offset = (number - day.isoweekday()) % 7
    if offset == 0:
        return day, "day of publication"
    if tense == "future":
        return day + dt.timedelta(offset), "weekday after publication"
    return day + dt.timedelta(offset - 7), "weekday before publication"


def month(day: dt.date, number: int, tense: str) -> tuple[int, str]:
    """The year of a month without one."""
    ahead = (number - day.month) % 12
    if ahead == 0:
        return day.year, "month of publication"
    coming = (tense == "future" and ahead < 11) or (tense != "past" and ahead <= 2) or (ahead == 1 and tense != "past")
    moved = add_months(day.replace(day=1), ahead if coming else ahead - 12)
    return moved.year, f"month {'after' if coming else 'before'} publication"


def day_of_year(day: dt.date, month_number: int, number: int, tense: str) -> tuple[dt.date, str]:
    """The date meant by a day and month without a year.

    Raises:
        ValueError: there is no such day.
    """
    years = [year for year in range(day.year - 4, day.year + 5) if 1 <= year <= 9999]
    dates = [date for year in years if (date := _date(year, month_number, number))]
    if not dates:
        raise ValueError(f"no day {number} in month {month_number}")
    before = max((d for d in dates if d <= day), default=dates[0])
    after = min((d for d in dates if d >= day), default=dates[-1])
    if before == after:
        return day, "day of publication"
    back, ahead = (day - before).days, (after - day).days
    coming = ahead < 290 if tense == "future" else ahead <= 60 and back > 240 if tense == "past" else ahead < back and ahead <= 120
    return (after, "next such day after publication") if coming else (before, "last such day before publication")


def _date(year: int, month_number: int, number: int) -> dt.date | None:
    try:
        return dt.date(year, month_number, number)
    except ValueError:
        return None
