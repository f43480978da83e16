"""Where on an HTML page its main text is: the innermost element that holds the bulk of the prose."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from dataclasses import dataclass, replace
from itertools import pairwise

from khaldun.records import Block, Page

_BULK = 0.72
_FEW = 0.35
_MOST = 0.8
_CARD_WORDS = 160
_EAST_ASIAN = re.compile(r"[\u3040-\u30ff\u4e00-\u9fff]")
_ENDS = re.compile(r"[.!?…:;。！？؟।]['\"”’»)\]」』]*\s*$")
_PROSE_TAGS = frozenset({"p", "blockquote", "div", "section", "article", "main", "li", "td", "script", "pre", "dd", "center", "body"})
OUTSIDE = frozenset(
    {
        "nav", "footer", "aside", "form", "button", "select", "noscript", "dialog", "menu", "breadcrumb", "share", "sharing",
        "social", "follow", "related", "recommended", "recommendation", "recommendations", "recommend", "recirc", "recirculation",
        "popular", "trending", "latest", "most", "teaser", "promo", "promos", "carousel", "slider", "outbrain", "taboola",
        "zergnet", "newsletter", "subscribe", "subscription", "signup", "sign", "paywall", "cookie", "cookies", "consent", "gdpr",
        "modal", "popup", "overlay", "comment", "comments", "reply", "disqus", "discussion", "author", "authors", "bio",
        "contributor", "advert", "adverts", "advertisement", "advertising", "advertorial", "sponsor", "sponsored", "banner",
        "marketing", "affiliate", "figcaption", "caption", "figure", "credit", "gallery", "slideshow", "video", "player", "audio",
        "podcast", "toolbar", "login", "register", "registration", "cta", "donate", "donation", "poll", "quiz", "rating",
        "sidebar", "rail", "search", "weather", "byline", "tags", "keywords", "keyword", "masthead", "tooltip", "dropdown",
        "privacy", "legal", "footnote", "hidden", "infobox", "box", "info", "card", "factbox",
    }
)  # fmt: skip
_OUTSIDE_ANYWHERE = frozenset(
    {
        "nav", "footer", "aside", "comment", "comments", "disqus", "noscript", "dialog", "cookie", "consent", "related",
        "recommended", "hidden", "modal", "popup", "overlay",
    }
)  # fmt: skip

_APART = frozenset(
    {
        "comment", "comments", "disqus", "hidden", "noscript", "dialog", "cookie", "consent", "footer", "modal", "popup",
        "overlay",
    }
)  # fmt: skip


@dataclass(slots=True)
class Piece:
    """A block with what its markup and words say. `roles` are the roles of its ancestors that tell it from the other prose of the page."""

    block: Block
    text: str
    size: int
    ends: bool
    roles: frozenset[str]
    weight: float = 0.0


def pieces_of(page: Page) -> list[Piece]:
    """The blocks of a page with their features, what comes three times and the text of teaser cards without weight."""
    found = [_piece(page, block) for block in page.blocks]
    counts = Counter(piece.text for piece in found)
    for piece in found:
        piece.weight = 0.0 if counts[piece.text] > 2 else _weight(piece)
    for piece in _cards(found):
        piece.weight = 0.0
    return found


def _piece(page: Page, block: Block) -> Piece:
    text = page.text[block.start : block.end]
    east_asian = len(_EAST_ASIAN.findall(text[:2000])) * max(1, len(text) // 2000)
    return Piece(block, text, max(len(text.split()), east_asian // 2), _ENDS.search(text[-12:]) is not None, frozenset(block.inside))


def _weight(piece: Piece) -> float:
    """How much prose a piece is: characters outside links, more for paragraphs that end like sentences."""
    if piece.size < 8 or piece.block.tag not in _PROSE_TAGS or piece.block.links > 0.5:
        return 0.0
    factor = (1.0 if piece.block.tag in ("p", "blockquote", "script") else 0.6) * (1.0 if piece.ends else 0.4)
    return factor * len(piece.text) * (1 - piece.block.links)


def _cards(pieces: list[Piece]) -> list[Piece]:
    """Prose in teaser cards: the innermost element that holds a linked headline with it holds little other prose. Three make a row."""
    linked = {number for piece in pieces if piece.block.links > 0.8 and piece.size >= 3 for number in piece.block.at}
    prose: Counter[int] = Counter()
    words: Counter[int] = Counter()
    for piece in pieces:
        if piece.weight:
            for number in piece.block.at:
                prose[number] += 1
                words[number] += piece.size
    found = []
    for piece in pieces:
        if piece.weight:
            card = next((number for number in reversed(piece.block.at) if number in linked), 0)
            if card and prose[card] <= 2 and words[card] <= _CARD_WORDS:
                found.append(piece)
    return found if len(found) >= 3 else []


def main_pieces(pieces: list[Piece]) -> list[Piece]:
    """The pieces inside the main container, with the roles that tell them from most of its prose."""
    plain = with_telling_roles(pieces, 0)
    weights = [0.0 if piece.roles & _OUTSIDE_ANYWHERE else piece.weight for piece in plain]
    if not any(weights):
        weights = [_weight(piece) for piece in pieces]
    total: defaultdict[int, float] = defaultdict(float)
    children: defaultdict[int, set[int]] = defaultdict(set)
    for piece, weight in zip(pieces, weights, strict=True):
        path = (0, *piece.block.at)
        for parent, child in pairwise(path):
            children[parent].add(child)
        if weight:
            for number in path:
                total[number] += weight
    chosen = _descend(total, children)
    inner = [piece for piece in pieces if chosen == 0 or chosen in piece.block.at]
    return with_telling_roles(inner, _common(inner))


def _descend(total: dict[int, float], children: dict[int, set[int]]) -> int:
    """From the whole page down, as long as one element holds the bulk of what its parent holds."""
    chosen = 0
    while children.get(chosen):
        best = max(children[chosen], key=lambda number: (total.get(number, 0.0), -number))
        if total.get(best, 0.0) < _BULK * total.get(chosen, 0.0) or not total.get(best):
            break
        chosen = best
    return chosen


def _common(pieces: list[Piece]) -> int:
    """How many roles all pieces share from the outside in."""
    if not pieces:
        return 0
    first, last = min(p.block.inside for p in pieces), max(p.block.inside for p in pieces)
    common = 0
    while common < min(len(first), len(last)) and first[common] == last[common]:
        common += 1
    return common


def with_telling_roles(pieces: list[Piece], common: int) -> list[Piece]:
    """The pieces with their roles past the first `common`, without those that a good part of the prose has."""
    everything = sum(piece.weight for piece in pieces) or 1.0
    held: defaultdict[str, float] = defaultdict(float)
    for piece in pieces:
        if piece.weight:
            for role in set(piece.block.inside[common:]):
                held[role] += piece.weight
    usual = {role for role, weight in held.items() if weight >= (_MOST if role in _APART else _FEW) * everything}
    return [replace(piece, roles=frozenset(piece.block.inside[common:]) - usual) for piece in pieces]
