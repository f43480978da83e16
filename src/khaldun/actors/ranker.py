"""Rows of numbers in, how likely each chain is meant out: a small network trained on our own prose (`training/reference.py`)."""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from typing import Protocol

import numpy as np

from khaldun.actors.salience import COLUMNS, Field, Floats


class Judge(Protocol):
    """Who says how likely each chain of a field is meant; the last figure is for nobody."""

    def __call__(self, field: Field) -> Floats: ...


class Ranker:
    """One hidden layer over the rows of a field, and a softmax over its chains and nobody."""

    def __init__(self, hidden: Floats, bias: Floats, out: Floats) -> None:
        self.hidden, self.bias, self.out = hidden, bias, out

    def __call__(self, field: Field) -> Floats:
        return softmax(np.maximum(field.rows() @ self.hidden + self.bias, 0) @ self.out)


def softmax(scores: Floats) -> Floats:
    """Scores as shares of one."""
    exponents = np.exp(scores - scores.max())
    shares: Floats = exponents / exponents.sum()
    return shares


@cache
def shipped() -> Ranker:
    """The ranker of the package.

    Raises:
        ValueError: where its columns are not those of this version.
    """
    with files("khaldun.data").joinpath("reference.npz").open("rb") as file:
        saved = np.load(file)
        if tuple(saved["columns"]) != COLUMNS:
            raise ValueError("reference.npz was trained on other columns; run python -m training.reference")
        return Ranker(*(saved[name].astype(np.float32) for name in ("hidden", "bias", "out")))
