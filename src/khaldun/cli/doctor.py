"""`khaldun doctor`: is everything there?"""

from __future__ import annotations

import os
import platform
import sqlite3
from collections.abc import Iterator
from importlib.metadata import PackageNotFoundError, version
from typing import NamedTuple

import click

from khaldun import __version__
from khaldun.errors import KhaldunError

NEEDED = ("charset-normalizer", "click", "lxml", "msgspec", "numpy", "onnxruntime", "tokenizers", "zstandard")


class Finding(NamedTuple):
    """Something looked at: what it is, whether it will do, and its state in words."""

    name: str
    fine: bool
    state: str


@click.command()
def doctor() -> None:
    """Say whether everything is there that Khaldun needs. Exit code 1 where something is missing."""
    findings = list(examine())
    for finding in findings:
        click.echo(f"{'ok ' if finding.fine else 'BAD'} {finding.name:<20} {finding.state}")
    if not all(finding.fine for finding in findings):
        click.get_current_context().exit(1)


def examine() -> Iterator[Finding]:
    """Looks at everything."""
    yield Finding("khaldun", True, __version__)
    yield Finding("python", True, f"{platform.python_version()} on {platform.system()} {platform.machine()}, {os.cpu_count()} cores")
    yield from map(_package, NEEDED)
    yield from _sqlite()
    yield _ontology()
    yield _model()


def _package(name: str) -> Finding:
    try:
        return Finding(name, True, version(name))
    except PackageNotFoundError:
        return Finding(name, False, f"not installed: pip install {name}")


def _sqlite() -> Iterator[Finding]:
    yield Finding("sqlite", sqlite3.sqlite_version_info >= (3, 31), f"{sqlite3.sqlite_version} (needs 3.31 or newer)")
    trials = {
        "sqlite full text": "CREATE VIRTUAL TABLE trial USING fts5 (x)",
        "sqlite JSON": "SELECT json_extract('{}', '$.x')",
    }
    for name, trial in trials.items():
        try:
            sqlite3.connect(":memory:").execute(trial)
            yield Finding(name, True, "works")
        except sqlite3.Error as error:
            yield Finding(name, False, f"this Python's SQLite cannot: {error}")


def _ontology() -> Finding:
    from khaldun.ontology import ontology

    return Finding("ontology", True, f"{ontology().version}, {len(ontology().types)} event types")


def _model() -> Finding:
    """The model, by being loaded: that checks its hash."""
    try:
        from khaldun.reader import Reader

        return Finding("model", True, Reader().version)
    except (KhaldunError, ImportError) as error:
        return Finding("model", False, str(error))
