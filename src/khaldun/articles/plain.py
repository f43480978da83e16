"""Plain text to articles."""

from __future__ import annotations

from khaldun.articles.bodies import Sorted, sort_lines
from khaldun.articles.drafts import Draft, Drafts, Range
from khaldun.articles.lines import Line, lines_of, visible
from khaldun.articles.pieces import pieces
from khaldun.articles.starts import Start, starts
from khaldun.articles.wrapping import unwrapped
from khaldun.records import Furniture

_SMALLEST = 60
_SMALLEST_PARAGRAPHS = 3


def split_plain(text: str) -> Drafts:
    """The articles of a page of plain text."""
    lines = lines_of(text, pieces(text, unwrapped(text, visible(text))))
    found = starts(lines)
    drafts = Drafts()
    if not found:
        found = [Start(0, [])]
    drafts.furniture += [_furniture(line) for line in lines[: found[0].first]]
    for start, following in zip(found, [*found[1:], None], strict=True):
        last = following.first if following else len(lines)
        _add(drafts, text, lines[start.first : last], [lines[number] for number in start.copies], alone=len(found) == 1)
    if not drafts.articles and len(lines) == 1 and lines[0].kind is None and lines[0].size >= 3:
        return Drafts([Draft(body=[(lines[0].start, lines[0].end)])])
    return drafts


def _add(drafts: Drafts, text: str, stretch: list[Line], titles: list[Line], *, alone: bool) -> None:
    """Add the article of a stretch of lines, or its furniture to what stands before it where it is none."""
    numbers = {line.start for line in titles}
    rest = [line for line in stretch if line.start not in numbers]
    heading = frozenset().union(*(line.stems for line in titles)) if titles else frozenset()
    found = sort_lines(rest, heading)
    if not alone and _too_small(found, titles):
        drafts.furniture += [Furniture(line.start, line.end, "teaser") for line in titles]
        drafts.furniture += [Furniture(line.start, line.end, "teaser") for line in found.body]
        drafts.furniture += [Furniture(line.start, line.end, kind) for line, kind in found.furniture]
    elif found.body:
        draft = Draft([(line.start, line.end) for line in titles], merged(text, found.body))
        draft.furniture = [Furniture(line.start, line.end, kind) for line, kind in found.furniture]
        drafts.articles.append(draft)
    else:
        drafts.furniture += [_furniture(line) for line in stretch]


def merged(text: str, body: list[Line]) -> list[Range]:
    """The paragraphs of a body: pieces of one line with nothing visible between them are one."""
    found: list[Range] = []
    for line in body:
        if found and "\n" not in text[found[-1][1] : line.start] and not text[found[-1][1] : line.start].strip():
            found[-1] = (found[-1][0], line.end)
        else:
            found.append((line.start, line.end))
    return found


def _too_small(found: Sorted, titles: list[Line]) -> bool:
    """A headline with a few words under it is a teaser, not an article."""
    prose = [line for line in found.body if line.prose]
    size = sum(line.size for line in prose)
    if len(titles) > 1:
        return size < 30
    return size < _SMALLEST and (len(prose) < _SMALLEST_PARAGRAPHS or any(line.cut for line in prose))


def _furniture(line: Line) -> Furniture:
    return Furniture(line.start, line.end, line.kind or ("related" if line.label else "headline-list" if line.headline else "menu"))
