"""`khaldun show`: a record at a glance."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

import click
import msgspec

from khaldun.cli.listing import listed
from khaldun.cli.options import TABLES, filters, record_argument, rows
from khaldun.cli.terminal import indented, safe
from khaldun.errors import UsageError
from khaldun.exports import jsonl
from khaldun.record import Record, StoredArticle
from khaldun.records import Happening


@click.command()
@record_argument
@click.argument("what", default="events", metavar="[events|statements|articles|names|actors|stories|happenings|ledger|ID]")
@filters
@click.option("--json", "as_json", is_flag=True, help="JSON lines, as `export` writes them.")
def show(record: Path, what: str, type_: str | None, as_json: bool, **given: str | None) -> None:
    """Show a table of RECORD, or the one thing that has an ID, with all that belongs to it."""
    with Record(record) as opened:
        found = rows(opened, what, type=type_, **given) if what in TABLES else _one(opened, what)
        if as_json:
            for line in jsonl.lines(what, found):
                click.echo(line)
        else:
            _print(found, what)


def _one(record: Record, row_id: str) -> list[msgspec.Struct]:
    """What has this id, and what is told in it."""
    found = record.find(row_id)
    if found is None:
        raise UsageError(f"{row_id!r} is neither a table ({', '.join(TABLES)}) nor the id of anything in {record.path}")
    if isinstance(found, StoredArticle):
        return [found, *record.events(article=found.id), *record.statements(article=found.id)]
    if isinstance(found, Happening):
        return [found, *record.claims(found), *record.events(happening=found.id)]
    return [found]


def _print(found: Iterable[msgspec.Struct], what: str) -> None:
    shown = 0
    for row in found:
        click.echo(listed(row))
        if isinstance(row, StoredArticle) and what == row.id:
            click.echo("".join(f"\n{indented(safe(span.text))}\n" for span in row.body))
        shown += 1
    if not shown:
        click.echo(f"no {what} that pass", err=True)
