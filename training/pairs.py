"""Given-pair questions made of annotated examples: what does the actor do to the recipient?"""

from __future__ import annotations

import random
from collections.abc import Sequence

from training.examples import Example, Pair, WordSpan


def _overlap(a: WordSpan, b: WordSpan) -> bool:
    return a[0] < b[1] and b[0] < a[1]


def of_example(x: Example, draw: random.Random, nothing: float = 0.35) -> list[Pair]:
    """Pairs of every event with both sides, both orders of reciprocal ones, and some pairs between which nothing happens."""
    answers: dict[tuple[WordSpan, WordSpan], str] = {}
    parties: set[WordSpan] = set()
    for act in x.acts or []:
        actors, recipients = act.roles.get("actor", []), act.roles.get("recipient", [])
        parties.update(actors, recipients)
        if recipients:
            for a in actors[:3]:
                for b in recipients[:3]:
                    if not _overlap(a, b):
                        answers.setdefault((a, b), act.type)
        else:
            for a in actors[:3]:
                for b in actors[:3]:
                    if not _overlap(a, b):
                        answers.setdefault((a, b), act.type)
    out = [Pair(x.words, x.sentence, a, b, kind) for (a, b), kind in answers.items()]
    for a, b in [(b, a) for a, b in answers] + [(a, b) for a in sorted(parties) for b in sorted(parties) if a != b]:
        if (a, b) not in answers and not _overlap(a, b) and draw.random() < nothing:
            answers[a, b] = ""
            out.append(Pair(x.words, x.sentence, a, b, ""))
    return out


def of_examples(examples: Sequence[Example], draw: random.Random) -> list[Pair]:
    """Questions of all examples, those longer than a sentence of the usual length included."""
    return [pair for x in examples if x.acts for pair in of_example(x, draw)]
