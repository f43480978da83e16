"""A record in, proof out: every span is compared with the stored text that it points into, every link with what it points to."""

from __future__ import annotations

import hashlib
import sqlite3
from collections.abc import Iterator
from typing import Any

import msgspec

from khaldun.record import ledger
from khaldun.record.write import parties
from khaldun.records import Event


class Mismatch(msgspec.Struct, frozen=True):
    """A place where the record does not hold: in which table, on which row, and what is wrong."""

    table: str
    id: str
    problem: str


class Report(msgspec.Struct, frozen=True):
    """What was checked and what did not hold."""

    pages: int
    articles: int
    spans: int
    links: int
    mismatches: tuple[Mismatch, ...]

    @property
    def holds(self) -> bool:
        """Whether everything is as it says."""
        return not self.mismatches


ROWS_OF_A_PAGE = """
SELECT 'articles' AS "table", a.id, a.data FROM articles a WHERE a.page_id = ?1
UNION ALL SELECT 'dates of articles', a.id, a.dates FROM articles a WHERE a.page_id = ?1
UNION ALL SELECT 'names', n.seq, n.data FROM names n JOIN articles a ON a.id = n.article_id WHERE a.page_id = ?1
UNION ALL SELECT 'statements', s.id, s.data FROM statements s JOIN articles a ON a.id = s.article_id WHERE a.page_id = ?1
UNION ALL SELECT 'events', e.id, e.data FROM events e JOIN articles a ON a.id = e.article_id WHERE a.page_id = ?1
"""

DANGLING = """
SELECT 'statements' AS "table", s.id, 'event ' || value || ' is not in the record' AS problem
FROM statements s, json_each(s.data, '$.events') WHERE value NOT IN (SELECT id FROM events)
UNION ALL
SELECT 'events', e.id, 'page ' || json_extract(e.data, '$.page_id') || ' is not the page of its article'
FROM events e JOIN articles a ON a.id = e.article_id WHERE json_extract(e.data, '$.page_id') IS NOT a.page_id
UNION ALL
SELECT 'statements', s.id, 'page ' || json_extract(s.data, '$.page_id') || ' is not the page of its article'
FROM statements s JOIN articles a ON a.id = s.article_id WHERE json_extract(s.data, '$.page_id') IS NOT a.page_id
"""


def verify(connection: sqlite3.Connection) -> Report:
    """Checks a whole record, a page at a time, as of one moment."""
    connection.execute("BEGIN")
    try:
        mismatches: list[Mismatch] = []
        spans = sum(
            _page(connection, page, mismatches) for page in connection.execute("SELECT id, sha256, text, blocks, furniture FROM pages")
        )
        mismatches += _file(connection)
        mismatches += _links(connection)
        mismatches += _ledger(connection)
        return Report(
            pages=_count(connection, "pages"),
            articles=_count(connection, "articles"),
            spans=spans,
            links=_count(connection, "event_actors") + _count(connection, "names") + _count(connection, "statements"),
            mismatches=tuple(mismatches),
        )
    finally:
        connection.execute("ROLLBACK")


def _page(connection: sqlite3.Connection, page: sqlite3.Row, mismatches: list[Mismatch]) -> int:
    """Checks a page's hash and every span that points into it; gives the number of spans."""
    text = page["text"]
    if hashlib.sha256(text.encode("utf8", "surrogatepass")).hexdigest() != page["sha256"]:
        mismatches.append(Mismatch("pages", page["id"], "the text is not the one that was hashed"))
    places = [("pages", page["id"], page["blocks"]), ("pages", page["id"], page["furniture"])]
    rows = connection.execute(ROWS_OF_A_PAGE, (page["id"],))
    count = 0
    for table, row_id, data in [*places, *rows]:
        for span in _spans(msgspec.json.decode(data)):
            count += 1
            problem = _compare(span, text)
            if problem:
                mismatches.append(Mismatch(table, str(row_id), problem))
    return count


def _spans(value: Any) -> Iterator[dict[str, Any]]:
    """Everything within a piece of JSON that has a start and an end in the text."""
    if isinstance(value, dict):
        if value.get("start") is not None and value.get("end") is not None:
            yield value
        value = list(value.values())
    if isinstance(value, list):
        for item in value:
            yield from _spans(item)


def _compare(span: dict[str, Any], text: str) -> str | None:
    """What is wrong with a span, if anything. One without words of its own (furniture, a block) must at least lie in the text."""
    start, end = span["start"], span["end"]
    if not 0 <= start <= end <= len(text):
        return f"[{start}, {end}) does not lie in the page's {len(text)} code points"
    quote = span.get("text")
    if quote is not None and text[start:end] != quote:
        return f"[{start}, {end}) is {text[start:end]!r:.80}, not {quote!r:.80}"
    return None


def _file(connection: sqlite3.Connection) -> Iterator[Mismatch]:
    """SQLite's own checks: the file's structure and the foreign keys."""
    for row in connection.execute("PRAGMA quick_check"):
        if row[0] != "ok":
            yield Mismatch("the file", "", row[0])
    for row in connection.execute("PRAGMA foreign_key_check"):
        yield Mismatch(row["table"], str(row["rowid"]), f"refers to a row of {row['parent']} that is not there")


def _links(connection: sqlite3.Connection) -> Iterator[Mismatch]:
    """What stands in JSON and so is beyond foreign keys: events of statements, pages, the parties of events."""
    for row in connection.execute(DANGLING):
        yield Mismatch(*row)
    columns = "event_id, role, position, text, name, country, sectors, actor_id, stance, statement_id"
    query = f"SELECT {columns} FROM event_actors WHERE event_id = ? ORDER BY seq"
    for row in connection.execute("SELECT id, data FROM events"):
        if [tuple(party) for party in connection.execute(query, (row["id"],))] != list(
            parties(msgspec.json.decode(row["data"], type=Event))
        ):
            yield Mismatch("event_actors", row["id"], "the parties are not those of the event")


def _ledger(connection: sqlite3.Connection) -> Iterator[Mismatch]:
    """Every run adds up, and every page stands in the ledger as stored, once."""
    for number, totals in enumerate(ledger.totals(connection), 1):
        if not totals.adds_up:
            yield Mismatch("runs", str(number), f"{totals.inputs} inputs, but {totals.entered} outcomes")
    stored = "SELECT p.id FROM pages p WHERE (SELECT count(*) FROM ledger WHERE page_id = p.id AND outcome = 'stored') <> 1"
    for row in connection.execute(stored):
        yield Mismatch("ledger", row["id"], "the page does not stand in the ledger as stored exactly once")


def _count(connection: sqlite3.Connection, table: str) -> int:
    return int(connection.execute(f"SELECT count(*) FROM {table}").fetchone()[0])
