"""What speaks for one act, and what against."""

from __future__ import annotations

import pytest

from khaldun.ontology import ontology
from khaldun.stories.sameness import rules, sameness
from khaldun.stories.telling import telling
from tests.stories.making import count, event, on, party, place, renamed

MOROCCO, SPAIN = party("Moroccan minister", "MAR", sectors=("GOV",)), party("Spanish minister", "ESP", sectors=("GOV",))
MET = event("a", "CONSULT", (MOROCCO,), (SPAIN,), words="The Moroccan and Spanish ministers met in Rabat on Monday.", date=on("2025-03-03"))
BOMB = event("b", "ASSAULT", (), (party("police station", "AFG"),), words="A car bomb killed three in Kandahar.", place=place("Kandahar"))


def points(one, other):
    return sameness(telling(one), telling(other), {})


def test_the_same_act_in_two_articles():
    assert points(MET, renamed(MET, id="c", article_id="c")) > 0


def test_what_both_do_may_be_told_in_either_order():
    assert points(MET, renamed(MET, id="c", article_id="c", actors=MET.recipients, recipients=MET.actors)) > 0


def test_an_attack_may_not():
    hit = renamed(MET, type="ASSAULT")
    assert points(hit, renamed(hit, id="c", actors=MET.recipients, recipients=MET.actors)) is None


@pytest.mark.parametrize(
    "other",
    [
        renamed(MET, type="AGREE"),
        renamed(MET, date=on("2025-03-04")),
        renamed(MET, recipients=(party("French minister", "FRA"),)),
        renamed(MET, status="hypothetical"),
    ],
    ids=["type", "next day", "other country", "only supposed"],
)
def test_what_contradicts(other):
    assert points(MET, other) is None


def test_a_toll_may_rise_but_not_fall():
    three = renamed(BOMB, dead=count(3))
    assert points(three, renamed(BOMB, dead=count(5), published="2025-03-05")) is not None
    assert points(renamed(BOMB, dead=count(9)), renamed(BOMB, dead=count(3), published="2025-03-05")) is None
    assert points(three, renamed(BOMB, dead=count(90), published="2025-03-05")) is None


def test_towns_far_apart_contradict_and_a_suburb_does_not():
    kandahar = renamed(BOMB, place=place("Kandahar", "AFG", (31.62, 65.72)))
    assert points(kandahar, renamed(BOMB, place=place("Herat", "AFG", (34.35, 62.2)))) is None
    assert points(kandahar, renamed(BOMB, place=place("Daman", "AFG", (31.5, 65.8)))) is not None
    assert points(kandahar, renamed(BOMB, place=place("Quetta", "PAK", (30.2, 67.0)))) is None


def test_gunmen_of_a_country_may_be_a_group_across_borders():
    gunmen, group = party("gunmen", "MLI"), party("JNIM", "IMG", actor_id="jnim", kind="organisation")
    assert points(renamed(BOMB, actors=(gunmen,)), renamed(BOMB, actors=(group,))) is not None


@pytest.mark.parametrize("published", [None, "not a day", "2025-13-40"])
def test_an_unknown_day_is_borne(published):
    assert points(event("a", published=None), renamed(event("b", published=None), published=published)) is not None


def test_points_are_mutual():
    assert points(MET, BOMB) == points(BOMB, MET)
    other = renamed(MET, id="c", actors=(party("Rabat", "MAR"),), published="2025-03-05")
    assert points(MET, other) == points(other, MET)


def test_the_rules_name_types_and_modes_of_the_ontology():
    types = ontology().types
    modes = {mode for kind in types.values() for mode in kind.modes}
    assert rules().reciprocal <= types.keys()
    assert all(kin <= modes for kin in rules().kin)
    assert all(key.split()[0] in types and set(key.split()[1:]) <= modes for key in rules().stances)
    assert rules().wandering <= ontology().international.keys()
