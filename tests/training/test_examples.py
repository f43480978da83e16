"""Annotated lines become windows of words; needs no torch."""

import random

from khaldun.evaluate.annotated import held_out, parse
from training import augment, pairs
from training.annotations import merge
from training.examples import Example, join, of_document, of_line

SAMPLE = """@ prose-x-1 | 2024-07-12
The foreign minister said on Monday that Iran would release two sailors.
  SAY: said | by The foreign minister | that Iran … sailors | on Monday
  CONCEDE: release | by Iran | to two sailors | on Monday
  NAMES: LOC Iran
Iran released them.
  RETREAT release: released | by Iran | to them
"""


def sample() -> list[Example]:
    (document,) = parse(SAMPLE, "sample")
    return of_document(document)


def written(x: Example, span: tuple[int, int]) -> str:
    return " ".join(x.words[span[0] : span[1]])


def test_spans_become_words() -> None:
    first, _ = sample()
    (act,), (say,) = first.acts or [], first.says or []
    assert first.words[act.anchor] == "release"
    assert written(first, act.roles["recipient"][0]) == "two sailors"
    assert written(first, say.roles["source"][0]) == "The foreign minister"
    assert written(first, say.roles["content"][0]) == "Iran would release two sailors"


def test_joined_windows_keep_every_span_on_its_words() -> None:
    parts = sample()
    whole = join(parts)
    assert whole.sentence == [0] * len(parts[0].words) + [1] * len(parts[1].words)
    later = (whole.acts or [])[1]
    assert (whole.words[later.anchor], written(whole, later.roles["actor"][0])) == ("released", "Iran")


def test_items_teach_events_alone() -> None:
    (document,) = parse(SAMPLE.replace("prose-x-1", "ce-1"), "sample")
    example = of_line(document.lines[0], False, "ce-1")
    assert (example.names, example.says) == (None, None)


def test_pairs_have_direction() -> None:
    first, _ = sample()
    asked = pairs.of_example(first, random.Random(1), nothing=1.0)
    answers = {(written(first, p.actor), written(first, p.recipient)): p.type for p in asked}
    assert answers == {("Iran", "two sailors"): "CONCEDE", ("two sailors", "Iran"): ""}


def test_countries_are_exchanged_consistently() -> None:
    words = "Iran met Iraq ; Iranian troops left Iraq".split()
    other = augment.exchanged(words, random.Random(3))
    assert other[0] not in ("Iran", "Iraq")
    assert other[2] == other[-1]
    assert other[1] == "met"


def test_sides_exchanged_keep_their_labels_in_place() -> None:
    source = """@ prose-x-1 | 2024-07-12
The envoy said on Monday that the army of Iran would release two sailors.
  SAY: said | by The envoy | that the army … sailors | on Monday
  CONCEDE: release | by army of Iran | to two sailors | on Monday
"""
    (document,) = parse(source, "sample")
    first = of_document(document)[0]
    other = augment.turned(first, random.Random(1))
    (act,), (say,) = other.acts or [], other.says or []
    assert " ".join(other.words) == "The envoy said on Monday that the two sailors would release army of Iran ."
    assert written(other, act.roles["actor"][0]) == "two sailors"
    assert written(other, act.roles["recipient"][0]) == "army of Iran"
    assert other.words[act.anchor] == "release"
    assert written(other, say.roles["content"][0]) == "the two sailors would release army of Iran"
    assert len(other.sentence) == len(other.words)


def test_held_out_is_by_month_and_by_article() -> None:
    assert held_out("ce-7", "2025-11-30")
    assert not held_out("ce-7", "2025-12-01")
    share = sum(held_out(f"prose-a-{i}", "2024-01-01") for i in range(1000))
    assert 150 < share < 250


def test_notes_are_put_under_their_texts() -> None:
    texts = "@ ce-1 | 2025-01-01\nIran left.\n\n@ ce-2 | 2025-01-02\nNobody spoke.\n"
    merged = merge(texts, "@ ce-1\nRETREAT withdraw: left | by Iran\n@ ce-2\n")
    assert [len(d.lines[0].events) for d in parse(merged, "merged")] == [1, 0]
