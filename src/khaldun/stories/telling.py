"""An event in, what of it is compared with other reports out: days, parties, place, figures and the words of its sentence."""

from __future__ import annotations

import re
from datetime import date
from typing import NamedTuple

from khaldun.records import Actor, Count, Event, Place

FIGURES = ("dead", "injured", "arrested", "displaced", "size")
"""The figures that an event may have."""

LATE = 2
"""Days by which news lags behind an act that no words date: Friday's act stands in Sunday's paper."""

PLANNED = 14
"""Days ahead within which a planned act without a date is expected."""

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

_WORD = re.compile(r"[^\W_]+")
_ENDING = re.compile(r"(?:ies|ing|ed|es|s|e|y|ly|ion|ions|ment|ments)$")


class Days(NamedTuple):
    """Days as ordinals, both included; `told` if the text dates the act, else they are what its publication allows."""

    first: int
    last: int
    told: bool


class Party(NamedTuple):
    """A party as compared."""

    actor_id: str | None
    kind: str
    country: str | None
    sectors: frozenset[str]
    words: frozenset[str]


class Telling(NamedTuple):
    """A report as compared with others. `published` is an ordinal, None where unknown; `size` the ends of each figure given."""

    event: Event
    days: Days | None
    published: int | None
    actors: tuple[Party, ...]
    recipients: tuple[Party, ...]
    place: Place | None
    figures: dict[str, tuple[int | None, int | None]]
    words: frozenset[str]


def telling(event: Event) -> Telling:
    """An event as compared."""
    return Telling(
        event,
        _days(event),
        ordinal(event.published),
        tuple(map(_party, event.actors)),
        tuple(map(_party, event.recipients)),
        event.place,
        {name: (count.low, count.high) for name in FIGURES if isinstance(count := getattr(event, name), Count)},
        stems(event.evidence.text),
    )


def stems(text: str) -> frozenset[str]:
    """The words of a text that carry its matter, without their endings, lower case."""
    return frozenset(stem(word) for word in _WORD.findall(text.lower()) if word not in STOP)


def stem(word: str) -> str:
    """A word without its ending, if at least four letters are left: rough, but alike for all forms of most words."""
    short = _ENDING.sub("", word)
    return short if len(short) >= 4 else word


def _days(event: Event) -> Days | None:
    """The days on which an event may have taken place."""
    told = event.date if event.date and event.date.text else None
    if told and (told.from_ or told.to):
        first, last = ordinal(told.from_ or told.to), ordinal(told.to or told.from_)
        return Days(first, last, True) if first is not None and last is not None else None
    published = ordinal(event.published)
    if published is None or event.status == "historical":
        return None
    return Days(published, published + PLANNED, False) if event.status == "future" else Days(published - LATE, published, False)


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
