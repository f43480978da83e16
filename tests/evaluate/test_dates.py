"""The measure of time expressions: what counts as found, and what is said of wrong files."""

from __future__ import annotations

from pathlib import Path

import pytest

from khaldun.errors import DataError
from khaldun.evaluate.dates import evaluate, pairs, piece
from khaldun.records import DateMention

TML = """<?xml version="1.0"?>
<TimeML><DCT><TIMEX3 tid="t0" type="DATE" value="2023-07-11" functionInDocument="CREATION_TIME">July 11, 2023</TIMEX3></DCT>
<TEXT>They <EVENT eid="e1">met</EVENT> on <TIMEX3 tid="t1" type="DATE" value="2023-07-10">Monday</TIMEX3>, a day after
<TIMEX3 tid="t2" type="DATE" value="2023-07-02">Easter</TIMEX3> &amp; left.</TEXT></TimeML>"""


def written(folder: Path, text: str) -> Path:
    file = folder / "a.tml"
    file.write_text(text, "utf8")
    return file


def test_text_and_spans_of_a_document(tmp_path: Path) -> None:
    read = piece(written(tmp_path, TML))
    assert read.created == "2023-07-11"
    assert [(read.text[m.start : m.end], m.value) for m in read.marked] == [("Monday", "2023-07-10"), ("Easter", "2023-07-02")]
    assert read.text.endswith("Easter & left.")


def test_figures(tmp_path: Path) -> None:
    written(tmp_path, TML)
    relaxed, strict, value = evaluate(tmp_path)
    # three are found ("a day" is none of the gold's), two of two are right in span, one in value
    assert (relaxed.value, strict.value, value.value) == (80.0, 80.0, 40.0)
    assert relaxed.items == 1


def test_a_mention_is_used_once(tmp_path: Path) -> None:
    read = piece(written(tmp_path, TML))
    wide = DateMention(read.text, 0, len(read.text), None, None, "unknown", "x", "x")
    assert len(pairs(read.marked, [wide])) == 1


@pytest.mark.parametrize("text", ["no xml", "<TimeML/>", "<TimeML><TEXT>a</TEXT></TimeML>"])
def test_a_wrong_file_is_named(tmp_path: Path, text: str) -> None:
    with pytest.raises(DataError, match=r"a\.tml"):
        evaluate(written(tmp_path, text))


def test_an_empty_folder_is_named(tmp_path: Path) -> None:
    with pytest.raises(DataError, match=r"no \.tml"):
        evaluate(tmp_path)
