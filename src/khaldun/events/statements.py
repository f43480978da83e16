"""Sayings of a Reading to Statements: who says what, passed on by whom, and quotations that go on without a frame."""

from __future__ import annotations

import re
from collections.abc import Sequence

import msgspec

from khaldun.events.parties import Identify, actor
from khaldun.events.relays import passed_on
from khaldun.records import Article, Page, Reading, Saying, Sentence, Span, Statement, stable_id

_OPENS, _CLOSES = '"“«„', '"”»'
_QUOTED = re.compile(r"[\"“«„][^\"”»]*[\"”»]?")


def kind(content: Sequence[Span]) -> str:
    """Whether the words are the speaker's own (direct), the writer's (indirect) or some of each (mixed)."""
    words = " ".join(span.text for span in content)
    quoted = sum(len(m.group()) for m in _QUOTED.finditer(words))
    if not quoted:
        return "indirect"
    return "direct" if quoted >= 0.9 * len(words.strip(" ,.")) else "mixed"


def statements(page: Page, article: Article, reading: Reading, identify: Identify, coder: str, model: str) -> tuple[Statement, ...]:
    """The statements of an article in text order; `events` is still empty."""
    out: list[Statement] = []
    for sentence in reading.sentences:
        found = [_statement(page, article, sentence, saying, identify, coder, model) for saying in passed_on(page.text, sentence)]
        if not found and out and (more := _goes_on(page.text, sentence, out[-1])):
            found = [more]
        out += found
    return tuple(out)


def _statement(page: Page, article: Article, sentence: Sentence, saying: Saying, identify: Identify, coder: str, model: str) -> Statement:
    speaker = actor(saying.source[0], identify) if saying.source else None
    return Statement(
        id=stable_id(page.id, "statement", saying.cue.start, saying.cue.end, speaker.start if speaker else ""),
        speaker=speaker,
        cue=saying.cue,
        content=saying.content,
        kind=kind(saying.content),
        stance=saying.stance,
        confidence=round(saying.confidence, 4),
        addressee=actor(saying.addressee[0], identify) if saying.addressee else None,
        relays=tuple(actor(span, identify) for span in saying.relay),
        events=(),
        evidence=Span(page.text[sentence.start : sentence.end], sentence.start, sentence.end),
        article_id=article.id,
        page_id=page.id,
        uri=page.uri,
        published=article.published.date if article.published else None,
        coder=coder,
        model=model,
    )


def _goes_on(text: str, sentence: Sentence, last: Statement) -> Statement | None:
    """A sentence that is a quotation by itself goes on with the last speaker: its quotation mark opens here, or is still open."""
    words = text[sentence.start : sentence.end]
    near = sentence.start - last.evidence.end < 3
    if last.speaker is None or sentence.start - last.evidence.end > 400:
        return None
    before = last.content[-1].text if last.content else ""
    open_still = near and before[:1] in _OPENS and not any(c in before[1:] for c in _CLOSES)
    whole = words[:1] in _OPENS and words.rstrip(" .")[-1:] in _CLOSES + _OPENS
    opens_here = words[:1] in ("“", "«") and "”" not in words
    if not (open_still or whole or opens_here):
        return None
    span = Span(words, sentence.start, sentence.end)
    identity = stable_id(last.page_id, "statement", sentence.start, sentence.end)
    return msgspec.structs.replace(last, id=identity, cue=None, content=(span,), kind="direct", evidence=span, addressee=None, events=())
