"""One key for a place name that is spelled in many ways: accents, apostrophes, hyphens and capitals go, Arabic articles take one form."""

from __future__ import annotations

import re
import unicodedata

_LETTERS = str.maketrans({**dict.fromkeys("ıİ", "i"), **dict.fromkeys("øØ", "o"), **dict.fromkeys("łŁ", "l"), **dict.fromkeys("đĐðÐ", "d"),
                          **dict.fromkeys("əƏ", "e"), "ß": "ss", "æ": "ae", "Æ": "ae", "œ": "oe", "þ": "th"})  # fmt: skip
_DROPPED = re.compile(r"['’‘ʼʻ`´ʿʾ.]")
_OTHER = re.compile(r"[^a-z0-9]+")
_ARTICLE = re.compile(r"^(?:al|el|ad|ar|as|ash|at|az|an|ed|er|es|et|ez) (?=[a-z])")


def key(name: str) -> str:
    """What a name is filed under: plain lower-case words."""
    decomposed = unicodedata.normalize("NFKD", name.translate(_LETTERS)).encode("ascii", "ignore").decode()
    words = _OTHER.sub(" ", _DROPPED.sub("", decomposed).lower()).strip()
    return words.replace("saint ", "st ") if "saint " in words else words


def keys(name: str) -> list[str]:
    """Keys to look a name up by, the nearest first: without a leading "the", then without an Arabic article."""
    plain = key(name).removeprefix("the ")
    bare = _ARTICLE.sub("", plain)
    return [plain] if bare == plain else [plain, bare]
