"""Rows in, a few lines each out, to be read at a glance."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date, timedelta

import click
import msgspec

from khaldun.cli.terminal import bold, colourful, dim, indented, marked, safe
from khaldun.record import StoredActor, StoredArticle, StoredName, StoredStory
from khaldun.records import Actor, Assertion, Claim, Count, Event, Happening, LedgerEntry, Statement

COLOURS = {1: "green", 2: "green", 3: "yellow", 4: "red"}
"""Colours of the four quads: cooperation, conflict in words, conflict in deeds."""


def listed(row: msgspec.Struct) -> str:
    """A row as `khaldun show` has it."""
    return SHOWN[type(row)](row)


def event(row: Event) -> str:
    """When, what, who to whom; the words with the trigger marked; who says so and where it stands."""
    evidence = marked(row.evidence.text, row.trigger.start - row.evidence.start, row.trigger.end - row.evidence.start)
    facts = [*map(_voice, row.asserted_by), *_counts(row), *([f"in {safe(row.place.text)}"] if row.place else [])]
    return "\n".join([headline(row), indented(evidence), indented(_joined([*facts, dim(safe(row.uri)), dim(row.id)]))])


def headline(row: Event) -> str:
    """An event on one line."""
    kind = " ".join([row.type, *row.mode])
    shown = click.style(kind, fg=COLOURS.get(row.quad), bold=True) if colourful() else kind
    status = dim(row.status) if row.status == "actual" else bold(row.status)
    return f"{_day(row)}  {shown}  {parties(row.actors)} -> {parties(row.recipients)}  {status}"


def parties(found: Iterable[Actor]) -> str:
    """Who, with country and sectors."""
    return ", ".join(party(actor) for actor in found) or "?"


def party(who: Actor | Assertion) -> str:
    """A party by the best name there is, with what is known of it."""
    codes = " ".join([who.country or "", *(who.sectors if isinstance(who, Actor) else ())]).strip()
    return safe(who.name or who.text) + (f" ({codes})" if codes else "")


def statement(row: Statement) -> str:
    """Who says what: speaker, cue, stance, the words."""
    speaker = party(row.speaker) if row.speaker else "?"
    cue = f" [{safe(row.cue.text)}]" if row.cue else ""
    relays = f"  through {parties(row.relays)}" if row.relays else ""
    to = f"  to {party(row.addressee)}" if row.addressee else ""
    head = f"{row.published or '????-??-??'}  {bold(speaker)}{cue}{to}{relays}  {row.stance}"
    return "\n".join([head, *_quoted(row), indented(_joined([dim(safe(row.uri)), dim(row.id)]))])


def _quoted(row: Statement) -> list[str]:
    content = " … ".join(safe(span.text) for span in row.content)
    return [indented(content)] if content else []


def article(row: StoredArticle) -> str:
    """Headline, how it came to be, and how long it is."""
    published = row.published.date if row.published else "????-??-??"
    words = sum(len(span.text.split()) for span in row.body)
    told = [row.agency, row.byline and row.byline.text, row.dateline and row.dateline.text]
    facts = [f"{words} words", *(safe(fact) for fact in told if fact)]
    facts += [f"copy of {row.copy_of}"] if row.copy_of else []
    return "\n".join(
        [f"{published}  {bold(safe(row.title or '(no headline)'))}", indented(_joined([*facts, dim(safe(row.uri)), dim(row.id)]))]
    )


def name(row: StoredName) -> str:
    """The words and who they are."""
    who = row.who
    codes = " ".join([who.country or "", *who.sectors]).strip()
    known = (safe(who.name) if who.name else "?") + (f" ({codes})" if codes else "")
    return f"{safe(row.text)} = {known}  {row.kind}  {dim(who.rule)}"


def actor(row: StoredActor) -> str:
    """Name, country and how often met."""
    counts = f"{row.mentions} mentions, {row.acts} acts, {row.acted_on} times acted on, {row.statements} statements"
    country = f" ({row.country})" if row.country else ""
    return f"{bold(safe(row.name or row.id))}{country}  {row.kind}\n" + indented(_joined([counts, dim(row.id)]))


def story(row: StoredStory) -> str:
    """Headline, days and how many tell it."""
    days = _days(row.first, row.last)
    copies = f", of which {_number(row.copies, 'copy', 'copies')}" if row.copies else ""
    facts = [f"{_number(len(row.articles), 'article')}{copies}", *(dim(safe(uri)) for uri in row.uris), dim(row.id)]
    return f"{days}  {bold(safe(row.title or '(no headline)'))}\n" + indented(_joined(facts))


def happening(row: Happening) -> str:
    """What, who to whom, how often reported, with which figures, and who stands for or against it."""
    kind = bold(" ".join([row.type, *row.modes]))
    figures = [f"{_span(toll.low, toll.high)} {label}" for label, toll in row.figures.items()]
    voices = [
        f"{verb} {', '.join(map(party, who))}" for verb, who in (("confirmed by", row.confirmed_by), ("denied by", row.denied_by)) if who
    ]
    facts = [_number(len(row.reports), "report"), *figures, *voices, *(dim(safe(source)) for source in row.sources), dim(row.id)]
    head = f"{_days(row.from_, row.to)}  {kind}  {parties(row.actors)} -> {parties(row.recipients)}  {'/'.join(row.statuses)}"
    return f"{head}\n" + indented(_joined(facts))


def claim(row: Claim) -> str:
    """Who holds what of a happening, in which words."""
    who = safe(row.name or row.who) + (f" ({row.country})" if row.country else "")
    return f"{row.published or '????-??-??'}  {bold(who)} {row.stance}\n" + "\n".join(
        [indented(safe(row.words.text)), indented(_joined([dim(safe(row.uri)), dim(row.basis)]))]
    )


def entry(row: LedgerEntry) -> str:
    """What became of an input."""
    size = "" if row.size is None else f"  {row.size:,} bytes"
    return f"{row.outcome:<9}  {safe(row.uri)}{size}" + (f"\n{indented(safe(row.reason))}" if row.reason else "")


def _day(row: Event) -> str:
    """The day of an event; of its report, with a tilde, where its own is unknown."""
    if row.date and (row.date.from_ or row.date.to):
        return _days(row.date.from_, row.date.to)
    return f"~{row.published}" if row.published else "????-??-??"


def _days(first: str | None, last: str | None) -> str:
    """Days, both included, in short: a whole month or year by its name, an open end by two dots."""
    if first is None and last is None:
        return "????-??-??"
    if first is None or last is None:
        return f"{first or '..'}/{last or '..'}"
    for length, begin, ends in ((4, "-01-01", ("-12-31",)), (7, "-01", ("-28", "-29", "-30", "-31"))):
        whole = first[:length]
        if whole == last[:length] and first[length:] == begin and last[length:] in ends and _next_day(last)[:length] != whole:
            return whole
    return first if first == last else f"{first}/{last}"


def _next_day(day: str) -> str:
    return (date.fromisoformat(day) + timedelta(days=1)).isoformat() if day < "9999-12-31" else ""


def _voice(who: Assertion) -> str:
    return f"{party(who)} {who.stance}"


def _counts(row: Event) -> list[str]:
    found = {"dead": row.dead, "injured": row.injured, "arrested": row.arrested, "displaced": row.displaced, "people": row.size}
    return [f"{_span(count.low, count.high)} {label}" for label, count in found.items() if isinstance(count, Count)]


def _span(low: int | None, high: int | None) -> str:
    """A number as far as it is known."""
    if low == high:
        return "some" if low is None else f"{low:,}"
    if high is None:
        return f"at least {low:,}"
    return f"up to {high:,}" if low is None else f"{low:,} to {high:,}"


def _number(count: int, noun: str, nouns: str | None = None) -> str:
    return f"{count} {noun}" if count == 1 else f"{count} {nouns or noun + 's'}"


def _joined(facts: Iterable[str]) -> str:
    return " · ".join(facts)


SHOWN: dict[type, Callable[..., str]] = {
    Event: event,
    Statement: statement,
    StoredArticle: article,
    StoredName: name,
    StoredActor: actor,
    StoredStory: story,
    Happening: happening,
    Claim: claim,
    LedgerEntry: entry,
}
