"""Decompression that a bomb cannot fill: streams out of .gz, .xz, .zst and .bz2, read in bounded steps."""

from __future__ import annotations

import bz2
import io
import lzma
import zlib
from collections.abc import Callable
from typing import Any, BinaryIO

import zstandard

from khaldun.errors import Failed, Rejected

CHUNK = 65_536
BOMB_FROM = 1_000_000
BOMB_RATIO = 100

MAGIC = {b"\x1f\x8b": "gzip", b"\xfd7zXZ\0": "xz", b"\x28\xb5\x2f\xfd": "zstd", b"BZh": "bzip2"}
_DAMAGE = (zlib.error, lzma.LZMAError, zstandard.ZstdError, OSError, EOFError, ValueError)


def compression(head: bytes) -> str | None:
    """The name of the compression that `head` begins."""
    return next((name for magic, name in MAGIC.items() if head.startswith(magic)), None)


def check_ratio(taken: int, given: int) -> None:
    """Refuse what grows out of all proportion."""
    if given > BOMB_FROM and given > BOMB_RATIO * max(taken, 1):
        raise Rejected(f"a compression bomb: {taken:,} bytes grew beyond {given:,}")


class Inflated(io.RawIOBase):
    """The decompressed bytes of `file`. Members or frames follow one another. Raises Failed where the data is damaged or cut off."""

    def __init__(self, file: BinaryIO, kind: str) -> None:
        self._file, self._kind = file, kind
        self._new: Callable[[], Any] = _ENGINES[kind]
        self._engine = self._new()
        self._waiting = b""
        self._taken = self._given = 0
        self._fresh = self._ended = False

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: Any) -> int:
        view = memoryview(buffer).cast("B")
        data = b""
        try:
            while not data and not self._ended:
                data = self._step(len(view))
        except _DAMAGE as error:
            raise Failed(f"damaged {self._kind} data: {error}") from error
        self._given += len(data)
        check_ratio(self._taken, self._given)
        view[: len(data)] = data
        return len(data)

    def _step(self, most: int) -> bytes:
        if self._engine.eof:
            self._waiting = self._engine.unused_data or self._take()
            if not self._waiting.strip(b"\0"):
                self._ended = True
                return b""
            self._engine = self._new()
        elif not self._waiting and self._hungry():
            self._waiting = self._take()
            if not self._waiting:
                raise Failed(f"{self._kind} data is cut off")
        waiting, self._waiting = self._waiting, b""
        return bytes(self._engine.decompress(waiting, most))

    def _hungry(self) -> bool:
        return bool(getattr(self._engine, "needs_input", True))

    def _take(self) -> bytes:
        data = self._file.read(CHUNK)
        self._taken += len(data)
        return data


class _Gzip:
    """zlib's engine made to keep its own rest of input, as those of bz2 and lzma do."""

    def __init__(self) -> None:
        self._engine = zlib.decompressobj(31)

    @property
    def eof(self) -> bool:
        return self._engine.eof

    @property
    def unused_data(self) -> bytes:
        return self._engine.unused_data

    @property
    def needs_input(self) -> bool:
        return not self._engine.unconsumed_tail

    def decompress(self, data: bytes, most: int) -> bytes:
        return self._engine.decompress(self._engine.unconsumed_tail + data, most)


class _Zstd:
    """zstandard's engine has no bound on what it gives: it is fed in small pieces."""

    _PIECE = 512

    def __init__(self) -> None:
        self._engine = zstandard.ZstdDecompressor(max_window_size=1 << 27).decompressobj()
        self._rest = self._out = b""

    @property
    def eof(self) -> bool:
        return self._engine.eof and not self._out

    @property
    def unused_data(self) -> bytes:
        return bytes(self._engine.unused_data) + self._rest

    @property
    def needs_input(self) -> bool:
        return not self._rest and not self._out

    def decompress(self, data: bytes, most: int) -> bytes:
        self._rest += data
        if not self._out and not self._engine.eof:
            piece, self._rest = self._rest[: self._PIECE], self._rest[self._PIECE :]
            self._out = self._engine.decompress(piece)
        out, self._out = self._out[:most], self._out[most:]
        return out


_ENGINES: dict[str, Callable[[], Any]] = {
    "gzip": _Gzip,
    "xz": lambda: lzma.LZMADecompressor(memlimit=256_000_000),
    "bzip2": bz2.BZ2Decompressor,
    "zstd": _Zstd,
}
