"""Where one article ends and the next begins, when no headline comes back."""

from __future__ import annotations

import pytest

from khaldun.articles import split
from khaldun.articles.lines import lines_of, visible
from khaldun.articles.seams import seams
from khaldun.articles.topics import weight
from khaldun.pages import read
from khaldun.records import Article
from tests.articles.samples import HEADLINES, LONG_BORDER, LONG_QUAKE


def articles(text: str) -> tuple[Article, ...]:
    return split(read(text.encode(), uri="a.txt", media_type="text/plain")).articles


def starts(text: str) -> list[str]:
    return [article.body[0].text[:30] for article in articles(text)]


FIRST, SECOND = ("\n\n".join(story[1]) for story in (LONG_BORDER, LONG_QUAKE))
WANTED = [FIRST[:30], SECOND[:30]]


@pytest.mark.parametrize(
    "between",
    [
        f"{LONG_QUAKE[0]}\n\n",
        f"Read more\n\n{LONG_QUAKE[0]}\n\n",
        f"Share\nTweet\n\n{LONG_QUAKE[0]}\n\nBy Ben Writer\nJuly 10, 2024\n\n",
        "By Ben Writer\n\n",
        "July 10, 2024 | Ostrel\n\n",
    ],
)
def test_a_second_article_whose_headline_does_not_come_back(between: str) -> None:
    assert starts(f"{LONG_BORDER[0]}\n\n{FIRST}\n\n{between}{SECOND}") == WANTED


def test_two_articles_on_one_line_with_bylines() -> None:
    parts = (f"{story[0]} By Ada Writer July 9, 2024 {' '.join(story[1])}" for story in (LONG_BORDER, LONG_QUAKE))
    first, second = articles(" ".join(parts))
    assert first.title is not None
    assert second.title is not None
    assert (first.title.text, second.title.text) == (LONG_BORDER[0], LONG_QUAKE[0])


def test_a_headline_that_ran_into_a_dateline() -> None:
    parts = (f"{story[0]} LISSEN, Arvania — {' '.join(story[1])}" for story in (LONG_BORDER, LONG_QUAKE))
    found = articles(" ".join(parts))
    assert [article.title and article.title.text for article in found] == [LONG_BORDER[0], LONG_QUAKE[0]]


def test_an_article_without_a_headline_before_one_that_has_it_twice() -> None:
    assert starts(f"{FIRST}\n\n\n\n{LONG_QUAKE[0]}\n\n{LONG_QUAKE[0]}\n\n{SECOND}") == WANTED


@pytest.mark.parametrize("subhead", ["What happens next", "Voices from the harbour", HEADLINES[0]])
def test_subheads_do_not_cut_an_article_in_two(subhead: str) -> None:
    paragraphs = LONG_BORDER[1]
    (article,) = articles("\n\n".join((LONG_BORDER[0], *paragraphs[:4], subhead, *paragraphs[4:])))
    assert article.body[-1].text == paragraphs[-1]


def test_comments_are_no_article() -> None:
    comments = "3 thoughts on the agreement\n\nAda says:\nI never saw anything like it.\nReply\n\nBen says:\nWho pays? We do.\nReply"
    found = split(read(f"{LONG_BORDER[0]}\n\n{FIRST}\n\n{comments}".encode(), uri="a.txt", media_type="text/plain"))
    (article,) = found.articles
    assert article.body[-1].text == LONG_BORDER[1][-1]
    assert {piece.kind for piece in (*article.furniture, *found.furniture)} == {"comment"}


def test_a_body_that_breaks_off_keeps_its_last_words() -> None:
    cut = FIRST[: FIRST.rindex(" boats")]
    assert articles(f"{LONG_BORDER[0]}\n\n{cut}")[0].body[-1].text == cut.rsplit("\n\n", 1)[-1]


def test_a_seam_lies_before_the_headline() -> None:
    text = f"{FIRST}\n\n{LONG_QUAKE[0]}\n\n{SECOND}"
    lines = lines_of(text, visible(text))
    (seam,) = seams(lines, 0, len(lines))
    assert lines[seam.number].text == LONG_QUAKE[0]
    assert seam.titled
    assert seam.score > 0


def test_common_words_say_little() -> None:
    assert weight(["minist"]) < weight(["lissen"]) == 1.0
