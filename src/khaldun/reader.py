"""The whole way through for one page: articles, reading, who, when, where, statements and events. The Python face of Khaldun."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

import msgspec

from khaldun import __version__, actors, articles, dates, pages, places, reading, stories
from khaldun.actors import Gazetteer
from khaldun.events import code, contexts
from khaldun.reading import Model
from khaldun.records import Article, Coded, CodedPage, EventDate, Mention, Page, Place, Published, Reading, Span, Split, Who, stable_id

CODER = f"khaldun {__version__}"
ENGLISH = (None, "en")


class Reader:
    """Reads pages. Loads its model once; holds nothing else.

    Args:
        model: folder of another model than the shipped one.
        gazetteer: a gazetteer of one's own (`khaldun.actors`), by default the shipped one.
        threads: processor threads of one call; 0 takes all.
    """

    def __init__(self, *, model: Path | None = None, gazetteer: Gazetteer | None = None, threads: int = 0) -> None:
        self._model = Model(model, threads=threads)
        self._gazetteer = gazetteer

    @property
    def version(self) -> str:
        """Hash of the model, as written into every event."""
        return self._model.version

    def read(self, text: str, *, published: str | None = None) -> tuple[Coded, ...]:
        """The coded articles of a page given as text. `published` (`YYYY-MM-DD`) is the day it was published, where known.

        Raises:
            Rejected: the text is nothing that can be coded (empty, only furniture).
            UsageError: `published` is no date.
        """
        page = pages.read(text.encode("utf8", "surrogatepass"), uri="text:", media_type="text/plain", charset="utf-8")
        return _told(self.code_page(page, published=published).articles)

    def read_whole(self, text: str, *, published: str | None = None) -> tuple[Coded, ...]:
        """As `read`, with all of `text` taken as the body of one article, as it stands: spans index `text` itself."""
        lines = [Span(line, start, start + len(line)) for line, start in _lines(text) if line.strip()]
        identity = stable_id("text:", text)
        page = Page(identity, "text:", "text/plain", "utf-8", text, "", ())
        day = Published(published, "day", "option") if published else None
        article = Article(stable_id(identity, 0), identity, 0, None, tuple(lines), published=day, language="en")
        return self._coded(page, Split((article,), ())).articles

    def code_page(self, page: Page, *, published: str | None = None) -> CodedPage:
        """A page with everything read in it. An article in another language than English is kept, not coded."""
        return self._coded(page, articles.split(page, published=published))

    def relation(self, text: str, *, actor: tuple[int, int], recipient: tuple[int, int]) -> dict[str, float]:
        """Probability of each of fifteen relations (the event types, CONCEDE and RETREAT as YIELD), and of "NONE", between two spans
        (start and end in `text`)."""
        return reading.relation(text, actor, recipient, self._model)

    def _coded(self, page: Page, split: Split) -> CodedPage:
        english = [a for a in split.articles if a.language in ENGLISH]
        readings = dict(zip((a.id for a in english), reading.read(page.text, english, self._model), strict=True))
        coded = (self._code(page, a, readings[a.id]) if a.id in readings else Coded(a, page, (), (), (), ()) for a in split.articles)
        return CodedPage(page, split, tuple(coded))

    def _code(self, page: Page, article: Article, read: Reading) -> Coded:
        on = article.published.date if article.published else None
        read = actors.listed(read, page.text, self._gazetteer or actors.shipped())
        mentions = actors.resolve(article, read, on=on, gazetteer=self._gazetteer)
        found, written = dates.of_article_and_window(page.text, article, read)
        hints = _countries(mentions)

        def identify(span: Span) -> tuple[Who, ...]:
            found = actors.identify(span.start, span.end, span.text, mentions, on=on, gazetteer=self._gazetteer)
            return tuple(who for who, _ in found)

        def locate(span: Span) -> Place:
            return places.locate(span, hint=hints)

        statements, events = code(
            page,
            article,
            read,
            identify=identify,
            locate=locate,
            dates=found,
            undated=None if article.published else _inferred(written),
            contexts=contexts(article.title.text if article.title else None, " ".join(span.text for span in article.body)),
            coder=CODER,
            model=self._model.version,
        )
        return Coded(article, page, _named(read, mentions, identify), found, statements, events)


def _told(coded: Sequence[Coded]) -> tuple[Coded, ...]:
    """The articles of one call with their stories; a record finds them anew, among all that it holds."""
    story_of = {article: story.id for story in stories.stories([stories.topic(c) for c in coded]) for article in story.articles}
    return tuple(msgspec.structs.replace(c, story=story_of.get(c.article.id)) for c in coded)


def _lines(text: str) -> list[tuple[str, int]]:
    out, position = [], 0
    for line in text.split("\n"):
        out.append((line, position))
        position += len(line) + 1
    return out


def _named(read: Reading, mentions: Sequence[Mention], identify: Callable[[Span], tuple[Who, ...]]) -> tuple[Mention, ...]:
    """All mentions of an article in text order, every name with its kind; a name inside a longer phrase stands beside that."""
    names = {(n.start, n.end): n for sentence in read.sentences for n in sentence.names}
    known = {(m.start, m.end) for m in mentions}
    kinds = [msgspec.structs.replace(m, kind=names[m.start, m.end].kind) if (m.start, m.end) in names else m for m in mentions]
    alone = [n for place, n in names.items() if place not in known]
    added = [Mention(n.text, n.start, n.end, n.kind, identify(Span(n.text, n.start, n.end))[0]) for n in alone]
    return tuple(sorted([*kinds, *added], key=lambda m: (m.start, m.end)))


def _inferred(written: dates.Window | None) -> EventDate | None:
    """The days that an article's own words leave for its news."""
    if written is None:
        return None
    return EventDate(None, None, None, written.first, written.last, "span", f"inferred: when the text was written ({written.reason})")


def _countries(mentions: Sequence[Mention]) -> tuple[str, ...]:
    """Countries of an article's mentions, the most frequent first."""
    counts: dict[str, int] = {}
    for mention in mentions:
        if mention.who.country:
            counts[mention.who.country] = counts.get(mention.who.country, 0) + 1
    return tuple(sorted(counts, key=lambda c: (-counts[c], c)))
