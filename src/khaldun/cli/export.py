"""`khaldun export`: a table of a record as a file."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable
from pathlib import Path

import click

from khaldun.cli.options import TABLES, filters, record_argument, rows
from khaldun.errors import UsageError
from khaldun.exports import FORMATS
from khaldun.record import Record


@click.command()
@record_argument
@click.argument("table", type=click.Choice(TABLES))
@click.option("--format", "format_", type=click.Choice(list(FORMATS)), default="jsonl", show_default=True, help="How to write it.")
@click.option("-o", "--output", type=click.Path(path_type=Path), help="A file to write, in place of standard output.")
@filters
def export(record: Path, table: str, format_: str, output: Path | None, type_: str | None, **given: str | None) -> None:
    """Write a TABLE of RECORD. A file is written whole or not at all."""
    with Record(record) as opened:
        lines = FORMATS[format_](table, rows(opened, table, type=type_, **given))
        if output is None:
            _print(lines)
        else:
            _write(lines, output)


def _print(lines: Iterable[str]) -> None:
    """Lines to standard output, in UTF-8 on every system."""
    for line in lines:
        sys.stdout.buffer.write(line.encode("utf8") + b"\n")
    sys.stdout.buffer.flush()


def _write(lines: Iterable[str], output: Path) -> None:
    """Lines to a file beside the one wanted, which it then becomes."""
    if output.is_dir():
        raise UsageError(f"{output} is a folder: name a file")
    part = output.with_name(f".{output.name}.{os.getpid()}.part")
    try:
        with part.open("w", encoding="utf8", newline="\n") as file:
            file.writelines(f"{line}\n" for line in lines)
        part.replace(output)
    except OSError as error:
        raise UsageError(f"{output} cannot be written: {error.strerror}") from error
    finally:
        part.unlink(missing_ok=True)
