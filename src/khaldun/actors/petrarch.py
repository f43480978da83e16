"""PETRARCH and TABARI actor dictionaries: names in capitals, other spellings after "+", codes with dates in brackets."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from khaldun.errors import DataError

SMALL = frozenset("of the and for in on de la el al del du der van von bin ibn ul un et e y da do dos di".split())


class Coded(NamedTuple):
    """A code with the dates that it holds for; `end` "now" is one that the dictionary leaves open."""

    code: str
    start: str
    end: str


class Entry(NamedTuple):
    """A name, its other spellings, its codes, the number of its line, and the comments on it."""

    name: str
    others: tuple[str, ...]
    codes: tuple[Coded, ...]
    line: int
    comment: str


def entries(lines: Iterable[str], source: str, *, strict: bool = True) -> Iterator[Entry]:
    """The entries of a dictionary.

    Raises:
        DataError: naming the line, where `strict` and a name has no code or a code cannot be read.
    """
    names: list[str] = []
    codes: list[Coded] = []
    begun, comment = 0, ""
    for number, line in enumerate([*lines, "END"], 1):
        text, _, note = line.replace("#", ";").partition(";")
        word = text.partition("[")[0].strip()
        if word and not word.startswith("+"):
            if names and codes:
                yield Entry(names[0], tuple(names[1:]), tuple(codes), begun, comment)
            elif names and strict:
                raise DataError(f"{source}:{begun}: {names[0]!r} has no code in brackets")
            names, codes, begun, comment = [spelt(word)], [], number, note
        elif word:
            names.append(spelt(word[1:]))
        for code in re.findall(r"\[([^\]]*)\]", text):
            found = dated(code)
            if found:
                codes.append(found)
            elif strict:
                raise DataError(f"{source}:{number}: {code!r} is no code like AFGGOV or AFGGOV 030101-041231")


def spelt(word: str) -> str:
    """A dictionary's name as one writes it: "MAZAR-I-SHARIF_" is Mazar-I-Sharif, a single word of five letters stays as it is."""
    words = word.replace("_", " ").split()
    if len(words) == 1 and len(words[0]) <= 5:
        return words[0]
    return " ".join(w.lower() if w.lower() in SMALL and n else w.title().replace("'S", "'s") for n, w in enumerate(words))


def dated(code: str) -> Coded | None:
    """A code with its dates: `AFGGOV 030101-041231`, `AFGGOV >011222`, `AFGGOV`."""
    head, _, dates = code.strip().partition(" ")
    dates = dates.strip()
    if not re.fullmatch(r"[A-Z]{3,}", head):
        return None
    if dates.startswith(">"):
        return Coded(head, iso(dates[1:]), "now")
    if dates.startswith("<"):
        return Coded(head, "", iso(dates[1:]))
    first, _, last = dates.partition("-")
    return Coded(head, iso(first), iso(last))


def iso(date: str) -> str:
    """A dictionary's date, `030101` or `20030101`; empty where it is none."""
    digits = date.strip()
    if not digits.isdigit() or len(digits) not in (6, 8):
        return ""
    year = digits[:4] if len(digits) == 8 else f"{'20' if int(digits[:2]) <= 30 else '19'}{digits[:2]}"
    month, day = digits[-4:-2], digits[-2:]
    return f"{year}-{month}-{day}" if "01" <= month <= "12" and "01" <= day <= "31" else year
