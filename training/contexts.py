"""What each count of an article is worth for each context: src/khaldun/data/contexts.tsv, learned from the prose of the corpus.

    python -m training.contexts          # write the table (seconds)
    python -m training.contexts try      # F1 by cross-validation over the files, on what is not held out

Two steps, because most contexts have few articles. First the five numbers that all contexts share: what strong terms, weak terms, the
headline and the number of different terms speak for any context. Then, for each context, how it departs from these and which single terms
and other contexts speak for or against it, held near zero unless the articles insist (logistic regression with a penalty). Nothing is
drawn by chance: the same corpus gives the same table.
"""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path

import msgspec
import numpy as np

from khaldun.evaluate.annotated import Document, context_labels, documents, held_out
from khaldun.evaluate.contexts import Pair, macro
from khaldun.evaluate.measures import counted
from khaldun.events.contexts import GATHERED, Array, features
from khaldun.ontology import ontology

ROOT = Path(__file__).parents[1]
PROSE = ROOT / "training" / "corpus" / "prose"
TABLE = ROOT / "src" / "khaldun" / "data" / "contexts.tsv"
HEADER = "# What each count is worth for each context. Made by `python -m training.contexts`; not to be edited.\n"

FEWEST = 5  # articles that must have a term for it to be learned by itself
PENALTY = 0.3
OWN, OTHERS = 0.5, 0.1  # how freely a context departs from the shared numbers, and how freely others speak for it
LEAST = 0.25  # probability from which an article has a context: chosen for micro and macro F1 by cross-validation
SMALL = 0.1  # weights below are not written


class Examples(msgspec.Struct):
    """Articles: their files, counts (rows), and which contexts they have (columns)."""

    files: list[str]
    counts: Array
    has: Array

    def only(self, chosen: Array) -> Examples:
        """The articles marked in `chosen`."""
        return Examples([f for f, c in zip(self.files, chosen, strict=True) if c], self.counts[chosen], self.has[chosen])


def examples(folder: Path) -> Examples:
    """The articles that are not held out and whose contexts are annotated."""
    found = [(f.stem, d, labels) for f, d in _documents(folder) if (labels := context_labels(d)) is not None]
    rows = [features()(d.title, " ".join(line.text for line in d.lines)) for _, d, _ in found]
    has = [[label in labels for label in ontology().contexts] for *_, labels in found]
    return Examples([name for name, *_ in found], np.array(rows), np.array(has, np.float32))


def _documents(folder: Path) -> list[tuple[Path, Document]]:
    return [(f, d) for f in sorted(folder.glob("*.txt")) for d in documents(f) if not held_out(d.id, d.date)]


def fit(counts: Array, has: Array, before: Array | float, penalty: float, steps: int) -> Array:
    """Logistic regression by Nesterov's gradient steps; `before` is what each row already speaks for."""
    step = 1 / (0.25 * float(np.linalg.norm(counts, 2)) ** 2 + penalty)
    weights = ahead = np.zeros(counts.shape[1], np.float32)
    pace = 1.0
    for _ in range(steps):
        wrong = 1 / (1 + np.exp(-(counts @ ahead + before))) - has
        moved = ahead - step * (counts.T @ wrong + penalty * ahead)
        faster = (1 + (1 + 4 * pace * pace) ** 0.5) / 2
        ahead, weights, pace = moved + (pace - 1) / faster * (moved - weights), moved, faster
    return weights


def learn(given: Examples) -> Array:
    """Weights of all counts (rows) for all contexts (columns); an article has those that come out above zero."""
    names, labels = features().names, tuple(ontology().contexts)
    places = {name: place for place, name in enumerate(names)}
    own = np.array([[places[f"{what} of {label}"] for what in GATHERED] + [places["always"]] for label in labels])
    shared = fit(np.concatenate([given.counts[:, o] for o in own]), given.has.T.reshape(-1), 0.0, 0.1, 200)

    size = len(features().terms)
    terms = np.flatnonzero((given.counts[:, :size] > 0).sum(0) >= FEWEST)
    others = np.array([places[f"strong of {label}"] for label in labels])
    weights = np.zeros((len(names), len(labels)), np.float32)
    for k, mine in enumerate(own):
        used = np.concatenate([terms, others, mine])
        freedom = np.repeat(np.array([1, OTHERS, OWN, 1], np.float32), [len(terms), len(others), len(GATHERED), 1])
        found = fit(given.counts[:, used] * freedom, given.has[:, k], given.counts[:, mine] @ shared, PENALTY, 80) * freedom
        np.add.at(weights[:, k], used, found)
        weights[mine, k] += shared
    weights[places["always"]] -= np.log(LEAST / (1 - LEAST))
    return weights


def compare(given: Examples, speaks: Array) -> tuple[float, float]:
    """Micro and macro F1."""
    labels = tuple(ontology().contexts)
    rows: list[Pair] = [(_named(labels, h > 0), _named(labels, s > 0)) for h, s in zip(given.has, speaks, strict=True)]
    return counted([(len(g & m), len(m), len(g)) for g, m in rows]), macro(rows)


def _named(labels: Sequence[str], marked: Array) -> frozenset[str]:
    return frozenset(label for label, mark in zip(labels, marked, strict=True) if mark)


def tried(given: Examples, parts: int = 5) -> Array:
    """What each article's counts speak for, learned without the files of its part."""
    files = sorted(set(given.files))
    part = np.array([files.index(f) % parts for f in given.files])
    speaks = np.zeros_like(given.has)
    for p in range(parts):
        speaks[part == p] = given.counts[part == p] @ learn(given.only(part != p))
    return speaks


def written(weights: Array) -> str:
    """The table: a line for each count that says something, with its weight for each context."""
    labels, lines = tuple(ontology().contexts), [HEADER]
    for name, row in zip(features().names, weights, strict=True):
        cells = [f"{label}={weight:.2f}" for label, weight in zip(labels, row.tolist(), strict=True) if abs(weight) >= SMALL]
        if cells:
            lines.append(f"{name}\t{' '.join(cells)}\n")
    return "".join(lines)


def main() -> None:
    """Write the table, or try what it is worth."""
    given = examples(PROSE)
    if sys.argv[1:] == ["try"]:
        print(f"{len(given.files)} articles: micro F1 {(found := compare(given, tried(given)))[0]:.1f}, macro F1 {found[1]:.1f}")
    else:
        TABLE.write_text(written(learn(given)), "utf8")


if __name__ == "__main__":
    main()
