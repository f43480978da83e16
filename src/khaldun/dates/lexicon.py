"""The words of time: each with its class (the letter of the grammar's alphabet) and its number.

A class is named in capitals for open kinds ("MONTH") and by the word itself for the closed ones ("of", "last").
"""

from __future__ import annotations

MONTHS = ("January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December")
WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
UNITS = {
    "second": "S",
    "minute": "TM",
    "hour": "H",
    "day": "D",
    "week": "W",
    "month": "M",
    "quarter": "Q",
    "year": "Y",
    "decade": "DE",
    "century": "CE",
}
CODES = UNITS | {"fortnight": "F", "min": "TM", "hr": "H"}
"""Units to their letter; TM is minutes, F a fortnight."""

_CARDINALS = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty"
).split()
_ORDINALS = (
    "zeroth first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth "
    "seventeenth eighteenth nineteenth twentieth"
).split()
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split()
_DECADES = "twenties thirties forties fifties sixties seventies eighties nineties".split()
_SEASONS = {"spring": 1, "springtime": 1, "summer": 2, "summertime": 2, "autumn": 3, "fall": 3, "winter": 4, "wintertime": 4}
_PARTS = {
    "morning": 1,
    "afternoon": 2,
    "evening": 3,
    "night": 4,
    "nighttime": 4,
    "dawn": 1,
    "daybreak": 1,
    "dusk": 3,
    "nightfall": 4,
    "lunchtime": 2,
    "sunrise": 1,
    "sunset": 3,
}
_SETS = {
    "hourly": "PT1H", "daily": "P1D", "nightly": "P1D", "weekly": "P1W", "biweekly": "P2W", "fortnightly": "P2W", "monthly": "P1M",
    "bimonthly": "P2M", "quarterly": "P1Q", "annual": "P1Y", "annually": "P1Y", "yearly": "P1Y", "biannual": "P6M", "biennial": "P2Y",
}  # fmt: skip
_VAGUE = {
    "now": "PRESENT_REF", "nowadays": "PRESENT_REF", "currently": "PRESENT_REF", "presently": "PRESENT_REF", "recently": "PAST_REF",
    "lately": "PAST_REF", "formerly": "PAST_REF", "soon": "FUTURE_REF", "shortly": "FUTURE_REF",
}  # fmt: skip
_LONG = {
    "daylong": "P1D",
    "weeklong": "P1W",
    "monthlong": "P1M",
    "yearlong": "P1Y",
    "hourlong": "PT1H",
    "decadelong": "P1DE",
    "centurylong": "P1CE",
}
_CLOSED = (
    "last past previous next coming following this current these that those same the a an of in on at to from through until till between and "
    "before after ago earlier later every each per once twice times half early late mid old long ending beginning end start middle "
    "recent entire whole all other weekend weekends time local present moment future fiscal financial noon midnight midday "
    "for since by during within over more than less fewer least most no up as many only just about around nearly almost roughly "
    "approximately some several few many couple dozen dozens hundreds thousands numerous various or today yesterday tomorrow tonight overnight "
    "clock not so near distant very attack quarter eve"
).split()
_SAME = {"an": "a", "till": "until", "preceding": "previous", "prior": "previous", "upcoming": "coming", "ensuing": "following", "subsequent": "following",
         "beginning": "start", "fewer": "less", "closing": "end", "middle": "mid", "midday": "noon", "thru": "through", "o'clock": "clock", "o’clock": "clock"}  # fmt: skip
APPROXIMATE = {
    "about",
    "around",
    "nearly",
    "almost",
    "roughly",
    "approximately",
    "some",
    "just",
    "over",
    "only",
    "approx",
    "barely",
    "under",
}
FUZZY = {"several", "few", "many", "numerous", "various", "dozens", "hundreds", "thousands", "countless"}


def _months() -> dict[str, tuple[str, int]]:
    found = {name: ("MONTH", number) for number, name in enumerate(MONTHS, 1)}
    found |= {name[:3]: ("MON", number) for number, name in enumerate(MONTHS, 1) if name != "May"}
    return (
        found
        | {"Sept": ("MON", 9)}
        | {name.upper(): ("MONTH", number) for number, name in enumerate(MONTHS, 1) if name not in ("March", "May")}
    )


def _weekdays() -> dict[str, tuple[str, int]]:
    found = {name: ("WEEKDAY", number) for number, name in enumerate(WEEKDAYS, 1)}
    found |= {name.upper(): pair for name, pair in list(found.items())}
    found |= {name.lower(): pair for name, pair in list(found.items())}
    found |= {name + "s": ("WEEKDAYS", number) for number, name in enumerate(WEEKDAYS, 1)}
    found |= {
        short: ("WDAY", number) for number, name in enumerate(WEEKDAYS, 1) for short in (name[:3], name[:4], name[:5]) if short != name
    }
    return found


def _lower() -> dict[str, tuple[str, int]]:
    found = {word: (_SAME.get(word, word), 0) for word in (*_CLOSED, *_SAME)}
    found |= {word: ("APPROX", 0) for word in APPROXIMATE} | {word: ("FUZZY", 0) for word in FUZZY}
    found |= {unit: (unit, 0) for unit in CODES if unit != "second"} | {unit + "s": ("UNITS", 0) for unit in CODES if unit != "century"}
    found |= {"centuries": ("UNITS", 0), "attacks": ("attack", 0), "massacre": ("attack", 0), "riot": ("attack", 0)}
    found |= {word: ("CARD", number) for number, word in enumerate(_CARDINALS)} | {
        word: ("CARD", 10 * n) for n, word in enumerate(_TENS, 2)
    }
    found |= {"hundred": ("CARD", 100), "thousand": ("CARD", 1000), "million": ("CARD", 10**6), "billion": ("CARD", 10**9)}
    found |= {word: ("ORD", number) for number, word in enumerate(_ORDINALS)} | {
        word[:-1] + "ieth": ("ORD", 10 * n) for n, word in enumerate(_TENS, 2)
    }
    found |= {word: ("DECADE", 10 * n) for n, word in enumerate(_DECADES, 2)}
    found |= {word: ("SEASON", number) for word, number in _SEASONS.items()} | {word: ("PART", number) for word, number in _PARTS.items()}
    found |= {word: ("SET", 0) for word in _SETS} | {word: ("VAGUE", 0) for word in _VAGUE} | {word: ("LONG", 0) for word in _LONG}
    found |= {word: ("PARTS", number) for word, number in (("mornings", 1), ("afternoons", 2), ("evenings", 3), ("nights", 4))}
    return found | {month.lower(): ("MONTH", n) for n, month in enumerate(MONTHS, 1) if month not in ("March", "May", "August")}


EXACT: dict[str, tuple[str, int]] = _months() | _weekdays()
"""Words that are of time only as they are spelled here."""

LOWER: dict[str, tuple[str, int]] = _lower()
"""Words of time in lower case."""

VALUES: dict[str, str] = _SETS | _VAGUE | _LONG
"""Words with a TIMEX3 value of their own."""


def unit_code(word: str) -> str:
    """The letter of a unit in the singular or plural."""
    word = word.lower()
    return CODES.get(word) or ("CE" if word == "centuries" else CODES[word[:-1]])
