"""Rules for dates that are counted from the day of publication."""

from __future__ import annotations

import datetime as dt

from khaldun.dates import choose
from khaldun.dates.absolute import days, feast, quarter
from khaldun.dates.calendar import add_months, current, season, step, week
from khaldun.dates.frame import Frame, Groups, Meaning, Need, Rule
from khaldun.dates.holidays import holidays
from khaldun.dates.lexicon import unit_code
from khaldun.dates.tokens import grammar

_SHIFT = {"current": 0, "last": -1, "past": -1, "previous": -1, "this": 0, "next": 1, "coming": 1, "following": 1, "latest": -1}
_NAMES = {-1: "before publication", 0: "of publication", 1: "after publication"}
_DAYS = {
    "today": (0, "", "day of publication"),
    "tonight": (0, "TNI", "night of publication"),
    "yesterday": (-1, "", "day before publication"),
    "tomorrow": (1, "", "day after publication"),
    "overnight": (-1, "TNI", "night before publication"),
}


def _named(groups: Groups, frame: Frame) -> Meaning:
    shift, time, basis = _DAYS[groups.word("d")]
    return Meaning(step(frame.day, shift, "D") + time, basis)


def _day_beyond(groups: Groups, frame: Frame) -> Meaning:
    back = groups.word("side") == "before"
    return Meaning(step(frame.day, -2 if back else 2, "D"), f"two days {'before' if back else 'after'} publication")


def _weekday(groups: Groups, frame: Frame) -> Meaning:
    day, basis = choose.weekday(frame.day, groups.at("w"), frame.tense(groups.offset))
    return Meaning(day.isoformat(), basis)


def _shifted_weekday(groups: Groups, frame: Frame) -> Meaning:
    """Last Friday is the nearest before; next Friday that of the coming week; this Friday the nearest by tense."""
    shift, offset = _SHIFT[groups.word("shift")], (groups.at("w") - frame.day.isoweekday()) % 7
    if shift == 0:
        day, basis = choose.weekday(frame.day, groups.at("w"), frame.tense(groups.offset) or "future")
        return Meaning(day.isoformat(), basis)
    if shift < 0:
        return Meaning(step(frame.day, offset - 7, "D"), "weekday before publication")
    if groups.word("shift") == "coming":
        return Meaning(step(frame.day, offset or 7, "D"), "weekday after publication")
    monday = frame.day - dt.timedelta(frame.day.isoweekday() - 1)
    return Meaning(step(monday, 6 + groups.at("w"), "D"), "weekday of the week after publication")


def _weekday_of_week(groups: Groups, frame: Frame) -> Meaning:
    shift = _SHIFT[groups.word("shift")]
    monday = frame.day - dt.timedelta(frame.day.isoweekday() - 1)
    return Meaning(step(monday, 7 * shift + groups.at("w") - 1, "D"), f"weekday of the week {_NAMES[shift]}")


def _shifted_unit(groups: Groups, frame: Frame) -> Meaning:
    shift, unit = _SHIFT[groups.word("shift")], groups.run("u")[0].text.lower()
    return Meaning(step(frame.day, shift, unit_code(unit)), f"{unit} {_NAMES[shift]}")


def _unit_beyond(groups: Groups, frame: Frame) -> Meaning:
    shift, unit = -2 if groups.run("back") else 2, groups.run("u")[0].text.lower()
    return Meaning(step(frame.day, shift, unit_code(unit)), f"second {unit} {_NAMES[shift // 2]}")


def _week_of_month(groups: Groups, frame: Frame) -> Meaning | None:
    """The second week of March: the week that its eighth day lies in."""
    number, month = groups.at("n") if groups.word("n") == "ORD" else 4, groups.at("m")
    year = groups.at("y") if groups.run("y") else choose.month(frame.day, month, frame.tense(groups.offset))[0]
    return Meaning(week(dt.date(year, month, 7 * number - 6)), "week of that month") if 1 <= number <= 5 else None


def _week_of_day(groups: Groups, frame: Frame) -> Meaning:
    day, basis = choose.day_of_year(frame.day, groups.at("m"), groups.at("d"), frame.tense(groups.offset))
    return Meaning(week(day), f"week of the {basis}")


def _month_quarter(groups: Groups, frame: Frame) -> Meaning:
    """The September quarter: the three months of the calendar that it ends."""
    year, basis = choose.month(frame.day, groups.at("m"), frame.tense(groups.offset))
    return Meaning(f"{year:04}-Q{(groups.at('m') + 2) // 3}", f"quarter of the {basis}")


