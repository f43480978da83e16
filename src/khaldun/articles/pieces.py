"""Overlong lines taken apart: pages that lost their line ends still hold headlines twice, bylines, captions and sentences."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator

from khaldun.articles.drafts import Range, trimmed
from khaldun.articles.furniture import inside

LONG = 900
SUSPECT = 350
_COPY = 5
_NEAR = 250
_LONGEST_COPY = 55
_JOINING = frozenset(
    {
        "a", "an", "and", "as", "at", "but", "by", "for", "from", "in", "into", "of", "on", "or", "that", "the", "to", "with",
    }
)  # fmt: skip
_WORD = re.compile(r"\S+")
_SENTENCE_END = re.compile(r"(?<=[.!?…。！？])[\"'”’»)\]]*\s+(?=[\"'“‘«(\[]*[A-ZÀ-ÞА-Я0-9\u3040-\uffff])|(?<=[。！？])")
_OPENING = re.compile(
    r"(?<=[a-z0-9’'”)\]])\s+(?=(?:The|An?|In|On|At|As|It|It’s|It's|He|She|They|We|For|After|When|While|If|But|And|This|That|There|These|Since|Although|Before|"
    r"During|Some|Most|Many|One|Two|More than|People|Police|Officials|You|My|His|Her|Their|Our)\s[a-z])"
)
_NO_END = re.compile(
    r"(?:\b(?:[A-Z]|Mr|Mrs|Ms|Dr|Prof|Sen|Rep|Gov|Gen|Lt|Col|Sgt|Capt|St|Jr|Sr|Inc|Corp|Co|Ltd|No|vs|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec|"
    r"Ariz|Calif|Fla|Ga|Mass|Mich|Pa|Tex|Va|Wis|Ill|Md|Conn|a\.m|p\.m|U\.S|U\.K|U\.N|D\.C|Messrs|Hon|Rev|Maj|Brig|Cmdr|Adm)\.)$"
)
_PLACED = re.compile(r"(?<=[\w'’”\"?!]) (?=[A-Z]{3}[A-Z .'-]{0,30}(?:, [A-Z][\w. ]{2,20})?(?: \([A-Z][\w ]+\))? ?[—–-] ?[A-Z“\"])")
_LOWER = re.compile(r"(?<![\w'’-])[a-z]{3,}(?![\w'’-])")
_LONGEST_HEADLINE = 130
_ENDS_CAPTION = re.compile(r"^\(|^AP Photo|^Getty Images")


def pieces(text: str, lines: Iterable[Range]) -> list[Range]:
    """The ranges of `lines`, the overlong ones cut into headline copies, furniture and sentences.

    Overlong is what is longer than `LONG`, or than `SUSPECT` if it holds a headline twice or furniture at two places.
    """
    ranges = [trimmed(text, start, end) for start, end in lines]
    copies = _copies(text, ranges) if any(end - start > SUSPECT for start, end in ranges) else []
    found: list[Range] = []
    ordinary: frozenset[str] = frozenset()
    for start, end in ranges:
        own = [copy for copy in copies if start <= copy[0] and copy[1] <= end]
        if end - start > LONG or (end - start > SUSPECT and (len(own) > 1 or _holds_furniture(text, start, end))):
            ordinary = ordinary or frozenset(_LOWER.findall(text))
            found += _cut(text, start, end, own, ordinary)
        else:
            found.append((start, end))
    return found


def _holds_furniture(text: str, start: int, end: int) -> bool:
    return sum(1 for _ in zip(range(2), inside().finditer(text, start, end), strict=False)) == 2


def _copies(text: str, ranges: list[Range]) -> list[Range]:
    """Runs of words that come back soon: headlines and captions set twice. Longest runs first, none overlapping."""
    words = [
        (match[0], match.start(), match.end(), number)
        for number, (start, end) in enumerate(ranges)
        for match in _WORD.finditer(text, start, end)
    ]
    places: dict[tuple[str, ...], list[int]] = defaultdict(list)
    found: list[Range] = []
    at = 0
    while at + _COPY <= len(words):
        gram = tuple(word for word, *_ in words[at : at + _COPY])
        earlier = next((place for place in reversed(places[gram]) if at - place <= _NEAR and _starts_clean(words[place][0])), None)
        places[gram].append(at)
        size = _common(words, earlier, at) if earlier is not None else 0
        if earlier is not None and _whole(words, earlier, size) and _whole(words, at, size):
            found += [(words[first][1], words[first + size - 1][2]) for first in (earlier, at)]
            at += size
        else:
            at += 1
    return _disjoint(found)


def _starts_clean(word: str) -> bool:
    return not word[:1].islower()


def _whole(words: list[tuple[str, int, int, int]], first: int, size: int) -> bool:
    """Whether a run of words could be a headline or caption: not cut out of a sentence on either side."""
    if size < _COPY or words[first + size - 1][0] in _JOINING:
        return False
    after = words[first + size] if first + size < len(words) else None
    return after is None or after[3] != words[first][3] or _starts_clean(after[0])


def _common(words: list[tuple[str, int, int, int]], first: int, second: int) -> int:
    """How many words from both places on are the same, within one line and short of a headline's greatest length."""
    size = 0
    while second + size < len(words) and first + size < second and size < _LONGEST_COPY:
        one, other = words[first + size], words[second + size]
        if one[0] != other[0] or one[3] != words[first][3] or other[3] != words[second][3]:
            break
        size += 1
    return size


