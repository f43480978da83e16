"""Read and check the corpus: annotated text files in, documents with exact offsets out.

The format is described in `training/corpus/GUIDE.md`. Offsets are Unicode code points of the text line that an annotation
stands under; `line.text[start:end]` is always the span's text.
"""

from __future__ import annotations

import re
import sys
import tomllib
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import msgspec

CORPUS = Path(__file__).parent / "corpus"
ONTOLOGY = Path(__file__).parents[1] / "src" / "khaldun" / "ontology" / "plover.toml"

STATUSES = ("actual", "future", "hypothetical", "negated", "historical")
STANCES = ("asserts", "alleges", "accuses", "denies")
NAME_KINDS = ("PER", "ORG", "LOC", "NAT", "MISC")
EVENT_FIELDS = ("by", "to", "in", "on", "dead", "injured", "arrested", "displaced", "size")
SPEECH_FIELDS = ("by", "that", "to", "via", "on")

Span = tuple[int, int]


class CorpusError(ValueError):
    """A corpus file says something that its format or its text does not allow; names file and line."""


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


@cache
def modes_of() -> dict[str, frozenset[str]]:
    """Event type to its modes, from the shipped ontology."""
    types = tomllib.loads(ONTOLOGY.read_text("utf8"))["types"]
    return {name: frozenset(entry.get("modes", {})) for name, entry in types.items()}


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
            raise CorpusError(f"no {last!r} after {first!r}")
        return start, ends[0]
    match = re.fullmatch(r"(.*)#(\d+)", quote, re.S)
    words, nth = (match[1], int(match[2])) if match else (quote, 1)
    places = occurrences(text, words)
    if not words or len(places) < nth:
        raise CorpusError(f"{words!r} stands {len(places)} times, number {nth} is asked for")
    return places[nth - 1]


def fields_of(text: str, parts: list[str], allowed: tuple[str, ...]) -> dict[str, tuple[Span, ...]]:
    out: dict[str, tuple[Span, ...]] = {}
    for part in parts:
        key, _, value = part.partition(" ")
        if key not in allowed or not value.strip():
            raise CorpusError(f"field {part!r}: expected one of {', '.join(allowed)} and a span")
        if key in out:
            raise CorpusError(f"field {key!r} stands twice; part its spans by ' ; '")
        out[key] = tuple(find(text, quote.strip()) for quote in re.split(r" ; | ;$", value.strip()) if quote.strip())
    return out


def read_event(text: str, head: str, parts: list[str]) -> Act:
    kind, *rest = head.split()
    modes = modes_of()
    if kind not in modes:
        raise CorpusError(f"unknown event type {kind!r}")
    mode = next((w for w in rest if w not in STATUSES), None)
    status = next((w for w in rest if w in STATUSES), "actual")
    if mode is not None and mode not in modes[kind]:
        raise CorpusError(f"{kind} has no mode {mode!r}; it has {', '.join(sorted(modes[kind])) or 'none'}")
    return Act(kind, mode, status, find(text, parts[0]), fields_of(text, parts[1:], EVENT_FIELDS))


def read_speech(text: str, head: str, parts: list[str]) -> Act:
    stance = head.split()[1] if " " in head else "asserts"
    if stance not in STANCES:
        raise CorpusError(f"unknown stance {stance!r}; expected one of {', '.join(STANCES)}")
    return Act("SAY", None, stance, find(text, parts[0]), fields_of(text, parts[1:], SPEECH_FIELDS))


def read_names(text: str, parts: list[str]) -> list[tuple[int, int, str]]:
    out = []
    for part in parts:
        kind, _, value = part.partition(" ")
        if kind not in NAME_KINDS:
            raise CorpusError(f"unknown kind of name {kind!r}; expected one of {', '.join(NAME_KINDS)}")
        for quote in filter(None, (q.strip() for q in value.split(" ; "))):
            spans = [find(text, quote)] if "#" in quote else occurrences(text, quote)
            if not spans:
                raise CorpusError(f"{quote!r} does not stand in the text")
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
            raise CorpusError(f"reference {part!r}: expected 'mention = name'")
        out.append((*find(text, mention.strip()), name.strip()))
    return out


