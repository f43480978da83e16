"""The shipped table: sorted, whole, and what its notice says."""

from __future__ import annotations

from importlib.resources import files

from khaldun.places.spelling import key
from khaldun.places.table import Lines, named, record

DATA = files("khaldun.data")


def test_names_are_sorted_so_that_they_can_be_searched() -> None:
    lines = Lines("places-names.zst")
    sample = [lines[number].partition(b"\t")[0] for number in range(0, len(lines), 97)]
    assert sample == sorted(sample)
    assert len(lines) > 200_000


def test_every_part_of_the_table_reads() -> None:
    count = len(Lines("places-records.zst"))
    assert {record(number).kind for number in range(0, count, 53)} <= {"country", "admin1", "admin2", "city", "region", "sea"}
    assert record(0).weight >= record(count - 1).weight


def test_regions_are_sorted_and_in_the_table() -> None:
    rows = [line.split("\t") for line in DATA.joinpath("places-regions.tsv").read_text("utf8").splitlines()[1:]]
    assert all(len(row) == 7 for row in rows)
    assert [row[0].lower() for row in rows] == sorted(row[0].lower() for row in rows)
    for row in rows:
        assert any(found.name == row[0] for found, _ in named(key(row[0]))), row[0]


def test_it_is_small_and_says_whose_data_it_is() -> None:
    size = sum(len(DATA.joinpath(name).read_bytes()) for name in ("places-names.zst", "places-records.zst", "places-regions.tsv"))
    assert size < 8_000_000
    assert "GeoNames" in DATA.joinpath("NOTICE-places.txt").read_text("utf8")
