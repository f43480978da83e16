"""What the words before a date make of it: "since 1962" has no end, "until Friday" no beginning, "from 2010 to 2015" two of each."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator, Sequence

import msgspec

from khaldun.records import DateMention

_BEFORE = re.compile(
    r"\b(?:(?P<since>since|from|as of|starting|beginning)|(?P<until>until|till|by|up to|through)|"
    r"(?P<between>between))\s+(?:(?:at\s+least|as\s+early\s+as|on|in|about|the)\s+)*$",
    re.I,
)
_TO = re.compile(r"\s*-?\s*(?:to|until|till|through|thru|and)\s*-?\s*|\s*[-–—]\s*", re.I)
_REACH = 40


def opened(text: str, found: Sequence[DateMention]) -> Iterator[DateMention]:
    """The mentions with the ends that their prepositions leave open or that a second mention sets."""
    skipped = False
    for at, mention in enumerate(found):
        following = found[at + 1] if at + 1 < len(found) else None
        if skipped:
            skipped = False
            continue
        pair = _range(text, mention, following) if following else None
        if pair:
            skipped = True
            yield from pair
        else:
            yield _open(text, mention)


def _word(text: str, mention: DateMention) -> str:
    """Which of the telling prepositions stands before a mention."""
    match = _BEFORE.search(text, max(0, mention.start - _REACH), mention.start)
    return (match.lastgroup or "") if match else ""


def _range(text: str, first: DateMention, second: DateMention) -> tuple[DateMention, DateMention] | None:
    """Two mentions as the ends of one stretch of days."""
    joint = _TO.fullmatch(text, first.end, second.start)
    word = _word(text, first)
    if not joint or not first.from_ or not second.to or first.precision == "unknown":
        return None
    first, second = _in_order(first, second)
    if (first.from_ or "") > (second.to or ""):
        return None
    if "and" in joint.group().lower() and word != "between":
        return None
    basis = f"from the one to the other: {text[first.start : second.end]}"
    ends = {"from_": first.from_, "to": second.to, "precision": "span"}
    return tuple(msgspec.structs.replace(each, **ends, basis=f"{basis} ({each.basis})") for each in (first, second))  # type: ignore[return-value]


def _in_order(first: DateMention, second: DateMention) -> tuple[DateMention, DateMention]:
    """Two weekdays in order: from a coming Monday to the Thursday after it, from the Monday before it to a past Thursday."""
    if first.rule != "weekday" or second.rule != "weekday" or (first.from_ or "") <= (second.to or ""):
        return first, second
    if "after" in first.basis:
        return first, _moved(second, 7)
    return _moved(first, -7), second


def _moved(mention: DateMention, days: int) -> DateMention:
    day = (dt.date.fromisoformat(mention.from_ or "") + dt.timedelta(days)).isoformat()
    return msgspec.structs.replace(mention, from_=day, to=day, value=day + (mention.value or "")[10:])


def _open(text: str, mention: DateMention) -> DateMention:
    if not mention.from_ or not mention.to or mention.rule == "days-of-month":
        return mention
    word = _word(text, mention)
    if word == "since":
        return msgspec.structs.replace(mention, to=None, basis=f"{mention.basis}; from then on")
    if word == "until":
        return msgspec.structs.replace(mention, from_=None, basis=f"{mention.basis}; up to then")
    return mention
