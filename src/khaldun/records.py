"""The plain data that flows through Khaldun: the one vocabulary of every stage.

Offsets are `[start, end)` in Unicode code points of the page's stored canonical text, and `page.text[start:end]` is always
the words meant. Dates are ISO 8601 strings (`YYYY-MM-DD`). An unknown is `None`, never a guess.
"""

from __future__ import annotations

import hashlib
from typing import Literal

import msgspec

Quad = Literal[1, 2, 3, 4]
Precision = Literal["day", "week", "month", "season", "quarter", "year", "decade", "century", "span", "unknown"]


def stable_id(*parts: object) -> str:
    """A 16-digit hexadecimal id that depends on nothing but `parts`: the same input gives the same id on every run."""
    joined = "\x1f".join(str(part) for part in parts)
    return hashlib.sha256(joined.encode("utf8", "surrogatepass")).hexdigest()[:16]


class Span(msgspec.Struct, frozen=True):
    """Words of a page: `page.text[start:end] == text`."""

    text: str
    start: int
    end: int


# ---------------------------------------------------------------- pages


class Block(msgspec.Struct, frozen=True):
    """A run of visible text that its source sets apart (a line of plain text, an HTML block element), with what markup says of it.

    `tag` is the HTML element that holds it ("p", "h1", "li", "figcaption" …), "" for plain text. `links` is the share of its
    characters inside links (0 to 1). `inside` names the semantic ancestors, outermost first ("article", "nav", "footer", "aside" …
    and, lower-cased, class and id words of ancestors that name a role). `at` numbers the elements that hold it, outermost first: two
    blocks share a container as far as these agree.
    """

    start: int
    end: int
    tag: str = ""
    links: float = 0.0
    inside: tuple[str, ...] = ()
    at: tuple[int, ...] = ()


class Metadata(msgspec.Struct, frozen=True):
    """What a page or its envelope says of itself outside its visible text (HTML head, JSON-LD, WARC headers, JSON fields).

    Several dates or titles may be claimed; each is kept with the rule that read it ("json-ld datePublished", "meta
    article:published_time").
    """

    titles: tuple[tuple[str, str], ...] = ()
    dates: tuple[tuple[str, str], ...] = ()
    authors: tuple[str, ...] = ()
    site: str | None = None
    section: str | None = None
    language: str | None = None


class Page(msgspec.Struct, frozen=True):
    """One page as stored: its canonical text, to which every span of the record points.

    `id` is a hash of URI and bytes. `sha256` is the hash of `text` in UTF-8. `media_type` is "text/plain" or "text/html".
    """

    id: str
    uri: str
    media_type: str
    charset: str
    text: str
    sha256: str
    blocks: tuple[Block, ...]
    metadata: Metadata = Metadata()


# ---------------------------------------------------------------- articles

FurnitureKind = Literal[
    "menu", "share", "caption", "credit", "prompt", "cookie", "timestamp", "related", "headline-list", "teaser", "advertisement",
    "comment", "copyright", "residue", "repeat", "other",
]  # fmt: skip


class Furniture(msgspec.Struct, frozen=True):
    """Text of a page that belongs to no body: a menu, a share count, a caption, a headline repeated."""

    start: int
    end: int
    kind: FurnitureKind


class Published(msgspec.Struct, frozen=True):
    """When an article was published, how precisely that is known, and the rule that said so ("option", "json-ld datePublished" …)."""

    date: str
    precision: Precision
    rule: str


class Article(msgspec.Struct, frozen=True):
    """One article of a page. `body` are its paragraphs in order, furniture left out; spans of one paragraph never overlap another's."""

    id: str
    page_id: str
    position: int
    title: Span | None
    body: tuple[Span, ...]
    title_copies: tuple[Span, ...] = ()
    furniture: tuple[Furniture, ...] = ()
    byline: Span | None = None
    agency: str | None = None
    dateline: Span | None = None
    published: Published | None = None
    section: str | None = None
    language: str | None = None


class Split(msgspec.Struct, frozen=True):
    """A page split: its articles in order, and the furniture that belongs to none of them."""

    articles: tuple[Article, ...]
    furniture: tuple[Furniture, ...]


# ---------------------------------------------------------------- reading


class Word(msgspec.Struct, frozen=True):
    """A word in its sentence's tree (Universal Dependencies). `head` is the index of its head in the sentence, -1 for the root."""

    start: int
    end: int
    upos: str
    head: int
    rel: str


NameKind = Literal["person", "organisation", "place", "nationality", "other"]


class Name(msgspec.Struct, frozen=True):
    """A proper name as it stands in the text."""

    text: str
    start: int
    end: int
    kind: NameKind


class Act(msgspec.Struct, frozen=True):
    """An event as read from its words alone, before anyone is identified.

    `confidence` (0 to 1) is the reader's probability of the type. `roles` maps actor, recipient, place, time, dead, injured,
    arrested, displaced, size
    to the spans found.
    """

    type: str
    mode: str | None
    status: str
    trigger: Span
    confidence: float
    roles: dict[str, tuple[Span, ...]]


