"""The batch: every input ends in the ledger, in one process or many, through rejection, failure, death and `kill -9`."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
import zipfile
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
        assert list(record.ledger(outcome="failed"))[-1].reason == f"not found again in {pages}"


def mended():
    return lambda page, published: handmade.code(page, published)


def test_a_member_of_an_archive_is_found_again(tmp_path):
    with zipfile.ZipFile(tmp_path / "pages.zip", "w") as archive:
        archive.writestr("good.txt", handmade.VISIT)
        archive.writestr("bad.txt", "BREAK\nBritain visits Iran\n")
    with Record(tmp_path / "a.db", create=True) as record:
        assert run.code([tmp_path / "pages.zip"], record, make=coder).failed == 1
        totals = run.retry(record, make=mended)
        assert (totals.inputs, totals.stored) == (1, 1)
        assert record.unfinished() == {}


def test_what_never_was_to_be_a_page_is_counted_beside_the_ledger(pages, tmp_path):
    (pages / ".hidden").touch()
    with Record(tmp_path / "a.db", create=True) as record:
        assert run.code([pages], record, make=coder).inputs == 5
        assert record._connection.execute("SELECT skipped FROM runs").fetchone()[0] == '{"hidden file":1}'


def test_names_of_files_that_are_no_text(pages, tmp_path):
    try:
        (pages / os.fsdecode(b"\xff.txt")).write_text("Odd\nBritain visits Cuba\n")
    except OSError:
        pytest.skip("this file system has no such names")
    (pages / "two\nlines.txt").write_text("Odder\nBritain visits Russia\n")
    with Record(tmp_path / "a.db", create=True) as record:
        assert run.code([pages], record, make=coder).stored == 4
        assert outcomes(record)["\\udcff.txt"] == outcomes(record)["two\nlines.txt"] == ("stored", "")


@pytest.mark.parametrize("given", [{"workers": 0}, {"published": "soon"}])
def test_wrong_usage_touches_nothing(tmp_path, given):
    with Record(tmp_path / "a.db", create=True) as record:
        with pytest.raises(UsageError):
            run.code([], record, make=coder, **given)
        assert record.totals() == []


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

if __name__ == "__main__":
    with Record(sys.argv[2], create=True) as record:
        run.code([sys.argv[1]], record, make=coder, workers=int(sys.argv[3]), watch=lambda entry: print(entry.uri, flush=True))
"""


@pytest.fixture
def slow(tmp_path):
    """Starts a batch of its own process that takes its time over forty pages."""
    folder = tmp_path / "pages"
    folder.mkdir()
    write(folder, **{f"p{number:02}": f"Page {number}\nBritain visits Iran in week {number}\n" for number in range(40)})
    (tmp_path / "slow.py").write_text(SLOW)

    def start(workers=1):
        command = [sys.executable, tmp_path / "slow.py", folder, tmp_path / "a.db", str(workers)]
        return subprocess.Popen(command, stdout=subprocess.PIPE, text=True, env={**os.environ, "PYTHONPATH": str(ROOT)})

    return start


@pytest.mark.parametrize("workers", [1, 2])
def test_a_killed_batch_loses_nothing_and_is_finished_by_running_it_again(slow, tmp_path, workers):
    process = slow(workers)
    told = [process.stdout.readline() for _ in range(5)]
    time.sleep(0.12)
    process.kill()
    process.communicate()
    with Record(tmp_path / "a.db") as record:
        stored = record.articles().count()
        assert len(told) <= stored < 40
        assert record.verify().holds
        assert record.totals()[0].inputs is None
    with Record(tmp_path / "a.db", create=True) as record:
        totals = run.code([tmp_path / "pages"], record, make=coder)
        assert (totals.inputs, totals.stored, totals.duplicate) == (40, 40 - stored, stored)
        assert record.articles().count() == record.events().count() == 40
        assert record.verify().holds


def alive(pid):
    try:
        return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0] != "Z"
    except FileNotFoundError:
        return False


@pytest.mark.skipif(not Path("/proc/self/task").exists(), reason="needs /proc")
def test_workers_end_with_a_batch_that_is_killed(slow):
    process = slow(2)
    process.stdout.readline()
    workers = [int(pid) for pid in Path(f"/proc/{process.pid}/task/{process.pid}/children").read_text().split()]
    assert len(workers) >= 2
    process.kill()
    process.communicate(timeout=60)
    until = time.monotonic() + 60
    while any(map(alive, workers)) and time.monotonic() < until:
        time.sleep(0.05)
    assert not [pid for pid in workers if alive(pid)]


def test_two_batches_at_once_write_each_page_once(slow, tmp_path):
    first, second = slow(), slow()
    assert (first.communicate()[0], first.returncode) == (second.communicate()[0], second.returncode)
    with Record(tmp_path / "a.db") as record:
        assert record.articles().count() == 40
        assert [totals.inputs for totals in record.totals()] == [40, 40]
        assert sum(totals.stored for totals in record.totals()) == sum(totals.duplicate for totals in record.totals()) == 40
        assert record.verify().holds
