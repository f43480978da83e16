"""Characters and charsets, declared and lying."""

from __future__ import annotations

import os

from tests.hostile.cases import STORY, Case, html, paragraphs

_STORY = STORY.replace("border agreement", "b\u00f6rder \u201cagreement\u201d")
_LATIN = STORY.replace("border agreement", "b\u00f6rder agr\u00e9ement")
_RUSSIAN = "Послы двух стран подписали в понедельник соглашение о границе в городе Lissen. Правительства отведут корабли до конца месяца."
_JAPANESE = "両国の代表は月曜日、Lissen で国境に関する協定に署名した。政府は月末までに巡視船を撤収すると述べた。"
_ENCODED = {
    "utf-8": _STORY,
    "utf-8-sig": _STORY,
    "utf-16": _STORY,
    "utf-16-le": _STORY,
    "utf-16-be": _STORY,
    "utf-32": _STORY,
    "utf-32-le": _STORY,
    "utf-32-be": _STORY,
    "latin-1": _LATIN,
    "cp1252": _STORY,
    "cp1250": _LATIN,
    "iso8859-2": _LATIN,
    "iso8859-15": _LATIN,
    "mac-roman": _LATIN,
    "cp1251": _RUSSIAN,
    "koi8-r": _RUSSIAN,
    "iso8859-5": _RUSSIAN,
    "cp866": _RUSSIAN,
    "shift_jis": _JAPANESE,
    "euc-jp": _JAPANESE,
    "iso2022-jp": _JAPANESE,
    "utf-7": _STORY,
}
_STRANGE = {
    "nul": "\0",
    "controls": "\x01\x02\x03\x07\x08\x0e\x1b\x7f",
    "c1-controls": "\x80\x81\x8d\x9f",
    "bidi": "\u202e\u202d\u2066\u2069\u200f",
    "zero-width": "\u200b\u200c\u200d\u2060\ufeff",
    "noncharacters": "\ufdd0\ufffe\uffff\U0010ffff",
    "replacement": "\ufffd" * 20,
    "line-separators": "\u2028\u2029\x85\x0b\x0c",
    "combining": "e" + "\u0301" * 5_000,
    "emoji": "\U0001f468\u200d\U0001f469\u200d\U0001f467" * 500,
    "variation-selectors": "\ufe0f\U000e0100",
    "tags": "\U000e0041\U000e007f",
    "private-use": "\ue000\U000f0000",
    "soft-hyphens": "\u00ad" * 1_000,
    "spaces": "\u00a0\u2003\u3000\u1680",
    "astral": "\U0001d54f" * 1_000,
    "backslashes": "\\" * 10_000,
    "percent": "%s%n%x" * 500,
    "sql": "'); DROP TABLE articles;--",
    "format": "{0}{__class__}" * 100,
    "ansi": "\x1b[2J\x1b[31m",
}


def _declared(charset: str, real: str) -> Case:
    head = f'<meta charset="{charset}">'
    return Case(f"declared-{charset}-but-{real}", lambda: html(paragraphs(), head).decode().encode(real, "replace"))


