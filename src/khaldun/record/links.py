"""Articles and events that belong to no story or happening yet in, their links out, written into the record at the end of a run.

Only what lies within days of the new is read again. What was linked before stays as it is.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from datetime import date, timedelta

import msgspec

from khaldun.record import rows
from khaldun.records import Event
from khaldun.stories import LATE, PLANNED, WINDOW, Topic, grouped, ordinal, stories

STRETCH = 14
"""Days that are linked at once: what bounds the memory of a batch that covers years."""

SPAN = LATE + PLANNED
"""Days that reports of one happening may be apart."""

TOPICS = """
SELECT a.id, a.published, a.title, t.terms, a.story_id, a.copy_of FROM articles a JOIN topics t ON t.seq = a.seq
WHERE a.published BETWEEN ? AND ? OR (? AND a.published IS NULL AND a.story_id IS NULL)"""

REPORTS = """
SELECT e.data, e.happening_id, a.story_id FROM events e JOIN articles a ON a.id = e.article_id
WHERE e.first_day BETWEEN ? AND ? OR (? AND e.first_day IS NULL AND e.happening_id IS NULL)"""


def link(connection: sqlite3.Connection) -> None:
    """Links what no story or happening holds yet, a stretch of days at a time, the earliest first. The caller holds the transaction."""
    for first, last in _stretches(connection, "SELECT DISTINCT published FROM articles WHERE story_id IS NULL"):
        _stories(connection, _around(first, last, WINDOW), first is None)
    for first, last in _stretches(connection, "SELECT DISTINCT first_day FROM events WHERE happening_id IS NULL"):
        _happenings(connection, _around(first, last, SPAN), first is None)


def _stories(connection: sqlite3.Connection, days: tuple[str, str], undated: bool) -> None:
    """Puts the articles of these days into stories."""
    topics = [_topic(row) for row in connection.execute(TOPICS, (*days, undated))]
    new = {topic.article_id for topic in topics if topic.story is None}
    for story in stories(topics):
        members = [(story.id, name) for name in story.articles if name in new]
        if members:
            connection.execute("INSERT INTO stories (id) VALUES (?) ON CONFLICT DO NOTHING", (story.id,))
            connection.executemany("UPDATE articles SET story_id = ? WHERE id = ?", members)


def _topic(row: sqlite3.Row) -> Topic:
    return Topic(
        row["id"], ordinal(row["published"]), row["title"], frozenset(msgspec.json.decode(row["terms"])), row["story_id"], row["copy_of"]
    )


def _happenings(connection: sqlite3.Connection, days: tuple[str, str], undated: bool) -> None:
    """Puts the events of these days into happenings."""
    events: list[Event] = [rows.event(row) for row in connection.execute(REPORTS, (*days, undated))]
    new = {event.id for event in events if event.happening_id is None}
    for name, reports in grouped(events).items():
        members = [(name, event.id) for event in reports if event.id in new]
        if members:
            connection.execute("INSERT INTO happenings (id) VALUES (?) ON CONFLICT DO NOTHING", (name,))
            connection.executemany("UPDATE events SET happening_id = ? WHERE id = ?", members)


def _stretches(connection: sqlite3.Connection, sql: str) -> Iterator[tuple[date | None, date | None]]:
    """First and last day of each stretch that holds something new; then, if something new has no day, a stretch of none."""
    found = [row[0] for row in connection.execute(sql)]
    days = sorted(date.fromordinal(number) for day in found if (number := ordinal(day)) is not None)
    while days:
        stretch = [day for day in days if (day - days[0]).days < STRETCH]
        yield stretch[0], stretch[-1]
        days = days[len(stretch) :]
    if None in found:
        yield None, None


def _around(first: date | None, last: date | None, margin: int) -> tuple[str, str]:
    """The days from `margin` days before to as many after; for a stretch of none, no days at all."""
    if first is None or last is None:
        return "9999-12-31", "0001-01-01"
    reach = timedelta(days=margin)
    return _clipped(first, -reach), _clipped(last, reach)


def _clipped(day: date, reach: timedelta) -> str:
    """A day further on, as far as the calendar goes."""
    try:
        return (day + reach).isoformat()
    except OverflowError:
        return (date.max if reach > timedelta() else date.min).isoformat()
