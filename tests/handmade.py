"""Coded pages made by hand: enough of every struct to test the record, the exports and the command line without a model.

A line `Britain sanctions Russia …` gives an event, `Britain says …` a statement that holds the events of its line; the rest is prose.
"""

from __future__ import annotations

import hashlib
import re

import msgspec

from khaldun.errors import Failed, Rejected
from khaldun.pages.items import Input
from khaldun.records import (
    Actor,
    Article,
    Assertion,
    Block,
    Coded,
    CodedPage,
    Count,
    Event,
    EventDate,
    Furniture,
    Mention,
    Page,
    Published,
    Span,
    Split,
    Statement,
    Who,
    stable_id,
)

TYPES = {"sanctions": ("SANCTION", "discontinue", 4, -6.0), "visits": ("CONSULT", "visit", 1, 4.0), "kills": ("ASSAULT", None, 4, -10.0)}
COUNTRIES = {"Britain": "GBR", "Russia": "RUS", "Iran": "IRN", "Cuba": "CUB"}
COMMON = {"coder": "khaldun test", "model": "sha256:0"}


def page(text: str, uri: str = "a.txt") -> Page:
    digest = hashlib.sha256(text.encode()).hexdigest()
    blocks = tuple(Block(*line.span()) for line in re.finditer(r"[^\n]*\S[^\n]*", text))
    return Page(stable_id(uri, digest), uri, "text/plain", "utf-8", text, digest, blocks)


def actor(words: str, start: int) -> Actor:
    country = COUNTRIES.get(words)
    known = country is not None
    return Actor(
        words,
        start,
        start + len(words),
        words if known else None,
        f"country-{country}" if known else None,
        "country" if known else "unknown",
        country,
        ("GOV",) if known else (),
    )


def code(page: Page, published: str | None = None) -> CodedPage:
    """Reads a page: first line the headline, `TT` furniture, the rest the body."""
    lines = [Span(m.group(), *m.span()) for m in re.finditer(r"[^\n]*\S[^\n]*", page.text)]
    title, body = lines[0], tuple(line for line in lines[1:] if line.text != "TT")
    furniture = tuple(Furniture(line.start, line.end, "residue") for line in lines[1:] if line.text == "TT")
    date = Published(published, "day", "option") if published else None
    article = Article(stable_id(page.id, title.start), page.id, 0, title, body, furniture=furniture, published=date, language="en")
    statements = tuple(found for line in body for found in _statements(line, article, page))
    events = tuple(found for line in body for found in _events(line, article, page, statements))
    statements = tuple(_with_events(statement, events) for statement in statements)
    coded = Coded(article, page, tuple(_names(article)), (), statements, events, story=stable_id("story", title.text))
    return CodedPage(page, Split((article,), ()), (coded,))


def _events(line: Span, article: Article, page: Page, statements: tuple[Statement, ...]) -> list[Event]:
    found = []
    for match in re.finditer(r"(\w+) (sanctions|visits|kills) (\w+)", line.text):
        kind, mode, quad, score = TYPES[match[2]]
        start = line.start + match.start(2)
        published = article.published.date if article.published else None
        voices = [s for s in statements if s.evidence == line and s.speaker]
        found.append(
            Event(
                id=stable_id(article.id, "event", start),
                type=kind,
                mode=(mode,) if mode else (),
                contexts=(),
                quad=quad,
                score=score,
                status="actual",
                confidence=0.9,
                actors=(actor(match[1], line.start + match.start(1)),),
                recipients=(actor(match[3], line.start + match.start(3)),),
                trigger=Span(match[2], start, start + len(match[2])),
                evidence=line,
                date=EventDate(None, None, None, published, published, "day", "publication") if published else None,
                place=None,
                dead=_dead(line),
                injured=None,
                size=None,
                asserted_by=tuple(_voice(s) for s in voices),
                article_id=article.id,
                story_id=stable_id("story", article.title.text),
                happening_id=stable_id("happening", kind, match[1], match[3]),
                page_id=page.id,
                uri=page.uri,
                published=published,
                ontology="plover-2021.09",
                **COMMON,
            )
        )
    return found


def _dead(line: Span) -> Count | None:
    match = re.search(r"\d+ dead", line.text)
    if match is None:
        return None
    number = int(match.group().split()[0])
    return Count(match.group(), line.start + match.start(), line.start + match.end(), number, number)


def _voice(statement: Statement) -> Assertion:
    who = statement.speaker
    return Assertion(who.text, who.start, who.end, who.name, who.actor_id, who.country, statement.stance, statement.id)


def _statements(line: Span, article: Article, page: Page) -> list[Statement]:
    match = re.match(r"(\w+) (says|denies) (.+)", line.text)
    if match is None:
        return []
    cue = Span(match[2], line.start + match.start(2), line.start + match.end(2))
    content = Span(match[3], line.start + match.start(3), line.start + match.end(3))
    return [
        Statement(
            id=stable_id(article.id, "statement", cue.start),
            speaker=actor(match[1], line.start),
            cue=cue,
            content=(content,),
            kind="indirect",
            stance="denies" if match[2] == "denies" else "asserts",
            confidence=0.8,
            addressee=None,
            relays=(),
            events=(),
            evidence=line,
            article_id=article.id,
            page_id=page.id,
            uri=page.uri,
            published=article.published.date if article.published else None,
            **COMMON,
        )
    ]


def _with_events(statement: Statement, events: tuple[Event, ...]) -> Statement:
    return msgspec.structs.replace(statement, events=tuple(e.id for e in events if e.evidence == statement.evidence))


def _names(article: Article) -> list[Mention]:
    found = []
    for line in article.body:
        for match in re.finditer(r"Britain|Russia|Iran|Cuba", line.text):
            country = COUNTRIES[match.group()]
            who = Who(match.group(), "country", country, (), f"country-{country}", "country name")
            found.append(Mention(match.group(), line.start + match.start(), line.start + match.end(), "place", who))
    return found


def read(given: Input) -> Page:
    """An input's page, with the real reader's refusals in short."""
    text = given.data.decode("utf8")
    if not text.strip():
        raise Rejected("empty")
    if text.startswith("BREAK"):
        raise Failed("it broke")
    return page(text, given.uri)


SANCTIONS = "London acts\nTT\nBritain sanctions Russia over a dam\nIt rained in London.\nIran says Britain sanctions Russia, 12 dead\n"
VISIT = "A visit\nCuba visits Iran this week\nIran denies Cuba visits Russia\n"
