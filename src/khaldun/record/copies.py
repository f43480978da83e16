"""An article in, the article that it copies out: an index in the record, so that of all texts only the copied one is read again.

Only first articles stand in it: a copy of a copy is found by what both have from the first.
"""

from __future__ import annotations

import sqlite3
from collections import Counter
from typing import NamedTuple

from khaldun.records import Coded
from khaldun.stories import COPY, Sketch, as_copy, restored, shared, sketch, stored

POSTINGS = 64
"""Articles followed up for one key. A key that more have is an agency's standing paragraph; other keys tell them apart."""

CANDIDATES = 8
"""Articles whose sketches are compared: those that share the most keys."""


class First(NamedTuple):
    """The article that was there first, and the share of the shorter text that both have."""

    seq: int
    share: float


def screened(connection: sqlite3.Connection, coded: Coded) -> tuple[Coded, Sketch | None]:
    """An article as it is to be stored, and its sketch if it is to enter the index: none for copies."""
    if coded.copy_of is not None:
        return coded, None
    mine = sketch(coded.text)
    first = find(connection, mine)
    if first is None:
        return coded, mine
    row = connection.execute(
        "SELECT a.id, t.body FROM articles a JOIN article_text t ON t.seq = a.seq WHERE a.seq = ?", (first.seq,)
    ).fetchone()
    return as_copy(coded, row["id"], row["body"] or ""), None


def find(connection: sqlite3.Connection, mine: Sketch) -> First | None:
    """The first article that a text of this sketch copies; of several the one that it shares most with, of equals the earliest."""
    counts: Counter[int] = Counter()
    for key in mine.keys:
        counts.update(seq for (seq,) in connection.execute("SELECT seq FROM sketch_keys WHERE key = ? LIMIT ?", (key, POSTINGS)))
    best: First | None = None
    for seq in sorted(counts, key=lambda seq: (-counts[seq], seq))[:CANDIDATES]:
        row = connection.execute("SELECT hashes FROM sketches WHERE seq = ?", (seq,)).fetchone()
        share = shared(mine, restored(row[0]))
        if share >= COPY and (best is None or (share, -seq) > (best.share, -best.seq)):
            best = First(seq, share)
    return best


def enter(connection: sqlite3.Connection, seq: int, mine: Sketch) -> None:
    """Adds a first article to the index."""
    connection.execute("INSERT INTO sketches (seq, hashes) VALUES (?, ?)", (seq, stored(mine)))
    connection.executemany("INSERT INTO sketch_keys (key, seq) VALUES (?, ?)", [(key, seq) for key in mine.keys])
