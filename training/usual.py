"""How much each common stem says of a text's subject: src/khaldun/data/usual.txt, made from the corpus and a list of English words by rank.

    python -m training.usual > src/khaldun/data/usual.txt

A stem that few articles have says most (weight 1). The weight of others falls with the share of our articles that have them (inverse
document frequency), or with their rank among English words, whichever gives less. The ranks are those of the tokenizer's vocabulary
(BERT, Apache-2.0), which stands in the order of frequency.
"""

from __future__ import annotations

import json
import math
import sys
from collections import Counter
from importlib.resources import files

from khaldun.articles.topics import stem, stems
from training.annotations import CORPUS, load

FEWEST = 8
"""Articles that must have a stem for its share to be believed."""

FIRST_WORD = 1996
"""The place in the vocabulary of its first whole word of more than a letter ("the"); before it stand marks and letters."""

FLAT, LAST = 300, 4000
"""Ranks up to about the first count as equally common; beyond the second a word is as telling as any. Chosen on our articles, joined."""

FULL = 0.95
"""Weights from here on are not worth a line."""


def shares() -> dict[str, float]:
    """Stems by the inverse of the share of articles that have them, 0 to 1."""
    texts = [" ".join(line.text for line in doc.lines) for doc in load(CORPUS, "prose")]
    counts = Counter(found for text in texts for found in stems(text))
    return {found: math.log(len(texts) / count) / math.log(len(texts)) for found, count in counts.items() if count >= FEWEST}


def ranks() -> dict[str, float]:
    """Stems by the rank of their commonest word, 0 to 1."""
    vocabulary = json.loads(files("khaldun").joinpath("data/model/tokenizer.json").read_text("utf-8"))["model"]["vocab"]
    words = {word: place - FIRST_WORD + 1 for word, place in vocabulary.items() if place >= FIRST_WORD and word.isalpha() and len(word) > 2}
    found: dict[str, float] = {}
    for word, rank in sorted(words.items(), key=lambda entry: entry[1]):
        found.setdefault(stem(word), math.log((rank + FLAT) / FLAT) / math.log((LAST + FLAT) / FLAT))
    return found


def main() -> None:
    """Write the file."""
    found, common = ranks(), shares()
    for word in sorted({*found, *common}):
        weight = max(0.02, min(found.get(word, 1.0), common.get(word, 1.0)))
        if weight < FULL:
            sys.stdout.write(f"{word} {weight:.2f}\n")


if __name__ == "__main__":
    main()
