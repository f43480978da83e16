"""HTML to canonical text and blocks."""

from __future__ import annotations

import pytest

from khaldun.errors import Rejected
from khaldun.pages import read
from khaldun.records import Page


def page(body: str) -> Page:
    return read(f"<!doctype html><html><body>{body}</body></html>".encode(), uri="http://news.example/a")


def test_blocks_are_lines_and_white_space_is_drawn_together() -> None:
    found = page("<h1>A  border\n opens</h1><p>One <b>two</b>\tthree.</p><div>Four<span>teen</span></div>")
    assert found.text == "A border opens\nOne two three.\nFourteen"
    assert [block.tag for block in found.blocks] == ["h1", "p", "div"]
    assert [found.text[block.start : block.end] for block in found.blocks] == found.text.split("\n")


def test_breaks() -> None:
    found = page("<p>one<br>two<br><br>three</p>")
    assert found.text == "one\ntwo\nthree"
    assert len(found.blocks) == 2


def test_what_no_reader_sees_is_left_out() -> None:
    found = page("<script>a()</script><style>p {}</style><template><p>x</p></template><p>seen</p><!-- no --><iframe>y</iframe>tail")
    assert found.text == "seen\ntail"


def test_hidden_text_stays_and_is_marked() -> None:
    found = page("<div style='display: none'><p>later</p></div><p hidden>also</p><p>now</p>")
    assert found.text == "later\nalso\nnow"
    assert ["hidden" in block.inside for block in found.blocks] == [True, True, False]


def test_links_and_roles() -> None:
    found = page("<nav class='main-menu'><ul><li><a href=a>World</a></li></ul></nav><article><p>Some text <a href=b>link</a></p></article>")
    menu, text = found.blocks
    assert menu.links == 1.0
    assert {"nav", "menu", "ul"} <= set(menu.inside)
    assert 0.2 < text.links < 0.5
    assert "article" in text.inside
    assert menu.at[:2] == text.at[:2]
    assert menu.at[2] != text.at[2]


def test_preformatted_text_keeps_its_lines() -> None:
    assert page("<pre>one\n  two\n\nthree</pre>").text == "one\ntwo\nthree"


def test_text_after_the_end_is_not_lost() -> None:
    assert page("<p>one</p></body></html><p>two</p>").text == "one\ntwo"


def test_300_levels_keep_their_text() -> None:
    assert page("<div>" * 300 + "deep" + "</div>" * 300 + "<p>after</p>").text == "deep\nafter"


def test_12_mb_in_one_node_are_not_emptied_in_silence() -> None:
    with pytest.raises(Rejected, match="too large"):
        page("<p>" + "word " * 2_300_000)


def test_article_body_of_json_ld_that_is_not_shown_is_part_of_the_text() -> None:
    body = "The envoys met in the harbour and signed the paper. " * 12
    ld = f'<script type="application/ld+json">{{"@type":"NewsArticle","headline":"Paper signed","articleBody":"{body}"}}</script>'
    found = page(ld + "<p>Loading</p>")
    assert found.blocks[-1].tag == "script"
    assert "signed the paper" in found.text
    shown = page(ld + f"<p>{body}</p>")
    assert [block.tag for block in shown.blocks] == ["p"]


def test_what_json_ld_says_of_the_body_is_marked() -> None:
    lines = ["The envoys met in the harbour and signed the paper on Monday.", "The boats went out again in the evening of that day."] * 4
    ld = (
        f'<script type="application/ld+json">{{"@type":"NewsArticle","headline":"Paper signed","articleBody":"{" ".join(lines)}"}}</script>'
    )
    found = page(ld + f"<p>{lines[0]}</p><p>Another text that nobody speaks of elsewhere on the page.</p><p>{lines[1]}</p>")
    assert ["json-ld" in block.inside for block in found.blocks] == [True, False, True]


def test_few_words_beside_a_picture_are_a_figure_under_whatever_name() -> None:
    found = page(
        "<div><div><img src=a></div><div>The harbour at noon</div></div><div><img src=b width=16>The envoys met.</div><p>They signed.</p>"
    )
    assert ["figure" in block.inside for block in found.blocks] == [True, False, False]


def test_elements_of_the_pages_own_are_blocks_among_blocks() -> None:
    found = page("<story-body><story-text>One.</story-text> <story-text>Two.</story-text></story-body><p>A <x-tip>small</x-tip> word.</p>")
    assert found.text == "One.\nTwo.\nA small word."
