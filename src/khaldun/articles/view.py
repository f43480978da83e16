"""One page's articles without a record or a model: `khaldun.page`."""

from __future__ import annotations

import msgspec

from khaldun.articles.splitting import split
from khaldun.pages import read
from khaldun.records import Article, Furniture, Page


class SplitPage(msgspec.Struct, frozen=True):
    """A page taken apart. All spans index `text`; `furniture` is everything that belongs to no headline and no body, in text order."""

    text: str
    articles: tuple[Article, ...]
    furniture: tuple[Furniture, ...]
    page: Page


def page(data: bytes | str, *, media_type: str | None = None, url: str | None = None, published: str | None = None) -> SplitPage:
    """Take a page apart; needs no model.

    Raises:
        Rejected: the data is nothing that can be read as a page.
        Failed: the data broke on the way.
        UsageError: `published` is no date.
    """
    charset = None
    if isinstance(data, str):
        data, charset = data.encode("utf8", "surrogatepass"), "utf-8"
    found = read(data, uri=url or "page:", media_type=media_type, charset=charset)
    parts = split(found, published=published)
    inside = [f for article in parts.articles for f in article.furniture]
    everything = sorted({*inside, *parts.furniture}, key=lambda f: f.start)
    return SplitPage(found.text, parts.articles, tuple(everything), found)
