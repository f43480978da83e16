"""Whether the words around a date speak of what was or of what is to come."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Sequence

from khaldun.records import Reading, Sentence, Word

Tense = Callable[[int], str]
_FUTURE_WORDS = (
    "will|shall|won['’]t|['’]ll|would|going to|due|scheduled|slated|set to|set for|planned|expected|upcoming|forthcoming|ahead of|plans?|hopes?|intends?|"
    "expects?|until|deadline|pending|await(?:s|ing)?|no later than|tomorrow|prepar(?:es?|ing)|may|might|could|should|must"
)
_IRREGULAR = (
    "said|was|were|had|did|told|came|went|took|made|gave|got|met|left|held|kept|began|found|won|lost|struck|shot|fell|rose|saw|sent|spoke|stood|"
    "brought|thought|knew|became|led|ran|wrote|broke|drove|fought|fled|flew|sold|bought|built|caught|hit|cut|put|set off|blew|swept|tore|swore|"
    "sank|threw|drew|grew|withdrew|laid|paid|read|felt|heard|arose|hung|rang|sought|taught|understood|overthrew|shook|stole|woke|bore|burst|shut|spent|quit|slew|meant|has|have|been|after|since|following"
)
_PAST_WORDS = rf"{_IRREGULAR}|[a-z]{{2,}}(?:ed)"
_MARK = re.compile(
    rf"\b(?:(?P<future>(?:{_FUTURE_WORDS})\b|to\s+(?!the\b|a\b|an\b|[A-Z0-9])[a-z]+(?!\w))|(?P<past>(?:{_PAST_WORDS})\b)|(?P<present>(?:is|are|am|says?)\b))|(?P<end>[.!?]['\"”’)]*\s+(?=[A-Z\"“‘(])|\n\s*\n)"
)
_ADJECTIVES = frozenset("united armed wounded injured so-called occupied detained married red bed hundred indeed need speed feed".split())
_FUTURE_AUX = frozenset("will shall ll 'll ’ll wo would may might could should must".split())
_FUTURE_VERBS = frozenset(
    "scheduled slated planned expected due set plan plans plan expects intend intends hope hopes agree promise vow".split()
)


def guess(text: str, start: int, end: int) -> Tense:
    """The tense at an offset, from the nearest telling word of its sentence: the last one before, else the first one after."""
    marks = [m for m in _MARK.finditer(text, start, end) if m.group().lower() not in _ADJECTIVES]
    ends = [m.end() for m in marks]

    def tense(offset: int) -> str:
        at = bisect_right(ends, offset)
        before = marks[at - 1] if at else None
        if before is not None and before.lastgroup not in ("end", "present"):
            return before.lastgroup or ""
        for mark in marks[at:]:
            if mark.lastgroup != "present":
                return "" if mark.lastgroup == "end" else mark.lastgroup or ""
        return ""

    return tense


def of_reading(text: str, reading: Reading) -> Tense:
    """The tense of the verb that governs the word at an offset, from the sentence's tree; guessed where the tree has no verb above it."""
    sentences = sorted(reading.sentences, key=lambda s: s.start)
    starts = [s.start for s in sentences]

    def tense(offset: int) -> str:
        at = bisect_right(starts, offset) - 1
        if at < 0 or offset >= sentences[at].end:
            return ""
        sentence = sentences[at]
        return _of_tree(text, sentence.words, offset) or guess(text, sentence.start, sentence.end)(offset)

    return tense


def _of_tree(text: str, words: Sequence[Word], offset: int) -> str:
    """The tense of the nearest verb above the word at an offset."""
    at = next((i for i, w in enumerate(words) if w.start <= offset < w.end), None)
    seen = 0
    while at is not None and at >= 0 and seen <= len(words):
        if words[at].upos in ("VERB", "AUX") and (found := _of_verb(text, words, at)):
            return found
        at, seen = words[at].head, seen + 1
    return ""


def _of_verb(text: str, words: Sequence[Word], at: int) -> str:
    form = text[words[at].start : words[at].end].lower()
    helpers = {text[w.start : w.end].lower() for w in words if w.head == at and w.rel.startswith(("aux", "mark", "cop"))}
    if form in _FUTURE_VERBS or helpers & _FUTURE_AUX or "to" in helpers:
        return "future"
    if re.fullmatch(_PAST_WORDS, form) or helpers & {"was", "were", "had", "did", "has", "have"}:
        return "past"
    return ""


def guess_all(text: str, spans: Sequence[tuple[int, int]]) -> Tense:
    """The guessed tense over several stretches of a text."""
    guesses = [(start, end, guess(text, start, end)) for start, end in spans]

    def tense(offset: int) -> str:
        return next((found(offset) for start, end, found in guesses if start <= offset < end), "")

    return tense
