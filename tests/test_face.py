"""The Python face: one text in, coded articles out."""

from functools import cache

import pytest

import khaldun
from khaldun.errors import KhaldunError, Rejected
from khaldun.reader import Reader
from khaldun.records import Coded

TEXT = """Envoys leave Dakar after raid on border town

DAKAR (Reuters) - Senegal expelled two diplomats of Gambia on Monday, the foreign ministry said.

“They lied to us,” Foreign Minister Awa Ndiaye told reporters. She accused Gambia of arming rebels in Casamance.

Gambia denied the accusation on Tuesday. Its president will visit Dakar next week.
"""


@cache
def reader() -> Reader:
    return Reader()


@cache
def article() -> Coded:
    (found,) = reader().read(TEXT, published="2024-07-10")
    return found


def test_an_article_is_coded_whole() -> None:
    assert article().title == "Envoys leave Dakar after raid on border town"
    assert article().published == "2024-07-10"
    expulsion = next(e for e in article().events if e.mode == ("expel",))
    assert (expulsion.type, expulsion.status, expulsion.quad) == ("SANCTION", "actual", 4)
    assert expulsion.actors[0].country == "SEN"
    assert expulsion.recipients[0].country == "GMB"
    assert expulsion.date is not None
    assert expulsion.date.from_ == "2024-07-08"
    assert [a.text for a in expulsion.asserted_by] == ["the foreign ministry"]


def test_every_span_is_on_the_page() -> None:
    text = article().page.text
    spans = [a for e in article().events for a in (*e.actors, *e.recipients, e.trigger, e.evidence, *e.asserted_by)]
    spans += [c for s in article().statements for c in s.content]
    assert all(text[s.start : s.end] == s.text for s in spans)
    assert all(text[d.start : d.end] == d.text for d in article().dates)
    assert all(text[m.start : m.end] == m.text for m in article().names)


def test_the_same_text_gives_the_same_records() -> None:
    assert reader().read(TEXT, published="2024-07-10") == (article(),)


def test_a_single_sentence_is_an_article() -> None:
    (found,) = reader().read("Gunmen killed five farmers in northern Nigeria.")
    assert [e.type for e in found.events] == ["ASSAULT"]
    assert found.page.text[found.events[0].trigger.start :].startswith(found.events[0].trigger.text)


def test_relation_answers_every_type_and_none() -> None:
    answer = reader().relation("Iran warned Iraq.", actor=(0, 4), recipient=(12, 16))
    assert len(answer) == 16
    assert "NONE" in answer


@pytest.mark.parametrize("text", ["", "   \n\n  "])
def test_nothing_is_refused_with_its_reason(text: str) -> None:
    with pytest.raises(Rejected):
        reader().read(text)


def test_a_wrong_date_is_named() -> None:
    with pytest.raises(KhaldunError, match="12/07"):
        reader().read("Iran warned Iraq.", published="12/07/2024")


def test_the_face_is_what_it_says() -> None:
    assert {"Reader", "open", "page", "who"} <= set(dir(khaldun))
    assert khaldun.page("Iran warned Iraq on Monday.").articles[0].body[0].text == "Iran warned Iraq on Monday."
    assert khaldun.who("Lebanese army spokesman", on="2024-07-12").country == "LBN"


def test_an_article_belongs_to_a_story() -> None:
    assert article().story
