"""Which characters canonical text holds."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from khaldun.pages.characters import canonical, replace_unkeepable, unkeepable_share


def test_line_ends_are_newlines() -> None:
    assert canonical("a\r\nb\rc\x85d\u2028e\u2029f\x0cg") == "a\nb\nc\nd\ne\nf\ng"


def test_unkeepable_characters_are_replaced_one_for_one() -> None:
    assert canonical("a\0b\x1bc\ud800d\uffffe\U0010ffff") == "a\ufffdb\ufffdc\ufffdd\ufffde\ufffd"


def test_invisible_marks_stay() -> None:
    kept = "\u202eabc\u202c \u200b\u200d\u2066\u2069\u00ad\t\u00a0"
    assert canonical(kept) == kept


def test_a_mark_at_the_start_goes() -> None:
    assert canonical("\ufeffabc") == "abc"


@given(st.text(st.characters(codec=None)))
def test_canonical_text_can_be_stored(text: str) -> None:
    clean = canonical(text)
    clean.encode("utf-8")
    assert "\0" not in clean
    assert canonical(clean.removeprefix("\ufeff")) == clean.removeprefix("\ufeff").removeprefix("\ufeff") or clean.startswith("\ufeff")


@given(st.text(st.characters(codec=None)))
def test_replacing_keeps_the_length(text: str) -> None:
    assert len(replace_unkeepable(text)) == len(text)


def test_share() -> None:
    assert unkeepable_share("\0\0ab") == 0.5
    assert unkeepable_share("") == 0.0
