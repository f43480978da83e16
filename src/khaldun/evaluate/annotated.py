"""Annotated text files in, documents with exact offsets out.

The format is described in the corpus guide (`training/corpus/GUIDE.md`). Offsets are Unicode code points of the text line that an
annotation stands under; `line.text[start:end]` is always the span's text.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator
from pathlib import Path

import msgspec

from khaldun.errors import DataError
from khaldun.evaluate.tables import text as text_of
from khaldun.ontology import ontology

STATUSES = ("actual", "future", "hypothetical", "negated", "historical")
STANCES = ("asserts", "alleges", "accuses", "denies")
NAME_KINDS = ("PER", "ORG", "LOC", "NAT", "MISC")
EVENT_FIELDS = ("by", "to", "in", "on", "dead", "injured", "arrested", "displaced", "size")
SPEECH_FIELDS = ("by", "that", "to", "via", "on")
# months of Current Events items that are never trained on
HELD_OUT_MONTHS = frozenset({"2025-05", "2025-11", "2026-02"})

Span = tuple[int, int]


class Act(msgspec.Struct, frozen=True):
    """One event or attribution as annotated: its trigger or cue and the spans of its fields."""

    type: str
    mode: str | None
    status: str
    trigger: Span
    fields: dict[str, tuple[Span, ...]]


class Line(msgspec.Struct):
    """One line of text (a sentence of prose, a whole item) with everything annotated on it."""

    text: str
    paragraph: int
    events: list[Act] = []
    speech: list[Act] = []
    names: list[tuple[int, int, str]] = []
    refs: list[tuple[int, int, str]] = []


class Document(msgspec.Struct):
    """One annotated article or item; `facts` are the header's key=value pairs."""

    id: str
    date: str
    facts: dict[str, str]
    title: str | None
    lines: list[Line]


def occurrences(text: str, quote: str) -> list[Span]:
    """All places where `quote` stands in `text`; those that stand as whole words, if there are any."""
    found = [(m.start(), m.start() + len(quote)) for m in re.finditer(f"(?={re.escape(quote)})", text)]
    whole = [
        (a, b)
        for a, b in found
        if not (a and text[a - 1].isalnum() and text[a].isalnum()) and not (b < len(text) and text[b - 1].isalnum() and text[b].isalnum())
    ]
    return whole or found


def find(text: str, quote: str) -> Span:
    """The span that an annotator's quote means (`words`, `words#2`, `first words … last words`)."""
    if "…" in quote and quote not in text:
        first, last = (part.strip() for part in quote.split("…", 1))
        start = find(text, first)[0]
        ends = [b for a, b in occurrences(text, last) if a >= start]
        if not ends:
            raise DataError(f"no {last!r} after {first!r}")
        return start, ends[0]
    match = re.fullmatch(r"(.*)#(\d+)", quote, re.S)
    words, nth = (match[1], int(match[2])) if match else (quote, 1)
    places = occurrences(text, words)
    if not words or len(places) < nth:
        raise DataError(f"{words!r} stands {len(places)} times, number {nth} is asked for")
    return places[nth - 1]


def fields_of(text: str, parts: list[str], allowed: tuple[str, ...]) -> dict[str, tuple[Span, ...]]:
    out: dict[str, tuple[Span, ...]] = {}
    for part in parts:
        key, _, value = part.partition(" ")
        if key not in allowed or not value.strip():
            raise DataError(f"field {part!r}: expected one of {', '.join(allowed)} and a span")
        if key in out:
            raise DataError(f"field {key!r} stands twice; part its spans by ' ; '")
        out[key] = tuple(find(text, quote.strip()) for quote in re.split(r" ; | ;$", value.strip()) if quote.strip())
    return out


def read_event(text: str, head: str, parts: list[str]) -> Act:
    kind, *rest = head.split()
    types = ontology().types
    if kind not in types:
        raise DataError(f"unknown event type {kind!r}")
    mode = next((w for w in rest if w not in STATUSES), None)
    status = next((w for w in rest if w in STATUSES), "actual")
    if mode is not None and mode not in types[kind].modes:
        raise DataError(f"{kind} has no mode {mode!r}; it has {', '.join(sorted(types[kind].modes)) or 'none'}")
    return Act(kind, mode, status, find(text, parts[0]), fields_of(text, parts[1:], EVENT_FIELDS))


def read_speech(text: str, head: str, parts: list[str]) -> Act:
    stance = head.split()[1] if " " in head else "asserts"
    if stance not in STANCES:
        raise DataError(f"unknown stance {stance!r}; expected one of {', '.join(STANCES)}")
    return Act("SAY", None, stance, find(text, parts[0]), fields_of(text, parts[1:], SPEECH_FIELDS))


