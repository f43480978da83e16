"""HTML pages to articles."""

from __future__ import annotations

from khaldun.articles.drafts import Draft, Drafts
from khaldun.records import Page


def split_document(page: Page) -> Drafts:
    """The articles of an HTML page."""
    body = [
        b
        for b in page.blocks
        if b.tag in ("p", "blockquote", "script") and b.links < 0.5 and not {"footer", "nav", "aside"} & set(b.inside)
    ]
    titles = [b for b in page.blocks if b.tag == "h1"][:1]
    draft = Draft([(b.start, b.end) for b in titles], [(b.start, b.end) for b in body])
    return Drafts([draft] if body else [])