CASES = [
    *(
        Case(f"text-in-{name}", lambda text=text, name=name: text.encode(name, "replace"), file="page.txt")
        for name, text in _ENCODED.items()
        if name != "utf-7"
    ),
    *(
        Case(
            f"html-in-{name}",
            lambda text=text, name=name: html(f"<p>{text}</p>", f"<meta charset={name}>").decode().encode(name, "replace"),
        )
        for name, text in _ENCODED.items()
    ),
    *(
        _declared(declared, real)
        for declared, real in (
            ("utf-8", "latin-1"),
            ("latin-1", "utf-8"),
            ("utf-16", "utf-8"),
            ("ascii", "utf-8"),
            ("shift_jis", "utf-8"),
            ("utf-7", "utf-8"),
            ("no-such-charset", "utf-8"),
            ("utf-8", "utf-16"),
            ("hex", "utf-8"),
            ("idna", "utf-8"),
            ("rot13", "utf-8"),
            ("undefined", "utf-8"),
        )
    ),
    *(
        Case(f"text-with-{name}", lambda mark=mark: (STORY + " " + mark + " " + STORY).encode("utf-8", "surrogatepass"), file="page.txt")
        for name, mark in _STRANGE.items()
    ),
    *(Case(f"html-with-{name}", lambda mark=mark: html(paragraphs() + f"<p>{mark}</p>")) for name, mark in _STRANGE.items()),
    Case("surrogates-in-utf-8", lambda: (STORY + "\ud800 \udfff \udc00").encode("utf-8", "surrogatepass"), file="page.txt"),
    Case("surrogates-in-utf-16", lambda: ("\ufeff" + STORY + "\ud800x").encode("utf-16-le", "surrogatepass"), file="page.txt"),
    Case("overlong-utf-8", lambda: STORY.encode() + b" \xc0\xaf \xe0\x80\xaf \xf0\x80\x80\xaf", file="page.txt"),
    Case("cut-in-a-character", lambda: (STORY + " caf\u00e9").encode()[:-1], file="page.txt"),
    Case("mixed-utf-8-and-latin-1", lambda: (_STORY * 3).encode() + b" caf\xe9 " + _STORY.encode(), file="page.txt"),
    Case("mixed-utf-8-and-cp1251", lambda: (_STORY * 3).encode() + _RUSSIAN.encode("cp1251"), file="page.txt"),
    Case("mark-of-utf-16-odd-length", lambda: b"\xff\xfe" + STORY.encode("utf-16-le") + b"x", file="page.txt"),
    Case("mark-only", lambda: b"\xff\xfe", file="page.txt", outcome="refused"),
    Case("mark-of-utf-8-only", lambda: b"\xef\xbb\xbf", file="page.txt", outcome="refused"),
    Case("two-marks", lambda: b"\xef\xbb\xbf\xef\xbb\xbf" + STORY.encode(), file="page.txt"),
    Case("every-byte", lambda: STORY.encode() + bytes(range(256)), file="page.txt"),
    Case("empty", lambda: b"", file="page.txt", outcome="refused"),
    Case("empty-html", lambda: b"", outcome="refused"),
    Case("one-byte", lambda: b"x", file="page.txt", words="x", article=False),
    Case("white-space", lambda: b" \n\t\r\n" * 100, file="page.txt", outcome="refused"),
    Case("zero-bytes", lambda: b"\0" * 10_000, file="page.txt", outcome="refused"),
    Case("random-bytes", lambda: os.urandom(50_000), file="page.txt", outcome="either", words=""),
    Case("line-of-20-mb", lambda: b"word " * 4_000_000, file="page.txt", outcome="refused"),
    Case("line-of-26-mb", lambda: b"x" * 26_000_000, file="page.txt", outcome="refused"),
    Case("line-of-2-mb", lambda: (STORY + " ").encode() * 8_000, file="page.txt", article=False),
    Case("line-of-5-mb", lambda: (STORY + " ").encode() * 20_000, file="page.txt", outcome="refused"),
    Case("word-of-2-mb", lambda: STORY.encode() + b"\n\n" + b"x" * 2_000_000, file="page.txt", article=False),
    Case("lines-300000", lambda: STORY.encode() + b"\n\n" + b"a line\n" * 300_000, file="page.txt", article=False, seconds=20),
    Case("blank-lines-1000000", lambda: STORY.encode() + b"\n" * 1_000_000 + STORY.encode(), file="page.txt"),
    Case("same-line-20000-times", lambda: (STORY + "\n").encode() * 2_000, file="page.txt", article=False),
    Case("headlines-20000", lambda: b"Ministers Meet In Lissen Over Border\n" * 20_000, file="page.txt", article=False),
    Case("dots-1-mb", lambda: STORY.encode() + b"\n" + b". " * 500_000, file="page.txt", article=False),
    Case("brackets-1-mb", lambda: STORY.encode() + b"\n" + b"(" * 1_000_000, file="page.txt", article=False),
    Case("quotes-1-mb", lambda: STORY.encode() + b"\n" + b'"' * 1_000_000, file="page.txt", article=False),
    Case("dashes-and-names", lambda: STORY.encode() + b"\n" + b"By Ann Ann " * 40_000, file="page.txt", article=False),
    Case("dates-in-a-row", lambda: STORY.encode() + b"\n" + b"12 May 2024 10:00 " * 20_000, file="page.txt", article=False),
    Case("only-carriage-returns", lambda: STORY.replace(". ", ".\r").encode(), file="page.txt"),
]
