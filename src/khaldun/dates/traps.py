"""Words that look like dates and are none: counts, names, verbs."""

from __future__ import annotations

from collections.abc import Sequence

from khaldun.dates.tokens import Token

_NUMBERED = frozenset(
    "flight resolution boeing airbus no number room article section route highway channel windows vision agenda unit page paragraph "
    "chapter law decree".split()
)
_MEASURES = frozenset(
    "people troops soldiers men women children meters metres miles kilometers kilometres km kg tons tonnes dollars euros pounds "
    "barrels percent per feet "
    "homes houses deaths cases votes seats jobs students refugees migrants prisoners fighters civilians rpm mw megawatts points "
    "words acres hectares".split()
)
_MONEY = frozenset("rate rates lending loan loans deposit deposits index indexed money interbank repo".split())
"""What overnight is no time of."""
_PAPERS = frozenset("times telegraph mirror express herald mail post tribune mass mercury world".split())
_TELLING = frozenset("in since until by from of during before after".split())
"""Words after which four digits are a year, whatever follows."""
_SEASONAL = frozenset(
    "olympics olympic paralympics paralympic games palace break offensive coat clothes clothing tents rolls school wheat".split()
)
_BEFORE_MONTH = frozenset(
    "in since until by last next this early late mid through from between during for before after on every each and of to or "
    "hyphen comma dash slash quote WEEKDAY the "
    "end start SMALL ORD past all around".split()
)


def trap(run: Sequence[Token], first: int, last: int, rule: str) -> bool:
    """Whether the expression `run[first:last]` is no date after all."""
    before = run[first - 1] if first else None
    after = run[last] if last < len(run) else None
    if rule == "year":
        ranged = first > 1 and run[first - 1].kind in ("hyphen", "dash") and run[first - 2].kind == "YEAR"
        return not ranged and _no_year(run[last - 1], before, after)
    if rule == "season":
        return _no_season(run[last - 1], before, after, last - first)
    if rule == "month" and last - first == 1:
        return _no_month(run[first], before, after)
    if rule == "weekday":
        return _no_weekday(run[last - 1], after) or (before is not None and before.text in ("Black", "Bloody", "Cyber"))
    if rule == "named-day" and run[last - 1].kind == "overnight":
        return after is not None and after.text.lower() in _MONEY
    if rule == "vague" and last - first == 1:
        return after is not None and after.kind in ("after", "before", "hyphen")
    if rule == "decade":
        return last - first == 1 and run[first].number < 100 and run[first].text[0].isalnum()
    if (
        rule == "duration"
        and last - first == 2
        and run[first].kind == "a"
        and (run[last - 1].kind == "quarter" or (after is not None and after.kind == "of" and run[last - 1].kind == "day"))
    ):
        return True
    if rule == "duration":
        return run[last - 1].text.lower() in ("quarter", "quarters") and after is not None and after.kind in ("of", "to")
    return False


def _no_year(year: Token, before: Token | None, after: Token | None) -> bool:
    if not 1500 <= year.number <= 2100:
        return True
    if before is not None:
        touching = before.end == year.start and before.kind in ("hyphen", "dot", "money", "comma", "slash", "x")
        if (
            touching
            or before.kind in ("money", "APPROX", "than", "least", "most")
            or before.text.lower() in _NUMBERED
            or before.text == "#"
        ):
            return True
    if after is None:
        return False
    counted = before is None or before.kind not in _TELLING
    return (counted and after.text.lower() in _MEASURES) or after.text == "%" or (after.kind == "x" and after.start == year.end)


def _no_weekday(word: Token, after: Token | None) -> bool:
    """An abbreviation without a stop or a date after it; the name of a newspaper."""
    if word.kind == "WDAY":
        return after is None or after.kind not in ("comma", "MONTH", "MON", "SMALL", "PART")
    return after is not None and after.text.lower() in _PAPERS and after.text[0].isupper()


def _no_month(word: Token, before: Token | None, after: Token | None) -> bool:
    """May and March, and abbreviations, need company that a date would have; after a capitalised word a month is a family name."""
    kind = before.kind if before else "start"
    if word.text in ("May", "March") or word.kind == "MON":
        return kind not in _BEFORE_MONTH or (kind in ("the", "quote", "comma", "to", "and") and word.kind != "MON")
    return before is not None and before.kind == "x" and before.text[0].isupper() and before.end + 1 == word.start


def _no_season(word: Token, before: Token | None, after: Token | None, size: int) -> bool:
    """Part of a name (the Arab Spring, the Winter Olympics), or a fall that is none of the year's."""
    if after is not None and (after.text.lower() in _SEASONAL or (word.text.lower() == "fall" and after.kind == "of")):
        return True
    named = word.text[0].isupper() and before is not None and before.text[0].isupper() and before.kind == "x"
    if word.text.lower() == "fall" and size == 1:
        return before is None or before.kind not in ("in", "since", "until", "by", "this", "last", "next")
    return size == 1 and named
