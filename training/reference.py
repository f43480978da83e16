"""The ranker of `khaldun.actors`: which of the persons, bodies and places before it a pronoun or a definite phrase means.

    python -m training.reference

Reads the REF layer of the prose that is not held out, with the names and sayings annotated and the trees of the shipped model, resolves
every article with the annotation as judge, and fits a network of one hidden layer to what it chose. The same seeds give the same file.
"""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

import numpy as np
import torch
from numpy.typing import NDArray
from torch.nn import functional as F

from benchmarks.actors import Reference, built, treed
from khaldun.actors import who
from khaldun.actors.chains import Chain, name_words
from khaldun.actors.mentions import Markable
from khaldun.actors.reference import Referents
from khaldun.actors.salience import COLUMNS, Field, Floats
from khaldun.evaluate.annotated import documents, held_out
from khaldun.reading import Model
from khaldun.records import Article, Reading

PROSE = Path(__file__).parent / "corpus" / "prose"
SAVED = Path(__file__).parents[1] / "src" / "khaldun" / "data" / "reference.npz"
# Found on folds of the training part; the differences between neighbours are within a point.
HIDDEN, NETS, EPOCHS, BATCH, RATE, DECAY, DROP, DROP_IN = 32, 2, 10, 64, 5e-3, 3e-2, 0.3, 0.05
LINKED_PHRASE = 8.0  # weight of a phrase that is annotated: most are not, and of those some were left out though they mean somebody
BARE_PRONOUN = 0.3  # weight of an "it" or "they" without annotation: it may mean nobody, or a thing nobody named


class Example(NamedTuple):
    """The rows of a field, which of them are right (as shares of one), and how much it counts."""

    rows: NDArray[np.float16]
    right: Floats
    weight: float


class Piece(NamedTuple):
    """An annotated article."""

    date: str
    text: str
    article: Article
    reading: Reading
    references: list[Reference]


def pieces(model: Model, paths: Iterable[Path]) -> Iterator[Piece]:
    """The articles of the training part, with the trees of a model."""
    for path in sorted(paths):
        for document in documents(path):
            if not held_out(document.id, document.date):
                text, article, reading, references = built(document)
                if not references:  # not annotated with this layer: every mention would look as if it meant nobody
                    continue
                yield Piece(document.date, text, article, treed(text, article, reading, model), references)


def likeness(chain: Chain, name: str, on: str) -> int:
    """How surely a chain is the one annotated: 3 by its very words, 2 by the gazetteer, 1 by some of its words, 0 not."""
    if chain.members:
        return 0
    want = name_words(name)
    spans = [words for span in (chain.antecedent, chain.first) if (words := name_words(span.text))]
    if want in spans:
        return 3
    known = who(name, on=on).actor_id
    if known and known == chain.who.actor_id:
        return 2
    return int(any(words <= want or want <= words for words in spans))


class Teacher:
    """A judge who knows the annotation, and keeps what it was asked as examples."""

    def __init__(self, piece: Piece) -> None:
        self.on, self.examples = piece.date, list[Example]()
        self.exact = {(start, end): name for start, end, name in piece.references}
        self.starts = {start: (end, name) for start, end, name in piece.references if " " in piece.text[start:end]}
        self.ends = {end: (start, name) for start, end, name in piece.references}

    def meant(self, mention: Markable) -> str | None:
        """Whom the annotation says that a mention means; nothing where it has no annotation."""
        if (mention.start, mention.end) in self.exact or mention.kind == "pronoun":
            return self.exact.get((mention.start, mention.end))
        end, name = self.starts.get(mention.start, (-1, ""))
        if mention.end < end:
            return name
        start, name = self.ends.get(mention.end, (mention.start + 1, ""))
        return name if start <= mention.start else None

    def __call__(self, field: Field) -> Floats:
        name, mention = self.meant(field.mention), field.mention
        target = np.zeros(len(field.chains) + 1, np.float32)
        weight = 1.0
        if name is None:
            weight = {"noun": 1.0}.get(mention.kind, 0.0 if field.kind == "who" else BARE_PRONOUN)
        elif name != "?":
            target[:-1] = self.several(field, name.split(" + ")) if " + " in name else self.one(field, name)
            weight = (LINKED_PHRASE if mention.kind == "noun" else 1.0) if target.any() else 0.0
        if not target.any():
            target[-1] = 1
        if weight:
            self.examples.append(Example(field.rows().astype(np.float16), target / target.sum(), weight))
        return target if field.kind == "several" else target - np.arange(len(target), dtype=np.float32) * 1e-4

    def one(self, field: Field, name: str) -> list[float]:
        """Ones for the chains that are the one named."""
        likely = [likeness(chain, name, self.on) for chain in field.chains]
        best = max(likely)
        if best == 1:
            return [float(at == likely.index(1)) for at in range(len(likely))]
        return [float(best > 0 and one == best) for one in likely]

    def several(self, field: Field, names: list[str]) -> list[float]:
        """Ones for the chain of all those named, or else for each of them."""
        whole = [
            float(len(chain.members) == len(names) and all(any(likeness(one, name, self.on) for one in chain.members) for name in names))
            for chain in field.chains
        ]
        if any(whole) or field.kind != "several":
            return whole
        for name in names:
            likely = [likeness(chain, name, self.on) for chain in field.chains]
            if max(likely):
                whole[likely.index(max(likely))] = 1.0
        return whole if sum(whole) == len(names) else [0.0] * len(whole)


