"""Countries go into the network under stand-ins."""

from hypothesis import given
from hypothesis import strategies as st

from khaldun.reading.countries import STAND_INS, alike, known


def test_order_of_appearance_decides_and_form_is_kept() -> None:
    words = "Turkish jets hit Syria ; Syrian and Turkish officials met , Iranians did not".split()
    assert list(alike(words)) == "German jets hit Italy ; Italian and German officials met , Egyptians did not".split()


def test_parts_of_compounds_count_and_other_words_stay() -> None:
    assert list(alike(["Russian-backed", "forces", "near", "Paris"])) == ["German-backed", "forces", "near", "Paris"]
    assert list(alike(["NATO", "china", "IRAN", "McIran"])) == ["NATO", "china", "IRAN", "McIran"]


@given(st.lists(st.sampled_from([*sorted(known()), "the", "met", "U.S."]), max_size=30), st.randoms())
def test_other_countries_look_the_same(words: list[str], draw: object) -> None:
    """Exchanging countries one to one changes nothing as long as there are stand-ins for all."""
    countries = list(dict.fromkeys(known()[w][0] for w in words if w in known()))
    names: dict[str, dict[int, str]] = {}
    for word, (country, form) in known().items():
        names.setdefault(country, {}).setdefault(form, word)
    others = [c for c in names if c not in countries and len(names[c]) == 3][: len(countries)]
    new = dict(zip(countries, others, strict=True))
    if len(countries) <= len(STAND_INS):
        exchanged = [names[new[known()[w][0]]][known()[w][1]] if w in known() else w for w in words]
        assert list(alike(exchanged)) == list(alike(words))
