"""Rules for durations, sets and what is only vaguely a time."""

from __future__ import annotations

import datetime as dt

from khaldun.dates.calendar import Bounds, add_months, duration, season
from khaldun.dates.frame import Frame, Groups, Meaning, Rule
from khaldun.dates.lexicon import VALUES, unit_code
from khaldun.dates.tokens import grammar

_NOTHING: Bounds = (None, None, "unknown")
_HALVES = {"H": "PT30M", "D": "PT12H", "Y": "P6M", "DE": "P5Y", "CE": "P50Y", "M": "P15D"}
_DAYS = {"D": 1, "W": 7, "F": 14}
_MONTHS = {"M": 1, "Q": 3, "Y": 12, "DE": 120, "CE": 1200}


def _amount(groups: Groups) -> str:
    number = groups.amount("n")
    if number is None:
        return "X"
    return f"{number:g}" if number < 1e6 else str(int(number))


def _value(groups: Groups) -> str:
    unit = unit_code(groups.run("u")[0].text)
    if groups.word("n") == "half" and unit in _HALVES:
        return _HALVES[unit]
    amount = _amount(groups)
    if groups.run("half") and amount != "X":
        amount = f"{float(amount) + 0.5:g}"
    return duration(amount, unit)


def _duration(groups: Groups, frame: Frame) -> Meaning:
    return Meaning(_value(groups), "a length of time", _NOTHING)


def _one(groups: Groups, frame: Frame) -> Meaning:
    return Meaning(duration("1", unit_code(groups.run("one")[0].text)), "a length of time", _NOTHING)


def _bare(groups: Groups, frame: Frame) -> Meaning:
    return Meaning(duration("X", unit_code(groups.run("u")[0].text)), "a length of time that is not said", _NOTHING)


def _moved(day: dt.date, count: int, unit: str) -> str | None:
    """The day so many units on; `None` for units under a day or out of the calendar."""
    try:
        if unit in _DAYS:
            return (day + dt.timedelta(count * _DAYS[unit])).isoformat()
        return add_months(day, count * _MONTHS[unit]).isoformat() if unit in _MONTHS else day.isoformat()
    except (ValueError, OverflowError):
        return None


def _around_publication(groups: Groups, frame: Frame) -> Meaning:
    """The past three months, the next two years: a length that publication ends or begins."""
    value, unit = (
        _value(groups) if groups.run("n") else duration("1" if groups.run("one") else "X", unit_code(groups.run("u")[0].text)),
        unit_code(groups.run("u")[0].text),
    )
    number = groups.amount("n") if groups.run("n") else 1.0 if groups.run("one") else None
    ahead = groups.word("shift") in ("next", "coming", "following")
    if frame.lacks("day"):
        return Meaning(value, "a length of time beside publication", _NOTHING)
    far = _moved(frame.day, round(number) * (1 if ahead else -1), unit) if number and number < 10000 else None
    here = frame.day.isoformat()
    return Meaning(
        value,
        "length of time from publication on" if ahead else "length of time up to publication",
        (here, far, "span") if ahead else (far, here, "span"),
    )


def _word(groups: Groups, frame: Frame) -> Meaning:
    """Daily, currently, yearlong: words with a value of their own."""
    value = VALUES[groups.run("v")[0].text.lower()]
    return (
        _vague(value, frame)
        if value.endswith("_REF")
        else Meaning(value, "a length of time that recurs" if groups.word("v") == "SET" else "a length of time", _NOTHING)
    )


def _vague(value: str, frame: Frame) -> Meaning:
    here = frame.day.isoformat() if not frame.lacks("day") else None
    bounds: dict[str, Bounds] = {
        "PRESENT_REF": (here, here, "unknown"),
        "PAST_REF": (None, here, "unknown"),
        "FUTURE_REF": (here, None, "unknown"),
    }
    words = {"PRESENT_REF": "the time of publication", "PAST_REF": "before publication", "FUTURE_REF": "after publication"}
    return Meaning(value, words[value], bounds[value])


def _set(groups: Groups, frame: Frame) -> Meaning:
    unit = unit_code(groups.run("u")[0].text)
    number = groups.amount("n") if groups.run("n") else 2.0 if groups.run("other") else 1.0
    return Meaning(duration(f"{number or 1:g}", unit), "what recurs", _NOTHING)


def _weekdays(groups: Groups, frame: Frame) -> Meaning:
    part = ("TMO", "TAF", "TEV", "TNI")[groups.at("p") - 1] if groups.run("p") else ""
    return Meaning(f"XXXX-WXX-{groups.at('w')}{part}", "what recurs", _NOTHING)


def _months(groups: Groups, frame: Frame) -> Meaning:
    return Meaning(f"XXXX-{groups.at('m'):02}", "what recurs", _NOTHING)


def _seasons(groups: Groups, frame: Frame) -> Meaning:
    return Meaning(season(9999, groups.at("s")).replace("9999", "XXXX"), "what recurs", _NOTHING)


def _nights(groups: Groups, frame: Frame) -> Meaning:
    """Four nights: as many days."""
    return Meaning(duration(_amount(groups), "D"), "a length of time", _NOTHING)


def _weekends(groups: Groups, frame: Frame) -> Meaning:
    return Meaning("XXXX-WXX-WE", "what recurs", _NOTHING)


def _parts(groups: Groups, frame: Frame) -> Meaning:
    return Meaning("XXXX-XX-XX" + ("TMO", "TAF", "TEV", "TNI")[groups.at("p") - 1], "what recurs", _NOTHING)


