"""A copy keeps what only it says."""

from __future__ import annotations

from khaldun.records import Span
from khaldun.stories import as_copy
from tests.stories.making import coded, event, party, renamed, statement


def test_what_the_first_says_already_is_left_out():
    old, new = event("old", words="Three people died, police said."), event("new", words="Later five people were dead.")
    said = statement("s", party("police"), about=old)
    said = type(said)(**{f: getattr(said, f) for f in said.__struct_fields__ if f != "evidence"}, evidence=old.evidence)
    copy = coded("Three people died, police said. Later five people were dead.", events=(old, new))
    copy = type(copy)(copy.article, copy.page, (), (), (said,), (old, new))
    found = as_copy(copy, "first", "THREE people died , police said.\nNothing else.")
    assert found.copy_of == "first"
    assert found.events == (new,)
    assert found.statements == ()


def test_a_statement_stays_with_the_new_event_that_rests_on_it():
    new = event("new", words="Later five people were dead.")
    said = statement("s", party("police"), about=new)
    voice = party("police")
    asserted = renamed(new, asserted_by=(_assertion(voice, said.id),))
    copy = coded("They said so. Later five people were dead.", events=(asserted,))
    copy = type(copy)(copy.article, copy.page, (), (), (said,), (asserted,))
    found = as_copy(copy, "first", "They said so.")
    assert [s.id for s in found.statements] == ["s"]
    assert found.statements[0].events == ("new",)


def test_names_of_repeated_paragraphs_are_left_out():
    from khaldun.records import Mention, Who

    who = Who("Britain", "country", "GBR", (), None, "name")
    copy = coded("Britain acted.")
    copy = type(copy)(copy.article, copy.page, (Mention("Britain", 0, 7, "place", who),), (), (), ())
    assert as_copy(copy, "first", "Yes. Britain acted.").names == ()
    assert len(as_copy(copy, "first", "France acted.").names) == 1


def _assertion(who, statement_id):
    from khaldun.records import Assertion

    return Assertion(who.text, who.start, who.end, None, None, None, "asserts", statement_id)


def test_a_span_is_left_as_it_was():
    copy = coded("Britain acted.")
    assert as_copy(copy, "first", "Britain acted.").article.body == (Span("Britain acted.", 0, 14),)
