"""Whether the words around a date speak of what was or of what is to come."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Sequence

from khaldun.records import Reading, Sentence, Word

Tense = Callable[[int], str]
"""An offset to "past", "future" or "" (nothing tells)."""

_HELPERS = r"will|shall|would|may|might|could|should|must|can|to|won['’]t|['’]ll"
_FUTURE = (
    r"going\s+to|payable|due(?! to\s+(?:a|an|the)\b)|scheduled|slated|set\s+(?:to|for)|planned|expected|upcoming|forthcoming|ahead\s+of|"
    r"plans?|hopes?|intends?|expects?|deadline|pending|awaits?|"
    r"awaiting|promised|preparing|prepares?|looming|vows?\s+to|will|shall|would|may|might|could|should|must|won['’]t|['’]ll"
)
_AHEAD = (
    r"agreed?|plans?|planned|due|expected|scheduled|set|hop(?:es?|ed|ing)|intends?|vow(?:s|ed)|promise[sd]?|pledge[sd]?|"
    r"decide[sd]?|order(?:s|ed)|ask(?:s|ed)|urge[sd]?|ready|prepar\w+|"
    r"invite[sd]?|wants?|wanted|likely|sure|certain|threaten(?:s|ed|ing)|seeks?|aims?|supposed|told|swore|resolved|offered|"
    r"called(?:\s+on\s+\w+)?|poised|about|bound|required"
)
"""Words after which "to" and a verb look ahead; after others ("began to", "refused to") they do not."""
_PRESENT_FOR_FUTURE = (
    r"begins?|starts?|opens|resumes?|flies|travels|takes\s+(?:effect|office)|goes|go\s+to\s+the\s+polls|kicks\s+off|departs|expires|"
    r"is\s+to|are\s+to|is\s+on|are\s+on|"
    r"(?<!to\s)(?:end|meet|fall|open|clos|expir|return|conven|depart|reopen|arriv|conclud)(?:e?s|e)?\s+(?:again\s+)?(?:on|next)"
)
_IRREGULAR = (
    r"said|was|were|had|did|told|came|went|took|made|gave|got|met|left|held|kept|began|found|won|lost|struck|shot|fell|rose|saw|"
    r"sent|spoke|stood|brought|thought|knew|became|led|ran|"
    r"wrote|broke|drove|fought|fled|flew|sold|bought|built|caught|hit|set\s+off|blew|swept|tore|swore|sank|threw|drew|grew|"
    r"withdrew|laid|paid|felt|heard|arose|hung|rang|sought|taught|"
    r"understood|overthrew|shook|stole|woke|bore|burst|spent|quit|meant|has|have|been|after|since|following"
)
_MARK = re.compile(
    rf"""\b(?:
        (?P<skip>(?:was|were)\s+to\b)
      | (?P<past1>had\s+(?:to\b|been\s+(?:due|set|scheduled|expected|planned)\b(?:\s+to\s+[a-z]+)?))
      | (?P<future1>(?:{_HELPERS})\s+(?:(?:not|also|soon|only|then|instead|[a-z]+ly)\s+)*(?:have\s+)?be(?:en)?\s+[a-z]+)
      | (?P<future5>(?:will|shall|would|won['’]t|['’]ll)\s+(?:not\s+)?[a-z]+(?:\s+[a-z]+ed\b)?)
      | (?P<future2>(?:is|are)\s+(?:[a-z]+ly\s+)?(?:due|scheduled|slated|expected|planned|set)\b)
      | (?P<future3>(?:{_FUTURE}|{_PRESENT_FOR_FUTURE})\b)
      | (?P<future4>(?:{_AHEAD})\s+to\s+[a-z]+\b)
      | (?P<past2>(?:{_IRREGULAR}|[a-z]{{2,}}ed)\b)
    ) | (?P<end>(?<![\s.][A-Za-z])(?<!\bMr)(?<!\bMs)(?<!\bDr)(?<!\bSt)(?<!\bMrs)(?<!\bGen)(?<!\bSen)(?<!\bGov)(?<!\bRep)
         [.!?]['"”’)]*\s+(?=[A-Z"“‘(])|\n\s*\n)""",
    re.X,
)
_INFINITIVE = re.compile(r"\bto\s+[a-z]+\b")
"""Looks ahead where nothing else tells, as in headlines ("Envoy to visit Tehran on Monday")."""
_UNTIL = re.compile(r"\b(?:until|till)\s+(?:late\s+|early\s+|at\s+least\s+)?\Z", re.I)
"""Says of what goes on that its end is to come."""
_NO_VERBS = frozenset("united armed so-called red bed hundred indeed need speed feed seed exceed proceed succeed".split())
_FUTURE_AUX = frozenset("will shall ll 'll ’ll wo would may might could should must".split())
_FUTURE_VERBS = frozenset("scheduled slated planned expected due set plan plans expect expects intend intends hope hopes promised".split())
_PAST_VERB = re.compile(rf"{_IRREGULAR}|[a-z]{{2,}}ed")
_BEGINS = re.compile(_PRESENT_FOR_FUTURE)


def guess(text: str, start: int, end: int) -> Tense:
    """The tense at an offset, from the nearest telling words of its sentence: the last before it, else the first after it."""
    marks = [m for m in _MARK.finditer(text, start, end) if m.lastgroup != "skip" and m.group().lower() not in _NO_VERBS]
    ends = [m.end() for m in marks]

    def tense(offset: int) -> str:
        at = bisect_right(ends, offset)
        if at and (before := _name(marks[at - 1])):
            return before
        after = _name(marks[at]) if at < len(marks) else ""
        sentence = ends[at - 1] if at else start
        ahead = _INFINITIVE.search(text, sentence, offset) or _UNTIL.search(text, sentence, offset)
        return after or ("future" if ahead else "")

    return tense


def _name(mark: re.Match[str]) -> str:
    """The tense that a mark tells; none at the end of a sentence."""
    return (mark.lastgroup or "").rstrip("12345").replace("end", "")


def guess_all(text: str, spans: Sequence[tuple[int, int]]) -> Tense:
    """The guessed tense over several stretches of a text."""
    guesses = [(start, end, guess(text, start, end)) for start, end in spans]

    def tense(offset: int) -> str:
        return next((found(offset) for start, end, found in guesses if start <= offset < end), "")

    return tense


def of_reading(text: str, reading: Reading) -> Tense:
    """The tense of the verb that governs the word at an offset, from the sentence's tree; guessed where no verb above it tells."""
    sentences = sorted(reading.sentences, key=lambda s: s.start)
    starts = [s.start for s in sentences]

    def tense(offset: int) -> str:
        at = bisect_right(starts, offset) - 1
        if at < 0 or offset >= sentences[at].end:
            return ""
        sentence: Sentence = sentences[at]
        return _of_tree(text, sentence.words, offset) or guess(text, sentence.start, sentence.end)(offset)

    return tense


def _of_tree(text: str, words: Sequence[Word], offset: int) -> str:
    """The tense of the nearest verb above the word at an offset."""
    at = next((i for i, w in enumerate(words) if w.start <= offset < w.end), -1)
    for _ in words:
        if at < 0:
            break
        if words[at].upos in ("VERB", "AUX") and (found := _of_verb(text, words, at)):
            return found
        at = words[at].head
    return ""


def _of_verb(text: str, words: Sequence[Word], at: int) -> str:
    """The tense that a verb and its helpers tell."""
    form = text[words[at].start : words[at].end].lower()
    helpers = {text[w.start : w.end].lower() for w in words if w.head == at and w.rel.startswith(("aux", "mark", "cop"))}
    if helpers & {"had", "was", "were"} and "to" not in helpers:
        return "past"
    if form in _FUTURE_VERBS or helpers & _FUTURE_AUX or "to" in helpers:
        return "future"
    if _PAST_VERB.fullmatch(form) or helpers & {"did", "has", "have"}:
        return "past"
    return "future" if _BEGINS.fullmatch(form) else ""
