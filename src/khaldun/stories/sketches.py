"""An article's words in, a sketch of a kilobyte out; two sketches in, how much of the shorter text stands in the longer.

A sketch is the smallest hashes of the text's runs of four words. As every text keeps the smallest, two sketches can be compared
below the lower of their limits whatever part of a text was cut away or put after it (Broder 1997; KMV sketches, Beyer et al. 2007).
"""

from __future__ import annotations

from typing import NamedTuple
from zlib import crc32

import numpy as np
import numpy.typing as npt

RUN = 4
"""Words in a run. Four survive light editing (one word in ten changed leaves two runs in three) and are rare in other texts."""

SIZE = 256
"""Hashes kept: at 256 a share is known to about three points, for a kilobyte an article."""

KEYS = 16
"""Of these, the smallest find candidates: a text cut to a third and edited still shares about two with its original."""

LEAST = 20
"""Fewer runs than this in common reach are no evidence: two notices of a sentence or two are alike by chance."""

COPY = 0.4
"""Share of runs from which a text is a copy. Two versions of one text, each with one word in twelve changed, share about .5; texts that
have a third in common, such as an agency's background, share .3; paraphrases next to nothing (benchmarks/stories.py)."""

_PUNCTUATION = bytes.maketrans(bytes(c for c in range(128) if not chr(c).isalnum()), b" " * 66)
_MIXERS = np.array([0x9E3779B97F4A7C15, 0xC2B2AE3D27D4EB4F, 0x165667B19E3779F9, 0xD6E8FEB86659FD93], dtype=np.uint64)
"""Odd constants that set the words of a run apart by place (from the golden ratio, xxHash and SplitMix)."""

Hashes = npt.NDArray[np.uint32]


class Sketch(NamedTuple):
    """The smallest hashes of a text, ascending; `whole` if they are all there are."""

    hashes: Hashes
    whole: bool

    @property
    def keys(self) -> list[int]:
        """The hashes by which an index finds it."""
        found: list[int] = self.hashes[:KEYS].tolist()
        return found


def words(text: str) -> list[bytes]:
    """Words as they are compared: lower case, without marks. Text that is mostly beyond ASCII keeps its characters as they are."""
    plain = text.lower().encode("ascii", "ignore")
    if 2 * len(plain) < len(text):
        return text.lower().encode("utf8", "surrogatepass").split()
    return plain.replace(b"'", b"").translate(_PUNCTUATION).split()


def sketch(text: str) -> Sketch:
    """The sketch of a text."""
    numbers = np.fromiter(map(crc32, words(text)), dtype=np.uint64)
    if len(numbers) < RUN:
        return Sketch(np.empty(0, np.uint32), True)
    count = len(numbers) - RUN + 1
    runs = np.zeros(count, np.uint64)
    for place, mixer in enumerate(_MIXERS):
        runs += numbers[place : place + count] * mixer
    runs ^= runs >> np.uint64(29)
    runs *= _MIXERS[1]
    hashes = np.unique((runs >> np.uint64(32)).astype(np.uint32))
    return Sketch(hashes[:SIZE], len(hashes) <= SIZE)


def shared(one: Sketch, other: Sketch) -> float:
    """Share (0 to 1) of the shorter text's runs that stand in the other; 0 where too little is there to compare."""
    limit = min((s.hashes[-1] for s in (one, other) if not s.whole), default=None)
    first, second = (s.hashes if limit is None else s.hashes[: np.searchsorted(s.hashes, limit, "right")] for s in (one, other))
    least = min(len(first), len(second))
    return len(np.intersect1d(first, second, assume_unique=True)) / least if least >= LEAST else 0.0


def stored(found: Sketch) -> bytes:
    """A sketch as bytes: little-endian, four a hash; one that is whole ends in a byte of its own."""
    return found.hashes.astype("<u4").tobytes() + (b"\x01" if found.whole else b"")


def restored(data: bytes) -> Sketch:
    """The sketch of such bytes."""
    whole = len(data) % 4 == 1
    return Sketch(np.frombuffer(data, "<u4", len(data) // 4), whole)
