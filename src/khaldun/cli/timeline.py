"""`khaldun timeline`: what happened, day by day."""

from __future__ import annotations

from collections import Counter
from itertools import groupby
from pathlib import Path

import click

from khaldun.cli.listing import headline
from khaldun.cli.options import filters, record_argument
from khaldun.cli.terminal import bold, dim
from khaldun.record import Record
from khaldun.records import Event


@click.command()
@record_argument
@filters
def timeline(record: Path, type_: str | None, **given: str | None) -> None:
    """Show the events of RECORD day by day. Reports of one happening are one line, on the day of the first."""
    firsts: dict[str, Event] = {}
    reports: Counter[str] = Counter()
    with Record(record) as opened:
        for event in opened.events(type=type_, **given):
            happening = event.happening_id or event.id
            firsts.setdefault(happening, event)
            reports[happening] += 1
    for day, happenings in groupby(firsts.items(), key=lambda item: first_day(item[1])):
        click.echo(bold(day or "no day"))
        for happening, event in happenings:
            click.echo(_line(event, reports[happening]))


def first_day(event: Event) -> str | None:
    """The day by which an event is sorted."""
    return (event.date and event.date.from_) or event.published


def _line(event: Event, reports: int) -> str:
    _, _, rest = headline(event).partition("  ")
    return f"  {rest}" + (dim(f"  {reports} reports") if reports > 1 else "")
