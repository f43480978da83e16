"""Rows of tab-separated files, every problem named with its line."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from khaldun.errors import DataError


def rows(file: Path, needed: tuple[str, ...]) -> Iterator[tuple[int, dict[str, str]]]:
    """Line number and named cells of each row of a file with a header.

    Raises:
        DataError: a column is missing or a row has another number of cells.
    """
    lines = text(file).split("\n")
    header = lines[0].rstrip("\r").split("\t")
    missing = [name for name in needed if name not in header]
    if missing:
        raise DataError(f"{file}:1: no column {', '.join(missing)}; the header has {', '.join(header)}")
    for number, line in enumerate(lines[1:], 2):
        cells = line.rstrip("\r").split("\t")
        if not line.strip():
            continue
        if len(cells) != len(header):
            raise DataError(f"{file}:{number}: {len(cells)} cells where the header has {len(header)}")
        yield number, dict(zip(header, cells, strict=True))


def text(file: Path) -> str:
    """A file's text.

    Raises:
        DataError: it is not UTF-8.
    """
    try:
        return file.read_bytes().decode("utf8")
    except UnicodeDecodeError as error:
        raise DataError(f"{file}: not UTF-8 ({error}); convert it first") from error
    except OSError as error:
        raise DataError(f"{file}: cannot be read ({error})") from error
