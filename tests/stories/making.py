"""Events and articles in a line, for the tests of stories."""

from __future__ import annotations

import msgspec

from khaldun.ontology import ontology
from khaldun.records import Actor, Article, Coded, Count, Event, EventDate, Page, Place, Published, Span, Statement, stable_id

DAY = "2025-03-04"


def party(
    words: str, country: str | None = None, *, actor_id: str | None = None, sectors: tuple[str, ...] = (), kind: str = "group"
) -> Actor:
    return Actor(words, 0, len(words), None, actor_id, kind, country, sectors)


def count(low: int | None, high: int | None = None) -> Count:
    return Count(str(low), 0, 1, low, low if high is None else high)


def on(first: str, last: str | None = None, words: str | None = "on that day") -> EventDate:
    return EventDate(words, words and 0, words and len(words), first, last or first, "day", "by hand")


def place(words: str, country: str | None = None, at: tuple[float, float] = (None, None), precision: str = "city") -> Place:
    return Place(words, 0, len(words), words if country else None, country, None, *at, None, precision, "by hand")


def event(
    name: str = "e",
    kind: str = "CONSULT",
    actors: tuple[Actor, ...] = (),
    recipients: tuple[Actor, ...] = (),
    *,
    words: str = "The ministers met.",
    article: str | None = None,
    published: str | None = DAY,
    mode: str | None = None,
    **given: object,
) -> Event:
    """An event. Its article has the event's name unless one is given."""
    article = article or f"article of {name}"
    standard = {
        "date": EventDate(None, None, None, published, published, "day", "default") if published else None,
        "status": "actual", "place": None, "dead": None, "injured": None, "size": None, "asserted_by": (),
        "story_id": None, "happening_id": None, "uri": f"https://www.{name}.example/1",
    }  # fmt: skip
    return Event(
        id=name,
        type=kind,
        mode=(mode,) if mode else (),
        contexts=(),
        quad=ontology().types[kind].quad,
        score=0.0,
        confidence=1.0,
        actors=actors,
        recipients=recipients,
        trigger=Span("met", 14, 17),
        evidence=Span(words, 0, len(words)),
        article_id=article,
        page_id=f"page of {article}",
        published=published,
        coder="test",
        model="test",
        ontology="test",
        **{**standard, **given},
    )


def statement(name: str, speaker: Actor | None, stance: str = "asserts", *, about: Event, at: int = 0, told: bool = True) -> Statement:
    """A statement in the article of an event, `at` characters into it; with the event in its words if `told`."""
    return Statement(
        id=name,
        speaker=speaker,
        cue=None,
        content=(),
        kind="indirect",
        stance=stance,
        confidence=1.0,
        addressee=None,
        relays=(),
        events=(about.id,) if told else (),
        evidence=Span("They said so.", at, at + 13),
        article_id=about.article_id,
        page_id=about.page_id,
        uri=about.uri,
        published=about.published,
        coder="test",
        model="test",
    )


def coded(text: str, title: str | None = None, published: str | None = DAY, events: tuple[Event, ...] = (), **links: str) -> Coded:
    """An article of one paragraph."""
    name = stable_id(title, text)
    page = Page(f"page of {name}", "a.txt", "text/plain", "utf-8", text, "", ())
    day = Published(published, "day", "test") if published else None
    head = Span(title, 0, len(title)) if title else None
    article = Article(name, page.id, 0, head, (Span(text, 0, len(text)),), published=day)
    return Coded(article, page, (), (), (), events, **links)


def renamed(found: Event, **changes: object) -> Event:
    return msgspec.structs.replace(found, **changes)
