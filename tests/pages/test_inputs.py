"""Paths to inputs: what is there comes in order, what is not is named."""

from __future__ import annotations

import bz2
import gzip
import io
import json
import lzma
import os
import sys
import zipfile
from pathlib import Path

import pytest
import zstandard

from khaldun.pages import Broken, Input, Skipped, inputs

TEXT = b"Envoys of Arvania and Belmora signed a border agreement on Monday."


def test_folders_are_walked_in_order(tmp_path: Path) -> None:
    for name in ("b.txt", "a.html", "sub/c.txt", ".hidden"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_bytes(TEXT)
    found = list(inputs([tmp_path]))
    assert [Path(item.uri).name for item in found if isinstance(item, Input)] == ["a.html", "b.txt", "c.txt"]
    assert [(item.reason, item.count) for item in found if isinstance(item, Skipped)] == [("hidden file", 1)]


def test_what_is_not_there_is_named(tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    found = list(inputs([tmp_path / "nothing", tmp_path / "empty"]))
    assert [(item.outcome, item.reason) for item in found if isinstance(item, Broken)] == [
        ("failed", "no such file or folder"),
        ("rejected", "a folder without files"),
    ]


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no named pipes here")
def test_a_named_pipe_does_not_hang(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    (item,) = inputs([tmp_path / "pipe"])
    assert isinstance(item, Broken)
    assert item.reason == "not a regular file"


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("a.txt", TEXT),
        ("a.txt.gz", gzip.compress(TEXT)),
        ("a.txt.xz", lzma.compress(TEXT)),
        ("a.txt.bz2", bz2.compress(TEXT)),
        ("a.txt.zst", zstandard.compress(TEXT)),
        ("a.txt.zst.gz", gzip.compress(zstandard.compress(TEXT))),
        ("unnamed", gzip.compress(TEXT)),
    ],
)
def test_packed_files(tmp_path: Path, name: str, data: bytes) -> None:
    (tmp_path / name).write_bytes(data)
    (item,) = inputs([str(tmp_path / name)])
    assert isinstance(item, Input)
    assert item.data == TEXT


def test_members_of_an_archive_have_names(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "a.zip", "w") as archive:
        archive.writestr("one.txt", TEXT)
        archive.writestr("two.html.gz", gzip.compress(TEXT))
    one, two = inputs([tmp_path / "a.zip"])
    assert isinstance(one, Input)
    assert isinstance(two, Input)
    assert one.uri.endswith("a.zip!one.txt")
    assert (two.data, two.media_type) == (TEXT, "text/html")


def test_standard_input(monkeypatch: pytest.MonkeyPatch) -> None:
    for data, count in ((TEXT, 1), (gzip.compress(TEXT), 1), (json.dumps({"text": TEXT.decode()}).encode() + b"\n" + b'{"text": "x"}', 2)):
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BufferedReader(io.BytesIO(data))))  # type: ignore[arg-type]
        assert sum(isinstance(item, Input) for item in inputs(["-"])) == count


def test_a_bomb_is_refused_soon(tmp_path: Path) -> None:
    (tmp_path / "a.html.gz").write_bytes(gzip.compress(b"\0" * 200_000_000))
    (item,) = inputs([tmp_path / "a.html.gz"])
    assert isinstance(item, Broken)
    assert item.outcome == "rejected"
    assert "bomb" in item.reason


@pytest.mark.parametrize(
    ("fields", "text", "uri", "date"),
    [
        (
            {"text": "A story.", "title": "A title", "source": "http://a.example/1", "date": "2024-07-12"},
            "A title\n\nA story.",
            "http://a.example/1",
            "2024-07-12",
        ),
        (
            {"maintext": "A story.", "url": "http://a.example/2", "date_publish": "2024-07-12 10:00:00"},
            "A story.",
            "http://a.example/2",
            "2024-07-12 10:00:00",
        ),
        (
            {
                "title": "T",
                "publishing_date": "2024-07-12",
                "body": {"summary": ["S."], "sections": [{"headline": ["H"], "paragraphs": ["P."]}]},
            },
            "T\n\nS.\n\nH\n\nP.",
            "a.jsonl#L1",
            "2024-07-12",
        ),
        ({"text": "Title words here and then more.", "title": "Title words here"}, "Title words here and then more.", "a.jsonl#L1", None),
        ({"plaintext": "P.", "text": "T."}, "P.", "a.jsonl#L1", None),
    ],
)
def test_json_lines(tmp_path: Path, fields: dict[str, object], text: str, uri: str, date: str | None) -> None:
    (tmp_path / "a.jsonl").write_text(json.dumps(fields) + "\n")
    (item,) = inputs([tmp_path / "a.jsonl"])
    assert isinstance(item, Input)
    assert item.data.decode() == text
    assert item.uri.endswith(uri)
    assert item.metadata is not None
    assert [claim for claim, _ in item.metadata.dates] == ([date] if date else [])


def test_html_in_json(tmp_path: Path) -> None:
    (tmp_path / "a.jsonl").write_text(json.dumps({"html": {"content": "<p>x</p>", "responded_url": "http://a.example/"}}) + "\n")
    (item,) = inputs([tmp_path / "a.jsonl"])
    assert isinstance(item, Input)
    assert (item.uri, item.media_type, item.data) == ("http://a.example/", "text/html", b"<p>x</p>")


def test_a_warc_counts_what_it_skips(tmp_path: Path) -> None:
    def record(kind: str, content: bytes) -> bytes:
        return f"WARC/1.0\r\nWARC-Type: {kind}\r\nContent-Length: {len(content)}\r\n\r\n".encode() + content + b"\r\n\r\n"

    html = b"HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n\r\n<p>x</p>"
    image = b"HTTP/1.1 200 OK\r\nContent-Type: image/png\r\n\r\nx"
    (tmp_path / "a.warc").write_bytes(
        record("request", b"GET /") * 3 + record("response", html) + record("revisit", b"") + record("response", image)
    )
    first, *rest = inputs([tmp_path / "a.warc"])
    assert isinstance(first, Input)
    assert (first.data, first.charset) == (b"<p>x</p>", "utf-8")
    assert {(item.reason, item.count) for item in rest if isinstance(item, Skipped)} == {
        ("request record", 3),
        ("revisit record", 1),
        ("response of type image/png", 1),
    }
