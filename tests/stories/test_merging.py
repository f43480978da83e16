"""Events become happenings, whatever their order, and stay what they became."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from khaldun.stories import happenings
from tests.stories.making import count, event, on, party, place, renamed

COUNTRIES = ("MAR", "ESP", "FRA")
DAYS = ("2025-03-03", "2025-03-04", "2025-03-09")
SENTENCES = ("The ministers met in Rabat over fishing licences.", "Talks on fishing were held in Rabat.", "A bomb went off in Madrid.")


@st.composite
def events(draw):
    """A few events that may well be of one happening."""
    found = []
    for number in range(draw(st.integers(0, 7))):
        day = draw(st.sampled_from(DAYS))
        found.append(
            event(
                f"e{number}",
                draw(st.sampled_from(("CONSULT", "ASSAULT"))),
                tuple(party(code, code) for code in draw(st.lists(st.sampled_from(COUNTRIES), max_size=1))),
                tuple(party(code, code) for code in draw(st.lists(st.sampled_from(COUNTRIES), max_size=1))),
                words=draw(st.sampled_from(SENTENCES)),
                article=draw(st.sampled_from(("x", "y", "z"))),
                published=day,
                date=draw(st.sampled_from((None, on(day)))),
                place=draw(st.sampled_from((None, place("Rabat"), place("Madrid")))),
                dead=draw(st.sampled_from((None, count(3), count(5)))),
            )
        )
    return found


def members(found):
    return {happening.id: tuple(report.event_id for report in happening.reports) for happening in found}


@given(events(), st.randoms(use_true_random=False))
@settings(max_examples=30, deadline=None)
def test_no_order_shows_through(given_events, dice):
    shuffled = list(given_events)
    dice.shuffle(shuffled)
    assert happenings(given_events) == happenings(shuffled)


@given(events())
@settings(max_examples=30, deadline=None)
def test_every_event_is_in_one_happening(given_events):
    found = [name for reports in members(happenings(given_events)).values() for name in reports]
    assert sorted(found) == sorted(e.id for e in given_events)


@given(events())
@settings(max_examples=30, deadline=None)
def test_doing_it_again_changes_nothing(given_events):
    once = happenings(given_events)
    of = {report.event_id: happening.id for happening in once for report in happening.reports}
    linked = [renamed(e, happening_id=of[e.id]) for e in given_events]
    assert members(happenings(linked)) == members(once)


@given(events(), st.integers(0, 7))
@settings(max_examples=30, deadline=None)
def test_what_comes_later_parts_nothing(given_events, count_):
    before = members(happenings(given_events[:count_]))
    of = {name: happening for happening, names in before.items() for name in names}
    after = members(happenings([renamed(e, happening_id=of.get(e.id)) for e in given_events]))
    assert all(set(names) <= set(after[happening]) for happening, names in before.items())


def test_the_next_days_talks_are_another_happening():
    sides = ((party("Benhima", "MAR"),), (party("Ferrandiz", "ESP"),))
    monday = [event(f"m{n}", "CONSULT", *sides, date=on("2025-03-03"), words="Benhima and Ferrandiz met on Monday.") for n in range(3)]
    tuesday = [event(f"t{n}", "CONSULT", *sides, date=on("2025-03-04"), words="Benhima and Ferrandiz met on Tuesday.") for n in range(2)]
    assert sorted(len(h.reports) for h in happenings(monday + tuesday)) == [2, 3]


def test_three_later_five_dead_is_one_happening():
    where = place("Kandahar", "AFG", (31.6, 65.7))
    told = [
        event(
            f"e{dead}", "ASSAULT", (), (party("police station", "AFG"),), words="A car bomb exploded at a police station in Kandahar.",
            place=where, dead=count(dead), published=f"2025-03-0{day}", date=on("2025-03-06"),
        )
        for dead, day in ((3, 6), (5, 6), (9, 7))
    ]  # fmt: skip
    (happening,) = happenings(told)
    assert (happening.figures["dead"].low, happening.figures["dead"].high) == (3, 9)
    assert happening.figures["dead"].latest.count.low == 9


def test_nothing_gives_nothing():
    assert happenings([]) == ()
