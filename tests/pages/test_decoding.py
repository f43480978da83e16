"""Charsets: the text comes out right, whatever is declared."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from khaldun.pages.decoding import decode

ENGLISH = "The ministers met at the harbour café in “Lissen” on Monday and agreed to open the border."
RUSSIAN = "Министры встретились в понедельник в портовом городе и договорились открыть границу для торговли."


@pytest.mark.parametrize(
    "charset", ["utf-8", "utf-8-sig", "utf-16", "utf-32", "utf-16-le", "utf-16-be", "utf-32-le", "utf-32-be", "cp1252"]
)
def test_undeclared(charset: str) -> None:
    assert decode(ENGLISH.encode(charset))[0] == ENGLISH


@pytest.mark.parametrize("charset", ["cp1251", "koi8-r", "iso8859-5", "utf-16", "shift_jis"])
def test_declared(charset: str) -> None:
    text = "両国は月曜日に協定に署名した。" if charset == "shift_jis" else RUSSIAN
    assert decode(text.encode(charset), charset)[0] == text


def test_declared_in_the_markup() -> None:
    data = f'<html><head><meta charset="windows-1251"></head><p>{RUSSIAN}</p>'.encode("cp1251")
    text, charset = decode(data)
    assert RUSSIAN in text
    assert charset == "cp1251"


@pytest.mark.parametrize("lie", ["latin-1", "cp1251", "utf-16", "ascii", "no-such-charset", "hex", ""])
def test_utf_8_wins_over_a_lie(lie: str) -> None:
    assert decode(ENGLISH.encode(), lie)[0] == ENGLISH


def test_latin_1_is_read_as_browsers_read_it() -> None:
    assert decode("“Lissen” é".encode("cp1252"), "iso-8859-1") == ("“Lissen” é", "cp1252")


def test_stray_bytes_do_not_spoil_the_rest() -> None:
    data = ENGLISH.encode() * 2 + b" caf\xe9 " + ENGLISH.encode()
    text, charset = decode(data)
    assert text.count("café") == 4
    assert charset == "utf-8"


def test_utf_7_only_where_declared() -> None:
    assert decode("Grüße aus der Stadt".encode("utf-7"), "utf-7")[0] == "Grüße aus der Stadt"
    assert decode(b"2 +AD4- 1")[0] == "2 +AD4- 1"


@given(st.binary(max_size=400), st.sampled_from([None, "utf-8", "latin-1", "utf-16", "shift_jis", "utf-7", "big5", "x"]))
def test_any_bytes_become_some_text(data: bytes, charset: str | None) -> None:
    text, used = decode(data, charset)
    assert isinstance(text, str)
    assert used
