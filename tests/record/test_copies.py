"""The index of copies in a record."""

from __future__ import annotations

import sqlite3
from random import Random

import msgspec
import pytest

from khaldun.record import Record, copies
from khaldun.stories import sketch
from tests.handmade import code, page

PROSE = " ".join(f"word{Random(n).randrange(900)}" for n in range(200))
NEWS = f"London acts\nBritain sanctions Russia over a dam\nIran says Britain sanctions Russia, 12 dead\n{PROSE}\n"


def bare(coded):
    """A coded page as the reader gives it, its links open."""
    events = {a.article.id: tuple(msgspec.structs.replace(e, story_id=None, happening_id=None) for e in a.events) for a in coded.articles}
    return msgspec.structs.replace(
        coded, articles=tuple(msgspec.structs.replace(a, story=None, events=events[a.article.id]) for a in coded.articles)
    )


def store(record, *pages):
    with record.run(coder="khaldun test", options={}) as run:
        for uri, text, day in pages:
            run.take()
            run.store(bare(code(page(text, uri), day)), uri=uri, source="-")


@pytest.fixture
def record(tmp_path):
    with Record(tmp_path / "a.db", create=True) as record:
        yield record


def test_a_copy_is_kept_and_coded_once(record):
    copy = NEWS.replace("London acts", "Britain acts").replace("12 dead", "15 dead")
    store(record, ("a.txt", NEWS, "2024-07-12"), ("b.txt", copy, "2024-07-12"))
    first, second = record.articles()
    assert (first.copy_of, second.copy_of) == (None, first.id)
    assert second.story_id == first.story_id
    assert [event.dead.low for event in record.events() if event.dead] == [12, 15]
    assert record.events(article=second.id).count() == 1
    assert record.verify().holds


def test_a_copy_is_found_days_later_without_the_texts(record):
    store(record, ("a.txt", NEWS, "2024-07-12"))
    store(record, ("b.txt", f"Again\n{PROSE}\n", "2024-09-01"))
    assert [a.copy_of is None for a in record.articles()] == [True, False]


def test_a_copy_of_a_copy_names_the_first(record):
    store(record, *((f"{n}.txt", f"Take {n}\n{PROSE}\nBritain visits Cuba {n} times\n", "2024-07-12") for n in range(3)))
    first, *others = record.articles()
    assert {article.copy_of for article in others} == {first.id}


def test_a_happening_names_the_copies_of_its_reports(record):
    store(record, ("a.txt", NEWS, "2024-07-12"), ("b.txt", NEWS.replace("London", "City"), "2024-07-12"))
    happening = record.happenings(type="SANCTION").first()
    assert {report.copies for report in happening.reports} == {("b.txt",)}


def test_of_several_firsts_the_nearest_is_named():
    connection = sqlite3.connect(":memory:")
    connection.executescript(
        "CREATE TABLE sketches (seq INTEGER PRIMARY KEY, hashes BLOB); CREATE TABLE sketch_keys (key INTEGER, seq INTEGER)"
    )
    half = " ".join(PROSE.split()[:120])
    other = " ".join(f"other{n}" for n in range(80))
    for seq, text in ((1, f"{half} {other}"), (2, PROSE)):
        copies.enter(connection, seq, sketch(text))
    assert copies.find(connection, sketch(PROSE)) == (2, 1.0)
    assert copies.find(connection, sketch(other + " end of it")).seq == 1
    assert copies.find(connection, sketch("nothing of the kind " * 30)) is None
