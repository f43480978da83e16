"""What `show` and `timeline` print."""

from __future__ import annotations

import json
import unicodedata

import pytest

from khaldun.cli import listing, terminal
from khaldun.record import Record
from tests import handmade

EVENTS = """\
2024-07-12  SANCTION discontinue  Britain (GBR GOV) -> Russia (RUS GOV)  actual
    Britain [sanctions] Russia over a dam
    a.txt · d1ef55a9ede1c936
2024-07-12  SANCTION discontinue  Britain (GBR GOV) -> Russia (RUS GOV)  actual
    Iran says Britain [sanctions] Russia, 12 dead
    Iran (IRN) asserts · 12 dead · a.txt · 94c6ba7cba416eaf
"""

STATEMENT = """\
????-??-??  Iran (IRN GOV) [denies]  denies
    Cuba visits Russia
    b.txt · 1bf5576e726fc46b
"""

TIMELINE = """\
2024-07-12
  SANCTION discontinue  Britain (GBR GOV) -> Russia (RUS GOV)  actual  2 reports
no day
  CONSULT visit  Cuba (CUB GOV) -> Iran (IRN GOV)  actual
  CONSULT visit  Cuba (CUB GOV) -> Russia (RUS GOV)  actual
"""


def test_events_at_a_glance(khaldun, record):
    assert khaldun("show", record, "--type", "sanction").out == EVENTS


def test_statements_by_stance(khaldun, record):
    assert khaldun("show", record, "statements", "--type", "denies").out == STATEMENT


def test_timeline_tells_a_happening_once(khaldun, record):
    assert khaldun("timeline", record).out == TIMELINE


@pytest.mark.parametrize("table", ["events", "statements", "articles", "names", "actors", "stories", "happenings", "ledger"])
def test_every_table_can_be_shown_and_has_json(khaldun, record, table):
    assert khaldun("show", record, table).out
    rows = [json.loads(line) for line in khaldun("show", record, table, "--json").out.splitlines()]
    with Record(record) as opened:
        assert rows == getattr(opened, table)().to_dicts()


def test_an_event_by_its_id(khaldun, record):
    assert khaldun("show", record, "94c6ba7cba416eaf").out == "".join(EVENTS.splitlines(keepends=True)[3:])


def test_an_article_by_its_id_has_its_body_and_what_is_told_in_it(khaldun, record):
    out = khaldun("show", record, "2d2264bda543c33a").out
    assert "It rained in London." in out
    assert "Iran says Britain [sanctions] Russia" in out
    assert "Iran (IRN GOV) [says]  asserts" in out


def test_a_happening_by_its_id_has_its_reports(khaldun, record):
    assert khaldun("show", record, "96166c67d1c396b9").out.endswith(EVENTS)


def test_the_ledger_by_outcome(khaldun, tmp_path):
    (tmp_path / "empty.txt").touch()
    khaldun("code", tmp_path / "empty.txt", tmp_path / "gone.txt", "-r", tmp_path / "l.db")
    assert khaldun("show", tmp_path / "l.db", "ledger", "--status", "failed").out == (
        f"failed     {tmp_path / 'gone.txt'}\n    no such file or folder\n"
    )
    assert khaldun("show", tmp_path / "l.db", "ledger", "--status", "lost").code == 2


def test_nothing_found_is_said_on_standard_error(khaldun, record):
    result = khaldun("show", record, "--type", "PROTEST")
    assert (result.code, result.out, result.err) == (0, "", "no events that pass\n")


@pytest.mark.parametrize(
    ("arguments", "code", "words"),
    [
        (["show", "RECORD", "nothing"], 2, "neither a table"),
        (["show", "RECORD", "--type", "GREET"], 2, "there is no event type 'GREET'"),
        (["show", "RECORD", "articles", "--actor", "GBR"], 2, "--actor does not narrow articles"),
        (["show", "RECORD", "--since", "yesterday"], 2, "is no date"),
        (["show", "gone.db"], 1, "there is no record at gone.db"),
        (["verify", "gone.db"], 1, "there is no record at gone.db"),
        (["export", "RECORD", "cats"], 2, "'cats' is not one of"),
        (["export", "RECORD", "events", "--format", "morse"], 2, "'morse' is not one of"),
    ],
)
def test_errors_say_what_is_wrong(khaldun, record, arguments, code, words):
    result = khaldun(*[record if argument == "RECORD" else argument for argument in arguments])
    assert (result.code, result.out) == (code, "")
    assert words in result.err


HOSTILE = (
    "\x1b]0;owned\x07Head\u202eline \x9b31m\nBritain\u200b\x1b[2J visits \u2066Iran\u2069\nBritain visits Iran\x1b[31m\u2028now\u0085\n"
)


@pytest.mark.parametrize("table", ["events", "articles", "names", "stories", "happenings"])
def test_no_page_steers_the_terminal(khaldun, tmp_path, table):
    with Record(tmp_path / "h.db", create=True) as opened, opened.run(coder="khaldun test", options={}) as writing:
        writing.store(handmade.code(handmade.page(HOSTILE, "h\x1b[2J.txt")), uri="h\x1b[2J.txt", source="-")
    for arguments in (
        ["show", tmp_path / "h.db", table],
        ["show", tmp_path / "h.db", table, "--json"],
        ["export", tmp_path / "h.db", table],
    ):
        out = khaldun(*arguments).out
        assert out
        assert not [sign for sign in out if unicodedata.category(sign) in ("Cc", "Cf", "Zl", "Zp") and sign != "\n"]


def test_json_keeps_hostile_text_exactly(khaldun, tmp_path):
    with Record(tmp_path / "h.db", create=True) as opened, opened.run(coder="khaldun test", options={}) as writing:
        writing.store(handmade.code(handmade.page(HOSTILE, "h.txt")), uri="h.txt", source="-")
    rows = [json.loads(line) for line in khaldun("export", tmp_path / "h.db", "events").out.splitlines()]
    assert rows[0]["evidence"]["text"] == "Britain visits Iran\x1b[31m\u2028now\u0085"


def test_words_keep_their_joiners():
    assert terminal.safe("می\u200cخواهم \u202eabc") == "می\u200cخواهم \\u202eabc"


def test_colours_only_where_they_are_wanted(monkeypatch):
    monkeypatch.setattr(terminal, "colourful", lambda: True)
    assert terminal.marked("they met today", 5, 8) == "they \x1b[36m\x1b[1mmet\x1b[0m today"


@pytest.mark.parametrize(
    ("first", "last", "shown"),
    [
        ("2024-07-12", "2024-07-12", "2024-07-12"),
        ("2024-07-08", "2024-07-14", "2024-07-08/2024-07-14"),
        ("2024-02-01", "2024-02-29", "2024-02"),
        ("2024-02-01", "2024-02-28", "2024-02-01/2024-02-28"),
        ("1962-01-01", "1962-12-31", "1962"),
        ("1962-01-01", None, "1962-01-01/.."),
        (None, "1962-12-31", "../1962-12-31"),
        (None, None, "????-??-??"),
        ("9999-12-01", "9999-12-31", "9999-12"),
    ],
)
def test_days_in_short(first, last, shown):
    assert listing._days(first, last) == shown
