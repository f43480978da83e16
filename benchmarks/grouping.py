"""How well things are grouped: B-cubed (Bagga and Baldwin 1998), wrong merges, and the adjusted Rand index (Hubert and Arabie 1985)."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Hashable, Mapping
from math import comb
from typing import NamedTuple

Groups = Mapping[str, Hashable]
"""For each thing, its group."""


class Bcubed(NamedTuple):
    """Over things: share of one's found group that belongs there, share of one's true group that was found, and their harmonic mean."""

    precision: float
    recall: float
    f1: float


def bcubed(gold: Groups, found: Groups) -> Bcubed:
    """B-cubed of a grouping of the things of `gold`."""
    both = Counter((gold[thing], found[thing]) for thing in gold)
    true, ours = Counter(gold.values()), Counter(found[thing] for thing in gold)
    precision = sum(count * count / ours[pair[1]] for pair, count in both.items()) / len(gold)
    recall = sum(count * count / true[pair[0]] for pair, count in both.items()) / len(gold)
    return Bcubed(precision, recall, 2 * precision * recall / (precision + recall))


def wrong_merges(gold: Groups, found: Groups) -> float:
    """Share of the joins (a group of n has n - 1) that bring together what is not one: for each group, its true groups less one."""
    members: dict[Hashable, set[Hashable]] = defaultdict(set)
    sizes = Counter(found[thing] for thing in gold)
    for thing, group in gold.items():
        members[found[thing]].add(group)
    joins = sum(size - 1 for size in sizes.values())
    return sum(len(groups) - 1 for groups in members.values()) / joins if joins else 0.0


def adjusted_rand(gold: Groups, found: Groups) -> float:
    """1 for the same grouping, 0 for what chance gives."""
    both = sum(comb(n, 2) for n in Counter((gold[thing], found[thing]) for thing in gold).values())
    true = sum(comb(n, 2) for n in Counter(gold.values()).values())
    ours = sum(comb(n, 2) for n in Counter(found[thing] for thing in gold).values())
    chance = true * ours / comb(len(gold), 2)
    most = (true + ours) / 2
    return (both - chance) / (most - chance) if most != chance else 1.0
