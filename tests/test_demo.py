"""The sample pages, the whole way through with the shipped model: what a newcomer sees first."""

from __future__ import annotations

import json
from pathlib import Path

import msgspec
import pytest
from click.testing import CliRunner

import khaldun
from khaldun.cli import main
from khaldun.records import Event, Statement

PAGES = Path(__file__).parents[1] / "examples" / "pages"


def call(*arguments):
    return CliRunner().invoke(main, [str(argument) for argument in arguments])


@pytest.fixture(scope="module")
def demo(tmp_path_factory):
    path = tmp_path_factory.mktemp("demo") / "demo.db"
    result = call("code", PAGES, "-r", path)
    assert (result.exit_code, result.stderr.splitlines()[-1]) == (0, f"{path}: 12 inputs = 12 stored, 0 duplicate, 0 rejected, 0 failed")
    return path


def test_every_span_holds(demo):
    result = call("verify", demo)
    assert result.exit_code == 0, result.stdout


def test_the_same_again_adds_nothing(demo):
    def rows():
        with khaldun.open(demo) as record:
            return [
                found.to_dicts() for found in (record.articles(), record.events(), record.statements(), record.names(), record.happenings())
            ]

    before = rows()
    result = call("code", PAGES, "-r", demo)
    assert (result.exit_code, "12 duplicate" in result.stderr) == (0, True)
    assert rows() == before


@pytest.mark.parametrize(("table", "struct"), [("events", Event), ("statements", Statement)])
def test_exports_are_the_contract(demo, table, struct):
    lines = call("export", demo, table).stdout.splitlines()
    assert lines
    for line in lines:
        assert json.loads(line) == json.loads(msgspec.json.encode(msgspec.json.decode(line, type=struct)))


def test_thirteen_articles_with_their_headlines(demo):
    with khaldun.open(demo) as record:
        titles = {article.title for article in record.articles()}
        copies = [article.uri for article in record.articles() if article.copy_of]
    assert len(titles) == 13
    assert {"Chile and Bolivia Agree to Reopen Talks on Arica Railway", "Sudan: toll of El Obeid market shelling rises to 14"} <= titles
    assert copies == [str(PAGES / "08-truce-talks-again.html")]


def test_no_furniture_in_bodies(demo):
    with khaldun.open(demo) as record:
        body = "\n".join(span.text for article in record.articles() for span in article.body)
    for furniture in (
        "Facebook",
        "Sign up",
        "Subscribe",
        "cookies",
        "Hilal held to a draw",
        "Log in",
        "ADVERTISEMENT",
        "All rights reserved",
    ):
        assert furniture not in body
