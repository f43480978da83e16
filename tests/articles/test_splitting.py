"""One page to its articles."""

from __future__ import annotations

import re

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from khaldun.articles import split
from khaldun.errors import Rejected
from khaldun.pages import read
from khaldun.records import Article, Page, Split
from tests.articles.samples import BORDER, HEADLINES, LAYOUTS, QUAKE, body, page


def splitted(text: str) -> Split:
    return split(read(text.encode(), uri="a.txt"))


def words(article: Article) -> list[str]:
    return re.findall(r"\w+", " ".join(span.text for span in article.body))


def said(story: tuple[str, tuple[str, ...]]) -> list[str]:
    return re.findall(r"\w+", " ".join(story[1]))


@pytest.mark.parametrize("layout", LAYOUTS)
def test_two_articles_on_a_page(layout: str) -> None:
    first, second = splitted(page(layout)).articles
    assert first.title is not None
    assert second.title is not None
    assert (first.title.text, second.title.text) == (BORDER[0], QUAKE[0])
    assert (words(first), words(second)) == (said(BORDER), said(QUAKE))
    assert (first.position, second.position) == (0, 1)


def test_copies_of_the_headline() -> None:
    first, second = splitted(page("captions-twice")).articles
    assert first.title is not None
    assert first.title.start > first.title_copies[0].start
    assert [span.text for span in second.title_copies] == [QUAKE[0]]
    assert [piece.kind for piece in second.furniture] == ["caption", "caption", "share", "caption", "caption"] or len(second.furniture) == 3


@pytest.mark.parametrize(
    "sentence", ["Iran attacked Iraq.", "The ministers of both countries met in Lissen on Monday", "两国外长星期一签署了协议。"]
)
def test_a_single_sentence_is_an_article(sentence: str) -> None:
    (article,) = splitted(sentence).articles
    assert [span.text for span in article.body] == [sentence]
    assert article.title is None


def test_sentences_without_a_headline() -> None:
    (article,) = splitted(body(BORDER, " ")).articles
    assert words(article) == said(BORDER)


@pytest.mark.parametrize("gap", ["\n", "\n\n"])
def test_links_in_the_middle_of_a_body(gap: str) -> None:
    lines = [*BORDER[1][:2], "Most read", *HEADLINES, *BORDER[1][2:]]
    (article,) = splitted(f"{BORDER[0]}\n\n{BORDER[0]}\n\n{gap.join(lines)}").articles
    assert words(article) == said(BORDER)
    assert {piece.kind for piece in article.furniture} <= {"related", "headline-list"}


def test_subheads_and_lists_stay() -> None:
    text = "\n".join(
        [
            *BORDER[1][:2],
            "What the agreement says",
            *BORDER[1][2:4],
            "It names three ports:",
            "Lissen, Arvania",
            "Port Orm, Belmora",
            BORDER[1][4],
        ]
    )
    (article,) = splitted(f"{BORDER[0]}\n{BORDER[0]}\n\n{text}").articles
    spoken = [span.text for span in article.body]
    assert {"What the agreement says", "Lissen, Arvania", "Port Orm, Belmora"} <= set(spoken)


def test_teasers_are_no_articles() -> None:
    teaser = (
        f"\n\n\n\n{HEADLINES[0]}\n\nThe musicians travel from village to village with two buses and play in barns and schools…\nRead more"
    )
    found = splitted(f"{BORDER[0]}\n\n{BORDER[0]}\n\n{body(BORDER)}{teaser}")
    (article,) = found.articles
    assert words(article) == said(BORDER)
    assert {piece.kind for piece in (*article.furniture, *found.furniture)} >= {"teaser"}


def test_a_list_of_headlines_at_the_end() -> None:
    (article,) = splitted(f"{BORDER[0]}\n\n{BORDER[0]}\n\n{body(BORDER)}\n\nLatest news\n" + "\n".join(HEADLINES)).articles
    assert words(article) == said(BORDER)


