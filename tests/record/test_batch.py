"""The batch: every input ends in the ledger, in one process or many, through rejection, failure, death and `kill -9`."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from khaldun import run
from khaldun.errors import ModelError, UsageError
from khaldun.record import Record
from tests import handmade

ROOT = Path(__file__).parents[2]


def coder():
    return trial


def trial(page, published):
    """The coder made by hand, which breaks on pages that say so."""
    if "DIE" in page.text:
        os.kill(os.getpid(), signal.SIGKILL)
    if "BREAK" in page.text:
        raise ZeroDivisionError("it divided")
    return handmade.code(page, published)


def no_model():
    raise ModelError("the model is gone")


def write(folder, **texts):
    for name, text in texts.items():
        (folder / f"{name}.txt").write_text(text, encoding="utf8")
    return folder


@pytest.fixture
def pages(tmp_path):
    folder = tmp_path / "pages"
    folder.mkdir()
    return write(folder, a=handmade.SANCTIONS, b=handmade.VISIT, c=handmade.SANCTIONS, d=" \n", e="BREAK\nBritain visits Iran\n")


def outcomes(record, **given):
    return {Path(entry.uri).name: (entry.outcome, entry.reason) for entry in record.ledger(**given)}


@pytest.mark.parametrize("workers", [1, 2])
def test_every_input_has_an_outcome(pages, tmp_path, workers):
    with Record(tmp_path / "a.db", create=True) as record:
        seen = []
        totals = run.code([pages], record, published="2024-07-12", workers=workers, make=coder, watch=seen.append)
        assert (totals.inputs, totals.stored, totals.duplicate, totals.rejected, totals.failed) == (5, 2, 1, 1, 1)
        assert totals.adds_up
        assert outcomes(record) == {
            "a.txt": ("stored", ""),
            "b.txt": ("stored", ""),
            "c.txt": ("duplicate", f"same text as {pages / 'a.txt'}"),
            "d.txt": ("rejected", "empty: it has no text"),
            "e.txt": ("failed", "ZeroDivisionError: it divided"),
        }
        assert sorted(entry.uri for entry in seen) == sorted(entry.uri for entry in record.ledger())
        assert record.verify().holds


def test_the_same_folder_again_adds_nothing(pages, tmp_path):
    with Record(tmp_path / "a.db", create=True) as record:
        run.code([pages], record, make=coder)
        before = [row for row in record._connection.iterdump() if '"ledger"' not in row and '"runs"' not in row]
        totals = run.code([pages], record, make=coder)
        assert (totals.stored, totals.duplicate) == (0, 3)
        assert [row for row in record._connection.iterdump() if '"ledger"' not in row and '"runs"' not in row] == before


def test_one_process_and_many_write_the_same(pages, tmp_path):
    dumps = []
    for workers in (1, 2):
        with Record(tmp_path / f"{workers}.db", create=True) as record:
            run.code([pages], record, workers=workers, make=coder)
            tables = ("pages", "articles", "names", "statements", "events", "event_actors", "actors")
            dumps.append([list(map(tuple, record._connection.execute(f"SELECT * FROM {table}"))) for table in tables])
    assert dumps[0] == dumps[1]


def test_a_worker_that_dies_takes_only_its_page(pages, tmp_path):
    write(pages, aa="DIE\nBritain visits Cuba\n", f="Last\nRussia visits Cuba\n")
    with Record(tmp_path / "a.db", create=True) as record:
        totals = run.code([pages], record, workers=2, make=coder)
        assert (totals.inputs, totals.stored, totals.failed) == (7, 3, 2)
        assert outcomes(record)["aa.txt"] == ("failed", "the process that coded it died of it (out of memory, most likely)")
        assert outcomes(record)["f.txt"] == ("stored", "")


@pytest.mark.parametrize("workers", [1, 2])
def test_without_a_model_nothing_is_blamed_on_the_pages(pages, tmp_path, workers):
    with Record(tmp_path / "a.db", create=True) as record, pytest.raises(ModelError, match="the model is gone"):
        run.code([pages], record, workers=workers, make=no_model)


def test_failures_are_tried_again(pages, tmp_path):
    with Record(tmp_path / "a.db", create=True) as record:
        run.code([pages, tmp_path / "gone.txt"], record, make=coder)
        write(pages, e="Mended\nBritain visits Iran\n")
        totals = run.retry(record, make=coder)
        assert (totals.inputs, totals.stored, totals.failed) == (2, 1, 1)
        assert record.unfinished() == {str(tmp_path / "gone.txt"): [str(tmp_path / "gone.txt")]}
        (pages / "e.txt").unlink()
        assert run.retry(record, make=coder).failed == 1


def test_what_vanished_from_its_source_fails_again(pages, tmp_path):
    with Record(tmp_path / "a.db", create=True) as record:
        run.code([pages], record, make=coder)
        (pages / "e.txt").unlink()
        assert run.retry(record, make=coder).failed == 1
        assert record.ledger(outcome="failed")[-1].reason == f"not found again in {pages}"


def test_no_workers_cannot_code(tmp_path):
    with Record(tmp_path / "a.db", create=True) as record, pytest.raises(UsageError):
        run.code([], record, workers=0, make=coder)


SLOW = """
import sys, time
from khaldun import run
from khaldun.record import Record
from tests import handmade

def coder():
    def code(page, published):
        time.sleep(0.05)
        return handmade.code(page, published)
    return code

with Record(sys.argv[2], create=True) as record:
    run.code([sys.argv[1]], record, make=coder, watch=lambda entry: print(entry.uri, flush=True))
"""


def test_a_killed_batch_loses_nothing_and_is_finished_by_running_it_again(tmp_path):
    folder, path = tmp_path / "pages", tmp_path / "a.db"
    folder.mkdir()
    write(folder, **{f"p{number:02}": f"Page {number}\nBritain visits Iran in week {number}\n" for number in range(40)})
    process = subprocess.Popen([sys.executable, "-c", SLOW, folder, path], stdout=subprocess.PIPE, cwd=ROOT, text=True)
    told = [process.stdout.readline() for _ in range(5)]
    time.sleep(0.12)
    process.kill()
    process.communicate()
    with Record(path) as record:
        stored = record.articles().count()
        assert len(told) <= stored < 40
        assert record.verify().holds
        assert record.totals()[0].inputs is None
    with Record(path, create=True) as record:
        totals = run.code([folder], record, make=coder)
        assert (totals.inputs, totals.stored, totals.duplicate) == (40, 40 - stored, stored)
        assert record.articles().count() == record.events().count() == 40
        assert record.verify().holds
