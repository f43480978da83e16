"""When: date expressions to the days they mean. In: text, or an article and its reading. Out: DateMentions with value, rule and basis.

Values are those of TIMEX3 (TimeML); ends are days, both included, and none where nothing bounds them.
"""

from __future__ import annotations

from collections.abc import Sequence

from khaldun.dates.absolute import day_first
from khaldun.dates.frame import frame
from khaldun.dates.scan import mentions
from khaldun.dates.tense import Tense, guess, guess_all, of_reading
from khaldun.records import Article, DateMention, Published, Reading

__all__ = ["find", "of_article"]


def find(text: str, start: int, end: int, *, published: Published | None, tenses: Tense | None = None) -> tuple[DateMention, ...]:
    """The date expressions of `text[start:end]`; offsets are those of `text`.

    `tenses` gives "past", "future", "present" or "" for an offset; without it the words of the sentence decide.
    """
    at = frame(published, tenses or guess(text, start, end))
    at.day_first = day_first(text, start, end)
    return tuple(mentions(text, start, end, at))


def of_article(text: str, article: Article, reading: Reading | None) -> tuple[DateMention, ...]:
    """The date expressions of an article's headline and body, in text order; each paragraph knows the dates named before it."""
    parts: Sequence[tuple[int, int]] = [(s.start, s.end) for s in ((article.title,) if article.title else ()) + article.body]
    at = frame(article.published, of_reading(text, reading) if reading else guess_all(text, parts))
    at.day_first = day_first(text, parts[0][0], parts[-1][1]) if parts else None
    return tuple(mention for start, end in sorted(parts) for mention in mentions(text, start, end, at))
