"""What a record gives back: rows of its tables as structs, in the words of the export contract (docs/reference.md)."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator
from typing import Any, Generic, TypeVar

import msgspec

from khaldun.records import DateMention, Event, Furniture, Happening, Mention, Published, Span, Statement
from khaldun.stories.gathering import gathered

REPORTS = "SELECT e.data, e.happening_id, a.story_id FROM events e JOIN articles a ON a.id = e.article_id WHERE e.happening_id = ?"

COPIES = """
SELECT a.copy_of, p.uri FROM articles a JOIN pages p ON p.id = a.page_id
WHERE a.copy_of IN (SELECT article_id FROM events WHERE happening_id = ?) ORDER BY a.seq"""

T = TypeVar("T", bound=msgspec.Struct)


class StoredArticle(msgspec.Struct, frozen=True, kw_only=True):
    """An article as exported: the struct of the splitter with its title as plain words, its page and its place among others."""

    id: str
    uri: str
    position: int
    title: str | None
    published: Published | None
    byline: Span | None
    agency: str | None
    dateline: Span | None
    section: str | None
    language: str | None
    body: tuple[Span, ...]
    title_span: Span | None
    title_copies: tuple[Span, ...]
    furniture: tuple[Furniture, ...]
    dates: tuple[DateMention, ...]
    story_id: str | None
    copy_of: str | None
    page_id: str


class StoredName(Mention, frozen=True, kw_only=True):
    """A name, role noun or pronoun with who it is, and where it stands."""

    article_id: str
    page_id: str
    uri: str


class StoredActor(msgspec.Struct, frozen=True):
    """An actor of the gazetteer that the record mentions, with how often: in text, as doer, as the one acted on, as speaker."""

    id: str
    name: str | None
    kind: str
    country: str | None
    mentions: int
    acts: int
    acted_on: int
    statements: int


class StoredStory(msgspec.Struct, frozen=True):
    """Articles about the same news. `title` is the earliest headline; `copies` counts the articles that are copies of another."""

    id: str
    title: str | None
    first: str | None
    last: str | None
    copies: int
    articles: tuple[str, ...]
    uris: tuple[str, ...]


class Rows(Generic[T]):
    """The answer to a query: read as it is iterated over, and again from the record each time."""

    def __init__(self, connection: sqlite3.Connection, sql: str, values: dict[str, Any], build: Callable[[sqlite3.Row], T]) -> None:
        self._connection, self._sql, self._values, self._build = connection, sql, values, build

    def __iter__(self) -> Iterator[T]:
        for row in self._connection.execute(self._sql, self._values):
            yield self._build(row)

    def first(self) -> T | None:
        """The first row, if there is one."""
        return next(iter(self), None)

    def count(self) -> int:
        """How many rows there are, without building them."""
        return int(self._connection.execute(f"SELECT count(*) FROM ({self._sql})", self._values).fetchone()[0])

    def to_dicts(self) -> list[dict[str, Any]]:
        """The rows as plain dictionaries and lists, exactly as exported in JSON."""
        return [msgspec.json.decode(msgspec.json.encode(row)) for row in self]


def event(row: sqlite3.Row) -> Event:
    """An event with the story and happening that it belongs to by now."""
    found = msgspec.json.decode(row["data"], type=Event)
    return msgspec.structs.replace(found, story_id=row["story_id"], happening_id=row["happening_id"])


def happening(connection: sqlite3.Connection) -> Callable[[sqlite3.Row], Happening]:
    """Builds a happening, from its id, out of the events that report it and the copies of their articles."""

    def build(row: sqlite3.Row) -> Happening:
        copies: dict[str, list[str]] = {}
        for article_id, uri in connection.execute(COPIES, (row["id"],)):
            copies.setdefault(article_id, []).append(uri)
        return gathered(row["id"], map(event, connection.execute(REPORTS, (row["id"],))), copies)

    return build


def statement(row: sqlite3.Row) -> Statement:
    """A statement."""
    return msgspec.json.decode(row["data"], type=Statement)


def article(row: sqlite3.Row) -> StoredArticle:
    """An article from its struct, its page's address, its dates and its links."""
    data = msgspec.json.decode(row["data"])
    title = data.pop("title")
    links = {name: row[name] for name in ("uri", "story_id", "copy_of")}
    dates = msgspec.json.decode(row["dates"])
    flat = {**data, **links, "dates": dates, "title": title and title["text"], "title_span": title}
    return msgspec.convert(flat, StoredArticle)


def name(row: sqlite3.Row) -> StoredName:
    """A mention and where it stands."""
    places = {key: row[key] for key in ("article_id", "page_id", "uri")}
    return msgspec.convert({**msgspec.json.decode(row["data"]), **places}, StoredName)


def plain(kind: type[T]) -> Callable[[sqlite3.Row], T]:
    """Builds `kind` from a row with the same column names; a tuple comes as a JSON array."""
    fields = msgspec.structs.fields(kind)
    arrays = {field.name for field in fields if "tuple" in str(field.type)}

    def build(row: sqlite3.Row) -> T:
        values = {f.name: msgspec.json.decode(row[f.name]) if f.name in arrays else row[f.name] for f in fields}
        return msgspec.convert(values, kind)

    return build
