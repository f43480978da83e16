"""Reference within an article, on sentences of our own without trees: names and words are enough."""

import re

from khaldun.actors import identify, resolve
from khaldun.records import Article, Name, Reading, Saying, Sentence, Span, Word

WORD = re.compile(r"\w+(?:-\w+)*|'s|[^\w\s]")


def reading(*lines, names=(), sayings=()):
    """An article of one sentence a line; `names` are (text, kind)."""
    sentences, spans, start = [], [], 0
    for line in lines:
        words = tuple(Word(start + m.start(), start + m.end(), "X", -1, "dep") for m in WORD.finditer(line))
        found = tuple(
            Name(text, start + m.start(), start + m.end(), kind)
            for text, kind in names
            for m in re.finditer(rf"\b{re.escape(text)}\b", line)
        )
        said = tuple(saying for saying in sayings if start <= saying.cue.start < start + len(line))
        sentences.append(Sentence(start, start + len(line), "body", 0, words, tuple(sorted(found, key=lambda n: n.start)), (), said))
        spans.append(Span(line, start, start + len(line)))
        start += len(line) + 1
    return Article("a", "p", 0, None, tuple(spans)), Reading("a", tuple(sentences))


def meant(mentions, text):
    """Antecedents of the mentions with a text, or the words of the mention where it is its own."""
    return [mention.antecedent.text if mention.antecedent else None for mention in mentions if mention.text == text]


def test_a_short_name_an_acronym_and_a_description():
    article, read = reading(
        "The International Atomic Energy Agency (IAEA) met in Vienna.",
        "The agency said that it had found nothing.",
        "IAEA inspectors left.",
        names=(("International Atomic Energy Agency", "organisation"), ("IAEA", "organisation"), ("Vienna", "place")),
    )
    found = resolve(article, read, on="2023-03-01")
    assert meant(found, "The agency") == ["International Atomic Energy Agency"]
    assert meant(found, "it") == ["International Atomic Energy Agency"]
    assert [mention.who.country for mention in found if mention.text == "The agency"] == ["UNO"]


def test_pronouns_take_the_person_of_their_gender():
    article, read = reading(
        "Elena Varga met Tomas Hruby on Monday.",
        "She said that he had promised nothing.",
        names=(("Elena Varga", "person"), ("Tomas Hruby", "person")),
    )
    found = resolve(article, read, on="2023-03-01")
    assert meant(found, "She") == ["Elena Varga"]
    assert meant(found, "he") == ["Tomas Hruby"]


def test_both_sides_and_the_two_countries_are_two():
    article, read = reading(
        "Chile and Bolivia argued over a river.",
        "The two countries have no ambassadors.",
        "Both sides will meet.",
        names=(("Chile", "place"), ("Bolivia", "place")),
    )
    found = resolve(article, read, on="2021-03-29")
    assert meant(found, "The two countries") == ["Chile", "Bolivia"]
    assert [mention.who.country for mention in found if mention.text == "Both sides"] == ["CHL", "BOL"]


def test_what_a_pronoun_owns_is_of_its_owner_s_country():
    article, read = reading("Ethiopia closed the border.", "Its forces moved north.", names=(("Ethiopia", "place"),))
    found = resolve(article, read, on="2021-03-29")
    forces = next(mention for mention in found if mention.text == "Its forces")
    assert (forces.who.country, forces.who.sectors, forces.antecedent.text) == ("ETH", ("MIL",), "Ethiopia")


def test_nobody_named_is_unknown_with_the_reason():
    article, read = reading("He left.")
    (he,) = resolve(article, read, on=None)
    assert (he.who.kind, he.who.country, he.antecedent) == ("unknown", None, None)
    assert he.who.rule.startswith("no antecedent")


def test_i_in_a_quotation_is_the_speaker():
    line = "Elena Varga said: I resign."
    saying = Saying(Span("said", 12, 16), "asserts", 1.0, (Span("Elena Varga", 0, 11),), (Span("I resign", 18, 26),))
    article, read = reading(line, names=(("Elena Varga", "person"),), sayings=(saying,))
    assert meant(resolve(article, read, on=None), "I") == ["Elena Varga"]


def test_spans_say_what_the_page_says():
    article, read = reading("Kenya's police shot at the crowd.", "They fled.", names=(("Kenya", "place"),))
    text = "\n".join(span.text for span in article.body)
    for mention in resolve(article, read, on="2024-06-25"):
        assert text[mention.start : mention.end] == mention.text
        assert mention.antecedent is None or text[mention.antecedent.start : mention.antecedent.end] == mention.antecedent.text


def test_identify_gives_an_actor_span_its_party():
    article, read = reading("Ethiopia closed the border.", "It moved north.", names=(("Ethiopia", "place"),))
    mentions = resolve(article, read, on="2021-03-29")
    ((who, antecedent),) = identify(28, 30, "It", mentions, on="2021-03-29")
    assert (who.country, antecedent.text) == ("ETH", "Ethiopia")
    ((who, antecedent),) = identify(100, 120, "Lebanese army spokesman", mentions, on="2021-03-29")
    assert (who.country, who.sectors, antecedent) == ("LBN", ("MIL",), None)
