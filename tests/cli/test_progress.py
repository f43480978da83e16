"""The bar: on a terminal only, with trouble named above it."""

from __future__ import annotations

import sys

from khaldun.cli.progress import Progress, expected
from khaldun.records import LedgerEntry


def test_on_a_terminal(monkeypatch, capsys):
    monkeypatch.setattr(sys.stderr, "isatty", lambda: True, raising=False)
    progress = Progress(2)
    progress(LedgerEntry("a.txt", "stored", "", "1"))
    progress(LedgerEntry("b\x1b[2J.txt", "failed", "it broke"))
    progress.close()
    out, err = capsys.readouterr()
    assert out == ""
    assert "[........................] 0/2 pages" in err
    assert "failed: b\\u001b[2J.txt: it broke\n" in err


def test_elsewhere_only_what_went_wrong(capsys):
    progress = Progress(2)
    progress(LedgerEntry("a.txt", "stored", "", "1"))
    progress(LedgerEntry("b.txt", "rejected", "empty"))
    progress.close()
    assert capsys.readouterr().err == "rejected: b.txt: empty\n"


def test_a_line_now_and_then_in_a_log(monkeypatch, capsys):
    monkeypatch.setattr("khaldun.cli.progress.SELDOM", 0)
    Progress(4)(LedgerEntry("a.txt", "stored", "", "1"))
    assert capsys.readouterr().err.startswith("[######..................] 1/4 pages, ")


def test_files_are_counted_without_being_opened(tmp_path):
    (tmp_path / "deeper").mkdir()
    for name in ("a.txt", ".hidden", "deeper/b.txt"):
        (tmp_path / name).touch()
    assert expected([str(tmp_path), "-", "gone.txt"]) == 4
