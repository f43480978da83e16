"""A happening and what its articles say in, claims out: who asserts, alleges, denies or investigates it, in which words."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from khaldun.records import Actor, Claim, Event, Happening, Span, Statement
from khaldun.stories.sameness import rules
from khaldun.stories.telling import stems

NEAR = 400
"""Characters between a report and a denial without an object that still answers it: the sentence after, or the one after that."""

ABOUT = 3
"""Words that an answering event's sentence shares with a report's, from which it is about the same."""


def claims(happening: Happening, events: Sequence[Event], statements: Sequence[Statement]) -> tuple[Claim, ...]:
    """Claims on a happening, in the order of publication and of the text; the same claim of the same party in one article once.

    `events` and `statements` may hold more than what belongs to it: whatever the record has of the articles that report it.
    """
    names = {report.event_id for report in happening.reports}
    reports = [event for event in events if event.id in names]
    others = [event for event in events if event.id not in names]
    said = [claim for statement in statements for claim in _said(happening, statement, reports)]
    done = [claim for event in others for claim in _answers(happening, event, reports)]
    once: dict[tuple[str, str, str], Claim] = {}
    for claim in sorted([*said, *done], key=lambda c: (c.published or "9999", c.page_id, c.words.start, c.basis)):
        once.setdefault((claim.article_id, claim.stance, claim.actor_id or (claim.name or claim.who).casefold()), claim)
    return tuple(once.values())


def _said(happening: Happening, statement: Statement, reports: Iterable[Event]) -> Iterable[Claim]:
    """What a statement holds of the happening: it has a report of it in its words, or denies one that stands just before it."""
    if statement.speaker is None:
        return
    told = [event for event in reports if event.id in statement.events]
    if told:
        yield _claim(happening, statement, statement.speaker, _turned(statement.stance, told), statement.evidence)
    elif statement.stance == "denies" and not statement.events and any(_before(event, statement) for event in reports):
        yield _claim(happening, statement, statement.speaker, "denies", statement.evidence)


def _turned(stance: str, told: Sequence[Event]) -> str:
    """The stance towards the act itself: who asserts that it did not happen denies it."""
    return "denies" if stance == "asserts" and all(event.status == "negated" for event in told) else stance


def _before(event: Event, statement: Statement) -> bool:
    """Whether a report stands shortly before a statement, whose speaker is a party to it."""
    if event.article_id != statement.article_id or not 0 <= statement.evidence.start - event.evidence.end <= NEAR:
        return False
    return statement.speaker is not None and _party(statement.speaker, (*event.actors, *event.recipients))


def _answers(happening: Happening, event: Event, reports: Sequence[Event]) -> Iterable[Claim]:
    """What an event of its own (an accusation, an inquiry, a denial) holds of the happening, if it is about that."""
    stances = rules().stances
    stance = next((stances[key] for key in (*(f"{event.type} {mode}" for mode in event.mode), event.type) if key in stances), None)
    if stance is None or event.status not in ("actual", "historical") or not any(_about(event, report) for report in reports):
        return
    for actor in event.actors:
        yield _claim(happening, event, actor, stance, event.evidence)


def _about(event: Event, report: Event) -> bool:
    """Whether an event answers a report: it stands in the same sentence, or in the same article with the report's doer as its own
    or as the one it turns to, in words of the report."""
    if event.article_id != report.article_id:
        return False
    if event.evidence == report.evidence:
        return True
    sides = (*event.actors, *event.recipients)
    common = stems(event.evidence.text) & stems(report.evidence.text)
    return len(common) >= ABOUT and any(_party(side, report.actors) for side in sides)


def _party(actor: Actor, sides: Iterable[Actor]) -> bool:
    """Whether somebody is one of the parties, as far as ids, countries and words tell."""
    return any(
        (actor.actor_id is not None and actor.actor_id == side.actor_id)
        or (actor.country is not None and actor.country == side.country)
        or bool(stems(actor.text) & stems(side.text))
        for side in sides
    )


def _claim(happening: Happening, basis: Event | Statement, who: Actor, stance: str, words: Span) -> Claim:
    return Claim(
        happening_id=happening.id,
        stance=stance,
        who=who.text,
        name=who.name,
        actor_id=who.actor_id,
        country=who.country,
        words=words,
        basis=basis.id,
        article_id=basis.article_id,
        page_id=basis.page_id,
        uri=basis.uri,
        published=basis.published,
    )