def _weekday_day(groups: Groups, frame: Frame) -> Meaning | None:
    """Friday the 13th: the last such day before publication, or by tense the next."""
    if not groups.text("d")[0].isdigit():
        return None
    step_months = range(24) if frame.tense(groups.offset) == "future" else range(0, -24, -1)
    for months in step_months:
        first = add_months(frame.day.replace(day=1), months)
        day = first + dt.timedelta(groups.at("d") - 1)
        on_side = day >= frame.day if step_months.step > 0 else day <= frame.day
        if day.month == first.month and day.isoweekday() == groups.at("w") and on_side:
            return Meaning(day.isoformat(), "such weekday and day of a month nearest publication")
    return None


def _coming_month(groups: Groups, frame: Frame) -> Meaning:
    year, basis = choose.month(frame.day, groups.at("m"), "future")
    return Meaning(f"{year:04}-{groups.at('m'):02}", basis)


def _this_unit(groups: Groups, frame: Frame) -> Meaning:
    unit = groups.run("u")[0].text.lower()
    return Meaning(current(frame.day, unit_code(unit)), f"{unit} of publication")


def _weekend(groups: Groups, frame: Frame) -> Meaning:
    """The weekend without more is the one before publication, unless the verb looks ahead; on a weekend it is that very one."""
    word, inside = groups.word("shift"), frame.day.isoweekday() >= 6
    shift = _SHIFT.get(word, 0)
    if word in ("", "this", "the"):
        ahead = frame.tense(groups.offset) == "future" or (word == "this" and frame.tense(groups.offset) != "past")
        shift = 0 if inside or ahead or (frame.day.isoweekday() == 5 and word == "this") else -1
    return Meaning(week(frame.day + dt.timedelta(7 * shift)) + "-WE", f"weekend of the week {_NAMES[shift]}")


def _month(groups: Groups, frame: Frame) -> Meaning:
    year, basis = choose.month(frame.day, groups.at("m"), frame.tense(groups.offset))
    return Meaning(f"{year:04}-{groups.at('m'):02}", basis)


def _shifted_month(groups: Groups, frame: Frame) -> Meaning:
    shift, number = _SHIFT[groups.word("shift")], groups.at("m")
    ahead = (number - frame.day.month) % 12
    months = ahead - 12 if shift < 0 else ahead if shift == 0 else ahead or 12
    if shift == 0 and frame.tense(groups.offset) == "past" and ahead:
        months = ahead - 12
    moved = add_months(frame.day.replace(day=1), months)
    return Meaning(f"{moved.year:04}-{number:02}", f"month {_NAMES[shift]}" if shift else "such month nearest publication")


def _month_of_year(groups: Groups, frame: Frame) -> Meaning:
    shift = _SHIFT[groups.word("shift")]
    return Meaning(f"{frame.day.year + shift:04}-{groups.at('m'):02}", f"month of the year {_NAMES[shift]}")


def _day_month(groups: Groups, frame: Frame) -> Meaning | None:
    number = groups.at("d")
    if not 1 <= number <= 31:
        return None
    try:
        day, basis = choose.day_of_year(frame.day, groups.at("m"), number, frame.tense(groups.offset))
    except ValueError:
        return None
    return Meaning(day.isoformat(), basis)


def _days(groups: Groups, frame: Frame) -> Meaning | None:
    """From 3 to 7 March, October 30-31: without a year."""
    first, _ = choose.day_of_year(frame.day, groups.at("m"), groups.at("d"), frame.tense(groups.offset))
    return days(first, groups.at("e"))


def _day_month_of_year(groups: Groups, frame: Frame) -> Meaning:
    shift = _SHIFT[groups.word("shift")]
    return Meaning(f"{frame.day.year + shift:04}-{groups.at('m'):02}-{groups.at('d'):02}", f"day of the year {_NAMES[shift]}")


def _season(groups: Groups, frame: Frame) -> Meaning:
    """The nearest such season on the side that the words or the tense point to; the running one counts as this one, never as last."""
    number, word = groups.at("s"), groups.word("shift")
    middle = {1: 4, 2: 7, 3: 10, 4: 13}[number]
    years = range(frame.day.year - 2, frame.day.year + 2)
    months = [(12 * (year - frame.day.year) + middle - frame.day.month, year) for year in years]
    tense = frame.tense(groups.offset)
    if word in ("last", "past", "previous") or (word == "" and tense == "past"):
        year = max(y for distance, y in months if distance < (-1 if word else 2))
        return Meaning(season(year, number), "season before publication")
    if word in ("next", "coming", "following") or (word == "" and tense == "future"):
        year = min(y for distance, y in months if distance > (1 if word else -2))
        return Meaning(season(year, number), "season after publication")
    year = min(months, key=lambda pair: (abs(pair[0] - 0.5), pair[1]))[1]
    return Meaning(season(year, number), "season nearest publication")


