"""Where phrases are: the place and the rule, and what stays unknown."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from khaldun.places import locate
from khaldun.places.spelling import key, keys
from khaldun.places.table import named
from khaldun.records import Place, Span


def at(text: str, hint: str | tuple[str, ...] | None = None) -> Place:
    return locate(Span(text, 7, 7 + len(text)), hint=hint)


@pytest.mark.parametrize(
    ("phrase", "name", "country", "admin1", "precision"),
    [
        ("El Fasher, North Darfur, Sudan", "El Fasher", "SDN", "North Darfur", "city"),
        ("the Gaza Strip", "Gaza Strip", "PSE", None, "region"),
        ("off the coast of Yemen", "Yemen", "YEM", None, "country"),
        ("Washington", "Washington", "USA", "District of Columbia", "city"),
        ("Georgia", "Georgia", "GEO", None, "country"),
        ("Atlanta, Georgia", "Atlanta", "USA", "Georgia", "city"),
        ("Tbilisi, Georgia", "Tbilisi", "GEO", "Tbilisi", "city"),
        ("Portland, Ore.", "Portland", "USA", "Oregon", "city"),
        ("the Syrian city of Aleppo", "Aleppo", "SYR", "Aleppo", "city"),
        ("the Syrian capital", "Damascus", "SYR", "Damascus", "city"),
        ("Cox's Bazar", "Cox's Bazar", "BGD", None, "region"),
        ("Khan Younis in southern Gaza", "Khan Yunis", "PSE", "Gaza Strip", "city"),
        ("Ukraine's Kharkiv region", "Kharkiv Oblast", "UKR", "Kharkiv Oblast", "admin1"),
        ("Kiev", "Kyiv", "UKR", "Kyiv City", "city"),
        ("Odessa", "Odesa", "UKR", "Odesa Oblast", "city"),
        ("Kharkov", "Kharkiv", "UKR", "Kharkiv Oblast", "city"),
        ("Sana'a", "Sanaa", "YEM", "Sanaa", "city"),
        ("Damascus International Airport", "Damascus", "SYR", "Damascus", "city"),
        ("the Damascus suburb of Jaramana", "Jaramana", "SYR", "Rif Dimashq", "city"),
        ("South Sudan", "South Sudan", "SSD", None, "country"),
        ("Belarusian territory", "Belarus", "BLR", None, "country"),
        ("northern Kosovo", "Kosovo", "KOS", None, "country"),
        ("London, Ontario", "London", "CAN", "Ontario", "city"),
    ],
)
def test_known_places(phrase: str, name: str, country: str, admin1: str | None, precision: str) -> None:
    place = at(phrase)
    assert (place.name, place.country, place.admin1, place.precision) == (name, country, admin1, precision)
    assert place.latitude is not None
    assert place.longitude is not None


def test_the_span_is_kept_and_cities_have_their_id_and_degrees() -> None:
    place = at("Kyiv")
    assert (place.text, place.start, place.end, place.geonames_id) == ("Kyiv", 7, 11, 703448)
    assert (place.latitude, place.longitude) == (50.4547, 30.5238)


def test_the_countries_of_the_article_decide_between_namesakes() -> None:
    assert at("Georgia", "USA").precision == "admin1"
    assert at("Georgia", ("RUS", "GEO")).country == "GEO"
    assert (at("Tripoli").country, at("Tripoli", ("LBN",)).country) == ("LBY", "LBN")


def test_the_sea_lies_in_no_country() -> None:
    place = at("the Red Sea")
    assert (place.name, place.country, place.rule) == ("Red Sea", None, "sea or strait")


@pytest.mark.parametrize("phrase", ["an undisclosed location", "outside parliament", "Qwxyzzy", "", "  ,;", "the airfield"])
def test_what_no_list_knows_is_null_with_the_reason(phrase: str) -> None:
    place = at(phrase)
    assert (place.name, place.country, place.latitude, place.precision) == (None, None, None, "unknown")
    assert place.rule in ("no list knows it", "no words")


def test_an_unknown_village_gets_the_place_around_it() -> None:
    place = at("a village in North Darfur, Sudan")
    assert (place.name, place.precision) == ("North Darfur", "admin1")
    assert place.rule.startswith("not known itself")


def test_a_border_is_in_neither_country() -> None:
    assert at("the border between Sudan and Chad").rule == "between two countries"


def test_names_of_many_spellings_have_one_key() -> None:
    assert key("Şana‘ā'") == key("Sana'a") == "sanaa"
    assert keys("the Al-Hasakah") == ["al hasakah", "hasakah"]
    assert named("no such key") == []


@settings(deadline=None)
@given(st.text(max_size=60), st.one_of(st.none(), st.text(max_size=3), st.lists(st.text(max_size=3)).map(tuple)))
def test_any_text_is_taken(text: str, hint: str | tuple[str, ...] | None) -> None:
    place = at(text, hint)
    assert place.text == text
    assert place.rule


@settings(deadline=None)
@given(
    st.lists(
        st.sampled_from(
            "the northern city of Aleppo Syria , in Ukraine's region near Kyiv and Georgia Texas ( ) al-Bab coast off Sudan".split(" ")
        ),
        max_size=9,
    )
)
def test_any_phrase_gives_a_whole_place_or_none(words: list[str]) -> None:
    place = at(" ".join(words))
    assert (place.name is None) == (place.precision == "unknown")
    assert (place.latitude is None) == (place.longitude is None)
    if place.latitude is not None and place.longitude is not None:
        assert -90 <= place.latitude <= 90
        assert -180 <= place.longitude <= 180


def test_an_adjective_is_its_nation_not_the_village_that_bears_it() -> None:
    text = "Argentine capital"
    found = locate(Span(text, 0, len(text)))
    assert (found.name, found.country) == ("Buenos Aires", "ARG")