def _disjoint(found: list[Range]) -> list[Range]:
    kept: list[Range] = []
    for start, end in sorted(set(found), key=lambda part: (part[0], -part[1])):
        if not kept or start >= kept[-1][1]:
            kept.append((start, end))
    return kept


def _cut(text: str, start: int, end: int, copies: list[Range], ordinary: frozenset[str]) -> Iterator[Range]:
    """The pieces of one line in order."""
    at = start
    for first, last in [*copies, (end, end)]:
        yield from _between(text, at, first, ordinary)
        if first < last:
            yield first, last
        at = last


def _between(text: str, start: int, end: int, ordinary: frozenset[str]) -> Iterator[Range]:
    """What lies between copies: furniture that its own words tell, and sentences."""
    at = start
    for match in inside().finditer(text, start, end):
        first, last = match.span()
        if _ENDS_CAPTION.match(match[0]):
            sentences = list(_sentences(text, at, first, ordinary))
            first = sentences.pop()[0] if sentences and not _finished(text, first) else first
            yield from sentences
        else:
            yield from _sentences(text, at, first, ordinary)
        yield trimmed(text, first, last)
        at = last
    yield from _sentences(text, at, end, ordinary)


def _finished(text: str, at: int) -> bool:
    return text[:at].rstrip()[-1:] in '.!?”"'


def _sentences(text: str, start: int, end: int, ordinary: frozenset[str]) -> Iterator[Range]:
    at = start
    for match in _SENTENCE_END.finditer(text, start, end):
        if _NO_END.search(text[max(at, match.start() - 12) : match.start()]):
            continue
        yield from _openings(text, *trimmed(text, at, match.end()), ordinary)
        at = match.end()
    yield from _openings(text, *trimmed(text, at, end), ordinary)


def _openings(text: str, start: int, end: int, ordinary: frozenset[str]) -> Iterator[Range]:
    """A sentence, cut where another opens in its midst without a full stop before it: words of a headline or button run into it."""
    at = start
    for match in _OPENING.finditer(text, start, end):
        if match.start() - at < 80 * 3:
            yield trimmed(text, at, match.start())
            at = match.end()
    fused = _fused(text, at, end, ordinary) if at == start else None
    if fused is not None:
        yield trimmed(text, at, fused)
        at = fused
    if at < end:
        yield at, end


def _fused(text: str, start: int, end: int, ordinary: frozenset[str]) -> int | None:
    """Where a headline ends that ran into a sentence: before a dateline, or a word that has no reason for its capital."""
    if (found := _PLACED.search(text, start, min(end, start + _LONGEST_HEADLINE))) is not None:
        return found.end()
    words = list(_WORD.finditer(text, start, min(end, start + _LONGEST_HEADLINE)))
    for before, word, after in zip(words[2:], words[3:], words[4:], strict=False):
        opens = word[0].istitle() and word[0].lower() in ordinary and after[0].islower()
        if opens and before[0].islower() and before[0].isalpha() and before[0] not in _JOINING:
            return word.start()
    return None
