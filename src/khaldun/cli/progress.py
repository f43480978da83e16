"""How far a batch is: a bar on a terminal, a line now and then elsewhere; always on standard error."""

from __future__ import annotations

import os
import sys
import time
from collections import Counter
from collections.abc import Iterable
from pathlib import Path

import click

from khaldun.cli.terminal import safe
from khaldun.records import LedgerEntry

OFTEN, SELDOM = 0.1, 30.0
"""Seconds between two pictures on a terminal, and between two lines in a log."""


class Progress:
    """Counts entries of the ledger as they are written and shows the sum."""

    def __init__(self, expected: int) -> None:
        self._expected, self._counts = expected, Counter[str]()
        self._begun = self._shown = time.monotonic()
        self._terminal = sys.stderr.isatty()
        if self._terminal:
            self._draw()

    def __call__(self, entry: LedgerEntry) -> None:
        """Takes an entry in; one that tells of trouble is named at once."""
        self._counts[entry.outcome] += 1
        if entry.outcome in ("rejected", "failed"):
            self._line(f"{entry.outcome}: {safe(entry.uri)}: {safe(entry.reason)}")
        if time.monotonic() - self._shown >= (OFTEN if self._terminal else SELDOM):
            self._shown = time.monotonic()
            self._draw()

    def close(self) -> None:
        """Takes the bar away."""
        self._line("")

    def _draw(self) -> None:
        click.echo(f"\r\x1b[K{self._picture()}" if self._terminal else self._picture(), err=True, nl=not self._terminal)

    def _line(self, text: str) -> None:
        if self._terminal:
            click.echo("\r\x1b[K", err=True, nl=False)
        if text:
            click.echo(text, err=True)

    def _picture(self) -> str:
        done = self._counts.total()
        rate = done / max(time.monotonic() - self._begun, 0.001)
        expected = max(self._expected, done)
        filled = 24 * done // max(expected, 1)
        counts = ", ".join(f"{count} {outcome}" for outcome, count in self._counts.items())
        return f"[{'#' * filled}{'.' * (24 - filled)}] {done}/{expected} pages" + (f", {rate:.1f}/s: {counts}" if done else "")


def expected(paths: Iterable[str]) -> int:
    """About how many inputs there are: files, counted without being opened (an archive may hold more)."""
    return sum(_files(Path(path)) if path != "-" and Path(path).is_dir() else 1 for path in paths)


def _files(folder: Path) -> int:
    return sum(not name.startswith(".") for _, _, names in os.walk(folder) for name in names)
