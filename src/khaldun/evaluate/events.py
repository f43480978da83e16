"""Whole events from plain text. In: an annotated corpus file or a folder of them. Out: F1 of type, with actors, with both sides.

Parties match one to one when their words overlap with F1 of at least .5, both lists whole. Each text line is read by itself.
"""

from __future__ import annotations

import random
from collections.abc import Sequence
from pathlib import Path

import msgspec

from khaldun.errors import DataError
from khaldun.evaluate.annotated import Act, Document, Line, Span, documents, held_out
from khaldun.evaluate.measures import Figure, counted, figure, matched, share
from khaldun.reader import Reader
from khaldun.reading.words import words
from khaldun.records import Event


class Compared(msgspec.Struct):
    """One line: how many events are in the gold, were read, and match at the three levels; right modes and statuses of matched ones."""

    gold: int
    read: int
    hits: tuple[int, int, int]
    modes: list[float]
    statuses: list[float]


def lines(path: Path) -> list[tuple[Document, Line]]:
    """Lines of all documents of a file; of a folder, those that are held out from training."""
    if path.is_dir():
        chosen = [d for f in sorted(path.rglob("*.txt")) for d in documents(f) if held_out(d.id, d.date)]
    else:
        chosen = list(documents(path))
    if not chosen:
        raise DataError(f"{path}: no documents to measure on")
    return [(d, line) for d in chosen for line in d.lines]


def word_sets(text: str, spans: Sequence[Span]) -> list[set[int]]:
    """The words that each span touches."""
    places = words(text)
    return [{i for i, (x, y) in enumerate(places) if x < b and a < y} for a, b in spans]


def compare(text: str, gold: Sequence[Act], read: Sequence[Event]) -> Compared:
    """Match the events of one line at each level, nearest triggers first."""
    sides_of = {id(act): [word_sets(text, act.fields.get(k, ())) for k in ("by", "to")] for act in gold}
    mine_of = {id(e): [word_sets(text, [(a.start, a.end) for a in side]) for side in (e.actors, e.recipients)] for e in read}
    hits, modes, statuses = [0, 0, 0], [], []
    for level in range(3):
        left = list(read)
        for act in gold:
            fit = [e for e in left if e.type == act.type and all(matched(sides_of[id(act)][k], mine_of[id(e)][k]) for k in range(level))]
            if fit:
                best = min(fit, key=lambda e: abs(e.trigger.start - act.trigger[0]))
                left.remove(best)
                hits[level] += 1
                if level == 0:
                    modes.append(float(best.mode == ((act.mode,) if act.mode else ())))
                    statuses.append(float(best.status == act.status))
    return Compared(len(gold), len(read), (hits[0], hits[1], hits[2]), modes, statuses)


def figures(label: str, rows: Sequence[Compared]) -> list[Figure]:
    names = ("type", "type + actors", "type + actors + recipients")
    out = [figure(f"{label}, {name}, F1", [(r.hits[i], r.read, r.gold) for r in rows], counted) for i, name in enumerate(names)]
    out.append(figure(f"{label}, mode of events found", [m for r in rows for m in r.modes], share))
    out.append(figure(f"{label}, status of events found", [s for r in rows for s in r.statuses], share))
    return out


def evaluate(path: Path) -> list[Figure]:
    """Items of Current Events and prose apart, where both are there."""
    reader = Reader()
    groups: dict[str, list[Compared]] = {}
    for document, line in lines(path):
        read = [e for article in reader.read_whole(line.text, published=document.date) for e in article.events]
        groups.setdefault("items" if document.id.startswith("ce-") else "prose", []).append(compare(line.text, line.events, read))
    return [f for label, rows in sorted(groups.items()) for f in figures(f"events, {label}", rows)]


def evaluate_false(path: Path) -> list[Figure]:
    """Events read in each hundred lines that have none."""
    reader = Reader()
    empty = [(d, line) for d, line in lines(path) if not line.events]
    random.Random(3).shuffle(empty)
    counts = [float(sum(len(a.events) for a in reader.read_whole(line.text, published=d.date))) for d, line in empty]
    return [figure("false events per 100 sentences without one", counts, share)]
