"""Order and label checks. In: an annotated corpus file or folder. Out: how often the reader follows when the text is changed.

Where actor and recipient of an event change places in the text, they must in the event; where the countries become others, the type
must not change. Only events that are read right in the text as it stands are asked about.
"""

from __future__ import annotations

import random
import re
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import pairwise
from pathlib import Path

from khaldun.actors.nations import nations
from khaldun.evaluate.annotated import Act, Span
from khaldun.evaluate.events import lines
from khaldun.evaluate.measures import Figure, figure, share
from khaldun.reader import Reader
from khaldun.records import Event

_CAPITALISED = re.compile(r"\b[A-Z][a-z]+\b")


def exchanged(text: str, a: Span, b: Span) -> str:
    """The text with two spans in each other's place."""
    (a, b) = sorted((a, b))
    return text[: a[0]] + text[slice(*b)] + text[a[1] : b[0]] + text[slice(*a)] + text[b[1] :]


@cache
def one_word_nations() -> dict[str, list[str]]:
    """Names and adjectives of countries that are one capitalised word, by naming."""
    out: dict[str, list[str]] = {"name": [], "adjective": []}
    for word, (naming, nation) in nations().items():
        if naming in out and re.fullmatch(r"[a-z]{4,}", word) and nation.sector != "PRE":
            out[naming].append(word.capitalize())
    return out


def abroad(text: str, draw: random.Random) -> str:
    """The text with each country that is named by one word replaced, the same everywhere."""
    known = one_word_nations()
    new: dict[str, str] = {}
    for word in dict.fromkeys(_CAPITALISED.findall(text)):
        for words in known.values():
            if word in words:
                new[word] = draw.choice([w for w in words if w not in new.values() and w not in text])
    return _CAPITALISED.sub(lambda m: new.get(m.group(), m.group()), text)


def read(reader: Reader, text: str, date: str) -> list[Event]:
    return [event for article in reader.read_whole(text, published=date) for event in article.events]


def pairs(acts: Sequence[Act]) -> Iterator[tuple[Act, Span, Span]]:
    """Events with one actor and one recipient apart from each other and from the trigger."""
    for act in acts:
        by, to = act.fields.get("by", ()), act.fields.get("to", ())
        if len(by) == len(to) == 1:
            spans = sorted((by[0], to[0], act.trigger))
            if all(x[1] <= y[0] for x, y in pairwise(spans)):
                yield act, by[0], to[0]


def swapped(events: Sequence[Event], kind: str, actor: str, recipient: str) -> bool:
    """Whether an event of that type has the two sides."""
    return any(
        e.type == kind and any(_same(a.text, actor) for a in e.actors) and any(_same(r.text, recipient) for r in e.recipients)
        for e in events
    )


def _same(a: str, b: str) -> bool:
    x, y = set(a.lower().split()), set(b.lower().split())
    return 2 * len(x & y) >= 0.5 * (len(x) + len(y))


def evaluate(path: Path) -> list[Figure]:
    """Share of events whose sides follow an exchange, and of lines whose types stay the same with other countries."""
    reader, draw = Reader(), random.Random(7)
    sides: list[float] = []
    types: list[float] = []
    for document, line in lines(path):
        before = read(reader, line.text, document.date)
        for act, by, to in pairs(line.events):
            words = line.text[slice(*by)], line.text[slice(*to)]
            if swapped(before, act.type, *words):
                after = read(reader, exchanged(line.text, by, to), document.date)
                sides.append(float(swapped(after, act.type, words[1], words[0])))
        elsewhere = abroad(line.text, draw)
        if line.events and elsewhere != line.text and {a.type for a in line.events} & {e.type for e in before}:
            kinds = [sorted(e.type for e in found) for found in (before, read(reader, elsewhere, document.date))]
            types.append(float(kinds[0] == kinds[1]))
    return [figure("sides follow an exchange in the text", sides, share), figure("types stay with other countries", types, share)]