def _season_of_year(groups: Groups, frame: Frame) -> Meaning:
    shift = _SHIFT[groups.word("shift")]
    return Meaning(season(frame.day.year + shift, groups.at("s")), f"season of the year {_NAMES[shift]}")


def _quarter(groups: Groups, frame: Frame) -> Meaning | None:
    """A quarter without a year is the last that had begun (of a half of the year, half must be over), or by tense the next."""
    part = quarter(groups)
    if part is None:
        return None
    shift = _SHIFT.get(groups.word("shift"))
    if shift is not None:
        return Meaning(f"{frame.day.year + shift:04}-{part}", f"of the year {_NAMES[shift]}")
    tense, half = frame.tense(groups.offset), part[0] == "H"
    begun = (6 * int(part[1]) - 3 if half else 3 * (int(part[1]) - 1)) < frame.day.month
    year = frame.day.year - (not begun and (tense == "past" if half else tense != "future"))
    return Meaning(
        f"{year:04}-{part}",
        "last such part of a year before publication" if begun or year < frame.day.year else "of the year of publication",
    )


def _holiday(groups: Groups, frame: Frame) -> Meaning | None:
    name = groups.run("h")[0].text
    found = [days for year in (frame.day.year, frame.day.year - 1, frame.day.year + 1) if year < 9999 for days in holidays(name, year)]
    if not found:
        return Meaning(None, "a holiday whose date no rule here gives")
    shift = _SHIFT.get(groups.word("shift"), 0)
    tense = "past" if shift < 0 else "future" if shift > 0 else frame.tense(groups.offset)
    before, after = [d for d in found if d[0] <= frame.day], [d for d in found if d[1] >= frame.day]
    nearest = min(found, key=lambda d: abs((d[0] - frame.day).days))
    chosen = max(before) if tense == "past" and before else min(after) if tense == "future" and after else nearest
    side = "holiday nearest publication" if chosen == nearest else "holiday on the side of publication that the words point to"
    return feast(chosen, side)


_SHIFTS = "(?P<shift>last|past|this|next|coming|previous)"
_OF_YEAR = "(?:(?:of|in)? the? (?P<shift>last|this|next|previous) year)"
_SOMETIME = "(?:(?:early|earlier|late|later|sometime) )"

_NEEDS: tuple[tuple[Need, str], ...] = (("day", "day|week"), ("month", "month|quarter"), ("year", "year|decade|century"))
"""What must be known of publication for each unit."""

