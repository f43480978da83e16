"""Number phrases to counts: "at least 26", "up to forty", "dozens", "some 1,200", "2.5 million"."""

from __future__ import annotations

import re

from khaldun.records import Count, Span

_UNITS = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen"
).split()
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split()
WORDS = {word: value for value, word in enumerate(_UNITS)} | {word: 20 + 10 * i for i, word in enumerate(_TENS)}
WORDS |= {"a": 1, "an": 1, "no": 0, "none": 0, "both": 2, "couple": 2, "half": 0}
SCALES = {"hundred": 100, "thousand": 1_000, "million": 1_000_000, "billion": 1_000_000_000, "trillion": 1_000_000_000_000, "dozen": 12}
SCALES |= {"m": 1_000_000, "bn": 1_000_000_000, "k": 1_000}
# the least that a plural of a scale can mean
VAGUE = {
    "dozens": 24,
    "scores": 40,
    "hundreds": 200,
    "thousands": 2_000,
    "millions": 2_000_000,
    "tens": 20,
    "several": 3,
    "many": None,
    "a few": 3,
}
AT_LEAST = re.compile(
    r"\b(?:at least|more than|over|no fewer than|not less than|a minimum of|upwards? of|exceeding|nearly exceeding)\b|\+", re.I
)
AT_MOST = re.compile(r"\b(?:up to|as many as|at most|no more than|fewer than|less than|under|almost|nearly)\b", re.I)

_TOKEN = re.compile(r"\d[\d,.]*|[a-z]+")


def value(text: str) -> int | None:
    """The number that a phrase names, or none: "twenty-six" is 26, "2.5 million" is 2,500,000."""
    if text.strip().lower() in ("no", "none", "nobody"):
        return 0
    total, part, seen = 0.0, 0.0, False
    for token in _TOKEN.findall(text.lower().replace("-", " ")):
        if token[0].isdigit():
            if seen and part:
                break
            part, seen = _digits(token), True
        elif token in WORDS and token not in ("a", "an", "half", "no"):
            part, seen = part + WORDS[token], True
        elif token in SCALES and (seen or token not in ("m", "k", "bn")):
            scaled = (part or 1) * SCALES[token]
            seen = True
            if SCALES[token] > 100 or token == "dozen":
                total, part = total + scaled, 0.0
            else:
                part = scaled
        elif seen and token not in ("and", "a"):
            break
    return round(total + part) if seen else None


def _digits(token: str) -> float:
    plain = token.rstrip(".,")
    if re.fullmatch(r"\d{1,3}(?:[,.]\d{3})+", plain):
        return float(re.sub(r"[,.]", "", plain))
    plain = plain.replace(",", "")
    return float(plain) if plain.count(".") < 2 else float(plain.replace(".", ""))


def count(span: Span) -> Count | None:
    """A count of the phrase's number; none where it names none."""
    lower = span.text.lower()
    vague = next((w for w in VAGUE if re.search(rf"\b{w}\b", lower)), None)
    if vague:
        times = re.search(r"tens of thousands", lower)
        return Count(span.text, span.start, span.end, 20_000 if times else VAGUE[vague], None)
    number = value(span.text)
    if number is None:
        return None
    if AT_LEAST.search(lower):
        return Count(span.text, span.start, span.end, number, None)
    if AT_MOST.search(lower):
        return Count(span.text, span.start, span.end, None, number)
    return Count(span.text, span.start, span.end, number, number)
