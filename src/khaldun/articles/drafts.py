"""What the splitters hand on: which words are whose, before bylines, dates and language are read."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field

from khaldun.records import Furniture, FurnitureKind

_LINE = re.compile(r"[^\n]*\S[^\n]*")

Range = tuple[int, int]


@dataclass(slots=True)
class Draft:
    """An article taking shape: its headline's copies in order (the last one before the body is its title), paragraphs and furniture."""

    titles: list[Range] = field(default_factory=list)
    body: list[Range] = field(default_factory=list)
    furniture: list[Furniture] = field(default_factory=list)


@dataclass(slots=True)
class Drafts:
    """A page's articles and the furniture that is no article's."""

    articles: list[Draft] = field(default_factory=list)
    furniture: list[Furniture] = field(default_factory=list)


def trimmed(text: str, start: int, end: int) -> Range:
    """`[start, end)` without white space at its ends."""
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return start, end


def uncovered(text: str, covered: Iterable[Range]) -> list[Range]:
    """The lines, or parts of lines, of `text` that lie in none of `covered` (disjoint ranges) and hold something visible."""
    found: list[Range] = []
    at = 0
    for start, end in [*sorted(covered), (len(text), len(text))]:
        for match in _LINE.finditer(text, at, start):
            found.append(trimmed(text, match.start(), match.end()))
        at = max(at, end)
    return [part for part in found if part[0] < part[1]]


def furnish(drafts: Drafts, text: str, kind: FurnitureKind = "other") -> None:
    """Set every visible character that is in no span yet into furniture, so that none is lost."""
    covered = [part for draft in drafts.articles for part in (*draft.titles, *draft.body, *((f.start, f.end) for f in draft.furniture))]
    covered += [(f.start, f.end) for f in drafts.furniture]
    drafts.furniture += [Furniture(start, end, kind) for start, end in uncovered(text, covered)]
    drafts.furniture.sort(key=lambda piece: piece.start)
