"""What a case is, and the bits that cases are built of."""

from __future__ import annotations

import gzip
import io
import zipfile
from collections.abc import Callable
from dataclasses import dataclass

STORY = (
    "Envoys of Arvania and Belmora signed a border agreement in the harbour town of Lissen on Monday. "
    "The agreement ends a dispute over fishing grounds that had lasted eleven years. "
    "Both governments said they would withdraw their patrol boats by the end of the month."
)
MARK = "Lissen"


@dataclass(frozen=True)
class Case:
    """A hostile input: its bytes, the file name that it comes under, what must become of it, and words that must not be lost.

    `outcome` is "coded" (a page with the words, an article if `article`), "refused" (rejected or failed, with a reason), or "either".
    """

    name: str
    build: Callable[[], bytes]
    file: str = "page.html"
    outcome: str = "coded"
    words: str = MARK
    article: bool = True
    seconds: float = 10.0


def html(body: str, head: str = "") -> bytes:
    return f"<!doctype html><html><head><title>Border agreement signed</title>{head}</head><body>{body}</body></html>".encode()


def paragraphs() -> str:
    return "<h1>Border agreement signed</h1>" + "".join(f"<p>{sentence}</p>" for sentence in STORY.split(". "))


def record(body: bytes, *, kind: str = "response", uri: str = "http://news.example/1", headers: str = "Content-Type: text/html") -> bytes:
    content = f"HTTP/1.1 200 OK\r\n{headers}\r\n\r\n".encode() + body if kind == "response" else body
    head = f"WARC/1.0\r\nWARC-Type: {kind}\r\nWARC-Target-URI: {uri}\r\nWARC-Date: 2024-07-12T00:00:00Z\r\n"
    return f"{head}Content-Length: {len(content)}\r\n\r\n".encode() + content + b"\r\n\r\n"


def story_record(number: int) -> bytes:
    return record(
        html(paragraphs() + f"<p>Copy number {number} of the report was filed from Lissen.</p>"), uri=f"http://news.example/{number}"
    )


def warc(*records: bytes) -> bytes:
    return b"".join(records)


def warc_gz(*records: bytes) -> bytes:
    return b"".join(gzip.compress(item, mtime=0) for item in records)


def zipped(*files: tuple[str, bytes]) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in files:
            archive.writestr(name, data)
    return buffer.getvalue()


def flipped(data: bytes, at: float, bit: int = 3) -> bytes:
    """`data` with one bit turned, `at` of the way through."""
    place = min(int(len(data) * at), len(data) - 1)
    return data[:place] + bytes([data[place] ^ (1 << bit)]) + data[place + 1 :]
