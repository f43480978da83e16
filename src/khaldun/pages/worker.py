"""The process that reads pages for `Guarded`: frames of MessagePack on standard input, a page or an error for each on standard output."""

from __future__ import annotations

import contextlib
import os
import struct
import sys
from typing import BinaryIO

import msgspec

from khaldun.errors import Failed, InputError
from khaldun.pages.items import Input
from khaldun.pages.reader import read
from khaldun.records import Page

_SIZE = struct.Struct(">I")


class Answer(msgspec.Struct, frozen=True):
    """A page, or why there is none ("rejected" or "failed", and the reason)."""

    page: Page | None = None
    outcome: str = ""
    reason: str = ""


def send(stream: BinaryIO, message: Input | Answer) -> None:
    """Write a message as one frame."""
    data = msgspec.msgpack.encode(message)
    stream.write(_SIZE.pack(len(data)) + data)
    stream.flush()


def receive(stream: BinaryIO) -> bytes | None:
    """The next frame, or None where the other end is gone."""
    head = stream.read(_SIZE.size)
    if len(head) < _SIZE.size:
        return None
    (size,) = _SIZE.unpack(head)
    data = stream.read(size)
    return data if len(data) == size else None


def answer(item: Input) -> Answer:
    """Read one input; every error becomes words."""
    try:
        page = read(item.data, uri=item.uri, media_type=item.media_type, charset=item.charset, metadata=item.metadata)
    except InputError as error:
        return Answer(outcome="failed" if isinstance(error, Failed) else "rejected", reason=str(error))
    except MemoryError:
        return Answer(outcome="failed", reason="out of memory")
    except RecursionError:
        return Answer(outcome="failed", reason="nested too deeply")
    except Exception as error:  # noqa: BLE001 - one hostile page must not end the batch
        return Answer(outcome="failed", reason=f"cannot be parsed: {type(error).__name__}: {error}")
    return Answer(page=page)


def limit_memory(size: int) -> None:
    """Let this process have at most `size` bytes beyond what it has now, where the system can hold it to that."""
    with contextlib.suppress(ImportError, OSError, ValueError):
        import resource

        resource.setrlimit(resource.RLIMIT_AS, (_address_space() + size, resource.RLIM_INFINITY))


def _address_space() -> int:
    with contextlib.suppress(OSError, ValueError), open("/proc/self/statm", encoding="ascii") as statm:
        return int(statm.read().split()[0]) * os.sysconf("SC_PAGE_SIZE")
    return 0


def main() -> None:
    """Say that all is ready, then answer until standard input ends. Nothing else may write to standard output."""
    limit_memory(int(sys.argv[1]))
    source, sink = sys.stdin.buffer, sys.stdout.buffer
    sys.stdout = sys.stderr
    send(sink, Answer())
    while (frame := receive(source)) is not None:
        send(sink, answer(msgspec.msgpack.decode(frame, type=Input)))
