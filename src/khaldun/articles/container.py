"""Where on an HTML page its main text is: the innermost element that holds the bulk of the prose."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from dataclasses import dataclass, replace
from itertools import pairwise

from khaldun.articles.foreign import SAID, Outline
from khaldun.articles.lines import key
from khaldun.records import Block, Page

_BULK = 0.72
_FEW = 0.35
_MOST = 0.8
_CARD_WORDS = 160
_UNSAID = 0.35
_LITTLE = 300.0
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


def main_pieces(pieces: list[Piece], claimed: set[str]) -> list[Piece]:
    """The pieces inside the main container, with the roles that tell them from most of its prose, without other texts under labels.

    `claimed` are the keys of the headlines that the page's metadata claim.
    """
    script = [piece for piece in pieces if piece.block.tag == "script"]
    if script and sum(piece.weight for piece in script) >= _FEW * sum(piece.weight for piece in pieces):
        return with_telling_roles(script, 0)
    outline = _outline(pieces, claimed)
    if outline is not None:
        pieces = [piece for number, piece in enumerate(pieces) if number not in outline.others]
    chosen = _descend(*_holders(pieces, _weights(pieces)), outline)
    inner = [piece for piece in pieces if chosen == 0 or chosen in piece.block.at]
    return _unhidden(with_telling_roles(inner, _common(inner)))


def _outline(pieces: list[Piece], claimed: set[str]) -> Outline | None:
    """The outline of a page that has a headline."""
    title = _headline(pieces, claimed)
    if title is None:
        return None
    prose = [piece.size if piece.weight and not piece.roles & _OUTSIDE_ANYWHERE else 0 for piece in with_telling_roles(pieces, 0)]
    return Outline([piece.block for piece in pieces], [piece.text for piece in pieces], prose, title)


def _unhidden(pieces: list[Piece]) -> list[Piece]:
    """The pieces, with what is hidden of them where that is the rest of the text: prose in one element, a good part of it all."""
    hidden = [piece for piece in pieces if piece.weight and "hidden" in piece.roles]
    everything = sum(piece.weight for piece in pieces)
    if len(hidden) < 2 or sum(piece.weight for piece in hidden) < _FEW * everything or len({piece.block.at[:-1] for piece in hidden}) > 1:
        return pieces
    return [replace(piece, roles=piece.roles - {"hidden"}) for piece in pieces]


def _headline(pieces: list[Piece], claimed: set[str]) -> int | None:
    """The number of the headline: the first main heading that the page's metadata claim, any claimed line, or the only main heading."""
    copies = [number for number, piece in enumerate(pieces) if piece.size >= 2 and key(piece.text) in claimed]
    main = [number for number, piece in enumerate(pieces) if piece.block.tag == "h1"]
    both = sorted(set(copies).intersection(main))
    return next(iter(both or copies or (main if len(main) == 1 else [])), None)


def _weights(pieces: list[Piece]) -> list[float]:
    """How much each piece counts for where the main text is. What JSON-LD says of the body counts most."""
    plain = with_telling_roles(pieces, 0)
    weights = [0.0 if piece.roles & _OUTSIDE_ANYWHERE else piece.weight for piece in plain]
    if not any(weights):
        weights = [_weight(piece) for piece in pieces]
    said = [SAID in piece.block.inside for piece in pieces]
    if sum(weight for weight, is_said in zip(weights, said, strict=True) if is_said) >= _LITTLE:
        weights = [weight if is_said else _UNSAID * weight for weight, is_said in zip(weights, said, strict=True)]
    return weights


def _holders(pieces: list[Piece], weights: list[float]) -> tuple[dict[int, float], dict[int, set[int]]]:
    """What each element holds, and the elements right inside each."""
    total: defaultdict[int, float] = defaultdict(float)
    children: defaultdict[int, set[int]] = defaultdict(set)
    for piece, weight in zip(pieces, weights, strict=True):
        path = (0, *piece.block.at)
        for parent, child in pairwise(path):
            children[parent].add(child)
        if weight:
            for number in path:
                total[number] += weight
    return total, children


def _descend(total: dict[int, float], children: dict[int, set[int]], outline: Outline | None) -> int:
    """From the whole page down, as long as one element holds the bulk of what its parent holds, or the headline and a text that fits it."""
    chosen = 0
    while children.get(chosen):
        best = max(children[chosen], key=lambda number: (total.get(number, 0.0), -number))
        if not total.get(best):
            break
        own = outline.own(chosen, children[chosen]) if outline is not None else None
        if own is None and total[best] < _BULK * total.get(chosen, 0.0):
            break
        chosen = best if own is None else own
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
