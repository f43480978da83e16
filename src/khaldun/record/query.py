"""Filters in, rows out: one function a table. Filters that are not given filter nothing."""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Callable, Iterable
from datetime import date
from typing import Any, NamedTuple, TypedDict, TypeVar, Unpack, get_args

import msgspec

from khaldun.errors import UsageError
from khaldun.ontology import ontology
from khaldun.record import rows
from khaldun.record.rows import Rows, StoredActor, StoredArticle, StoredName, StoredStory
from khaldun.records import Event, Happening, LedgerEntry, Outcome, Statement

T = TypeVar("T", bound=msgspec.Struct)

EVENTS = """
SELECT e.data, e.happening_id, a.story_id FROM events e JOIN articles a ON a.id = e.article_id {where}
ORDER BY e.first_day NULLS LAST, e.seq"""

STATEMENTS = """
SELECT s.data FROM statements s JOIN articles a ON a.id = s.article_id {where}
ORDER BY s.published NULLS LAST, s.seq"""

ARTICLES = """
SELECT a.data, a.dates, a.story_id, a.copy_of, p.uri FROM articles a JOIN pages p ON p.id = a.page_id {where}
ORDER BY a.published NULLS LAST, a.seq"""

NAMES = """
SELECT n.data, n.article_id, a.page_id, p.uri
FROM names n JOIN articles a ON a.id = n.article_id JOIN pages p ON p.id = a.page_id {where} ORDER BY n.seq"""

ACTORS = """
SELECT c.id, c.name, c.kind, c.country,
  (SELECT count(*) FROM names WHERE actor_id = c.id) AS mentions,
  (SELECT count(*) FROM event_actors WHERE actor_id = c.id AND role = 'actor') AS acts,
  (SELECT count(*) FROM event_actors WHERE actor_id = c.id AND role = 'recipient') AS acted_on,
  (SELECT count(*) FROM statements WHERE actor_id = c.id) AS statements
FROM actors c {where} ORDER BY acts + acted_on + mentions DESC, c.seq"""

STORIES = """
SELECT s.id, min(a.published) AS first, max(a.published) AS last, count(a.copy_of) AS copies,
  (SELECT title FROM articles WHERE story_id = s.id ORDER BY published NULLS LAST, seq LIMIT 1) AS title,
  json_group_array(a.id) AS articles, json_group_array(DISTINCT p.uri) AS uris
FROM stories s JOIN articles a ON a.story_id = s.id JOIN pages p ON p.id = a.page_id
WHERE s.id IN (SELECT a.story_id FROM articles a {where}) GROUP BY s.id ORDER BY first NULLS LAST, s.seq"""

HAPPENINGS = """
SELECT h.id, min(e.first_day) AS first_day FROM happenings h JOIN events e ON e.happening_id = h.id
WHERE h.id IN (SELECT e.happening_id FROM events e {where}) GROUP BY h.id ORDER BY first_day NULLS LAST, h.seq"""

LEDGER = "SELECT uri, outcome, reason, page_id, size FROM ledger {where} ORDER BY seq"


class Condition(NamedTuple):
    """A condition in SQL and the values that it names."""

    sql: str
    values: dict[str, Any]


def _equal(column: str, value: str | None) -> Condition | None:
    """`column` is `value`, where one is given."""
    label = column.replace(".", "_")
    return None if value is None else Condition(f"{column} = :{label}", {label: value})


def _party(value: str | None, label: str, columns: str = "country actor_id name text") -> Condition | None:
    """One of four columns names the party that `value` means: its country's code, its id, or words of its name or text."""
    if value is None:
        return None
    country, actor_id, name, text = columns.split()
    if re.fullmatch("[A-Z]{3}", value):
        return Condition(f":{label} IN ({country}, {name}, {text})", {label: value})
    like = "%" + re.sub(r"([\\%_])", r"\\\1", value) + "%"
    sql = f"({actor_id} = :{label} OR {name} LIKE :{label}_like ESCAPE '\\' OR {text} LIKE :{label}_like ESCAPE '\\')"
    return Condition(sql, {label: value, f"{label}_like": like})


def _has_party(value: str | None, role: str) -> Condition | None:
    """The event has a party of that role that `value` means."""
    match = _party(value, role)
    return match and match._replace(sql=f"e.id IN (SELECT event_id FROM event_actors WHERE role = '{role}' AND {match.sql})")


def _since(column: str, value: str | None) -> Condition | None:
    return None if value is None else Condition(f"{column} >= :since", {"since": day(value)})


def _until(column: str, value: str | None) -> Condition | None:
    return None if value is None else Condition(f"{column} <= :until", {"until": day(value)})


def day(value: str) -> str:
    """A day as given, if it is one."""
    try:
        return date.fromisoformat(value).isoformat()
    except ValueError as error:
        raise UsageError(f"{value!r} is no date: write it like 2024-07-12") from error


def _known(value: str | None, words: Iterable[str], what: str) -> str | None:
    """A word of the ontology in its own capitals; a clear refusal of any other."""
    if value is None:
        return None
    for word in words:
        if word.casefold() == value.casefold():
            return word
    raise UsageError(f"there is no {what} {value!r}: it is one of {', '.join(words)}")


