"""Sketches tell copies from other texts."""

from __future__ import annotations

from random import Random

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from khaldun.stories.sketches import COPY, KEYS, SIZE, restored, shared, sketch, stored, words


def text(seed: int, count: int = 300) -> str:
    dice = Random(seed)
    return " ".join(f"word{dice.randrange(3000)}" for _ in range(count))


@pytest.mark.parametrize("count", [60, 300, 2000])
def test_the_same_text_is_a_copy(count):
    assert shared(sketch(text(1, count)), sketch(text(1, count).upper().replace(" ", "\n"))) == 1.0


@pytest.mark.parametrize("kept", [0.3, 0.6, 0.9])
def test_a_cut_text_is_a_copy(kept):
    whole = text(1, 800)
    assert shared(sketch(whole), sketch(whole[: int(len(whole) * kept)])) > 0.9


def test_a_text_with_another_behind_it_is_a_copy():
    assert shared(sketch(text(1)), sketch(f"{text(1)} {text(2, 600)}")) > 0.9


def test_one_word_in_twelve_changed_leaves_a_copy():
    dice = Random(3)
    edited = " ".join("other" if dice.random() < 1 / 12 else word for word in text(1).split())
    assert COPY < shared(sketch(text(1)), sketch(edited)) < 1


def test_other_texts_share_nothing():
    assert shared(sketch(text(1)), sketch(text(2))) < 0.05


def test_a_shared_paragraph_of_background_is_no_copy():
    background = text(9, 90)
    assert shared(sketch(f"{text(1, 210)} {background}"), sketch(f"{text(2, 210)} {background}")) < COPY


@pytest.mark.parametrize("short", ["", "one", "a b c", "It rained in London on Monday."])
def test_what_is_too_short_is_no_copy(short):
    assert shared(sketch(short), sketch(short)) == 0.0


@given(st.text(max_size=400))
@settings(max_examples=40, deadline=None)
def test_a_sketch_survives_storing(written):
    before = sketch(written)
    after = restored(stored(before))
    assert np.array_equal(before.hashes, after.hashes)
    assert before.whole == after.whole
    assert len(before.hashes) <= SIZE
    assert len(before.keys) <= KEYS


@given(
    st.lists(st.sampled_from(["peace", "war", "Kyiv", "said", "the", "on"]), max_size=80), st.lists(st.sampled_from("abcdef"), max_size=80)
)
@settings(max_examples=40, deadline=None)
def test_sharing_is_mutual_and_a_share(one, other):
    first, second = sketch(" ".join(one)), sketch(" ".join(other))
    assert shared(first, second) == shared(second, first)
    assert 0 <= shared(first, second) <= 1


def test_words_are_compared_without_marks():
    assert words("“Don't,” she said—twice.") == words("Don't she saidtwice")
    assert words("Кто там") == ["кто".encode(), "там".encode()]