RELATIVE: tuple[Rule, ...] = (
    Rule(
        "named-day",
        grammar("(?:early|late|earlier|later)? (?P<d>today|tonight|yesterday|tomorrow|overnight) POSSESSIVE? PARTOF?"),
        "day",
        _named,
    ),
    Rule("day-beyond", grammar("(?:the day (?P<side>before) yesterday | the day (?P<side2>after) tomorrow)"), "day", _day_beyond),
    Rule("weekday", grammar("(?:(?:early|late|mid|earlier|later) hyphen?)? (?P<w>WD) (?:early|late)? PARTOF?"), "day", _weekday),
    Rule(
        "weekday-shifted",
        grammar("(?:early|late|earlier|later)? (?:the|this)? (?P<shift>last|past|this|next|coming|previous) (?P<w>WD) PARTOF?"),
        "day",
        _shifted_weekday,
    ),
    Rule("weekday-of-week", grammar("(?P<w>WD) PARTOF? of? (?P<shift>last|this|next) week"), "day", _weekday_of_week),
    Rule(
        "part-of-day",
        grammar("(?:early|late|earlier|later)? this PARTOF"),
        "day",
        lambda groups, frame: Meaning(frame.day.isoformat(), "day of publication"),
    ),
    Rule(
        "last-night",
        grammar("(?:early|late)? last PARTOF"),
        "day",
        lambda groups, frame: Meaning(step(frame.day, -1, "D"), "day before publication"),
    ),
    *(
        Rule(
            "unit-shifted",
            grammar(
                "(?:MOD|early|late|earlier|later)? the? (?P<shift>last|this|next|coming|current|latest) "
                f"(?:fiscal|financial|FULL)? (?P<u>{units})"
            ),
            need,
            _shifted_unit,
        )
        for need, units in _NEEDS
    ),
    *(
        Rule("unit-of-publication", grammar(f"(?:(?:earlier|later) (?:in|on|this)|MOD) the (?P<u>{units})"), need, _this_unit)
        for need, units in _NEEDS
    ),
    Rule("unit-of-publication", grammar("(?<=on) the (?P<u>day) (?=dot|comma|sign|$|quote)"), "day", _this_unit),
    Rule("unit-beyond", grammar("the (?P<u>day|week|month|quarter|year) (?:(?P<back>before last) | after next)"), "day", _unit_beyond),
    Rule("week-of-month", grammar("the? (?P<n>ORD|last) (?P<week>week) of (?P<m>NMONTH) (?P<y>YEAR)?"), "month", _week_of_month),
    Rule("week-of-day", grammar("the week (?:of|start) (?P<m>NMONTH) (?P<d>DAYNUM)"), "month", _week_of_day),
    Rule("month-quarter", grammar("the? (?P<m>NMONTH) hyphen? quarter"), "month", _month_quarter),
    Rule("month-for", grammar("(?<=for) (?P<m>NMONTH) (?=delivery)"), "month", _coming_month),
    Rule("year-end", grammar("(?P<u>year|month|quarter) (?:POSSESSIVE|hyphen) end"), "day", _this_unit),
    Rule(
        "weekend", grammar("(?:early|late|earlier|later)? (?:the|this)? (?P<shift>last|past|this|next|coming|the) weekend"), "day", _weekend
    ),
    Rule("month", grammar("MOD? (?P<m>NMONTH)"), "month", _month),
    Rule("month-shifted", grammar("MOD? (?:early|late)? (?P<shift>last|past|this|next|coming) (?P<m>NMONTH)"), "month", _shifted_month),
    Rule("month-of-year", grammar(f"MOD? (?P<m>NMONTH) comma? {_OF_YEAR}"), "year", _month_of_year),
    Rule("day-month", grammar("(?:WD comma? the?)? (?:the(?=ORD))? (?P<d>DAYNUM) of? (?P<m>NMONTH) PARTOF?"), "month", _day_month),
    Rule("month-day", grammar("(?:WD comma? the?)? (?<!in) (?P<m>NMONTH) the? (?P<d>DAYNUM) PARTOF?"), "month", _day_month),
    Rule("days-of-month", grammar("(?P<d>DAYNUM) (?:hyphen|dash) (?P<e>DAYNUM) of? (?P<m>NMONTH)"), "month", _days),
    Rule("day-before-month", grammar("(?P<d>DAYNUM) (?=(?:to|until|through) DAYNUM of? (?P<m>NMONTH))"), "month", _day_month),
    Rule("day-before-month", grammar("(?<=between) (?P<d>DAYNUM) (?=and DAYNUM of? (?P<m>NMONTH))"), "month", _day_month),
    Rule("days-of-month", grammar("(?P<m>NMONTH) (?P<d>DAYNUM) (?:to|through|until|hyphen|dash) (?P<e>DAYNUM)"), "month", _days),
    Rule(
        "day-month-of-year", grammar(f"(?:WD comma? the?)? (?P<d>DAYNUM) of? (?P<m>NMONTH) comma? {_OF_YEAR}"), "year", _day_month_of_year
    ),
    Rule("month-day-of-year", grammar(f"(?:WD comma? the?)? (?P<m>NMONTH) (?P<d>DAYNUM) comma? {_OF_YEAR}"), "year", _day_month_of_year),
    Rule("season", grammar("MOD? (?P<shift>last|past|this|next|coming)? (?P<s>SEASON)"), "month", _season),
    Rule("season", grammar("MOD? the (?P<shift>last|past|next|coming)? (?P<s>SEASON)"), "month", _season),
    Rule("season-of-year", grammar(f"(?:MOD|the)? (?P<s>SEASON) {_OF_YEAR}"), "year", _season_of_year),
    Rule(
        "quarter", grammar(f"MOD? the? fiscal? (?P<q>ORD) hyphen? (?:quarter|(?P<half>half)(?=of the year)) {_OF_YEAR}?"), "month", _quarter
    ),
    Rule("quarter", grammar(f"(?P<q>QUARTER) {_OF_YEAR}?"), "month", _quarter),
    Rule(
        "quarter",
        grammar("(?P<shift>last|this|next) year POSSESSIVE (?P<q>ORD) hyphen? (?:quarter|(?P<half>half))"),
        "month",
        _quarter,
    ),
    Rule("month-quarter", grammar("the fiscal? quarter (?=ended (?P<m>NMONTH))"), "month", _month_quarter),
    Rule("weekday-day", grammar("(?P<w>WD) the? (?P<d>ORD)"), "day", _weekday_day),
    Rule("holiday", grammar("(?P<shift>last|this|next)? (?P<h>HOLIDAY)"), "month", _holiday),
)
"""Order breaks ties between matches of one length."""
