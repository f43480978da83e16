"""CSV: its columns are a contract, its cells are harmless, and what is escaped can be read back."""

from __future__ import annotations

import csv
import re

import msgspec
import pytest

from khaldun.exports.csv import COLUMNS, header, lines
from khaldun.record import StoredActor, StoredArticle, StoredName, StoredStory
from khaldun.records import Event, Happening, LedgerEntry, Span, Statement
from tests import handmade

GOLDEN = """\
events: id,type,mode,contexts,quad,score,status,confidence,actors,actors_country,actors_sectors,actors_text,recipients,\
recipients_country,recipients_sectors,recipients_text,trigger_text,trigger_start,trigger_end,evidence_text,evidence_start,\
evidence_end,date_from,date_to,date_precision,date_basis,date_text,place,place_country,place_latitude,place_longitude,dead_low,\
dead_high,injured_low,injured_high,arrested_low,arrested_high,displaced_low,displaced_high,size_low,size_high,asserted_by,\
asserted_by_stance,article_id,story_id,happening_id,page_id,uri,published,coder,model,ontology
statements: id,speaker,speaker_country,speaker_sectors,speaker_text,cue_text,stance,kind,confidence,content_text,addressee,relays,\
events,evidence_text,evidence_start,evidence_end,article_id,page_id,uri,published,coder,model
articles: id,title,published_date,published_precision,published_rule,byline_text,agency,dateline_text,section,language,position,\
body_text,story_id,copy_of,page_id,uri
names: text,start,end,kind,who_name,who_kind,who_country,who_sectors,who_actor_id,who_rule,antecedent_text,article_id,page_id,uri
actors: id,name,kind,country,mentions,acts,acted_on,statements
stories: id,title,first,last,copies,articles,uris
happenings: id,type,modes,statuses,actors,actors_country,recipients,recipients_country,from,to,place,place_country,figures_dead_low,\
figures_dead_high,figures_injured_low,figures_injured_high,confirmed_by,denied_by,reports_event_id,reports_published,reports_uri
ledger: uri,outcome,reason,page_id,size
"""

STRUCTS = {
    "events": Event,
    "statements": Statement,
    "articles": StoredArticle,
    "names": StoredName,
    "actors": StoredActor,
    "stories": StoredStory,
    "happenings": Happening,
    "ledger": LedgerEntry,
}


def test_columns():
    assert "".join(f"{table}: {','.join(header(table))}\n" for table in COLUMNS) == GOLDEN


@pytest.mark.parametrize("table", COLUMNS)
def test_every_column_begins_with_a_field(table):
    fields = {field.encode_name for field in msgspec.structs.fields(STRUCTS[table])}
    assert {re.split("[.]", path)[0] for path in COLUMNS[table]} <= fields


def event(**changes):
    found = handmade.code(handmade.page(handmade.SANCTIONS), "2024-07-12").articles[0].events[1]
    return msgspec.structs.replace(found, **changes)


def row(changed):
    names, cells = csv.reader(list(lines("events", [changed])))
    return dict(zip(names, cells, strict=True))


def test_a_row():
    found = row(event())
    assert (found["type"], found["mode"], found["score"], found["dead_low"]) == ("SANCTION", "discontinue", "-6.0", "12")
    assert (found["actors"], found["actors_country"], found["asserted_by"], found["asserted_by_stance"]) == (
        "Britain",
        "GBR",
        "Iran",
        "asserts",
    )
    assert (found["date_from"], found["place"], found["injured_low"]) == ("2024-07-12", "", "")


def test_lists_keep_their_places():
    known, unknown = handmade.actor("Iran", 0), handmade.actor("gunmen", 5)
    found = row(event(actors=(unknown, known)))
    assert (found["actors"], found["actors_country"], found["actors_sectors"]) == ("gunmen; Iran", "; IRN", "; GOV")
    assert row(event(actors=(unknown, unknown)))["actors_country"] == ""


@pytest.mark.parametrize(
    ("text", "cell"),
    [
        ("two\nlines\tand a tab", "two\\nlines\\tand a tab"),
        ("back\\slash", "back\\\\slash"),
        ('=HYPERLINK("x")', '\'=HYPERLINK("x")'),
        ("@here", "'@here"),
        ("-1 dead", "'-1 dead"),
        ('a "quote", a comma', 'a "quote", a comma'),
    ],
)
def test_cells_are_harmless(text, cell):
    written = list(lines("events", [event(evidence=Span(text, 0, len(text)))]))
    assert len(written) == 2
    assert not re.search("[\n\r\t]", "".join(written))
    assert dict(zip(*csv.reader(written), strict=True))["evidence_text"] == cell
