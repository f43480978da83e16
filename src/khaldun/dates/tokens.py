"""Text to tokens of time, and a run of tokens to a string with one letter for each class, over which rules are regular expressions."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

import msgspec

from khaldun.dates.holidays import HISTORY, HOLIDAY
from khaldun.dates.lexicon import EXACT, LOWER

Number = float | None
_TOKEN = re.compile(
    rf"""
      (?P<BREAK>\n[ \t]*\n\s*)
    | (?P<HISTORY>{HISTORY})
    | (?P<HOLIDAY>{HOLIDAY})
    | (?P<ISO>\b[12]\d\d\d-(?:[01]\d-[0-3]\d(?:T\d\d(?::\d\d(?::\d\d)?)?Z?)?|[01]\d)(?![\w-]))
    | (?P<SLASHED>\b\d{{1,2}}(?P<cut>[/.])\d{{1,2}}(?P=cut)(?:[12]\d)?\d\d(?![\w/]|\.\d) | \b[12]\d\d\d/[01]?\d/[0-3]?\d(?![\w/]))
    | (?P<SHORT>\b(?:1[0-2]|0?[1-9])/(?:[12]\d|3[01]|0?[1-9])(?![\w/]|\.\d|\s*(?:\d|inch|of|cup)))
    | (?P<CLOCK>\b(?:[01]?\d|2[0-4])(?::[0-5]\d(?::[0-5]\d)?(?!\.\d)|[.h][0-5]\d(?=\s?[ap]\.?m\b))(?![\d:]))
    | (?P<AMPM>(?<=[\d\s])[ap]\.m\.|(?<=[\d\s])[ap]m\b|(?<=\d\s)[AP]M\b|(?<=\d)[AP]M\b|(?<=[\d\s])[AP]\.M\.)
    | (?P<ZONE>\b(?:GMT|UTC|BST|CET|CEST|EST|EDT|ET|PST|PDT|PT|CST|CDT|IST|JST|MSK)\b)
    | (?P<QUARTER>\b(?:[1-4]Q|Q[1-4])\b)
    | (?P<DECADE>(?:\b[12]\d|['’‘]|\b)[1-9]0['’]?s\b)
    | (?P<CENTURY>\b(?:1\d|2[01])00s\b)
    | (?P<ORD>\b\d{{1,2}}(?:st|nd|rd|th)\b)
    | (?P<NUM>\b\d{{1,3}}(?:,\d{{3}})+(?:\.\d+)?\b | \b\d+\.\d+\b)
    | (?P<APOSTROPHED>['’‘]\d\d\b)
    | (?P<fiscal>\bFY(?=[12]\d{{3}}\b))
    | (?P<DIGITS>(?:\b|(?<=FY))\d+(?![^\W_])|\b\d{{1,2}}(?=[ap]m\b))
    | (?P<POSSESSIVE>['’]s\b)
    | (?P<WORD>[^\W\d_]+(?:['’](?!s\b)[^\W\d_]+)*(?![\d_]))
    | (?P<MIXED>\w+)
    | (?P<SIGN>\S)
    """,
    re.X,
)
_SIGNS = {
    ",": "comma",
    ".": "dot",
    "-": "hyphen",
    "–": "dash",
    "—": "sign",
    "‑": "hyphen",
    "/": "slash",
    "'": "quote",
    "’": "quote",
    "$": "money",
    "£": "money",
    "€": "money",
}
_NAMES = (
    "x BREAK sign comma dot hyphen dash slash quote money POSSESSIVE HISTORY HOLIDAY ISO SLASHED SHORT CLOCK AMPM ZONE QUARTER "
    "DECADE CENTURY ORD NUM SMALL "
    "YEAR DIGITS APOSTROPHED"
).split()
CLASSES = dict.fromkeys([*_NAMES, *sorted({name for name, _ in (*EXACT.values(), *LOWER.values())})])
"""Every class there is."""
LETTER = {name: chr(0xE000 + i) for i, name in enumerate(CLASSES)}
"""The letter that stands for each class."""
_PLAIN = frozenset((LETTER["x"], LETTER["sign"], LETTER["BREAK"]))
_HELPERS = frozenset("to will would could may might can should".split())
"""Words after which "last" is a verb."""


class Token(msgspec.Struct, frozen=True, gc=False):
    """A word, number or sign with its class and number."""

    text: str
    start: int
    end: int
    kind: str
    number: int = 0


def tokens(text: str, start: int, end: int) -> list[Token]:
    """The tokens of `text[start:end]`, each with its class."""
    found = [_token(match) for match in _TOKEN.finditer(text, start, end)]
    for i, token in enumerate(found):
        if token.kind == "last" and i and found[i - 1].text in _HELPERS:
            found[i] = Token(token.text, token.start, token.end, "x")
    return found


def _token(match: re.Match[str]) -> Token:
    form, word = match.lastgroup or "", match.group()
    begin, stop = match.span()
    if form == "WORD":
        kind, number = EXACT.get(word) or LOWER.get(word) or (_lowered(word) if word[0].isupper() else ("x", 0))
        return Token(word, begin, stop, kind, number)
    if form == "DIGITS":
        return Token(word, begin, stop, _digits(word), int(word) if len(word) < 8 else 0)
    if form in ("ORD", "DECADE"):
        return Token(word, begin, stop, form, int("".join(filter(str.isdigit, word))))
    if form == "SIGN":
        return Token(word, begin, stop, _SIGNS.get(word, "sign"))
    return Token(word, begin, stop, "x" if form == "MIXED" else form)


def _lowered(word: str) -> tuple[str, int]:
    """A capitalised word as if it opened a sentence; lower-case month names are only those that are no other word."""
    return LOWER.get(word.lower(), ("x", 0))


def _digits(word: str) -> str:
    if len(word) <= 2:
        return "SMALL"
    return "YEAR" if len(word) == 4 and "1000" <= word < "2200" else "DIGITS"


def spell(run: Sequence[Token]) -> str:
    """The run with one letter a token."""
    return "".join([LETTER[token.kind] for token in run])


def timely(letters: str) -> bool:
    """Whether any token is of time at all."""
    return not _PLAIN.issuperset(letters)


_MACROS = {
    "UNIT": "(?:hour|minute|min|hr|day|week|fortnight|month|quarter|year|decade|century)",
    "DAYNUM": "(?:SMALL|ORD)",
    "NMONTH": "(?:MONTH|MON dot?)",
    "WD": "(?:WEEKDAY|WDAY dot?)",
    "MOD": "(?P<mod> the? (?:early|late|mid) hyphen? | the? (?:very)? (?:start|end|mid) of )",
    "PARTOF": "(?:comma? (?:early|late|mid)? hyphen? (?P<part>PART))",
    "APX": "(?: APPROX | (?:more|less) than | at (?:least|most) | no (?:more|less) than | up to | as FUZZY as )",
    "DIGITAL": "(?:SMALL|DIGITS|YEAR|NUM)",
    "NUMERAL": "(?:(?:CARD|BIG) (?:(?:hyphen|and)? (?:CARD|BIG))* | SMALL hyphen? SHORT | (?:SMALL|DIGITS|YEAR|NUM) BIG*)",
    "AMOUNT": "(?: NUMERAL (?: hyphen? and hyphen? a hyphen? half )? "
    "| a BIG+ | (?:a|CARD)? DOZEN | a? (?:very)? FUZZY BIG? of? | a couple of? |  half a | a )",
}


def grammar(pattern: str) -> re.Pattern[str]:
    """A pattern over class names ("the? (?P<n>ORD) of MONTH") to one over their letters."""
    while (opened := re.sub(r"\b[A-Z]+\b", lambda match: _MACROS.get(match[0], match[0]), pattern)) != pattern:
        pattern = opened
    return re.compile(re.sub(r"(\?P<\w+>|\(\?[!=<:]+)|\b([A-Za-z]+)\b", _letter, pattern), re.X)


def _letter(match: re.Match[str]) -> str:
    return match.group(1) or LETTER[match.group(2)]


def number(run: Sequence[Token]) -> Number:
    """What number words and digits say together; `None` for "several"."""
    total, current, seen = 0.0, 0.0, False
    for token in run:
        if token.kind == "BIG":
            current = (current or 1) * token.number
            if token.number >= 1000:
                total, current = total + current, 0.0
        elif token.kind == "DOZEN":
            current = (current or 1) * token.number
        elif token.kind in ("CARD", "SMALL", "YEAR", "DIGITS"):
            current += token.number
        elif token.kind == "NUM":
            current += float(token.text.replace(",", ""))
        elif token.kind == "half":
            current += 0.5
        elif token.kind == "SHORT":
            upper, lower = token.text.split("/")
            current += int(upper) / int(lower)
        elif token.kind == "a" and len(run) == 1:
            current = 1.0
        else:
            continue
        seen = True
    return total + current if seen else None


def pieces(run: Sequence[Token]) -> Iterator[tuple[int, int]]:
    """Ends of the stretches between paragraph breaks."""
    first = 0
    for i, token in enumerate(run):
        if token.kind == "BREAK":
            yield first, i
            first = i + 1
    yield first, len(run)
