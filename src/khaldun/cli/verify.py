"""`khaldun verify`: proof that a record says what its pages say."""

from __future__ import annotations

from pathlib import Path

import click

from khaldun.cli.options import record_argument
from khaldun.cli.terminal import safe
from khaldun.record import Record


@click.command()
@record_argument
def verify(record: Path) -> None:
    """Compare every span of RECORD with the text it points into, every link with what it points to, and the ledger with itself.

    Exit code 1 where anything does not hold.
    """
    with Record(record) as opened:
        report = opened.verify()
    for mismatch in report.mismatches:
        click.echo(f"{mismatch.table} {mismatch.id}: {safe(mismatch.problem)}")
    result = "all hold" if report.holds else f"{len(report.mismatches)} do not hold"
    click.echo(f"{report.pages} pages, {report.articles} articles, {report.spans} spans, {report.links} links: {result}")
    if not report.holds:
        click.get_current_context().exit(1)
