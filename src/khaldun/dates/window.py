"""When an article of unknown date was written, as far as its own words bound it: offices held then, and days told as past or to come.

In: a text and its date mentions, read without publication. Out: a window of days, and the relative dates read against both its ends.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

import msgspec

from khaldun.actors import shipped
from khaldun.actors.entities import Term
from khaldun.actors.offices import ALIKE
from khaldun.actors.spelling import tokens
from khaldun.dates.calendar import bounds
from khaldun.dates.tense import Tense
from khaldun.records import DateMention

_TITLES = (
    "President", "Prime Minister", "Premier", "Chancellor", "Taoiseach", "Foreign Minister", "Foreign Secretary", "Secretary of State",
    "External Affairs Minister", "Defense Minister", "Defence Minister", "Defense Secretary", "Defence Secretary", "Secretary-General",
    "Secretary General", "Pope", "King", "Queen", "Emir",
)  # fmt: skip
_TITLE = re.compile(
    rf"(?<![\w-])(?<!\bformer )(?<!\bFormer )(?<!\bex-)(?<!\bthen-)(?<!\bthen )(?<!\blate )(?<!Vice )(?<!Deputy )(?<!Council )"
    rf"(?:{'|'.join(_TITLES)}) "
    r"(?=[A-Z])(?P<name>[^\W\d_][\w.'’-]*(?: [A-Z][\w.'’-]*){0,3})"
)
_SENTENCE = re.compile(r"[.!?][\"”’]?\s+(?=[A-Z\"“])|\n")
_HEADS = frozenset(("Secretary-General", "Secretary General"))
_DATED = re.compile(r"\d{4}(?:-\d\d){0,2}(?:T.*)?")

Span = tuple[str, str]
"""Two days, both included, that may be compared as strings; the first may be "0", the last "9"."""


class Window(msgspec.Struct, frozen=True):
    """The days within which a text was written, `None` where nothing bounds them, and the words that say so."""

    first: str | None
    last: str | None
    reason: str


def window(text: str, parts: Sequence[tuple[int, int]], dates: Sequence[DateMention], tense: Tense) -> Window | None:
    """What the words of `parts` say of when they were written; `None` where they say nothing."""
    written = [d for d in dates if d.value and _DATED.fullmatch(d.value)]
    held, reasons = _held(text, parts, written)
    past = max((d for d in written if d.from_ and tense(d.start) == "past"), key=lambda d: d.from_ or "", default=None)
    if past and past.from_:
        reasons.append(f"{past.text} told as past")
        held = [(max(first, past.from_), last) for first, last in held if past.from_ <= last] or [(past.from_, "9")]
    first, last = min(held)[0], max(last for _, last in held)
    coming = min(
        (d for d in written if d.to and d.to >= first > "0" and tense(d.start) == "future"), key=lambda d: d.to or "", default=None
    )
    if coming and coming.to and coming.to < last:
        reasons.append(f"{coming.text} told as to come")
        last = coming.to
    return Window(None if first == "0" else first, None if last == "9" else last, "; ".join(reasons)) if reasons else None


def _held(text: str, parts: Sequence[tuple[int, int]], dates: Sequence[DateMention]) -> tuple[list[Span], list[str]]:
    """The days on which all who are named with an office held it, and their names; sentences with a date of their own look back."""
    held, reasons = [("0", "9")], list[str]()
    for start, end in parts:
        for match in _TITLE.finditer(text, start, end):
            if _looks_back(text, match, (start, end), dates):
                continue
            both = [(max(a, c), min(b, d)) for a, b in held for c, d in _terms(match) if max(a, c) <= min(b, d)]
            if both and set(both) != set(held):
                held = both
                reasons.append(f"{match[0]} in office")
    return held, list(dict.fromkeys(reasons))


def _looks_back(text: str, named: re.Match[str], part: tuple[int, int], dates: Sequence[DateMention]) -> bool:
    first = max((m.end() for m in _SENTENCE.finditer(text, part[0], named.start())), default=part[0])
    last = next((m.start() for m in _SENTENCE.finditer(text, named.end() - 1, part[1])), part[1])
    return any(first <= d.start < last for d in dates)


def _terms(match: re.Match[str]) -> Iterator[Span]:
    """The terms in this office of everybody who bears the name."""
    title = match[0][: match.start("name") - match.start() - 1]
    offices = {"head", "secretary general"} if title in _HEADS else {_office(title)}
    words = tokens(match[0] if title == "Pope" else match["name"])
    count, entities = shipped().find(words, 0) if words else (0, [])
    if count:
        yield from (_span(term) for entity in entities for term in entity.terms if term.office in offices)


def _office(title: str) -> str:
    lower = title.lower().replace("defense", "defence")
    return ALIKE.get(lower, lower)


def _span(term: Term) -> Span:
    return bounds(term.start)[0] or "0", bounds(term.end)[1] or "9"


def inferred(plain: Sequence[DateMention], ends: Sequence[Sequence[DateMention]], found: Window) -> Iterator[DateMention]:
    """Mentions read without publication, the relative ones with the days that the two ends of a window allow.

    `ends` are the readings as if published on the first and on the last day of the window; one alone where the other is open. A value
    stays only where both ends give the same.
    """
    known = [{(m.start, m.end): m for m in each} for each in ends]
    for mention in plain:
        read = [each[mention.start, mention.end] for each in known if (mention.start, mention.end) in each]
        relative = len(read) == len(ends) and any((m.from_, m.to, m.value) != (mention.from_, mention.to, mention.value) for m in read)
        yield _merged(mention, read, found) if relative else mention


def _merged(mention: DateMention, read: Sequence[DateMention], found: Window) -> DateMention:
    first, last = read[0], read[-1]
    same = found.first is not None and found.last is not None and first.value == last.value
    spread = f"{found.first or 'an unknown day'} to {found.last or 'an unknown day'}"
    begin, end = first.from_ if found.first else None, last.to if found.last else None
    return msgspec.structs.replace(
        mention,
        from_=begin,
        to=end if not begin or not end or begin <= end else None,
        precision=first.precision if same else "span" if begin or end else "unknown",
        rule=f"inferred {mention.rule}",
        basis=f"inferred: {first.basis if first.basis == last.basis else 'relative to publication'}, which the text puts at {spread} "
        f"({found.reason})",
        value=first.value if same else mention.value,
    )
