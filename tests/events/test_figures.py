import pytest
from hypothesis import given
from hypothesis import strategies as st

from khaldun.events.figures import count, value
from khaldun.records import Span


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("26", 26), ("1,200", 1200), ("twenty-six", 26), ("one hundred and five", 105), ("2.5 million", 2_500_000), ("a dozen", 12),
        ("three thousand two hundred", 3200), ("no fewer than ninety", 90), ("none", 0), ("some people", None), ("$83 million", 83_000_000),
    ],
)  # fmt: skip
def test_value(text: str, number: int | None) -> None:
    assert value(text) == number


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [("at least 26", 26, None), ("more than 1,000", 1000, None), ("up to forty", None, 40), ("dozens", 24, None), ("three", 3, 3)],
)
def test_bounds(text: str, low: int | None, high: int | None) -> None:
    found = count(Span(text, 5, 5 + len(text)))
    assert found is not None
    assert (found.low, found.high, found.start) == (low, high, 5)


def test_words_without_a_number_have_no_count() -> None:
    assert count(Span("the victims", 0, 11)) is None


@given(st.integers(0, 10**9))
def test_digits_mean_themselves(number: int) -> None:
    assert value(str(number)) == number
    assert value(f"{number:,}") == number


@given(st.text())
def test_any_text_is_answered(text: str) -> None:
    count(Span(text, 0, len(text)))