def _rows(connection: sqlite3.Connection, sql: str, conditions: Iterable[Condition | None], build: Callable[[sqlite3.Row], T]) -> Rows[T]:
    """The query with the conditions that were given."""
    given = [condition for condition in conditions if condition]
    where = "WHERE " + " AND ".join(condition.sql for condition in given) if given else ""
    values = {label: value for condition in given for label, value in condition.values.items()}
    return Rows(connection, sql.replace("{where}", where), values, build)


class EventFilter(TypedDict, total=False):
    """What narrows events and happenings. `actor` and `recipient` take a country's code, an actor's id or words of a name."""

    type: str | None
    mode: str | None
    status: str | None
    actor: str | None
    recipient: str | None
    since: str | None
    until: str | None


def _event_conditions(given: EventFilter) -> list[Condition | None]:
    return [
        _equal("e.type", _known(given.get("type"), ontology().types, "event type")),
        _equal("e.mode", given.get("mode")),
        _equal("e.status", _known(given.get("status"), ontology().statuses, "status")),
        _has_party(given.get("actor"), "actor"),
        _has_party(given.get("recipient"), "recipient"),
        _since("e.last_day", given.get("since")),
        _until("e.first_day", given.get("until")),
    ]


def events(connection: sqlite3.Connection, *, article: str | None, happening: str | None, **given: Unpack[EventFilter]) -> Rows[Event]:
    """Events by day, those without one last; those of a day in the order of storing."""
    own = [_equal("e.article_id", article), _equal("e.happening_id", happening)]
    return _rows(connection, EVENTS, [*_event_conditions(given), *own], rows.event)


def happenings(connection: sqlite3.Connection, **given: Unpack[EventFilter]) -> Rows[Happening]:
    """Happenings with at least one report that passes, by day."""
    return _rows(connection, HAPPENINGS, _event_conditions(given), rows.happening(connection))


def statements(
    connection: sqlite3.Connection, *, actor: str | None, stance: str | None, since: str | None, until: str | None, article: str | None
) -> Rows[Statement]:
    """Statements by day of publication; `actor` is the speaker."""
    speaker = _party(actor, "actor", "s.country s.actor_id s.speaker_name s.speaker")
    days = [_since("s.published", since), _until("s.published", until)]
    return _rows(connection, STATEMENTS, [speaker, _equal("s.stance", stance), *days, _equal("s.article_id", article)], rows.statement)


def articles(
    connection: sqlite3.Connection, *, since: str | None, until: str | None, language: str | None, story: str | None, search: str | None
) -> Rows[StoredArticle]:
    """Articles by day of publication; `search` takes words that all stand in the article, and "phrases"."""
    found = (
        None
        if search is None
        else Condition("a.seq IN (SELECT rowid FROM article_search WHERE article_search MATCH :search)", {"search": _words(search)})
    )
    days = [_since("a.published", since), _until("a.published", until)]
    return _rows(connection, ARTICLES, [*days, _equal("a.language", language), _equal("a.story_id", story), found], rows.article)


def _words(search: str) -> str:
    """A search as FTS5 takes it: each word or "phrase" quoted, so that no sign in it is an operator."""
    words = re.findall(r'"([^"]+)"|([^\s"]+)', search)
    if not words:
        raise UsageError("nothing to search for")
    return " ".join(f'"{phrase or word}"' for phrase, word in words)


def names(connection: sqlite3.Connection, *, actor: str | None, kind: str | None, article: str | None) -> Rows[StoredName]:
    """Mentions in the order of storing."""
    who = _party(actor, "actor", "n.country n.actor_id n.name n.text")
    return _rows(connection, NAMES, [who, _equal("n.kind", kind), _equal("n.article_id", article)], rows.name)


def actors(connection: sqlite3.Connection, *, actor: str | None, kind: str | None) -> Rows[StoredActor]:
    """Actors, those most often met first."""
    who = _party(actor, "actor", "c.country c.id c.name c.name")
    return _rows(connection, ACTORS, [who, _equal("c.kind", kind)], rows.plain(StoredActor))


def stories(connection: sqlite3.Connection, *, since: str | None, until: str | None) -> Rows[StoredStory]:
    """Stories that have an article published on those days, by the day of their first."""
    return _rows(connection, STORIES, [_since("a.published", since), _until("a.published", until)], rows.plain(StoredStory))


def find(connection: sqlite3.Connection, row_id: str) -> Event | Statement | StoredArticle | StoredStory | Happening | StoredActor | None:
    """The row of any table that has this id."""
    return (
        _rows(connection, EVENTS, [_equal("e.id", row_id)], rows.event).first()
        or _rows(connection, STATEMENTS, [_equal("s.id", row_id)], rows.statement).first()
        or _rows(connection, ARTICLES, [_equal("a.id", row_id)], rows.article).first()
        or _rows(connection, HAPPENINGS, [_equal("e.happening_id", row_id)], rows.happening(connection)).first()
        or _rows(connection, STORIES, [_equal("a.story_id", row_id)], rows.plain(StoredStory)).first()
        or _rows(connection, ACTORS, [_equal("c.id", row_id)], rows.plain(StoredActor)).first()
    )


def ledger(connection: sqlite3.Connection, *, run: int | None, outcome: str | None) -> Rows[LedgerEntry]:
    """Entries in the order of writing."""
    of_run = None if run is None else Condition("run_id = :run", {"run": run})
    return _rows(connection, LEDGER, [of_run, _equal("outcome", _known(outcome, get_args(Outcome), "outcome"))], rows.plain(LedgerEntry))
