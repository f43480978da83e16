"""Quick figures on held-out examples while training; the published ones come from `khaldun evaluate` on the shipped file."""

from __future__ import annotations

import random
from collections.abc import Sequence

import torch

from khaldun.evaluate.annotated import Document
from khaldun.evaluate.events import Compared, compare, figures, heard, kind_of, told
from khaldun.evaluate.measures import Figure
from khaldun.reader import Reader as CodingReader
from khaldun.reading.pieces import Pieces
from training import sources
from training.batches import NOTHING, batches
from training.examples import Example, Pair
from training.export import export
from training.model import Reader


@torch.no_grad()
def trees(model: Reader, tokenizer: Pieces, examples: Sequence[Example]) -> dict[str, float]:
    """UPOS, UAS and LAS over all words, with given words."""
    right, total = [0, 0, 0], 0
    for t in batches(examples, tokenizer, 4096, random.Random(0)):
        i = t.inputs
        x, _ = model.words(i["pieces"], i["shapes"], i["marks"], i["first"], i["last"])
        arcs, relations = model.tree(x, i["sentence"])
        on = t.heads != NOTHING
        head = (arcs.argmax(-1) == t.heads) & on
        right[0] += int(((model.upos(x).argmax(-1) == t.upos) & on).sum())
        right[1] += int(head.sum())
        right[2] += int((head & (relations.argmax(-1) == t.relations)).sum())
        total += int(on.sum())
    return dict(zip(("upos", "uas", "las"), (round(100 * r / total, 2) for r in right), strict=True))


@torch.no_grad()
def relations(model: Reader, tokenizer: Pieces, asked: Sequence[Pair]) -> float:
    """Share of given-pair questions answered right."""
    right = 0
    for t in batches(asked, tokenizer, 4096, random.Random(0)):
        i = t.inputs
        x, h = model.words(i["pieces"], i["shapes"], i["marks"], i["first"], i["last"])
        right += int((model.relation(x, h, t.roles).argmax(-1) == t.pair).sum())
    return right / len(asked)


def events(model: Reader, documents: Sequence[Document]) -> list[Figure]:
    """Events and speech of held-out documents, read by `model` as it would ship (8-bit integers), by the measures of `khaldun evaluate`."""
    folder = sources.BUILD / "check"
    export(model, folder)
    reader = CodingReader(model=folder)
    rows: dict[str, list[Compared]] = {}
    for document in documents:
        for line in document.lines:
            read = [e for article in reader.read_whole(line.text, published=document.date) for e in article.events]
            gold = [told(line.text, act) for act in line.events]
            rows.setdefault(kind_of(document), []).append(compare(gold, [heard(line.text, e) for e in read]))
    return [f for kind in sorted(rows) for f in figures(kind, rows[kind])]
