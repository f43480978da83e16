"""Acts of a Reading to Events: identified parties, date, place, figures, status, and who vouches for them."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import msgspec

from khaldun.events.figures import count
from khaldun.events.parties import Identify, parties
from khaldun.events.statements import statements
from khaldun.ontology import ontology
from khaldun.records import (
    Act,
    Article,
    Assertion,
    Count,
    DateMention,
    Event,
    EventDate,
    Page,
    Place,
    Published,
    Reading,
    Sentence,
    Span,
    Statement,
    stable_id,
)  # fmt: skip

Locate = Callable[[Span], Place]
_PREPOSITIONS = ("on ", "in ", "since ", "at ", "during ", "by ")


def code(
    page: Page,
    article: Article,
    reading: Reading,
    *,
    identify: Identify,
    locate: Locate,
    dates: Sequence[DateMention],
    undated: EventDate | None = None,
    contexts: tuple[str, ...],
    coder: str,
    model: str,
) -> tuple[tuple[Statement, ...], tuple[Event, ...]]:
    """Statements and events of one article, in text order, tied to each other.

    `identify` says who a span is, `locate` where one is; `dates` are the article's date mentions, `contexts` its contexts;
    `undated` is when its own news took place where it has no day of publication.
    """
    said = statements(page, article, reading, identify, coder, model)
    events = []
    for sentence in reading.sentences:
        for act in sentence.acts:
            places = act.roles.get("place", ())
            recipients = act.roles.get("recipient", ()) or (places[:1] if hosted(act) else ())
            sides = (parties(act.roles.get("actor", ()), identify), parties(recipients, identify))
            events.append(
                Event(
                    id=stable_id(page.id, "event", act.type, act.trigger.start, act.trigger.end),
                    type=act.type,
                    mode=(act.mode,) if act.mode else (),
                    contexts=contexts,
                    quad=ontology().types[act.type].quad,
                    score=ontology().score(act.type, act.mode),
                    status=act.status,
                    confidence=round(act.confidence, 4),
                    actors=sides[0],
                    recipients=sides[1],
                    trigger=act.trigger,
                    evidence=Span(page.text[sentence.start : sentence.end], sentence.start, sentence.end),
                    date=when(page.text, act, sentence, dates, article.published, undated),
                    place=locate(places[0]) if places else None,
                    asserted_by=assertions(act.trigger, said),
                    article_id=article.id,
                    story_id=None,
                    happening_id=None,
                    page_id=page.id,
                    uri=page.uri,
                    published=article.published.date if article.published else None,
                    coder=coder,
                    model=model,
                    ontology=ontology().version,
                    dead=figure(act, "dead"),
                    injured=figure(act, "injured"),
                    size=figure(act, "size"),
                    arrested=figure(act, "arrested") or msgspec.UNSET,
                    displaced=figure(act, "displaced") or msgspec.UNSET,
                )
            )
    return tie(said, events), tuple(events)


def hosted(act: Act) -> bool:
    """Whether the recipient is a host, for whom the place may stand (PLOVER: visitor is actor, host is recipient)."""
    return act.mode is not None and ontology().types[act.type].modes[act.mode].hosted


def figure(act: Act, role: str) -> Count | None:
    """The count that the words of a role give."""
    return next((c for span in act.roles.get(role, ()) if (c := count(span))), None)


def assertions(trigger: Span, said: Sequence[Statement]) -> tuple[Assertion, ...]:
    """Those inside whose words the trigger stands, outermost first; relays before the speaker they pass on."""
    around = [s for s in said if any(c.start <= trigger.start and trigger.end <= c.end for c in s.content)]
    around = [s for s in around if s.cue is None or s.cue.end <= trigger.start or trigger.end <= s.cue.start]
    out: list[Assertion] = []
    for s in sorted(around, key=lambda s: -sum(c.end - c.start for c in s.content)):
        voices = [(relay, "asserts") for relay in s.relays] + ([(s.speaker, s.stance)] if s.speaker else [])
        out += [Assertion(v.text, v.start, v.end, v.name, v.actor_id, v.country, stance, s.id) for v, stance in voices]
    return tuple(out)


def tie(said: Sequence[Statement], events: Sequence[Event]) -> tuple[Statement, ...]:
    """Statements with the ids of the events inside their content."""
    inside: dict[str, list[str]] = {}
    for event in events:
        for assertion in event.asserted_by:
            inside.setdefault(assertion.statement_id, []).append(event.id)
    return tuple(msgspec.structs.replace(s, events=tuple(dict.fromkeys(inside.get(s.id, ())))) for s in said)


def when(
    text: str, act: Act, sentence: Sentence, dates: Sequence[DateMention], published: Published | None, undated: EventDate | None = None
) -> EventDate | None:
    """The date of an act: of its own words; or the only date of its sentence; or, for news, the day of publication as a named default, or
    `undated` where that day is unknown."""
    for span in act.roles.get("time", ()):
        inside = [d for d in dates if d.start < span.end and span.start < d.end]
        if inside:
            return _dated(text, inside[0])
        return EventDate(*_with_preposition(text, span), None, None, "unknown", "words that no rule dates")
    nearby = [d for d in dates if sentence.start <= d.start and d.end <= sentence.end and d.from_]
    if len(nearby) == 1 and len(sentence.acts) == 1:
        return _dated(text, nearby[0])
    if act.status != "actual":
        return None
    if published is None:
        return undated
    return EventDate(
        None, None, None, published.date, published.date, published.precision, "default: day of publication, the text gives no date"
    )


def _dated(text: str, date: DateMention) -> EventDate:
    span = Span(date.text, date.start, date.end)
    return EventDate(*_with_preposition(text, span), date.from_, date.to, date.precision, date.basis)


def _with_preposition(text: str, span: Span) -> tuple[str, int, int]:
    """The words with the preposition before them ("On Monday")."""
    for word in _PREPOSITIONS:
        start = span.start - len(word)
        if start >= 0 and text[start : span.start].lower() == word and (start == 0 or not text[start - 1].isalnum()):
            return text[start : span.end], start, span.end
    return span.text, span.start, span.end
