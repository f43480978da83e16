"""What a text is about, roughly: the stems of its content words. Enough to tell an article's own subhead from a stranger's headline."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache
from importlib.resources import files

_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")
_COMMON = frozenset(
    {
        "about", "above", "after", "again", "against", "ahead", "also", "although", "always", "among", "another", "around",
        "away", "back", "because", "become", "been", "before", "began", "behind", "being", "below", "between", "both", "cannot",
        "could", "days", "does", "doing", "done", "down", "during", "each", "even", "ever", "every", "final", "find", "first",
        "five", "found", "four", "from", "full", "gets", "give", "given", "goes", "going", "good", "great", "have", "having",
        "here", "himself", "house", "into", "issue", "just", "keep", "know", "known", "last", "late", "later", "least", "less",
        "like", "little", "live", "look", "made", "make", "makes", "making", "many", "might", "month", "months", "more", "most",
        "much", "must", "need", "never", "next", "night", "nine", "none", "nothing", "once", "only", "other", "over", "part",
        "people", "place", "read", "said", "same", "says", "second", "seven", "several", "should", "show", "shows", "since",
        "some", "still", "such", "sure", "take", "taken", "takes", "than", "that", "their", "them", "then", "there", "these",
        "they", "thing", "things", "think", "this", "those", "three", "through", "time", "today", "together", "told", "took",
        "toward", "under", "until", "upon", "used", "using", "very", "video", "want", "wants", "week", "weeks", "well", "went",
        "were", "what", "when", "where", "whether", "which", "while", "will", "with", "within", "without", "work", "world",
        "would", "year", "years", "your", "news", "report", "reports", "reported", "story", "update", "latest", "watch", "photos",
    }
)  # fmt: skip


def stems(text: str) -> frozenset[str]:
    """The first letters of the content words of `text`; in a line all of capitals, these say nothing."""
    text = text.lower() if text.isupper() else text
    return frozenset(stem(word) for word in _WORD.findall(text) if _counts(word))


def _counts(word: str) -> bool:
    if len(word) < 3:
        return word.isupper() and len(word) > 1
    return word.casefold() not in _COMMON and (len(word) > 3 or word[0].isupper() or word[0].isdigit())


def stem(word: str) -> str:
    """What forms of a word have in common, roughly: its first letters."""
    plain = word.casefold().removesuffix("'s").removesuffix("’s")
    return plain[:6] if len(plain) > 6 else plain.rstrip("s")


def shared(words: frozenset[str], others: Iterable[str]) -> float:
    """The share of `words` that are among `others` (0 to 1)."""
    return len(words.intersection(others)) / len(words) if words else 0.0


@cache
def _weights() -> dict[str, float]:
    """The stems that say little, with how much they say (training/usual.py)."""
    rows = (line.split() for line in files("khaldun").joinpath("data/usual.txt").read_text("utf-8").splitlines())
    return {word: float(weight) for word, weight in rows}


def weight(words: Iterable[str]) -> float:
    """How much stems say together of what a text is about: 1 for each that few texts have, less for common ones."""
    known = _weights()
    return sum(known.get(word, 1.0) for word in words)
