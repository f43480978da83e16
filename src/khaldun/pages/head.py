"""What a page says of itself outside its visible text: title, meta elements, JSON-LD, time elements. Each claim with its rule."""

from __future__ import annotations

from typing import Any

from lxml import etree

from khaldun.pages import linked
from khaldun.pages.characters import replace_unkeepable
from khaldun.records import Metadata

_TITLES = ("og:title", "twitter:title", "title", "dc.title", "sailthru.title", "parsely-title")
_DATES = (
    "article:published_time", "article:published", "og:published_time", "datepublished", "date", "dc.date",
    "dc.date.issued", "dcterms.created", "dcterms.date", "pubdate", "publish-date", "publish_date", "publication_date",
    "publishdate", "publicationdate", "parsely-pub-date", "sailthru.date", "date.created", "article.published",
    "cxenseparse:recs:publishtime", "originalpublicationdate", "created", "last-modified", "article:modified_time",
)  # fmt: skip
_AUTHORS = ("author", "article:author", "dc.creator", "byl", "parsely-author", "sailthru.author", "og:article:author")
_SITES = ("og:site_name", "application-name", "dc.publisher")
_SECTIONS = ("article:section", "section", "parsely-section", "og:article:section")
_MOST_METAS = 400


def metadata(root: etree._Element, ld: list[dict[str, Any]]) -> Metadata:
    """The metadata of a page, from its tree and its JSON-LD articles."""
    metas = _metas(root)
    return Metadata(
        titles=_titles(root, metas, ld),
        dates=_dates(root, metas, ld),
        authors=_authors(metas, ld),
        site=_first(metas, _SITES) or next((name for node in ld if (name := linked.words(node.get("publisher")))), None),
        section=_first(metas, _SECTIONS) or next((name for node in ld if (name := linked.words(node.get("articleSection")))), None),
        language=_language(root, metas, ld),
    )


def _metas(root: etree._Element) -> dict[str, list[str]]:
    """The contents of meta elements by lower-cased name, property or itemprop."""
    found: dict[str, list[str]] = {}
    for number, meta in enumerate(root.iter("meta")):
        if number >= _MOST_METAS:
            break
        content = _clean(meta.get("content"))
        for attribute in ("property", "name", "itemprop", "http-equiv"):
            if content and (name := meta.get(attribute)):
                found.setdefault(name.lower()[:100], []).append(content)
    return found


def _clean(text: str | None) -> str:
    return replace_unkeepable(" ".join((text or "").split()))[:2000]


def _first(metas: dict[str, list[str]], names: tuple[str, ...]) -> str | None:
    return next((value for name in names for value in metas.get(name, ())), None)


def _titles(root: etree._Element, metas: dict[str, list[str]], ld: list[dict[str, Any]]) -> tuple[tuple[str, str], ...]:
    claims = [(_clean(linked.words(node.get("headline"))), "json-ld headline") for node in ld]
    claims += [(value, f"meta {name}") for name in _TITLES for value in metas.get(name, ())[:1]]
    title = root.find(".//title")
    if title is not None:
        claims.append((_clean(str(title.xpath("string()"))), "title element"))
    return tuple(claim for claim in claims if claim[0])[:20]


def _dates(root: etree._Element, metas: dict[str, list[str]], ld: list[dict[str, Any]]) -> tuple[tuple[str, str], ...]:
    claims = [
        (text, f"json-ld {key}")
        for key in ("datePublished", "dateCreated", "dateModified")
        for node in ld
        if (text := linked.words(node.get(key)))
    ]
    claims += [(value, f"meta {name}") for name in _DATES for value in metas.get(name, ())[:1]]
    for number, time in enumerate(root.iter("time")):
        if number >= 5:
            break
        if value := _clean(time.get("datetime")):
            claims.append((value, "time element"))
    return tuple(claims)[:30]


def _authors(metas: dict[str, list[str]], ld: list[dict[str, Any]]) -> tuple[str, ...]:
    names = [name for node in ld for name in linked.every_word(node.get("author"))]
    names += [value for name in _AUTHORS for value in metas.get(name, ())[:10] if not value.startswith("http")]
    return tuple(dict.fromkeys(names))[:20]


def _language(root: etree._Element, metas: dict[str, list[str]], ld: list[dict[str, Any]]) -> str | None:
    declared = (
        root.get("lang") or root.get("{http://www.w3.org/XML/1998/namespace}lang") or _first(metas, ("content-language", "og:locale"))
    )
    declared = declared or next((name for node in ld if (name := linked.words(node.get("inLanguage")))), None)
    return declared.strip().lower().replace("_", "-")[:20] or None if declared else None
