"""An event in, what of it is compared with other reports out: days, parties, place, figures, numbers and the words of its sentence.

What two events of a sentence share (its one date, place or figure) belongs to the one whose trigger is nearest; the other only borrows it,
and what is borrowed contradicts nothing.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from datetime import date
from math import log
from typing import NamedTuple

from khaldun.records import Actor, Count, Event, Place, Span

FIGURES = ("dead", "injured", "arrested", "displaced", "size")
"""The figures that an event may have."""

LATE = 2
"""Days by which news lags behind an act that no words date: Friday's act stands in Sunday's paper."""

PLANNED = 14
"""Days ahead within which a planned act without a date is expected."""

VAGUE = 4
"""Days back to which an act may lie that the text dates by words that give no day, or tells as past."""

FEW = 4
"""Up to this, two equal figures are no great chance."""

STOP = frozenset(
    "a an and are as at be been but by for from had has have he her his in into is it its of on or over s said say says she that the their"
    " they this to was were which who will with after before against about during also not would could more than two one new other some all"
    " between monday tuesday wednesday thursday friday saturday sunday".split()
)
"""Words that two sentences share whatever they tell."""

ANYBODY = frozenset(
    "people person persons others other least several dozens dozen hundreds many members member man men woman women civilians"
    " child children one two three four five six seven eight nine ten eleven twelve".split()
)
"""Words of a party that tell nobody from anybody."""

UNITS = "five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen"
TENS = "twenty thirty forty fifty sixty seventy eighty ninety"
NUMBERS = {word: n for n, word in enumerate(UNITS.split(), 5)} | {word: 10 * n for n, word in enumerate(TENS.split(), 2)}
"""Numbers that newspapers write in letters."""

YEARS = range(1900, 2100)
"""Numbers that are more likely years."""

_WORD = re.compile(r"[^\W_]+")
_NUMBER = re.compile(r"\d{1,3}(?:,\d{3})+|\d+|[a-z]+")
_NIGHT = re.compile(r"night", re.I)
_ENDING = re.compile(r"(?:ies|ing|ed|es|s|e|y|ly|ion|ions|ment|ments)$")


class Days(NamedTuple):
    """Days as ordinals, both included; `told` if the text dates the act, else they are what its publication allows; `night` if at night."""

    first: int
    last: int
    told: bool
    night: bool = False


class Party(NamedTuple):
    """A party as compared."""

    actor_id: str | None
    kind: str
    country: str | None
    sectors: frozenset[str]
    words: frozenset[str]


class Telling(NamedTuple):
    """A report as compared with others. `published` is an ordinal, None where unknown; `figures` the ends of each figure given.

    `around` are the words, parties and countries of all events of its article. `lent` if its place is another event's. `usual` is how
    many reports are of the same kind between the same countries (log).
    """

    event: Event
    days: Days | None
    published: int | None
    actors: tuple[Party, ...]
    recipients: tuple[Party, ...]
    place: Place | None
    figures: dict[str, tuple[int | None, int | None]]
    numbers: frozenset[int]
    words: frozenset[str]
    around: frozenset[str]
    lent: bool = False
    usual: float = 0.0


def tellings(events: Iterable[Event]) -> list[Telling]:
    """Events as compared, each in its article."""
    articles: dict[str, list[Event]] = defaultdict(list)
    given = list(events)
    for event in given:
        articles[event.article_id].append(event)
    found = [telling(event, articles[event.article_id]) for event in given]
    kinds = Counter(_kind(told) for told in found)
    return [told._replace(usual=log(kinds[_kind(told)])) for told in found]


def telling(event: Event, beside: Sequence[Event] = ()) -> Telling:
    """An event as compared, with the events of its article."""
    place, when = event.place, event.date
    mine = {name: count for name in FIGURES if isinstance(count := getattr(event, name), Count)}
    owned = {name: c for name, c in mine.items() if not c.text or _own(event, Span(c.text, c.start, c.end), beside, name)}
    dated = when is None or when.start is None or when.end is None or _own(event, Span("", when.start, when.end), beside, "date")
    words = stems(event.evidence.text)
    return Telling(
        event,
        _days(event, dated=dated),
        ordinal(event.published),
        tuple(map(_party, event.actors)),
        tuple(map(_party, event.recipients)),
        place,
        {name: (count.low, count.high) for name, count in owned.items()},
        _numbers(event),
        words,
        words.union(*map(_around, beside or (event,))),
        place is not None and not _own(event, Span(place.text, place.start, place.end), beside, "place"),
    )


def _own(event: Event, span: Span, beside: Sequence[Event], field: str) -> bool:
    """Whether no other event of the article that has the same words in that field stands nearer to them."""
    near = _gap(event, span)
    return all(_gap(one, span) >= near for one in beside if _at(one, field) == span.start)


def _at(event: Event, field: str) -> int | None:
    value = getattr(event, field)
    return value.start if value else None


def _gap(event: Event, span: Span) -> int:
    """Characters between a trigger and words."""
    return max(span.start - event.trigger.end, event.trigger.start - span.end, 0)


def _around(event: Event) -> frozenset[str]:
    sides = (*event.actors, *event.recipients)
    whos = {f"={value}" for side in sides for value in (side.actor_id, side.country) if value}
    return stems(event.evidence.text) | whos | ({f"={event.place.country}"} if event.place and event.place.country else set())


def _kind(told: Telling) -> tuple[str, ...]:
    """The type and the countries of the parties."""
    return told.event.type, *sorted({side.country for side in (*told.actors, *told.recipients) if side.country})


def _numbers(event: Event) -> frozenset[int]:
    """Numbers of an event's sentence, without small ones, years and those of its date."""
    when, start = event.date, event.evidence.start
    text = event.evidence.text
    if when and when.start is not None and when.end is not None and start <= when.start:
        text = text[: when.start - start] + " " + text[when.end - start :]
    found = (NUMBERS.get(word) or (int(word.replace(",", "")) if word[0].isdigit() else 0) for word in _NUMBER.findall(text.lower()))
    return frozenset(number for number in found if number > FEW and number not in YEARS)