def read_names(text: str, parts: list[str]) -> list[tuple[int, int, str]]:
    out = []
    for part in parts:
        kind, _, value = part.partition(" ")
        if kind not in NAME_KINDS:
            raise DataError(f"unknown kind of name {kind!r}; expected one of {', '.join(NAME_KINDS)}")
        for quote in filter(None, (q.strip() for q in value.split(" ; "))):
            spans = [find(text, quote)] if "#" in quote else occurrences(text, quote)
            if not spans:
                raise DataError(f"{quote!r} does not stand in the text")
            out += [(a, b, kind) for a, b in spans]
    longest_first = sorted(set(out), key=lambda s: (s[0] - s[1], s[0]))
    kept: list[tuple[int, int, str]] = []
    for a, b, kind in longest_first:
        if all(b <= x or y <= a for x, y, _ in kept):
            kept.append((a, b, kind))
    return sorted(kept)


def read_refs(text: str, parts: list[str]) -> list[tuple[int, int, str]]:
    out = []
    for part in parts:
        mention, sign, name = part.partition(" = ")
        if not sign or not name.strip():
            raise DataError(f"reference {part!r}: expected 'mention = name'")
        out.append((*find(text, mention.strip()), name.strip()))
    return out


def annotate(line: Line, note: str) -> None:
    """Add one annotation line to the text line that it stands under."""
    head, sign, rest = note.partition(":")
    if not sign:
        raise DataError(f"no ':' in {note!r}")
    parts = [part.strip() for part in rest.strip().split(" | ")]
    if head == "NAMES":
        line.names += read_names(line.text, parts)
    elif head == "REF":
        line.refs += read_refs(line.text, parts)
    elif head.split()[0] == "SAY":
        line.speech.append(read_speech(line.text, head, parts))
    else:
        line.events.append(read_event(line.text, head, parts))


def header(row: str) -> Document:
    identity, date, *facts = (part.strip() for part in row[1:].split("|"))
    if not re.fullmatch(r"\d{4}-\d\d-\d\d", date):
        raise DataError(f"header {row!r}: expected '@ ID | YYYY-MM-DD | key=value'")
    document = Document(identity, date, dict(f.split("=", 1) for f in facts if f), None, [])
    unknown = (context_labels(document) or frozenset()) - set(ontology().contexts)
    if unknown:
        raise DataError(f"unknown context {min(unknown)!r}; the ontology has {', '.join(ontology().contexts)}")
    return document


def context_labels(document: Document) -> frozenset[str] | None:
    """The contexts of a whole article; None where its header does not list them."""
    listed = document.facts.get("contexts")
    return None if listed is None else frozenset(filter(None, (part.strip() for part in listed.split(","))))


def parse(source: str, name: str) -> Iterator[Document]:
    """The documents of one corpus file; `name` is for error messages.

    Raises:
        DataError: naming the file and line, where the format or a quote is wrong.
    """
    document: Document | None = None
    paragraph = 0
    for number, row in enumerate(source.split("\n"), 1):
        try:
            if row.startswith("@"):
                if document:
                    yield document
                document, paragraph = header(row), 0
            elif not row.strip():
                paragraph += 1
            elif document is None:
                raise DataError("text before the first '@' header")
            elif row.startswith("= "):
                document.title = row[2:].strip()
            elif row.startswith("  "):
                if not document.lines:
                    raise DataError("annotation before the first text line")
                annotate(document.lines[-1], row.strip())
            else:
                document.lines.append(Line(row.rstrip(), paragraph, [], [], [], []))
        except DataError as error:
            raise DataError(f"{name}:{number}: {error}") from error
    if document:
        yield document


def documents(file: Path) -> Iterator[Document]:
    """The documents of one corpus file.

    Raises:
        DataError: naming the file and line, where the format or a quote is wrong.
    """
    yield from parse(text_of(file), str(file))


def held_out(identity: str, date: str) -> bool:
    """Whether a document is kept out of training: items by month, all else a fifth, by a hash of the id."""
    if identity.startswith("ce-"):
        return date[:7] in HELD_OUT_MONTHS
    return int(hashlib.sha256(identity.encode()).hexdigest(), 16) % 5 == 0


def has_layers(document: Document) -> bool:
    """Whether names and speech are annotated in a document: in prose and hard pairs, not in items."""
    return document.id.startswith(("prose", "pair"))
