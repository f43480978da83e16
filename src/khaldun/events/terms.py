"""Words and phrases of a list, found in a text. In: terms, a star standing for any ending of a word. Out: how often each stands there."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

_WORD = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*")
_Entry = tuple[str, tuple[str, ...]]
"""A term, and its words after the first."""


def _fits(word: str, wanted: str) -> bool:
    return word.startswith(wanted[:-1]) if wanted.endswith("*") else word in (wanted, wanted + "'s")


class Terms:
    """Terms, looked up by their first words: a text is gone through once, however many there are."""

    def __init__(self, terms: Iterable[str]) -> None:
        self._whole: dict[str, list[_Entry]] = {}
        self._begun: dict[str, list[_Entry]] = {}
        for term in dict.fromkeys(terms):
            first, *rest = term.split()
            (self._begun if first.endswith("*") else self._whole).setdefault(first.rstrip("*"), []).append((term, tuple(rest)))
        self._longest = max(map(len, self._begun), default=0)
        self._shortest = min(map(len, self._begun), default=1)

    def counts(self, text: str) -> dict[str, int]:
        """How often each term stands in `text`; terms that do not are left out."""
        words = [word.replace("’", "'") for word in _WORD.findall(text.lower())]
        out: dict[str, int] = {}
        known: dict[str, list[_Entry]] = {}
        for place, word in enumerate(words):
            entries = known.get(word)
            if entries is None:
                entries = known[word] = list(self._starting(word))
            for term, rest in entries:
                if not rest or (len(words) - place > len(rest) and all(map(_fits, words[place + 1 : place + 1 + len(rest)], rest))):
                    out[term] = out.get(term, 0) + 1
        return out

    def _starting(self, word: str) -> Iterator[_Entry]:
        """The terms whose first word this may be."""
        yield from self._whole.get(word, ())
        if word.endswith("'s"):
            yield from self._whole.get(word[:-2], ())
        for size in range(self._shortest, min(len(word), self._longest) + 1):
            yield from self._begun.get(word[:size], ())
