"""HTML pages to articles."""

from __future__ import annotations

from collections import Counter

from khaldun.articles.container import OUTSIDE, Piece, main_pieces, pieces_of, with_telling_roles
from khaldun.articles.drafts import Draft, Drafts, Range
from khaldun.articles.furniture import kind_of, label
from khaldun.articles.lines import key
from khaldun.records import Page

_HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6", "dt", "summary")
_NEVER = ("button", "figcaption", "caption", "option", "label", "address", "textarea", "legend")
_WITHIN = ("h2", "h3", "h4", "h5", "h6", "li", "p", "blockquote", "dt", "dd", "td")
_LEAD = frozenset("lead lede intro standfirst deck dek excerpt summary subtitle abstract description".split())
_LONGEST_LEAD = 90
_MOST_LEADS = 6


def split_document(page: Page) -> Drafts:
    """The articles of an HTML page."""
    pieces = pieces_of(page)
    claimed = {key(title) for title, _ in page.metadata.titles}
    body = _body(main_pieces(pieces), claimed)
    if not body:
        return Drafts()
    titles = _titles(pieces, claimed, body[0].block.start)
    body = _leads(pieces, titles, body) + body
    taken = {start for start, _ in titles}
    return Drafts([Draft(titles, [(p.block.start, p.block.end) for p in body if p.block.start not in taken])])


def _body(pieces: list[Piece], claimed: set[str]) -> list[Piece]:
    """The paragraphs, subheads and lists from the first paragraph to the last."""
    counts = Counter(piece.text for piece in pieces)
    seen: set[str] = set()
    prose = []
    for number, piece in enumerate(pieces):
        if _is_prose(piece) and counts[piece.text] < 3 and piece.text not in seen:
            prose.append(number)
            seen.add(piece.text)
    if not prose:
        return []
    last = prose[-1]
    while last + 1 < len(pieces) and pieces[last + 1].block.tag == "li" and _between(pieces[last + 1]) and pieces[last + 1].block.links < 0.3:
        last += 1
    chosen = set(prose)
    kept = [pieces[number] for number in range(prose[0], last + 1) if number in chosen or _between(pieces[number])]
    return [piece for piece in kept if key(piece.text) not in claimed]


def _is_prose(piece: Piece) -> bool:
    tag, links = piece.block.tag, piece.block.links
    if piece.roles & OUTSIDE or tag in _HEADINGS or tag in _NEVER:
        return False
    paragraph = tag in ("p", "blockquote", "script")
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


def _titles(pieces: list[Piece], claimed: set[str], body: int) -> list[Range]:
    """The copies of the headline: the heading that says what the page's metadata says, or the last main heading before the body."""
    copies = [p for p in pieces if key(p.text) in claimed and p.size >= 2 and p.block.start <= body]
    if not copies:
        copies = [p for p in pieces if p.block.tag == "h1" and p.block.start < body][-1:]
    return [(p.block.start, p.block.end) for p in copies]


def _leads(pieces: list[Piece], titles: list[Range], body: list[Piece]) -> list[Piece]:
    """The standfirst: what stands between headline and body and reads like sentences, or is marked as a lead."""
    if not titles:
        return []
    after, first = titles[-1][1], body[0].block.start
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
