import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from khaldun.reading.sentences import sentences


def cut(text: str) -> list[str]:
    return [text[a:b] for a, b in sentences(text)]


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("Dr. Amina Sow met President J. Kline in Washington, D.C. on Monday. They talked.", 2),
        ('"We agreed," he said. "It is over." Nobody spoke.', 3),
        ("He left at 5 p.m. The U.S. Senate voted.", 2),
        ("The U.S. Army moved. It stopped.", 2),
        ("Acme Inc. said no. Did it? Yes!", 3),
        ("“They lied.” The minister left.", 2),
        ("Prices rose 3.5 per cent. Oil fell.", 2),
        ("No marks at the end", 1),
    ],
)
def test_count(text: str, count: int) -> None:
    assert len(cut(text)) == count, cut(text)


def test_quotation_marks_go_with_what_they_close() -> None:
    assert cut('He said: "Go." They went.')[0] == 'He said: "Go."'


@given(st.text())
def test_sentences_are_in_order_and_lose_nothing_but_space(text: str) -> None:
    spans = sentences(text)
    assert "".join("".join(text[a:b].split()) for a, b in spans) == "".join(text.split())
    assert all(x[1] <= y[0] for x, y in itertools.pairwise(spans))
