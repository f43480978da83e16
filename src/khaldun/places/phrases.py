"""A place phrase to its head and the places around it: "the Syrian city of Aleppo", "Khan Younis in southern Gaza"."""

from __future__ import annotations

import re
from collections.abc import Iterator

import msgspec

_DIVISION = (
    "province region governorate oblast district state department prefecture county division territory republic krai wilaya emirate canton"
).split()
_TOWN = (
    "city town village capital port suburb neighborhood neighbourhood settlement hamlet municipality commune megacity stronghold".split()
)
_KINDS = {
    **dict.fromkeys(_DIVISION, "admin1"),
    **dict.fromkeys(_TOWN, "city"),
    **{f"{word}s": "admin1" for word in _DIVISION},
    "provincial": "city",
}
_AROUND = frozenset(
    "near outside off around beyond coast border outskirts waters vicinity edge suburbs km kilometers kilometres miles shore shores "
    "airspace frontier along".split()
)
_COMPASS = re.compile(
    r"(?:north|south|east|west)(?:ern|[ -]?(?:east|west)(?:ern)?|[ -]central)?|central|upper|lower|northern-most|mainland|"
    r"downtown|greater|rural|far",
    re.I,
)
_PARTICLES = frozenset(
    "of al el as ad ar az de la le les du del da do dos des di bin ben ibn ez er es et and the y e der den am an der on upon sur e".split()
)
_WORD = re.compile(r"[^\s,;()]+")
_PARTS = re.compile(r"\s*[,;()]\s*|\s+[–—]\s+")
_INSIDE = re.compile(r"\s+(?:in|on|within|inside|at)\s+(?:the\s+)?", re.I)
_POSSESSIVE = re.compile(r"['’]s?$")
_LEADING = re.compile(r"^(?:in|at|to|from|into|inside|within|across|throughout|over|on|toward|towards|through)\s+(?=\S)", re.I)


_FACILITY = re.compile(
    r"\b(?:airport|airfield|airbase|base|hospital|university|college|school|prison|jail|port|harbou?r|bridge|square|stadium|arena|"
    r"embassy|consulate|church|mosque|cathedral|temple"
    r"|synagogue|camp|market|mall|hotel|station|airspace|court|parliament|palace|headquarters|plant|mine|dam|refinery|zone|valley|"
    r"bay|beach|metro|subway|checkpoint|crossing"
    r"|suburbs?|outskirts|cent(?:er|re)|coast|island|islands|peninsula|desert|district|corridor|highway|road|street|river|"
    r"mountains?|forest|garrison|barracks)\b",
    re.I,
)  # fmt: skip


_DIVISION_OF = re.compile(
    r"\b(?:region|province|district|state|governorate|territory|department|area|part|mountains?|zone|ranges?)\s+of\s+(?:the\s+)?[A-Z]", re.I
)
_ADJECTIVE = re.compile(r"(?:an|ese|ish|[ae]li|qi|ni|tti|ch|sh)$")
"""How adjectives of nationality end ("the Syrian region of Idlib")."""


class Phrase(msgspec.Struct, frozen=True):
    """A head, the names around it (nearest first), the kind that the words say it is, and whether it is beside or a part."""

    head: str
    around: tuple[str, ...]
    kind: str | None
    vague: bool


def parts(text: str) -> tuple[str, ...]:
    """What commas, brackets and "in" set apart, the innermost place first."""
    text = _LEADING.sub("", text.strip(" \t\n\"'“”‘’.,;:"))
    return tuple(piece for part in _PARTS.split(text) if part for piece in _INSIDE.split(part) if piece)


def runs(part: str) -> Iterator[tuple[str, list[str]]]:
    """The capitalised runs of a part, each with the lower-case words before it."""
    before: list[str] = []
    run: list[str] = []
    for word in _WORD.findall(part):
        if (
            word[0].isupper()
            or word[0].isdigit()
            or (word[0] in "'’ʿ" and word[1:2].isupper())
            or re.match(r"(?:al|el|as|ar|ad|az|ash|at|an|ez)-[A-Z]", word)
        ):
            run.append(_POSSESSIVE.sub("", word))
            if word.endswith(("'s", "’s")):
                yield " ".join(run), before
                run, before = [], []
        elif run and word.lower() in _PARTICLES:
            run.append(word)
        else:
            if run:
                yield _trimmed(run), before
                run, before = [], []
            before.append(word.lower())
    yield _trimmed(run), before


def _trimmed(run: list[str]) -> str:
    while run and run[-1].lower() in _PARTICLES:
        run.pop()
    return " ".join(run)


def bare(name: str) -> str:
    """A name without compass points and articles before it."""
    words = name.split()
    while len(words) > 1 and (_COMPASS.fullmatch(words[0]) or words[0].lower() == "the"):
        words.pop(0)
    return " ".join(words)


def shorter(name: str, whole: str) -> Iterator[str]:
    """Names inside a name that may be better known: the first of several; what stands before "Province"; the town in a facility's name."""
    words = name.split()
    if " and " in name:
        yield name.split(" and ")[0]
    if len(words) > 1 and words[-1].lower() in _KINDS:
        yield " ".join(words[:-1])
    elif _FACILITY.search(whole):
        yield from (" ".join(words[:size]) for size in range(len(words) - 1, 0, -1))


def kind_of(words: list[str]) -> str | None:
    """The kind that words say ("port city of", "region")."""
    return next((_KINDS[word] for word in reversed([re.sub(r"[^\w]", "", w) for w in words]) if word in _KINDS), None)


def names(part: str) -> tuple[list[str], list[str]]:
    """The names of a part, the innermost first, and the lower-case words between them."""
    found = list(runs(part))
    inner_first = [name for name, _ in found if name]
    if not (_DIVISION_OF.search(part) and len(inner_first) == 2 and not _ADJECTIVE.search(inner_first[0])):
        inner_first.reverse()
    return inner_first, [word for _, before in found for word in before]


def read(text: str) -> Phrase:
    """A phrase with its words sorted out; without a head where no word is capitalised."""
    pieces = parts(text)
    if not pieces:
        return Phrase("", (), None, False)
    (head, *around), words = names(pieces[0])[0] or [""], names(pieces[0])[1]
    words += [w.lower() for w in pieces[0].split() if w.lower() in _KINDS]
    vague = any(word in _AROUND or _COMPASS.fullmatch(word) for word in words)
    outer = [name for piece in pieces[1:] for name in names(piece)[0]]
    return Phrase(head, (*around, *outer), kind_of(words), vague)
