"""Where on an HTML page its main text is: the innermost element that holds the bulk of the prose."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass

from khaldun.records import Block, Page

_BULK = 0.72
_EAST_ASIAN = re.compile(r"[\u3040-\u30ff\u4e00-\u9fff]")
_ENDS = re.compile(r"[.!?…:;。！？؟।]['\"”’»)\]」』]*\s*$")
_PROSE_TAGS = frozenset({"p", "blockquote", "div", "section", "article", "main", "li", "td", "script", "pre", "dd", "center", "body"})
OUTSIDE = frozenset(
    "nav footer aside form button select noscript dialog menu breadcrumb share sharing social follow related recommended recommendation "
    "recommendations recommend recirc recirculation popular trending latest most teaser promo promos carousel slider outbrain taboola zergnet "
    "newsletter subscribe subscription signup paywall cookie cookies consent gdpr modal popup overlay comment comments reply disqus discussion "
    "author authors bio contributor advert adverts advertisement advertising advertorial sponsor sponsored banner marketing affiliate figcaption "
    "caption figure credit gallery slideshow video player audio podcast toolbar login register registration cta donate donation poll quiz "
    "rating sidebar rail search weather byline tags keywords keyword masthead tooltip dropdown privacy legal footnote".split()
)  # fmt: skip


@dataclass(slots=True)
class Piece:
    """A block with what its markup and words say. `roles` are the roles of its ancestors inside the main container."""

    block: Block
    text: str
    size: int
    ends: bool
    roles: frozenset[str]

    @property
    def weight(self) -> float:
        """How much prose it is: characters outside links, more for paragraphs that end like sentences."""
        if self.size < 8 or self.block.tag not in _PROSE_TAGS or self.block.links > 0.5:
            return 0.0
        factor = (1.0 if self.block.tag in ("p", "blockquote", "script") else 0.6) * (1.0 if self.ends else 0.4)
        return factor * len(self.text) * (1 - self.block.links)


def pieces_of(page: Page) -> list[Piece]:
    """The blocks of a page with their features; roles are those of all ancestors."""
    found = []
    for block in page.blocks:
        text = page.text[block.start : block.end]
        east_asian = len(_EAST_ASIAN.findall(text[:2000])) * max(1, len(text) // 2000)
        size = max(len(text.split()), east_asian // 2)
        found.append(Piece(block, text, size, _ENDS.search(text[-12:]) is not None, frozenset(block.inside)))
    return found


def main_pieces(pieces: list[Piece]) -> list[Piece]:
    """The pieces inside the main container, their roles counted from there."""
    weights = [0.0 if piece.roles & OUTSIDE_ANYWHERE else piece.weight for piece in pieces]
    if not any(weights):
        weights = [piece.weight for piece in pieces]
    total: defaultdict[int, float] = defaultdict(float)
    children: defaultdict[int, set[int]] = defaultdict(set)
    for piece, weight in zip(pieces, weights, strict=True):
        path = (0, *piece.block.at)
        for parent, child in zip(path, path[1:], strict=False):
            children[parent].add(child)
        if weight:
            for number in path:
                total[number] += weight
    chosen = _descend(total, children)
    inner = [piece for piece in pieces if chosen == 0 or chosen in piece.block.at]
    return _with_inner_roles(inner)


OUTSIDE_ANYWHERE = frozenset({"nav", "footer", "aside", "comment", "comments", "disqus", "noscript", "dialog", "cookie", "consent", "related", "recommended"})


def _descend(total: dict[int, float], children: dict[int, set[int]]) -> int:
    """From the whole page down, as long as one element holds the bulk of what its parent holds."""
    chosen = 0
    while children.get(chosen):
        best = max(children[chosen], key=lambda number: (total.get(number, 0.0), -number))
        if total.get(best, 0.0) < _BULK * total.get(chosen, 0.0) or not total.get(best):
            break
        chosen = best
    return chosen


def _with_inner_roles(pieces: list[Piece]) -> list[Piece]:
    """Roles that the container itself has, or that most of its prose lies in, say nothing about a piece."""
    if not pieces:
        return pieces
    first, last = min(p.block.inside for p in pieces), max(p.block.inside for p in pieces)
    common = 0
    while common < min(len(first), len(last)) and first[common] == last[common]:
        common += 1
    everything = sum(piece.weight for piece in pieces) or 1.0
    held: defaultdict[str, float] = defaultdict(float)
    for piece in pieces:
        for role in set(piece.block.inside[common:]):
            held[role] += piece.weight
    telling = {role for role, weight in held.items() if weight < 0.35 * everything}
    return [Piece(p.block, p.text, p.size, p.ends, frozenset(p.block.inside[common:]) & telling) for p in pieces]
