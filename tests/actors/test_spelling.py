import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from khaldun.actors.spelling import key, keys, tokens


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Khamenei", "Khamene'i"),
        ("Miguel Díaz-Canel", "Miguel Diaz Canel"),
        ("Bashar al-Assad", "Bashar Assad"),
        ("Muhammad Ahmad", "Mohammed Ahmed"),
        ("Volodymyr Zelenskyy", "Volodymyr Zelensky"),
        ("Recep Tayyip Erdoğan", "Recep Tayyip Erdogan"),
        ("the United Nations", "United Nations"),
        ("U.S. Congress", "US Congress"),
        ("Gen. Khalifa Haftar", "General Khalifa Haftar"),
        ("Organisation of Islamic Cooperation", "Organization of Islamic Cooperation"),
    ],
)
def test_spellings_of_one_name_have_one_key(one, other):
    assert key(one) == key(other)


def test_acronyms_keep_their_capitals():
    assert key("WHO") == "WHO"
    assert key("who") == "who"
    assert key("U.S.") == "US"


def test_a_leading_article_is_filed_both_ways():
    assert {"shabaab", "al shabaab"} <= keys("al-Shabaab")


def test_possession_is_told_of_the_owner():
    found = tokens("Syria's oil minister")
    assert [token.word for token in found] == ["syria", "oil", "minister"]
    assert [token.owner for token in found] == [True, False, False]


@settings(deadline=None)
@given(st.text(max_size=80))
def test_any_text_has_tokens_and_a_key(text):
    assert all(token.word and token.written for token in tokens(text))
    assert key(text) == key(text).strip()


@settings(deadline=None)
@given(st.text(alphabet="abcdefghij ABC", max_size=40))
def test_the_key_of_a_key_is_itself(text):
    assert key(key(text)).lower() == key(text).lower()
