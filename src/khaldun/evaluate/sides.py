"""Source and target of the one event of a sentence. In: words with B-S/I-S/B-T/I-T tags. Out: F1 of spans that overlap.

B-R/I-R mark the parties of a mutual event, which Khaldun gives as actors.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from khaldun.errors import DataError
from khaldun.evaluate.measures import Figure, counted, figure
from khaldun.evaluate.tables import text
from khaldun.reader import Reader

TAGS = ("O", "B-S", "I-S", "B-T", "I-T", "B-R", "I-R")


def sentences(file: Path) -> Iterator[list[tuple[str, str]]]:
    """Words and tags of each sentence."""
    current: list[tuple[str, str]] = []
    for number, line in enumerate([*text(file).split("\n"), ""], 1):
        if not line.strip():
            if current:
                yield current
            current = []
            continue
        word, _, tag = line.strip().rpartition(" ")
        if tag not in TAGS or not word:
            raise DataError(f"{file}:{number}: expected 'word TAG' with a tag of {', '.join(TAGS)}")
        current.append((word, tag))


def gold_spans(words: list[tuple[str, str]], side: str, offsets: list[int]) -> list[tuple[int, int]]:
    out: list[tuple[int, int]] = []
    for (word, tag), start in zip(words, offsets, strict=True):
        if tag == f"B-{side}" or (tag == f"I-{side}" and not out):
            out.append((start, start + len(word)))
        elif tag == f"I-{side}":
            out[-1] = (out[-1][0], start + len(word))
    return out


def evaluate(file: Path) -> list[Figure]:
    """Every actor of every event against the sources, every recipient against the targets; a span counts when it overlaps."""
    reader = Reader()
    results: dict[str, list[tuple[float, float, float]]] = {"S": [], "T": [], "R": []}
    for words in sentences(file):
        offsets, position = [], 0
        for word, _ in words:
            offsets.append(position)
            position += len(word) + 1
        events = [e for article in reader.read(" ".join(w for w, _ in words)) for e in article.events]
        best = max(events, key=lambda e: (bool(e.actors) + bool(e.recipients), e.confidence), default=None)
        actors, recipients = (best.actors, best.recipients) if best else ((), ())
        mutual = any(tag.endswith("R") for _, tag in words)
        asked = {"R": (*actors, *recipients)} if mutual else {"S": actors, "T": recipients}
        for side, parties in asked.items():
            gold, mine = gold_spans(words, side, offsets), [(a.start, a.end) for a in parties]
            hit_gold = sum(any(a < y and x < b for x, y in mine) for a, b in gold)
            hit_mine = sum(any(a < y and x < b for x, y in gold) for a, b in mine)
            results[side].append((min(hit_gold, hit_mine), len(mine), len(gold)))
    names = {"S": "source spans", "T": "target spans", "R": "parties of mutual events"}
    return [figure(f"{name}, partial F1", results[side], counted) for side, name in names.items()]
