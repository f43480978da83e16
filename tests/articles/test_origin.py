"""Bylines, agencies and datelines."""

from __future__ import annotations

import pytest

from khaldun.articles import origin


@pytest.mark.parametrize(
    ("line", "place", "agency"),
    [
        ("LISSEN, Arvania (AP) — Envoys signed the agreement.", "LISSEN, Arvania", "AP"),
        ("LISSEN (Reuters) - Envoys signed the agreement.", "LISSEN", "Reuters"),
        ("PORT ORM — Envoys signed the agreement.", "PORT ORM", None),
        ("Lissen, July 12 (Xinhua) -- Envoys signed the agreement.", "Lissen, July 12"[:6], "Xinhua"),
        ("(Reuters) - Envoys signed the agreement.", None, "Reuters"),
        ("(AP) — Envoys signed the agreement.", None, "AP"),
        ("Lissen is a town — and a harbour.", None, None),
        ("Envoys signed the agreement.", None, None),
    ],
)
def test_datelines(line: str, place: str | None, agency: str | None) -> None:
    found, name = origin.dateline(line, [(0, len(line))])
    assert (found.text if found else None, name) == (place, agency)
    assert found is None or line[found.start : found.end] == found.text


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("By Ada Writer", "Ada Writer"),
        ("BY ADA WRITER AND BEN CLERK", "ADA WRITER AND BEN CLERK"),
        ("By Ada Writer and Ben Clerk, Staff Reporters", "Ada Writer and Ben Clerk"),
        ("Written by Ada Writer on July 12, 2024", "Ada Writer"),
        ("by: Ada van der Berg | 12 July", "Ada van der Berg"),
        ("Published July 12", None),
    ],
)
def test_bylines(line: str, names: str | None) -> None:
    found = origin.byline(line, [(0, len(line))], ())
    assert (found.text if found else None) == names


def test_a_declared_author_is_found_in_the_text() -> None:
    found = origin.byline("Ada Writer, Lissen", [(0, 18)], ("Ada Writer",))
    assert found is not None
    assert found.text == "Ada Writer"


@pytest.mark.parametrize(
    ("line", "agency"),
    [
        ("Reuters", "Reuters"),
        ("By Reuters", "Reuters"),
        ("AFP | 3 May", "AFP"),
        ("The Associated Press", "AP"),
        ("Source: Xinhua News Agency", "Xinhua"),
        ("TT", None),
        ("Ada Writer", None),
    ],
)
def test_agencies(line: str, agency: str | None) -> None:
    assert origin.agency_in([line]) == agency


def test_an_agency_credited_at_the_end() -> None:
    assert origin.agency_credited("Envoys met in Lissen. (Reuters)") == "Reuters"
    assert origin.agency_credited("Envoys met in Lissen, Reuters reported.") == "Reuters"
    assert origin.agency_credited("Envoys met, according to the AFP, in Lissen.") == "AFP"
    assert origin.agency_credited("Envoys met in Lissen.") is None
    assert origin.agency_credited("The minister told Reuters that she would go.") is None
