"""Which characters canonical text holds.

Line ends (CRLF, CR, NEL, LS, PS, vertical tab, form feed) become "\\n". What no reader sees and no store keeps whole (NUL and the other
control characters but tab, lone surrogates, noncharacters) becomes U+FFFD, one for one. Everything else stays as it came, bidi marks
and zero-width characters included: they are part of the words that evidence quotes. A byte-order mark at the very start is dropped.
"""

from __future__ import annotations

import re

REPLACEMENT = "\ufffd"
_LINE_END = re.compile("\r\n|[\r\x0b\x0c\x85\u2028\u2029]")
_UNKEEPABLE = re.compile(
    "[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff"
    + "".join(f"{chr(plane * 0x10000 + 0xFFFE)}{chr(plane * 0x10000 + 0xFFFF)}" for plane in range(1, 17))
    + "]"
)


def canonical(text: str) -> str:
    """`text` with line ends as newlines and unkeepable characters replaced."""
    return replace_unkeepable(_LINE_END.sub("\n", text.removeprefix("\ufeff")))


def replace_unkeepable(text: str) -> str:
    """`text`, each control character, surrogate or noncharacter replaced; the length stays."""
    return _UNKEEPABLE.sub(REPLACEMENT, text)


def unkeepable_share(text: str) -> float:
    """The share of characters that are not text (0 to 1): what tells a binary file from a damaged one."""
    return (len(_UNKEEPABLE.findall(text)) + text.count(REPLACEMENT)) / max(len(text), 1)
