"""An article without a date: the window that its own words give, and what relative dates become of it."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from khaldun.dates import find, of_article
from khaldun.dates.tense import guess
from khaldun.dates.window import Window, window
from khaldun.records import Article, DateMention, Published, Span

OBAMA = "President Barack Obama met President Nicolas Sarkozy on Monday. They last talked in March 2011. Polls open next year."


def article(text: str, published: Published | None = None) -> Article:
    return Article("a", "p", 0, None, (Span(text, 0, len(text)),), published=published)


def found(text: str) -> Window | None:
    dates = find(text, 0, len(text), published=None)
    return window(text, [(0, len(text))], dates, guess(text, 0, len(text)))


def dated(text: str, words: str) -> DateMention:
    return next(m for m in of_article(text, article(text), None) if m.text == words)


def test_offices_and_a_day_told_as_past_bound_the_window() -> None:
    inferred = found(OBAMA)
    assert inferred is not None
    assert (inferred.first, inferred.last) == ("2011-03-01", "2012-05-15")
    assert inferred.reason == "President Barack Obama in office; President Nicolas Sarkozy in office; March 2011 told as past"


def test_relative_dates_stay_relative_inside_it_and_say_so() -> None:
    monday = dated(OBAMA, "Monday")
    assert (monday.value, monday.from_, monday.to, monday.precision) == (None, "2011-02-28", "2012-05-14", "span")
    assert monday.rule == "inferred weekday"
    assert monday.basis.startswith("inferred: ")
    assert "which the text puts at 2011-03-01 to 2012-05-15 (President Barack Obama in office" in monday.basis
    assert (dated(OBAMA, "next year").from_, dated(OBAMA, "next year").to) == ("2012-01-01", "2013-12-31")
    assert dated(OBAMA, "March 2011").rule == "month-year"


def test_a_window_of_one_year_gives_this_year_its_value() -> None:
    text = "The treaty was signed on 3 May 2019. A vote will be held on 9 November 2019. Rents rose 3 percent this year."
    assert (dated(text, "this year").value, dated(text, "this year").precision) == ("2019", "year")


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("Chancellor Angela Merkel spoke.", "2005-11-22", "2021-12-08"),
        ("President Donald Trump spoke. The law was passed in June 2022.", "2025-01-20", None),
        ("Secretary of State Mike Pompeo spoke.", "2018-04-26", "2021-01-26"),
        ("The bridge fell on 3 May 2019.", "2019-05-03", None),
    ],
)
def test_windows(text: str, first: str | None, last: str | None) -> None:
    inferred = found(text)
    assert inferred is not None
    assert (inferred.first, inferred.last) == (first, last)


@pytest.mark.parametrize(
    "text",
    [
        "Former President Barack Obama spoke.",
        "In 2011 President Barack Obama will have spoken.",
        "President Nobody Inparticular spoke on Monday.",
        "They met on Monday.",
        "",
    ],
)
def test_what_bounds_nothing(text: str) -> None:
    assert found(text) is None


def test_a_published_date_goes_before_all_inference() -> None:
    mention = of_article(OBAMA, article(OBAMA, Published("2011-11-08", "day", "option")), None)[0]
    assert (mention.value, mention.rule) == ("2011-11-07", "weekday")


NAMES = ["President Barack Obama", "Chancellor Angela Merkel", "in March 2019", "on 3 May 2030", "will", "met", "said", "last week",
         "Monday", "two years ago", "recently", "for three days", "this year", "at noon", "since", ".", "The"]  # fmt: skip


@settings(deadline=None, max_examples=60)
@given(st.lists(st.sampled_from(NAMES), max_size=14).map(" ".join))
def test_inferring_moves_no_span_and_keeps_ends_in_order(text: str) -> None:
    plain = find(text, 0, len(text), published=None)
    read = of_article(text, article(text), None)
    assert [(m.start, m.end) for m in read] == [(m.start, m.end) for m in plain]
    assert all(m.from_ is None or m.to is None or m.from_ <= m.to for m in read)
    assert all(m.rule.startswith("inferred") == m.basis.startswith("inferred") for m in read)
