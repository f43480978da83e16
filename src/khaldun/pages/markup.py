"""HTML to canonical text: every visible character, a line a block, with what the markup says of each.

White space is drawn together as a browser does; `<br>` is a line end, two of them a new block. Scripts, styles, templates and the head
are not visible. Elements hidden by attribute or style stay, marked "hidden": scripts often unhide an article.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

import msgspec
from lxml import etree

from khaldun.errors import Rejected
from khaldun.pages.characters import replace_unkeepable
from khaldun.pages.roles import SEMANTIC, role_words
from khaldun.records import Block

_INVISIBLE = frozenset({"script", "style", "template", "head", "title", "meta", "link", "iframe", "datalist"})
_BLOCK = frozenset(
    {
        "html", "body", "audio", "canvas", "video",
        "address", "article", "aside", "blockquote", "button", "caption", "center", "dd", "details", "dialog", "dir",
        "div", "dl", "dt", "fieldset", "figcaption", "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "header",
        "hgroup", "hr", "legend", "li", "main", "menu", "nav", "noscript", "ol", "optgroup", "option", "p", "pre", "search",
        "section", "select", "summary", "table", "tbody", "td", "textarea", "tfoot", "th", "thead", "tr", "ul",
    }
)  # fmt: skip
_PICTURE = frozenset({"img", "picture", "amp-img"})
_OUTER = frozenset({"body", "div", "section", "article", "main", "header", "aside"})
_FRAME = frozenset({"div", "section", "span", "td", "table", "aside", "center", "dl"})
_LONGEST_CAPTION = 300
_SMALL = re.compile(r"\s*\d{1,2}(?:px)?\s*")
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.I)
_SPACE = re.compile(r"[ \t\n\f\r]+")
_SEVERAL_BREAKS = re.compile(r" *\n(?: *\n)+ *")
_BREAK = re.compile(r" *\n *")


def parse(markup: str) -> etree._Element:
    """The tree of an HTML page that has been screened."""
    parser = etree.HTMLParser(encoding="utf-8", huge_tree=True, remove_comments=True, remove_pis=True)
    try:
        root = etree.fromstring(markup.encode("utf-8", "replace"), parser)
    except etree.ParserError:
        root = None
    except etree.XMLSyntaxError:
        root = None
    if root is None:
        raise Rejected("HTML without any content")
    return root


def canonical_text(root: etree._Element) -> tuple[str, tuple[Block, ...]]:
    """The visible text of a page and its blocks."""
    canvas = _Canvas()
    for event, element in _walk(root):
        if event == "start":
            canvas.enter(element)
        else:
            canvas.leave(element)
    canvas.end_block()
    return "\n".join(canvas.lines), tuple(canvas.blocks)


def _walk(root: etree._Element) -> Iterator[tuple[str, etree._Element]]:
    """Each visible element as it opens and closes; what is invisible is passed over, but for the text after it."""
    walker = etree.iterwalk(root, events=("start", "end"))
    for event, element in walker:
        if event == "start" and element.tag in _INVISIBLE:
            walker.skip_subtree()
        yield event, element


def _is_custom_block(element: etree._Element) -> bool:
    """Whether an element of the page's own invention ("story-text") stands for a block: among blocks, with no words beside it."""
    outer, before = element.getparent(), element.getprevious()
    if outer is None or not (outer.tag in _OUTER or "-" in outer.tag) or element.tag in _PICTURE:
        return False
    beside = (outer.text if before is None else before.tail, element.tail)
    return not any(text and text.strip() for text in beside)


def _is_icon(element: etree._Element) -> bool:
    """Whether a picture is declared smaller than a hundred pixels."""
    return any(_SMALL.fullmatch(element.get(side, "")) is not None for side in ("width", "height"))


class _Holder:
    """An open block element: its tag, its number, the roles of all that holds it, its first block, and whether it holds a picture."""

    __slots__ = ("at", "first", "inside", "picture", "tag")

    def __init__(self, tag: str, at: tuple[int, ...], inside: tuple[str, ...], first: int = 0) -> None:
        self.tag, self.at, self.inside, self.first = tag, at, inside, first
        self.picture = False


