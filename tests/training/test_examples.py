"""Annotated lines become windows of words; needs no torch."""

import random

from khaldun.evaluate.annotated import held_out, parse
from training import augment, labels, pairs, renaming
from training.annotations import merge
from training.examples import Anchored, Example, join, of_document, of_line

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
    _, second = sample()
    asked = pairs.of_example(second, random.Random(1), nothing=1.0)
    answers = {(written(second, p.actor), written(second, p.recipient)): p.type for p in asked}
    assert answers == {("Iran", "them"): "YIELD", ("them", "Iran"): ""}


def test_an_event_answers_in_the_sense_of_the_pairs() -> None:
    first, second = sample()
    asked = pairs.of_example(second, random.Random(1), nothing=0.0)
    assert [p.type for p in asked] == ["YIELD"]
    (act,) = first.acts or []
    said = {("RETREAT", "actual"): "YIELD", ("ASSAULT", "future"): "THREATEN", ("ASSAULT", "negated"): None, ("SANCTION", "actual"): None}
    for (kind, status), label in said.items():
        assert pairs.answer(Anchored(kind, None, status, act.anchor, act.roles), first.words) == label


def test_every_written_pair_line_is_one_question() -> None:
    shown, kept = pairs.lines(held_out=False), pairs.lines(held_out=True)
    assert {p.type for p in shown} == {p.type for p in kept} == set(labels.PAIRS[1:])
    assert all(p.actor[1] > p.actor[0] for p in shown + kept)
    assert not {" ".join(p.words) for p in shown} & {" ".join(p.words) for p in kept}


def test_hidden_words_leave_the_others_in_place() -> None:
    first, _ = sample()
    other = augment.hidden(first, random.Random(2), share=1.0, words=0.5)
    assert len(other.words) == len(first.words)
    assert {new for new, old in zip(other.words, first.words, strict=True) if new != old} == {augment.HIDDEN}


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


def test_a_name_gives_way_to_another_of_its_kind_everywhere_at_once() -> None:
    words = "Lena Ortiz met rebels in Tikvo ; Lena Ortiz left Tikvo for Germany".split()
    x = Example(words, [0] * len(words), None, [], [], [], "")
    names = [(0, 2, "PER"), (5, 6, "LOC"), (7, 9, "PER"), (10, 11, "LOC"), (12, 13, "LOC")]
    other = Example("Omar Said saw Ardo".split(), [0] * 4, None, [], [], [], "")
    others = renaming.pool([other], [[(0, 2, "PER"), (3, 4, "LOC")]])
    found = renaming.renamed(x, names, others, random.Random(1), share=1.0)
    assert " ".join(found.words) == "Omar Said met rebels in Ardo ; Omar Said left Ardo for Germany"
    assert renaming.renamed(x, names, others, random.Random(1), share=0.0).words == words


def test_bodies_change_places_within_their_sector() -> None:
    assert renaming.sort_of(("Hamas",), "ORG") != renaming.sort_of(("UNICEF",), "ORG")
    assert renaming.sort_of(("Germany",), "LOC") is None
    assert renaming.sort_of(("the", "agency"), "ORG") is None


def test_lines_get_neighbours_and_none_is_lost() -> None:
    parts = sample() * 10
    found = augment.neighboured(parts, random.Random(3), share=0.5)
    assert len(found) < len(parts)
    assert sum(len(x.words) for x in found) == sum(len(x.words) for x in parts)
    assert sum(len(x.acts or ()) for x in found) == sum(len(x.acts or ()) for x in parts)
    for x in found:
        for act in x.acts or ():
            assert x.words[act.anchor] in ("release", "released")
