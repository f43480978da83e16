"""When: date expressions to the days they mean. In: text, or an article and its reading. Out: DateMentions with value, rule and basis.

Values are those of TIMEX3 (TimeML); ends are days, both included, and none where nothing bounds them.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

from khaldun.dates.absolute import day_first
from khaldun.dates.frame import frame
from khaldun.dates.scan import mentions
from khaldun.dates.tense import Tense, guess, guess_all, of_reading
from khaldun.dates.window import Window, inferred, window
from khaldun.records import Article, DateMention, Published, Reading

__all__ = ["Window", "find", "of_article", "of_article_and_window", "timex"]

_SETS = ("set", "weekly", "yearly", "part-of-days")


def find(text: str, start: int, end: int, *, published: Published | None, tenses: Tense | None = None) -> tuple[DateMention, ...]:
    """The date expressions of `text[start:end]`; offsets are those of `text`.

    `tenses` gives "past", "future", "present" or "" for an offset; without it the words of the sentence decide.
    """
    at = frame(published, tenses or guess(text, start, end))
    at.day_first = day_first(text, start, end)
    return tuple(mentions(text, start, end, at))


def of_article(text: str, article: Article, reading: Reading | None) -> tuple[DateMention, ...]:
    """The date expressions of an article's headline and body, in text order; each paragraph knows the dates named before it.

    Without a published date, relative ones are bounded by the window that the text itself gives for it, and marked as inferred.
    """
    return of_article_and_window(text, article, reading)[0]


def of_article_and_window(text: str, article: Article, reading: Reading | None) -> tuple[tuple[DateMention, ...], Window | None]:
    """As `of_article`, with the days within which an article without a published date was written, as far as its words say."""
    parts = sorted((s.start, s.end) for s in ((article.title,) if article.title else ()) + article.body)
    tense = of_reading(text, reading) if reading else guess_all(text, parts)
    found = _read(text, parts, article.published, tense)
    written = window(text, parts, found, tense) if parts and not frame(article.published, tense).published else None
    if written is None:
        return found, None
    ends = [_read(text, parts, Published(day, "day", "inferred"), tense) for day in (written.first, written.last) if day]
    return tuple(inferred(found, ends, written)), written


def _read(text: str, parts: Sequence[tuple[int, int]], published: Published | None, tense: Tense) -> tuple[DateMention, ...]:
    at = frame(published, tense)
    at.day_first = day_first(text, parts[0][0], parts[-1][1]) if parts else None
    return tuple(mention for start, end in parts for mention in mentions(text, start, end, at))


def timex(mention: DateMention) -> Literal["DATE", "TIME", "DURATION", "SET"]:
    """The TIMEX3 type of a mention: what recurs is a SET, a length a DURATION, a part of a day a TIME."""
    value = mention.value or ""
    if mention.rule in _SETS or mention.basis == "a length of time that recurs":
        return "SET"
    if value.startswith("P") and not value.endswith("_REF"):
        return "DURATION"
    return "TIME" if "T" in value and not value.endswith("_REF") else "DATE"
