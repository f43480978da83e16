"""The bytes of a WARC file member by member, with a way on after damage.

A plain file is one member. In a gzipped one each record is a member of its own (or all records are one). After damage, `resync` finds the
next member that decompresses to a record.
"""

from __future__ import annotations

import zlib
from typing import BinaryIO

from khaldun.errors import Failed, Rejected
from khaldun.pages.streams import CHUNK, check_ratio

_MAGIC = b"\x1f\x8b\x08"
_STEP = 16_384
_KEPT = 4_000_000


class Plain:
    """A file as one member."""

    def __init__(self, file: BinaryIO) -> None:
        self._file = file
        self._done = False

    def more(self) -> bytes:
        """The next bytes of the member, none at its end."""
        return self._file.read(CHUNK)

    def next(self) -> bool:
        """Go to the next member, if there is one."""
        return False

    def resync(self) -> bool:
        """Find a member after the damage, if there is one."""
        return True


class Gzipped:
    """The members of a gzip file. `more` raises Failed at damage, checksums included, and Rejected for a bomb."""

    def __init__(self, file: BinaryIO) -> None:
        self._file = file
        self._raw = b""
        self._seen = b""
        self._engine: zlib._Decompress | None = None
        self._taken = self._given = 0

    def more(self) -> bytes:
        if self._engine is None and not self.next():
            return b""
        engine = self._engine
        assert engine is not None
        while not engine.eof:
            if not self._raw:
                self._raw = self._file.read(CHUNK)
                if not self._raw:
                    raise Failed("the gzip data is cut off")
            data = self._decompressed(engine)
            if data:
                return data
        return b""

    def _decompressed(self, engine: zlib._Decompress) -> bytes:
        raw = self._raw
        try:
            data = engine.decompress(raw, _STEP)
        except zlib.error as error:
            raise Failed(f"damaged gzip data: {error}") from error
        rest = engine.unused_data if engine.eof else engine.unconsumed_tail
        used = len(raw) - len(rest)
        self._seen = (self._seen + raw[:used])[-_KEPT:]
        self._raw = rest
        self._taken += used
        self._given += len(data)
        check_ratio(self._taken, self._given)
        return data

    def next(self) -> bool:
        self._raw = (self._raw or self._file.read(CHUNK)).lstrip(b"\0")
        if not self._raw:
            return False
        self._begin()
        return True

    def _begin(self) -> None:
        self._engine = zlib.decompressobj(31)
        self._seen = b""
        self._taken = self._given = 0

    def resync(self) -> bool:
        """Look for the next member from one byte after the start of the damaged one."""
        window = (self._seen + self._raw)[1:]
        while True:
            at = window.find(_MAGIC)
            while at >= 0:
                if len(window) - at < 1024:
                    window = window[at:] + self._file.read(CHUNK)
                    at = 0
                if _starts_record(window[at : at + 1024]):
                    self._raw = window[at:]
                    self._begin()
                    return True
                at = window.find(_MAGIC, at + 1)
            chunk = self._file.read(CHUNK)
            if not chunk:
                self._raw, self._engine = b"", None
                return False
            window = window[-2:] + chunk


def _starts_record(data: bytes) -> bool:
    try:
        return zlib.decompressobj(31).decompress(data, 5) == b"WARC/"
    except zlib.error:
        return False


Members = Plain | Gzipped
Damage = Failed | Rejected
