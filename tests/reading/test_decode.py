"""Sides of an event of the words that the network is sure of."""

import numpy as np

from khaldun.reading.decode import Words, sides
from khaldun.reading.words import words

TEXT = "Police of Trinidad and Tobago held two men in Port of Spain"


def written(fragments: list[tuple[int, int]], named: list[tuple[int, int]], sure: float = 0.9) -> list[str]:
    on = Words(TEXT, words(TEXT))
    found = sides(fragments, np.full(len(words(TEXT)), sure, np.float32), on, named)
    return [" ".join(TEXT.split()[a:b]) for a, b in found]


def test_no_side_cuts_through_a_name() -> None:
    assert written([(2, 3), (4, 5)], [(2, 5), (9, 12)]) == ["Trinidad and Tobago"]
    assert written([(9, 10)], [(2, 5), (9, 12)]) == ["Port of Spain"]


def test_a_side_means_somebody() -> None:
    assert written([(1, 2), (6, 8)], []) == ["two men"]


def test_a_side_that_no_word_is_sure_of_is_none() -> None:
    assert written([(6, 8)], [], sure=0.5) == []
