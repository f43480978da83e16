"""A place phrase to the one place it means, among all of that name."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from khaldun.actors.nations import nations
from khaldun.places.phrases import Phrase, bare, parts, read, shorter
from khaldun.places.spelling import keys
from khaldun.places.table import Record, named
from khaldun.records import Place, Span

_STATES = {
    "ala": "Alabama", "ariz": "Arizona", "ark": "Arkansas", "calif": "California", "colo": "Colorado", "conn": "Connecticut",
    "del": "Delaware", "fla": "Florida", "ga": "Georgia",
    "ill": "Illinois", "ind": "Indiana", "kan": "Kansas", "ky": "Kentucky", "la": "Louisiana", "md": "Maryland", "mass": "Massachusetts",
    "mich": "Michigan", "minn": "Minnesota",
    "miss": "Mississippi", "mo": "Missouri", "mont": "Montana", "neb": "Nebraska", "nev": "Nevada", "nh": "New Hampshire",
    "nj": "New Jersey", "nm": "New Mexico", "ny": "New York",
    "nc": "North Carolina", "nd": "North Dakota", "okla": "Oklahoma", "ore": "Oregon", "pa": "Pennsylvania", "ri": "Rhode Island",
    "sc": "South Carolina", "sd": "South Dakota",
    "tenn": "Tennessee", "tex": "Texas", "tx": "Texas", "vt": "Vermont", "va": "Virginia", "wash": "Washington", "wva": "West Virginia",
    "wis": "Wisconsin", "wyo": "Wyoming",
    "dc": "District of Columbia", "ca": "California", "fl": "Florida", "il": "Illinois", "oh": "Ohio", "mi": "Michigan", "az": "Arizona",
}  # fmt: skip
_PRECISION = {"country": "country", "admin1": "admin1", "admin2": "region", "city": "city", "region": "region", "sea": "region"}
_WORDS = {
    "country": "country",
    "admin1": "first-level division",
    "admin2": "second-level division",
    "city": "city",
    "region": "region",
    "sea": "sea or strait",
}
_SMALL = 15_000
"""The weight under which a place without anything around it is believed only where its name points to one country."""
_OTHER_NAME, _HINTED, _SAME_DIVISION, _OF_KIND = 0.03, 30, 100, 10**6
_READINGS = 4


def locate(span: Span, *, hint: str | tuple[str, ...] | None = None) -> Place:
    """Where a phrase is. `hint` are the countries (alpha-3) that its article speaks of, which decide between places of one name.

    What no list knows stays null, unless a place is named around it: then that place is given, and `rule` says so.
    """
    hints = (hint,) if isinstance(hint, str) else tuple(hint or ())
    pieces = parts(span.text)
    if not pieces:
        return _unknown(span, "no words")
    phrase = read(span.text)
    if _on_a_border(span.text, phrase, hints):
        return _unknown(span, "between two countries")
    if len(pieces) == 1 and phrase.around and (found := best(pieces[0], None, hints, None)):
        return _place(span, found, _WORDS[found.kind])
    frames = list(_frames(phrase.around, hints))
    for frame in frames:
        if found := _head(phrase, pieces[0], frame, hints):
            rule = _WORDS[found.kind] + (" in the place named with it" if frame and found.kind != "country" else "")
            return _place(span, found, f"near or in a part of it: {rule}" if phrase.vague else rule)
    if frames[0]:
        return _place(span, frames[0], f"not known itself: the {_WORDS[frames[0].kind]} named with it")
    return _unknown(span, "no list knows it")


def _place(span: Span, found: Record, rule: str) -> Place:
    where = (found.latitude, found.longitude, found.geonames_id)
    return Place(span.text, span.start, span.end, found.name, found.country, found.admin1, *where, _PRECISION[found.kind], rule)


def _unknown(span: Span, reason: str) -> Place:
    return Place(span.text, span.start, span.end, None, None, None, None, None, None, "unknown", reason)


def _head(phrase: Phrase, whole: str, frame: Record | None, hints: tuple[str, ...]) -> Record | None:
    """The place that the head names: as a nation's adjective (some village bears most of them), as it stands, bare of compass points, or by
    a better-known name inside it."""
    if frame is None and (found := _by_adjective(bare(phrase.head), whole)):
        return found
    for name in dict.fromkeys((whole if phrase.head else "", phrase.head, bare(phrase.head))):
        if found := best(name, frame, hints, phrase.kind):
            return found
    for name in shorter(bare(phrase.head), whole):
        found = best(name, frame, hints, phrase.kind)
        if found and (frame or found.weight >= _SMALL or found.country in hints):
            return found
    return None


def _by_adjective(name: str, whole: str) -> Record | None:
    """The country of an adjective ("Belarusian territory"), or its capital ("the Syrian capital")."""
    naming, nation = nations().get(name.lower(), (None, None))
    if nation is None or naming != "adjective":
        return None
    if whole.lower().endswith("capital") and (found := best(f"capital of {nation.code}", None, (), None)):
        return found
    return best(nation.name, None, (nation.code,), "country")


def _on_a_border(text: str, phrase: Phrase, hints: tuple[str, ...]) -> bool:
    """Whether the words speak of the line between two countries."""
    if " and " not in phrase.head or not {"between", "border", "frontier"} & set(text.lower().split()):
        return False
    sides = [best(side, None, hints, None) for side in phrase.head.split(" and ")]
    return len({side.country for side in sides if side}) > 1


def best(name: str, frame: Record | None, hints: Sequence[str], kind: str | None) -> Record | None:
    """The place of a name in the frame, else in a hinted country, else of the most weight; small ones need one of the first two."""
    scored = _scored(name, frame, hints, kind)
    if not scored:
        return None
    found = scored[0]
    sure = frame is not None or found.country in hints or found.weight >= _SMALL or len({record.country for record in scored}) == 1
    return found if sure else None


def _scored(name: str, frame: Record | None, hints: Sequence[str], kind: str | None) -> list[Record]:
    """The places of a name that may be meant, the likeliest first."""
    scored = [(_score(record, main, frame, hints, kind), record) for record, main in candidates(name)]
    return [record for score, record in sorted(scored, key=lambda pair: -pair[0]) if score > 0]


def candidates(name: str) -> Iterable[tuple[Record, bool]]:
    """All places of a name; by the name without its Arabic article only where none has it."""
    return next((found for key in keys(name) if (found := named(key))), [])


def _score(record: Record, main: bool, frame: Record | None, hints: Sequence[str], kind: str | None) -> float:
    score = record.weight * (1.0 if main else _OTHER_NAME)
    if frame and record.country and record.country != frame.country:
        return 0
    if frame and frame.admin1 and record.admin1 == frame.admin1:
        score *= _SAME_DIVISION
    if kind and record.kind == kind:
        score *= _OF_KIND
    return score * (_HINTED if record.country in hints else 1)


def _frames(around: Sequence[str], hints: tuple[str, ...]) -> Iterator[Record | None]:
    """The narrowest known place around the head, in each reading of the names around it, the likeliest first ("Georgia" may be two)."""
    frames: list[Record | None] = [None]
    for name in reversed(around):
        read_on: list[Record | None] = []
        for frame in frames:
            read_on += _containers(name, frame, hints) or [frame]
        frames = list(dict.fromkeys(read_on))[:_READINGS]
    yield from frames


def _containers(name: str, frame: Record | None, hints: tuple[str, ...]) -> list[Record]:
    """The places that may stand around another: by name, as a state's abbreviation, or as an adjective of nationality."""
    state = _STATES.get(keys(name)[0]) if len(name) < 6 else None
    if state:
        return _scored(state, None, ("USA",), "admin1")[:1]
    phrase = read(name)
    for each in dict.fromkeys((name, phrase.head, bare(phrase.head), *shorter(bare(phrase.head), name))):
        if best(each, frame, hints, phrase.kind):
            found = [record for record in _scored(each, frame, hints, phrase.kind) if record.country]
            return [record for record in found if 100 * record.weight >= found[0].weight][:_READINGS]
    by_adjective = _by_adjective(phrase.head, "")
    return [by_adjective] if by_adjective else []
