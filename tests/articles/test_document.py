"""HTML pages to articles."""

from __future__ import annotations

import json

from khaldun.articles import split
from khaldun.pages import read
from khaldun.records import Split
from tests.articles.samples import BORDER, HEADLINES, QUAKE


def article(story: tuple[str, tuple[str, ...]], tag: str = "h1") -> str:
    return f"<{tag}>{story[0]}</{tag}>" + "".join(f"<p>{line}</p>" for line in story[1])


def document(body: str, title: str = BORDER[0]) -> Split:
    return split(
        read(
            f"<!doctype html><html lang=en><head><title>{title}</title></head><body>{body}</body></html>".encode(), uri="http://a.example/"
        )
    )


MENU = "<nav><ul><li><a href=a>World</a><li><a href=b>Sport</a></ul></nav>"
LINKS = "<div class=related><h3>More stories</h3><ul>" + "".join(f"<li><a href=x>{line}</a>" for line in HEADLINES) + "</ul></div>"
COMMENTS = (
    "<section class=comments>"
    + "<p>I have fished there for thirty years and nobody ever asked me about any of this.</p>" * 9
    + "</section>"
)
COOKIES = (
    "<div class='cookie-banner'><p>We use cookies on this site to give you the best experience. By continuing you agree to it.</p></div>"
)
FIGURE = "<figure><img src=a><figcaption>The harbour of Lissen, seen from the old mole on the morning of the signing.</figcaption></figure>"


def lines(found: Split) -> list[str]:
    return [span.text for span in found.articles[0].body]


def test_the_body_is_found_among_the_rest() -> None:
    found = document(
        f"{COOKIES}{MENU}<main><article>{article(BORDER)}{FIGURE}</article>{LINKS}</main>{COMMENTS}<footer>© 2024 The Harbour</footer>"
    )
    assert lines(found) == list(BORDER[1])
    assert found.articles[0].title is not None
    assert found.articles[0].title.text == BORDER[0]
    assert {piece.kind for piece in found.furniture} >= {"cookie", "menu", "related", "comment", "caption", "copyright"}


def test_teaser_cards_do_not_count() -> None:
    text = "{0}, and what this means for all who live in the towns along the coast, our writer explains."
    card = "<div class=item><h2><a href=x>{0}</a></h2><p>" + text + "</p></div>"
    found = document(f"<main><div>{article(BORDER)}</div><div>{''.join(card.format(line) for line in HEADLINES * 3)}</div></main>")
    assert lines(found) == list(BORDER[1])


def test_a_standfirst_outside_the_body_belongs_to_it() -> None:
    lead = "<header><h1>{}</h1><p class=standfirst>Eleven years of dispute over fishing grounds come to an end.</p></header>"
    found = document(f"{lead.format(BORDER[0])}<div><div>{article(BORDER).split('</h1>')[1]}</div></div>")
    assert lines(found)[0].startswith("Eleven years")
    assert lines(found)[1:] == list(BORDER[1])


def test_a_hidden_body_is_still_the_body() -> None:
    assert lines(document(f"<div style='display:none'>{article(BORDER)}</div>{MENU}")) == list(BORDER[1])


def test_a_hidden_copy_is_not() -> None:
    assert lines(document(f"<main>{article(BORDER)}</main><div hidden><p>{' '.join(BORDER[1])}</p></div>")) == list(BORDER[1])


def test_two_articles_under_headings_of_one_rank() -> None:
    found = document(f"<main>{article(BORDER)}{article(QUAKE)}</main>")
    assert [item.title and item.title.text for item in found.articles] == [BORDER[0], QUAKE[0]]
    assert [[span.text for span in item.body] for item in found.articles] == [list(BORDER[1]), list(QUAKE[1])]


def test_subheads_do_not_split() -> None:
    parts = BORDER[1]
    found = document(
        f"<h1>{BORDER[0]}</h1><p>{parts[0]}</p><p>{parts[1]}</p><h2>What the agreement says</h2><p>{parts[2]}</p><p>{parts[3]}</p>"
    )
    assert lines(found) == [parts[0], parts[1], "What the agreement says", parts[2], parts[3]]


def test_a_page_of_links_has_no_article() -> None:
    assert document(MENU + LINKS).articles == ()


def test_a_body_in_json_ld_alone_is_the_article() -> None:
    data = json.dumps({"@type": "NewsArticle", "headline": BORDER[0], "articleBody": "\n".join(BORDER[1])})
    teasers = "".join(f"<div><p>{line}</p></div>" for line in QUAKE[1])
    found = document(f"<script type='application/ld+json'>{data}</script><h1>{BORDER[0]}</h1><div>{teasers}</div>")
    assert lines(found) == list(BORDER[1])


def test_a_longer_text_that_says_nothing_of_the_headline_is_not_the_body() -> None:
    others = "".join(f"<div><h2>Elsewhere</h2><p>{line}</p></div>" for line in QUAKE[1] * 2)
    own = article((BORDER[0], BORDER[1][:3]))
    assert lines(document(f"<div><div>{own}</div><div>{others}</div></div>")) == list(BORDER[1][:3])


def test_what_a_label_heads_is_not_the_body() -> None:
    others = "".join(f"<div><p>{line}</p></div>" for line in QUAKE[1])
    for words in ("You may also like", "Você pode gostar…", "Related articles", "About the author"):
        found = document(f"<article>{article((BORDER[0], BORDER[1][:2]))}<div><h3>{words}</h3>{others}</div></article>")
        assert lines(found) == list(BORDER[1][:2])


def test_a_label_does_not_take_the_rest_of_the_body_along() -> None:
    first, rest = article((BORDER[0], BORDER[1][:2])), "".join(f"<p>{line}</p>" for line in BORDER[1][2:])
    found = document(f"<main><div>{first}</div><div><div><h3>Most read</h3><a href=x>{HEADLINES[0]}</a></div>{rest}</div></main>")
    assert lines(found) == list(BORDER[1])


def test_the_rest_of_a_body_may_be_hidden() -> None:
    rest = "".join(f"<p>{line}</p>" for line in BORDER[1][2:])
    found = document(f"<div>{article((BORDER[0], BORDER[1][:2]))}<div style='display:none'>{rest}</div></div>")
    assert lines(found) == list(BORDER[1])


def test_words_beside_a_picture_are_its_caption() -> None:
    picture = "<div><img src=a><div>The harbour of Lissen on the morning of the signing, seen from the old mole.</div></div>"
    start, end = article((BORDER[0], BORDER[1][:3])), "".join(f"<p>{line}</p>" for line in BORDER[1][3:])
    found = document(f"<div>{start}{picture}{end}</div>")
    assert lines(found) == list(BORDER[1])
    assert "caption" in {piece.kind for piece in found.furniture}


def test_requests_at_the_end_are_not_the_body() -> None:
    end = (
        "<p>Follow Ada Writer on Twitter @adawriter for more from the coast.</p><p>Have a story for us? Write to desk@harbour.example.</p>"
    )
    assert lines(document(f"<div>{article(BORDER)}{end}</div>")) == list(BORDER[1])


def test_a_short_sentence_among_long_ones_in_divs_stays() -> None:
    body = "".join(f"<div>{line}</div>" for line in (BORDER[1][0], "It has not yet been asked.", *BORDER[1][1:]))
    assert lines(document(f"<h1>{BORDER[0]}</h1><div>{body}</div>"))[1] == "It has not yet been asked."
