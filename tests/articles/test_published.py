"""When an article was published, by which rule."""

from __future__ import annotations

import pytest

from khaldun.articles import published, split
from khaldun.errors import UsageError
from khaldun.pages import read
from khaldun.records import Metadata


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("2024-07-12T10:00:00+02:00", "2024-07-12"),
        ("20240712T100000Z", "2024-07-12"),
        ("2024/07/12", "2024-07-12"),
        ("July 12, 2024", "2024-07-12"),
        ("Fri, 12 Jul 2024 10:00 GMT", "2024-07-12"),
        ("12 July 2024", "2024-07-12"),
        ("12. Juli 2024, 10:00 Uhr", "2024-07-12"),
        ("12 de julio de 2024", "2024-07-12"),
        ("12.07.2024", "2024-07-12"),
        ("2024年7月12日", "2024-07-12"),
        ("7/22/2024", "2024-07-22"),
        ("22/7/2024", "2024-07-22"),
        ("3/4/2024", None),
        ("31 June 2024", None),
        ("0000-99-99", None),
        ("yesterday", None),
    ],
)
def test_dates_in_words(text: str, day: str | None) -> None:
    assert published.first_date(text) == day


@pytest.mark.parametrize(
    ("url", "date", "precision"),
    [
        ("https://a.example/2024/07/12/border", "2024-07-12", "day"),
        ("https://a.example/world/2024-07-12-border.html", "2024-07-12", "day"),
        ("https://a.example/2024/jul/12/border", "2024-07-12", "day"),
        ("https://a.example/20240712/border", "2024-07-12", "day"),
        ("https://a.example/2024/07/border", "2024-07", "month"),
    ],
)
def test_dates_in_urls(url: str, date: str, precision: str) -> None:
    found = published.from_url(url)
    assert found is not None
    assert (found.date, found.precision, found.rule) == (date, precision, "url")


@pytest.mark.parametrize("url", ["https://a.example/article/20249912345", "a/2024/07/12.txt", "https://a.example/border-2024"])
def test_urls_without_a_date(url: str) -> None:
    assert published.from_url(url) is None


def test_modification_and_crawl_dates_do_not_count() -> None:
    assert published.from_metadata(Metadata(dates=(("2024-07-12", "WARC-Date"), ("2024-07-12", "json-ld dateModified")))) is None


def test_publication_wins_over_creation() -> None:
    found = published.from_metadata(Metadata(dates=(("2024-07-01", "meta created"), ("2024-07-12", "meta article:published_time"))))
    assert found is not None
    assert (found.date, found.rule) == ("2024-07-12", "meta article:published_time")


@pytest.mark.parametrize(("given", "precision"), [("2024-07-12", "day"), ("2024-07", "month"), ("2024", "year")])
def test_option(given: str, precision: str) -> None:
    assert published.option(given).precision == precision


@pytest.mark.parametrize("given", ["", "yesterday", "2024-13-01", "12.07.2024"])
def test_an_option_that_is_no_date(given: str) -> None:
    with pytest.raises(UsageError, match="YYYY-MM-DD"):
        published.option(given)


def test_an_unknown_date_is_none() -> None:
    (article,) = split(read(b"Envoys met in Lissen on Monday.", uri="a.txt")).articles
    assert article.published is None
