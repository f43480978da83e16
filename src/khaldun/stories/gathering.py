"""The events of one happening in, the happening as told out: its reports in order, its parties, days, place and tolls."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from urllib.parse import urlsplit

from khaldun.records import Actor, Assertion, Count, Event, Figure, Happening, Place, Report, Toll
from khaldun.stories.telling import FIGURES

CONFIRMS = "asserts"
"""The stance of those who vouch for an act; who only alleges it does not."""

DENIES = "denies"
"""The stance of those who hold that it was not so."""

FINEST = ("point", "city", "admin1", "region", "country", "unknown")
"""How precisely a place is known, the best first."""


def in_order(event: Event) -> tuple[str, str]:
    """By publication, those of unknown day last; then by id, so that no order of reading shows through."""
    return event.published or "9999", event.id


def gathered(name: str, events: Iterable[Event], copies: Mapping[str, Sequence[str]] = {}) -> Happening:
    """The happening of that id. `copies` has, by article, the addresses of its copies."""
    reports = sorted(events, key=in_order)
    first, last = _days(reports)
    return Happening(
        id=name,
        type=Counter(event.type for event in reports).most_common(1)[0][0],
        modes=_frequent(mode for event in reports for mode in event.mode),
        statuses=_frequent(event.status for event in reports),
        actors=_parties(actor for event in reports for actor in event.actors),
        recipients=_parties(actor for event in reports for actor in event.recipients),
        from_=first,
        to=last,
        place=_place(reports),
        figures={name: toll for name in FIGURES if (toll := _toll(reports, name))},
        reports=tuple(Report(e.id, e.article_id, e.uri, outlet(e.uri), e.published, tuple(copies.get(e.article_id, ()))) for e in reports),
        confirmed_by=_voices(reports, CONFIRMS),
        denied_by=_voices(reports, DENIES),
    )


def outlet(uri: str) -> str | None:
    """The host of an address, without `www.`."""
    try:
        host = urlsplit(uri).hostname
    except ValueError:
        return None
    return host.removeprefix("www.") if host else None


def _frequent(values: Iterable[str]) -> tuple[str, ...]:
    return tuple(value for value, _ in Counter(values).most_common())


def _days(reports: Sequence[Event]) -> tuple[str | None, str | None]:
    """Where the reports that date the act agree; else the day of the first publication is the last on which it can have been."""
    dated = [e.date for e in reports if e.date and e.date.text and (e.date.from_ or e.date.to)]
    dated = dated or [e.date for e in reports[:1] if e.date]
    firsts = [d.from_ for d in dated if d.from_]
    lasts = [d.to for d in dated if d.to]
    return max(firsts, default=None), min(lasts, default=None)


def _parties(found: Iterable[Actor]) -> tuple[Actor, ...]:
    """Each party once: by id, else by country and name, else by its words."""
    once: dict[tuple[str | None, ...], Actor] = {}
    for actor in found:
        key = (actor.actor_id,) if actor.actor_id else (actor.country, (actor.name or actor.text).casefold())
        once.setdefault(key, actor)
    return tuple(once.values())


def _place(reports: Sequence[Event]) -> Place | None:
    """The most precise place given, the earliest of these."""
    places = [e.place for e in reports if e.place]
    return min(places, key=lambda p: FINEST.index(p.precision) if p.precision in FINEST else len(FINEST), default=None)


def _toll(reports: Sequence[Event], name: str) -> Toll | None:
    """A figure over the reports."""
    given = [Figure(count, e.id, e.published) for e in reports if isinstance(count := getattr(e, name), Count)]
    if not given:
        return None
    ends = [end for figure in given for end in (figure.count.low, figure.count.high) if end is not None]
    return Toll(given[0], given[-1], min(ends, default=None), max(ends, default=None))


def _voices(reports: Sequence[Event], stance: str) -> tuple[Assertion, ...]:
    """Those who take such a stance, each once. Who asserts that it did not happen denies it."""
    once: dict[str, Assertion] = {}
    for event in reports:
        for voice in event.asserted_by:
            taken = DENIES if voice.stance == CONFIRMS and event.status == "negated" else voice.stance
            if taken == stance:
                once.setdefault(voice.actor_id or (voice.name or voice.text).casefold(), voice)
    return tuple(once.values())
