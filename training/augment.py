"""Examples with parties in each other's place, with strangers beside them, or with words hidden.

What is done is told by the sentence, not by a name, a neighbour or one word.
"""

from __future__ import annotations

import random
from collections.abc import Callable, Sequence
from typing import TypeVar

import msgspec

from training.examples import Anchored, Example, Pair, WordSpan, join

Kind = TypeVar("Kind", bound=Example | Pair)
HIDDEN = "[MASK]"  # the encoder's own token for a word that is not shown


def turned(x: Example, draw: random.Random) -> Example:
    """The example with the words of an actor and of its recipient in each other's place: who acts is told by the sentence, not by the name.

    Labels stay where they are; only windows in which no other span cuts through the two are turned.
    """
    acts = [a for a in x.acts or [] if len(a.roles.get("actor", [])) == len(a.roles.get("recipient", [])) == 1]
    draw.shuffle(acts)
    for act in acts:
        first, second = sorted((act.roles["actor"][0], act.roles["recipient"][0]))
        if first[1] <= second[0] and x.tree is None and not any(_cuts(span, first) or _cuts(span, second) for span in spans_of(x)):
            return _exchanged(x, first, second)
    return x


def spans_of(x: Example) -> list[WordSpan]:
    """Every annotated span of an example, names left out."""
    return [span for a in (*(x.acts or ()), *(x.says or ())) for spans in a.roles.values() for span in spans]


def _cuts(span: WordSpan, party: WordSpan) -> bool:
    """Whether a span has a part of a party, but neither is all inside the other's outline."""
    apart = span[1] <= party[0] or party[1] <= span[0]
    around = span[0] <= party[0] and party[1] <= span[1]
    return not (apart or around)


def _exchanged(x: Example, a: WordSpan, b: WordSpan) -> Example:
    """Words of two spans exchanged; all positions are moved along."""
    grown = (b[1] - b[0]) - (a[1] - a[0])

    def edge(i: int) -> int:
        """Where a boundary between words goes: inside the spans only their outer edges are asked for."""
        return i if i <= a[0] else i + grown if i <= b[0] else i

    def moved(span: WordSpan) -> WordSpan:
        return edge(span[0]), edge(span[1])

    words = [*x.words[: a[0]], *x.words[slice(*b)], *x.words[a[1] : b[0]], *x.words[slice(*a)], *x.words[b[1] :]]
    sentence = [
        *x.sentence[: a[0]],
        *[x.sentence[a[0]]] * (b[1] - b[0]),
        *x.sentence[a[1] : b[0]],
        *[x.sentence[b[0]]] * (a[1] - a[0]),
        *x.sentence[b[1] :],
    ]
    acts, says = (None if part is None else [_moved(act, moved) for act in part] for part in (x.acts, x.says))
    return Example(words, sentence, None, None, acts, says, x.source)


def _moved(act: Anchored, moved: Callable[[WordSpan], WordSpan]) -> Anchored:
    roles = {role: [moved(span) for span in spans] for role, spans in act.roles.items()}
    return Anchored(act.type, act.mode, act.status, moved((act.anchor, act.anchor + 1))[0], roles)


def neighboured(lines: Sequence[Example], draw: random.Random, share: float = 0.4, most: int = 100) -> list[Example]:
    """The lines, a share of them with a random other one beside it in its window, of at most `most` words together."""
    order, out = list(lines), list[Example]()
    draw.shuffle(order)
    while order:
        x = order.pop()
        if order and draw.random() < share and len(x.words) + len(order[-1].words) <= most:
            x = join([x, order.pop()])
        out.append(x)
    return out


def hidden(x: Kind, draw: random.Random, share: float = 0.7, words: float = 0.12) -> Kind:
    """The example, or for a share of them one with some of its words hidden."""
    if draw.random() > share:
        return x
    return msgspec.structs.replace(x, words=[HIDDEN if draw.random() < words else word for word in x.words])
