"""What a happening lists."""

from __future__ import annotations

import pytest

from khaldun.records import Assertion
from khaldun.stories.gathering import gathered, outlet
from tests.stories.making import count, event, on, party, place

BRITAIN = party("Britain", "GBR", actor_id="gbr", kind="country")


def voice(name: str, stance: str) -> Assertion:
    return Assertion(name, 0, len(name), None, None, None, stance, "s")


def test_reports_are_in_the_order_of_publication():
    found = gathered("h", [event("late", published="2025-03-09"), event("early", published="2025-03-01"), event("never", published=None)])
    assert [report.event_id for report in found.reports] == ["early", "late", "never"]
    assert found.sources == ("early.example", "late.example", "never.example")


def test_figures_keep_the_earliest_and_the_latest():
    found = gathered(
        "h", [event("b", dead=count(5), published="2025-03-05"), event("a", dead=count(3)), event("c", published="2025-03-06")]
    )
    toll = found.figures["dead"]
    assert (toll.earliest.event_id, toll.latest.event_id, toll.low, toll.high) == ("a", "b", 3, 5)
    assert "injured" not in found.figures


def test_days_are_those_on_which_the_dated_reports_agree():
    found = gathered("h", [event("a", date=on("2025-03-01", "2025-03-03")), event("b", date=on("2025-03-03", "2025-03-05")), event("c")])
    assert (found.from_, found.to) == ("2025-03-03", "2025-03-03")


def test_each_party_stands_once_and_the_best_place():
    found = gathered(
        "h",
        [
            event("a", "CONSULT", (BRITAIN,), place=place("Iraq", "IRQ", precision="country")),
            event("b", "CONSULT", (BRITAIN,), place=place("Basra", "IRQ")),
        ],
    )
    assert found.actors == (BRITAIN,)
    assert found.place.text == "Basra"


def test_who_confirms_and_who_denies():
    told = event("a", asserted_by=(voice("the army", "asserts"), voice("rebels", "denies"), voice("a witness", "alleges")))
    not_so = event("b", status="negated", asserted_by=(voice("the governor", "asserts"),))
    found = gathered("h", [told, not_so])
    assert [v.text for v in found.confirmed_by] == ["the army"]
    assert [v.text for v in found.denied_by] == ["rebels", "the governor"]


def test_copies_stand_beside_their_report():
    found = gathered("h", [event("a")], {"article of a": ["b.txt", "c.txt"]})
    assert found.reports[0].copies == ("b.txt", "c.txt")


@pytest.mark.parametrize(
    ("uri", "host"), [("https://www.a.example/x", "a.example"), ("pages/a.txt", None), ("http://[bad", None), ("", None)]
)
def test_an_outlet_is_a_host(uri, host):
    assert outlet(uri) == host
