"""An article's contexts, by the words that speak for each (`ontology/contexts.toml`)."""

from __future__ import annotations

import re
import tomllib
from functools import cache
from importlib.resources import files

STRONG, WEAK = 2.0, 0.7
# what an article must gather: a little for each hundred words, so that a long one does not collect every context
LEAST, PER_HUNDRED_WORDS, MOST = 2.0, 0.55, 6.0
NARROWER = {"crime": ("corruption", "illegal_drugs", "trafficking")}


@cache
def _patterns() -> dict[str, tuple[re.Pattern[str] | None, re.Pattern[str] | None]]:
    source = tomllib.loads(files("khaldun.ontology").joinpath("contexts.toml").read_text("utf8"))
    return {name: (_either(entry["strong"]), _either(entry["weak"])) for name, entry in source.items()}


def _either(patterns: list[str]) -> re.Pattern[str] | None:
    return re.compile("|".join(patterns)) if patterns else None


def contexts(title: str | None, body: str) -> tuple[str, ...]:
    """The contexts of an article, in the ontology's order. The headline counts three times, one word at most twice."""
    text = " ".join([*[title or ""] * 3, body]).lower()
    needed = min(MOST, LEAST + PER_HUNDRED_WORDS * (len(body.split()) // 100))
    found = [name for name, patterns in _patterns().items() if _weight(text, *patterns) >= needed]
    return tuple(name for name in found if not any(n in found for n in NARROWER.get(name, ())) or "cyber" in found)


def _weight(text: str, strong: re.Pattern[str] | None, weak: re.Pattern[str] | None) -> float:
    total = 0.0
    for pattern, weight in ((strong, STRONG), (weak, WEAK)):
        counts: dict[str, int] = {}
        for match in pattern.finditer(text) if pattern else ():
            counts[match.group()] = min(2, counts.get(match.group(), 0) + 1)
        total += weight * sum(counts.values())
    return total
