"""HTML made to break parsers."""

from __future__ import annotations

import json

from tests.hostile.cases import STORY, Case, html, paragraphs

_NESTED = (
    "div",
    "span",
    "b",
    "font",
    "table",
    "ul",
    "blockquote",
    "a",
    "p",
    "li",
    "svg",
    "section",
    "article",
    "form",
    "em",
    "h1",
    "dl",
    "button",
    "custom-tag",
    "object",
)
_UNCLOSED = {
    "comment-after": "<p>{story}</p><!-- never closed <p>lost</p>",
    "script-after": "<p>{story}</p><script>var a = '<p>lost</p>'",
    "style-after": "<p>{story}</p><style>p {{ color: red",
    "title-in-body": "<p>{story}</p><title>never closed",
    "textarea-after": "<p>{story}</p><textarea>never closed",
    "attribute-after": '<p>{story}</p><a href="never closed>text',
    "tag-after": "<p>{story}</p><a href=never",
    "cdata-after": "<p>{story}</p><![CDATA[ never closed",
    "pi-after": "<p>{story}</p><?php never closed",
    "select-before": "<select><option>one<p>{story}</p>",
    "table-before": "<table><tr><td><p>{story}</p>",
    "paragraphs": "<p>{story}<p>{story}<p>{story}",
    "list-items": "<ul><li>one<li>two</ul><p>{story}</p>",
    "doctype-in-body": "<!doctype <p>{story}</p>",
    "noframes": "<p>{story}</p><noframes>",
    "plaintext": "<p>{story}</p><plaintext>",
    "xmp": "<p>{story}</p><xmp>",
    "crossed": "<b><p>{story}</b></p><i><u></i></u>",
    "body-closed-early": "</body></html><p>{story}</p>",
    "two-bodies": "<body><p>first</p></body><body><p>{story}</p></body>",
    "two-documents": "</body></html><!doctype html><html><body><p>{story}</p>",
}
_LD = {
    "deep-lists": "[" * 20_000 + "]" * 20_000,
    "deep-objects": '{"a":' * 20_000 + "1" + "}" * 20_000,
    "wide-list": "[" + ",".join(['{"@type":"NewsArticle","headline":"x"}'] * 30_000) + "]",
    "wide-object": "{" + ",".join(f'"k{number}": [1,2]' for number in range(50_000)) + "}",
    "long-string": json.dumps({"@type": "NewsArticle", "headline": "a" * 900_000}),
    "too-long": json.dumps({"@type": "NewsArticle", "headline": "a" * 3_000_000}),
    "not-json": "{'headline': oops",
    "empty": "",
    "null": "null",
    "number": "1e999",
    "surrogates": '{"@type":"NewsArticle","headline":"\\ud800\\udfff\\udc00"}',
    "nul": '{"@type":"NewsArticle","headline":"a\\u0000b"}',
    "types-of-all-kinds": '{"@type":[1,null,{"a":1},"NewsArticle"],"headline":{"a":[]},"datePublished":7,"author":[[[[]]]]}',
    "graph-in-graph": '{"@graph":[{"@graph":[{"@graph":[{"@type":"NewsArticle","headline":"Border","datePublished":"2024-07-12"}]}]}]}',
    "dates-that-are-none": '{"@type":"NewsArticle","headline":"x","datePublished":"0000-99-99"}',
    "script-in-string": '{"@type":"NewsArticle","headline":"<script>alert(1)</script>"}',
}


def _nested(tag: str, depth: int) -> Case:
    return Case(f"nested-{tag}-{depth}", lambda: html(f"<{tag}>" * depth + paragraphs() + f"</{tag}>" * depth), article=False)


def _with_ld(name: str, text: str) -> Case:
    return Case(f"json-ld-{name}", lambda: html(paragraphs(), f'<script type="application/ld+json">{text}</script>'))


