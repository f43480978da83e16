"""JSON lines of pages or articles, by whichever field names their writer uses (trafilatura, Fundus, news-please and plain ones)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any, BinaryIO

import msgspec

from khaldun.pages.characters import canonical
from khaldun.pages.items import Broken, Input
from khaldun.records import Metadata

_HTML = ("html", "raw_html", "content_html", "html_content")
_TEXT = ("maintext", "plaintext", "text", "raw_text", "article_text", "cleaned_text", "body", "content", "article")
_URL = ("url", "uri", "link", "permalink", "canonical_url", "source_url", "source-url", "source", "id")
_TITLE = ("title", "headline", "title_page")
_DATE = (
    "published", "date_publish", "publishing_date", "published_at", "publishedAt", "published_date", "publish_date", "date_published",
    "datePublished", "pub_date", "pubDate", "publication_date", "date",
)  # fmt: skip
_AUTHOR = ("authors", "author", "byline")
_SITE = ("sitename", "source-hostname", "hostname", "publisher", "source_domain", "site", "source_name")
_SECTION = ("section", "category", "categories")
_LANGUAGE = ("language", "lang")


def from_lines(file: BinaryIO, uri: str, longest: int) -> Iterator[Input | Broken]:
    """An input for each line that is an object; a line that is not is named."""
    number = 0
    while line := file.readline(longest + 1):
        number += 1
        name = f"{uri}#L{number}"
        if len(line) > longest and not line.endswith(b"\n"):
            while (rest := file.readline(longest)) and not rest.endswith(b"\n"):
                pass
            yield Broken(name, "rejected", f"too large: a line of more than {longest:,} bytes")
        elif line.strip():
            yield from _from_json(line, name)


def from_document(data: bytes, uri: str) -> Iterator[Input | Broken]:
    """The inputs of a JSON file: one object, or a list of objects."""
    yield from _from_json(data, uri)


def _from_json(data: bytes, uri: str) -> Iterator[Input | Broken]:
    try:
        value = msgspec.json.decode(data.decode("utf-8-sig", "replace").encode("utf-8", "replace"), strict=False)
    except (msgspec.DecodeError, RecursionError) as error:
        yield Broken(uri, "failed", f"damaged JSON: {error or 'nested too deeply'}", len(data))
        return
    if isinstance(value, list):
        for number, item in enumerate(value, 1):
            yield _item(item, f"{uri}#{number}")
    else:
        yield _item(value, uri)


def _item(value: Any, uri: str) -> Input | Broken:
    if not isinstance(value, dict):
        return Broken(uri, "rejected", "a JSON value that is no object")
    name = next((url for url in _texts(value, _URL) if "://" in url), uri)
    title = next(_texts(value, _TITLE), None)
    metadata = _metadata(value, title)
    markup = value.get("html")
    if isinstance(markup, dict):
        value = {**value, "html": markup.get("content")}
        name = str(markup.get("responded_url") or markup.get("requested_url") or name)
    if html := next((text for text in _texts(value, _HTML) if "<" in text), None):
        return Input(name, _encoded(html), "text/html", "utf-8", metadata)
    text = next(_texts(value, _TEXT), None) or _sections(value.get("body"))
    if not text and not title:
        return Broken(name, "rejected", "a JSON object without text (no field html, text, maintext, body or the like)")
    return Input(name, _encoded(_headed(title, text or "")), "text/plain", "utf-8", metadata)


def _encoded(text: str) -> bytes:
    return canonical(text).encode("utf-8")


def _headed(title: str | None, text: str) -> str:
    """The text under its title, which many writers keep in a field apart."""
    if title is None or " ".join(title.split()).lower() in " ".join(text[: 2 * len(title) + 500].split()).lower():
        return text
    return f"{title}\n\n{text}"


def _texts(value: dict[str, Any], names: Iterable[str]) -> Iterator[str]:
    return (text for name in names if isinstance(text := value.get(name), str) and text.strip())


def _sections(body: Any) -> str:
    """The text of an article body that is an object of summary and sections, each with headlines and paragraphs."""
    if isinstance(body, list):
        return "\n\n".join(part for part in body if isinstance(part, str))
    if not isinstance(body, dict):
        return ""
    parts = list(_strings(body.get("summary")))
    sections = body.get("sections")
    for section in sections if isinstance(sections, list) else ():
        if isinstance(section, dict):
            parts += [*_strings(section.get("headline")), *_strings(section.get("paragraphs"))]
    return "\n\n".join(parts)


def _strings(value: Any) -> Iterator[str]:
    items = value if isinstance(value, list) else [value]
    return (item for item in items if isinstance(item, str) and item.strip())


def _metadata(value: dict[str, Any], title: str | None) -> Metadata:
    dates = tuple((str(value[name]), f"field {name}") for name in _DATE if isinstance(value.get(name), str | int) and value[name])
    authors = tuple(name.strip() for field in _AUTHOR for item in _strings(value.get(field)) for name in item.split(";") if name.strip())
    return Metadata(
        titles=((title, "field title"),) if title else (),
        dates=dates,
        authors=tuple(dict.fromkeys(authors))[:20],
        site=next(_texts(value, _SITE), None),
        section=next(_texts(value, _SECTION), None),
        language=next(_texts(value, _LANGUAGE), None),
    )