_LENGTH = "(?P<n>AMOUNT) hyphen? FULL? (?P<u>UNIT|UNITS)"

LENGTHS: tuple[Rule, ...] = (
    Rule("duration", grammar(f"APX? {_LENGTH} (?:hyphen? old)? (?!hyphen long)"), "nothing", _duration),
    Rule("duration", grammar("APX? (?P<n>AMOUNT) (?P<u>UNIT) (?P<half>and a half)"), "nothing", _duration),
    Rule("duration", grammar("the (?P<n>NUMERAL|FUZZY) FULL? (?P<u>UNITS) (?!hyphen)"), "nothing", _duration),
    Rule("duration", grammar("the fiscal? (?P<one>week|month|year) (?=ended|to NMONTH|through NMONTH)"), "nothing", _one),
    Rule("duration", grammar("(?P<n>NUMERAL) hyphen? (?P<u>UNIT|UNITS) hyphen long"), "nothing", _duration),
    Rule(
        "duration",
        grammar("(?P<n>NUMERAL (?:hyphen and hyphen a hyphen half)?) hyphen (?P<u>UNIT|UNITS) (?:hyphen old)?"),
        "nothing",
        _duration,
    ),
    Rule("duration", grammar("(?P<one>UNIT) hyphen long"), "nothing", _one),
    Rule("duration", grammar("(?P<u>UNITS) hyphen? (?:long|old)"), "nothing", _bare),
    Rule("duration", grammar("(?<!the|these|those|POSSESSIVE|early|late|last|old|hyphen|ORD) (?P<u>UNITS)"), "nothing", _bare),
    Rule(
        "beside-publication",
        grammar(f"(?:the? (?P<shift>last|past|next|coming)) (?:NUMERAL (?:to|or))? {_LENGTH}"),
        "nothing",
        _around_publication,
    ),
    Rule(
        "beside-publication",
        grammar("(?P<one>the) (?P<shift>past|coming) (?P<u>day|week|month|quarter|year|decade|century|hour)"),
        "nothing",
        _around_publication,
    ),
    Rule(
        "beside-publication",
        grammar(
            "(?<=over|for|in|within|during|through|throughout) (?P<one>the) (?P<shift>next|last) (?P<u>day|week|month|quarter|"
            "year|decade|century|hour)"
        ),
        "nothing",
        _around_publication,
    ),
    Rule("beside-publication", grammar("the? (?P<shift>last|past|recent|coming|next) FUZZY? (?P<u>UNITS)"), "nothing", _around_publication),
    Rule("first-units", grammar("the? ORD (?P<n>CARD|SMALL|FUZZY) (?P<u>UNITS) (?:of (?:YEAR|the year))?"), "nothing", _duration),
    Rule(
        "whole-unit",
        grammar("(?:all|the (?:whole|entire)) (?P<u>day|week|month|year|decade)"),
        "nothing",
        lambda g, f: Meaning(duration("1", unit_code(g.run("u")[0].text)), "a length of time", _NOTHING),
    ),
    Rule("set", grammar("(?:once|twice)? (?:every|each) (?P<n>AMOUNT)? (?P<other>other)? FULL? (?P<u>UNIT|UNITS)"), "nothing", _set),
    Rule("set", grammar("(?:once|twice|(?:CARD|SMALL|FUZZY) times) (?:a|per|each|every) (?P<u>UNIT)"), "nothing", _set),
    Rule("set", grammar("per (?P<u>UNIT)"), "nothing", _set),
    Rule("set", grammar("(?P<v>SET)"), "nothing", _word),
    Rule("weekly", grammar("(?:every|each) (?P<w>WD) (?P<p>PART)?"), "nothing", _weekdays),
    Rule("duration", grammar("(?P<n>NUMERAL) (?P<nights>PARTS)"), "nothing", _nights),
    Rule("yearly", grammar("(?:every|each) (?P<s>SEASON)"), "nothing", _seasons),
    Rule("yearly", grammar("(?:every|each) (?P<m>NMONTH)"), "nothing", _months),
    Rule("weekly", grammar("(?P<w>WEEKDAYS)"), "nothing", _weekdays),
    Rule("weekly", grammar("weekends | (?:every|each) weekend"), "nothing", _weekends),
    Rule("part-of-days", grammar("(?:every|each) (?P<p>PART)"), "nothing", _parts),
    Rule("long", grammar("(?P<v>LONG)"), "nothing", _word),
    Rule("vague", grammar("(?P<v>VAGUE)"), "nothing", _word),
    Rule("vague", grammar("at (?:present|the (?:present|moment))"), "nothing", lambda g, f: _vague("PRESENT_REF", f)),
    Rule("vague", grammar("(?:the|these) (?:present|(?<=these) UNITS)"), "nothing", lambda g, f: _vague("PRESENT_REF", f)),
    Rule("vague", grammar("(?:long|APPROX time|a (?:long|very long) time) ago"), "nothing", lambda g, f: _vague("PAST_REF", f)),
    Rule("vague", grammar("the past (?=dot|comma|sign|$|and)"), "nothing", lambda g, f: _vague("PAST_REF", f)),
    Rule("vague", grammar("the (?:near|distant)? future"), "nothing", lambda g, f: _vague("FUTURE_REF", f)),
)
"""Order breaks ties between matches of one length."""
