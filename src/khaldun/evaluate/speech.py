"""Attributions against PolNeAR (Newell et al. 2018). In: a folder or .tar.xz with text/*.txt and attributions/*.ann (brat). Out: F1.

PolNeAR counts auxiliaries to the cue ("has said") and a leading "that" to the content; the reader does not, so its spans are widened to
that habit before they are compared.
"""

from __future__ import annotations

import re
import tarfile
from collections.abc import Iterator
from pathlib import Path, PurePath

from khaldun.errors import DataError
from khaldun.evaluate.annotated import Act, has_layers
from khaldun.evaluate.events import lines
from khaldun.evaluate.measures import Figure, counted, figure, overlap
from khaldun.reader import Reader
from khaldun.records import Span, Statement

ROLES = ("source", "cue", "content")
_AUXILIARIES = re.compile(
    r"(?:\b(?:has|have|had|was|were|is|are|been|be|will|would|also|did|does|do|not|to|can|could|may|might)\s+)+$", re.I
)
_THAT = re.compile(r"\bthat\s+$", re.I)

Chars = set[int]


def documents(path: Path) -> Iterator[tuple[str, str, str]]:
    """Name, text and annotations of each document; of several annotators of one text (`NAME_ID.ann`) the first."""
    files = _folder(path) if path.is_dir() else _archive(path)
    notes = sorted((name.stem, text) for name, text in files.items() if name.suffix == ".ann")
    for name, text in sorted(files.items()):
        if name.suffix == ".txt":
            mine = (n for stem, n in notes if stem == name.stem or stem.rpartition("_")[0] == name.stem)
            found = next(mine, None)
            if found is not None:
                yield name.stem, text, found


def _folder(path: Path) -> dict[PurePath, str]:
    return {p: p.read_text("utf8") for p in path.rglob("*") if p.suffix in (".txt", ".ann")}


def _archive(path: Path) -> dict[PurePath, str]:
    try:
        with tarfile.open(path) as archive:
            files = {PurePath(m.name): archive.extractfile(m) for m in archive.getmembers() if m.isfile()}
            return {name: handle.read().decode("utf8") for name, handle in files.items() if handle}
    except tarfile.TarError as error:
        raise DataError(f"{path}: neither a folder nor a readable archive ({error})") from error


def gold(name: str, notes: str) -> list[dict[str, Chars]]:
    """Characters of source, cue and content of each attribution."""
    spans: dict[str, Chars] = {}
    out = []
    # spans first: an attribution may name one that stands below it
    lines = sorted(enumerate(notes.split("\n"), 1), key=lambda row: not row[1].startswith("T"))
    for number, line in lines:
        cells = line.split("\t")
        try:
            if line.startswith("T"):
                _, places = cells[1].split(" ", 1)
                spans[cells[0]] = {i for part in places.split(";") for i in range(*map(int, part.split()))}
            elif line.startswith("E"):
                roles: dict[str, Chars] = {role: set() for role in ROLES}
                for part in cells[1].split():
                    role, _, key = part.partition(":")
                    kind = role.rstrip("0123456789").lower()
                    if kind in roles:
                        roles[kind] = roles[kind] | spans[key]
                out.append(roles)
        except (IndexError, ValueError, KeyError, TypeError) as error:
            raise DataError(f"{name}.ann:{number}: not brat standoff ({error!r})") from error
    return out


def polnear(path: Path) -> Iterator[tuple[str, list[dict[str, Chars]]]]:
    """Text and attributions of each document."""
    return ((text, gold(name, notes)) for name, text, notes in documents(path))


def corpus(path: Path) -> Iterator[tuple[str, list[dict[str, Chars]]]]:
    """Text and attributions of each line of the corpus that has speech annotated, by PolNeAR's habit."""
    for document, line in lines(path):
        if has_layers(document):
            yield line.text, [annotated(line.text, act) for act in line.speech]


def annotated(text: str, act: Act) -> dict[str, Chars]:
    spans = {
        role: tuple(Span(text[a:b], a, b) for a, b in act.fields.get(key, ())) for role, key in (("source", "by"), ("content", "that"))
    }
    cue = Span(text[slice(*act.trigger)], *act.trigger)
    source = {i for s in spans["source"] for i in range(s.start, s.end)}
    return {"source": source, "cue": widened(text, (cue,), _AUXILIARIES), "content": widened(text, spans["content"], _THAT)}


def widened(text: str, spans: tuple[Span, ...], before: re.Pattern[str]) -> Chars:
    """Characters of spans with what PolNeAR adds in front."""
    out: Chars = set()
    for i, span in enumerate(spans):
        found = before.search(text, max(0, span.start - 40), span.start) if not i else None
        out |= set(range(found.start() if found else span.start, span.end))
    return out


def mine(text: str, statement: Statement) -> dict[str, Chars]:
    speaker = statement.speaker
    return {
        "source": set(range(speaker.start, speaker.end)) if speaker else set(),
        "cue": widened(text, (statement.cue,), _AUXILIARIES) if statement.cue else set(),
        "content": widened(text, statement.content, _THAT),
    }


def solid(text: str, chars: Chars) -> Chars:
    """Without white space and marks, which annotators treat unevenly."""
    return {i for i in chars if i < len(text) and text[i].isalnum()}


def evaluate(path: Path) -> list[Figure]:
    """Exact F1 and F1 at an overlap of .8, by role; items are documents."""
    reader = Reader()
    found = polnear(path) if path.suffix == ".xz" or any(path.rglob("*.ann")) else corpus(path)
    rows: dict[tuple[str, str], list[tuple[float, float, float]]] = {(role, how): [] for role in ROLES for how in ("exact", "overlap .8")}
    for text, want in found:
        statements = [s for article in reader.read_whole(text) for s in article.statements]
        have = [mine(text, s) for s in statements]
        for role in ROLES:
            w = [solid(text, g[role]) for g in want if g[role]]
            h = [solid(text, m[role]) for m in have if m[role]]
            rows[role, "exact"].append((sum(x in w for x in h), len(h), len(w)))
            near = sum(any(overlap(x, y) >= 0.8 for y in w) for x in h)
            rows[role, "overlap .8"].append((near, len(h), len(w)))
    return [figure(f"speech, {role}, {how}, F1", counts, counted) for (role, how), counts in rows.items()]
