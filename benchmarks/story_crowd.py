"""The crowd in which reports must find each other: annotated news items of our corpus as events, laid into the same four weeks.

The gold alone has few strangers; a day's news has thousands, and items of one day about one war are the hardest of them.
"""

from __future__ import annotations

from datetime import date, timedelta

import msgspec

from benchmarks.story_data import Told
from khaldun import actors, places
from khaldun.evaluate.annotated import Act, Document, Line
from khaldun.events.figures import count
from khaldun.ontology import ontology
from khaldun.records import Actor, Count, Event, EventDate, Place, Span, stable_id
from training.annotations import CORPUS, load

BEGIN = date(2025, 3, 3)
"""Where the four weeks begin."""

WEEKS = 4


def crowd(*, odd: bool) -> list[Told]:
    """Events of every other item; each item is taken for one happening a type, which forgives what cannot be known."""
    found = [doc for number, doc in enumerate(load(CORPUS, "items")) if number % 2 == odd]
    return [event for doc in found for line in doc.lines for event in _events(doc, line)]


def gathered(found: list[Told]) -> list[Told]:
    """Events moved by whole spans of four weeks into the same four weeks, each story as one."""
    first: dict[str, str] = {}
    for told in found:
        first[told.story] = min(first.get(told.story, "9999"), told.event.published or "9999")
    return [told._replace(event=moved(told.event, shift(first[told.story]))) for told in found]


def shift(day: str) -> timedelta:
    """By how much a day moves into the four weeks."""
    span = 7 * WEEKS
    return timedelta(days=-((date.fromisoformat(day) - BEGIN).days // span) * span)


def moved(event: Event, by: timedelta) -> Event:
    """An event so much later."""
    when = event.date and msgspec.structs.replace(event.date, from_=_later(event.date.from_, by), to=_later(event.date.to, by))
    return msgspec.structs.replace(event, published=_later(event.published, by), date=when)


def _later(day: str | None, by: timedelta) -> str | None:
    return (date.fromisoformat(day) + by).isoformat() if day else None


def _events(doc: Document, line: Line) -> list[Told]:
    return [Told(_event(doc, line, act), f"{doc.id} {act.type}", doc.id, line.text) for act in line.events]


def _event(doc: Document, line: Line, act: Act) -> Event:
    told = act.fields.get("on")
    default = None if told or act.status != "actual" else doc.date
    when = told and EventDate(line.text[slice(*told[0])], *told[0], doc.date, doc.date, "day", "the item's day")
    untold = default and EventDate(None, None, None, default, default, "day", "default")
    spans = act.fields.get("in", ())
    return Event(
        id=stable_id(doc.id, act.type, *act.trigger, line.paragraph),
        type=act.type,
        mode=(act.mode,) if act.mode else (),
        contexts=(),
        quad=ontology().types[act.type].quad,
        score=ontology().score(act.type, act.mode),
        status=act.status,
        confidence=1.0,
        actors=_parties(line, act, "by", doc.date),
        recipients=_parties(line, act, "to", doc.date),
        trigger=Span(line.text[slice(*act.trigger)], *act.trigger),
        evidence=Span(line.text, 0, len(line.text)),
        date=when or untold or None,
        place=_place(line, spans[0]) if spans else None,
        dead=_figure(line, act, "dead"),
        injured=_figure(line, act, "injured"),
        size=_figure(line, act, "size"),
        arrested=_figure(line, act, "arrested") or msgspec.UNSET,
        displaced=_figure(line, act, "displaced") or msgspec.UNSET,
        asserted_by=(),
        article_id=stable_id(doc.id),
        story_id=None,
        happening_id=None,
        page_id=stable_id(doc.id, "page"),
        uri=f"https://example.org/{doc.id}",
        published=doc.date,
        coder="by hand",
        model="by hand",
        ontology=ontology().version,
    )


def _parties(line: Line, act: Act, field: str, on: str) -> tuple[Actor, ...]:
    found = []
    for start, end in act.fields.get(field, ()):
        who = actors.who(line.text[start:end], on=on)
        found.append(Actor(line.text[start:end], start, end, who.name, who.actor_id, who.kind, who.country, who.sectors))
    return tuple(found)


def _figure(line: Line, act: Act, field: str) -> Count | None:
    return next((found for start, end in act.fields.get(field, ()) if (found := count(Span(line.text[start:end], start, end)))), None)


def _place(line: Line, span: tuple[int, int]) -> Place:
    return places.locate(Span(line.text[slice(*span)], *span))
