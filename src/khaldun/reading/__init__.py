"""Articles in, Readings out: sentences with their trees, names, acts and sayings, all on the page's text.

What is learned is one network (`reading.model`); everything here is pure.
"""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from khaldun.reading.decode import Words, acts, names, sayings, tree
from khaldun.reading.model import Model, Scores
from khaldun.reading.pieces import Window, pack
from khaldun.reading.sentences import sentences
from khaldun.reading.words import words
from khaldun.records import Article, Reading, Sentence, Span

__all__ = ["Model", "read", "relation"]

WINDOW = 80  # word pieces of consecutive sentences that are read together; a longer sentence stands alone
NONE_PRIOR = 0.1  # who asks about a pair has cause to: in training many pairs had nothing between them
SURE = 0.6  # confidence of an event that stands by itself; a less sure one needs a sure one in its article
CUT = 84  # words after which an overlong sentence is cut (a table, a list without full stops): the encoder takes 512 pieces


class _Bare(msgspec.Struct, frozen=True):
    """A sentence before it is read."""

    start: int
    end: int
    places: tuple[tuple[int, int], ...]
    article: int
    paragraph: int


def _sentences(text: str, article: int, paragraphs: Sequence[Span]) -> list[_Bare]:
    out = []
    for number, paragraph in enumerate(paragraphs):
        for a, b in sentences(paragraph.text):
            base = paragraph.start + a
            places = [(base + x, base + y) for x, y in words(text[base : paragraph.start + b])]
            pieces = [places[i : i + CUT] for i in range(0, len(places), CUT)]
            out += [_Bare(piece[0][0], piece[-1][1], tuple(piece), article, number) for piece in pieces]
    return out


def read(text: str, articles: Sequence[Article], model: Model) -> tuple[Reading, ...]:
    """Read the articles of one page whose canonical text is `text`."""
    bare = [s for i, article in enumerate(articles) for s in _sentences(text, i, article.body)]
    if not bare:
        return tuple(Reading(article.id, ()) for article in articles)
    written = [tuple(text[a:b] for a, b in s.places) for s in bare]
    sizes = model.sizes(written)
    groups = pack(sizes, [(s.article, s.paragraph // 4) for s in bare], WINDOW)
    windows = [
        Window(tuple(w for i in range(a, b) for w in written[i]), tuple(i - a for i in range(a, b) for _ in written[i])) for a, b in groups
    ]
    read_sentences: list[list[Sentence]] = [[] for _ in articles]
    for (a, b), scores in zip(groups, model.score(windows), strict=True):
        for sentence in _decode(text, bare[a:b], scores, model):
            read_sentences[bare[a].article].append(sentence)
    return tuple(Reading(article.id, tuple(_believed(found))) for article, found in zip(articles, read_sentences, strict=True))


def _believed(found: Sequence[Sentence]) -> Sequence[Sentence]:
    """The sentences of an article, its events left out where none of them is sure: news of sport or business has words that sound like one,
    while an article that tells of acts has others in its background.
    """
    if any(act.confidence >= SURE for sentence in found for act in sentence.acts):
        return found
    return [msgspec.structs.replace(sentence, acts=()) for sentence in found]


def _decode(text: str, bare: Sequence[_Bare], scores: Scores, model: Model) -> list[Sentence]:
    """The sentences of one window, each with what starts in it."""
    places = [place for s in bare for place in s.places]
    on = Words(text, places)
    found_names, found_acts, found_sayings = (
        names(scores, model.labels, on),
        acts(scores, model.labels, on),
        sayings(scores, model.labels, on),
    )
    out, first = [], 0
    for s in bare:
        last = first + len(s.places)
        out.append(
            Sentence(
                s.start,
                s.end,
                "body",
                s.paragraph,
                tree(scores, model.labels, places, first, last),
                tuple(n for n in found_names if s.start <= n.start < s.end),
                tuple(a for a in found_acts if s.start <= a.trigger.start < s.end),
                tuple(a for a in found_sayings if s.start <= a.cue.start < s.end),
            )
        )
        first = last
    return out


def relation(text: str, actor: tuple[int, int], recipient: tuple[int, int], model: Model) -> dict[str, float]:
    """Probability of each relation (PLV's labels: the event types, CONCEDE and RETREAT as YIELD), and of "NONE", between two given spans
    (characters) of a sentence; an empty span is not marked.
    """
    places = words(text)
    kinds = ("NONE", *model.labels.pairs[1:])
    if not places:
        return {kind: float(kind == "NONE") for kind in kinds}
    roles = [1 if a < actor[1] and b > actor[0] else 2 if a < recipient[1] and b > recipient[0] else 0 for a, b in places]
    (marked,) = model.score([Window(tuple(text[a:b] for a, b in places), (0,) * len(places))], [roles])
    out = {kind: float(p) for kind, p in zip(kinds, marked.pair, strict=True)}
    out["NONE"] *= NONE_PRIOR
    total = sum(out.values())
    return {kind: p / total for kind, p in out.items()}