def stems(text: str) -> frozenset[str]:
    """The words of a text that carry its matter, without their endings, lower case."""
    return frozenset(stem(word) for word in _WORD.findall(text.lower()) if word not in STOP)


def stem(word: str) -> str:
    """A word without its ending, if at least four letters are left: rough, but alike for all forms of most words."""
    short = _ENDING.sub("", word)
    return short if len(short) >= 4 else word


def _days(event: Event, *, dated: bool) -> Days | None:
    """The days on which an event may have taken place; `dated` if the words that date it are its own."""
    told = event.date if event.date and event.date.text else None
    if told and (told.from_ or told.to):
        first, last = ordinal(told.from_ or told.to), ordinal(told.to or told.from_)
        if first is None or last is None:
            return None
        lent = event.status == "actual" and not dated
        return Days(first - LATE, last, False) if lent else Days(first, last, True, bool(_NIGHT.search(told.text or "")))
    published = ordinal(event.published)
    if published is None:
        return None
    if event.status == "future":
        return Days(published, published + PLANNED, False)
    return Days(published - (VAGUE if told or event.status == "historical" else LATE), published, False)


def ordinal(day: str | None) -> int | None:
    """A day as a number; a date that is none counts as unknown."""
    try:
        return date.fromisoformat(day[:10]).toordinal() if day else None
    except ValueError:
        return None


def _party(actor: Actor) -> Party:
    return Party(actor.actor_id, actor.kind, actor.country, frozenset(actor.sectors), _telling_words(actor))


def _telling_words(actor: Actor) -> frozenset[str]:
    """The words of a party by which it may be known again."""
    words = _WORD.findall(f"{actor.name or ''} {actor.text}".lower())
    return frozenset(stem(word) for word in words if word not in STOP and word not in ANYBODY and not word.isdigit())