class Saying(msgspec.Struct, frozen=True):
    """An attribution as read: who is given as the source, by which cue, of what content."""

    cue: Span
    stance: str
    confidence: float
    source: tuple[Span, ...]
    content: tuple[Span, ...]
    addressee: tuple[Span, ...] = ()
    relay: tuple[Span, ...] = ()


class Sentence(msgspec.Struct, frozen=True):
    """A sentence of a body (or the headline, `part` "title") with its tree, names, acts and sayings."""

    start: int
    end: int
    part: Literal["title", "body"]
    paragraph: int
    words: tuple[Word, ...]
    names: tuple[Name, ...] = ()
    acts: tuple[Act, ...] = ()
    sayings: tuple[Saying, ...] = ()


class Reading(msgspec.Struct, frozen=True):
    """An article as read."""

    article_id: str
    sentences: tuple[Sentence, ...]


# ---------------------------------------------------------------- who, when, where

ActorKind = Literal["country", "organisation", "person", "group", "place", "unknown"]


class Who(msgspec.Struct, frozen=True):
    """Who a phrase is at a date. `rule` says what that rests on, or why it is unknown ("no antecedent"). `name` is canonical.

    `country` is ISO 3166 alpha-3 (KOS for Kosovo) or one of the seven international codes of PLOVER; `sectors` are PLOVER's.
    """

    name: str | None
    kind: ActorKind
    country: str | None
    sectors: tuple[str, ...]
    actor_id: str | None
    rule: str


class Mention(msgspec.Struct, frozen=True):
    """A name, role noun or pronoun of an article with who it is, and the span of the antecedent that says so, if it was another's.

    `kind` is that of a name (`NameKind`), or "name" for a phrase around one, "role" for a noun, "pronoun".
    """

    text: str
    start: int
    end: int
    kind: str
    who: Who
    antecedent: Span | None = None


class DateMention(msgspec.Struct, frozen=True, rename={"from_": "from"}):
    """A date expression and the days it means, both ends included; `None` ends where nothing bounds them.

    `value` is its TIMEX3 value where one exists ("2025-07-07", "2024-W05", "PXY"). `basis` says in words what it was counted from.
    """

    text: str
    start: int
    end: int
    from_: str | None
    to: str | None
    precision: Precision
    rule: str
    basis: str
    value: str | None = None


class Place(msgspec.Struct, frozen=True):
    """Where: a place phrase with what is known of it. Degrees are WGS 84. `precision`: point, city, admin1, country, region or unknown."""

    text: str
    start: int
    end: int
    name: str | None
    country: str | None
    admin1: str | None
    latitude: float | None
    longitude: float | None
    geonames_id: int | None
    precision: str
    rule: str


# ---------------------------------------------------------------- events and statements


class Actor(msgspec.Struct, frozen=True):
    """A party of an event as exported: the words, and who that is."""

    text: str
    start: int
    end: int
    name: str | None
    actor_id: str | None
    kind: ActorKind
    country: str | None
    sectors: tuple[str, ...]


class EventDate(msgspec.Struct, frozen=True, rename={"from_": "from"}):
    """When an event took place. Without words of its own (`text` null) it rests on what `basis` says."""

    text: str | None
    start: int | None
    end: int | None
    from_: str | None
    to: str | None
    precision: Precision
    basis: str


class Count(msgspec.Struct, frozen=True):
    """A number of people or things.

    `low` and `high` are equal where the text is exact, `high` is null for "at least", `low` for "up to".
    """

    text: str
    start: int
    end: int
    low: int | None
    high: int | None


class Assertion(msgspec.Struct, frozen=True):
    """Somebody who vouches for an event in the text: the words, who that is, and the stance taken (asserts, alleges, accuses, denies)."""

    text: str
    start: int
    end: int
    name: str | None
    actor_id: str | None
    country: str | None
    stance: str
    statement_id: str


class Event(msgspec.Struct, frozen=True, kw_only=True):
    """Who did what to whom: the public contract of `export events` and of `article.events`.

    `arrested` and `displaced` are left out of the JSON where the text gives no such figure.
    """

    id: str
    type: str
    mode: tuple[str, ...]
    contexts: tuple[str, ...]
    quad: int
    score: float
    status: str
    confidence: float
    actors: tuple[Actor, ...]
    recipients: tuple[Actor, ...]
    trigger: Span
    evidence: Span
    date: EventDate | None
    place: Place | None
    dead: Count | None
    injured: Count | None
    size: Count | None
    asserted_by: tuple[Assertion, ...]
    article_id: str
    story_id: str | None
    happening_id: str | None
    page_id: str
    uri: str
    published: str | None
    coder: str
    model: str
    ontology: str
    arrested: Count | msgspec.UnsetType = msgspec.UNSET
    displaced: Count | msgspec.UnsetType = msgspec.UNSET


