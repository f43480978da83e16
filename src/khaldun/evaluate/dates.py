"""Time expressions and their values, measured as TempEval-3 does. In: a TimeML file or a folder of them. Out: F1 of spans and values.

A span counts relaxed when it overlaps one of the other side, each used once; a value counts when its span does and it is the same.
"""

from __future__ import annotations

from pathlib import Path

import msgspec
from lxml import etree

from khaldun.dates import find
from khaldun.errors import DataError
from khaldun.evaluate.measures import Figure, counted, figure
from khaldun.records import DateMention, Published


class Marked(msgspec.Struct, frozen=True):
    """A time expression as annotated."""

    start: int
    end: int
    value: str


class Piece(msgspec.Struct, frozen=True):
    """A document: its text, its day of creation, and the expressions marked in it."""

    name: str
    text: str
    created: str
    marked: tuple[Marked, ...]


def piece(file: Path) -> Piece:
    """A TimeML document.

    Raises:
        DataError: it is not XML, or has no text or no creation time.
    """
    try:
        root = etree.fromstring(file.read_bytes(), etree.XMLParser(resolve_entities=False, no_network=True))
    except (etree.XMLSyntaxError, OSError) as error:
        raise DataError(f"{file}: not a TimeML document ({error})") from error
    created = next((t.get("value", "") for t in root.iter("TIMEX3") if t.get("functionInDocument") == "CREATION_TIME"), "")
    body = root.find("TEXT")
    if body is None:
        raise DataError(f"{file}: no <TEXT>")
    if not created:
        raise DataError(f"{file}: no TIMEX3 that is the CREATION_TIME")
    text, marked = _flat(body)
    return Piece(file.stem, text, created[:10], tuple(marked))


def _flat(element: etree._Element) -> tuple[str, list[Marked]]:
    """The text of an element and the TIMEX3 spans in it."""
    parts, marked, size = [element.text or ""], list[Marked](), len(element.text or "")
    for child in element:
        inner, within = _flat(child) if isinstance(child.tag, str) else ("", [])
        if child.tag == "TIMEX3" and inner:
            marked.append(Marked(size, size + len(inner), child.get("value", "")))
        marked += [Marked(size + m.start, size + m.end, m.value) for m in within]
        parts += [inner, child.tail or ""]
        size += len(inner) + len(child.tail or "")
    return "".join(parts), marked


def pieces(path: Path) -> list[Piece]:
    """The documents of a file or folder.

    Raises:
        DataError: there are none.
    """
    files = sorted(f for f in path.rglob("*") if f.suffix in (".tml", ".xml", ".timeml")) if path.is_dir() else [path]
    if not files:
        raise DataError(f"{path}: no .tml or .xml files in it")
    return [piece(file) for file in files]


def found(each: Piece) -> list[DateMention]:
    """What the rules find in a document, published on its day of creation."""
    published = Published(each.created, "day", "CREATION_TIME")
    return list(find(each.text, 0, len(each.text), published=published))


def pairs(marked: tuple[Marked, ...], mentions: list[DateMention]) -> list[tuple[Marked, DateMention]]:
    """Expressions that overlap, each used once, in text order."""
    left, out = list(mentions), []
    for gold in marked:
        match = next((m for m in left if m.start < gold.end and gold.start < m.end), None)
        if match is not None:
            left.remove(match)
            out.append((gold, match))
    return out


def evaluate(path: Path) -> list[Figure]:
    """F1 of spans (relaxed, strict) and of values; items are documents."""
    rows: dict[str, list[tuple[float, float, float]]] = {"relaxed span": [], "strict span": [], "value": []}
    for each in pieces(path):
        mentions = found(each)
        matched = pairs(each.marked, mentions)
        sizes = (float(len(mentions)), float(len(each.marked)))
        rows["relaxed span"].append((float(len(matched)), *sizes))
        rows["strict span"].append((float(sum((g.start, g.end) == (m.start, m.end) for g, m in matched)), *sizes))
        rows["value"].append((float(sum(g.value == m.value for g, m in matched)), *sizes))
    return [figure(f"dates, {name}, F1", counts, counted) for name, counts in rows.items()]
