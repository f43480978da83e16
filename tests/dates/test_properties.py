"""What holds of every text."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from khaldun.dates import find
from khaldun.dates.lexicon import EXACT, LOWER
from khaldun.records import Published

WORDS = [
    *EXACT,
    *LOWER,
    "12",
    "3",
    "1999",
    "2024",
    "1st",
    "31st",
    "30",
    "p.m.",
    "10:30",
    "1990s",
    "1/2",
    "'90s",
    "0",
    "99999999",
    "12/31/9999",
    "will",
    "said",
]
texts = st.lists(st.one_of(st.sampled_from(WORDS), st.text(max_size=4)), max_size=14).flatmap(
    lambda words: st.sampled_from([" ", "-", ", ", ". ", "\n\n"]).map(lambda sign: sign.join(words))
)
days = st.dates().map(lambda day: Published(day.isoformat(), "day", "option"))


@settings(deadline=None)
@given(texts, st.one_of(st.none(), days))
def test_spans_are_in_the_text_in_order_and_ends_agree(text: str, published: Published | None) -> None:
    position = 0
    for mention in find(text, 0, len(text), published=published):
        assert position <= mention.start < mention.end <= len(text)
        assert text[mention.start : mention.end] == mention.text
        assert mention.from_ is None or mention.to is None or mention.from_ <= mention.to
        assert mention.rule
        assert mention.basis
        position = mention.end


@settings(deadline=None)
@given(st.text(), st.text(max_size=12), st.sampled_from(["day", "month", "year", "unknown"]))
def test_any_text_and_any_claim_of_publication_is_taken(text: str, date: str, precision: str) -> None:
    find(text, 0, len(text), published=Published(date, precision, "field"))  # type: ignore[arg-type]


@settings(deadline=None)
@given(texts, st.integers(0, 20), st.integers(0, 20))
def test_a_part_of_a_text_gives_spans_inside_it(text: str, start: int, size: int) -> None:
    start = min(start, len(text))
    end = min(start + size, len(text))
    assert all(start <= m.start and m.end <= end for m in find(text, start, end, published=None))
