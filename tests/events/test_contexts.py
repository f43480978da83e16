import time
from importlib.resources import files

import pytest

from khaldun.events.contexts import contexts, features
from khaldun.events.terms import Terms
from khaldun.ontology import ontology


def test_every_context_has_terms() -> None:
    for label in ontology().contexts:
        assert features()(label, "").size == len(features().names)
        assert f"strong of {label}" in features().names


def test_an_article_gets_the_contexts_its_words_speak_for() -> None:
    body = "Inspectors of the atomic energy agency said enriched uranium was found. The foreign minister summoned the ambassador."
    assert contexts("Nuclear talks stall", body) == ("diplomatic", "cbrn")


@pytest.mark.parametrize(
    ("title", "body", "expected"),
    [
        ("Army shells rebel town", "Artillery of the army shelled the front line; soldiers and tanks advanced.", "military"),
        ("Tariffs on steel raised", "The trade minister raised tariffs on imports; exporters fear for the economy.", "economic"),
        ("Quake kills forty", "The earthquake of magnitude 6 left forty dead; rescuers search the rubble for survivors.", "disasters"),
        ("Cholera outbreak spreads", "Hospitals are full of cholera patients; the health ministry sent doctors and vaccines.", "health"),
    ],
)
def test_plain_cases(title: str, body: str, expected: str) -> None:
    assert expected in contexts(title, body)


def test_plain_text_has_none() -> None:
    assert contexts("A quiet day", "The sun shone on the meadow and the children sang.") == ()
    assert contexts(None, "") == ()


def test_terms_are_whole_words_phrases_and_beginnings() -> None:
    terms = Terms(["army", "air strike*", "cyber*", "rare earth*", "women's"])
    found = terms.counts("The army’s air strikes hit; an ARMY air-strike did not. Cyberattack. Women’s rights. Air. Rare")
    assert found == {"army": 2, "air strike*": 1, "cyber*": 1, "women's": 1}


def test_hostile_text_costs_little() -> None:
    before = time.process_time()
    contexts("x" * 100_000, "army " * 50_000 + "y" * 1_000_000)
    assert time.process_time() - before < 5


def test_the_table_is_small_and_of_the_lists_as_they_are() -> None:
    table = files("khaldun").joinpath("data/contexts.tsv").read_text("utf8")
    names = [line.split("\t")[0] for line in table.splitlines() if "\t" in line]
    assert len(table) < 300_000
    assert not set(names) - set(features().names), "lists have changed: python -m training.contexts"
