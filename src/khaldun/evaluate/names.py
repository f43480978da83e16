"""Names of people, organisations and places. In: a re3d folder or a corpus file. Out: F1 of exact spans and kinds."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import msgspec

from khaldun.errors import DataError
from khaldun.evaluate.annotated import has_layers
from khaldun.evaluate.events import lines
from khaldun.evaluate.measures import Figure, counted, figure
from khaldun.reader import Reader

KINDS = {"Person": "person", "Organisation": "organisation", "Location": "place", "PER": "person", "ORG": "organisation", "LOC": "place"}
PRONOUNS = ("I", "We", "He", "She", "They", "It", "His", "Her", "Our", "My", "Their", "Its", "Who", "This", "These", "Those")
_LEADING = ("the ", "The ")

Named = set[tuple[int, int, str]]


def _lines(file: Path) -> Iterator[dict[str, Any]]:
    for number, line in enumerate(file.read_text("utf8").split("\n"), 1):
        if line.strip():
            try:
                yield msgspec.json.decode(line, type=dict[str, Any])
            except msgspec.MsgspecError as error:
                raise DataError(f"{file}:{number}: not a JSON object ({error})") from error


def re3d(folder: Path) -> Iterator[tuple[str, Named]]:
    """Text and names of each document. Only mentions with a capital are names; pronouns and common nouns are left out."""
    texts = {row["_id"]: row["text"] for row in _lines(folder / "documents.json")}
    found: dict[str, Named] = {key: set() for key in texts}
    for row in _lines(folder / "entities.json"):
        value = row["value"]
        if row["type"] in KINDS and value[:1].isupper() and value not in PRONOUNS and row["documentId"] in found:
            found[row["documentId"]].add((row["begin"], row["end"], KINDS[row["type"]]))
    yield from ((texts[key], names) for key, names in found.items())


def corpus(path: Path) -> Iterator[tuple[str, Named]]:
    """Text and names of each line of an annotated file, or of the held-out part of a folder; items have no names annotated."""
    for document, line in lines(path):
        if has_layers(document):
            yield line.text, {(a, b, KINDS[kind]) for a, b, kind in line.names if kind in KINDS}


def bare(text: str, names: Named) -> Named:
    """Without a leading article."""
    return {(a + 4, b, kind) if text[a : a + 4] in _LEADING else (a, b, kind) for a, b, kind in names}


def evaluate(path: Path) -> list[Figure]:
    """F1 over the three kinds together and by kind."""
    reader = Reader()
    rows: list[tuple[Named, Named]] = []
    for text, gold in re3d(path) if (path / "documents.json").exists() else corpus(path):
        mine = {(n.start, n.end, n.kind) for article in reader.read_whole(text) for n in article.names if n.kind in KINDS.values()}
        rows.append((bare(text, gold), bare(text, mine)))
    kinds = {"names, F1": tuple(KINDS.values()), **{f"  {kind}, F1": (kind,) for kind in ("person", "organisation", "place")}}
    return [figure(name, [counts(gold, mine, kind) for gold, mine in rows], counted) for name, kind in kinds.items()]


def counts(gold: Named, mine: Named, kinds: tuple[str, ...]) -> tuple[float, float, float]:
    """Hits, predicted and gold names of some kinds."""
    g, m = ({x for x in names if x[2] in kinds} for names in (gold, mine))
    return len(g & m), len(m), len(g)
