"""Markup made harmless before a parser sees it, in one pass over its tags.

Parsers lose text in silence, or take quadratic time, on what no honest page has: thousands of nested elements, a tag of many
kilobytes. Such tags are taken out; the text between them stays.
"""

from __future__ import annotations

import re

MOST_NESTED = 200
LONGEST_TAG = 16_384
_TAG = re.compile(r"<(/?)([a-zA-Z][a-zA-Z0-9:-]*)")
_LONG_TAG = re.compile(rf"<(/?[a-zA-Z][a-zA-Z0-9:-]*)(?=[\s/])[^>]{{{LONGEST_TAG},}}(?:>|$)")
_EARLY_END = re.compile(r"</(?:body|html)\s*>", re.I)
_RAW = ("script", "style", "textarea", "title", "xmp")
_NEVER_NEST = frozenset(
    {
        "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track", "wbr", "p", "li",
        "dt", "dd", "option", "optgroup", "tr", "td", "th", "thead", "tbody", "tfoot", "colgroup", "rt", "rp", "html", "head", "body",
        "path", "use", "circle", "rect", "line", "polygon", "polyline", "ellipse", "stop", "image",
    }
)  # fmt: skip
_BLOCKS = frozenset(
    {
        "div", "section", "article", "aside", "nav", "main", "table", "ul", "ol", "dl", "blockquote", "form", "fieldset", "center",
        "figure", "header", "footer",
    }
)  # fmt: skip


def screened(markup: str) -> str:
    """`markup` with overlong tags stripped of their attributes and nesting beyond `MOST_NESTED` taken out.

    So are the tags that end the page: text may follow them all the same.
    """
    markup = _EARLY_END.sub("", markup)
    if len(markup) > LONGEST_TAG:
        markup = _LONG_TAG.sub(r"<\1>", markup)
    return flattened(markup) if _may_nest_deeply(markup) else markup


def _may_nest_deeply(markup: str) -> bool:
    """A quick look: whether opening tags ever outnumber closing ones by more than the limit."""
    depth = 0
    for close, name in _TAG.findall(markup):
        if name.lower() in _NEVER_NEST:
            continue
        depth = max(depth - 1, 0) if close else depth + 1
        if depth > MOST_NESTED:
            return True
    return False


def flattened(markup: str) -> str:
    """`markup` without the tags that lie deeper than `MOST_NESTED`; a block's tag leaves a line break behind."""
    out: list[str] = []
    open_tags: list[str] = []
    counts: dict[str, int] = {}
    done = 0
    tag = _TAG.search(markup)
    while tag:
        closing, name = bool(tag[1]), tag[2].lower()
        end = _end_of_tag(markup, tag.end())
        if name in _RAW:
            end = end if closing else _end_of_raw(markup, name, end)
        elif name not in _NEVER_NEST and not _keep(closing, name, open_tags, counts):
            out += (markup[done : tag.start()], "<br>" if name in _BLOCKS else "")
            done = end
        tag = _TAG.search(markup, end)
    return "".join(out) + markup[done:]


def _keep(closing: bool, name: str, open_tags: list[str], counts: dict[str, int]) -> bool:
    """Follow a tag on the stack of open elements; False for a tag that is to go."""
    if not closing:
        if len(open_tags) >= MOST_NESTED:
            return False
        open_tags.append(name)
        counts[name] = counts.get(name, 0) + 1
        return True
    if not counts.get(name):
        return False
    while open_tags:
        last = open_tags.pop()
        counts[last] -= 1
        if last == name:
            break
    return True


def _end_of_tag(markup: str, start: int) -> int:
    end = markup.find(">", start)
    return len(markup) if end < 0 else end + 1


def _end_of_raw(markup: str, name: str, start: int) -> int:
    """Where the raw text of a script or style ends: no tag inside it counts."""
    found = re.compile(rf"</{name}\b", re.I).search(markup, start)
    return found.start() if found else len(markup)
