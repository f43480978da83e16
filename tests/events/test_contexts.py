from khaldun.events.contexts import _patterns, contexts
from khaldun.ontology import ontology


def test_every_context_has_words() -> None:
    assert set(_patterns()) == set(ontology().contexts)


def test_an_article_gets_the_contexts_its_words_speak_for() -> None:
    body = "Inspectors of the atomic energy agency said enriched uranium was found. The foreign minister summoned the ambassador."
    assert contexts("Nuclear talks stall", body) == ("diplomatic", "cbrn")


def test_a_narrower_context_drives_out_crime() -> None:
    found = contexts(None, "Police said the gang was smuggling cocaine; the murder trial of its leader for drug trafficking began.")
    assert "illegal_drugs" in found
    assert "crime" not in found


def test_plain_text_has_none() -> None:
    assert contexts("A quiet day", "The sun shone on the meadow and the children sang.") == ()
