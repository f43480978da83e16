"""Every hostile case ends as a page with its words, or with a reason; none crashes, hangs or is lost in silence."""

from __future__ import annotations

import time
from pathlib import Path

import pytest

from khaldun.articles import split
from khaldun.errors import InputError
from khaldun.pages import Broken, Input, Skipped, inputs, read
from khaldun.records import Page
from tests.hostile import archive_cases, markup_cases, text_cases
from tests.hostile.cases import Case

CASES = [*markup_cases.CASES, *text_cases.CASES, *archive_cases.CASES]


def test_there_are_enough_cases_with_names_of_their_own() -> None:
    names = [case.name for case in CASES]
    assert len(names) == len(set(names)) >= 150


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_hostile(case: Case, tmp_path: Path) -> None:
    path = tmp_path / case.file
    path.write_bytes(case.build())
    start = time.process_time()
    pages, reasons, skipped = _run(path)
    assert time.process_time() - start < case.seconds
    assert all(reasons)
    assert pages or reasons or skipped or case.outcome == "nothing"
    if case.outcome == "coded":
        assert any(case.words in page.text for page in pages), reasons
        if case.article:
            assert any(split(page).articles for page in pages)
    elif case.outcome == "refused":
        assert reasons
        assert not pages


def _run(path: Path) -> tuple[list[Page], list[str], list[Skipped]]:
    """The pages that a file gives, the reasons for what it does not give, and what was skipped."""
    pages: list[Page] = []
    reasons: list[str] = []
    skipped: list[Skipped] = []
    for item in inputs([path]):
        if isinstance(item, Input):
            try:
                page = read(item.data, uri=item.uri, media_type=item.media_type, charset=item.charset, metadata=item.metadata)
            except InputError as error:
                reasons.append(str(error))
            else:
                _check(page)
                pages.append(page)
        elif isinstance(item, Broken):
            reasons.append(item.reason)
        else:
            skipped.append(item)
    return pages, reasons, skipped


def _check(page: Page) -> None:
    """A page's text can be stored and its spans hold."""
    page.text.encode("utf-8")
    assert "\0" not in page.text
    found = split(page)
    for article in found.articles:
        for span in (*article.body, *article.title_copies, *([article.title] if article.title else [])):
            assert page.text[span.start : span.end] == span.text
