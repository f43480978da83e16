"""JSON-LD of a page, read within bounds: what its article objects say of title, date, author, section and body."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import msgspec
from lxml import etree

LONGEST_SCRIPT = 1_000_000
MOST_SCRIPTS = 30
MOST_NODES = 5_000
_ARTICLES = ("article", "posting", "report", "review", "story")


def articles(root: etree._Element) -> list[dict[str, Any]]:
    """The JSON-LD objects of `root` that are articles of some kind, in their order."""
    found = []
    for data in _scripts(root):
        found += [node for node in _nodes(data) if _is_article(node)]
    return found


def _scripts(root: etree._Element) -> Iterator[Any]:
    for number, script in enumerate(root.iter("script")):
        if number > 1000:
            return
        kind = script.get("type", "").lower()
        text = script.text
        if "ld+json" in kind and text and len(text) <= LONGEST_SCRIPT:
            try:
                yield msgspec.json.decode(_plain(text).encode("utf-8", "replace"), strict=False)
            except (msgspec.DecodeError, RecursionError):
                continue


def _plain(text: str) -> str:
    """The JSON inside comment or CDATA marks, raw line ends in strings mended."""
    text = text.strip().removeprefix("<!--").removesuffix("-->").strip()
    text = text.removeprefix("//<![CDATA[").removesuffix("//]]>").strip().rstrip(";")
    return " ".join(text.splitlines()).replace("\t", " ")


def _nodes(data: Any) -> Iterator[dict[str, Any]]:
    """Every object inside `data`, nearest first, at most `MOST_NODES`."""
    waiting = [data]
    for node in waiting:
        if len(waiting) > MOST_NODES:
            waiting = waiting[:MOST_NODES]
        if isinstance(node, dict):
            yield node
            inner = list(node.values())
        elif isinstance(node, list):
            inner = node
        else:
            continue
        if len(waiting) < MOST_NODES:
            waiting.extend(value for value in inner[:MOST_NODES] if isinstance(value, dict | list))


def _is_article(node: dict[str, Any]) -> bool:
    kinds = node.get("@type")
    named = kinds if isinstance(kinds, list) else [kinds]
    return any(isinstance(kind, str) and kind.lower().endswith(_ARTICLES) for kind in named) and (
        "headline" in node or "articleBody" in node
    )


def words(value: Any) -> str | None:
    """The text that a JSON-LD value stands for: itself, its name, or its first item's."""
    for _ in range(4):
        if isinstance(value, list) and value:
            value = value[0]
        elif isinstance(value, dict):
            value = value.get("name") or value.get("@value")
    return " ".join(value.split())[:2000] or None if isinstance(value, str) else None


def every_word(value: Any) -> tuple[str, ...]:
    """As `words`, of each item."""
    items = value if isinstance(value, list) else [value]
    return tuple(text for item in items[:20] if (text := words(item)))
