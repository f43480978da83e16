"""A coded article in, what it is about out: the words and names by which articles on the same news are known."""

from __future__ import annotations

from collections import Counter
from typing import NamedTuple

from khaldun.records import Coded
from khaldun.stories.telling import ordinal, stems

LEAD = 2
"""Paragraphs of a body that tell what is new; what follows is background, which many stories share."""

NAMES = 12
"""Names of an article that count, the most frequent: a passing mention is no topic."""


class Topic(NamedTuple):
    """What an article is about. `published` is a day as an ordinal; `story` the id of the story that it is known to belong to."""

    article_id: str
    published: int | None
    title: str | None
    terms: frozenset[str]
    story: str | None = None
    copy_of: str | None = None


def topic(coded: Coded) -> Topic:
    """What a coded article is about."""
    return Topic(coded.article.id, ordinal(coded.published), coded.title, terms(coded), coded.story, coded.copy_of)


def terms(coded: Coded) -> frozenset[str]:
    """Words of headline and lead, names that recur, and acts with their parties' countries."""
    lead = " ".join([coded.title or "", *(span.text for span in coded.article.body[:LEAD])])
    whos = Counter(m.who.actor_id or m.who.name for m in coded.names if m.kind != "pronoun" and (m.who.actor_id or m.who.name))
    acts = {
        f"{event.type}:{'+'.join(sorted({party.country for party in (*event.actors, *event.recipients) if party.country}))}"
        for event in coded.events
        if event.status != "historical"
    }
    return stems(lead) | {f"={who}" for who, _ in whos.most_common(NAMES)} | {f"!{act}" for act in acts}
