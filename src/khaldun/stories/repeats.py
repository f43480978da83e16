"""A copy in, what it alone says out: what it repeats of the first article is not coded again, so nothing counts twice."""

from __future__ import annotations

import msgspec

from khaldun.records import Coded, Mention, Span
from khaldun.stories.sketches import words


def as_copy(coded: Coded, first_id: str, first_text: str) -> Coded:
    """`coded` as a copy of the article `first_id`, whose body is `first_text`.

    What its new sentences tell (a later toll) stays; what they repeat goes.
    """
    known = _plain(first_text)
    events = [event for event in coded.events if _plain(event.evidence.text) not in known]
    kept, vouched = {event.id for event in events}, {voice.statement_id for event in events for voice in event.asserted_by}
    statements = [
        msgspec.structs.replace(said, events=tuple(name for name in said.events if name in kept))
        for said in coded.statements
        if said.id in vouched or _plain(said.evidence.text) not in known
    ]
    fresh = [span for span in coded.article.body if _plain(span.text) not in known]
    names = [mention for mention in coded.names if _within(mention, fresh)]
    return msgspec.structs.replace(coded, copy_of=first_id, events=tuple(events), statements=tuple(statements), names=tuple(names))


def _plain(text: str) -> bytes:
    """A text's words as compared, each between spaces."""
    return b" " + b" ".join(words(text)) + b" "


def _within(mention: Mention, paragraphs: list[Span]) -> bool:
    return any(span.start <= mention.start < span.end for span in paragraphs)
