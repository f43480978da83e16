"""Paths to inputs, one after another: files, folders, archives, standard input. Nothing is read before it is asked for."""

from __future__ import annotations

import io
import os
import sys
import tempfile
import zipfile
import zlib
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import BinaryIO, cast

from khaldun.errors import Failed, InputError
from khaldun.pages import http, jsonlines, warc
from khaldun.pages.items import Broken, Input, Item, Skipped
from khaldun.pages.reader import MOST_BYTES
from khaldun.pages.streams import Inflated, compression
from khaldun.records import Metadata

MOST_LAYERS = 3
_PACKED = (".gz", ".xz", ".zst", ".bz2")
_LINES = (".jsonl", ".ndjson", ".jsonlines")
_TEXTUAL = ("text/html", "application/xhtml+xml", "text/plain", "application/http", None)


def inputs(paths: Iterable[str | Path]) -> Iterator[Item]:
    """Every input at `paths` ("-" is standard input), folders in sorted order. What cannot be had is Broken, what is no page Skipped."""
    for path in paths:
        if str(path) == "-":
            yield from _guarded("-", sys.stdin.buffer)
        elif os.path.isdir(path):
            yield from _folder(Path(path))
        else:
            yield from _file(Path(path))


def _folder(folder: Path) -> Iterator[Item]:
    hidden = files = 0
    for parent, folders, names in os.walk(folder):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        hidden += sum(name.startswith(".") for name in names)
        for name in sorted(name for name in names if not name.startswith(".")):
            files += 1
            yield from _file(Path(parent, name))
    if hidden:
        yield Skipped(str(folder), "hidden file", hidden)
    if not files:
        yield Broken(str(folder), "rejected", "a folder without files")


def _file(path: Path) -> Iterator[Item]:
    if not path.exists():
        yield Broken(str(path), "failed", "no such file or folder")
    elif not path.is_file():
        yield Broken(str(path), "rejected", "not a regular file")
    else:
        try:
            with path.open("rb") as file:
                yield from _guarded(str(path), file)
        except OSError as error:
            yield Broken(str(path), "failed", f"cannot be read: {error.strerror or error}")


def _guarded(uri: str, file: BinaryIO) -> Iterator[Item]:
    try:
        yield from _content(uri, uri, file, 0)
    except InputError as error:
        yield Broken(uri, "failed" if isinstance(error, Failed) else "rejected", str(error))


def _content(uri: str, name: str, file: BinaryIO, layer: int) -> Iterator[Item]:
    """The inputs in `file`, by its first bytes and, where these say nothing, by its name."""
    reader = file if isinstance(file, io.BufferedReader) else io.BufferedReader(cast(io.RawIOBase, file))
    head = reader.peek(1024)[:1024]
    packed = compression(head)
    if layer >= MOST_LAYERS and (packed or head.startswith(b"PK\x03\x04")):
        yield Broken(uri, "rejected", f"archives nested more than {MOST_LAYERS} deep")
    elif head.startswith(b"WARC/") or (name.lower().endswith(".warc") and not packed and head):
        yield from _warc(uri, reader, gzipped=False)
    elif (packed == "gzip" and _opens_warc(head)) or (name.lower().endswith(".warc.gz") and head):
        yield from _warc(uri, reader, gzipped=True)
    elif packed:
        yield from _content(uri, _unpacked(name), cast(BinaryIO, Inflated(cast(BinaryIO, reader), packed)), layer + 1)
    elif head.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        yield from _zip(uri, reader, layer + 1)
    elif name.lower().endswith(_LINES) or (uri == "-" and head.lstrip().startswith(b'{"')):
        yield from jsonlines.from_lines(cast(BinaryIO, reader), uri, MOST_BYTES)
    else:
        yield from _single(uri, name, reader)


def _opens_warc(head: bytes) -> bool:
    try:
        return zlib.decompressobj(31).decompress(head, 5) == b"WARC/"
    except zlib.error:
        return False


def _unpacked(name: str) -> str:
    return name[: name.rindex(".")] if name.lower().endswith(_PACKED) else name


