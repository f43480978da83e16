"""Spans of parties to Actors: the words, and who stands behind them."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from khaldun.records import Actor, Span, Who

Identify = Callable[[Span], Who]


def actor(span: Span, identify: Identify) -> Actor:
    """One party."""
    who = identify(span)
    return Actor(span.text, span.start, span.end, who.name, who.actor_id, who.kind, who.country, who.sectors)


def parties(spans: Sequence[Span], identify: Identify) -> tuple[Actor, ...]:
    """All parties of one side, each once, in text order."""
    return tuple(actor(span, identify) for span in sorted(set(spans), key=lambda s: s.start))
