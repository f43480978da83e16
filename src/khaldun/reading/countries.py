"""Countries under other names: the network sees which country is the first, the second … of a window, not which it is.

What is done must not depend on who does it, so each country's one-word names are replaced by those of a stand-in, in order of
appearance, before words become word pieces; spans, names and everything that is written down keep the page's own words.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache, lru_cache

from khaldun.actors.nations import nations

_CAPITALISED = re.compile(r"(?<![A-Za-z])[A-Z][a-z]{3,}(?![a-z])")
FORMS = ("name", "adjective", "people")
# each form one word piece, so that the length of a window does not depend on its countries either
STAND_INS = (
    ("Germany", "German", "Germans"),
    ("Italy", "Italian", "Italians"),
    ("Egypt", "Egyptian", "Egyptians"),
    ("India", "Indian", "Indians"),
    ("Hungary", "Hungarian", "Hungarians"),
    ("Greece", "Greek", "Greeks"),
    ("Austria", "Austrian", "Austrians"),
    ("Denmark", "Danish", "Danes"),
    ("Australia", "Australian", "Australians"),
    ("Armenia", "Armenian", "Armenians"),
    ("Croatia", "Croatian", "Croats"),
    ("Albania", "Albanian", "Albanians"),
)

Known = dict[str, tuple[str, int]]


@cache
def known() -> Known:
    """Every country's names of one word: the country and which of `FORMS` it is."""
    out: Known = {}
    for word, (naming, nation) in nations().items():
        if naming in FORMS and nation.sector != "PRE" and re.fullmatch(r"[a-z]{4,}", word):
            out.setdefault(word.capitalize(), (nation.id, FORMS.index(naming)))
    return out


@lru_cache(maxsize=1 << 16)
def named(word: str) -> tuple[tuple[int, int, str, int], ...]:
    """Where a word names countries ("Russian-backed" does at its start): start, end, country, form."""
    table = known()
    return tuple((m.start(), m.end(), *table[m.group()]) for m in _CAPITALISED.finditer(word) if m.group() in table)


def alike(words: Sequence[str]) -> Sequence[str]:
    """The words with the first country that they name under the name of the first stand-in, and so on; beyond the last they stay."""
    found = [(i, places) for i, word in enumerate(words) if not word.islower() and (places := named(word))]
    if not found:
        return words
    out, order = list(words), dict[str, int]()
    for i, places in found:
        word, grown = words[i], 0
        for start, end, country, form in places:
            number = order.setdefault(country, len(order))
            if number < len(STAND_INS):
                new = STAND_INS[number][form]
                word = word[: start + grown] + new + word[end + grown :]
                grown += len(new) - (end - start)
        out[i] = word
    return out
