"""Acts of a hand-made reading become events: parties, figures, dates, and who vouches for them."""

import msgspec

from khaldun.events.coding import assertions, code, when
from khaldun.events.statements import kind
from khaldun.ontology import ontology
from khaldun.records import (
    Act,
    Article,
    DateMention,
    EventDate,
    Page,
    Place,
    Published,
    Reading,
    Saying,
    Sentence,
    Span,
    Statement,
    Who,
)

TEXT = "Reuters reported on Monday that at least 12 soldiers had been killed by rebels. “We deny it,” he said."


def span(words: str, nth: int = 0) -> Span:
    start = -1
    for _ in range(nth + 1):
        start = TEXT.index(words, start + 1)
    return Span(words, start, start + len(words))


def identify(part: Span) -> tuple[Who, ...]:
    return (Who(part.text.title(), "group", None, (), None, "test"),)


def locate(part: Span) -> Place:
    return Place(part.text, part.start, part.end, None, None, None, None, None, None, "unknown", "test")


ACT = Act(
    "ASSAULT", None, "actual", span("killed"), 0.91234567,
    {"actor": (span("rebels"),), "recipient": (span("at least 12 soldiers"),), "dead": (span("at least 12"),), "time": (span("Monday"),)},
)  # fmt: skip
SAYING = Saying(span("reported"), "asserts", 0.9, (span("Reuters"),), (span("at least 12 soldiers had been killed by rebels"),))
SENTENCE = Sentence(0, TEXT.index("“") - 1, "body", 0, (), acts=(ACT,), sayings=(SAYING,))
QUOTE = Saying(span("said"), "denies", 0.8, (span("he"),), (span("“We deny it,”"),))
SECOND = Sentence(TEXT.index("“"), len(TEXT), "body", 0, (), sayings=(QUOTE,))
ARTICLE = Article("a", "p", 0, None, (Span(TEXT, 0, len(TEXT)),), published=Published("2024-07-12", "day", "option"))
PAGE = Page("p", "file:x", "text/plain", "utf-8", TEXT, "", ())
MONDAY = DateMention(
    "Monday", *(lambda s: (s.start, s.end))(span("Monday")), "2024-07-08", "2024-07-08", "day", "weekday", "weekday before"
)


def coded() -> tuple[tuple[Statement, ...], tuple]:  # type: ignore[type-arg]
    return code(
        PAGE, ARTICLE, Reading("a", (SENTENCE, SECOND)),
        identify=identify, locate=locate, dates=(MONDAY,), contexts=("military",), coder="khaldun test", model="sha256:0",
    )  # fmt: skip


def test_an_act_becomes_an_event_with_all_its_fields() -> None:
    _, (event,) = coded()
    assert (event.type, event.mode, event.quad, event.score) == ("ASSAULT", (), 4, -9.0)
    assert [a.text for a in event.actors] == ["rebels"]
    assert event.dead is not None
    assert (event.dead.low, event.dead.high) == (12, None)
    assert event.date is not None
    assert (event.date.text, event.date.from_) == ("on Monday", "2024-07-08")
    assert event.evidence.text == TEXT[: SENTENCE.end]
    assert event.ontology == ontology().version
    assert event.confidence == 0.9123


def test_who_vouches_is_named_and_the_statement_knows_its_events() -> None:
    (reported, denied), (event,) = coded()
    (voice,) = event.asserted_by
    assert (voice.text, voice.stance, voice.statement_id) == ("Reuters", "asserts", reported.id)
    assert reported.events == (event.id,)
    assert (denied.kind, denied.stance, denied.events) == ("direct", "denies", ())


def test_coding_again_gives_the_same_ids() -> None:
    assert coded() == coded()


def test_an_outer_voice_comes_first() -> None:
    said, _ = coded()
    inner = Statement(
        **{**{f: getattr(said[0], f) for f in said[0].__struct_fields__}, "id": "inner", "content": (span("killed by rebels"),)}
    )
    assert [a.statement_id for a in assertions(ACT.trigger, [inner, said[0]])] == [said[0].id, "inner"]


def test_without_a_date_the_day_of_publication_is_a_named_default() -> None:
    bare = Act("AID", None, "actual", span("killed"), 0.9, {})
    found = when(TEXT, bare, SECOND, (), ARTICLE.published)
    assert found is not None
    assert (found.text, found.from_) == (None, "2024-07-12")
    assert found.basis.startswith("default")
    assert when(TEXT, Act("AID", None, "historical", span("killed"), 0.9, {}), SECOND, (), ARTICLE.published) is None


def test_without_a_day_of_publication_the_text_bounds_its_news() -> None:
    bare = msgspec.structs.replace(ACT, roles={})
    between = EventDate(None, None, None, "2019-01-01", "2021-01-20", "span", "inferred: when the text was written (President X in office)")
    assert when(TEXT, bare, SENTENCE, (), None, between) == between
    assert when(TEXT, msgspec.structs.replace(bare, status="future"), SENTENCE, (), None, between) is None
    assert when(TEXT, bare, SENTENCE, (), None) is None


def test_kinds_of_speech() -> None:
    assert kind([Span("“All of it,”", 0, 12)]) == "direct"
    assert kind([Span("that it “would not” do so again and again", 0, 40)]) == "mixed"
    assert kind([Span("that it would not", 0, 17)]) == "indirect"
