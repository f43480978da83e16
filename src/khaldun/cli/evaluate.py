"""`khaldun evaluate`: figures of the shipped reader on an annotated file."""

from __future__ import annotations

import sys
from pathlib import Path

import click
import msgspec

from khaldun.evaluate import evaluate as measure


@click.command()
@click.argument("task", metavar="TASK")
@click.argument("file", metavar="FILE", type=click.Path(path_type=Path))
@click.option("--json", "as_json", is_flag=True, help="One JSON object a figure.")
def evaluate(task: str, file: Path, as_json: bool) -> None:
    """Measure the reader on FILE; every figure with its 95 % interval.

    Tasks: relation (TSV with marked_sentence and gold_root), events and false-events (corpus files), sides (words with B-S/I-S/B-T/I-T
    tags), speech (PolNeAR folder or archive), trees (CoNLL-U), names (re3d folder or corpus file), dates (TimeML folder),
    contexts (corpus file or folder).
    """
    for figure in measure(task, file):
        if as_json:
            sys.stdout.buffer.write(msgspec.json.encode(figure) + b"\n")
        else:
            click.echo(str(figure))
