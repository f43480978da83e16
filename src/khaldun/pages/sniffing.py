"""What an input is, by its bytes: declarations are hints only."""

from __future__ import annotations

import re
from typing import Literal

Kind = Literal["text/plain", "text/html"]

_BINARY = {
    b"%PDF-": "a PDF document",
    b"\x89PNG": "a PNG image",
    b"\xff\xd8\xff": "a JPEG image",
    b"GIF8": "a GIF image",
    b"RIFF": "a media file",
    b"\x7fELF": "a program",
    b"MZ\x90": "a program",
    b"\xcf\xfa\xed\xfe": "a program",
    b"PK\x03\x04": "a ZIP archive",
    b"\x1f\x8b": "gzip data",
    b"\xfd7zXZ": "xz data",
    b"\x28\xb5\x2f\xfd": "zstd data",
    b"BZh": "bzip2 data",
    b"7z\xbc\xaf": "a 7z archive",
    b"Rar!": "a RAR archive",
    b"SQLite format 3\0": "a SQLite file",
    b"\xd0\xcf\x11\xe0": "an Office document",
    b"OggS": "a media file",
    b"ID3": "a media file",
    b"wOFF": "a font",
    b"wOF2": "a font",
    b"\0asm": "a program",
    b"PAR1": "a Parquet file",
}
_TAG = re.compile(
    r"<(?:!doctype\s+html|html|head|body|title|meta|div|article|section|main|p|h[1-6]|table|ul|ol|span|a|br|script|style|img|header|nav|footer|b|i|em|strong|font|center)\b[^<>]{0,2000}>",
    re.I,
)
_DOCUMENT = re.compile(r"\s*(?:<\?xml[^>]{0,200}>\s*)?(?:<!--.{0,2000}?-->\s*)*<(?:!doctype\s+html|html|head|body)\b", re.I | re.S)


def binary(data: bytes) -> str | None:
    """What kind of binary file this is, by its first bytes; None for anything that may be text."""
    return next((name for magic, name in _BINARY.items() if data.startswith(magic)), None)


def media_type(text: str, declared: str | None = None) -> Kind:
    """HTML or plain text. A document's opening decides; then the declaration; then whether tags abound."""
    if _DOCUMENT.match(text):
        return "text/html"
    hint = (declared or "").split(";")[0].strip().lower()
    tags = sum(1 for _ in zip(_TAG.finditer(text[:200_000]), range(50), strict=False))
    if hint in ("text/html", "application/xhtml+xml"):
        return "text/html" if tags or "<" in text else "text/plain"
    if hint == "text/plain" and tags < 50:
        return "text/plain"
    return "text/html" if tags >= 3 and tags * 400 > min(len(text), 20_000) else "text/plain"
