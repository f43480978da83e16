"""Values to days, steps between them, and computed holidays."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from khaldun.dates.calendar import add_months, bounds, duration, narrowed, step, week
from khaldun.dates.holidays import easter, holiday, holidays, nth_weekday, orthodox_easter


@pytest.mark.parametrize(
    ("value", "first", "last", "precision"),
    [
        ("2024-02-29", "2024-02-29", "2024-02-29", "day"),
        ("2024-02-29TMO", "2024-02-29", "2024-02-29", "day"),
        ("2024-02", "2024-02-01", "2024-02-29", "month"),
        ("2020-W53", "2020-12-28", "2021-01-03", "week"),
        ("2020-W53-WE", "2021-01-02", "2021-01-03", "span"),
        ("2024-Q4", "2024-10-01", "2024-12-31", "quarter"),
        ("2023-WI", "2023-12-01", "2024-02-29", "season"),
        ("2024", "2024-01-01", "2024-12-31", "year"),
        ("199", "1990-01-01", "1999-12-31", "decade"),
        ("19", "1900-01-01", "1999-12-31", "century"),
        ("P3D", None, None, "unknown"),
        ("2023-02-30", None, None, "unknown"),
        ("PAST_REF", None, None, "unknown"),
        (None, None, None, "unknown"),
    ],
)
def test_bounds(value: str | None, first: str | None, last: str | None, precision: str) -> None:
    assert bounds(value) == (first, last, precision)


def test_early_and_late_are_thirds_and_leave_a_week_alone() -> None:
    assert narrowed(bounds("2024-06"), "early") == ("2024-06-01", "2024-06-10", "span")
    assert narrowed(bounds("2024-06"), "late") == ("2024-06-21", "2024-06-30", "span")
    assert narrowed(bounds("2024-W05"), "early") == bounds("2024-W05")


def test_steps_are_as_fine_as_their_unit() -> None:
    day = dt.date(2024, 3, 31)
    assert [step(day, -1, unit) for unit in ("D", "W", "M", "Q", "Y", "DE", "CE")] == [
        "2024-03-30", "2024-W12", "2024-02", "2023-Q4", "2023", "201", "19",
    ]  # fmt: skip


def test_a_step_out_of_the_calendar_is_refused() -> None:
    with pytest.raises(ValueError, match="year"):
        step(dt.date(2024, 1, 1), -3000, "Y")


@settings(deadline=None)
@given(st.dates(dt.date(1, 2, 1), dt.date(9000, 1, 1)), st.integers(0, 500))
def test_months_forth_and_back_keep_the_month(day: dt.date, count: int) -> None:
    back = add_months(add_months(day, count), -count)
    assert (back.year, back.month) == (day.year, day.month)


@settings(deadline=None)
@given(st.dates(dt.date(2, 1, 1), dt.date(9000, 1, 1)))
def test_a_day_lies_in_its_week(day: dt.date) -> None:
    first, last, _ = bounds(week(day))
    assert (first or "") <= day.isoformat() <= (last or "")


@pytest.mark.parametrize(("year", "day"), [(1961, "1961-04-02"), (2000, "2000-04-23"), (2024, "2024-03-31"), (2038, "2038-04-25")])
def test_easter(year: int, day: str) -> None:
    assert easter(year).isoformat() == day


@pytest.mark.parametrize(("year", "day"), [(1991, "1991-04-07"), (2019, "2019-04-28"), (2024, "2024-05-05"), (2025, "2025-04-20")])
def test_orthodox_easter(year: int, day: str) -> None:
    assert orthodox_easter(year).isoformat() == day


def test_holidays() -> None:
    assert holiday("New Year’s Eve", 2023) == dt.date(2023, 12, 31)
    assert holiday("Good Friday", 2024) == dt.date(2024, 3, 29)
    assert holiday("Thanksgiving", 2023) == dt.date(2023, 11, 23)
    assert holiday("Eid al-Fitr", 1950) is None
    assert holiday("Eid al-Fitr", 2024) == dt.date(2024, 4, 10)
    assert holidays("Ramadan", 2024) == [(dt.date(2024, 3, 11), dt.date(2024, 4, 9))]
    assert [first.isoformat() for first, _ in holidays("Eid", 2000)] == ["2000-01-08", "2000-03-16", "2000-12-27"]
    assert nth_weekday(2023, 5, 1, -1) == dt.date(2023, 5, 29)


def test_durations() -> None:
    assert (duration("3", "M"), duration("X", "H"), duration("20", "TM"), duration("2", "F")) == ("P3M", "PTXH", "PT20M", "P4W")
