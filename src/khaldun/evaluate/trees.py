"""Parts of speech and dependency trees with given words. In: a CoNLL-U file. Out: UPOS, UAS, LAS (labels with their subtypes)."""

from __future__ import annotations

import lzma
from collections.abc import Iterator
from pathlib import Path

from khaldun.errors import DataError
from khaldun.evaluate.measures import Figure, figure, ratio
from khaldun.reading.decode import tree
from khaldun.reading.model import Model
from khaldun.reading.pieces import Window

Row = tuple[str, str, int, str]


def sentences(file: Path) -> Iterator[list[Row]]:
    """Form, part of speech, head and label of the words of each sentence; files may be packed by xz."""
    source = lzma.decompress(file.read_bytes()) if file.suffix == ".xz" else file.read_bytes()
    current: list[Row] = []
    for number, line in enumerate([*source.decode("utf8").split("\n"), ""], 1):
        cells = line.split("\t")
        if not line.strip() and current:
            yield current
            current = []
        elif line.strip() and not line.startswith("#"):
            if len(cells) != 10:
                raise DataError(f"{file}:{number}: {len(cells)} columns where CoNLL-U has 10")
            if cells[0].isdigit():
                current.append((cells[1], cells[3], int(cells[6]), cells[7]))


def evaluate(file: Path) -> list[Figure]:
    """Shares of words with the right part of speech, head, head and label; items are sentences."""
    model, gold = Model(), list(sentences(file))
    results: list[tuple[int, int, int, int]] = []
    windows = [Window(tuple(r[0] for r in rows), (0,) * len(rows)) for rows in gold]
    for rows, scores in zip(gold, model.score(windows), strict=True):
        found = tree(scores, model.labels, [(0, 0)] * len(rows), 0, len(rows))
        heads = [w.head + 1 == r[2] for w, r in zip(found, rows, strict=True)]
        labels = [h and w.rel == r[3] for h, w, r in zip(heads, found, rows, strict=True)]
        results.append((len(rows), sum(w.upos == r[1] for w, r in zip(found, rows, strict=True)), sum(heads), sum(labels)))
    columns = {"UPOS": 1, "UAS": 2, "LAS": 3}
    return [figure(name, [(r[i], r[0]) for r in results], ratio) for name, i in columns.items()]
