import numpy as np
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from khaldun.reading.trees import heads


def is_tree(found: list[int]) -> bool:
    """One root, and every word leads to it."""
    for start in range(len(found)):
        seen, at = set(), start
        while at != -1:
            if at in seen:
                return False
            seen.add(at)
            at = found[at]
    return found.count(-1) == 1


def test_the_best_heads_are_kept_where_they_make_a_tree() -> None:
    arcs = np.full((3, 4), -5.0, np.float32)
    arcs[1, 0] = arcs[0, 2] = arcs[2, 2] = 5.0
    assert heads(arcs) == [1, -1, 1]


def test_a_cycle_is_broken_where_it_costs_least() -> None:
    arcs = np.array([[1.0, -9.0, 5.0], [3.0, 6.0, -9.0]], np.float32)
    assert heads(arcs) == [1, -1]


@given(st.integers(1, 9).flatmap(lambda n: arrays(np.float32, (n, n + 1), elements=st.floats(-10, 10, width=16))))
def test_any_scores_give_a_tree(arcs: np.ndarray) -> None:
    for i in range(len(arcs)):
        arcs[i, i + 1] = -1e4
    assert is_tree(heads(arcs))
