"""What is no record is refused with words that help."""

from __future__ import annotations

import shutil
import sqlite3

import pytest

from khaldun.errors import RecordError
from khaldun.record import Record, connection
from tests.handmade import SANCTIONS, code, page


def store(record):
    with record.run(coder="khaldun test", options={}) as run:
        run.take()
        run.store(code(page(SANCTIONS)), uri="a.txt", source="a.txt")


def test_a_missing_record(tmp_path):
    with pytest.raises(RecordError, match="there is no record at"):
        Record(tmp_path / "no.db")


def test_a_folder(tmp_path):
    with pytest.raises(RecordError, match="is a folder"):
        Record(tmp_path, create=True)


def test_a_missing_folder(tmp_path):
    with pytest.raises(RecordError, match="does not exist"):
        Record(tmp_path / "no" / "a.db", create=True)


def test_another_kind_of_file(tmp_path):
    (tmp_path / "a.txt").write_text("Not a record, but a text that somebody would rather keep.")
    with pytest.raises(RecordError, match="no SQLite file"):
        Record(tmp_path / "a.txt", create=True)
    assert (tmp_path / "a.txt").read_text().startswith("Not a record")


def test_somebody_elses_database(tmp_path):
    other = sqlite3.connect(tmp_path / "other.db")
    other.execute("CREATE TABLE mine (x)")
    other.close()
    for create in (True, False):
        with pytest.raises(RecordError, match="not a record of Khaldun"):
            Record(tmp_path / "other.db", create=create)


def test_a_record_of_a_newer_version(tmp_path):
    Record(tmp_path / "a.db", create=True).close()
    raw = sqlite3.connect(tmp_path / "a.db")
    raw.execute("PRAGMA user_version = 99")
    raw.close()
    with pytest.raises(RecordError, match=r"schema 99.*upgrade"):
        Record(tmp_path / "a.db")


def test_a_locked_record(tmp_path, monkeypatch):
    monkeypatch.setattr(connection, "WAIT", 0.1)
    with Record(tmp_path / "a.db", create=True) as record:
        holder = sqlite3.connect(tmp_path / "a.db", isolation_level=None)
        holder.execute("BEGIN IMMEDIATE")
        with pytest.raises(RecordError, match="locked"):
            store(record)
        holder.close()


def test_a_damaged_record(tmp_path):
    path = tmp_path / "a.db"
    with Record(path, create=True) as record:
        store(record)
    path.write_bytes(path.read_bytes()[:5000])
    with pytest.raises(RecordError), Record(path) as record:
        record.verify()


def test_an_empty_file_becomes_a_record(tmp_path):
    (tmp_path / "a.db").touch()
    with Record(tmp_path / "a.db", create=True) as record:
        assert record.events().count() == 0


def test_reading_needs_no_writing(tmp_path):
    with Record(tmp_path / "a.db", create=True) as record:
        store(record)
    with Record(tmp_path / "a.db") as record, pytest.raises(RecordError, match="readonly"):
        store(record)


def test_a_reader_and_a_writer_at_once(tmp_path):
    with Record(tmp_path / "a.db", create=True) as writer, Record(tmp_path / "a.db") as reader:
        store(writer)
        assert reader.events().count() == 2


def test_a_record_can_be_moved_as_one_file_once_closed(tmp_path):
    with Record(tmp_path / "a.db", create=True) as record:
        store(record)
    shutil.copy(tmp_path / "a.db", tmp_path / "b.db")
    with Record(tmp_path / "b.db") as record:
        assert record.events().count() == 2


def test_a_record_where_nothing_may_be_written(tmp_path, monkeypatch):
    with Record(tmp_path / "a.db", create=True) as record:
        store(record)
    monkeypatch.setattr(connection.os, "access", lambda path, mode: False)
    before = sorted(tmp_path.iterdir())
    with Record(tmp_path / "a.db") as record:
        assert record.verify().holds
        assert sorted(tmp_path.iterdir()) == before
