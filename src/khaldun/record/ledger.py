"""What became of every input: inputs = stored + duplicate + rejected + failed, for each run and overall."""

from __future__ import annotations

import sqlite3
from datetime import UTC, datetime

import msgspec

from khaldun.records import LedgerEntry


class Totals(msgspec.Struct, frozen=True):
    """A run, or all runs together, in numbers. `inputs` is null for a run that has not ended."""

    inputs: int | None
    stored: int = 0
    duplicate: int = 0
    rejected: int = 0
    failed: int = 0

    @property
    def entered(self) -> int:
        """How many inputs have an outcome."""
        return self.stored + self.duplicate + self.rejected + self.failed

    @property
    def adds_up(self) -> bool:
        """Whether every input has one outcome; of a run that was killed only the outcomes are known."""
        return self.inputs is None or self.inputs == self.entered


def now() -> str:
    """The time, to the second, in UTC."""
    return datetime.now(UTC).isoformat(timespec="seconds")


def begin(connection: sqlite3.Connection, *, coder: str, options: dict[str, object]) -> int:
    """Opens a run."""
    values = (now(), coder, msgspec.json.encode(options).decode("utf8"))
    run_id = connection.execute("INSERT INTO runs (started, coder, options) VALUES (?, ?, ?)", values).lastrowid
    assert run_id is not None
    return run_id


def end(connection: sqlite3.Connection, run_id: int, *, inputs: int, skipped: dict[str, int]) -> None:
    """Closes a run with the number of inputs that came in, and what was passed over in them."""
    values = (now(), inputs, msgspec.json.encode(skipped).decode("utf8"), run_id)
    connection.execute("UPDATE runs SET ended = ?, inputs = ?, skipped = ? WHERE id = ?", values)


def enter(connection: sqlite3.Connection, run_id: int, entry: LedgerEntry, source: str) -> None:
    """Writes what became of an input."""
    connection.execute(
        "INSERT INTO ledger (run_id, source, uri, outcome, reason, page_id, size) VALUES (?, ?, ?, ?, ?, ?, ?)",
        (run_id, source, entry.uri, entry.outcome, entry.reason, entry.page_id, entry.size),
    )


def totals(connection: sqlite3.Connection, run_id: int | None = None) -> list[Totals]:
    """The numbers of one run or of all, in order."""
    sql = "SELECT inputs, stored, duplicate, rejected, failed FROM ledger_totals WHERE ?1 IS NULL OR run_id = ?1 ORDER BY run_id"
    return [Totals(*row) for row in connection.execute(sql, (run_id,))]


def unfinished(connection: sqlite3.Connection) -> dict[str, list[str]]:
    """The URIs of inputs whose last outcome is a failure, by the path that led to them."""
    sql = "SELECT source, uri FROM ledger WHERE seq IN (SELECT max(seq) FROM ledger GROUP BY uri) AND outcome = 'failed' ORDER BY seq"
    found: dict[str, list[str]] = {}
    for source, uri in connection.execute(sql):
        found.setdefault(source, []).append(uri)
    return found
