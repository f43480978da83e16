"""Scores and their intervals. A figure is computed from per-item counts, so that items can be drawn again for its interval."""

from __future__ import annotations

import random
from collections.abc import Callable, Sequence
from typing import Any

import msgspec

DRAWS = 300


class Figure(msgspec.Struct, frozen=True):
    """A measured figure (per cent, unless its name says otherwise) with the ends of its 95 % interval and the number of items."""

    name: str
    value: float
    low: float
    high: float
    items: int

    def __str__(self) -> str:
        return f"{self.name:<44} {self.value:6.1f}  [{self.low:.1f}, {self.high:.1f}]  n={self.items}"


def figure(name: str, rows: Sequence[Any], score: Callable[[Sequence[Any]], float]) -> Figure:
    """`score` of all rows, and its 95 % interval by drawing rows anew (bootstrap, 300 draws, fixed seed)."""
    draw = random.Random(20)
    values = sorted(score(draw.choices(rows, k=len(rows))) for _ in range(DRAWS)) if rows else [0.0]
    return Figure(
        name,
        round(score(rows), 2) if rows else 0.0,
        round(values[int(0.025 * len(values))], 2),
        round(values[int(0.975 * (len(values) - 1))], 2),
        len(rows),
    )


def f1(hit: float, predicted: float, gold: float) -> float:
    """F1 in per cent."""
    return 200 * hit / (predicted + gold) if predicted + gold else 0.0


def counted(rows: Sequence[tuple[float, float, float]]) -> float:
    """F1 of rows of (hits, predicted, gold)."""
    return f1(*(sum(column) for column in zip(*rows, strict=True))) if rows else 0.0


def ratio(rows: Sequence[tuple[float, float]]) -> float:
    """Sum of the first over sum of the second, in per cent."""
    return 100 * sum(r[0] for r in rows) / (sum(r[1] for r in rows) or 1)


def share(rows: Sequence[float]) -> float:
    """Mean in per cent."""
    return 100 * sum(rows) / len(rows) if rows else 0.0


def macro_f1(rows: Sequence[tuple[str, str]]) -> float:
    """Mean over the gold labels of each label's F1, from pairs of (gold, predicted)."""
    labels = {gold for gold, _ in rows}
    scores = []
    for label in labels:
        hit = sum(g == p == label for g, p in rows)
        scores.append(f1(hit, sum(p == label for _, p in rows), sum(g == label for g, _ in rows)))
    return sum(scores) / len(scores) if scores else 0.0


def overlap(a: set[int], b: set[int]) -> float:
    """F1 of two sets of positions, 0 to 1."""
    return 2 * len(a & b) / (len(a) + len(b)) if a or b else 1.0


def matched(want: Sequence[set[int]], have: Sequence[set[int]], least: float = 0.5) -> bool:
    """Whether two lists of spans match one to one, each pair with at least that overlap."""
    if len(want) != len(have):
        return False
    left = list(have)
    for w in want:
        best = max(left, key=lambda h: overlap(w, h), default=set())
        if overlap(w, best) < least:
            return False
        left.remove(best)
    return True
