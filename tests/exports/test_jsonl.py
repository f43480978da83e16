"""JSON lines: the contract of docs/reference.md."""

from __future__ import annotations

import json

from khaldun.exports.jsonl import lines
from tests import handmade

CONTRACT = """
    id type mode contexts quad score status confidence actors recipients trigger evidence date place dead injured size asserted_by
    article_id story_id happening_id page_id uri published coder model ontology
"""


def events():
    return handmade.code(handmade.page(handmade.SANCTIONS), "2024-07-12").articles[0].events


def test_the_fields_of_an_event_in_their_order():
    found = json.loads(next(lines("events", events())))
    assert list(found) == CONTRACT.split()
    assert list(found["actors"][0]) == ["text", "start", "end", "name", "actor_id", "kind", "country", "sectors"]
    assert list(found["date"]) == ["text", "start", "end", "from", "to", "precision", "basis"]
    assert list(found["trigger"]) == ["text", "start", "end"]


def test_a_line_a_row():
    assert len(list(lines("events", events()))) == 2
