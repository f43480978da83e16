"""Bytes to a page, or the reason why not."""

from __future__ import annotations

import hashlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from khaldun.errors import Rejected
from khaldun.pages import read


def test_plain_text_is_kept_to_the_letter() -> None:
    text = "  A headline\n\n\nA line with “marks”.\n"
    page = read(text.encode(), uri="a.txt")
    assert page.text == text
    assert page.media_type == "text/plain"
    assert [page.text[block.start : block.end].strip() for block in page.blocks] == ["A headline", "A line with “marks”."]
    assert page.sha256 == hashlib.sha256(text.encode()).hexdigest()


def test_ids_hang_on_uri_and_bytes() -> None:
    first = read(b"One line.", uri="a")
    assert first.id == read(b"One line.", uri="a").id
    assert first.id != read(b"One line.", uri="b").id
    assert first.id != read(b"One line!", uri="a").id


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", "empty"),
        (b" \n\t", "empty"),
        (b"%PDF-1.4 ...", "PDF"),
        (bytes(range(32)) * 40, "binary"),
        (b"<html><body><script>x</script></body></html>", "no visible text"),
        (b"x" * 25_000_001, "too large"),
        (b"word " * 800_000, "too large"),
    ],
)
def test_rejected(data: bytes, reason: str) -> None:
    with pytest.raises(Rejected, match=reason):
        read(data, uri="a")


@pytest.mark.parametrize(
    ("text", "declared", "kind"),
    [
        ("<p>Hello</p>", "text/html", "text/html"),
        ("Hello", "text/html", "text/plain"),
        ("<!DOCTYPE html><title>x</title><p>Hello", "text/plain", "text/html"),
        ("<div><p>Hello there</p><p>Again</p></div>", None, "text/html"),
        ("If a < b and b > c then a <b> c.", None, "text/plain"),
        ("Mail <ann@news.example> for more.", None, "text/plain"),
    ],
)
def test_kind(text: str, declared: str | None, kind: str) -> None:
    assert read(text.encode(), uri="a", media_type=declared).media_type == kind


@given(st.binary(max_size=300))
def test_any_bytes_are_a_page_or_rejected(data: bytes) -> None:
    try:
        page = read(data, uri="a")
    except Rejected:
        return
    assert page.text.strip()
    assert all(0 <= block.start < block.end <= len(page.text) for block in page.blocks)


@given(st.text(max_size=300))
def test_any_text_as_html_keeps_its_blocks_in_order(text: str) -> None:
    try:
        page = read(f"<html><body><p>{text}</p>".encode("utf-8", "replace"), uri="a")
    except Rejected:
        return
    places = [place for block in page.blocks for place in (block.start, block.end)]
    assert places == sorted(places)