class _Canvas:
    """Text as it is laid out: pieces gather until a block element opens or closes."""

    def __init__(self) -> None:
        self.lines: list[str] = []
        self.blocks: list[Block] = []
        self._length = 0
        self._pieces: list[tuple[str, bool]] = []
        self._holders = [_Holder("body", (), ())]
        self._count = 0
        self._links = 0
        self._preformatted = 0

    def enter(self, element: etree._Element) -> None:
        tag = element.tag
        if tag in _INVISIBLE:
            return
        if tag in _BLOCK or ("-" in tag and _is_custom_block(element)):
            self.end_block()
            self._hold(tag if tag in _BLOCK else "div", element)
        elif tag == "a":
            self._links += 1
        elif tag in _PICTURE:
            self._holders[-1].picture = self._holders[-1].picture or not _is_icon(element)
        elif tag == "br":
            self._pieces.append(("\n", False))
        self._preformatted += tag in ("pre", "textarea")
        self._write(element.text)

    def leave(self, element: etree._Element) -> None:
        tag = element.tag
        if tag not in _INVISIBLE:
            if tag in _BLOCK or ("-" in tag and _is_custom_block(element)):
                self.end_block()
                self._close(self._holders.pop())
            elif tag == "a":
                self._links -= 1
            self._preformatted -= tag in ("pre", "textarea")
        self._write(element.tail)

    def _hold(self, tag: str, element: etree._Element) -> None:
        outer = self._holders[-1]
        self._count += 1
        names = (
            ()
            if tag in ("html", "body")
            else role_words(f"{element.get('class', '')} {element.get('id', '')} {element.get('itemprop', '')}")
        )
        own = (tag, *names) if tag in SEMANTIC else names
        if "hidden" in element.attrib or _HIDDEN.search(element.get("style", "")):
            own = (*own, "hidden")
        inside = outer.inside + own if len(outer.inside) < 60 else outer.inside
        self._holders.append(_Holder(tag, (*outer.at, self._count), inside, len(self.blocks)))

    def _close(self, holder: _Holder) -> None:
        """Mark as a figure what holds a picture and at most a few words, under whatever name."""
        blocks = self.blocks[holder.first :] if holder.picture else []
        if holder.picture and not blocks:
            self._holders[-1].picture = True
        if 0 < len(blocks) <= 2 and holder.tag in _FRAME and sum(block.end - block.start for block in blocks) <= _LONGEST_CAPTION:
            self.blocks[holder.first :] = [msgspec.structs.replace(block, inside=(*block.inside, "figure")) for block in blocks]

    def _write(self, text: str | None) -> None:
        if text:
            plain = text if self._preformatted else _SPACE.sub(" ", text)
            self._pieces.append((replace_unkeepable(plain.replace("\r", "\n")), self._links > 0))

    def end_block(self) -> None:
        """Set what has gathered as a block, or as several where empty lines part it."""
        pieces, self._pieces = self._pieces, []
        whole = "".join(text for text, _ in pieces)
        if not whole.strip():
            return
        linked = sum(len(text.strip()) for text, link in pieces if link)
        share = min(1.0, linked / len(whole.strip()))
        for part in _SEVERAL_BREAKS.split(_joined(whole)):
            if part:
                self._set(part, share)

    def _set(self, text: str, links: float) -> None:
        holder = self._holders[-1]
        start = self._length + bool(self.lines)
        self.lines.append(text)
        self._length = start + len(text)
        self.blocks.append(Block(start, self._length, holder.tag, round(links, 3), holder.inside, holder.at))


def _joined(text: str) -> str:
    """`text` with runs of spaces drawn together across pieces, and none at the ends of its lines."""
    return _BREAK.sub("\n", re.sub(" {2,}", " ", text)).strip(" \n") if "\n\n" not in text else _parts(text)


def _parts(text: str) -> str:
    lines = (re.sub(" {2,}", " ", line).strip(" ") for line in text.split("\n"))
    return "\n".join(lines).strip("\n")


def plain(text: str) -> str:
    """Text that may hold tags and character references (a JSON field, say) without them."""
    if "<" not in text and "&" not in text:
        return text
    return canonical_text(parse(f"<body>{text.replace(chr(10), '<br>')}</body>"))[0]
