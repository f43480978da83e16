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

Need = Literal["nothing", "year", "month", "day"]
_COARSE = {"day": 3, "month": 2, "year": 1}
_FINE = {"day": 0, "week": 1, "month": 2, "season": 3, "quarter": 3, "year": 4, "decade": 5, "century": 6}
_FINE_ENOUGH = {"S": 0, "TM": 0, "H": 0, "D": 0, "W": 1, "F": 1, "M": 2, "Q": 3, "Y": 4, "DE": 5, "CE": 6}


class Meaning(msgspec.Struct, frozen=True):
    """A TIMEX3 value and what it rests on. `bounds` are given where they are not those of the value."""

    value: str | None
    basis: str
    bounds: Bounds | None = None


class Frame(msgspec.Struct):
    """Where the reading of a text stands: publication, tense, and the dates named so far (the last of each precision, with its turn).

    `clock` is the time of day named last, with its day; `day_first` says in which order the text writes 03/11/2024, where it tells.
    """

    published: dt.date | None
    precision: Precision
    tense: Callable[[int], str]
    named: dict[str, tuple[int, dt.date]] = {}
    turn: int = 0
    clock: str = ""
    day_first: bool | None = None

    @property
    def day(self) -> dt.date:
        """The day of publication; rules that need it are asked only where it is known."""
        return self.published or dt.date.min

    def name(self, day: str, precision: Precision) -> None:
        """Remember a date named in the text by its first day."""
        self.turn += 1
        self.named[precision] = (self.turn, dt.date.fromisoformat(day))

    def near(self, unit: str) -> tuple[dt.date, str] | None:
        """The date that something so many units away is counted from, and its name: the last one named as finely; else publication."""
        known = [found for precision, found in self.named.items() if _FINE.get(precision, 9) <= _FINE_ENOUGH.get(unit, 0)]
        if known:
            return max(known)[1], "the date named before"
        return (self.day, "publication") if self.published and _COARSE.get(self.precision, 3) + _FINE_ENOUGH.get(unit, 0) >= 3 else None

    def scale(self, unit: str) -> str:
        """The precision of the date that `near` gives."""
        known = [(found, precision) for precision, found in self.named.items() if _FINE.get(precision, 9) <= _FINE_ENOUGH.get(unit, 0)]
        return max(known)[1] if known else "day"

    def moment(self) -> tuple[dt.date, str] | None:
        """The day that a bare time of day belongs to: a day named lately, if it is near publication; else the day of publication."""
        found = self.near("D")
        if found and self.published and self.precision == "day" and abs((found[0] - self.published).days) > 14:
            return self.published, "publication"
        return found

    def time_of(self, day: dt.date) -> dt.datetime | None:
        """The time named last, if it was one of that day."""
        try:
            known = dt.datetime.fromisoformat(self.clock) if self.clock else None
        except ValueError:
            return None
        return known if known and known.date() == day else None

    def lacks(self, need: Need) -> str:
        """Why a rule with this need cannot be resolved; empty if it can."""
        if need == "nothing":
            return ""
        if self.published is None:
            return "relative to publication, whose date is unknown"
        if _COARSE.get(self.precision, 3) < _COARSE[need]:
            return f"relative to publication, whose {need} is unknown"
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
    return Frame(day, published.precision if published else "unknown", tense, {})


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
