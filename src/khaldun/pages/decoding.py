"""Bytes to text, whatever the declaration says.

Order: byte-order mark; charsets that look like ASCII and so must be believed (UTF-7, ISO-2022); UTF-8 if the bytes are that; the
pattern of NUL bytes that UTF-16 and UTF-32 leave; the declared charset; UTF-8 with a few stray bytes; a guess.
"""

from __future__ import annotations

import codecs
import re

from charset_normalizer import from_bytes

from khaldun.pages.characters import unkeepable_share

_MARKS = (
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_WIDE = ("utf-32-le", "utf-32-be", "utf-16-le", "utf-16-be")
_DECLARED = re.compile(
    rb"""<meta[^<>]{0,400}?charset\s*=\s*["']?\s*([A-Za-z0-9_:.\-]{2,40})|<\?xml[^<>]{0,200}?encoding\s*=\s*["']([\w.\-]{2,40})""", re.I
)
_SAMPLE = 65_536


def decode(data: bytes, charset: str | None = None) -> tuple[str, str]:
    """The text of `data` and the charset that it was read in."""
    for mark, name in _MARKS:
        if data.startswith(mark):
            return data.decode(name, "replace"), name.removesuffix("-sig")
    declared = _known(charset) or _in_markup(data)
    if b"\x1b$" in data[:_SAMPLE] and declared is None:
        declared = "iso2022_jp"
    if declared and declared.startswith(("utf-7", "iso2022", "hz")):
        return data.decode(declared, "replace"), declared
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError:
        return _wide(data) or _by_declaration(data, declared) or _mixed(data) or _guess(data)
    return (text, "utf-8") if "\0" not in text else (_wide(data) or (text, "utf-8"))


def _known(charset: str | None) -> str | None:
    """The codec's own name, or None for a charset that does not exist. Latin-1 is read as cp1252, as browsers do."""
    try:
        name = codecs.lookup((charset or "").strip().strip("\"'").lower()).name
    except (LookupError, ValueError):
        return None
    return "cp1252" if name in ("iso8859-1", "ascii") else name


def _in_markup(data: bytes) -> str | None:
    found = _DECLARED.search(data[:4096])
    return _known((found[1] or found[2]).decode("ascii")) if found else None


def _wide(data: bytes) -> tuple[str, str] | None:
    """UTF-16 or UTF-32 without a mark: every other byte, or three in four, are NUL."""
    sample = data[:4096]
    if len(sample) < 4 or sample.count(0) < len(sample) // 5:
        return None
    for name in _WIDE:
        try:
            text = data[: len(data) - len(data) % 4 if "32" in name else len(data) - len(data) % 2].decode(name)
        except UnicodeDecodeError:
            continue
        if unkeepable_share(text[:2048]) < 0.02 and _mostly_common(text[:2048]):
            return text, name
    return None


def _mostly_common(text: str) -> bool:
    """Spaces and line ends are where words have them: a wrong byte order has none."""
    return any(mark in text for mark in " \n\u3000\u3002")


def _by_declaration(data: bytes, declared: str | None) -> tuple[str, str] | None:
    if declared is None or declared == "utf-8":
        return None
    try:
        text = data.decode(declared)
    except (UnicodeDecodeError, LookupError, AssertionError):
        return None if declared != "cp1252" or _mostly_utf8(data) else (data.decode("cp1252", "stray"), "cp1252")
    if _mostly_utf8(data) and declared.startswith(("cp", "iso8859")):
        return None
    return (text, declared) if unkeepable_share(text) < 0.05 else None


def _mostly_utf8(data: bytes) -> bool:
    """Whether the bytes above ASCII are UTF-8 sequences for the most part."""
    good = len(re.findall(rb"[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3}", data))
    text = data.decode("utf-8", "replace")
    return good > 2 * max(text.count("\ufffd") - data.count(b"\xef\xbf\xbd"), 0)


def _mixed(data: bytes) -> tuple[str, str] | None:
    """UTF-8 with some bytes of another charset: those are read as cp1252."""
    return (data.decode("utf-8", "stray"), "utf-8") if _mostly_utf8(data) else None


def _guess(data: bytes) -> tuple[str, str]:
    """The likeliest single-byte or East Asian charset."""
    matches = from_bytes(data[:_SAMPLE], cp_exclusion=["utf_7"])
    best = matches.best()
    if best and sum(byte > 127 for byte in data[:_SAMPLE]) < _FEW * len(data[:_SAMPLE]):
        # short texts often fit several charsets equally: with few accents, the one of Western Europe is by far the likeliest
        western = (m for m in matches if m.encoding in _WESTERN and m.chaos <= best.chaos and m.coherence >= best.coherence)
        best = next(western, best)
    name = _known(best.encoding) if best else None
    if name:
        try:
            return data.decode(name), name
        except UnicodeDecodeError:
            return data.decode(name, "replace"), name
    return data.decode("cp1252", "stray"), "cp1252"


def _stray(error: UnicodeError) -> tuple[str, int]:
    """Decode single bytes that a charset has no meaning for as cp1252, or as Latin-1 where that has none either."""
    if not isinstance(error, UnicodeDecodeError):
        raise error
    bad = error.object[error.start : error.end]
    return "".join(_BYTES[byte] for byte in bad), error.end


_FEW = 0.12  # English, French, Spanish and German have fewer letters beyond ASCII, Polish and Czech more
_WESTERN = ("cp1252", "latin_1")
_BYTES = [bytes([byte]).decode("cp1252", "ignore") or chr(byte) for byte in range(256)]
codecs.register_error("stray", _stray)
