"""What of an event is compared, and what it only borrows from another event of its article."""

from __future__ import annotations

from khaldun.records import EventDate, Place, Span
from khaldun.stories.merging import happenings
from khaldun.stories.sameness import Rarity, sameness
from khaldun.stories.telling import telling, tellings
from tests.stories.making import count, event, on, party, place, renamed

WORDS = "The ministry summoned the envoy on Saturday over the water cannon incident."
SATURDAY = EventDate("on Saturday", 32, 43, "2025-03-08", "2025-03-08", "day", "weekday")
BALI = Place("Bali", 32, 36, "Bali", "IDN", None, None, None, None, "city", "by hand")


def at(name, words, **given):
    start = WORDS.index(words)
    return renamed(
        event(name, "ASSAULT", words=WORDS, article="a", published="2025-03-08", **given), trigger=Span(words, start, start + len(words))
    )


def points(one, other):
    return sameness(*tellings([one, other]), Rarity())


def test_a_shared_date_belongs_to_the_nearest_trigger():
    summoned, incident = tellings([at("a", "summoned", date=SATURDAY), at("b", "incident", date=SATURDAY)])
    assert summoned.days.told
    assert not incident.days.told
    assert incident.days.first < summoned.days.first


def test_a_shared_place_is_lent():
    assert [told.lent for told in tellings([at("a", "summoned", place=BALI), at("b", "incident", place=BALI)])] == [False, True]


def test_a_date_of_its_own_is_told():
    assert telling(at("a", "incident", date=SATURDAY)).days.told


def test_words_that_give_no_day_leave_the_days_before_publication():
    unclear = EventDate("three days after", 0, 16, None, None, "unknown", "no day")
    days = telling(event(date=unclear, published="2025-03-08")).days
    assert not days.told
    assert days.last - days.first > 2


def test_numbers_in_figures_and_letters_are_alike():
    told = telling(event(words="In 2025 police held fourteen of 1,200 people, three of them hurt.", date=None))
    assert told.numbers == {14, 1200}


def test_a_night_reaches_into_the_next_day():
    hit = event("a", "ASSAULT", (party("Russian", "RUS"),), date=on("2025-03-03", words="overnight"))
    later = renamed(hit, id="b", article_id="b", date=on("2025-03-04"))
    assert points(hit, later) is not None
    assert points(renamed(hit, date=on("2025-03-03")), later) is None


def test_a_number_both_name_forgives_a_figure_in_the_wrong_place():
    hit = event("a", "ASSAULT", words="Eleven died and 30 were hurt.", dead=count(11))
    assert points(hit, renamed(hit, id="b", article_id="b", dead=count(30), published="2025-03-05")) is not None


def test_kin_types_are_one_act_only_across_articles_and_within_a_quad():
    jailed = event("a", "SANCTION", (party("High Court", "ZWE"),), (party("Moyana"),), words="The High Court jailed Moyana in Harare.")
    assert points(jailed, renamed(jailed, id="b", article_id="b", type="COERCE", quad=jailed.quad)) > 0
    assert points(jailed, renamed(jailed, id="b", type="COERCE", quad=jailed.quad)) is None
    assert points(jailed, renamed(jailed, id="b", article_id="b", type="AID", quad=2)) is None


def test_what_happens_every_day_needs_more():
    talks = [event(f"e{n}", "CONSULT", (party("Paris", "FRA"),), (party("Rome", "ITA"),)) for n in range(9)]
    assert points(talks[0], talks[1]) > sameness(*tellings(talks)[:2], Rarity())


def test_an_event_whose_party_was_missed_is_still_found():
    whole = event("a", "ASSAULT", (party("M23", "COD"),), words="The M23 took Masisi on Sunday.", place=place("Masisi"), story_id="s")
    bare = renamed(whole, id="b", article_id="b", actors=())
    assert len(happenings([whole, bare])) == 1
