"""What goes into a record comes out of it."""

from __future__ import annotations

import msgspec
import pytest

from khaldun.errors import Failed, UsageError
from khaldun.record import Record
from tests.handmade import SANCTIONS, VISIT, code, page


@pytest.fixture
def record(tmp_path):
    with Record(tmp_path / "a.db", create=True) as record:
        with record.run(coder="khaldun test", options={}) as run:
            for uri, text, published in (("a.txt", SANCTIONS, "2024-07-12"), ("b.txt", VISIT, "2024-07-14")):
                run.take()
                run.store(code(page(text, uri), published), uri=uri, source="-")
        yield record


def test_events_come_back_as_they_were_stored(record):
    stored = code(page(SANCTIONS, "a.txt"), "2024-07-12").articles[0].events
    assert tuple(record.events(type="SANCTION")) == stored


def test_statements_come_back_as_they_were_stored(record):
    assert tuple(record.statements(stance="asserts")) == code(page(SANCTIONS, "a.txt"), "2024-07-12").articles[0].statements


def test_an_article_has_its_title_as_words_and_its_body_as_spans(record):
    article = record.articles().to_dicts()[0]
    assert article["title"] == "London acts"
    assert article["title_span"] == {"text": "London acts", "start": 0, "end": 11}
    assert article["body"][0] == {"text": "Britain sanctions Russia over a dam", "start": 15, "end": 50}
    assert article["published"] == {"date": "2024-07-12", "precision": "day", "rule": "option"}
    assert article["furniture"] == [{"start": 12, "end": 14, "kind": "residue"}]
    assert article["uri"] == "a.txt"


@pytest.mark.parametrize(
    ("given", "count"),
    [
        ({}, 4),
        ({"type": "sanction"}, 2),
        ({"actor": "GBR"}, 2),
        ({"actor": "brit"}, 2),
        ({"actor": "country-CUB"}, 2),
        ({"recipient": "RUS"}, 3),
        ({"actor": "RUS"}, 0),
        ({"actor": "100%"}, 0),
        ({"since": "2024-07-13"}, 2),
        ({"until": "2024-07-13"}, 2),
        ({"since": "2024-07-12", "until": "2024-07-14"}, 4),
        ({"status": "future"}, 0),
        ({"mode": "visit"}, 2),
    ],
)
def test_events_are_narrowed(record, given, count):
    assert len(list(record.events(**given))) == record.events(**given).count() == count


@pytest.mark.parametrize("given", [{"type": "GREET"}, {"status": "maybe"}, {"since": "last week"}, {"until": "2024-02-30"}])
def test_a_filter_that_means_nothing_is_refused(record, given):
    with pytest.raises(UsageError):
        record.events(**given)


def test_a_speaker_narrows_statements(record):
    assert [s.cue.text for s in record.statements(actor="IRN")] == ["says", "denies"]
    assert record.statements(actor="Cuba").count() == 0


def test_a_search_takes_any_signs_as_words(record):
    assert [a.title for a in record.articles(search="rained")] == ["London acts"]
    assert [a.title for a in record.articles(search='"visits Iran" week')] == ["A visit"]
    assert record.articles(search="NEAR( * OR").count() == 0
    with pytest.raises(UsageError):
        record.articles(search=" ")


def test_actors_are_counted(record):
    britain = next(a for a in record.actors() if a.country == "GBR")
    assert (britain.name, britain.kind, britain.mentions, britain.acts, britain.acted_on) == ("Britain", "country", 2, 2, 0)
    iran = next(a for a in record.actors() if a.country == "IRN")
    assert (iran.acted_on, iran.statements) == (1, 2)


def test_names_say_where_they_stand(record):
    name = record.names(actor="CUB").to_dicts()[0]
    assert (name["text"], name["who"]["country"], name["uri"]) == ("Cuba", "CUB", "b.txt")


def test_happenings_and_stories_gather_their_members(record):
    happening = record.happenings(type="SANCTION").first()
    assert (happening.type, [who.name for who in happening.actors], len(happening.reports)) == ("SANCTION", ["Britain"], 2)
    assert (happening.figures["dead"].low, happening.figures["dead"].high) == (12, 12)
    assert [story.title for story in record.stories()] == ["London acts", "A visit"]


def test_links_of_events_are_columns_that_may_change(record):
    record._connection.execute("INSERT INTO happenings (id) VALUES ('other')")
    record._connection.execute("UPDATE events SET happening_id = 'other'")
    assert {event.happening_id for event in record.events()} == {"other"}


def test_the_same_page_again_changes_nothing(record):
    before = list(record._connection.iterdump())
    with record.run(coder="khaldun test", options={}) as run:
        entry = run.store(code(page(SANCTIONS, "a.txt"), "2024-07-12"), uri="a.txt", source="-")
    assert (entry.outcome, entry.reason) == ("duplicate", "already stored")
    changed = [line for line in record._connection.iterdump() if line not in before]
    assert all(line.startswith(('INSERT INTO "runs"', 'INSERT INTO "ledger"')) for line in changed)


def test_the_same_text_elsewhere_is_a_duplicate_of_the_first(record):
    with record.run(coder="khaldun test", options={}) as run:
        entry = run.duplicate(page(SANCTIONS, "copy.txt"), uri="copy.txt", source="-")
        assert run.duplicate(page("Another\n", "d.txt"), uri="d.txt", source="-") is None
    assert (entry.outcome, entry.reason, entry.page_id) == ("duplicate", "same text as a.txt", page(SANCTIONS, "a.txt").id)


def test_the_ledger_adds_up(record):
    with record.run(coder="khaldun test", options={}) as run:
        run.take()
        run.refuse("failed", "it broke", uri="c.txt", source="folder")
        run.take()
        run.refuse("rejected", "empty", uri="d.txt", source="folder", size=0)
        run.skip("request record", 3)
    first, second = record.totals()
    assert (first.inputs, first.stored, first.adds_up) == (2, 2, True)
    assert (second.failed, second.rejected, second.adds_up) == (1, 1, True)
    assert record.unfinished() == {"folder": ["c.txt"]}
    assert [entry.uri for entry in record.ledger(outcome="rejected")] == ["d.txt"]


def test_a_page_with_rows_that_contradict_is_not_stored_by_half(record):
    coded = code(page("New\nBritain kills Iran\n", "e.txt"))
    twice = msgspec.structs.replace(coded, articles=coded.articles * 2)
    with record.run(coder="khaldun test", options={}) as run, pytest.raises(Failed, match="cannot be stored"):
        run.store(twice, uri="e.txt", source="-")
    assert record.events(type="ASSAULT").count() == 0
    assert record.ledger(run=run.number).count() == 0
