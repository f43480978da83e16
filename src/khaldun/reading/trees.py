"""Arc scores to a tree: the best head of each word, and where those do not make a tree with one root, the best tree."""

from __future__ import annotations

import numpy as np

Floats = np.ndarray[tuple[int, ...], np.dtype[np.float32]]


def heads(arcs: Floats) -> list[int]:
    """Head of each word of one sentence (-1 for the root). `arcs` is [n, n + 1]: rows are words, column 0 is the root."""
    best = arcs.argmax(1)
    if (best == 0).sum() == 1 and not _cycle([int(h) for h in best]):
        return [int(h) - 1 for h in best]
    return _best_tree(arcs.astype(np.float64))


def _cycle(head: list[int]) -> list[int]:
    """Words (from 1) of some cycle; empty when there is none. `head[i]` is the head of word i + 1, 0 the root."""
    done: set[int] = set()
    for start in range(1, len(head) + 1):
        path: list[int] = []
        at = start
        while at and at not in done and at not in path:
            path.append(at)
            at = head[at - 1]
        if at and at in path:
            return path[path.index(at) :]
        done.update(path)
    return []


def _best_tree(arcs: Floats) -> list[int]:
    """Maximum spanning tree under the root that scores best among the three likeliest."""
    n = len(arcs)
    full = np.full((n + 1, n + 1), -1e9)
    full[1:, :] = arcs
    np.fill_diagonal(full, -1e9)
    found: list[tuple[float, list[int]]] = []
    for root in np.argsort(-arcs[:, 0])[:3]:
        scores = full.copy()
        scores[1:, 0] = -1e8
        scores[root + 1, 0] = 1e6
        tree = _chu_liu_edmonds(scores)
        found.append((sum(full[i, tree[i]] for i in range(1, n + 1)), tree))
    return [h - 1 for h in max(found)[1][1:]]


def _chu_liu_edmonds(scores: Floats) -> list[int]:
    """Head of every node (entry 0 is the root, unused) of the maximum spanning arborescence; `scores[i, j]` is the arc from head j to i."""
    n = len(scores)
    head = [0] + [int(scores[i].argmax()) for i in range(1, n)]
    cycle = _cycle(head[1:])
    if not cycle:
        return head
    inside = set(cycle)
    outside = [i for i in range(n) if i not in inside]
    gain = {i: scores[i, head[i]] for i in cycle}
    small = np.full((len(outside) + 1, len(outside) + 1), -1e9)
    enters: dict[int, int] = {}
    leaves: dict[int, int] = {}
    for a, i in enumerate(outside):
        for b, j in enumerate(outside):
            small[a, b] = scores[i, j]
        best = max(cycle, key=lambda c: scores[i, c])
        small[a, -1], leaves[a] = scores[i, best], best
        into = max(cycle, key=lambda c: scores[c, i] - gain[c])
        small[-1, a], enters[a] = scores[into, i] - gain[into], into
    np.fill_diagonal(small, -1e9)
    tree = _chu_liu_edmonds(small)
    for a, i in enumerate(outside):
        if i:
            head[i] = leaves[a] if tree[a] == len(outside) else outside[tree[a]]
    head[enters[tree[-1]]] = outside[tree[-1]]
    return head
