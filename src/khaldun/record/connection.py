"""A path in, a checked SQLite connection out; and SQLite's errors in Khaldun's words."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from importlib.resources import files
from pathlib import Path

from khaldun.errors import Failed, RecordError

APPLICATION = int.from_bytes(b"KHLD", "big")
"""What marks a SQLite file as a record of Khaldun (its application_id)."""

SCHEMA = 1
"""The schema that this version writes (user_version)."""

WAIT = 10.0
"""Seconds to wait for another process that holds the record."""


@contextmanager
def explained(path: Path) -> Iterator[None]:
    """Turns SQLite's errors into RecordErrors that say what to do; rows that contradict one another are a failure of their page alone."""
    try:
        yield
    except sqlite3.IntegrityError as error:
        raise Failed(f"what was read cannot be stored: {error}") from error
    except sqlite3.OperationalError as error:
        if "locked" in str(error) or "busy" in str(error):
            raise RecordError(f"{path} is locked by another process (waited {WAIT:g} s): try again when it has ended") from error
        raise RecordError(f"{path}: {error}") from error
    except sqlite3.DatabaseError as error:
        raise RecordError(f"{path} is damaged or not a record: {error}") from error


def connect(path: Path, *, create: bool) -> sqlite3.Connection:
    """Opens a record: read-only, or with `create` for writing (and makes it where there is none)."""
    _check_file(path, create=create)
    with explained(path):
        address = f"{path.absolute().as_uri()}?{_way(path, create=create)}"
        connection = sqlite3.connect(address, uri=True, timeout=WAIT, isolation_level=None)
        try:
            _prepare(connection, path, create=create)
        except BaseException:
            connection.close()
            raise
    return connection


def _way(path: Path, *, create: bool) -> str:
    """How to open a file. Where nobody can write beside it and nothing waits to be merged, SQLite must be told not to try."""
    if create:
        return "mode=rwc"
    untouchable = not os.access(path.absolute().parent, os.W_OK) and not path.with_name(f"{path.name}-wal").exists()
    return "mode=ro&immutable=1" if untouchable else "mode=ro"


def _check_file(path: Path, *, create: bool) -> None:
    """What can be said of a path without SQLite."""
    if path.is_dir():
        raise RecordError(f"{path} is a folder: name a file, such as {path / 'affairs.db'}")
    if not path.exists():
        if not create:
            raise RecordError(f"there is no record at {path}: `khaldun code INPUT -r {path}` makes one")
        if not path.parent.is_dir():
            raise RecordError(f"the folder {path.parent} does not exist: make it first")
        return
    with path.open("rb") as file:
        head = file.read(16)
    if head and head != b"SQLite format 3\x00":
        raise RecordError(f"{path} is not a record: it is no SQLite file")


def _prepare(connection: sqlite3.Connection, path: Path, *, create: bool) -> None:
    """Settings of the connection; the schema, where the file is new; a refusal where the file is another's."""
    connection.row_factory = sqlite3.Row
    connection.execute("PRAGMA foreign_keys = ON")
    if create and _pragma(connection, "application_id") == 0 and not _tables(connection):
        connection.execute("PRAGMA journal_mode = WAL")
        _make(connection)
    if _pragma(connection, "application_id") != APPLICATION:
        raise RecordError(f"{path} is a SQLite file, but not a record of Khaldun")
    version = _pragma(connection, "user_version")
    if version != SCHEMA:
        remedy = "upgrade Khaldun" if version > SCHEMA else "code its pages again into a new record"
        raise RecordError(f"{path} has schema {version}, this version of Khaldun reads {SCHEMA}: {remedy}")
    if create:
        connection.execute("PRAGMA synchronous = NORMAL")


def _make(connection: sqlite3.Connection) -> None:
    """Writes the schema in one transaction; two processes that create the same record at once both end up with it."""
    connection.execute("BEGIN IMMEDIATE")
    if not _tables(connection):
        for statement in statements(files("khaldun.record").joinpath("schema.sql").read_text("utf8")):
            connection.execute(statement)
        connection.execute(f"PRAGMA application_id = {APPLICATION}")
        connection.execute(f"PRAGMA user_version = {SCHEMA}")
    connection.execute("COMMIT")


def statements(script: str) -> Iterator[str]:
    """The statements of an SQL script, one by one (sqlite3's own executescript would commit the transaction around it)."""
    pending = ""
    for line in script.splitlines(keepends=True):
        pending += line
        if sqlite3.complete_statement(pending):
            yield pending
            pending = ""


def _pragma(connection: sqlite3.Connection, name: str) -> int:
    return int(connection.execute(f"PRAGMA {name}").fetchone()[0])


def _tables(connection: sqlite3.Connection) -> int:
    return int(connection.execute("SELECT count(*) FROM sqlite_master").fetchone()[0])