def test_a_cut_last_article() -> None:
    cut = body(QUAKE)[:-40]
    first, second = splitted(f"{BORDER[0]}\n\n{BORDER[0]}\n\n{body(BORDER)}\n\n\n\n{QUAKE[0]}\n\n{QUAKE[0]}\n\n{cut}").articles
    assert words(first) == said(BORDER)
    assert words(second) == re.findall(r"\w+", cut)


def test_only_furniture() -> None:
    found = splitted("Home\nWorld\nSport\n\nShare\nTweet\n\n© 2024 The Harbour News")
    assert found.articles == ()
    assert {piece.kind for piece in found.furniture} >= {"share", "copyright"}


def test_the_option_is_the_date_of_all() -> None:
    found = split(read(page("once").encode(), uri="a.txt"), published="2024-07-12")
    assert [article.published and (article.published.date, article.published.rule) for article in found.articles] == [
        ("2024-07-12", "option")
    ] * 2


def test_each_article_has_its_own_byline_and_date() -> None:
    first, second = splitted(page("once")).articles
    assert first.byline is not None
    assert second.byline is not None
    assert (first.byline.text, second.byline.text) == ("Ada Writer", "Ben Writer")
    assert first.published is not None
    assert second.published is not None
    assert (first.published.date, second.published.date) == ("2024-07-09", "2024-07-10")


# ---------------------------------------------------------------- what holds for any text

LINES = st.sampled_from(
    [
        *BORDER[1],
        *QUAKE[1],
        BORDER[0],
        QUAKE[0],
        *HEADLINES,
        "Share",
        "TT",
        "Most read",
        "By Ada Writer",
        "",
        "",
        "…",
        "* * *",
        "July 9, 2024",
        "Why?",
    ]
)
TEXTS = st.one_of(st.text(max_size=400), st.lists(LINES, max_size=40).map("\n".join), st.lists(LINES, max_size=40).map(" ".join))


def spans(found: Split) -> list[tuple[int, int]]:
    """All that is marked: titles, paragraphs, furniture."""
    marked = [(piece.start, piece.end) for piece in found.furniture]
    for article in found.articles:
        marked += [(span.start, span.end) for span in (*article.body, *article.title_copies)]
        marked += [(article.title.start, article.title.end)] if article.title else []
        marked += [(piece.start, piece.end) for piece in article.furniture]
    return sorted(marked)


def check(found: Split, source: Page) -> None:
    """Spans are in range, disjoint and true, and every visible character is in exactly one."""
    covered = [0] * len(source.text)
    for start, end in spans(found):
        assert 0 <= start < end <= len(source.text)
        for place in range(start, end):
            covered[place] += 1
    assert max(covered, default=0) <= 1
    assert all(count or character.isspace() for count, character in zip(covered, source.text, strict=True))
    for article in found.articles:
        assert article.body
        for span in (*article.body, *article.title_copies, *filter(None, (article.title, article.byline, article.dateline))):
            assert source.text[span.start : span.end] == span.text
    ids = [article.id for article in found.articles]
    assert len(ids) == len(set(ids))


@settings(max_examples=300, deadline=None)
@given(TEXTS)
@example(page("once"))
@example(page("one-line-in-all"))
def test_spans_of_any_text(text: str) -> None:
    try:
        source = read(text.encode("utf-8", "replace"), uri="a.txt", media_type="text/plain")
    except Rejected:
        return
    check(split(source), source)


TAGS = st.sampled_from(
    ["p", "div", "li", "h1", "h2", "figcaption", "nav", "article", "td", "a", "span", "br", "aside class=related", "blockquote"]
)


@settings(max_examples=200, deadline=None)
@given(st.lists(st.tuples(TAGS, LINES), max_size=30))
def test_spans_of_any_document(parts: list[tuple[str, str]]) -> None:
    markup = "<!doctype html><html><body>" + "".join(f"<{tag}>{line}</{tag.split()[0]}>" for tag, line in parts)
    try:
        source = read(markup.encode(), uri="http://a.example/")
    except Rejected:
        return
    check(split(source), source)
