"""The shipped table of places: names to records, searched in place so that it loads in a moment and holds no more than its bytes."""

from __future__ import annotations

from bisect import bisect_left
from functools import cache
from importlib.resources import files

import msgspec
import numpy as np
import zstandard


class Record(msgspec.Struct, frozen=True):
    """A place of the table. `kind`: country, admin1, admin2, city, region or sea. `weight` decides between places of one name."""

    name: str
    kind: str
    country: str | None
    admin1: str | None
    latitude: float | None
    longitude: float | None
    geonames_id: int | None
    weight: int


class Lines:
    """The lines of a packed text, by number."""

    def __init__(self, name: str) -> None:
        packed = files("khaldun.data").joinpath(name).read_bytes()
        self._data = zstandard.ZstdDecompressor().decompress(packed)
        self._ends = np.flatnonzero(np.frombuffer(self._data, np.uint8) == ord("\n"))

    def __len__(self) -> int:
        return len(self._ends)

    def __getitem__(self, number: int) -> bytes:
        start = int(self._ends[number - 1]) + 1 if number else 0
        return self._data[start : int(self._ends[number])]


@cache
def _names() -> Lines:
    return Lines("places-names.zst")


@cache
def _records() -> Lines:
    return Lines("places-records.zst")


def record(number: int) -> Record:
    """The record of a number."""
    name, kind, country, admin1, latitude, longitude, ident, weight = _records()[number].decode().split("\t")
    return Record(
        name,
        kind,
        country or None,
        admin1 or None,
        float(latitude) if latitude else None,
        float(longitude) if longitude else None,
        int(ident) if ident else None,
        int(weight),
    )


def named(key: str) -> list[tuple[Record, bool]]:
    """The places filed under a key, and whether it is the main name of each."""
    names, wanted = _names(), key.encode()
    at = bisect_left(range(len(names)), wanted, key=lambda number: names[number].partition(b"\t")[0])
    if at == len(names):
        return []
    found, _, numbers = names[at].partition(b"\t")
    if found != wanted:
        return []
    return [(record(int(number.rstrip(b"~"), 36)), not number.endswith(b"~")) for number in numbers.split(b" ")]
