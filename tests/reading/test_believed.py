"""A doubtful event stands only beside a sure one."""

import msgspec

from khaldun.reading import SURE, _believed
from khaldun.records import Act, Sentence, Span

DOUBTFUL = Act("AGREE", None, "actual", Span("deal", 4, 8), SURE - 0.1, {})
SURELY = msgspec.structs.replace(DOUBTFUL, confidence=SURE + 0.1)


def sentence(*acts: Act) -> Sentence:
    return Sentence(0, 10, "body", 0, (), acts=acts)


def test_a_doubtful_event_alone_is_left_out() -> None:
    assert [s.acts for s in _believed([sentence(DOUBTFUL), sentence()])] == [(), ()]


def test_a_sure_event_carries_the_doubtful_ones_of_its_article() -> None:
    assert [s.acts for s in _believed([sentence(DOUBTFUL), sentence(SURELY)])] == [(DOUBTFUL,), (SURELY,)]
