from khaldun.events.relays import passed_on
from khaldun.records import Saying, Sentence, Span


def read(text: str, cue: str, source: str, content: str) -> Saying:
    def span(words: str) -> Span:
        return Span(words, text.index(words), text.index(words) + len(words))

    saying = Saying(span(cue), "asserts", 0.9, (span(source),), (span(content),))
    (found,) = passed_on(text, Sentence(0, len(text), "body", 0, (), sayings=(saying,)))
    return found


def test_who_is_quoted_speaks_and_who_quotes_passes_on() -> None:
    found = read("The Mehr agency quoted Grossi as saying he would travel.", "saying", "The Mehr agency", "he would travel")
    assert (found.cue.text, found.source[0].text, found.relay[0].text) == ("quoted", "Grossi", "The Mehr agency")


def test_the_passive_says_the_same() -> None:
    found = read("Grossi was quoted by Mehr as saying he would travel.", "quoted", "Grossi", "he would travel")
    assert (found.source[0].text, found.relay[0].text) == ("Grossi", "Mehr")


def test_a_plain_saying_stays() -> None:
    found = read("Grossi said he would travel.", "said", "Grossi", "he would travel")
    assert (found.cue.text, found.relay) == ("said", ())
