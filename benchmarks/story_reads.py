"""Reports and crowd as Khaldun reads them from their words, each coded event with the gold event that it tells.

A coded event tells the gold event of its report whose trigger it shares, else the one of its type in its sentence. What tells none is a
happening of its own; what nothing tells was missed.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

import msgspec

from benchmarks.story_crowd import moved, shift
from benchmarks.story_data import FOLDER, Told, told
from khaldun import Reader
from khaldun.records import Coded, Event
from khaldun.stories import Topic, stories, topic
from training.annotations import CORPUS, load

OTHER = "other "
"""How the happening of a report's event begins that tells no gold event."""


class Reading(NamedTuple):
    """What was coded, as told, with the topics of all articles; and the gold events of the reports, of which some were missed."""

    found: list[Told]
    topics: list[Topic]
    gold: list[Told]
    missed: list[Told]


def read(name: str, reader: Reader) -> Reading:
    """The reports of a file."""
    gold: dict[str, list[Told]] = {}
    for one in told(name):
        gold.setdefault(one.event.uri, []).append(one)
    found, topics, missed = [], [], []
    for line in (FOLDER / f"{name}.jsonl").read_text("utf8").splitlines():
        report = msgspec.json.decode(line)
        (coded,) = reader.read_whole(report["text"], published=report["published"])
        given = gold.get(report["uri"], [])
        tells = _tells(coded.events, given)
        names = {event.id: given[tells[event.id]].happening if event.id in tells else f"{OTHER}{event.id}" for event in coded.events}
        found += [Told(event, names[event.id], report["story"], report["text"]) for event in coded.events]
        topics.append(topic(coded))
        missed += [one for number, one in enumerate(given) if number not in tells.values()]
    return _laid(found, topics, [one for ones in gold.values() for one in ones], missed)


def read_crowd(reader: Reader, *, odd: bool) -> Reading:
    """Every other item of the corpus, each coded event a happening of its own kind, as in `story_crowd`."""
    found: list[Told] = []
    topics = []
    for doc in [doc for number, doc in enumerate(load(CORPUS, "items")) if number % 2 == odd]:
        text = " ".join(line.text for line in doc.lines)
        for coded in _whole(reader, text, doc.date):
            found += [Told(event, f"{doc.id} {event.type}", doc.id, text) for event in coded.events]
            topics.append(topic(coded))
    return _laid(found, topics, [], [])


def placed(*readings: Reading) -> list[Told]:
    """All that was coded, with the stories that Khaldun finds for the articles."""
    found = stories([one for reading in readings for one in reading.topics])
    names = {article: story.id for story in found for article in story.articles}
    every = [one for reading in readings for one in reading.found]
    return [one._replace(event=msgspec.structs.replace(one.event, story_id=names[one.event.article_id])) for one in every]


def _whole(reader: Reader, text: str, on: str) -> Sequence[Coded]:
    return reader.read_whole(text, published=on) if text.strip() else ()


def _laid(found: list[Told], topics: Sequence[Topic], gold: list[Told], missed: list[Told]) -> Reading:
    """All of it moved into the same four weeks, a story as one."""
    first: dict[str, str] = {}
    for one in [*gold, *found]:
        first[one.story] = min(first.get(one.story, "9999"), one.event.published or "9999")
    by = {name: shift(day) for name, day in first.items()}
    story_of = {one.event.article_id: one.story for one in found}
    laid = [one._replace(event=moved(one.event, by[one.story])) for one in found]
    later = [_later(one, by[story_of[one.article_id]].days) for one in topics if one.article_id in story_of]
    return Reading(laid, later, gold, missed)


def _later(found: Topic, days: int) -> Topic:
    return found if found.published is None else found._replace(published=found.published + days)


def _tells(coded: Iterable[Event], gold: Sequence[Told]) -> dict[str, int]:
    """For each coded event that tells a gold event, the number of that. Gold events go each once to those that share a trigger, and to
    those of their sentence: of one type first, then of one quad. What codes the same words or type again tells the same."""
    events = sorted(coded, key=lambda event: (event.trigger.start, event.id))
    out: dict[str, int] = {}
    for meets, alike in ((_meet, _type), (_meet, _any), (_together, _type), (_together, _quad)):
        for event in events:
            free = [n for n, one in enumerate(gold) if meets(event, one.event) and alike(event, one.event) and n not in out.values()]
            if free and event.id not in out:
                out[event.id] = free[0]
    for event in events:
        again = [n for n, one in enumerate(gold) if _meet(event, one.event)]
        near = again or [n for n, one in enumerate(gold) if _type(event, one.event) and _together(event, one.event)]
        if event.id not in out and len(near) == 1:
            out[event.id] = near[0]
    return out


def _any(one: Event, other: Event) -> bool:
    return True


def _type(one: Event, other: Event) -> bool:
    return one.type == other.type


def _quad(one: Event, other: Event) -> bool:
    return one.quad == other.quad


def _meet(one: Event, other: Event) -> bool:
    return one.trigger.start < other.trigger.end and other.trigger.start < one.trigger.end


def _together(one: Event, other: Event) -> bool:
    """Whether the trigger of one stands in the other's sentence."""
    return one.evidence.start <= other.trigger.start < one.evidence.end