CASES = [
    *(_nested(tag, 50_000) for tag in _NESTED),
    *(_nested("div", depth) for depth in (100, 199, 200, 201, 255, 256, 257, 1_000, 5_000)),
    *(Case(f"unclosed-{name}", lambda body=body: html(body.format(story=STORY))) for name, body in _UNCLOSED.items()),
    *(_with_ld(name, text) for name, text in _LD.items()),
    Case("nested-unclosed", lambda: html("<div>" * 50_000 + paragraphs()), article=False),
    Case("nested-mixed", lambda: html("<div><b><ul><li><i>" * 10_000 + paragraphs()), article=False),
    Case("nested-tables", lambda: html("<table><tr><td>" * 10_000 + paragraphs()), article=False),
    Case("closing-tags-only", lambda: html("</div>" * 100_000 + paragraphs())),
    Case("text-before-deep-nesting", lambda: html(paragraphs() + "<div>" * 50_000 + "end" + "</div>" * 50_000)),
    Case("open-brackets", lambda: html(paragraphs() + "<" * 200_000)),
    Case("tag-starts", lambda: html(paragraphs() + "<a" * 100_000)),
    Case("comment-starts", lambda: html(paragraphs() + "<!--" * 100_000)),
    Case("comments-many", lambda: html("<!-- x -->" * 100_000 + paragraphs())),
    Case("comment-before-all", lambda: b"<!-- " + html(paragraphs()), outcome="either"),
    Case("script-before-all", lambda: b"<script>" + html(paragraphs()), outcome="either"),
    Case("scripts-unclosed-many", lambda: html(paragraphs() + "<script>x" * 20_000)),
    Case("entities-many", lambda: html(paragraphs() + "<p>" + "&amp;" * 200_000 + "</p>")),
    Case("entities-unknown", lambda: html(paragraphs() + "<p>" + "&nosuchthing;" * 20_000 + "</p>")),
    Case("entities-of-nul", lambda: html(paragraphs() + "<p>&#0;&#x0;&#xD800;&#xFFFF;&#x110000;&#99999999999;</p>")),
    Case(
        "entity-declarations",
        lambda: b'<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;">]>' + html(paragraphs() + "<p>&b;&b;</p>"),
    ),
    Case("external-entity", lambda: b'<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]>' + html(paragraphs() + "<p>&a;</p>")),
    Case("attributes-20000", lambda: html(f"<div {' '.join(f'a{n}=1' for n in range(20_000))}>{paragraphs()}</div>")),
    Case("attributes-same-name", lambda: html(f"<div {'a=1 ' * 20_000}>{paragraphs()}</div>")),
    Case("attribute-10-mb", lambda: html(f"<div title='{'x' * 10_000_000}'>{paragraphs()}</div>")),
    Case("attribute-names-long", lambda: html(f"<div {'x' * 1_000_000}=1>{paragraphs()}</div>")),
    Case("class-names-many", lambda: html(f"<div class='{'menu ' * 3_000}'>{paragraphs()}</div>")),
    Case("tag-name-long", lambda: html(f"<{'x' * 1_000_000}>{paragraphs()}")),
    Case("image-data-uri", lambda: html(f"<img src='data:image/png;base64,{'A' * 5_000_000}'>{paragraphs()}")),
    Case("tables-10000", lambda: html("<table><tr><td>cell</td></tr></table>" * 10_000 + paragraphs()), article=False),
    Case("table-of-100000-cells", lambda: html("<table><tr>" + "<td>cell</td>" * 100_000 + "</tr></table>" + paragraphs()), article=False),
    Case("paragraphs-50000", lambda: html(paragraphs() + "<p>a b c.</p>" * 50_000), article=False),
    Case("breaks-200000", lambda: html(paragraphs() + "<br>" * 200_000)),
    Case("links-50000", lambda: html(paragraphs() + "<a href=x>a link here</a> " * 50_000)),
    Case("metas-50000", lambda: html(paragraphs(), "<meta name=a content=b>" * 50_000)),
    Case("scripts-20000", lambda: html(paragraphs() + "<script>1</script>" * 20_000)),
    Case("times-20000", lambda: html(paragraphs() + "<time datetime=x>x</time>" * 20_000)),
    Case("text-node-12-mb", lambda: html(paragraphs() + f"<p>{'word ' * 2_400_000}</p>"), outcome="refused"),
    Case("text-node-2-mb", lambda: html(paragraphs() + f"<p>{'word ' * 400_000}</p>"), article=False),
    Case("word-1-mb", lambda: html(paragraphs() + f"<p>{'x' * 1_000_000}</p>")),
    Case("frameset", lambda: b"<html><frameset><frame src=a></frameset></html>", outcome="refused"),
    Case("only-script", lambda: html("<script>document.write('news')</script>"), outcome="refused"),
    Case("only-comment", lambda: html("<!-- news -->"), outcome="refused"),
    Case("only-images", lambda: html("<img src=a><img src=b>"), outcome="refused"),
    Case("only-entities-of-space", lambda: html("&nbsp;&#8203;&emsp;"), outcome="either", words=""),
    Case("only-tags", lambda: b"<html><head></head><body></body></html>", outcome="refused"),
    Case("nul-in-tags", lambda: html("<p\0>" + paragraphs() + "<di\0v>")),
    Case("svg-text", lambda: html(paragraphs() + "<svg><text>in a drawing</text></svg>")),
    Case("template-and-noscript", lambda: html("<template><p>no</p></template><noscript><p>enable scripts</p></noscript>" + paragraphs())),
    Case("xhtml-with-declaration", lambda: b'<?xml version="1.0" encoding="utf-16"?>' + html(paragraphs())),
    Case(
        "xml-feed",
        lambda: (
            f"<?xml version='1.0'?><rss><channel><item><title>x</title><description>{STORY}</description></item></channel></rss>".encode()
        ),
        article=False,
    ),
    Case("html-named-text", lambda: html(paragraphs()), file="page.txt"),
    Case("text-named-html", lambda: STORY.encode(), file="page.html"),
    Case("math-of-less-than", lambda: f"{STORY} If a < b and b < c then a < c. x<y>z.".encode(), file="page.txt"),
]
