"""Rows of a record in, lines of a file out: one module a format."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import Literal

import msgspec

from khaldun.exports import csv, jsonl

Table = Literal["events", "statements", "articles", "names", "actors", "stories", "happenings"]
Lines = Callable[[str, Iterable[msgspec.Struct]], Iterator[str]]

FORMATS: dict[str, Lines] = {"jsonl": jsonl.lines, "csv": csv.lines}
"""Formats by name: each takes the table's name and its rows, and gives lines without their ends."""

__all__ = ["FORMATS", "Lines", "Table"]
