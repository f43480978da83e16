"""One input's bytes to a Page."""

from __future__ import annotations

import hashlib
import re
from typing import Any

import msgspec

from khaldun.errors import Rejected
from khaldun.pages import head, linked, markup, screening, sniffing
from khaldun.pages.characters import canonical, unkeepable_share
from khaldun.pages.decoding import decode
from khaldun.records import Block, Metadata, Page, stable_id

MOST_BYTES = 25_000_000
MOST_TEXT = 3_000_000
_LINE = re.compile(r"[^\n]*\S[^\n]*")
_OF_ITS_OWN = (-1,)
_MOST_SAID = 200_000


def read(data: bytes, *, uri: str, media_type: str | None = None, charset: str | None = None, metadata: Metadata | None = None) -> Page:
    """The page that `data` is. `media_type` and `charset` are what its envelope declares, `metadata` what that says besides.

    Raises Rejected for what is no page: empty, binary, too large, without visible text.
    """
    if not data or not data.strip():
        raise Rejected("empty: it has no text")
    if len(data) > MOST_BYTES:
        raise Rejected(f"too large: {len(data):,} bytes, where a page may have {MOST_BYTES:,}")
    if kind := sniffing.binary(data):
        raise Rejected(f"binary: it is {kind}")
    decoded, used = decode(data, charset)
    source = canonical(decoded)
    if unkeepable_share(source[:100_000]) > 0.1:
        raise Rejected("binary: more than a tenth of it is control characters")
    kind = sniffing.media_type(source, media_type)
    text, blocks, found = _html(source) if kind == "text/html" else (*_plain(source), Metadata())
    if not text.strip():
        raise Rejected("empty: it has no visible text")
    if len(text) > MOST_TEXT:
        raise Rejected(f"too large: {len(text):,} characters of text, where a page may have {MOST_TEXT:,}")
    return Page(
        id=stable_id(uri, hashlib.sha256(data).hexdigest()),
        uri=uri,
        media_type=kind,
        charset=used,
        text=text,
        sha256=hashlib.sha256(text.encode("utf-8")).hexdigest(),
        blocks=blocks,
        metadata=merged(metadata, found),
    )


def _plain(text: str) -> tuple[str, tuple[Block, ...]]:
    return text, tuple(Block(*match.span()) for match in _LINE.finditer(text))


def _html(source: str) -> tuple[str, tuple[Block, ...], Metadata]:
    root = markup.parse(screening.screened(source))
    text, blocks = markup.canonical_text(root)
    ld = linked.articles(root)
    text, blocks = _with_hidden_body(text, blocks, ld)
    return text, blocks, head.metadata(root, ld)


def _with_hidden_body(text: str, blocks: tuple[Block, ...], ld: list[dict[str, Any]]) -> tuple[str, tuple[Block, ...]]:
    """With what JSON-LD says of the body: the blocks that stand in it are marked "json-ld".

    Some pages carry their article there alone, for a script to set: that is then part of the text, at its end, tagged "script".
    """
    for node in ld[:5]:
        body = node.get("articleBody")
        if isinstance(body, str) and len(body) > 400:
            body = canonical(markup.plain(body))
            if _is_shown(body, text):
                return text, _marked(text, blocks, body)
            for line in filter(None, map(str.strip, body.split("\n"))):
                start = len(text) + bool(text)
                text = f"{text}\n{line}" if text else line
                blocks = (*blocks, Block(start, len(text), "script", 0.0, ("json-ld", "article"), _OF_ITS_OWN))
            break
    return text, blocks


def _marked(text: str, blocks: tuple[Block, ...], body: str) -> tuple[Block, ...]:
    """The blocks, those marked that `body` says: most of their word 4-grams stand in it."""
    said = set(_grams(body[:_MOST_SAID]))
    found = []
    for block in blocks:
        grams = _grams(text[block.start : min(block.end, block.start + 2000)])
        is_said = bool(grams) and sum(gram in said for gram in grams) >= 0.6 * len(grams)
        found.append(msgspec.structs.replace(block, inside=(*block.inside, "json-ld")) if is_said else block)
    return tuple(found)


def _grams(text: str) -> list[tuple[str, ...]]:
    words = re.findall(r"\w+", text)
    return list(zip(words, words[1:], words[2:], words[3:], strict=False))


def _is_shown(body: str, text: str) -> bool:
    """Whether at least a third of the word 5-grams sampled from `body` stand in `text`."""
    words = re.findall(r"\w+", body[:50_000])
    shown = " ".join(re.findall(r"\w+", text))
    samples = [" ".join(words[at : at + 5]) for at in range(0, max(len(words) - 5, 1), max(len(words) // 20, 1))]
    return 3 * sum(sample in shown for sample in samples) >= len(samples)


def merged(given: Metadata | None, found: Metadata) -> Metadata:
    """The envelope's metadata first, the page's own after it."""
    if given is None:
        return found
    return msgspec.structs.replace(
        found,
        titles=given.titles + found.titles,
        dates=given.dates + found.dates,
        authors=given.authors or found.authors,
        site=given.site or found.site,
        section=given.section or found.section,
        language=given.language or found.language,
    )
