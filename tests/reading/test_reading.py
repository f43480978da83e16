"""What the shipped network makes of plain sentences. These are far from the edge of what it can do, so that a new training keeps them."""

from functools import cache

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from khaldun.reading import Model, read, relation
from khaldun.records import Act, Article, Sentence, Span


@cache
def model() -> Model:
    return Model()


def sentences(text: str) -> tuple[Sentence, ...]:
    article = Article(
        "a", "p", 0, None, tuple(Span(line, text.index(line), text.index(line) + len(line)) for line in text.split("\n") if line)
    )
    (reading,) = read(text, [article], model())
    return reading.sentences


def acts(text: str) -> list[Act]:
    return [act for sentence in sentences(text) for act in sentence.acts]


@pytest.mark.parametrize(
    ("text", "kind", "mode", "actor", "recipient"),
    [
        ("France expelled two Russian diplomats on Monday.", "SANCTION", "expel", "France", "two Russian diplomats"),
        ("Gunmen killed five farmers in northern Nigeria.", "ASSAULT", None, "Gunmen", "five farmers"),
        ("Police in Nairobi arrested the opposition leader.", "COERCE", "arrest", "Police", "opposition leader"),
        ("Kenya accused Somalia of arming the rebels.", "ACCUSE", "allege", "Kenya", "Somalia"),
        ("The United States imposed sanctions on two Iranian banks.", "SANCTION", "discontinue", "United States", "two Iranian banks"),
    ],
)
def test_who_did_what_to_whom(text: str, kind: str, mode: str | None, actor: str, recipient: str) -> None:
    act = next(a for a in acts(text) if a.type == kind)
    assert mode is None or act.mode == mode
    assert actor in act.roles["actor"][0].text
    assert recipient in act.roles["recipient"][0].text


def test_a_sentence_without_an_event_has_none() -> None:
    assert acts("The river is 300 kilometres long and flows through three lakes before it reaches the sea.") == []


def test_sides_follow_the_words() -> None:
    for text, actor in (("India condemned Pakistan.", "India"), ("Pakistan condemned India.", "Pakistan")):
        (act,) = acts(text)
        assert act.roles["actor"][0].text == actor


def test_an_attribution_has_source_cue_and_content() -> None:
    text = "“We will not yield,” the minister said on Friday."
    ((saying,),) = (s.sayings for s in sentences(text))
    assert saying.source[0].text == "the minister"
    assert saying.cue.text == "said"
    assert "We will not yield" in saying.content[0].text


def test_trees_and_names() -> None:
    text = "Angela Weber visited Lima on Tuesday."
    (sentence,) = sentences(text)
    assert [text[w.start : w.end] for w in sentence.words if w.head == -1] == ["visited"]
    assert [(n.text, n.kind) for n in sentence.names] == [("Angela Weber", "person"), ("Lima", "place")]


def test_a_given_pair_has_direction() -> None:
    text = "Chad accused Libya of sending arms to the rebels."
    there = relation(text, (0, 4), (13, 18), model())
    assert max(there, key=there.__getitem__) == "ACCUSE"
    assert sum(there.values()) == pytest.approx(1.0)
    assert there["ACCUSE"] > relation(text, (13, 18), (0, 4), model())["ACCUSE"]


def test_sentences_of_any_length_are_read() -> None:
    long = "the envoy of the Zyxwvutsrqponmlkjihgfedcbazyxwvutsrqponm said so and " * 400
    assert sum(len(s.words) for s in sentences(long)) == 400 * 8


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.text(min_size=1, max_size=300))
def test_every_span_is_on_the_text(text: str) -> None:
    article = Article("a", "p", 0, None, (Span(text, 0, len(text)),))
    (reading,) = read(text, [article], model())
    for sentence in reading.sentences:
        assert all(text[w.start : w.end].strip() for w in sentence.words)
        spans = [a.trigger for a in sentence.acts] + [s for a in sentence.acts for role in a.roles.values() for s in role]
        assert all(text[s.start : s.end] == s.text for s in spans)
