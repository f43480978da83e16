"""JSON lines: one object a row, as docs/reference.md has it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

import msgspec

UNSAFE = re.compile("[\x7f-\x9f\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u2069\ufeff]")
"""What turns a terminal's text around, hides in it, or ends a line for some readers. JSON has escapes that mean the same."""


def lines(table: str, rows: Iterable[msgspec.Struct]) -> Iterator[str]:
    """A line a row."""
    encoder = msgspec.json.Encoder()
    for row in rows:
        yield UNSAFE.sub(lambda sign: f"\\u{ord(sign.group()):04x}", encoder.encode(row).decode("utf8"))
