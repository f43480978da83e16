"""What a date expression is read against: the day of publication, the date named last, the tense around it."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable, Sequence
from typing import Literal

import msgspec

from khaldun.dates.calendar import Bounds
from khaldun.dates.tokens import Token, number
from khaldun.records import Precision, Published

Need = Literal["nothing", "year", "month", "day", "reference"]
_COARSE = {"day": 3, "month": 2, "year": 1}


class Meaning(msgspec.Struct, frozen=True):
    """A TIMEX3 value and what it rests on. `bounds` are given where they are not those of the value."""

    value: str | None
    basis: str
    bounds: Bounds | None = None


class Frame(msgspec.Struct):
    """Where the reading of a text stands. `reference` is the first day of the date named last, `scale` its precision."""

    published: dt.date | None
    precision: Precision
    tense: Callable[[int], str]
    reference: dt.date | None = None
    scale: Precision = "day"

    @property
    def day(self) -> dt.date:
        """The day of publication; rules that need it are asked only where it is known."""
        return self.published or dt.date.min

    @property
    def last(self) -> dt.date:
        """The date named last; else the day of publication."""
        return self.reference or self.day

    @property
    def moment(self) -> tuple[dt.date | None, str]:
        """The day that a bare time of day belongs to, and its name: a day named lately, if it is near publication; else the day of publication."""
        known = self.published if self.precision == "day" else None
        if self.reference and self.scale == "day" and (known is None or abs((self.reference - known).days) <= 14):
            return self.reference, "the date named before"
        return known, "publication"

    @property
    def last_name(self) -> str:
        """How `last` is called in words."""
        return "the date named before" if self.reference else "publication"

    def lacks(self, need: Need) -> str:
        """Why a rule with this need cannot be resolved; empty if it can."""
        if need == "nothing" or (need == "reference" and self.reference):
            return ""
        if self.published is None:
            return "relative to publication, whose date is unknown"
        wanted = "day" if need == "reference" else need
        if _COARSE.get(self.precision, 3) < _COARSE[wanted]:
            return f"relative to publication, whose {wanted} is unknown"
        return ""


def frame(published: Published | None, tense: Callable[[int], str]) -> Frame:
    """The frame at the start of a text."""
    try:
        day = (
            dt.date.fromisoformat((published.date + "-01-01")[:10] if len(published.date) < 10 else published.date[:10])
            if published
            else None
        )
    except ValueError:
        day = None
    return Frame(day, published.precision if published else "unknown", tense)


class Groups:
    """What a rule matched: named groups as runs of tokens."""

    __slots__ = ("_match", "_tokens")

    def __init__(self, match: re.Match[str], tokens: Sequence[Token]) -> None:
        self._match, self._tokens = match, tokens

    def run(self, name: str) -> Sequence[Token]:
        """The tokens of a group; none where it did not take part."""
        known = name in self._match.re.groupindex and self._match.start(name) >= 0
        return self._tokens[self._match.start(name) : self._match.end(name)] if known else ()

    def one(self, name: str) -> Token | None:
        """The first token of a group."""
        run = self.run(name)
        return run[0] if run else None

    def at(self, name: str) -> int:
        """The number of the first token of a group that took part."""
        return self.run(name)[0].number

    def word(self, name: str) -> str:
        """The class of the first token of a group, which for closed words is the word; empty where it did not take part."""
        token = self.one(name)
        return token.kind if token else ""

    def text(self, name: str) -> str:
        """The words of a group in lower case."""
        return " ".join(token.text for token in self.run(name)).lower()

    def amount(self, name: str) -> float | None:
        """What the number words of a group say."""
        return number(self.run(name))

    @property
    def offset(self) -> int:
        """Where the whole match begins in the text."""
        return self._tokens[self._match.start()].start


class Rule(msgspec.Struct, frozen=True):
    """How one kind of expression is written (over token letters), what it needs to be known, and what it means."""

    name: str
    pattern: re.Pattern[str]
    need: Need
    meaning: Callable[[Groups, Frame], Meaning | None]
