"""Spans of parties to Actors: the words, and who stands behind them."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from khaldun.records import Actor, Span, Who

Identify = Callable[[Span], tuple[Who, ...]]
"""Who a span is: one for each party that it means ("both sides" are two), never none."""


def actor(span: Span, identify: Identify) -> Actor:
    """The party of a span that means one; the first, where it means several."""
    return _actor(span, identify(span)[0])


def _actor(span: Span, who: Who) -> Actor:
    return Actor(span.text, span.start, span.end, who.name, who.actor_id, who.kind, who.country, who.sectors)


def parties(spans: Sequence[Span], identify: Identify) -> tuple[Actor, ...]:
    """All parties of one side, each once, in text order."""
    return tuple(_actor(span, who) for span in sorted(set(spans), key=lambda s: s.start) for who in identify(span))
