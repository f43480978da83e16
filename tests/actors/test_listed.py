"""Names as the lists have them."""

from khaldun.actors import listed, shipped
from khaldun.reading.words import words
from khaldun.records import Name, NameKind, Reading, Sentence, Word


def mended(text: str, *names: tuple[str, NameKind]) -> list[tuple[str, str]]:
    """What becomes of a sentence's names."""
    tree = tuple(Word(a, b, "X", -1, "root") for a, b in words(text))
    given = tuple(Name(name, text.index(name), text.index(name) + len(name), kind) for name, kind in names)
    read = listed(Reading("a", (Sentence(0, len(text), "body", 0, tree, given),)), text, shipped())
    for name in read.sentences[0].names:
        assert text[name.start : name.end] == name.text
    return [(n.text, n.kind) for n in read.sentences[0].names]


def test_a_name_that_was_cut_is_put_together() -> None:
    text = "Ships of the United Arab Emirates left on Monday."
    assert mended(text, ("United", "place"), ("Emirates", "place")) == [("United Arab Emirates", "place")]


def test_a_body_in_capitals_is_a_body() -> None:
    assert mended("Fighters of ISIL fled.") == [("ISIL", "organisation")]
    assert mended("Fighters of ISIL fled.", ("ISIL", "place")) == [("ISIL", "organisation")]


def test_a_longer_name_stays() -> None:
    text = "The United Arab Emirates University opened."
    assert mended(text, ("United Arab Emirates University", "organisation")) == [("United Arab Emirates University", "organisation")]


def test_what_no_list_knows_stays_and_capitals_throughout_say_nothing() -> None:
    assert mended("Lena Ortiz left Tikvo.", ("Lena Ortiz", "person"), ("Tikvo", "place")) == [("Lena Ortiz", "person"), ("Tikvo", "place")]
    assert mended("WHO WILL PAY", ("PAY", "other")) == [("PAY", "other")]