def examples(found: Iterable[Piece]) -> list[Example]:
    """All that the teacher was asked while it judged some articles."""
    out: list[Example] = []
    for piece in found:
        teacher = Teacher(piece)
        Referents(piece.article, piece.reading, piece.date, None, teacher).read()
        out += teacher.examples
    return out


def fit(asked: list[Example], seed: int) -> tuple[Floats, Floats, Floats]:
    """One net: hidden weights, their bias, output weights."""
    torch.manual_seed(seed)
    longest = max(len(example.rows) for example in asked)
    rows = torch.zeros(len(asked), longest, len(COLUMNS), dtype=torch.float16)
    right = torch.zeros(len(asked), longest)
    closed = torch.full((len(asked), longest), -1e9)
    for at, example in enumerate(asked):
        n = len(example.rows)
        rows[at, :n], right[at, :n], closed[at, :n] = torch.from_numpy(example.rows), torch.from_numpy(example.right), 0
    weights = torch.tensor([example.weight for example in asked])
    hidden, out = torch.nn.Linear(len(COLUMNS), HIDDEN), torch.nn.Linear(HIDDEN, 1, bias=False)
    optimizer = torch.optim.AdamW([*hidden.parameters(), *out.parameters()], lr=RATE, weight_decay=DECAY)
    steps = EPOCHS * -(-len(asked) // BATCH)
    schedule = torch.optim.lr_scheduler.OneCycleLR(optimizer, RATE, steps)
    for _ in range(EPOCHS):
        for some in torch.split(torch.randperm(len(asked)), BATCH):  # type: ignore[no-untyped-call]
            inner = F.dropout(torch.relu(hidden(F.dropout(rows[some].float(), DROP_IN))), DROP)
            shares = torch.log_softmax(out(inner).squeeze(-1) + closed[some], -1)
            of_right = torch.logsumexp(shares + torch.log(right[some].clamp_min(1e-9) / right[some].amax(-1, keepdim=True)), -1)
            loss = -(of_right * weights[some]).sum() / weights[some].sum()
            optimizer.zero_grad()
            loss.backward()  # type: ignore[no-untyped-call]
            optimizer.step()
            schedule.step()
    arrays = (hidden.weight.T, hidden.bias, out.weight[0] / NETS)
    first, second, third = (array.detach().numpy() for array in arrays)
    return first, second, third


def train(asked: list[Example], path: Path = SAVED) -> None:
    """Fit `NETS` nets and write them side by side as one: its scores are the mean of theirs."""
    nets = [fit(asked, seed) for seed in range(NETS)]
    hidden, bias, out = (np.concatenate(arrays, axis=-1) for arrays in zip(*nets, strict=True))
    small = {name: array.astype(np.float16) for name, array in (("hidden", hidden), ("bias", bias), ("out", out))}
    np.savez_compressed(path, columns=np.array(COLUMNS), **small)  # type: ignore[arg-type]


def main() -> int:
    """Trains on the prose that is not held out."""
    torch.set_num_threads(1)
    asked = examples(pieces(Model(), PROSE.glob("*.txt")))
    print(f"{len(asked)} mentions asked about", file=sys.stderr)
    train(asked)
    print(f"{SAVED}: {SAVED.stat().st_size} bytes", file=sys.stderr)
    return 0


if __name__ == "__main__":
    sys.exit(main())
