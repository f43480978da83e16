"""A page to its articles: the splitter for its kind says which words are whose, then each article is given what it says of itself."""

from __future__ import annotations

from khaldun.articles import origin, published
from khaldun.articles.document import split_document
from khaldun.articles.drafts import Draft, Drafts, Range, furnish
from khaldun.articles.language import language
from khaldun.articles.plain import split_plain
from khaldun.records import Article, Page, Published, Span, Split, stable_id

_NEAR = 600


def split(page: Page, *, published: str | None = None) -> Split:
    """The articles of `page` and the furniture between them. `published` is the caller's date for all of them (YYYY-MM-DD, -MM or year).

    Every visible character of the page is in exactly one body paragraph, headline or piece of furniture.
    """
    drafts = split_document(page) if page.media_type == "text/html" else split_plain(page.text)
    furnish(drafts, page.text)
    articles = tuple(_article(page, draft, position, drafts, published) for position, draft in enumerate(drafts.articles))
    return Split(articles, tuple(drafts.furniture))


def _article(page: Page, draft: Draft, position: int, drafts: Drafts, given: str | None) -> Article:
    text = page.text
    title, copies = _title(text, draft)
    near = _near(draft, drafts)
    lines = [text[start:end] for start, end in near]
    dateline, agency = origin.dateline(text, draft.body)
    body = "\n".join(text[start:end] for start, end in draft.body)
    first = draft.titles[0][0] if draft.titles else draft.body[0][0]
    return Article(
        id=stable_id(page.id, first, draft.body[0][0] if draft.body else first),
        page_id=page.id,
        position=position,
        title=title,
        body=tuple(Span(text[start:end], start, end) for start, end in draft.body),
        title_copies=copies,
        furniture=tuple(sorted(draft.furniture, key=lambda piece: piece.start)),
        byline=origin.byline(text, near, page.metadata.authors if len(drafts.articles) == 1 else ()),
        agency=agency or origin.agency_in(lines) or origin.agency_credited(body),
        dateline=dateline,
        published=_published(page, lines, position == 0, given),
        section=page.metadata.section,
        language=language(body or (title.text if title else ""), page.metadata.language),
    )


def _title(text: str, draft: Draft) -> tuple[Span | None, tuple[Span, ...]]:
    """The headline copy nearest before the body, and the others."""
    spans = [Span(text[start:end], start, end) for start, end in sorted(draft.titles)]
    if not spans:
        return None, ()
    start_of_body = draft.body[0][0] if draft.body else len(text)
    before = [span for span in spans if span.start < start_of_body] or spans
    title = before[-1]
    return title, tuple(span for span in spans if span is not title)


def _near(draft: Draft, drafts: Drafts) -> list[Range]:
    """The pieces of furniture around the headline and the end of an article, where bylines and dates stand."""
    if not draft.body:
        return []
    start, end = draft.body[0][0], draft.body[-1][1]
    top = draft.titles[0][0] if draft.titles else start
    pieces = [(piece.start, piece.end) for piece in (*draft.furniture, *drafts.furniture)]
    before = [piece for piece in pieces if top - _NEAR <= piece[0] < start]
    after = [piece for piece in pieces if end <= piece[0] < end + 200]
    return sorted(before) + sorted(after)


def _published(page: Page, lines: list[str], first: bool, given: str | None) -> Published | None:
    """The caller's date; what the page and its URL say of its first article; a date line near the headline."""
    if given is not None:
        return published.option(given)
    own = (published.from_metadata(page.metadata) or published.from_url(page.uri)) if first else None
    return own or published.from_lines((line for line in lines if len(line) < 160), "page text")
