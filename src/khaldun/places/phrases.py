"""A place phrase to a Place."""

from __future__ import annotations

from khaldun.actors.nations import nations
from khaldun.records import Place, Span


def locate(span: Span, *, hint: str | tuple[str, ...] | None = None) -> Place:
    """Where a phrase is. `hint` are the countries (alpha-3) that its article speaks of, which decide between places of one name."""
    for part in reversed([part.strip() for part in span.text.split(",")]):
        naming, nation = nations().get(part.lower().removeprefix("the "), (None, None))
        if nation is not None and naming == "name":
            precision = "country" if part == span.text else "unknown"
            return Place(span.text, span.start, span.end, nation.name, nation.code, None, None, None, None, precision, "country named")
    return Place(span.text, span.start, span.end, None, None, None, None, None, None, "unknown", "no list knows it")
