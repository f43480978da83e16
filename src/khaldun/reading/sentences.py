"""A paragraph to its sentences, by rule: marks that end one, abbreviations that do not, quotation marks that go with what they close."""

from __future__ import annotations

import re

# A full stop after these never ends a sentence; after the second list only where no capital follows.
TITLES = frozenset(
    "mr mrs ms dr prof gen lt col maj sgt capt sen rep gov st rev hon pres adm brig cmdr amb msgr fr sr jr vs pp cf "
    "ft mt messrs supt insp dep asst atty".split()
)
SHORT = frozenset(
    "inc corp ltd co bros etc jan feb mar apr jun jul aug sep sept oct nov dec a.m p.m u.s u.n u.k e.u d.c ph.d e.g i.e est dept "
    "univ".split()
)

NUMBERED = frozenset("no nos art fig vol op ch sec".split())  # "No. 10"

_END = re.compile(r"[.!?…。！？]+[\"'”’»)\]]*(?=\s|$)|[.!?][\"”’](?=[A-Z“\"])")
_LAST_WORD = re.compile(r"(\S+)$")
_OPENS = re.compile(r"\s*[\"'“‘«(\[\-–—]*\s*(?:[A-ZÀ-ÞĀ-Ž0-9]|$)|\s*[^\x00-\x7f\W]")
_LOWER = re.compile(r"\s*[\"'“‘(\[]*[a-zß-ÿ]")


def _ends(text: str, match: re.Match[str]) -> bool:
    """Whether the mark found ends a sentence."""
    after = text[match.end() :]
    if _LOWER.match(after):
        return False
    if not match.group().startswith(".") or match.group().startswith(".."):
        return True
    before = _LAST_WORD.search(text, max(0, match.start() - 40), match.start())
    word = before.group(1).lstrip("\"'“‘([").lower() if before else ""
    if match.group() != ".":
        return bool(_OPENS.match(after))
    if word in NUMBERED and re.match(r"\s*\d", after):
        return False
    if word in TITLES or re.fullmatch(r"[a-z]", word):
        return False
    if word in SHORT or re.fullmatch(r"(?:[a-z]\.)+[a-z]", word):
        return (
            bool(
                re.match(
                    r"\s+[\"“‘]?(?:The|A|An|He|She|It|They|In|On|But|And|Its|His|Her|This|That|At|Meanwhile|However|According)\b", after
                )
            )
            or not after.strip()
        )
    return bool(_OPENS.match(after))


def sentences(text: str) -> list[tuple[int, int]]:
    """Start and end of each sentence of `text`, white space at either side left out."""
    out, start = [], 0
    cuts = [m.end() for m in _END.finditer(text) if _ends(text, m)]
    for end in [*cuts, len(text)]:
        piece = text[start:end]
        if piece.strip():
            out.append((start + len(piece) - len(piece.lstrip()), start + len(piece.rstrip())))
        start = end
    return out
