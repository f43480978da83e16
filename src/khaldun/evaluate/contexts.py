"""Contexts of whole articles. In: a corpus file or a folder of them, with `contexts=` in the headers. Out: F1, precision, recall.

Headline and text are given as they stand, so that the splitting of pages is not measured too. An article whose header has no
`contexts=` is left out; one with an empty list has none, and whatever is found in it is wrong.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from khaldun.errors import DataError
from khaldun.evaluate.annotated import Document, context_labels
from khaldun.evaluate.events import chosen
from khaldun.evaluate.measures import Figure, counted, figure, ratio
from khaldun.events import contexts
from khaldun.ontology import ontology

Pair = tuple[frozenset[str], frozenset[str]]
"""Contexts of an article as annotated and as found."""


def found(document: Document) -> frozenset[str]:
    """What an article's own words give."""
    return frozenset(contexts(document.title, " ".join(line.text for line in document.lines)))


def pairs(path: Path) -> list[Pair]:
    """The articles of a file; of a folder, those that are held out from training.

    Raises:
        DataError: no article has contexts.
    """
    out = [(gold, found(d)) for d in chosen(path) if (gold := context_labels(d)) is not None]
    if not out:
        raise DataError(f"{path}: no article with 'contexts=' in its header")
    return out


def macro(rows: Sequence[Pair]) -> float:
    """Mean F1 of the contexts that are in the gold."""
    labels = {label for gold, _ in rows for label in gold}
    scores = [counted([hits(row, label) for row in rows]) for label in labels]
    return sum(scores) / len(scores) if scores else 0.0


def hits(row: Pair, label: str) -> tuple[int, int, int]:
    """Right, found and annotated, for one context of one article."""
    gold, mine = row
    return int(label in gold & mine), int(label in mine), int(label in gold)


def evaluate(path: Path) -> list[Figure]:
    """All contexts together, then each that is in the gold; items are articles, for a single context those that have it or got it."""
    rows = pairs(path)
    sizes = [(len(gold & mine), len(mine), len(gold)) for gold, mine in rows]
    out = [
        figure("contexts, micro F1", sizes, counted),
        figure("contexts, macro F1", rows, macro),
        figure("contexts, precision", [(right, mine) for right, mine, _ in sizes], ratio),
        figure("contexts, recall", [(right, gold) for right, _, gold in sizes], ratio),
    ]
    for label in ontology().contexts:
        counts = [c for row in rows if any(c := hits(row, label))]
        if any(gold for *_, gold in counts):
            out.append(figure(f"  {label}, F1", counts, counted))
    return out
