"""A coded page in, its rows out: all of them in one transaction, or none."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable

import msgspec

from khaldun.record import copies
from khaldun.records import Actor, Assertion, Coded, CodedPage, Event, Page, Split, Statement, Who
from khaldun.stories import terms


def encode(value: object) -> str:
    """JSON as stored."""
    return msgspec.json.encode(value).decode("utf8")


def page(connection: sqlite3.Connection, coded: CodedPage, run_id: int) -> None:
    """Writes a page with all that was read in it. The caller holds the transaction."""
    _page(connection, coded.page, coded.split, run_id)
    for article in coded.articles:
        stored, sketch = copies.screened(connection, article)
        seq = _article(connection, stored)
        connection.execute("INSERT INTO topics (seq, terms) VALUES (?, ?)", (seq, encode(sorted(terms(article)))))
        if sketch is not None:
            copies.enter(connection, seq, sketch)


def _page(connection: sqlite3.Connection, page: Page, split: Split, run_id: int) -> None:
    connection.execute(
        "INSERT INTO pages (id, uri, media_type, charset, sha256, text, blocks, metadata, furniture, run_id) VALUES (?,?,?,?,?,?,?,?,?,?)",
        (page.id, page.uri, page.media_type, page.charset, page.sha256, page.text,
         encode(page.blocks), encode(page.metadata), encode(split.furniture), run_id),
    )  # fmt: skip


def _article(connection: sqlite3.Connection, coded: Coded) -> int:
    """An article, its text for searching, and what was read in it, those first that others refer to; gives its place in the order."""
    if coded.story is not None:
        connection.execute("INSERT INTO stories (id) VALUES (?) ON CONFLICT DO NOTHING", (coded.story,))
    seq = connection.execute(
        "INSERT INTO articles (id, story_id, copy_of, dates, data) VALUES (?, ?, ?, ?, ?)",
        (coded.article.id, coded.story, coded.copy_of, encode(coded.dates), encode(coded.article)),
    ).lastrowid
    assert seq is not None
    connection.execute("INSERT INTO article_search (rowid, title, body) SELECT seq, title, body FROM article_text WHERE seq = ?", (seq,))
    _actors(connection, coded)
    for mention in coded.names:
        connection.execute("INSERT INTO names (article_id, data) VALUES (?, ?)", (coded.article.id, encode(mention)))
    for statement in coded.statements:
        connection.execute("INSERT INTO statements (id, data) VALUES (?, ?)", (statement.id, encode(statement)))
    for event in coded.events:
        _event(connection, event)
    return seq


def _event(connection: sqlite3.Connection, event: Event) -> None:
    """An event and its parties. Its story and happening are links of the record, so the stored struct leaves them open."""
    if event.happening_id is not None:
        connection.execute("INSERT INTO happenings (id) VALUES (?) ON CONFLICT DO NOTHING", (event.happening_id,))
    bare = msgspec.structs.replace(event, story_id=None, happening_id=None)
    connection.execute("INSERT INTO events (id, happening_id, data) VALUES (?, ?, ?)", (event.id, event.happening_id, encode(bare)))
    connection.executemany(
        "INSERT INTO event_actors (event_id, role, position, text, name, country, sectors, actor_id, stance, statement_id)"
        " VALUES (?,?,?,?,?,?,?,?,?,?)",
        parties(event),
    )


def parties(event: Event) -> Iterable[tuple[str | int | None, ...]]:
    """The rows of event_actors that an event has."""
    for role, actors in (("actor", event.actors), ("recipient", event.recipients)):
        for position, party in enumerate(actors):
            yield event.id, role, position, party.text, party.name, party.country, encode(party.sectors), party.actor_id, None, None
    for position, voice in enumerate(event.asserted_by):
        yield (
            event.id,
            "asserted_by",
            position,
            voice.text,
            voice.name,
            voice.country,
            "[]",
            voice.actor_id,
            voice.stance,
            voice.statement_id,
        )


def _actors(connection: sqlite3.Connection, coded: Coded) -> None:
    """Whoever was identified, once."""
    connection.executemany(
        "INSERT INTO actors (id, name, kind, country) VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING",
        [(who.actor_id, who.name, "unknown" if isinstance(who, Assertion) else who.kind, who.country) for who in _identified(coded)],
    )


def _identified(coded: Coded) -> Iterable[Who | Actor | Assertion]:
    """Everybody in an article who has an actor's id, with names first: they know the kind."""
    voices = [voice for event in coded.events for voice in event.asserted_by]
    sides = [party for event in coded.events for party in (*event.actors, *event.recipients)]
    speakers = [party for statement in coded.statements for party in _speaking(statement)]
    everybody: tuple[Who | Actor | Assertion, ...] = (*(mention.who for mention in coded.names), *sides, *speakers, *voices)
    return [who for who in everybody if who.actor_id is not None]


def _speaking(statement: Statement) -> list[Actor]:
    return [party for party in (statement.speaker, statement.addressee, *statement.relays) if party is not None]
