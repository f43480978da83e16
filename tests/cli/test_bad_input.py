"""Input that is none: each ends in the ledger with its reason, the rest is coded, and the exit code says so."""

from __future__ import annotations

import pytest

from khaldun import run
from khaldun.articles import split
from khaldun.record import Record
from khaldun.records import Coded, CodedPage

GOOD = "Talks end in Geneva\n\nGENEVA - Delegates of the two sides met on Monday and agreed to meet again, the hosts said.\n"
FURNITURE = "Home\nNews\nSport\n\nShare\nFacebook\nTwitter\nWhatsApp\nPrint\n\nSubscribe to our newsletter\n© 2024 The Paper\n"


def without_model(threads, actors):
    """Splits pages for real and reads nothing in them."""

    def code(page, published):
        found = split(page, published=published)
        return CodedPage(page, found, tuple(Coded(article, page, (), (), (), ()) for article in found.articles))

    return code


@pytest.fixture
def outcomes(khaldun, tmp_path, monkeypatch):
    """Codes good pages around bad ones and gives what became of the bad."""
    monkeypatch.setattr(run, "reader", without_model)

    def code(*bad):
        first, last = tmp_path / "first.txt", tmp_path / "last.txt"
        first.write_text(GOOD)
        last.write_text(GOOD.replace("Geneva", "Vienna"))
        result = khaldun("code", first, *bad, last, "-r", tmp_path / "a.db")
        with Record(tmp_path / "a.db") as record:
            entries = list(record.ledger())
            assert record.verify().holds
            assert record.totals()[0].adds_up
        assert (entries[0].outcome, entries[-1].outcome) == ("stored", "stored")
        return result.code, [(entry.outcome, entry.reason) for entry in entries[1:-1]]

    return code


@pytest.fixture
def bad(tmp_path):
    def write(content, name="bad.txt"):
        path = tmp_path / name
        path.write_bytes(content)
        return path

    return write


@pytest.mark.parametrize(
    ("name", "content", "outcome", "words"),
    [
        ("empty.txt", b"", "rejected", "empty"),
        ("blank.txt", b" \n\t\n", "rejected", "empty"),
        ("picture.txt", b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 40, "rejected", "binary"),
        ("noise.txt", bytes(range(256)) * 40, "rejected", "binary"),
        ("furniture.txt", FURNITURE.encode(), "rejected", "furniture"),
        ("line.txt", b"word " * 1_000_000, "rejected", "too large"),
        ("tagless.html", b"<html><body></body></html>", "rejected", "no visible text"),
        ("cut.txt.gz", b"\x1f\x8b\x08\x00\x00\x00\x00\x00\x00\x03K\xcc", "failed", "cut off"),
    ],
)
def test_a_bad_file_is_named_and_the_rest_is_coded(outcomes, bad, name, content, outcome, words):
    code, [(found, reason)] = outcomes(bad(content, name))
    assert (code, found) == (3, outcome)
    assert words in reason


def test_deep_nesting(outcomes, bad):
    """20,000 tags within one another: refused or read, with a reason or with the words, and never a crash."""
    nested = (
        b"<div>" * 20_000 + b"Ministers met on Monday in Vienna and agreed to meet again in autumn, officials said." + b"</div>" * 20_000
    )
    code, [(found, reason)] = outcomes(bad(b"<html><body><h1>Talks</h1>" + nested, "deep.html"))
    assert (code, found) in [(3, "rejected"), (3, "failed")]
    assert reason


def test_a_missing_path(outcomes, tmp_path):
    assert outcomes(tmp_path / "gone.txt") == (3, [("failed", "no such file or folder")])


def test_an_empty_folder(outcomes, tmp_path):
    (tmp_path / "folder").mkdir()
    assert outcomes(tmp_path / "folder") == (3, [("rejected", "a folder without files")])


def test_a_folder_is_its_files(outcomes, tmp_path):
    (tmp_path / "folder" / "deeper").mkdir(parents=True)
    (tmp_path / "folder" / "deeper" / "a.txt").write_text(GOOD.replace("Geneva", "Madrid"))
    (tmp_path / "folder" / "b.txt").touch()
    code, found = outcomes(tmp_path / "folder")
    assert (code, [outcome for outcome, _ in found]) == (3, ["rejected", "stored"])


def test_latin_1_is_read(outcomes, bad, tmp_path):
    text = "Élysée aides meet in a café\n\nM. Müller met the délégués of the Élysée on Monday and agreed to meet again, they said.\n"
    assert outcomes(bad(text.encode("latin-1"))) == (0, [("stored", "")])
    with Record(tmp_path / "a.db") as record:
        page = record._connection.execute("SELECT text, charset FROM pages WHERE uri LIKE '%bad.txt'").fetchone()
    assert "Élysée aides meet in a café" in page["text"]


def test_all_at_once(outcomes, bad, tmp_path):
    paths = [bad(b"", "1.txt"), tmp_path / "2.txt", bad(FURNITURE.encode(), "3.txt"), bad(b"\x00\x01\x02" * 99, "4.txt")]
    code, found = outcomes(*paths)
    assert code == 3
    assert [outcome for outcome, _ in found] == ["rejected", "failed", "rejected", "rejected"]