class Statement(msgspec.Struct, frozen=True, kw_only=True):
    """Who says what. `relays` are those who pass it on, outermost first; `events` the ids of the events inside the content."""

    id: str
    speaker: Actor | None
    cue: Span | None
    content: tuple[Span, ...]
    kind: str
    stance: str
    confidence: float
    addressee: Actor | None
    relays: tuple[Actor, ...]
    events: tuple[str, ...]
    evidence: Span
    article_id: str
    page_id: str
    uri: str
    published: str | None
    coder: str
    model: str


class Story(msgspec.Struct, frozen=True):
    """Articles about the same news within days, the earliest first.

    `title` is the earliest headline; `first` and `last` are days of publication.
    """

    id: str
    title: str | None
    first: str | None
    last: str | None
    articles: tuple[str, ...]


class Report(msgspec.Struct, frozen=True):
    """An event as the report of a happening: where it stands and when that was published.

    `outlet` is the host of the address, if it has one; `copies` are the addresses at which copies of the article stand.
    """

    event_id: str
    article_id: str
    uri: str
    outlet: str | None
    published: str | None
    copies: tuple[str, ...] = ()


class Figure(msgspec.Struct, frozen=True):
    """A figure as one report gives it."""

    count: Count
    event_id: str
    published: str | None


class Toll(msgspec.Struct, frozen=True):
    """How a figure fared over the reports: the earliest and the latest given, and the lowest and highest number named."""

    earliest: Figure
    latest: Figure
    low: int | None
    high: int | None


class Happening(msgspec.Struct, frozen=True, kw_only=True, rename={"from_": "from"}):
    """One act, as told by one or many events. `reports` are in the order of publication; the first is the first report known.

    `modes` and `statuses` are all that are given, most often first; `actors` and `recipients` all parties, each once, in the words
    of the first
    report that names them best. `from` and `to` are the days (both included) on which the dated reports agree. `figures` maps dead,
    injured,
    arrested, displaced and size to their tolls. `confirmed_by` are those who vouch for it, `denied_by` those who deny it.
    """

    id: str
    type: str
    modes: tuple[str, ...]
    statuses: tuple[str, ...]
    actors: tuple[Actor, ...]
    recipients: tuple[Actor, ...]
    from_: str | None
    to: str | None
    place: Place | None
    figures: dict[str, Toll]
    reports: tuple[Report, ...]
    confirmed_by: tuple[Assertion, ...]
    denied_by: tuple[Assertion, ...]

    @property
    def sources(self) -> tuple[str, ...]:
        """The outlets that report it, or the addresses of those that have none, each once."""
        return tuple(dict.fromkeys(report.outlet or report.uri for report in self.reports))


class Claim(msgspec.Struct, frozen=True, kw_only=True):
    """What somebody holds of a happening. `stance`: asserts, alleges, accuses, denies, investigates …

    `words` are those in which the page reports the claim; `basis` is the id of the statement or event that holds it.
    """

    happening_id: str
    stance: str
    who: str
    name: str | None
    actor_id: str | None
    country: str | None
    words: Span
    basis: str
    article_id: str
    page_id: str
    uri: str
    published: str | None


class Coded(msgspec.Struct, frozen=True):
    """An article with all that was read in it: what `Reader.read` gives and what the record stores.

    `story` is the id of the story it belongs to (within one call, or within a record), `copy_of` the id of the article whose copy it is.
    """

    article: Article
    page: Page
    names: tuple[Mention, ...]
    dates: tuple[DateMention, ...]
    statements: tuple[Statement, ...]
    events: tuple[Event, ...]
    story: str | None = None
    copy_of: str | None = None

    @property
    def title(self) -> str | None:
        """The headline's words."""
        return self.article.title.text if self.article.title else None

    @property
    def body(self) -> tuple[Span, ...]:
        """The paragraphs, as spans of the page."""
        return self.article.body

    @property
    def text(self) -> str:
        """The body, a line a paragraph. Spans do not index this text but `page.text`."""
        return "\n".join(span.text for span in self.article.body)

    @property
    def published(self) -> str | None:
        """The day of publication, as far as known."""
        return self.article.published.date if self.article.published else None


class CodedPage(msgspec.Struct, frozen=True):
    """A page with everything read in it: the unit that is stored, in one transaction."""

    page: Page
    split: Split
    articles: tuple[Coded, ...]


# ---------------------------------------------------------------- the ledger

Outcome = Literal["stored", "duplicate", "rejected", "failed"]


class LedgerEntry(msgspec.Struct, frozen=True):
    """What became of one input. `reason` is empty for what was stored; `page_id` is null for what never became a page."""

    uri: str
    outcome: Outcome
    reason: str
    page_id: str | None = None
    size: int | None = None
