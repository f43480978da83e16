"""HTML pages to articles."""

from __future__ import annotations

import re
from collections import Counter

from khaldun.articles.container import OUTSIDE, Piece, main_pieces, pieces_of, with_telling_roles
from khaldun.articles.drafts import Draft, Drafts, Range
from khaldun.articles.furniture import kind_of, label
from khaldun.articles.lines import key
from khaldun.articles.topics import shared, stems
from khaldun.records import Furniture, FurnitureKind, Page

_HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6", "dt", "summary")
_PARAGRAPHS = ("p", "blockquote", "script")
_NEVER = ("button", "figcaption", "caption", "option", "label", "address", "textarea", "legend")
_WITHIN = ("h2", "h3", "h4", "h5", "h6", "li", "p", "blockquote", "dt", "dd", "td", "th")
_LEAD = frozenset(
    {
        "lead", "lede", "intro", "standfirst", "deck", "dek", "excerpt", "summary", "subtitle", "abstract", "description",
    }
)  # fmt: skip
_KINDS: tuple[tuple[FurnitureKind, frozenset[str]], ...] = (
    ("cookie", frozenset({"cookie", "cookies", "consent", "gdpr"})),
    ("comment", frozenset({"comment", "comments", "disqus", "discussion"})),
    ("caption", frozenset({"figcaption", "caption", "figure"})),
    ("share", frozenset({"share", "sharing", "social", "follow"})),
    ("prompt", frozenset({"newsletter", "subscribe", "subscription", "signup", "paywall", "login", "register", "form", "donate"})),
    ("advertisement", frozenset({"ad", "ads", "advert", "advertisement", "advertising", "sponsored", "sponsor", "outbrain", "taboola"})),
    ("related", frozenset({"related", "recommended", "recommendations", "popular", "trending", "latest", "teaser", "recirculation"})),
    ("credit", frozenset({"byline", "author", "authors", "credit"})),
    ("timestamp", frozenset({"time", "timestamp", "dateline", "date"})),
    ("menu", frozenset({"nav", "menu", "breadcrumb", "footer", "header", "button", "select", "option", "search"})),
)
_CLOSING = re.compile(
    r"(?:follow|like|find|join)\b.{0,80}\b(?:on|via) "
    r"(?:twitter|facebook|instagram|x|threads|bluesky|linkedin|telegram|whatsapp|youtube)\b.{0,80}|"
    r"(?:[\w.' ]{3,40} )?(?:is on|tweets (?:at|as)) (?:twitter|x|@).{0,40}|"
    r"(?:sign|signing) up\b.{0,60}\b(?:newsletter|e-?mails?|alerts?|briefing)\b.{0,100}|download\b.{0,30}\bapps?\b.{0,60}|"
    r"(?:have|got|do you have) (?:a|any) (?:story|tip|news|question)s?\b.{0,140}|(?:e-?mail|contact|write to|reach)\b.{0,40}@\w.{0,120}",
    re.I | re.S,
)
_MOST_CLOSING = 4
_LONGEST_LEAD = 90
_MOST_LEADS = 6


def split_document(page: Page) -> Drafts:
    """The articles of an HTML page."""
    pieces = pieces_of(page)
    claimed = {key(title) for title, _ in page.metadata.titles}
    body = _body(main_pieces(pieces, claimed), claimed)
    if not body:
        return Drafts(furniture=[_furniture(piece) for piece in pieces])
    titles = _titles(pieces, claimed, body[0].block.start)
    taken = {piece.block.start for piece in titles}
    body = [piece for piece in _leads(pieces, titles, body) + body if piece.block.start not in taken]
    articles = [Draft([_range(piece) for piece in titles], [_range(piece) for piece in body])]
    further = further_articles(pieces, titles, body)
    if further:
        articles = [Draft([_range(piece) for piece in heads], [_range(piece) for piece in parts]) for heads, parts in further]
    kept = {start for draft in articles for start, _ in (*draft.titles, *draft.body)}
    return Drafts(articles, [_furniture(piece) for piece in pieces if piece.block.start not in kept])


def _range(piece: Piece) -> Range:
    return piece.block.start, piece.block.end


def further_articles(pieces: list[Piece], titles: list[Piece], body: list[Piece]) -> list[tuple[list[Piece], list[Piece]]]:
    """The articles of a page that sets several under headings of one rank, each with a subject of its own; empty where there is but one."""
    rank = titles[-1].block.tag if titles else ""
    if rank not in ("h1", "h2"):
        return []
    heads = [piece for piece in pieces if piece.block.tag == rank and piece.block.start > body[0].block.start and piece.size >= 4]
    found = [(titles, [piece for piece in body if not heads or piece.block.start < heads[0].block.start])]
    ends = [*(head.block.start for head in heads[1:]), body[-1].block.end]
    for head, end in zip(heads, ends, strict=False):
        part = [piece for piece in body if head.block.end <= piece.block.start < end]
        if _is_new(head, part, found[-1][1]):
            found.append(([head], part))
        else:
            found[-1][1].extend([head, *part] if head in body else part)
    return found if len(found) > 1 else []


