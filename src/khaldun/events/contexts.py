"""An article's contexts, by the terms that speak for each (`ontology/contexts.toml`), weighed as learned (`data/contexts.tsv`).

What is counted of an article: how often each term stands in it; and for each context how often its strong and weak terms do, how many of
the strong ones, and what of them the headline has. `python -m training.contexts` learns what each count is worth for each context.
"""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files
from typing import Any

import numpy as np

from khaldun.events.terms import Terms
from khaldun.ontology import ontology

Array = np.ndarray[Any, np.dtype[np.float32]]

GATHERED = ("strong", "weak", "headline", "kinds")
MOST = 4
"""A term that stands more often counts no more: an article is not about what it only repeats."""
WEAK_IN_HEADLINE = 0.4


class Features:
    """The counts of an article as a row of numbers; `names` says what each is."""

    def __init__(self, source: dict[str, dict[str, str]]) -> None:
        lists = {(name, how): _parted(entry[how]) for name, entry in source.items() for how in ("strong", "weak")}
        self.terms = {term: place for place, term in enumerate(dict.fromkeys(term for terms in lists.values() for term in terms))}
        labels = tuple(ontology().contexts)
        self._belongs = {how: np.zeros((len(self.terms), len(labels)), np.float32) for how in ("strong", "weak")}
        for (name, how), terms in lists.items():
            self._belongs[how][[self.terms[t] for t in terms], labels.index(name)] = 1
        self._find = Terms(self.terms)
        self.names = (*self.terms, *(f"{what} of {label}" for what in GATHERED for label in labels), "always")

    def __call__(self, title: str | None, body: str) -> Array:
        """The row of one article."""
        places, counts = self._counted(body)
        strong, weak = self._belongs["strong"], self._belongs["weak"]
        own = np.zeros(len(self.terms), np.float32)
        own[places] = np.log1p(counts) / (np.linalg.norm(np.log1p(counts)) or 1)
        few = np.minimum(counts, MOST)
        heads, times = self._counted(title or "")
        return np.concatenate(
            [
                own,
                np.log1p(few @ strong[places]),
                np.log1p(few @ weak[places]),
                times @ strong[heads] + WEAK_IN_HEADLINE * (times @ weak[heads]),
                np.log1p(strong[places].sum(0)),
                np.ones(1, np.float32),
            ],
            dtype=np.float32,
        )

    def _counted(self, text: str) -> tuple[list[int], Array]:
        found = self._find.counts(text)
        return [self.terms[term] for term in found], np.fromiter(found.values(), np.float32, len(found))


def _parted(terms: str) -> list[str]:
    return [term for part in terms.split(",") if (term := " ".join(part.split()))]


@cache
def features() -> Features:
    """What is counted, by the shipped lists."""
    return Features(tomllib.loads(files("khaldun.ontology").joinpath("contexts.toml").read_text("utf8")))


@cache
def _weights() -> Array:
    """What each count is worth for each context: rows as in `features().names`, columns as in the ontology."""
    labels = tuple(ontology().contexts)
    rows = dict.fromkeys(features().names, "")
    for line in files("khaldun").joinpath("data/contexts.tsv").read_text("utf8").splitlines():
        name, tab, cells = line.partition("\t")
        if tab:
            rows[name] = cells
    out = np.zeros((len(features().names), len(labels)), np.float32)
    for place, name in enumerate(features().names):
        for cell in rows[name].split():
            label, _, weight = cell.partition("=")
            out[place, labels.index(label)] = float(weight)
    return out


def contexts(title: str | None, body: str) -> tuple[str, ...]:
    """The contexts of an article, in the ontology's order."""
    speaks = features()(title, body) @ _weights()
    return tuple(label for label, score in zip(ontology().contexts, speaks.tolist(), strict=True) if score > 0)
