from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from khaldun.actors import who
from khaldun.ontology import ontology

CASES = Path(__file__).parents[1] / "data" / "who_cases.tsv"


def cases():
    for line in CASES.read_text("utf8").splitlines():
        if not line.startswith("#"):
            yield line.split("\t")


@pytest.mark.parametrize(("phrase", "on", "country", "sectors", "name"), list(cases()))
def test_phrases_are_who_they_are(phrase, on, country, sectors, name):
    found = who(phrase, on=None if on == "-" else on)
    assert found.country == (None if country == "-" else country)
    assert set(found.sectors) == (set() if sectors == "-" else set(sectors.split(",")))
    assert name in ("-", found.name)


def test_an_office_changes_hands():
    assert who("the Iranian president", on="2023-05-01").name == "Ebrahim Raisi"
    assert who("the Iranian president", on="2024-10-01").name == "Masoud Pezeshkian"
    assert who("the Iranian president", on="2024-10-01").rule == "office at date"


def test_without_a_date_an_office_names_nobody():
    found = who("the Iranian president")
    assert (found.name, found.country, found.sectors) == (None, "IRN", ("GOV",))


def test_the_context_gives_the_country_and_the_rule_says_so():
    found = who("the president", on="2015-05-01", country_hint="FRA")
    assert (found.name, found.country) == ("François Hollande", "FRA")
    assert "country of the context" in found.rule


def test_an_unknown_is_null_with_the_reason():
    found = who("a thingamajig")
    assert (found.name, found.kind, found.country, found.sectors, found.actor_id) == (None, "unknown", None, (), None)
    assert found.rule == "no list knows these words"


def test_a_surname_that_a_list_knows_is_not_lent_to_strangers():
    assert who("Cletus Putin Obafemi", on="2020-01-01").name != "Vladimir Putin"


@settings(deadline=None)
@given(st.text(max_size=120))
def test_any_text_is_somebody_or_nobody(text):
    found = who(text, on="2024-01-01")
    assert found.rule
    assert set(found.sectors) <= set(ontology().sectors)
