"""Proof: a record holds, and every way of bending it is noticed."""

from __future__ import annotations

import pytest

from khaldun.record import Record
from tests.handmade import SANCTIONS, VISIT, code, page


@pytest.fixture
def record(tmp_path):
    with Record(tmp_path / "a.db", create=True) as record:
        with record.run(coder="khaldun test", options={}) as run:
            for uri, text in (("a.txt", SANCTIONS), ("b.txt", VISIT)):
                run.take()
                run.store(code(page(text, uri)), uri=uri, source="-")
        yield record


def test_a_record_holds(record):
    report = record.verify()
    assert report.holds
    assert (report.pages, report.articles) == (2, 2)
    assert report.spans > 40


@pytest.mark.parametrize(
    ("bend", "table"),
    [
        ("UPDATE pages SET text = text || ' '", "pages"),
        ("UPDATE pages SET furniture = '[{\"start\": 3, \"end\": 99999}]' WHERE uri = 'a.txt'", "pages"),
        ("UPDATE events SET data = json_set(data, '$.trigger.start', 1)", "events"),
        ("UPDATE events SET data = json_set(data, '$.actors[0].text', 'France')", "event_actors"),
        ("UPDATE events SET data = json_set(data, '$.page_id', 'other')", "events"),
        ("UPDATE articles SET data = json_set(data, '$.body[0].text', 'Other words')", "articles"),
        ("UPDATE statements SET data = json_set(data, '$.events[0]', 'none')", "statements"),
        ("UPDATE names SET data = json_set(data, '$.end', 2)", "names"),
        ("UPDATE runs SET inputs = 3", "runs"),
        ("DELETE FROM ledger WHERE uri = 'a.txt'", "ledger"),
        ("PRAGMA foreign_keys = OFF; DELETE FROM actors", "names"),
    ],
)
def test_what_was_bent_is_noticed(record, bend, table):
    for statement in bend.split(";"):
        record._connection.execute(statement)
    report = record.verify()
    assert not report.holds
    assert table in {mismatch.table for mismatch in report.mismatches}
    assert all(mismatch.problem for mismatch in report.mismatches)


def test_spans_count_code_points(tmp_path):
    text = "\U0001f1ec\U0001f1e7 news\nÉlysée 🇫🇷: Britain visits Iran — naïve?\n"
    with Record(tmp_path / "c.db", create=True) as record:
        with record.run(coder="khaldun test", options={}) as run:
            run.take()
            run.store(code(page(text)), uri="c.txt", source="-")
        assert record.verify().holds
        event = record.events().first()
        assert record.page_text(event.page_id)[event.trigger.start : event.trigger.end] == "visits"
