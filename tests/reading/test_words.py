import itertools

from hypothesis import given
from hypothesis import strategies as st

from khaldun.reading.words import words


def cut(text: str) -> list[str]:
    return [text[a:b] for a, b in words(text)]


def test_clitics_stand_alone() -> None:
    assert cut("Iran's envoy didn't say he'd go.") == ["Iran", "'s", "envoy", "did", "n't", "say", "he", "'d", "go", "."]
    assert cut("They can’t and cannot") == ["They", "ca", "n’t", "and", "can", "not"]


def test_hyphens_part_compounds_but_not_prefixes() -> None:
    assert cut("US-led pro-Israeli ex-minister") == ["US", "-", "led", "pro-Israeli", "ex-minister"]


def test_abbreviations_and_numbers_stay_whole() -> None:
    assert cut("The U.S. sent 1,200 men at 10:30 to St. Louis.") == [
        "The", "U.S.", "sent", "1,200", "men", "at", "10:30", "to", "St.", "Louis", ".",
    ]  # fmt: skip


@given(st.text())
def test_words_hold_every_visible_character_once(text: str) -> None:
    spans = words(text)
    assert all(a < b for a, b in spans)
    assert all(x[1] <= y[0] for x, y in itertools.pairwise(spans))
    covered = {i for a, b in spans for i in range(a, b)}
    assert all(i in covered for i, c in enumerate(text) if not c.isspace())
