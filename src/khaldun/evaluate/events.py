"""Whole events from plain text. In: an annotated corpus file or a folder of them. Out: F1 of type, with actors, with both sides.

Parties match one to one when their words overlap with F1 of at least .5, both lists whole. Each text line is read by itself.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import msgspec

from khaldun.errors import DataError
from khaldun.evaluate.annotated import Act, Document, Line, Span, documents, held_out
from khaldun.evaluate.measures import Figure, counted, figure, matched, share
from khaldun.reader import Reader
from khaldun.reading.words import words
from khaldun.records import Event

APART = ("disaster", "sport", "business", "science", "arts", "health")
KINDS = {"ce": "items", "dig": "digests"}  # of documents, by the beginning of their ids; whole articles and hard pairs are "prose"
SECOND_READINGS = "twice"  # folder of documents annotated a second time, for agreement only


def kind_of(document: Document) -> str:
    """Which of the groups a document is measured in."""
    return KINDS.get(document.id.split("-")[0], "prose")


class Compared(msgspec.Struct):
    """One line: how many events are in the gold, were read, and match at the three levels; right modes and statuses of matched ones."""

    gold: int
    read: int
    hits: tuple[int, int, int]
    modes: list[float]
    statuses: list[float]


def chosen(path: Path) -> list[Document]:
    """All documents of a file; of a folder, those that are held out from training.

    Raises:
        DataError: there are none.
    """
    if path.is_dir():
        files = (f for f in sorted(path.rglob("*.txt")) if f.parent.name != SECOND_READINGS)
        out = [d for f in files for d in documents(f) if held_out(d.id, d.date)]
    else:
        out = list(documents(path))
    if not out:
        raise DataError(f"{path}: no documents to measure on")
    return out


def lines(path: Path) -> list[tuple[Document, Line]]:
    """Lines of the documents to measure on."""
    return [(d, line) for d in chosen(path) for line in d.lines]


def word_sets(text: str, spans: Sequence[Span]) -> list[set[int]]:
    """The words that each span touches."""
    places = words(text)
    return [{i for i, (x, y) in enumerate(places) if x < b and a < y} for a, b in spans]


class Told(msgspec.Struct):
    """An event of either side of a comparison: what is compared, and the words of its parties."""

    type: str
    mode: str | None
    status: str
    trigger: int
    sides: list[list[set[int]]]


def told(text: str, act: Act) -> Told:
    """An annotated event."""
    return Told(act.type, act.mode, act.status, act.trigger[0], [word_sets(text, act.fields.get(k, ())) for k in ("by", "to")])


def heard(text: str, event: Event) -> Told:
    """A read event."""
    sides = [word_sets(text, [(a.start, a.end) for a in side]) for side in (event.actors, event.recipients)]
    return Told(event.type, event.mode[0] if event.mode else None, event.status, event.trigger.start, sides)


def compare(gold: Sequence[Told], read: Sequence[Told]) -> Compared:
    """Match the events of one line at each level, nearest triggers first."""
    hits, modes, statuses = [0, 0, 0], [], []
    for level in range(3):
        left = list(read)
        for act in gold:
            fit = [e for e in left if e.type == act.type and all(matched(act.sides[k], e.sides[k]) for k in range(level))]
            if fit:
                best = min(fit, key=lambda e: abs(e.trigger - act.trigger))
                left.remove(best)
                hits[level] += 1
                if level == 0:
                    modes.append(float(best.mode == act.mode))
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
        groups.setdefault(kind_of(document), []).append(
            compare([told(line.text, act) for act in line.events], [heard(line.text, e) for e in read])
        )
    return [f for label, rows in sorted(groups.items()) for f in figures(f"events, {label}", rows)]


def evaluate_false(path: Path) -> list[Figure]:
    """Events read in each hundred lines that have none: in all of them, and in items on topics that have none as a rule."""
    reader = Reader()
    counts: list[float] = []
    apart: list[float] = []
    for document, line in lines(path):
        if not line.events:
            counts.append(float(sum(len(a.events) for a in reader.read_whole(line.text, published=document.date))))
            if document.facts.get("topic", "").lower().startswith(APART):
                apart.append(counts[-1])
    out = [figure("false events per 100 sentences without one", counts, share)]
    return out + ([figure("  of accidents, sport, business, science, culture", apart, share)] if apart else [])
