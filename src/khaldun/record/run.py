"""A run: the writing side of a record. In: coded pages, and inputs that became none. Out: rows and one ledger entry for every input."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from types import TracebackType
from typing import Literal, Self

from khaldun.record import ledger, links, write
from khaldun.record.connection import explained
from khaldun.records import CodedPage, LedgerEntry, Page


class Run:
    """An open run of the ledger; leaving its `with` block without an error links what is new to stories and happenings, and closes it.

    `source` is the path, as it was given, by which an input was reached: an input inside an archive has a URI of its own.
    """

    def __init__(self, connection: sqlite3.Connection, path: Path, *, coder: str, options: dict[str, object]) -> None:
        self._connection, self._path = connection, path
        self._inputs = 0
        self._skipped: dict[str, int] = {}
        with explained(path):
            self.number = ledger.begin(connection, coder=coder, options=options)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        if kind is None:
            with self._transaction():
                links.link(self._connection)
            with explained(self._path):
                ledger.end(self._connection, self.number, inputs=self._inputs, skipped=self._skipped)

    def take(self) -> None:
        """Counts an input as it comes in, whatever becomes of it: the other side of the ledger's sum."""
        self._inputs += 1

    def skip(self, reason: str, count: int) -> None:
        """Notes parts of inputs that never were to be pages."""
        self._skipped[reason] = self._skipped.get(reason, 0) + count

    def store(self, coded: CodedPage, *, uri: str, source: str, size: int | None = None) -> LedgerEntry:
        """Stores a page, or finds that it is there already; its entry is written in the same transaction."""
        with self._transaction():
            entry = self._twin(coded.page, uri, size)
            if entry is None:
                write.page(self._connection, coded, self.number)
                entry = LedgerEntry(uri, "stored", "", coded.page.id, size)
            ledger.enter(self._connection, self.number, entry, source)
        return entry

    def duplicate(self, page: Page, *, uri: str, source: str, size: int | None = None) -> LedgerEntry | None:
        """Enters a page as a duplicate if the record has it, so that it need not be coded; does nothing if not."""
        entry = self._twin(page, uri, size)
        return entry and self._enter(entry, source)

    def refuse(self, outcome: Literal["rejected", "failed"], reason: str, *, uri: str, source: str, size: int | None = None) -> LedgerEntry:
        """Enters an input that was rejected or has failed."""
        return self._enter(LedgerEntry(uri, outcome, reason or "for a reason that was not told", None, size), source)

    def _twin(self, page: Page, uri: str, size: int | None) -> LedgerEntry | None:
        """The entry of a page whose text the record has."""
        sql = "SELECT id, uri FROM pages WHERE sha256 = ? OR id = ?"
        found = self._connection.execute(sql, (page.sha256, page.id)).fetchone()
        if found is None:
            return None
        reason = "already stored" if found["uri"] == page.uri else f"same text as {found['uri']}"
        return LedgerEntry(uri, "duplicate", reason, found["id"], size)

    def _enter(self, entry: LedgerEntry, source: str) -> LedgerEntry:
        with self._transaction():
            ledger.enter(self._connection, self.number, entry, source)
        return entry

    @contextmanager
    def _transaction(self) -> Iterator[None]:
        """All of it or nothing, even if the process is killed halfway."""
        with explained(self._path):
            self._connection.execute("BEGIN IMMEDIATE")
            try:
                yield
            except BaseException:
                self._connection.execute("ROLLBACK")
                raise
            self._connection.execute("COMMIT")
