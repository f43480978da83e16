"""The HTTP response inside a WARC record: status, headers, and the body as the server meant it."""

from __future__ import annotations

import io
import re

import msgspec

from khaldun.errors import Failed
from khaldun.pages.streams import Inflated

_HEAD_END = re.compile(rb"\r?\n\r?\n")
_CHUNK_SIZE = re.compile(rb"\r?\n?([0-9a-fA-F]{1,8})[^\r\n]{0,200}\r?\n")
_CHARSET = re.compile(r"charset\s*=\s*[\"']?([^\s;\"']+)", re.I)


class Response(msgspec.Struct, frozen=True):
    """A response: its status (0 where none can be read), media type and charset as declared, and its body."""

    status: int
    media_type: str | None
    charset: str | None
    body: bytes


def response(content: bytes, most_bytes: int) -> Response:
    """Read the content of a response record. Raises Failed where its body cannot be decoded."""
    end = _HEAD_END.search(content, 0, 131_072)
    if not content.startswith(b"HTTP/") or end is None:
        return Response(0, None, None, content)
    lines = content[: end.start()].decode("latin-1").splitlines()
    status = re.match(r"HTTP/\S+\s+(\d{3})", lines[0])
    headers = {name.strip().lower(): value.strip() for name, _, value in (line.partition(":") for line in lines[1:])}
    body = content[end.end() :]
    if "chunked" in headers.get("transfer-encoding", "").lower():
        body = _dechunked(body)
    body = _decoded(body, headers.get("content-encoding", "").lower(), most_bytes)
    kind, charset = content_type(headers.get("content-type", ""))
    return Response(int(status[1]) if status else 0, kind, charset, body)


def content_type(value: str) -> tuple[str | None, str | None]:
    """Media type and charset of a Content-Type header."""
    charset = _CHARSET.search(value)
    return value.split(";")[0].strip().lower() or None, charset[1] if charset else None


def _dechunked(body: bytes) -> bytes:
    """The body without chunk sizes. Crawlers often store it whole and keep the header: then it stays as it is."""
    out: list[bytes] = []
    at = 0
    while found := _CHUNK_SIZE.match(body, at):
        size = int(found[1], 16)
        if size == 0:
            return b"".join(out)
        out.append(body[found.end() : found.end() + size])
        at = found.end() + size
    return b"".join(out) if out and at >= len(body) else body


def _decoded(body: bytes, encoding: str, most_bytes: int) -> bytes:
    kind = {"gzip": "gzip", "x-gzip": "gzip", "zstd": "zstd"}.get(encoding)
    if kind == "gzip" and not body.startswith(b"\x1f\x8b"):
        return body
    if kind is None:
        if encoding == "br" and _is_binary(body):
            raise Failed("its body is compressed with Brotli, which cannot be read here")
        return body
    return io.BufferedReader(Inflated(io.BytesIO(body), kind)).read(most_bytes + 1)


def _is_binary(body: bytes) -> bool:
    return sum(byte < 9 for byte in body[:400]) > len(body[:400]) // 50
