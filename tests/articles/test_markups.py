"""Bodies in the mark-ups of the wild: the pages of benchmarks/markups.py."""

from __future__ import annotations

from statistics import mean

import pytest

from benchmarks.markups import Made, Source, bodies, made, make, score

PAGES = dict(made(held_out=False, each=2))


@pytest.mark.parametrize("name", PAGES)
def test_the_body_is_found(name: str) -> None:
    assert mean(score(page.gold, bodies(page.html)).f1 for page in PAGES[name]) >= 0.75


def test_bodies_are_found_as_a_rule() -> None:
    assert mean(score(page.gold, bodies(page.html)).f1 for pages in PAGES.values() for page in pages) >= 0.98


def test_a_template_is_filled_in() -> None:
    sources = [Source("One", ["a", "b", "c"]), Source("Two & three", ["d"])]
    assert make("{title 2}: {body 2- <p>_</p>}{text 2 <i>_</i>}<h2>[[Own]]</h2>{json}", sources) == Made(
        'Two &amp; three: <p>b</p><p>c</p><i>d</i><h2>Own</h2>"a\\n\\nb\\n\\nc"', ["b", "c", "Own"]
    )
