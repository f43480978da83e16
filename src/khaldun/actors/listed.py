"""Names as the lists have them: a reading in, the same with names put together that the reader cut, and bodies that it took for places.

"United" and "Emirates" beside "Arab" are the United Arab Emirates, "ISIL" is a body wherever it stands.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import msgspec

from khaldun.actors.gazetteer import Gazetteer
from khaldun.actors.nations import nations
from khaldun.actors.spelling import key
from khaldun.records import Name, NameKind, Reading, Sentence, Word

LONGEST = 8  # words of a name that is looked up
KINDS: tuple[NameKind, ...] = ("person", "organisation", "place")
INNER = frozenset("of and the for de la del al & - in".split())  # words that stand inside a name without a capital


def listed(read: Reading, text: str, gazetteer: Gazetteer) -> Reading:
    """The reading with its names as the lists have them."""
    return msgspec.structs.replace(read, sentences=tuple(_mended(sentence, text, gazetteer) for sentence in read.sentences))


def _mended(sentence: Sentence, text: str, gazetteer: Gazetteer) -> Sentence:
    if text[sentence.start : sentence.end].isupper():
        return sentence
    names = list(sentence.names)
    for start, end, kind in _known(sentence.words, text, gazetteer):
        touched = [n for n in names if n.start < end and start < n.end]
        if touched and all(start <= n.start and n.end <= end for n in touched):
            names = [n for n in names if n not in touched] + [Name(text[start:end], start, end, kind)]
        elif not touched and kind == "organisation":
            names.append(Name(text[start:end], start, end, kind))
    return (
        sentence if names == list(sentence.names) else msgspec.structs.replace(sentence, names=tuple(sorted(names, key=lambda n: n.start)))
    )


def _known(words: Sequence[Word], text: str, gazetteer: Gazetteer) -> Iterator[tuple[int, int, NameKind]]:
    """The longest listed names of a sentence: of several words, and bodies of one word in capitals."""
    written = [text[w.start : w.end] for w in words]
    at = 0
    while at < len(words):
        length = 1
        if written[at][:1].isupper():
            for end in range(_reach(written, at), at, -1):
                if end - at > 1 and not written[end - 1][:1].isupper():
                    continue
                span = words[at].start, words[end - 1].end
                kind = _kind(text[slice(*span)], end - at, gazetteer)
                if kind is not None:
                    yield *span, kind
                    length = end - at
                    break
        at += length


def _reach(written: Sequence[str], at: int) -> int:
    """The end of the longest stretch from `at` that could be one name."""
    end = at + 1
    while end < len(written) and end - at < LONGEST and (written[end][:1].isupper() or written[end] in INNER):
        end += 1
    return end


def _kind(name: str, length: int, gazetteer: Gazetteer) -> NameKind | None:
    """What the lists know of a name: of several words of what kind it is; of one word, that it is a body and nothing else."""
    if "\n" in name:
        return None
    filed = key(name)
    if length > 1 and filed in nations():
        return "place" if nations()[filed][0] == "name" else None
    found = gazetteer.named(filed)
    kinds = {e.kind for e in found}
    if length == 1 and not (name.isupper() and len(name) > 2 and kinds == {"organisation"}):
        return None
    return next((kind for kind in KINDS if kinds == {kind}), None)
