"""Dates of a whole article: its paragraphs know each other's dates, and a reading's tree decides tense."""

from __future__ import annotations

from khaldun.dates import of_article
from khaldun.dates.tense import guess, of_reading
from khaldun.records import Article, Published, Reading, Sentence, Span, Word

TITLE, FIRST, SECOND = "Talks to open on Sunday", "The envoys met on 3 May 2020.", "Two days later they parted."
TEXT = f"{TITLE}\n{FIRST}\nMenu Monday\n{SECOND}"


def span(words: str) -> Span:
    start = TEXT.index(words)
    return Span(words, start, start + len(words))


def article(published: str = "2020-05-08") -> Article:
    return Article("a", "p", 0, span(TITLE), (span(FIRST), span(SECOND)), published=Published(published, "day", "option"))


def sentence(text: str, *heads: tuple[str, int, str]) -> Reading:
    """A reading of one sentence: part of speech, head and label of each word between blanks."""
    words, position = [], 0
    for word, (upos, head, rel) in zip(text.split(" "), heads, strict=True):
        words.append(Word(position, position + len(word), upos, head, rel))
        position += len(word) + 1
    return Reading("a", (Sentence(0, len(text), "body", 0, tuple(words)),))


def test_headline_and_body_without_furniture() -> None:
    found = of_article(TEXT, article(), None)
    assert [m.value for m in found] == ["2020-05-10", "2020-05-03", "2020-05-05"]
    assert all(TEXT[m.start : m.end] == m.text for m in found)


def test_the_governing_verb_of_the_tree_decides() -> None:
    text = "Ministers who left will meet on Monday"
    reading = sentence(
        text,
        ("NOUN", 4, "nsubj"), ("PRON", 2, "nsubj"), ("VERB", 0, "acl"), ("AUX", 4, "aux"), ("VERB", -1, "root"), ("ADP", 6, "case"),
        ("PROPN", 4, "obl"),
    )  # fmt: skip
    assert of_reading(text, reading)(text.index("Monday")) == "future"
    assert of_reading(text, reading)(text.index("who")) == "past"


def test_outside_of_every_sentence_nothing_tells() -> None:
    assert of_reading("abc", Reading("a", ()))(1) == ""


def test_the_nearest_telling_words_are_guessed_from() -> None:
    text = "He said on Monday that they will meet on Friday. On Tuesday, she left."
    tense = guess(text, 0, len(text))
    assert [tense(text.index(day)) for day in ("Monday", "Friday", "Tuesday")] == ["past", "future", "past"]


def test_an_infinitive_looks_ahead_only_after_some_verbs() -> None:
    for text, wanted in (
        ("They agreed to meet on Friday", "future"),
        ("They began to meet on Friday", "past"),
        ("It had to be sent by Friday", "past"),
    ):
        assert guess(text, 0, len(text))(text.index("Friday")) == wanted