def _is_new(head: Piece, part: list[Piece], past: list[Piece]) -> bool:
    """Whether what stands under a heading is long enough for an article and about something else than what stands above it."""
    new = stems("\n".join(piece.text for piece in part[:8]))
    old = stems("\n".join(piece.text for piece in past))
    words = sum(piece.size for piece in part)
    return words >= 60 and len(part) >= 2 and shared(stems(head.text), new) > shared(stems(head.text), old) and shared(new, old) < 0.15


def _furniture(piece: Piece) -> Furniture:
    """A block outside all bodies, with the kind that its own words or its markup give it."""
    own = kind_of(piece.text) or ("related" if label(piece.text) else None)
    roles = {*piece.block.inside, piece.block.tag}
    marked = next((kind for kind, names in _KINDS if roles & names), None)
    return Furniture(
        piece.block.start, piece.block.end, own or marked or ("headline-list" if piece.block.links > 0.8 and piece.size > 3 else "other")
    )


def _body(pieces: list[Piece], claimed: set[str]) -> list[Piece]:
    """The paragraphs, subheads and lists from the first paragraph to the last."""
    counts = Counter(piece.text for piece in pieces)
    seen: set[str] = set()
    prose = []
    for number, piece in enumerate(pieces):
        if _is_prose(piece) and piece.text not in seen:
            prose.append(number)
            seen.add(piece.text)
    prose = [number for number in prose if counts[pieces[number].text] < 3] or prose
    prose = _unclosed(pieces, prose)
    if not prose:
        return []
    last = prose[-1]
    while (
        last + 1 < len(pieces) and pieces[last + 1].block.tag == "li" and _between(pieces[last + 1]) and pieces[last + 1].block.links < 0.3
    ):
        last += 1
    chosen = set(prose)
    places = {pieces[number].block.at[:-2] for number in prose if pieces[number].block.tag not in _PARAGRAPHS}
    kept = [
        piece
        for number, piece in enumerate(pieces[: last + 1])
        if number >= prose[0] and (number in chosen or _between(piece) or _is_short_paragraph(piece, places))
    ]
    return [piece for piece in kept if key(piece.text) not in claimed]


def _unclosed(pieces: list[Piece], prose: list[int]) -> list[int]:
    """The prose without what closes it by asking to follow, write or sign up."""
    end = len(prose)
    while end > max(1, len(prose) - _MOST_CLOSING) and _CLOSING.fullmatch(pieces[prose[end - 1]].text):
        end -= 1
    return prose[:end]


def _is_short_paragraph(piece: Piece, places: set[tuple[int, ...]]) -> bool:
    """Whether a short sentence stands where long paragraphs without a tag of their own stand."""
    tag = piece.block.tag in _PARAGRAPHS or piece.block.tag in _HEADINGS or piece.block.tag in _NEVER
    if tag or not piece.ends or piece.size < 5 or piece.block.links > 0.3 or piece.block.at[:-2] not in places or piece.roles & OUTSIDE:
        return False
    return kind_of(piece.text) is None and not label(piece.text)


def _is_prose(piece: Piece) -> bool:
    tag, links = piece.block.tag, piece.block.links
    if piece.roles & OUTSIDE or tag in _HEADINGS or tag in _NEVER:
        return False
    paragraph = tag in _PARAGRAPHS
    if links > (0.9 if paragraph and piece.ends and piece.size >= 15 else 0.6):
        return False
    if piece.size <= 40 and (kind_of(piece.text) is not None or label(piece.text)):
        return False
    return piece.size >= (4 if paragraph and piece.ends else 10 if paragraph else 18)


def _between(piece: Piece) -> bool:
    """Whether a short piece between paragraphs is part of the text: a subhead, an item of a list."""
    if piece.roles & OUTSIDE or piece.block.links > 0.5 or kind_of(piece.text) is not None or label(piece.text):
        return False
    return piece.block.tag in _WITHIN


def _titles(pieces: list[Piece], claimed: set[str], body: int) -> list[Piece]:
    """The copies of the headline: the heading that says what the page's metadata says, or the last main heading before the body."""
    copies = [p for p in pieces if key(p.text) in claimed and p.size >= 2 and p.block.start <= body]
    if not copies:
        copies = [p for p in pieces if p.block.tag == "h1" and p.block.start < body][-1:]
    return copies


def _leads(pieces: list[Piece], titles: list[Piece], body: list[Piece]) -> list[Piece]:
    """The standfirst: what stands between headline and body and reads like sentences, or is marked as a lead."""
    if not titles or body[0].block.tag == "script":
        return []
    after, first = titles[-1].block.end, body[0].block.start
    seen = {piece.text for piece in body}
    found = []
    for piece in with_telling_roles(pieces, 0):
        if after <= piece.block.start < first and _is_lead(piece) and piece.text not in seen:
            found.append(piece)
            seen.add(piece.text)
    return found if len(found) <= _MOST_LEADS else []


def _is_lead(piece: Piece) -> bool:
    if piece.roles & (OUTSIDE - {"teaser"}) or piece.block.tag in _NEVER or piece.block.tag == "h1" or piece.block.links > 0.3:
        return False
    if not 6 <= piece.size <= _LONGEST_LEAD or kind_of(piece.text) is not None or label(piece.text):
        return False
    marked = bool(_LEAD & set(piece.block.inside[-6:]))
    return marked or (piece.ends and piece.size >= 8) or (piece.block.tag in ("p", "h2", "h3", "h4") and piece.size >= 12)
