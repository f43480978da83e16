"""The test sets of benchmarks/data/stories: lines of JSON in, structs of the record with their gold out."""

from __future__ import annotations

from pathlib import Path
from random import Random
from typing import Any, NamedTuple

import msgspec

from khaldun.ontology import ontology
from khaldun.records import (
    Actor,
    Article,
    Coded,
    Count,
    Event,
    EventDate,
    Mention,
    Page,
    Place,
    Published,
    Span,
    Who,
    stable_id,
)  # fmt: skip
from khaldun.stories import Topic, stories, topic

FOLDER = Path(__file__).parent / "data" / "stories"
FIGURES = ("dead", "injured", "size", "arrested", "displaced")


class Told(NamedTuple):
    """An event, the happening that it reports, the story that it stands in, and the text of its article."""

    event: Event
    happening: str
    story: str
    text: str


def told(name: str, *, bare: bool = False) -> list[Told]:
    """The events of a file. `bare` takes from every place all but its words, as where no gazetteer knows it."""
    lines = (FOLDER / f"{name}.jsonl").read_text("utf8").splitlines()
    return [event for line in lines for event in _events(msgspec.json.decode(line), bare)]


def _events(report: dict[str, Any], bare: bool) -> list[Told]:
    return [Told(_event(report, given, bare), given["happening"], report["story"], report["text"]) for given in report["events"]]


def _event(report: dict[str, Any], given: dict[str, Any], bare: bool) -> Event:
    """An event as the reader gives it, from its words."""
    text, mode = report["text"], given.get("mode")
    trigger = _span(text, given["trigger"])
    figures = {name: Count("", 0, 0, *given[name]) for name in FIGURES if name in given}
    return Event(
        id=stable_id(report["uri"], given["type"], trigger.start, given["happening"]),
        type=given["type"],
        mode=(mode,) if mode else (),
        contexts=(),
        quad=ontology().types[given["type"]].quad,
        score=ontology().score(given["type"], mode),
        status=given["status"],
        confidence=1.0,
        actors=tuple(_actor(text, side) for side in given.get("actors", ())),
        recipients=tuple(_actor(text, side) for side in given.get("recipients", ())),
        trigger=trigger,
        evidence=_sentence(text, trigger),
        date=_date(text, given, report["published"]),
        place=_place(text, given.get("place"), bare),
        dead=figures.get("dead"),
        injured=figures.get("injured"),
        size=figures.get("size"),
        arrested=figures.get("arrested", msgspec.UNSET),
        displaced=figures.get("displaced", msgspec.UNSET),
        asserted_by=(),
        article_id=stable_id(report["uri"]),
        story_id=None,
        happening_id=None,
        page_id=stable_id(report["uri"], "page"),
        uri=report["uri"],
        published=report["published"],
        coder="by hand",
        model="by hand",
        ontology=ontology().version,
    )


def _span(text: str, words: str) -> Span:
    start = text.index(words)
    return Span(words, start, start + len(words))


def _sentence(text: str, words: Span) -> Span:
    start = text.rfind(". ", 0, words.start) + 2 if ". " in text[: words.start] else 0
    end = text.find(". ", words.end) + 1 or len(text)
    return Span(text[start:end], start, end)


def _actor(text: str, side: dict[str, Any]) -> Actor:
    span = _span(text, side["text"])
    known = {key: side.get(key) for key in ("name", "actor_id", "kind", "country")}
    return msgspec.convert({"text": span.text, "start": span.start, "end": span.end, **known, "sectors": side["sectors"]}, Actor)


def _date(text: str, given: dict[str, Any], published: str) -> EventDate | None:
    """As the coder dates: by the text's words, else, for what has happened, by publication."""
    date = given.get("date")
    if date is None:
        default = EventDate(None, None, None, published, published, "day", "default: day of publication, the text gives no date")
        return default if given["status"] == "actual" else None
    span = _span(text, date["text"])
    return EventDate(span.text, span.start, span.end, date["from"], date["to"], "day", "by hand")


def _place(text: str, given: dict[str, Any] | None, bare: bool) -> Place | None:
    if given is None:
        return None
    span = _span(text, given["text"])
    if bare:
        return Place(span.text, span.start, span.end, None, None, None, None, None, None, "unknown", "no list knows it")
    known = {key: given.get(key) for key in ("name", "country", "admin1", "latitude", "longitude", "geonames_id", "precision")}
    return msgspec.convert({"text": span.text, "start": span.start, "end": span.end, **known, "rule": "by hand"}, Place)


def in_stories(found: list[Told]) -> list[Told]:
    """The events with the stories that Khaldun finds for their articles."""
    names = {article: story.id for story in stories(_topics(found)) for article in story.articles}
    return [told._replace(event=msgspec.structs.replace(told.event, story_id=names[told.event.article_id])) for told in found]


def _topics(found: list[Told]) -> list[Topic]:
    """The topic of each article."""
    articles: dict[str, list[Told]] = {}
    for told in found:
        articles.setdefault(told.event.article_id, []).append(told)
    return [topic(_coded(tolds[0].text, [told.event for told in tolds])) for tolds in articles.values()]


def _coded(text: str, events: list[Event]) -> Coded:
    """An article of one paragraph, without a headline and without names beyond those of its events' parties."""
    first = events[0]
    published = Published(first.published, "day", "by hand") if first.published else None
    article = Article(first.article_id, first.page_id, 0, None, (Span(text, 0, len(text)),), published=published)
    page = Page(first.page_id, first.uri, "text/plain", "utf-8", text, "", ())
    sides = [side for event in events for side in (*event.actors, *event.recipients)]
    names = tuple(Mention(s.text, s.start, s.end, "name", Who(s.name, s.kind, s.country, s.sectors, s.actor_id, "by hand")) for s in sides)
    return Coded(article, page, names, (), (), tuple(events))


def blurred(found: list[Told], seed: int) -> list[Told]:
    """The events as a reader gives them who misses things: one in five is not found, of the others one party, date, place, figure or mode
    in four, and one name in three is not known to any list. Seeded: the same for the same seed."""
    dice = Random(seed)
    return [told._replace(event=_blur(told.event, dice)) for told in found if dice.random() > 0.2]


def _blur(event: Event, dice: Random) -> Event:
    def kept(value: Any, empty: Any = None) -> Any:
        return value if dice.random() > 0.25 else empty

    def known(actor: Actor) -> Actor:
        return actor if dice.random() > 0.33 else msgspec.structs.replace(actor, name=None, actor_id=None, country=None, sectors=())

    default = event.published if event.status == "actual" else None
    date = event.date if event.date is None or event.date.text is None else kept(event.date)
    return msgspec.structs.replace(
        event,
        mode=kept(event.mode, ()),
        actors=tuple(known(actor) for actor in kept(event.actors, ())),
        recipients=tuple(known(actor) for actor in kept(event.recipients, ())),
        date=date or (EventDate(None, None, None, default, default, "day", "default") if default else None),
        place=kept(event.place),
        dead=kept(event.dead),
        injured=kept(event.injured),
        arrested=kept(event.arrested, msgspec.UNSET),
    )
