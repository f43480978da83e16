"""WARC files: every whole record is read, every damaged one named."""

from __future__ import annotations

import gzip
import io
import tracemalloc
from collections.abc import Iterator

import pytest

from khaldun.pages.warc import Lost, Record, records


def record(number: int, body: bytes = b"", kind: str = "response") -> bytes:
    content = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n" + (body or b"<p>Story number %d of the day.</p>" % number * 20)
    head = f"WARC/1.0\r\nWARC-Type: {kind}\r\nWARC-Target-URI: <http://news.example/{number}>\r\nContent-Length: {len(content)}\r\n\r\n"
    return head.encode() + content + b"\r\n\r\n"


def run(data: bytes, *, gzipped: bool = False) -> tuple[list[str | None], list[Lost]]:
    found = list(records(io.BytesIO(data), gzipped=gzipped, most_bytes=1_000_000))
    return [item.uri for item in found if isinstance(item, Record)], [item for item in found if isinstance(item, Lost)]


URIS = [f"http://news.example/{number}" for number in range(5)]
PLAIN = b"".join(record(number) for number in range(5))
PACKED = b"".join(gzip.compress(record(number), mtime=0) for number in range(5))


def test_whole_files() -> None:
    assert run(PLAIN) == (URIS, [])
    assert run(PACKED, gzipped=True) == (URIS, [])
    assert run(gzip.compress(PLAIN), gzipped=True) == (URIS, [])
    assert run(b"") == ([], [])


def test_content_is_exact() -> None:
    (item,) = records(io.BytesIO(record(1, b"\r\n\r\nbody\r\n\r\n")), gzipped=False, most_bytes=1000)
    assert isinstance(item, Record)
    assert item.content.endswith(b"\r\n\r\nbody\r\n\r\n")
    assert item.kind == "response"


@pytest.mark.parametrize("place", range(3, len(PACKED), max(len(PACKED) // 60, 1)))
def test_a_turned_bit_costs_a_gzipped_file_one_record(place: int) -> None:
    data = PACKED[:place] + bytes([PACKED[place] ^ 16]) + PACKED[place + 1 :]
    uris, lost = run(data, gzipped=True)
    assert len(uris) >= 4
    assert len(uris) == 5 or (lost and all(item.reason for item in lost))


@pytest.mark.parametrize("place", range(0, len(PLAIN), max(len(PLAIN) // 60, 1)))
def test_a_turned_bit_costs_a_plain_file_one_record(place: int) -> None:
    data = PLAIN[:place] + bytes([PLAIN[place] ^ 16]) + PLAIN[place + 1 :]
    uris, lost = run(data)
    assert len(uris) >= 4
    assert len(uris) == 5 or lost


@pytest.mark.parametrize("share", [0.1, 0.3, 0.5, 0.7, 0.9, 0.99])
@pytest.mark.parametrize("gzipped", [False, True])
def test_a_cut_file_gives_what_is_whole_and_names_the_rest(share: float, gzipped: bool) -> None:
    data = PACKED if gzipped else PLAIN
    uris, lost = run(data[: int(len(data) * share)], gzipped=gzipped)
    assert uris == URIS[: len(uris)]
    assert len(uris) >= int(share * 5)
    assert len(lost) == 1


def test_a_large_record_is_passed_over() -> None:
    uris, lost = run(record(0) + record(1, b"x" * 2_000_000) + record(2))
    assert uris == [URIS[0], URIS[2]]
    assert [item.outcome for item in lost] == ["rejected"]
    assert "too large" in lost[0].reason


def test_a_bomb_is_passed_over() -> None:
    data = gzip.compress(record(0)) + gzip.compress(record(1, b"\0" * 20_000_000)) + gzip.compress(record(2))
    uris, lost = run(data, gzipped=True)
    assert uris == [URIS[0], URIS[2]]
    assert lost


def test_memory_stays_flat() -> None:
    class Endless(io.RawIOBase):
        """A file of 60 MB that is never in memory as a whole."""

        def __init__(self) -> None:
            self.parts: Iterator[bytes] = (record(number % 5, b"y" * 20_000) for number in range(3000))

        def read(self, size: int = -1) -> bytes:
            return next(self.parts, b"")

    tracemalloc.start()
    count = sum(isinstance(item, Record) for item in records(Endless(), gzipped=False, most_bytes=1_000_000))  # type: ignore[arg-type]
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert count == 3000
    assert peak < 2_000_000
