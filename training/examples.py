"""What the network learns from: windows of words with whichever layers their source has."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence

import msgspec

from khaldun.evaluate.annotated import Act, Document, Line, has_layers
from khaldun.reading.sentences import sentences
from khaldun.reading.words import words

WordSpan = tuple[int, int]
ROLE_OF_FIELD = {
    "by": "actor",
    "to": "recipient",
    "in": "place",
    "on": "time",
    "dead": "dead",
    "injured": "injured",
    "arrested": "arrested",
    "displaced": "displaced",
    "size": "size",
}
ROLE_OF_SPEECH = {"by": "source", "that": "content", "to": "addressee", "via": "relay", "on": "time"}
# an anchor is the first word of a trigger that is none of these
FUNCTION_WORDS = frozenset(
    "a an the to be been being is are was were has have had having will would can could may might must shall should do does did not n't of "
    "in on by".split()
)


class Anchored(msgspec.Struct):
    """An act (or, with type "SAY", an attribution) on the words of its example: `roles` maps a role to word spans, `anchor` is a word."""

    type: str
    mode: str | None
    status: str
    anchor: int
    roles: dict[str, list[WordSpan]]


class Tree(msgspec.Struct):
    """Gold tree of an example: `heads` are word indices plus one, 0 for a root."""

    upos: list[str]
    heads: list[int]
    relations: list[str]


class Example(msgspec.Struct):
    """A window of words; a layer that is `None` is not annotated there and teaches nothing."""

    words: list[str]
    sentence: list[int]
    tree: Tree | None = None
    names: list[tuple[int, int, str]] | None = None
    acts: list[Anchored] | None = None
    says: list[Anchored] | None = None
    source: str = ""


class Pair(msgspec.Struct):
    """A given-pair question: words, the two spans, and the type (empty for none)."""

    words: list[str]
    sentence: list[int]
    actor: WordSpan
    recipient: WordSpan
    type: str


def to_words(spans: Sequence[WordSpan], start: int, end: int) -> WordSpan | None:
    """The words that the characters `[start, end)` touch."""
    first = bisect_right([b for _, b in spans], start)
    last = bisect_left([a for a, _ in spans], end)
    return (first, last) if first < last else None


def anchor_of(texts: Sequence[str], span: WordSpan) -> int:
    """The word that stands for a trigger: its first that is not a function word."""
    return next((i for i in range(*span) if texts[i].lower() not in FUNCTION_WORDS and texts[i][0].isalnum()), span[0])


def anchored(act: Act, spans: Sequence[WordSpan], texts: Sequence[str]) -> Anchored | None:
    names = ROLE_OF_SPEECH if act.type == "SAY" else ROLE_OF_FIELD
    trigger = to_words(spans, *act.trigger)
    if trigger is None:
        return None
    roles: dict[str, list[WordSpan]] = {"trigger": [trigger]}
    for field, places in act.fields.items():
        found = [w for place in places if (w := to_words(spans, *place))]
        roles[names[field]] = [
            (a + (texts[a].lower() in ("the", "a", "an") and b - a > 1 and field in ("by", "to") and act.type != "SAY"), b)
            for a, b in found
        ]
    return Anchored(act.type, act.mode, act.status, anchor_of(texts, trigger), roles)


def of_line(line: Line, layers: bool, source: str) -> Example:
    """An example of one text line; `layers` says that names and speech are annotated too."""
    spans, sentence = [], []
    for number, (a, b) in enumerate(sentences(line.text)):
        for x, y in words(line.text[a:b]):
            spans.append((a + x, a + y))
            sentence.append(number)
    texts = [line.text[a:b] for a, b in spans]
    names = [(*w, kind) for a, b, kind in line.names if (w := to_words(spans, a, b))]
    acts = [found for act in line.events if (found := anchored(act, spans, texts))]
    says = [found for act in line.speech if (found := anchored(act, spans, texts))]
    return Example(texts, sentence, None, names if layers else None, acts, says if layers else None, source)


def of_document(document: Document) -> list[Example]:
    """One example a text line, in order."""
    layers = has_layers(document)
    return [of_line(line, layers, document.id) for line in document.lines if line.text.strip()]


def shifted(act: Anchored, by: int) -> Anchored:
    roles = {k: [(a + by, b + by) for a, b in v] for k, v in act.roles.items()}
    return Anchored(act.type, act.mode, act.status, act.anchor + by, roles)


def join(parts: Sequence[Example]) -> Example:
    """Consecutive examples as one window; a layer stays only where every part has it."""
    out = Example([], [], Tree([], [], []), [], [], [], parts[0].source)
    for part in parts:
        n, s = len(out.words), (out.sentence[-1] + 1 if out.sentence else 0)
        out.words += part.words
        out.sentence += [s + i for i in part.sentence]
        if out.tree is not None and part.tree is not None:
            out.tree.upos += part.tree.upos
            out.tree.heads += [h + n if h else 0 for h in part.tree.heads]
            out.tree.relations += part.tree.relations
        else:
            out.tree = None
        out.names = None if out.names is None or part.names is None else out.names + [(a + n, b + n, k) for a, b, k in part.names]
        out.acts = None if out.acts is None or part.acts is None else out.acts + [shifted(a, n) for a in part.acts]
        out.says = None if out.says is None or part.says is None else out.says + [shifted(a, n) for a in part.says]
    return out
