"""Stories and happenings are filled in when a run ends, and stay."""

from __future__ import annotations

import pytest

from khaldun.record import Record
from tests.handmade import SANCTIONS, VISIT
from tests.record.test_copies import store

LATER = "London acts again\nBritain sanctions Russia over a dam\nRussia denies Britain sanctions Russia\n"


@pytest.fixture
def record(tmp_path):
    with Record(tmp_path / "a.db", create=True) as record:
        store(record, ("a.txt", SANCTIONS, "2024-07-12"), ("b.txt", VISIT, "2024-07-14"))
        yield record


def links(record):
    """The happening of each event and the story of each article."""
    return {e.id: e.happening_id for e in record.events()}, {a.id: a.story_id for a in record.articles()}


def test_all_is_linked_when_a_run_ends(record):
    events, articles = links(record)
    assert all(events.values())
    assert all(articles.values())
    assert record.verify().holds


def test_a_later_report_joins_and_what_was_linked_stays(record):
    before = links(record)
    store(record, ("c.txt", LATER, "2024-07-12"))
    after = links(record)
    assert all(after[n][name] == link for n in (0, 1) for name, link in before[n].items())
    joined = {e.happening_id for e in record.events(type="SANCTION") if e.uri == "c.txt"}
    assert joined & set(before[0].values())


def test_the_same_again_changes_nothing(record):
    before = links(record)
    store(record, ("a.txt", SANCTIONS, "2024-07-12"))
    assert links(record) == before


def test_articles_without_a_day_are_linked_too(record):
    store(record, ("d.txt", "Rain\nCuba kills Iran 3 dead\n", None))
    assert all(links(record)[0].values())
    assert all(links(record)[1].values())


def test_who_denies_a_happening_is_found(record):
    store(record, ("c.txt", LATER, "2024-07-12"))
    happening = record.happenings(type="SANCTION").first()
    assert "denies" in {claim.stance for claim in record.claims(happening)}


def test_no_order_of_one_batch_shows_through(tmp_path):
    pages = [("a.txt", SANCTIONS, "2024-07-12"), ("b.txt", VISIT, "2024-07-14"), ("c.txt", LATER, "2024-07-13")]
    found = []
    for name, order in (("x.db", pages), ("y.db", pages[::-1])):
        with Record(tmp_path / name, create=True) as record:
            store(record, *order)
            found.append(links(record))
    assert found[0] == found[1]
