"""`khaldun code` and `khaldun retry`: pages into a record."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import click

from khaldun.cli.options import Day, record_argument
from khaldun.cli.progress import Progress, expected
from khaldun.record import Record, Totals

PARTIAL = 3
"""The exit code of a batch in which some inputs were rejected or failed."""

published_option = click.option("--published", type=Day(), help="The day the pages were published, where they do not say it themselves.")
actors_option = click.option(
    "--actors", type=click.Path(path_type=Path, exists=True, dir_okay=False), help="A list of your own, made by 'khaldun actors import'."
)
workers_option = click.option("--workers", type=click.IntRange(1, 256), default=1, show_default=True, help="Processes that code.")


@click.command()
@click.argument("inputs", nargs=-1, required=True, metavar="INPUT...")
@click.option("-r", "--record", required=True, type=click.Path(path_type=Path), help="The record to write; made where there is none.")
@published_option
@actors_option
@workers_option
def code(inputs: tuple[str, ...], record: Path, published: str | None, actors: Path | None, workers: int) -> None:
    """Code each INPUT (a file, a folder, an archive; - is standard input) into a record.

    A page that the record has already is not coded again.
    """
    from khaldun import run

    _batch(
        record,
        expected(inputs),
        lambda opened, watch: run.code(inputs, opened, published=published, workers=workers, actors=actors, watch=watch),
    )


@click.command()
@record_argument
@published_option
@actors_option
@workers_option
def retry(record: Path, published: str | None, actors: Path | None, workers: int) -> None:
    """Code again the inputs of RECORD that failed, read anew from where they were."""
    from khaldun import run

    with Record(record) as opened:
        count = sum(map(len, opened.unfinished().values()))
    _batch(record, count, lambda opened, watch: run.retry(opened, published=published, workers=workers, actors=actors, watch=watch))


def _batch(path: Path, count: int, work: Callable[[Record, Progress], Totals]) -> None:
    """Runs a batch under a progress bar and ends with its sum."""
    with Record(path, create=True) as record:
        with closing(Progress(count)) as progress:
            totals = work(record, progress)
        click.echo(_sum(totals, path), err=True)
    if totals.rejected or totals.failed:
        click.get_current_context().exit(PARTIAL)


def _sum(totals: Totals, path: Path) -> str:
    parts = ", ".join(f"{getattr(totals, outcome)} {outcome}" for outcome in ("stored", "duplicate", "rejected", "failed"))
    return f"{path}: {totals.inputs} {'input' if totals.inputs == 1 else 'inputs'} = {parts}"
