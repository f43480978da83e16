"""Words passed on: "X quoted Y as saying Z" is what Y says, with X as its relay."""

from __future__ import annotations

import re
from collections.abc import Sequence

import msgspec

from khaldun.records import Saying, Sentence, Span

_SAYS = r"as\s+(?:saying|telling|stating|adding|warning|having\s+said)"
_QUOTES = re.compile(rf"\b(?P<cue>quot(?:ed|es|ing)|cit(?:ed|es|ing))\s+(?!by\b|in\b)(?P<speaker>[^,;“”\"]{{2,120}}?),?\s+{_SAYS}\b")
_IS_QUOTED = re.compile(rf"\b(?:was|were|is|been)\s+(?P<cue>quoted|cited)\s+(?:by|in)\s+(?P<relay>[^,;“”\"]{{2,80}}?)\s+{_SAYS}\b")


def passed_on(text: str, sentence: Sentence) -> tuple[Saying, ...]:
    """The sentence's sayings; those that stand in a quoting frame with the quoted as source and the quoting as relay, each frame once."""
    out = list(sentence.sayings)
    for pattern in (_QUOTES, _IS_QUOTED):
        for match in pattern.finditer(text, sentence.start, sentence.end):
            inside = [s for s in out if match.start() <= s.cue.start < match.end()]
            if inside:
                out = [s for s in out if s not in inside]
                out.append(_merged(match, inside))
    return tuple(sorted(out, key=lambda s: s.cue.start))


def _merged(match: re.Match[str], found: Sequence[Saying]) -> Saying:
    """One saying of all that were read in a quoting frame."""
    best = max(found, key=lambda s: sum(c.end - c.start for c in s.content))
    cue = Span(match["cue"], *match.span("cue"))
    spans = [span for s in found for span in s.source]
    outside = tuple(s for s in spans if s.end <= match.start())
    frame = tuple(c for c in best.content if c.end <= match.start() or c.start >= match.end())
    if "speaker" in match.re.groupindex:
        source: tuple[Span, ...] = (Span(match["speaker"], *match.span("speaker")),)
        relay = best.relay or outside[:1]
    else:
        source, relay = outside[:1] or best.source, (Span(match["relay"], *match.span("relay")),)
    return msgspec.structs.replace(best, cue=cue, source=source, relay=relay, content=frame or best.content)
