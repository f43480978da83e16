"""Words to the numbers that the encoder takes: word pieces, shapes, and where each word's first and last piece stand."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec
import numpy as np
from tokenizers import Encoding, Tokenizer

Ints = np.ndarray[tuple[int, ...], np.dtype[np.int64]]

LIMIT = 256  # word pieces that one window may have; what is longer is cut into several


class Window(msgspec.Struct, frozen=True):
    """Words of one or more consecutive sentences that are read together. `sentence` numbers the sentence of each word from 0."""

    words: tuple[str, ...]
    sentence: tuple[int, ...]


class Batch(msgspec.Struct, frozen=True):
    """Windows as padded arrays: `pieces`, `shapes`, `marks` are [windows, pieces]; `first`, `last`, `sentence` are [windows, words].

    Padding is 0, in `sentence` -1.
    """

    pieces: Ints
    shapes: Ints
    marks: Ints
    first: Ints
    last: Ints
    sentence: Ints


def shape(word: str, opens: bool) -> int:
    """The written form of a word as a number from 1 to 11, since the vocabulary is uncased; `opens` says that it begins its sentence."""
    if word.isdigit():
        return 5
    if any(c.isdigit() for c in word):
        return 6
    letters = [c for c in word if c.isalpha()]
    if not letters:
        return 7
    if word.islower():
        return 1
    if len(letters) == 1:
        return 8
    if word.isupper():
        return 10 if opens else 3
    if letters[0].isupper() and all(c.islower() for c in letters[1:]):
        return 9 if opens else 2
    return 4 if any(c.isupper() for c in letters) else 11


def encode(tokenizer: Tokenizer, windows: Sequence[Window], roles: Sequence[Sequence[int]] | None = None) -> Batch:
    """The arrays of some windows. `roles` marks words of a given pair (1 the actor's, 2 the recipient's)."""
    encoded = tokenizer.encode_batch([list(w.words) for w in windows], is_pretokenized=True)
    wide, long = max(len(e.ids) for e in encoded), max(len(w.words) for w in windows)
    arrays = [np.zeros((len(windows), n), np.int64) for n in (wide, wide, wide, long, long)]
    sentence = np.full((len(windows), long), -1, np.int64)
    pieces, shapes, marks, first, last = arrays
    for i, (window, e) in enumerate(zip(windows, encoded, strict=True)):
        n = len(window.words)
        pieces[i, : len(e.ids)] = e.ids
        sentence[i, :n] = window.sentence
        first[i, :n], last[i, :n] = _ends(e, n)
        forms = [shape(w, k == 0 or window.sentence[k] != window.sentence[k - 1]) for k, w in enumerate(window.words)]
        owner = np.array([-1 if w is None else w for w in e.word_ids])
        inside = owner >= 0
        shapes[i, : len(owner)][inside] = np.array(forms)[owner[inside]]
        if roles is not None:
            marks[i, : len(owner)][inside] = np.array(roles[i])[owner[inside]]
    return Batch(pieces, shapes, marks, first, last, sentence)


def _ends(encoding: Encoding, count: int) -> tuple[Ints, Ints]:
    """First and last piece of each word; a word without pieces takes its predecessor's."""
    first, last = np.full(count, -1, np.int64), np.zeros(count, np.int64)
    for at, word in enumerate(encoding.word_ids):
        if word is not None:
            last[word] = at
            if first[word] < 0:
                first[word] = at
    for at in np.flatnonzero(first < 0).tolist():
        first[at] = last[at] = last[at - 1] if at else 0
    return first, last


def lengths(tokenizer: Tokenizer, texts: Sequence[Sequence[str]]) -> list[int]:
    """Number of word pieces of each list of words, the two marks at the ends left out."""
    return [len(e.ids) - 2 for e in tokenizer.encode_batch([list(t) for t in texts], is_pretokenized=True)]


def pack(sizes: Sequence[int], breaks: Sequence[object], limit: int) -> list[tuple[int, int]]:
    """Group consecutive sentences into windows of at most `limit` pieces; a change in `breaks` (the paragraph) may not be crossed."""
    out: list[tuple[int, int]] = []
    start, total = 0, 0
    for i, size in enumerate(sizes):
        if i > start and (total + size > limit or breaks[i] != breaks[start]):
            out.append((start, i))
            start, total = i, 0
        total += size
    if len(sizes) > start:
        out.append((start, len(sizes)))
    return out
