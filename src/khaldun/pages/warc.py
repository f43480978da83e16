"""WARC files, read record by record in flat memory: what is damaged is named, and reading goes on behind it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import BinaryIO, Literal

import msgspec

from khaldun.errors import Failed, Rejected
from khaldun.pages.members import Gzipped, Members, Plain

_START = re.compile(rb"WARC/[01]\.\d+[ \t]*\r?\n")
_NEXT = re.compile(rb"\r?\n\r?\nWARC/[01]\.\d+[ \t]*\r?\n")
_LONGEST_HEAD = 65_536


class Record(msgspec.Struct, frozen=True):
    """A whole record: its header fields by lower-cased name, its content, and where in the (decompressed) file it starts."""

    fields: dict[str, str]
    content: bytes
    offset: int

    @property
    def kind(self) -> str:
        """Its WARC-Type."""
        return self.fields.get("warc-type", "").lower()

    @property
    def uri(self) -> str | None:
        """Its target, without the angle brackets that some writers set."""
        return self.fields.get("warc-target-uri", "").strip("<>") or None


class Lost(msgspec.Struct, frozen=True):
    """A record that cannot be had."""

    offset: int
    outcome: Literal["rejected", "failed"]
    reason: str
    uri: str | None = None


def records(file: BinaryIO, *, gzipped: bool, most_bytes: int) -> Iterator[Record | Lost]:
    """The records of a WARC file. A record of more than `most_bytes` is passed over and named."""
    reader = _Reader(Gzipped(file) if gzipped else Plain(file), most_bytes)
    while True:
        reader.fields = {}
        try:
            record = reader.record()
        except (Failed, Rejected) as error:
            yield Lost(reader.start, "failed" if isinstance(error, Failed) else "rejected", str(error), reader.target)
            if not reader.resync():
                return
        else:
            if record is None:
                return
            yield record


class _Reader:
    """Takes records off the bytes of members. `_buffer` holds what was read and not yet used."""

    def __init__(self, members: Members, most_bytes: int) -> None:
        self._members, self._most = members, most_bytes
        self._buffer = bytearray()
        self._offset = 0
        self.start = 0
        self.fields: dict[str, str] = {}

    @property
    def target(self) -> str | None:
        return self.fields.get("warc-target-uri", "").strip("<>") or None

    def record(self) -> Record | None:
        """The next record, or None at the end of the file."""
        if not self._at_start():
            return None
        self.fields = self._head()
        length = self._length()
        if length > self._most:
            self._pass_over(length)
            raise Rejected(f"too large: a record of {length:,} bytes, where a page may have {self._most:,}")
        content = self._content(length)
        return Record(self.fields, content, self.start)

    def _at_start(self) -> bool:
        """Go past the white space between records. False at the end of the file."""
        while True:
            blank = len(self._buffer) - len(self._buffer.lstrip(b"\r\n"))
            self._drop(blank)
            if self._buffer:
                self.start = self._offset
                return True
            self.start = self._offset
            if not self._more() and not self._members.next():
                return False

    def _more(self) -> bool:
        chunk = self._members.more()
        self._buffer += chunk
        return bool(chunk)

    def _drop(self, size: int) -> None:
        del self._buffer[:size]
        self._offset += size

    def _head(self) -> dict[str, str]:
        while not (end := re.search(rb"\r?\n\r?\n", self._buffer)):
            if len(self._buffer) > _LONGEST_HEAD or not self._more():
                raise Failed("damaged record: its header has no end")
        head = bytes(self._buffer[: end.end()])
        if not _START.match(head):
            raise Failed("damaged: no record starts where one should")
        self._drop(end.end())
        lines = re.sub(rb"\r?\n[ \t]+", b" ", head).decode("utf-8", "replace").splitlines()[1:]
        pairs = (line.partition(":") for line in lines if ":" in line)
        return {name.strip().lower(): value.strip() for name, _, value in pairs}

    def _length(self) -> int:
        given = self.fields.get("content-length", "")
        if not given.isascii() or not given.isdigit() or len(given) > 15:
            raise Failed("damaged record: it does not say its length")
        return int(given)

    def _content(self, length: int) -> bytes:
        while len(self._buffer) < length + 4 and self._more():
            pass
        there = len(self._buffer)
        if there < length:
            self._go_to_next()
            raise Failed(f"cut off: {length:,} bytes announced, {there:,} there")
        after = bytes(self._buffer[length : length + 4])
        if after.strip(b"\r\n") and not after.startswith((b"\r\n\r\n", b"\n\n", b"WARC")):
            self._go_to_next()
            raise Failed("damaged record: its length and its end do not agree")
        content = bytes(self._buffer[:length])
        self._drop(length)
        return content

    def _pass_over(self, length: int) -> None:
        """Drop a large record's content, on the watch for a next record that a wrong length would swallow."""
        while length > 0:
            if not self._buffer and not self._more():
                return
            found = _NEXT.search(self._buffer)
            size = min(length, found.start() if found else max(len(self._buffer) - 32, 1))
            self._drop(size)
            length -= size
            if found or (len(self._buffer) <= 32 and not self._more()):
                self._drop(0 if found else min(length, len(self._buffer)))
                return

    def _go_to_next(self) -> None:
        """Drop what lies before the next record in the buffer, or all of it."""
        found = _NEXT.search(self._buffer)
        self._drop(found.start() if found else len(self._buffer))

    def resync(self) -> bool:
        """Go to where a record starts after damage. False where none does."""
        if self._offset > self.start and (_NEXT.match(self._buffer) or _START.match(self._buffer)):
            return True
        self._drop(min(1, len(self._buffer)))
        try:
            return self._scan() or self._members.next()
        except (Failed, Rejected):
            self._drop(len(self._buffer))
            return self._members.resync()

    def _scan(self) -> bool:
        """Look for the next record in what is left of this member."""
        while not (found := _NEXT.search(self._buffer)):
            self._drop(max(len(self._buffer) - 64, 0))
            if not self._more():
                self._drop(len(self._buffer))
                return False
        self._drop(found.start())
        return True
