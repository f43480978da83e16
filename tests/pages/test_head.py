"""Metadata: each claim with the rule that read it."""

from __future__ import annotations

from khaldun.pages import read
from khaldun.records import Metadata

PAGE = """<!doctype html><html lang="en-GB"><head><title>Border opens - The Daily Harbour</title>
<meta property="og:title" content="Border opens"><meta property="og:site_name" content="The Daily Harbour">
<meta property="article:published_time" content="2024-07-12T09:00:00Z"><meta property="article:section" content="World">
<script type="application/ld+json">{"@graph":[{"@type":["NewsArticle"],"headline":"Border opens","datePublished":"2024-07-12T08:00:00Z",
"dateModified":"2024-07-13","author":[{"name":"Ada Writer"},{"name":"Ben Writer"}]}]}</script></head>
<body><time datetime="2024-07-12">12 July</time><p>Text of the page.</p></body></html>"""


def test_everything_that_a_page_says_of_itself() -> None:
    found = read(PAGE.encode(), uri="http://news.example/a").metadata
    assert ("Border opens", "json-ld headline") in found.titles
    assert ("Border opens - The Daily Harbour", "title element") in found.titles
    assert found.dates[0] == ("2024-07-12T08:00:00Z", "json-ld datePublished")
    assert ("2024-07-12T09:00:00Z", "meta article:published_time") in found.dates
    assert ("2024-07-12", "time element") in found.dates
    assert found.authors == ("Ada Writer", "Ben Writer")
    assert (found.site, found.section, found.language) == ("The Daily Harbour", "World", "en-gb")


def test_the_envelope_comes_first() -> None:
    given = Metadata(titles=(("Given", "field title"),), authors=("C",), language="de")
    found = read(PAGE.encode(), uri="http://news.example/a", metadata=given).metadata
    assert found.titles[0] == ("Given", "field title")
    assert found.authors == ("C",)
    assert found.language == "de"
    assert found.site == "The Daily Harbour"
