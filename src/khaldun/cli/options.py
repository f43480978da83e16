"""Arguments and options that several commands take, and the rows that they ask for."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any, TypeVar

import click
import msgspec

from khaldun.errors import UsageError
from khaldun.record import Record
from khaldun.record.query import day

F = TypeVar("F", bound=Callable[..., Any])

TABLES = ("events", "statements", "articles", "names", "actors", "stories", "happenings", "ledger")


class Day(click.ParamType[str]):
    """A date, as 2024-07-12."""

    name = "date"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> str:
        try:
            return day(value)
        except UsageError as error:
            self.fail(str(error), param, ctx)


record_argument = click.argument("record", type=click.Path(path_type=Path))


def filters(command: F) -> F:
    """The options that narrow what is shown."""
    for option in (
        click.option("--until", type=Day(), help="Until this day, included."),
        click.option("--since", type=Day(), help="From this day on."),
        click.option(
            "--status", help="Events: actual, future, hypothetical, negated, historical; ledger: stored, duplicate, rejected, failed."
        ),
        click.option("--actor", help="A country's code (GBR), an actor's id, or words of a name: who acts, or who speaks."),
        click.option("--type", "type_", metavar="TYPE", help="Events: their type (SANCTION); statements: their stance (denies)."),
    ):
        command = option(command)
    return command


TAKES = {
    "events": {"type": "type", "actor": "actor", "status": "status", "since": "since", "until": "until"},
    "happenings": {"type": "type", "actor": "actor", "status": "status", "since": "since", "until": "until"},
    "statements": {"type": "stance", "actor": "actor", "since": "since", "until": "until"},
    "articles": {"since": "since", "until": "until"},
    "names": {"actor": "actor"},
    "actors": {"actor": "actor"},
    "stories": {"since": "since", "until": "until"},
    "ledger": {"status": "outcome"},
}
"""Which options narrow which table, and what the record calls them."""


def rows(record: Record, table: str, **given: str | None) -> Iterable[msgspec.Struct]:
    """The rows of a table that pass the options; an option that means nothing for it is refused."""
    chosen = {name: value for name, value in given.items() if value is not None}
    for name in chosen:
        if name not in TAKES[table]:
            raise UsageError(f"--{name} does not narrow {table}")
    found: Iterable[msgspec.Struct] = getattr(record, table)(**{TAKES[table][name]: value for name, value in chosen.items()})
    return found
