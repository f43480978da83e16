"""Days with a name: fixed, computed, or by a table of other calendars (1990 to 2040; Diwali 2001 to 2035)."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence
from importlib.resources import files

_FIXED = {
    "new year's day": "01-01", "new year's": "01-01", "new year's eve": "12-31", "new years eve": "12-31", "new years day": "01-01",
    "epiphany": "01-06", "orthodox christmas": "01-07", "nowruz": "03-21",
    "valentine's day": "02-14", "st. valentine's day": "02-14", "international women's day": "03-08",
    "st. patrick's day": "03-17", "st patrick's day": "03-17", "saint patrick's day": "03-17", "april fools' day": "04-01",
    "april fool's day": "04-01",
    "earth day": "04-22", "anzac day": "04-25", "may day": "05-01", "international workers' day": "05-01", "victory day": "05-09",
    "cinco de mayo": "05-05", "juneteenth": "06-19", "flag day": "06-14", "canada day": "07-01", "fourth of july": "07-04",
    "july fourth": "07-04", "bastille day": "07-14",
    "halloween": "10-31", "all saints' day": "11-01", "all souls' day": "11-02", "guy fawkes night": "11-05", "veterans day": "11-11",
    "armistice day": "11-11", "human rights day": "12-10", "christmas eve": "12-24", "christmas day": "12-25", "christmas": "12-25",
    "boxing day": "12-26",
    "world aids day": "12-01", "world press freedom day": "05-03", "nelson mandela day": "07-18", "world refugee day": "06-20",
    "d-day": "06-06",
}  # fmt: skip
_FROM_EASTER = {
    "ash wednesday": -46, "palm sunday": -7, "maundy thursday": -3, "holy thursday": -3, "good friday": -2, "holy saturday": -1,
    "easter sunday": 0,
    "easter": 0, "easter monday": 1, "ascension day": 39, "pentecost sunday": 49, "pentecost": 49, "whit monday": 50, "shrove tuesday": -47,
    "mardi gras": -47,
}  # fmt: skip
_FROM_ORTHODOX_EASTER = {"orthodox good friday": -2, "orthodox easter": 0, "orthodox easter sunday": 0}
_NTH = {  # month, weekday (Monday 1), which one (-1 the last)
    "martin luther king day": (1, 1, 3), "martin luther king jr. day": (1, 1, 3), "mlk day": (1, 1, 3), "presidents' day": (2, 1, 3),
    "presidents day": (2, 1, 3),
    "memorial day": (5, 1, -1), "mother's day": (5, 7, 2), "father's day": (6, 7, 3), "labor day": (9, 1, 1), "columbus day": (10, 1, 2),
    "thanksgiving day": (11, 4, 4), "thanksgiving": (11, 4, 4), "super tuesday": (3, 2, 1),
}  # fmt: skip
Days = tuple[dt.date, dt.date]
"""The first and the last day of a feast."""


def _feasts() -> dict[str, list[Days]]:
    """The feasts of other calendars by name; "Eid" may be either of two.

    The table is made with the packages hijridate (Umm al-Qura), pyluach (Hebrew) and holidays (Diwali in India, Lunar New Year), all MIT.
    """
    found: dict[str, list[Days]] = {}
    for line in files("khaldun.data").joinpath("feasts.tsv").read_text("utf8").splitlines()[1:]:
        names, _source, days = line.split("\t")
        for name in names.split("|"):
            for each in days.split():
                first, _, last = each.partition("/")
                found.setdefault(name, []).append((dt.date.fromisoformat(first), dt.date.fromisoformat(last or first)))
    return found


_FEASTS = _feasts()
_PAST = {"9/11": "2001-09-11", "7/7": "2005-07-07", "26/11": "2008-11-26"}

_names = sorted({*_FIXED, *_FROM_EASTER, *_NTH, *_FEASTS, *_FROM_ORTHODOX_EASTER}, key=len, reverse=True)
_spelled = "|".join(
    re.escape(re.sub(r"'S|\b(?:Al|Ul)-| (?:The|Of|De) ", lambda m: m[0].lower(), name.title())).replace("'", "['’]") for name in _names
)
HOLIDAY = rf"\b(?:{_spelled})\b(?:(?<=Fools)['’])?(?!\s+(?:Island|Islands|Mubarak)\b)".replace(r"\ ", r"\s")
HISTORY = rf"(?<![\w/])(?:{'|'.join(_PAST)})(?![\w/])"
"""A pattern (verbose) for every name known here, as it is capitalised in print."""


def fixed(name: str) -> str | None:
    """The value of a name that means one day of history ("9/11")."""
    return _PAST.get(name)


def holiday(name: str, year: int) -> dt.date | None:
    """The first day in a year of a holiday; `None` where no table or rule gives it."""
    found = holidays(name, year)
    return found[0][0] if found else None


def holidays(name: str, year: int) -> Sequence[Days]:
    """The days of a holiday that begin in a year: none, one, or (a feast of the moon, "Eid") several.

    Labor Day and Thanksgiving are those of the United States; Islamic feasts may begin a day earlier or later elsewhere than in Mecca.
    """
    key = re.sub(r"\s+", " ", name).replace("’", "'").lower()
    if key in _FEASTS:
        return sorted(days for days in _FEASTS[key] if days[0].year == year)
    day = _day(key, year)
    return ((day, day),) if day else ()


def _day(key: str, year: int) -> dt.date | None:
    if key in _FIXED:
        return dt.date.fromisoformat(f"{year:04}-{_FIXED[key]}")
    if key in _FROM_EASTER:
        return easter(year) + dt.timedelta(_FROM_EASTER[key])
    if key in _FROM_ORTHODOX_EASTER:
        return orthodox_easter(year) + dt.timedelta(_FROM_ORTHODOX_EASTER[key])
    if key in _NTH:
        return nth_weekday(year, *_NTH[key])
    return None


def easter(year: int) -> dt.date:
    """Easter Sunday of the western churches (the anonymous Gregorian computation)."""
    golden, century, rest = year % 19, year // 100, year % 100
    epact = (19 * golden + century - century // 4 - (century - (century + 8) // 25 + 1) // 3 + 15) % 30
    weekday = (32 + 2 * (century % 4) + 2 * (rest // 4) - epact - rest % 4) % 7
    late = (golden + 11 * epact + 22 * weekday) // 451
    month, day = divmod(epact + weekday - 7 * late + 114, 31)
    return dt.date(year, month, day + 1)


def orthodox_easter(year: int) -> dt.date:
    """Easter Sunday of the eastern churches (Meeus's Julian computation), in the Gregorian calendar."""
    moon = (19 * (year % 19) + 15) % 30
    weekday = (2 * (year % 4) + 4 * (year % 7) - moon + 34) % 7
    month, day = divmod(moon + weekday + 114, 31)
    return dt.date(year, month, day + 1) + dt.timedelta(year // 100 - year // 400 - 2)


def nth_weekday(year: int, month: int, weekday: int, nth: int) -> dt.date:
    """The nth Monday (1) to Sunday (7) of a month; -1 is the last."""
    if nth > 0:
        first = dt.date(year, month, 1)
        return first + dt.timedelta((weekday - first.isoweekday()) % 7 + 7 * (nth - 1))
    last = (dt.date(year + month // 12, month % 12 + 1, 1)) - dt.timedelta(1)
    return last - dt.timedelta((last.isoweekday() - weekday) % 7)
