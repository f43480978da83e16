"""A command line that codes by hand, and a small record."""

from __future__ import annotations

from types import SimpleNamespace

import pytest
from click.testing import CliRunner

from khaldun import run
from khaldun.cli import main
from khaldun.record import Record
from tests import handmade


@pytest.fixture
def khaldun(monkeypatch):
    """Runs a command as a shell would: `.code`, `.out`, `.err`."""
    monkeypatch.setattr(run, "reader", lambda threads, actors: handmade.code)

    def call(*arguments, stdin=None):
        result = CliRunner().invoke(main, [str(argument) for argument in arguments], input=stdin)
        if result.exception and not isinstance(result.exception, SystemExit):
            raise result.exception
        return SimpleNamespace(code=result.exit_code, out=result.stdout, err=result.stderr)

    return call


@pytest.fixture
def record(tmp_path):
    """The path of a record of two pages."""
    path = tmp_path / "a.db"
    with Record(path, create=True) as opened, opened.run(coder="khaldun test", options={}) as writing:
        for uri, text, published in (("a.txt", handmade.SANCTIONS, "2024-07-12"), ("b.txt", handmade.VISIT, None)):
            writing.take()
            writing.store(handmade.code(handmade.page(text, uri), published), uri=uri, source=uri)
    return path
