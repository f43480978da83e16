"""A page of plain text as lines, each with what can be told from its own words."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field

from khaldun.articles.drafts import Range
from khaldun.articles.furniture import kind_of, label
from khaldun.articles.topics import stems
from khaldun.records import FurnitureKind

_VISIBLE = re.compile(r"\S(?:[^\n]*\S)?")
_ENDS = re.compile(r"[.!?。！？؟।][\"'”’»)\]」』]*\s*$")
_CUT = re.compile(r"(?:…|\.\.\.|\[(?:\.\.\.|…|&hellip;)\])[\"'”’»)\]]*$")
_SIGNED = re.compile(r"[.!?][\"'”’»]*\s+[(\[][^()\[\]]{2,160}[)\]]\s*$")
_EAST_ASIAN = re.compile(r"[\u3040-\u30ff\u4e00-\u9fff]")
_OPENS = re.compile(r"[\"'“‘«(\[¿¡#$€£–—-]*[A-ZÀ-ÞА-Я0-9\u0370-\u03ff\u0530-\u2fff\u3040-\uffff]")
_OUTLET = re.compile(r"\s+[|–—-]\s+[^|–—]{2,40}$")
_LONGEST_TITLE = 34


@dataclass(slots=True)
class Line:
    """A line, or a piece of an overlong one. `gap` is the number of line ends before it, 0 within its line; `lower` the share of its words
    that begin with a small letter."""

    text: str
    start: int
    end: int
    gap: int
    kind: FurnitureKind | None = None
    label: bool = False
    size: int = 0
    lower: float = 0.0
    ends: bool = False
    cut: bool = False
    stems: frozenset[str] = field(default_factory=frozenset)

    @property
    def prose(self) -> bool:
        """Whether it reads like a sentence or more."""
        if self.kind is not None or self.label:
            return False
        if self.gap == 0 and self.ends:
            return True
        flowing = self.lower >= 0.4 or not self.text.isascii()
        return flowing and (
            (self.ends and self.size >= 4)
            or self.size >= 22
            or (self.cut and self.size >= 12)
            or (self.text.endswith(":") and self.size >= 9)
        )

    @property
    def headline(self) -> bool:
        """Whether it could be a headline by its form."""
        if self.kind is not None or self.label or not 3 <= self.size <= _LONGEST_TITLE or self.cut:
            return False
        menu = not self.text.isupper() and ((self.size > 12 and self.lower == 0) or (self.size > 18 and self.lower < 0.15))
        return _OPENS.match(self.text) is not None and not menu and not self.text.endswith((".", ",", ";", ":"))

    @property
    def key(self) -> str:
        """What copies of it have in common: its words, without an outlet's name at the end."""
        return key(self.text)


def key(text: str) -> str:
    """The words of a headline for comparing copies: "Ceasefire holds | The Daily" and "Ceasefire holds" are one."""
    plain = " ".join(text.casefold().split())
    shorter = _OUTLET.sub("", plain)
    return shorter if len(shorter.split()) >= 3 else plain


def visible(text: str) -> list[Range]:
    """The lines of `text` that hold something visible."""
    return [match.span() for match in _VISIBLE.finditer(text)]


def lines_of(text: str, parts: Iterable[Range]) -> list[Line]:
    """The given ranges of `text` with their features."""
    found: list[Line] = []
    last = 0
    for start, end in parts:
        words = text[start:end].rstrip()
        gap = text.count("\n", last, start) if last else 9
        found.append(_line(words, start, gap))
        last = start + len(words)
    return found


def _line(words: str, start: int, gap: int) -> Line:
    parts = words.split()
    east_asian = len(_EAST_ASIAN.findall(words[:400]))
    return Line(
        text=words,
        start=start,
        end=start + len(words),
        gap=gap,
        kind=kind_of(words),
        label=label(words),
        size=max(len(parts), east_asian // 2),
        lower=sum(word[0].islower() for word in parts) / len(parts),
        ends=(_ENDS.search(words[-12:]) is not None and not _CUT.search(words[-12:])) or _SIGNED.search(words) is not None,
        cut=_CUT.search(words[-12:]) is not None,
        stems=stems(words),
    )
