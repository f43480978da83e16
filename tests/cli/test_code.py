"""`code`, `retry`, `verify`: what they write, where they write it, and their exit codes."""

from __future__ import annotations

import sqlite3
import subprocess
import sys

import pytest

from khaldun.record import Record
from tests import handmade


@pytest.fixture
def pages(tmp_path):
    folder = tmp_path / "pages"
    folder.mkdir()
    (folder / "a.txt").write_text(handmade.SANCTIONS)
    (folder / "b.txt").write_text(handmade.VISIT)
    return folder


def test_all_coded_is_0(khaldun, pages, tmp_path):
    result = khaldun("code", pages, "-r", tmp_path / "a.db", "--published", "2024-07-12")
    assert (result.code, result.out) == (0, "")
    assert result.err == f"{tmp_path / 'a.db'}: 2 inputs = 2 stored, 0 duplicate, 0 rejected, 0 failed\n"
    with Record(tmp_path / "a.db") as record:
        assert {event.published for event in record.events()} == {"2024-07-12"}


def test_a_duplicate_is_no_trouble(khaldun, pages, tmp_path):
    khaldun("code", pages, "-r", tmp_path / "a.db")
    assert khaldun("code", pages, "-r", tmp_path / "a.db").code == 0


def test_some_coded_is_3_and_the_rest_is_named(khaldun, pages, tmp_path):
    (pages / "c.txt").touch()
    result = khaldun("code", pages, "-r", tmp_path / "a.db")
    assert result.code == 3
    assert f"rejected: {pages / 'c.txt'}: empty" in result.err
    assert "3 inputs = 2 stored, 0 duplicate, 1 rejected, 0 failed" in result.err


def test_standard_input(khaldun, tmp_path):
    assert khaldun("code", "-", "-r", tmp_path / "a.db", stdin=handmade.VISIT).code == 0
    assert [line for line in khaldun("export", tmp_path / "a.db", "articles").out.splitlines() if '"uri":"-"' in line]


@pytest.mark.parametrize(
    "arguments",
    [
        ["code"],
        ["code", "a.txt"],
        ["code", "a.txt", "-r", "a.db", "--published", "soon"],
        ["code", "a", "-r", "b", "--workers", "0"],
        ["sing"],
    ],
)
def test_wrong_usage_is_2(khaldun, arguments):
    assert khaldun(*arguments).code == 2


def test_no_record_is_overwritten(khaldun, pages):
    result = khaldun("code", pages, "-r", pages / "a.txt")
    assert result.code == 1
    assert "is not a record: it is no SQLite file" in result.err
    assert (pages / "a.txt").read_text() == handmade.SANCTIONS


def test_retry(khaldun, pages, tmp_path):
    assert khaldun("code", pages / "gone.txt", "-r", tmp_path / "a.db").code == 3
    (pages / "gone.txt").write_text("Found again\nBritain visits Cuba\n")
    result = khaldun("retry", tmp_path / "a.db")
    assert (result.code, result.err) == (0, f"{tmp_path / 'a.db'}: 1 input = 1 stored, 0 duplicate, 0 rejected, 0 failed\n")
    assert khaldun("retry", tmp_path / "a.db").err.endswith("0 inputs = 0 stored, 0 duplicate, 0 rejected, 0 failed\n")


def test_retry_makes_no_record(khaldun, tmp_path):
    assert khaldun("retry", tmp_path / "a.db").code == 1
    assert not (tmp_path / "a.db").exists()


def test_verify_proves_or_names(khaldun, record):
    result = khaldun("verify", record)
    assert (result.code, result.out) == (0, "2 pages, 2 articles, 53 spans, 22 links: all hold\n")
    raw = sqlite3.connect(record)
    raw.execute("UPDATE events SET data = json_set(data, '$.trigger.text', 'praises') WHERE id = 'd1ef55a9ede1c936'")
    raw.commit()
    raw.close()
    result = khaldun("verify", record)
    assert result.code == 1
    assert "events d1ef55a9ede1c936: [23, 32) is 'sanctions', not 'praises'" in result.out


def test_export_to_a_file_is_whole_or_not_at_all(khaldun, record, tmp_path):
    assert khaldun("export", record, "events", "-o", tmp_path / "events.jsonl").out == ""
    assert (tmp_path / "events.jsonl").read_text() == khaldun("export", record, "events").out
    result = khaldun("export", record, "events", "-o", tmp_path / "no" / "events.jsonl")
    assert result.code == 2
    assert "cannot be written" in result.err
    assert sorted(path.name for path in tmp_path.iterdir() if "part" in path.name) == []


def test_help_and_import_load_nothing_heavy():
    heavy = ("numpy", "onnxruntime", "lxml", "sqlite3", "tokenizers")
    script = f"import sys, khaldun, khaldun.cli; print([name for name in {heavy} if name in sys.modules])"
    assert subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True).stdout == "[]\n"


def test_every_command_has_its_line_and_its_help(khaldun):
    from khaldun.cli import COMMANDS

    out = khaldun("--help").out
    for name, (_, line) in COMMANDS.items():
        assert line in out
        assert khaldun(name, "--help").code == 0
