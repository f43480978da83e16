"""Words to the numbers that the encoder takes: word pieces, shapes, and where each word's first and last piece stand.

Countries go in under stand-ins (`reading.countries`).
"""

from __future__ import annotations

from collections.abc import Sequence

import msgspec
import numpy as np
from tokenizers import Tokenizer

from khaldun.reading.countries import alike

Ints = np.ndarray[tuple[int, ...], np.dtype[np.int64]]

MOST_OF_A_WORD = 6  # word pieces; what is longer is a string of letters, not a word


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


class Pieces:
    """Word pieces of single words, remembered: a word's pieces do not depend on its neighbours, and most words come again."""

    MOST = 200_000  # words remembered; about 60 MB

    def __init__(self, tokenizer: Tokenizer) -> None:
        tokenizer.no_padding()
        tokenizer.no_truncation()
        self._tokenizer = tokenizer
        self._known: dict[str, tuple[int, ...]] = {}
        self.opening, self.closing = (tokenizer.encode("").ids[i] for i in (0, -1))

    def of(self, words: Sequence[str]) -> list[tuple[int, ...]]:
        """Piece ids of each word; none for a word of characters that the vocabulary drops."""
        new = [w for w in dict.fromkeys(words) if w not in self._known]
        if new:
            if len(self._known) + len(new) > self.MOST:
                self._known.clear()
                new = list(dict.fromkeys(words))
            for word, e in zip(new, self._tokenizer.encode_batch(new, add_special_tokens=False), strict=True):
                self._known[word] = tuple(e.ids[:MOST_OF_A_WORD])
        return [self._known[w] for w in words]


def encode(pieces: Pieces, windows: Sequence[Window], roles: Sequence[Sequence[int]] | None = None) -> Batch:
    """The arrays of some windows. `roles` marks words of a given pair (1 the actor's, 2 the recipient's)."""
    rows = [_row(pieces, window, roles[i] if roles is not None else None) for i, window in enumerate(windows)]
    wide, long = max(len(r[0]) for r in rows), max(len(r[3]) for r in rows)
    arrays = [np.zeros((len(rows), n), np.int64) for n in (wide, wide, wide, long, long)]
    sentence = np.full((len(rows), long), -1, np.int64)
    for i, (row, window) in enumerate(zip(rows, windows, strict=True)):
        for array, values in zip(arrays, row, strict=True):
            array[i, : len(values)] = values
        sentence[i, : len(window.words)] = window.sentence
    return Batch(arrays[0], arrays[1], arrays[2], arrays[3], arrays[4], sentence)


def _row(pieces: Pieces, window: Window, roles: Sequence[int] | None) -> tuple[list[int], list[int], list[int], list[int], list[int]]:
    """Piece ids, shapes and marks by piece, and first and last piece by word; a word without pieces takes its predecessor's."""
    ids, shapes, marks = [pieces.opening], [0], [0]
    first: list[int] = []
    last: list[int] = []
    for k, found in enumerate(pieces.of(alike(window.words))):
        form = shape(window.words[k], k == 0 or window.sentence[k] != window.sentence[k - 1])
        first.append(len(ids) if found else len(ids) - 1)
        ids.extend(found)
        shapes.extend([form] * len(found))
        marks.extend([roles[k] if roles is not None else 0] * len(found))
        last.append(len(ids) - 1)
    return [*ids, pieces.closing], [*shapes, 0], [*marks, 0], first, last


def lengths(pieces: Pieces, texts: Sequence[Sequence[str]]) -> list[int]:
    """Number of word pieces of each list of words, the two marks at the ends left out."""
    return [sum(map(len, pieces.of(alike(words)))) for words in texts]


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
