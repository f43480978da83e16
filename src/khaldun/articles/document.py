"""HTML pages to articles."""

from __future__ import annotations

from collections import Counter

from khaldun.articles.container import OUTSIDE, Piece, main_pieces, pieces_of
from khaldun.articles.drafts import Draft, Drafts, Range
from khaldun.articles.furniture import kind_of, label
from khaldun.articles.lines import key
from khaldun.records import Page

_HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6", "dt", "summary")
_KEPT_KINDS = frozenset({"caption", "timestamp", "comment", "menu", "related"})


def split_document(page: Page) -> Drafts:
    """The articles of an HTML page."""
    pieces = pieces_of(page)
    inner = main_pieces(pieces)
    body = _body(inner, page)
    if not body:
        return Drafts()
    titles = _titles(page, pieces, body[0].block.start)
    taken = {start for start, _ in titles}
    return Drafts([Draft(titles, [(p.block.start, p.block.end) for p in body if p.block.start not in taken])])


def _body(pieces: list[Piece], page: Page) -> list[Piece]:
    counts = Counter(piece.text for piece in pieces)
    firsts: set[str] = set()
    prose = []
    for number, piece in enumerate(pieces):
        if _is_prose(piece) and counts[piece.text] < 3 and piece.text not in firsts:
            prose.append(number)
            firsts.add(piece.text)
    if not prose:
        return []
    first, last = prose[0], prose[-1]
    titles = {key(title) for title, _ in page.metadata.titles}
    kept = [number for number in range(first, last + 1) if number in set(prose) or _between(pieces, number)]
    return [pieces[number] for number in kept if key(pieces[number].text) not in titles]


def _is_prose(piece: Piece) -> bool:
    if piece.roles & OUTSIDE or piece.block.links > 0.6 or piece.block.tag in _HEADINGS:
        return False
    if piece.block.tag in ("button", "figcaption", "caption", "option", "label", "address", "textarea", "legend"):
        return False
    if piece.size <= 40 and (kind_of(piece.text) is not None or label(piece.text)):
        return False
    paragraph = piece.block.tag in ("p", "blockquote", "script")
    return piece.size >= (4 if paragraph and piece.ends else 10 if paragraph else 18)


def _between(pieces: list[Piece], number: int) -> bool:
    """Whether a short piece between paragraphs is part of the text: a subhead, an item of a list."""
    piece = pieces[number]
    if piece.roles & OUTSIDE or piece.block.links > 0.5 or kind_of(piece.text) is not None or label(piece.text):
        return False
    return piece.block.tag in ("h2", "h3", "h4", "h5", "li", "p", "blockquote", "dt", "dd")


def _titles(page: Page, pieces: list[Piece], body: int) -> list[Range]:
    """The copies of the headline: the heading that says what the page's metadata says, or the last main heading before the body."""
    claimed = {key(title) for title, _ in page.metadata.titles}
    copies = [p for p in pieces if key(p.text) in claimed and p.size >= 2 and p.block.start <= body]
    if not copies:
        copies = [p for p in pieces if p.block.tag == "h1" and p.block.start < body][-1:]
    return [(p.block.start, p.block.end) for p in copies]
