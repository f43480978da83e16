"""The record: one SQLite file that holds pages, what was read in them, and the ledger of what became of every input."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from types import TracebackType
from typing import Self, Unpack

from khaldun.record import ledger, query, verify, write
from khaldun.record.connection import connect, explained
from khaldun.record.ledger import Totals
from khaldun.record.rows import Rows, StoredActor, StoredArticle, StoredHappening, StoredName, StoredStory
from khaldun.records import CodedPage, Event, LedgerEntry, Page, Statement


class Record:
    """An open record. Close it, or use it in a `with` block.

    It is read-only unless opened with `create=True`. Many processes may read while one writes.
    """

    def __init__(self, path: str | Path, *, create: bool = False) -> None:
        self.path = Path(path)
        self._connection = connect(self.path, create=create)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self.close()

    def close(self) -> None:
        """Lets the file go; what was committed is in it."""
        self._connection.close()

    # ------------------------------------------------------------ questions

    def events(self, *, article: str | None = None, happening: str | None = None, **given: Unpack[query.EventFilter]) -> Rows[Event]:
        """Events, narrowed by type, mode, status, actor, recipient (a country's code, an id, words of a name), since, until."""
        return query.events(self._connection, article=article, happening=happening, **given)

    def happenings(self, **given: Unpack[query.EventFilter]) -> Rows[StoredHappening]:
        """Happenings that have an event which `events` would give."""
        return query.happenings(self._connection, **given)

    def statements(
        self,
        *,
        actor: str | None = None,
        stance: str | None = None,
        since: str | None = None,
        until: str | None = None,
        article: str | None = None,
    ) -> Rows[Statement]:
        """Statements, narrowed by speaker, stance and day of publication."""
        return query.statements(self._connection, actor=actor, stance=stance, since=since, until=until, article=article)

    def articles(
        self,
        *,
        since: str | None = None,
        until: str | None = None,
        language: str | None = None,
        story: str | None = None,
        search: str | None = None,
    ) -> Rows[StoredArticle]:
        """Articles, narrowed by day of publication, language, story, or words that all stand in them."""
        return query.articles(self._connection, since=since, until=until, language=language, story=story, search=search)

    def names(self, *, actor: str | None = None, kind: str | None = None, article: str | None = None) -> Rows[StoredName]:
        """Names, role nouns and pronouns with who they are."""
        return query.names(self._connection, actor=actor, kind=kind, article=article)

    def actors(self, *, actor: str | None = None, kind: str | None = None) -> Rows[StoredActor]:
        """Actors with how often they are met, most often first."""
        return query.actors(self._connection, actor=actor, kind=kind)

    def stories(self, *, since: str | None = None, until: str | None = None) -> Rows[StoredStory]:
        """Stories that have an article of these days."""
        return query.stories(self._connection, since=since, until=until)

    def page_text(self, page_id: str) -> str | None:
        """The canonical text of a page: what every span of its articles, events and statements indexes."""
        row = self._connection.execute("SELECT text FROM pages WHERE id = ?", (page_id,)).fetchone()
        return None if row is None else str(row["text"])

    def ledger(self, *, run: int | None = None, outcome: str | None = None) -> list[LedgerEntry]:
        """What became of the inputs of one run, or of all."""
        return ledger.entries(self._connection, run_id=run, outcome=outcome)

    def totals(self, *, run: int | None = None) -> list[Totals]:
        """The ledger in numbers, a run each."""
        return ledger.totals(self._connection, run)

    def to_retry(self) -> list[str]:
        """Inputs whose last outcome is a failure."""
        return ledger.unfinished(self._connection)

    def verify(self) -> verify.Report:
        """Compares every span of the record with the words it claims to hold."""
        with explained(self.path):
            return verify.verify(self._connection)

    # ------------------------------------------------------------ writing

    def begin_run(self, *, coder: str, options: dict[str, object]) -> int:
        """Opens a run of the ledger and gives its number."""
        with explained(self.path):
            return ledger.begin(self._connection, coder=coder, options=options)

    def end_run(self, run: int, *, inputs: int) -> None:
        """Closes a run with the number of inputs that came in."""
        with explained(self.path):
            ledger.end(self._connection, run, inputs=inputs)

    def twin(self, page: Page) -> tuple[str, str] | None:
        """The id and URI of a stored page with the same text, if there is one."""
        row = self._connection.execute("SELECT id, uri FROM pages WHERE sha256 = ? OR id = ?", (page.sha256, page.id)).fetchone()
        return None if row is None else (row["id"], row["uri"])

    def store(self, coded: CodedPage, *, run: int, uri: str, size: int | None = None) -> LedgerEntry:
        """Stores a page, or finds that it is there already; either way it enters the ledger in the same transaction."""
        with self._transaction():
            entry = self._duplicate(coded.page, uri, size)
            if entry is None:
                write.page(self._connection, coded, run)
                entry = LedgerEntry(uri=uri, outcome="stored", reason="", page_id=coded.page.id, size=size)
            ledger.enter(self._connection, run, entry)
        return entry

    def enter(self, entry: LedgerEntry, *, run: int) -> LedgerEntry:
        """Writes into the ledger what became of an input that was not stored."""
        with self._transaction():
            ledger.enter(self._connection, run, entry)
        return entry

    def duplicate(self, page: Page, *, run: int, uri: str, size: int | None = None) -> LedgerEntry | None:
        """Enters a page as a duplicate if the record has it; nothing happens if not."""
        entry = self._duplicate(page, uri, size)
        return entry and self.enter(entry, run=run)

    def _duplicate(self, page: Page, uri: str, size: int | None) -> LedgerEntry | None:
        found = self.twin(page)
        if found is None:
            return None
        first_id, first_uri = found
        reason = "already stored" if first_uri == page.uri else f"same text as {first_uri}"
        return LedgerEntry(uri=uri, outcome="duplicate", reason=reason, page_id=first_id, size=size)

    @contextmanager
    def _transaction(self) -> Iterator[sqlite3.Connection]:
        """All of it or nothing, even if the process is killed halfway."""
        with explained(self.path):
            self._connection.execute("BEGIN IMMEDIATE")
            try:
                yield self._connection
            except BaseException:
                self._connection.execute("ROLLBACK")
                raise
            self._connection.execute("COMMIT")
