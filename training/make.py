"""Make the shipped model: `python -m training.make [trees] [reader] [again] [export]`; without arguments trees, reader and export.

trees   the encoder learns trees, parts of speech and names from the treebanks (hours on two cores), into `build/trees.pt`
reader  from there, everything together on the corpus, with some treebank text so that trees stay known, into `build/reader.pt`
again   the same from the weights that are shipped, for a corpus that has grown, into `build/reader.pt`
export  into the package, as int8 ONNX
"""

from __future__ import annotations

import random
import sys
from collections.abc import Callable, Sequence

import torch

from khaldun.evaluate.annotated import Document, held_out
from khaldun.reading.decode import runs
from khaldun.reading.pieces import Pieces
from training import annotations as corpus
from training import augment, labels, pairs, renaming, score, shipped, sources, treebanks
from training.batches import tensors, windows_of
from training.examples import Example, Pair, of_document
from training.export import export
from training.model import Reader
from training.train import Plan, train

TREES, READER = sources.BUILD / "trees.pt", sources.BUILD / "reader.pt"
TREE_PLAN = Plan(epochs=15, head_rate=1.5e-3)
READER_PLAN = Plan(epochs=14, head_rate=1.0e-3)
AGAIN_PLAN = Plan(epochs=8, encoder_rate=1.3e-4, head_rate=6e-4)
TREEBANK_SHARE = 0.3  # of the treebanks' windows in each epoch of the second stage
PAIR_SHARE = 0.08  # of the given-pair questions that annotated events answer, in each epoch; the lines written for them are all asked
RENAMED_SHARE = 0.7  # of the lines, with names in each other's place
TURNED_SHARE = 0.3  # of the windows, with actor and recipient in each other's place
EVERY = 3  # epochs between two looks at the held-out part

Report = Callable[[int, Reader], None]


def lines(documents: list[Document], prefix: bool) -> list[Example]:
    """Examples of the items (`prefix`) or of the prose and pairs."""
    return [x for d in documents if d.id.startswith("ce-") == prefix for x in of_document(d)]


def trees_stage(tokenizer: Pieces, plan: Plan = TREE_PLAN) -> Reader:
    """First stage, from the weights of all-MiniLM-L6-v2."""
    banks = [treebanks.examples(sources.treebank(name)) for name in ("ewt-train", "gum-train")]
    spoken = [x for name in ("ewt-train", "gum-train") for x in treebanks.spoken(sources.treebank(name))]
    dev = treebanks.examples(sources.treebank("ewt-dev"))[::2]

    def epoch_of(epoch: int, draw: random.Random) -> list[Example | Pair]:
        return [*(w for bank in banks for w in windows_of(bank, tokenizer, (24, 90), draw)), *spoken]

    def after(epoch: int, mean: Reader) -> None:
        print("ewt-dev", score.trees(mean, tokenizer, dev), file=sys.stderr, flush=True)
        torch.save(mean.state_dict(), TREES)

    model = Reader()
    model.encoder.start_from(sources.encoder_folder())
    return train(model, tokenizer, epoch_of, plan, every(plan, after))


def every(plan: Plan, report: Report) -> Report:
    """`report` after every third epoch and the last."""

    def after(epoch: int, mean: Reader) -> None:
        if epoch % EVERY == EVERY - 1 or epoch == plan.epochs - 1:
            report(epoch, mean.eval())

    return after


@torch.no_grad()
def names_of(model: Reader, tokenizer: Pieces, examples: Sequence[Example]) -> list[list[renaming.Name]]:
    """Names of each example: as annotated, or, where they are not, as `model` reads them."""
    out: list[list[renaming.Name]] = []
    for start in range(0, len(examples), 32):
        some = examples[start : start + 32]
        t = tensors(some, tokenizer).inputs
        x, _ = model.words(t["pieces"], t["shapes"], t["marks"], t["first"], t["last"])
        tags = model.names(x).argmax(-1).tolist()
        out += [e.names if e.names is not None else runs(row[: len(e.words)], labels.NAMES) for e, row in zip(some, tags, strict=True)]
    return out


def reader_stage(tokenizer: Pieces, start: dict[str, torch.Tensor], plan: Plan = READER_PLAN) -> Reader:
    """Second stage, from the weights of the first or from those of an earlier reader."""
    documents = corpus.load(corpus.CORPUS, "items", "prose", "pairs")
    known = [d for d in documents if not held_out(d.id, d.date)]
    unseen = [d for d in documents if held_out(d.id, d.date)]
    items, prose = lines(known, True), lines(known, False)
    banks = [treebanks.examples(sources.treebank(name)) for name in ("ewt-train", "gum-train")]
    dev = treebanks.examples(sources.treebank("ewt-dev"))[::3]
    asked_lines, unseen_lines = pairs.lines(held_out=False), pairs.lines(held_out=True)
    print(f"{len(items)} items, {len(prose)} lines of prose, {sum(len(x.acts or ()) for x in items + prose)} events", file=sys.stderr)

    model = Reader(dropout=0.2)
    model.load_state_dict(start)
    names = names_of(model.eval(), tokenizer, items + prose)
    others = renaming.pool(items + prose, names)

    def epoch_of(epoch: int, draw: random.Random) -> list[Example | Pair]:
        known = [
            renaming.renamed(x, n, others, draw) if draw.random() < RENAMED_SHARE else x for x, n in zip(items + prose, names, strict=True)
        ]
        text = augment.neighboured(known[: len(items)], draw) + windows_of(known[len(items) :], tokenizer, (10, 90), draw)
        text = [augment.turned(x, draw) if draw.random() < TURNED_SHARE else x for x in text]
        trees = [w for bank in banks for w in windows_of(bank, tokenizer, (24, 90), draw)]
        asked = pairs.of_examples(known, draw)
        out: list[Example | Pair] = [*text, *asked_lines]
        out += draw.sample(asked, int(PAIR_SHARE * len(asked)))
        return [augment.hidden(x, draw) for x in out] + draw.sample(trees, int(TREEBANK_SHARE * len(trees)))

    def after(epoch: int, mean: Reader) -> None:
        print("  trees", score.trees(mean, tokenizer, dev), "relations", score.relations(mean, tokenizer, unseen_lines), file=sys.stderr)
        print(*score.events(mean, unseen), sep="\n", file=sys.stderr, flush=True)
        torch.save(mean.state_dict(), READER)

    return train(model, tokenizer, epoch_of, plan, every(plan, after))


def main(stages: list[str]) -> int:
    """Run the stages asked for, in order."""
    sources.BUILD.mkdir(exist_ok=True)
    tokenizer = sources.tokenizer()
    chosen = stages or ["trees", "reader", "export"]
    if unknown := set(chosen) - {"trees", "reader", "again", "export"}:
        print(f"no stage {', '.join(sorted(unknown))}: choose of trees, reader, again, export", file=sys.stderr)
        return 2
    if "trees" in chosen:
        trees_stage(tokenizer)
    if "reader" in chosen:
        reader_stage(tokenizer, torch.load(TREES))
    if "again" in chosen:
        reader_stage(tokenizer, shipped.weights(), AGAIN_PLAN)
    if "export" in chosen:
        model = Reader()
        model.load_state_dict(torch.load(READER))
        path = export(model)
        print(f"{path.name}: {path.stat().st_size / 1e6:.1f} MB", file=sys.stderr)
    return 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
