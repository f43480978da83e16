"""The shipped tables: sorted, unique, valid."""

import re
from importlib.resources import files
from itertools import pairwise

import pytest

from khaldun.actors import shipped
from khaldun.actors.codes import TWO, countries
from khaldun.actors.entities import COLUMNS, read_entity, write_entity
from khaldun.actors.nations import nations
from khaldun.actors.roles import roles
from khaldun.ontology import ontology

DATA = files("khaldun.data")
DATE = re.compile(r"(\d{4})(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?")
STATES = countries()


def lines(name):
    header, *rows = DATA.joinpath(name).read_text("utf8").removesuffix("\n").split("\n")
    return header, rows


@pytest.fixture(scope="module")
def entities():
    return [read_entity(line) for line in lines("actors.tsv")[1]]


@pytest.mark.parametrize("name", ["actors.tsv", "nations.tsv", "roles.tsv"])
def test_tables_are_sorted_unique_and_square(name):
    header, rows = lines(name)
    firsts = [row.split("\t")[0] for row in rows]
    assert firsts == sorted(set(firsts))
    assert {row.count("\t") for row in rows} == {header.count("\t")}


def test_the_header_names_the_columns():
    assert lines("actors.tsv")[0].split("\t") == list(COLUMNS)


def test_there_are_enough_entities(entities):
    assert len(entities) > 12_000


def test_codes_are_the_ontology_s(entities):
    sectors = set(ontology().sectors)
    for entity in entities:
        assert entity.country in STATES or entity.country is None, entity.id
        assert set(entity.sectors) <= sectors, entity.id
        assert all(set(term.sectors) <= sectors for term in entity.terms), entity.id
        assert entity.kind in ("organisation", "person", "group", "place"), entity.id


def test_dates_are_valid_and_in_order(entities):
    for entity in entities:
        for start, end in ((entity.start, entity.end), *((term.start, term.end) for term in entity.terms)):
            assert all(not date or DATE.fullmatch(date) for date in (start, end)), entity.id
            assert not (start and end) or start[: len(end)] <= end, entity.id


def test_offices_belong_to_states_or_bodies_that_there_are(entities):
    ids = {entity.id for entity in entities}
    for entity in entities:
        for term in entity.terms:
            assert not term.of or term.of in STATES or term.of in ids, (entity.id, term)


def test_every_entity_has_a_source_and_a_name_to_be_found_by(entities):
    for entity in entities:
        assert set(entity.source) <= set("kwlfcp"), entity.id
        assert entity.source, entity.id
        assert entity.aliases, entity.id


def test_lines_are_written_as_they_are_read(entities):
    _, rows = lines("actors.tsv")
    assert all(write_entity(entity) == row for entity, row in zip(entities, rows, strict=True))


def test_one_state_has_one_head_of_each_office_at_a_time():
    gazetteer = shipped()
    for office in ("president", "prime minister", "monarch", "foreign minister", "defence minister"):
        for code in STATES:
            held = [term for term, _ in gazetteer.holders(code, office) if len(term.start) == 10]
            for first, second in pairwise(held):
                assert first.start == second.start or (first.end and first.end[:10] <= second.start) or len(first.end) < 10, (
                    code,
                    office,
                    first,
                    second,
                )


def test_territories_fold_into_states():
    for _, nation in nations().values():
        assert nation.code in STATES
        assert nation.sector in ("", "PRE")


def test_every_sector_and_international_code_can_be_said():
    assert {sector for role in roles().values() for sector in role.sectors} | {"PRE"} == set(ontology().sectors)
    bodies = {read_entity(line).country for line in lines("actors.tsv")[1]}
    assert set(ontology().international) <= bodies


def test_two_letter_codes_lead_to_known_ones():
    assert set(TWO.values()) <= STATES


def test_the_tables_stay_small():
    assert sum(len(DATA.joinpath(name).read_bytes()) for name in ("actors.tsv", "nations.tsv", "roles.tsv", "first_names.tsv")) < 4_000_000