def annotate(line: Line, note: str) -> None:
    """Add one annotation line to the text line that it stands under."""
    head, sign, rest = note.partition(":")
    if not sign:
        raise CorpusError(f"no ':' in {note!r}")
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
        raise CorpusError(f"header {row!r}: expected '@ ID | YYYY-MM-DD | key=value'")
    return Document(identity, date, dict(f.split("=", 1) for f in facts if f), None, [])


def parse(source: str, name: str) -> Iterator[Document]:
    """The documents of one corpus file; `name` is for error messages.

    Raises:
        CorpusError: naming the file and line, where the format or a quote is wrong.
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
                raise CorpusError("text before the first '@' header")
            elif row.startswith("= "):
                document.title = row[2:].strip()
            elif row.startswith("  "):
                if not document.lines:
                    raise CorpusError("annotation before the first text line")
                annotate(document.lines[-1], row.strip())
            else:
                document.lines.append(Line(row.rstrip(), paragraph, [], [], [], []))
        except CorpusError as error:
            raise CorpusError(f"{name}:{number}: {error}") from error
    if document:
        yield document


def load(folder: Path = CORPUS, *parts: str) -> list[Document]:
    """All documents under `folder`, or of its sub-folders `parts`, sorted by file."""
    roots = [folder / part for part in parts] or [folder]
    files = sorted(f for root in roots for f in root.rglob("*.txt"))
    return [d for f in files for d in parse(f.read_text("utf8"), str(f.relative_to(folder)))]


def problems(source: str, name: str) -> list[str]:
    """Every wrong line of a file, where `parse` stops at the first."""
    out, rows = [], source.split("\n")
    for _ in range(500):
        try:
            list(parse("\n".join(rows), name))
            break
        except CorpusError as error:
            out.append(str(error))
            rows[int(str(error).removeprefix(name + ":").split(":")[0]) - 1] = ""
    return out


def merge(texts: str, notes: str) -> str:
    """Put annotation lines, keyed by '@ ID', under the texts of the same documents."""
    lines_of: dict[str, list[str]] = {}
    current = ""
    for row in notes.split("\n"):
        if row.startswith("@"):
            current = row[1:].split("|")[0].strip()
            lines_of.setdefault(current, [])
        elif row.strip():
            lines_of[current].append("  " + row.strip())
    out: list[str] = []
    for block in filter(str.strip, texts.split("\n\n")):
        identity = block.split("\n")[0][1:].split("|")[0].strip()
        if identity in lines_of:
            out.append("\n".join([block.rstrip("\n"), *lines_of.pop(identity)]))
    if lines_of:
        raise CorpusError(f"notes for documents that are not in the texts: {', '.join(sorted(lines_of)[:5])}")
    return "\n\n".join(out) + "\n"


def main(arguments: list[str]) -> int:
    """`check FILE…` prints every problem; `merge TEXTS NOTES OUT` joins the two and checks the result."""
    if arguments[:1] == ["merge"] and len(arguments) == 4:
        texts, notes, out = map(Path, arguments[1:])
        out.write_text(merge(texts.read_text("utf8"), notes.read_text("utf8")), "utf8")
        arguments = ["check", str(out)]
    if arguments[:1] != ["check"] or len(arguments) < 2:
        print("usage: python -m training.annotations check FILE… | merge TEXTS NOTES OUT", file=sys.stderr)
        return 2
    found = [p for f in arguments[1:] for p in problems(Path(f).read_text("utf8"), f)]
    documents = [d for f in arguments[1:] if not found for d in parse(Path(f).read_text("utf8"), f)]
    events = sum(len(line.events) for d in documents for line in d.lines)
    print("\n".join(found) or f"{len(documents)} documents, {sum(len(d.lines) for d in documents)} lines, {events} events: no problems")
    return 1 if found else 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
