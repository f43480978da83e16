"""WARCs, archives, compressed files and JSON lines, damaged and malicious."""

from __future__ import annotations

import bz2
import gzip
import json
import lzma
import zlib

import zstandard

from tests.hostile.cases import STORY, Case, flipped, html, paragraphs, record, story_record, warc, warc_gz, zipped

_THREE = (story_record(1), story_record(2), story_record(3))
_ZEROS = b"\0" * 30_000_000


def _bomb() -> bytes:
    return gzip.compress(_ZEROS)


def _json(**fields: object) -> bytes:
    return json.dumps(fields).encode() + b"\n"


def _zip_with_wrong_size() -> bytes:
    data = bytearray(zipped(("page.txt", STORY.encode())))
    place = data.rfind(b"PK\x01\x02")
    data[place + 24 : place + 28] = (2**31).to_bytes(4, "little")
    return bytes(data)


CASES = [
    *(
        Case(f"warc-flipped-at-{at:.2f}", lambda at=at: flipped(warc(*_THREE), at), file="a.warc")
        for at in (0.0, 0.05, 0.1, 0.2, 0.3, 0.37, 0.5, 0.64, 0.8, 0.95)
    ),
    *(
        Case(f"warc-gz-flipped-at-{at:.2f}", lambda at=at: flipped(warc_gz(*_THREE), at), file="a.warc.gz")
        for at in (0.01, 0.1, 0.2, 0.3, 0.34, 0.4, 0.5, 0.7, 0.9, 0.99)
    ),
    *(
        Case(f"warc-cut-at-{at:.2f}", lambda at=at: warc(*_THREE)[: int(len(warc(*_THREE)) * at)], file="a.warc")
        for at in (0.4, 0.6, 0.75, 0.95)
    ),
    *(
        Case(f"warc-gz-cut-at-{at:.2f}", lambda at=at: warc_gz(*_THREE)[: int(len(warc_gz(*_THREE)) * at)], file="a.warc.gz")
        for at in (0.4, 0.6, 0.75, 0.95)
    ),
    *(
        Case(f"gz-flipped-at-{at:.2f}", lambda at=at: flipped(gzip.compress(STORY.encode() * 50), at), file="page.txt.gz", outcome="either")
        for at in (0.0, 0.1, 0.5, 0.9)
    ),
    *(
        Case(f"zip-flipped-at-{at:.2f}", lambda at=at: flipped(zipped(("page.txt", STORY.encode())), at), file="a.zip", outcome="either")
        for at in (0.0, 0.1, 0.3, 0.5, 0.7, 0.9)
    ),
    *(
        Case(f"xz-flipped-at-{at:.2f}", lambda at=at: flipped(lzma.compress(STORY.encode() * 50), at), file="page.txt.xz", outcome="either")
        for at in (0.1, 0.5, 0.9)
    ),
    *(
        Case(
            f"zst-flipped-at-{at:.2f}",
            lambda at=at: flipped(zstandard.compress(STORY.encode() * 50), at),
            file="page.txt.zst",
            outcome="either",
        )
        for at in (0.1, 0.5, 0.9)
    ),
    Case("warc-whole", lambda: warc(*_THREE), file="a.warc"),
    Case("warc-gz-whole", lambda: warc_gz(*_THREE), file="a.warc.gz"),
    Case("warc-gz-one-member", lambda: gzip.compress(warc(*_THREE)), file="a.warc.gz"),
    Case("warc-named-txt", lambda: warc(*_THREE), file="a.txt"),
    Case("warc-empty-members", lambda: gzip.compress(b"") * 50 + warc_gz(*_THREE) + gzip.compress(b""), file="a.warc.gz", outcome="either"),
    Case("warc-zeros-between-members", lambda: warc_gz(_THREE[0]) + b"\0" * 512 + warc_gz(_THREE[1]), file="a.warc.gz"),
    Case("warc-garbage-between-members", lambda: warc_gz(_THREE[0]) + b"garbage" * 100 + warc_gz(_THREE[1]), file="a.warc.gz"),
    Case("warc-garbage-between-records", lambda: _THREE[0] + b"garbage\r\n" * 50 + b"\r\n\r\n" + _THREE[1], file="a.warc"),
    Case("warc-length-too-long", lambda: _THREE[0].replace(b"Content-Length: ", b"Content-Length: 9") + _THREE[1], file="a.warc"),
    Case("warc-length-huge", lambda: _THREE[0].replace(b"Content-Length: ", b"Content-Length: 99999999") + _THREE[1], file="a.warc"),
    Case("warc-length-too-short", lambda: _THREE[0].replace(b"Content-Length: ", b"Content-Length: 1\r\nX: ") + _THREE[1], file="a.warc"),
    Case("warc-length-none", lambda: _THREE[0].replace(b"Content-Length: ", b"X-Length: ") + _THREE[1], file="a.warc"),
    Case("warc-length-negative", lambda: _THREE[0].replace(b"Content-Length: ", b"Content-Length: -") + _THREE[1], file="a.warc"),
    Case("warc-length-words", lambda: _THREE[0].replace(b"Content-Length: ", b"Content-Length: many") + _THREE[1], file="a.warc"),
    Case("warc-header-endless", lambda: b"WARC/1.0\r\n" + b"X: y\r\n" * 50_000 + b"\r\n" + _THREE[1], file="a.warc", outcome="either"),
    Case("warc-no-type", lambda: _THREE[0].replace(b"WARC-Type: response", b"X: y") + _THREE[1], file="a.warc"),
    Case("warc-no-uri", lambda: _THREE[0].replace(b"WARC-Target-URI", b"X"), file="a.warc"),
    Case("warc-only-requests", lambda: record(b"GET / HTTP/1.1\r\n\r\n", kind="request") * 5, file="a.warc", outcome="skipped"),
    Case(
        "warc-all-kinds",
        lambda: b"".join(record(b"x: y", kind=kind) for kind in ("warcinfo", "request", "metadata", "revisit", "continuation")) + _THREE[0],
        file="a.warc",
    ),
    Case(
        "warc-conversion",
        lambda: record(STORY.encode(), kind="conversion", headers="").replace(b"WARC-Date", b"Content-Type: text/plain\r\nWARC-Date"),
        file="a.warc",
    ),
    Case("warc-member-bomb", lambda: warc_gz(_THREE[0]) + gzip.compress(record(_ZEROS)) + warc_gz(_THREE[1]), file="a.warc.gz"),
    Case("warc-record-too-large", lambda: warc(_THREE[0], record(b"x" * 26_000_000), _THREE[1]), file="a.warc"),
    Case(
        "warc-chunked",
        lambda: record(
            b"5\r\n<p>" + b"ab\r\n" + b"%x\r\n" % len(STORY) + STORY.encode() + b"\r\n0\r\n\r\n",
            headers="Content-Type: text/html\r\nTransfer-Encoding: chunked",
        ),
        file="a.warc",
    ),
    Case(
        "warc-chunked-that-is-not",
        lambda: record(html(paragraphs()), headers="Content-Type: text/html\r\nTransfer-Encoding: chunked"),
        file="a.warc",
    ),
    Case(
        "warc-body-gzip",
        lambda: record(gzip.compress(html(paragraphs())), headers="Content-Type: text/html\r\nContent-Encoding: gzip"),
        file="a.warc",
    ),
    Case(
        "warc-body-gzip-that-is-not",
        lambda: record(html(paragraphs()), headers="Content-Type: text/html\r\nContent-Encoding: gzip"),
        file="a.warc",
    ),
    Case(
        "warc-body-gzip-cut",
        lambda: record(gzip.compress(html(paragraphs()))[:-30], headers="Content-Type: text/html\r\nContent-Encoding: gzip") + _THREE[1],
        file="a.warc",
    ),
    Case("warc-body-bomb", lambda: record(_bomb(), headers="Content-Type: text/html\r\nContent-Encoding: gzip") + _THREE[1], file="a.warc"),
    Case(
        "warc-no-http-head",
        lambda: _THREE[0].replace(b"HTTP/1.1 200 OK\r\n", b"OK\r\n").replace(b"Content-Length: ", b"Content-Length: 0\r\nX: ") + _THREE[1],
        file="a.warc",
    ),
    Case("warc-images", lambda: record(b"\x89PNG", headers="Content-Type: image/png") * 5 + _THREE[0], file="a.warc"),
    Case("warc-status-404", lambda: _THREE[0].replace(b"200 OK", b"404 No") + _THREE[1], file="a.warc"),
    Case("gz-bomb", _bomb, file="page.html.gz", outcome="refused", seconds=2),
    Case("gz-bomb-of-bomb", lambda: gzip.compress(_bomb()), file="page.html.gz.gz", outcome="refused", seconds=2),
    Case("xz-bomb", lambda: lzma.compress(_ZEROS), file="page.html.xz", outcome="refused", seconds=6),
    Case("zst-bomb", lambda: zstandard.compress(_ZEROS), file="page.html.zst", outcome="refused", seconds=2),
    Case("bz2-bomb", lambda: bz2.compress(_ZEROS), file="page.html.bz2", outcome="refused", seconds=6),
    Case("zip-bomb", lambda: zipped(("page.html", _ZEROS)), file="a.zip", outcome="refused", seconds=2),
    Case(
        "zip-in-zip-in-zip-in-zip",
        lambda: zipped(("a.zip", zipped(("b.zip", zipped(("c.zip", zipped(("page.txt", STORY.encode())))))))),
        file="a.zip",
        outcome="refused",
    ),
    Case("zip-of-nothing", lambda: zipped(), file="a.zip", outcome="refused"),
    Case("zip-of-empty-files", lambda: zipped(*((f"{n}.txt", b"") for n in range(500))), file="a.zip", outcome="refused"),
    Case("zip-climbing-names", lambda: zipped(("../../../etc/passwd", STORY.encode()), ("C:\\x\0y", STORY.encode())), file="a.zip"),
    Case("zip-same-names", lambda: zipped(("page.txt", STORY.encode())), file="a.zip"),
    Case("zip-wrong-size", _zip_with_wrong_size, file="a.zip", outcome="either"),
    Case("zip-cut", lambda: zipped(("page.txt", STORY.encode()))[:-20], file="a.zip", outcome="refused"),
    Case("zip-of-warc-gz", lambda: zipped(("a.warc.gz", warc_gz(*_THREE))), file="a.zip"),
    Case("gz-cut", lambda: gzip.compress(STORY.encode() * 50)[:-20], file="page.txt.gz", outcome="refused"),
    Case("gz-trailing-zeros", lambda: gzip.compress(STORY.encode()) + b"\0" * 100, file="page.txt.gz"),
    Case("gz-trailing-garbage", lambda: gzip.compress(STORY.encode()) + b"garbage", file="page.txt.gz", outcome="either"),
    Case("gz-of-nothing", lambda: gzip.compress(b""), file="page.txt.gz", outcome="refused"),
    Case("gz-header-only", lambda: gzip.compress(STORY.encode())[:10], file="page.txt.gz", outcome="refused"),
    Case("gz-named-txt", lambda: gzip.compress(STORY.encode()), file="page.txt"),
    Case("txt-named-gz", STORY.encode, file="page.txt.gz"),
    Case("gz-members", lambda: gzip.compress(STORY[:90].encode()) + gzip.compress(STORY[90:].encode()), file="page.txt.gz"),
    Case("zst-cut", lambda: zstandard.compress(STORY.encode() * 50)[:-10], file="page.txt.zst", outcome="refused"),
    Case("zst-frames", lambda: zstandard.compress(STORY[:90].encode()) + zstandard.compress(STORY[90:].encode()), file="page.txt.zst"),
    Case("xz-cut", lambda: lzma.compress(STORY.encode() * 50)[:-10], file="page.txt.xz", outcome="refused"),
    Case("zlib-raw", lambda: zlib.compress(STORY.encode()), file="page.txt", outcome="either", words=""),
    Case("jsonl-good", lambda: _json(text=STORY, title="Border agreement signed"), file="a.jsonl"),
    Case("jsonl-bad-line-between", lambda: _json(text=STORY) + b"{oops\n" + _json(text=STORY + " Again."), file="a.jsonl"),
    Case("jsonl-not-objects", lambda: b'1\n"x"\n[]\nnull\n' + _json(text=STORY), file="a.jsonl"),
    Case("jsonl-deep", lambda: b'{"text":' + b"[" * 100_000 + b"]" * 100_000 + b"}\n" + _json(text=STORY), file="a.jsonl"),
    Case("jsonl-cut", lambda: _json(text=STORY) + _json(text=STORY)[:-40], file="a.jsonl"),
    Case("jsonl-line-too-long", lambda: b'{"text": "' + b"x" * 26_000_000 + b'"}\n' + _json(text=STORY), file="a.jsonl"),
    Case("jsonl-without-text", lambda: _json(url="http://a.example/"), file="a.jsonl", outcome="refused"),
    Case("jsonl-empty-text", lambda: _json(text="", url="http://a.example/"), file="a.jsonl", outcome="refused"),
    Case(
        "jsonl-text-of-wrong-types",
        lambda: _json(text=7, html=[1], body={"sections": [1, None, {"paragraphs": [2]}]}),
        file="a.jsonl",
        outcome="refused",
    ),
    Case("jsonl-surrogates", lambda: b'{"text": "' + STORY.encode() + b' \\ud800 \\udc00"}\n', file="a.jsonl", outcome="either"),
    Case("jsonl-nul", lambda: b'{"text": "' + STORY.encode() + b' \\u0000 end"}\n', file="a.jsonl"),
    Case("jsonl-empty", lambda: b"", file="a.jsonl", outcome="nothing"),
    Case("jsonl-blank-lines", lambda: b"\n\n\n" + _json(text=STORY) + b"\n\n", file="a.jsonl"),
    Case(
        "jsonl-gz-cut", lambda: gzip.compress(_json(text=STORY) * 3 + bytes(range(32, 127)) * 9)[:-15], file="a.jsonl.gz", outcome="either"
    ),
    Case("json-list", lambda: json.dumps([{"text": STORY}, {"html": f"<p>{STORY}</p>"}]).encode(), file="a.json"),
    Case("pdf", lambda: b"%PDF-1.7\n" + STORY.encode(), file="page.html", outcome="refused"),
    Case("png-named-html", lambda: b"\x89PNG\r\n\x1a\n" + bytes(1000), outcome="refused"),
    Case("sqlite", lambda: b"SQLite format 3\0" + bytes(1000), file="page.txt", outcome="refused"),
]