def _single(uri: str, name: str, reader: BinaryIO | io.BufferedReader) -> Iterator[Item]:
    data = reader.read(MOST_BYTES + 1)
    if len(data) > MOST_BYTES:
        yield Broken(uri, "rejected", f"too large: more than {MOST_BYTES:,} bytes", len(data))
    elif name.lower().endswith(".json"):
        yield from jsonlines.from_document(data, uri)
    else:
        suffix = Path(name).suffix.lower()
        declared = {".txt": "text/plain", ".html": "text/html", ".htm": "text/html", ".xhtml": "text/html"}.get(suffix)
        yield Input(uri, data, declared)


def _zip(uri: str, reader: io.BufferedReader, layer: int) -> Iterator[Item]:
    with tempfile.SpooledTemporaryFile(max_size=16_000_000) as spool:
        source: BinaryIO | io.BufferedReader = reader
        if not reader.seekable():
            while chunk := reader.read(1 << 20):
                spool.write(chunk)
            source = cast(BinaryIO, spool)
        try:
            archive = zipfile.ZipFile(source)
        except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError) as error:
            raise Failed(f"damaged ZIP archive: {error}") from error
        with archive:
            yield from _zip_members(uri, archive, layer)


def _zip_members(uri: str, archive: zipfile.ZipFile, layer: int) -> Iterator[Item]:
    members = [member for member in archive.infolist() if not member.is_dir()]
    if not members:
        yield Broken(uri, "rejected", "an archive without files")
    for member in members:
        name = f"{uri}!{member.filename}"
        if member.flag_bits & 1:
            yield Broken(name, "failed", "encrypted")
        elif member.file_size > 1_000_000 and member.file_size > 100 * max(member.compress_size, 1):
            yield Broken(name, "rejected", f"a compression bomb: {member.compress_size:,} bytes would grow to {member.file_size:,}")
        else:
            try:
                with archive.open(member) as file:
                    yield from _content(name, member.filename, cast(BinaryIO, file), layer)
            except InputError as error:
                yield Broken(name, "failed" if isinstance(error, Failed) else "rejected", str(error))
            except (zipfile.BadZipFile, zlib.error, OSError, EOFError, NotImplementedError, ValueError) as error:
                yield Broken(name, "failed", f"damaged member of a ZIP archive: {error}")


def _warc(uri: str, reader: io.BufferedReader, *, gzipped: bool) -> Iterator[Item]:
    passed: Counter[str] = Counter()
    for record in warc.records(cast(BinaryIO, reader), gzipped=gzipped, most_bytes=MOST_BYTES):
        if isinstance(record, warc.Lost):
            yield Broken(record.uri or f"{uri}#{record.offset}", record.outcome, record.reason)
            continue
        item = _recorded(uri, record)
        if isinstance(item, str):
            passed[item] += 1
        else:
            yield item
    for reason, count in sorted(passed.items()):
        yield Skipped(uri, reason, count)


def _recorded(uri: str, record: warc.Record) -> Input | Broken | str:
    """The input that a record holds, or in words why it is none."""
    name = record.uri or f"{uri}#{record.offset}"
    if record.kind not in ("response", "resource", "conversion"):
        return f"{record.kind or 'untyped'} record"
    date = record.fields.get("warc-date")
    metadata = Metadata(dates=((date, "WARC-Date"),)) if date else None
    if record.kind != "response":
        kind, charset = http.content_type(record.fields.get("content-type", ""))
        return Input(name, record.content, kind, charset, metadata) if kind in _TEXTUAL else f"{kind} record"
    try:
        response = http.response(record.content, MOST_BYTES)
    except InputError as error:
        return Broken(name, "failed" if isinstance(error, Failed) else "rejected", str(error))
    if response.status and response.status != 200:
        return f"response with status {response.status}"
    if response.media_type not in _TEXTUAL:
        return f"response of type {response.media_type}"
    return Input(name, response.body, response.media_type, response.charset, metadata)
