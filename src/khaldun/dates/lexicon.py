"""The words of time: each with its class (a letter of the grammar's alphabet) and its number.

A class is named in capitals for open kinds ("MONTH") and by the word itself for the closed ones ("of", "last").
"""

from __future__ import annotations

Classed = dict[str, tuple[str, int]]

MONTHS = "January February March April May June July August September October November December".split()
WEEKDAYS = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()
CODES = {
    "second": "S", "minute": "TM", "min": "TM", "hour": "H", "hr": "H", "day": "D", "week": "W", "fortnight": "F", "month": "M",
    "quarter": "Q",
    "year": "Y", "decade": "DE", "century": "CE",
}  # fmt: skip
"""Units to their letter; TM is minutes, F a fortnight."""

_SHORT_WEEKDAYS = ("Mon", "Tue Tues", "Wed Weds", "Thu Thur Thurs", "Fri", "Sat", "Sun")
_CARDINALS = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen "
    "nineteen twenty"
).split()
_ORDINALS = (
    "zeroth first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth "
    "seventeenth eighteenth nineteenth twentieth"
).split()
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split()
_BIG = {"hundred": 100, "thousand": 1000, "million": 10**6, "billion": 10**9}
_DECADES = "twenties thirties forties fifties sixties seventies eighties nineties".split()
_SEASONS = {"spring": 1, "springtime": 1, "summer": 2, "summertime": 2, "autumn": 3, "fall": 3, "winter": 4, "wintertime": 4}
_PARTS = {"morning": 1, "afternoon": 2, "evening": 3, "night": 4}
_HOURS = {"dawn": 1, "daybreak": 1, "sunrise": 1, "dusk": 3, "sunset": 3, "sundown": 3, "nightfall": 4, "lunchtime": 2}
_SETS = {
    "hourly": "PT1H", "daily": "P1D", "nightly": "P1D", "weekly": "P1W", "biweekly": "P2W", "fortnightly": "P2W", "monthly": "P1M",
    "bimonthly": "P2M", "quarterly": "P3M", "annual": "P1Y", "annually": "P1Y", "yearly": "P1Y", "biannual": "P6M", "biennial": "P2Y",
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
    "a about ago after all and are as at attack attacks before between by clock coming couple current delivery distant during "
    "each earlier early end ended entire "
    "every exactly financial first fiscal following for from future half hence in is it just last late later latest least less local "
    "long mid midnight moment more most "
    "near next no noon of old on once only or other over past per period present previous recent same since so start than that "
    "the these this those "
    "through throughout time times to today tomorrow tonight twice until up upcoming very was weekend weekends were while whole "
    "with within yesterday overnight"
).split()
_SAME = {
    "an": "a", "till": "until", "preceding": "previous", "prior": "previous", "upcoming": "coming", "ensuing": "following",
    "subsequent": "following",
    "beginning": "start", "fewer": "less", "closing": "end", "middle": "mid", "midday": "noon", "thru": "through", "attacks": "attack",
    "massacre": "attack",
    "riot": "attack", "o'clock": "clock", "o’clock": "clock", "ending": "ended", "sometime": "early",
}  # fmt: skip
_APPROXIMATE = "about around nearly almost roughly approximately some approx barely".split()
_FULL = "consecutive straight full successive solid additional extra calendar business working trading".split()
_FUZZY = "several few many numerous various dozens hundreds thousands countless".split()


def _numbers() -> Classed:
    found: Classed = {word: ("CARD", number) for number, word in enumerate(_CARDINALS)} | {
        word: ("CARD", 10 * n) for n, word in enumerate(_TENS, 2)
    }
    found |= {word: ("ORD", number) for number, word in enumerate(_ORDINALS)} | {
        word[:-1] + "ieth": ("ORD", 10 * n) for n, word in enumerate(_TENS, 2)
    }
    found |= {word: ("BIG", number) for word, number in _BIG.items()} | {word: ("DECADE", 10 * n) for n, word in enumerate(_DECADES, 2)}
    found["dozen"] = ("DOZEN", 12)
    found |= dict.fromkeys(_FULL, ("FULL", 0))
    return found | dict.fromkeys(_APPROXIMATE, ("APPROX", 0)) | dict.fromkeys(_FUZZY, ("FUZZY", 0))


def _months() -> Classed:
    found = {name: ("MONTH", number) for number, name in enumerate(MONTHS, 1)}
    found |= {name[:3]: ("MON", number) for number, name in enumerate(MONTHS, 1) if name != "May"}
    return (
        found
        | {"Sept": ("MON", 9)}
        | {name.upper(): ("MONTH", number) for number, name in enumerate(MONTHS, 1) if name not in ("March", "May")}
    )


def _weekdays() -> Classed:
    found: Classed = {}
    for number, name in enumerate(WEEKDAYS, 1):
        found |= dict.fromkeys((name, name.upper(), name.lower()), ("WEEKDAY", number)) | {name + "s": ("WEEKDAYS", number)}
    return found | {name: ("WDAY", number) for number, names in enumerate(_SHORT_WEEKDAYS, 1) for name in names.split()}


def _lower() -> Classed:
    found = {word: (_SAME.get(word, word), 0) for word in (*_CLOSED, *_SAME)} | _numbers()
    found |= {unit: (unit, 0) for unit in CODES if unit != "second"} | {unit + "s": ("UNITS", 0) for unit in CODES if unit != "century"}
    found |= {"centuries": ("UNITS", 0)}
    for kind, words in (("SEASON", _SEASONS), ("PART", _PARTS), ("HOUR", _HOURS)):
        found |= {word: (kind, number) for word, number in words.items()}
    for kind, valued in (("SET", _SETS), ("VAGUE", _VAGUE), ("LONG", _LONG)):
        found |= dict.fromkeys(valued, (kind, 0))
    found |= {part + "s": ("PARTS", number) for part, number in _PARTS.items()}
    return found | {month.lower(): ("MONTH", n) for n, month in enumerate(MONTHS, 1) if month not in ("March", "May", "August")}


EXACT: Classed = _months() | _weekdays()
"""Words that are of time only as they are spelled here."""

LOWER: Classed = _lower()
"""Words of time in lower case."""

VALUES: dict[str, str] = _SETS | _VAGUE | _LONG
"""Words with a TIMEX3 value of their own."""


def unit_code(word: str) -> str:
    """The letter of a unit in the singular or plural."""
    word = word.lower()
    return CODES.get(word) or ("CE" if word == "centuries" else CODES[word[:-1]])
