"""How well pages of many layouts are split: pages put together from the articles of our corpus in layouts of our own invention.

    python -m benchmarks.layouts [--held-out] [--each N] [--show LAYOUT]

The layouts are data (data/layouts/styles.toml). Layouts that are held out take other articles than the rest, and were first looked
at when the splitter was done. Columns: the share of pages with the right number of articles, and F1 of the places where a further
article begins, of lines of furniture, and of the words of bodies.
"""

from __future__ import annotations

import argparse
import re
import tomllib
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from pathlib import Path
from random import Random
from statistics import mean
from typing import Any, Literal, NamedTuple
from zlib import crc32

from khaldun.articles import split
from khaldun.pages import read
from khaldun.records import Split
from training.annotations import CORPUS, load

STYLES = Path(__file__).parent / "data" / "layouts" / "styles.toml"
NAMES = (
    "Ida Varga", "Tom Okello", "Ruth Castellan", "Piet Aalders", "Mina Farouk", "Jonas Lindqvist", "Claire Abadie", "Samir Haddad",
    "Olga Benova", "Henry Marlow", "Lucía Prieto", "Wanjiru Kamau",
)  # fmt: skip
"""Writers, photographers and readers who do not exist."""

SUBHEADS = ("What comes next", "A long quarrel", "Voices from the street", "Who decides", "The figures", "An old promise")
"""Headings of a body's own."""

MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December",
)  # fmt: skip
Kind = Literal["title", "body", "furniture"]
Range = tuple[int, int]


class Story(NamedTuple):
    """An article to be set: its headline, and the sentences of each of its paragraphs."""

    title: str
    paragraphs: list[list[str]]


class Piece(NamedTuple):
    """A line to be set: what it is, which article's, and the line ends before it."""

    kind: Kind
    text: str
    article: int
    gap: int


@dataclass(frozen=True)
class Composed:
    """A page with its gold: for each article the spans of its body and of its headline's copies, and the spans of furniture."""

    text: str
    bodies: list[list[Range]]
    titles: list[list[Range]]
    furniture: list[Range]


@dataclass
class Score:
    """Counts of one page: whether its number of articles is right; right, predicted and gold of boundaries and lines; F1 of words."""

    count: bool
    boundary: tuple[int, int, int]
    furniture: tuple[int, int, int]
    body: float


@dataclass
class Setter:
    """Sets lines one after the other."""

    pieces: list[Piece] = field(default_factory=list)

    def add(self, template: str, article: int, filled: Callable[[str, str], str], title: str = "") -> None:
        """Set the lines of a template."""
        gap = 0
        for line in template.split("\n"):
            if line.strip():
                kind: Kind = "title" if "{title}" in line else "furniture"
                self.put(kind, filled(line, title), article, gap)
                gap = 0
            gap += 1
        self._end(gap - 1)

    def put(self, kind: Kind, text: str, article: int, gap: int) -> None:
        """Set one line."""
        self.pieces.append(Piece(kind, text, article, gap + self._pending()))

    def _end(self, gap: int) -> None:
        self.pieces.append(Piece("furniture", "", -1, gap))

    def _pending(self) -> int:
        gap = 0
        while self.pieces and not self.pieces[-1].text:
            gap += self.pieces.pop().gap
        return gap


def stories(*, held_out: bool) -> list[Story]:
    """The corpus's articles of three paragraphs or more: a third, drawn by name, is for the layouts that are held out."""
    found = []
    for doc in load(CORPUS, "prose"):
        paragraphs: dict[int, list[str]] = {}
        for line in doc.lines:
            paragraphs.setdefault(line.paragraph, []).append(line.text)
        if doc.title and len(paragraphs) >= 3 and (crc32(doc.id.encode()) % 3 == 0) == held_out:
            found.append(Story(doc.title, list(paragraphs.values())))
    return found


def styles(*, held_out: bool) -> list[dict[str, Any]]:
    """The layouts."""
    every = tomllib.loads(STYLES.read_text("utf-8"))["style"]
    return [style for style in every if bool(style.get("held_out")) == held_out]


def drawn(style: dict[str, Any], pool: dict[str, list[str]], dice: Random) -> dict[str, Any]:
    """A layout with its furniture drawn from the pool: now a line, now five, in any order."""
    heads = dice.sample(pool["head"], dice.choice((0, 0, 1, 2, 3, 5)))
    head = dice.choice(pool["title"]) + "".join(heads) + ("\n" + "{title}\n" if dice.random() < 0.25 else "")
    return style | {
        "head": head + "\n",
        "mid": dice.sample(pool["mid"], dice.choice((0, 0, 1, 2))),
        "foot": "".join(dice.sample(pool["foot"], dice.choice((0, 0, 1, 2)))),
        "top": dice.choice(pool["top"]),
        "bottom": dice.choice(pool["bottom"]),
    }


def compose(style: dict[str, Any], source: Sequence[Story], dice: Random) -> Composed:
    """A page in a layout."""
    chosen = dice.sample(source, dice.choice(style.get("articles", [1, 2, 2, 3])))
    others = [story for story in source if story not in chosen]
    filler = _filler(chosen, others, dice)
    setter = Setter()
    setter.add(style.get("top", ""), -1, filler)
    for number, story in enumerate(chosen):
        if number:
            setter.add(style["between"], -1, filler)
        head = style["head"] if not number else style.get("head_next", style["head"])
        setter.add(head, number, filler, story.title)
        cut = style.get("cut") == "all" or (style.get("cut") == "last" and number == len(chosen) - 1)
        _set_body(setter, style, story, others, number, dice, filler, cut=cut)
        setter.add(style.get("foot", ""), -1, filler, story.title)
    setter.add(style.get("bottom", ""), -1, filler)
    return _laid(setter.pieces, style, len(chosen))


def _set_body(
    setter: Setter,
    style: dict[str, Any],
    story: Story,
    others: list[Story],
    number: int,
    dice: Random,
    filler: Callable[[str, str], str],
    *,
    cut: bool,
) -> None:
    """The paragraphs, with what the layout puts between them."""
    gap = style.get("gap", "\n\n").count("\n")
    paragraphs = _paragraphs(story, dice)
    if cut:
        kept = paragraphs[: dice.randint(3, len(paragraphs))]
        words = kept[-1].split(" ")
        paragraphs = [
            *kept[:-1],
            " ".join(words[: dice.randint(max(1, len(words) // 3), max(1, len(words) - 1))]) + "…" * style.get("dots", False),
        ]
    places = sorted(dice.sample(range(1, len(paragraphs)), min(len(style.get("mid", ())), len(paragraphs) - 1)))
    mids = dict(zip(places, style.get("mid", ()), strict=False))
    under = dice.sample(range(1, len(paragraphs)), min(2, len(paragraphs) - 1)) if style.get("subheads") else []
    heads = dict(zip(under, dice.sample(SUBHEADS, 2), strict=False))
    for at, paragraph in enumerate(paragraphs):
        if at in mids:
            setter.add("\n" * gap + mids[at], -1, filler)
        if at in heads:
            setter.put("body", heads[at], number, gap)
        setter.put("body", paragraph, number, gap if at else 0)
    for section in dice.sample(others, 4) if style.get("digest") else ():
        setter.put("body", section.title, number, gap)
        setter.put("body", " ".join(section.paragraphs[0][:2]), number, gap)


def _paragraphs(story: Story, dice: Random) -> list[str]:
    """The paragraphs as they were written, or, as newspapers set them, of one or two sentences."""
    most = dice.choice((0, 1, 2))
    if not most:
        return [" ".join(sentences) for sentences in story.paragraphs]
    sentences = [sentence for paragraph in story.paragraphs for sentence in paragraph]
    return [" ".join(sentences[at : at + most]) for at in range(0, len(sentences), most)]


def _filler(chosen: Sequence[Story], others: Sequence[Story], dice: Random) -> Callable[[str, str], str]:
    """What fills the names in a layout's lines."""
    capitals = re.findall(r"(?<=[a-z] )[A-Z][a-zà-ÿ]{3,}", " ".join(chosen[0].paragraphs[0])) or ["Geneva"]
    place = dice.choice(capitals)

    def filled(line: str, title: str) -> str:
        day, month, year = dice.randint(1, 28), dice.choice(MONTHS), dice.randint(2018, 2025)
        other = dice.choice(others)
        made = {
            "title": title, "title!": title, "name": dice.choice(NAMES), "person": dice.choice(NAMES), "place": place,
            "date": f"{day} {month} {year}", "short": f"{month[:3]} {day}, {year}",
            "iso": f"{year}-{MONTHS.index(month) + 1:02}-{day:02}", "clock": f"{dice.randint(0, 23):02}:{dice.randint(0, 59):02}",
            "n": str(dice.randint(2, 60)), "headline": other.title,
            "teaser": " ".join(" ".join(other.paragraphs[0]).split()[:18]) + dice.choice(("…", " ...", " [...]")),
        }  # fmt: skip
        return re.sub(r"\{([a-z!]+)\}", lambda name: made[name[1]], line)

    return filled


def _laid(pieces: Sequence[Piece], style: dict[str, Any], count: int) -> Composed:
    """The text of set lines in the layout's shape, with its gold."""
    shape = style.get("shape", "lines")
    page = Composed("", [[] for _ in range(count)], [[] for _ in range(count)], [])
    text, last = "", -1
    for piece in pieces:
        if not piece.text:
            continue
        words = _wrapped(piece.text, style["width"]) if shape == "wrapped" else piece.text
        joined = shape == "one-line" or (shape == "line-an-article" and not (piece.kind == "title" and piece.article != last))
        text += "" if not text else " " if joined else "\n" * max(1, piece.gap)
        span = (len(text), len(text) + len(words))
        text += words
        last = piece.article if piece.kind == "title" else last
        (page.furniture if piece.kind == "furniture" else (page.titles if piece.kind == "title" else page.bodies)[piece.article]).append(
            span
        )
    return Composed(text, page.bodies, page.titles, page.furniture)


def _wrapped(line: str, width: int) -> str:
    """A line broken at spaces to a width, as long as before."""
    out, at = "", 0
    for word in line.split(" "):
        out += ("" if not out else "\n" if at + 1 + len(word) > width else " ") + word
        at = len(out) - out.rfind("\n") - 1
    return out


# ---------------------------------------------------------------- scores


def scored(page: Composed) -> Score:
    """How well one page is split."""
    found = split(read(page.text.encode(), uri="page:", media_type="text/plain", charset="utf-8"))
    bodies = [[(span.start, span.end) for span in article.body] for article in found.articles]
    gaps = [(one[-1][1], other[0][0]) for one, other in pairwise(page.bodies)]
    starts = [article.title.start if article.title else article.body[0].start for article in found.articles][1:]
    right = {number for start in starts for number, (low, high) in enumerate(gaps) if low <= start <= high}
    return Score(len(bodies) == len(page.bodies), (len(right), len(starts), len(gaps)), _lines(page, found), _words(page, bodies))


def _lines(page: Composed, found: Split) -> tuple[int, int, int]:
    """Lines of furniture: right, predicted, gold. A line is predicted when more than half of it is."""
    marked = bytearray(len(page.text))
    for piece in (*found.furniture, *(piece for article in found.articles for piece in article.furniture)):
        marked[piece.start : piece.end] = b"\1" * (piece.end - piece.start)
    right = predicted = gold = 0
    for is_furniture, spans in ((True, page.furniture), (False, [span for body in page.bodies for span in body])):
        for start, end in spans:
            for line in re.finditer(r"[^\n]*\S[^\n]*", page.text[start:end]):
                hit = 2 * sum(marked[start + line.start() : start + line.end()]) > line.end() - line.start()
                right, predicted, gold = right + (hit and is_furniture), predicted + hit, gold + is_furniture
    return right, predicted, gold


def _words(page: Composed, bodies: list[list[Range]]) -> float:
    """F1 of body words by position, each article matched with the one that has most of its words."""
    places = [match.start() for match in re.finditer(r"\w+", page.text)]
    gold, ours = ([{place for place in places if any(a <= place < b for a, b in body)} for body in side] for side in (page.bodies, bodies))
    pairs = sorted(((len(one & other), i, j) for i, one in enumerate(gold) for j, other in enumerate(ours)), reverse=True)
    used: set[tuple[str, int]] = set()
    hit = 0
    for size, i, j in pairs:
        if not {("gold", i), ("ours", j)} & used:
            used |= {("gold", i), ("ours", j)}
            hit += size
    return 2 * hit / max(1, sum(map(len, gold)) + sum(map(len, ours)))


def f1(counts: Sequence[tuple[int, int, int]]) -> float:
    """F1 of right, predicted and gold, summed; 1 where there is nothing to find and nothing found."""
    right, predicted, gold = (sum(column) for column in zip(*counts, strict=True))
    return 2 * right / (predicted + gold) if predicted + gold else 1.0


def pages(*, held_out: bool, each: int, seed: int = 11) -> Iterator[tuple[str, Composed]]:
    """The pages of the benchmark with the names of their layouts."""
    source = stories(held_out=held_out)
    pool = tomllib.loads(STYLES.read_text("utf-8"))["pool"]
    for style in styles(held_out=held_out):
        dice = Random(f"{seed} {style['name']}")
        for _ in range(each):
            yield style["name"], compose(drawn(style, pool, dice) if style.get("drawn") else style, source, dice)


def main() -> None:
    """The command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--held-out", action="store_true", help="the layouts that are held out")
    parser.add_argument("--each", type=int, default=12, help="pages of each layout")
    parser.add_argument("--show", metavar="LAYOUT", help="print a page of this layout and stop")
    given = parser.parse_args()
    table: dict[str, list[Score]] = {}
    for name, page in pages(held_out=given.held_out, each=given.each):
        if given.show == name:
            print(page.text)
            return
        table.setdefault(name, []).append(scored(page))
    table["all"] = [score for scores in table.values() for score in scores]
    print(f"{'layout':26}{'pages':>6}{'count':>10}{'boundary':>10}{'furniture':>10}{'body':>10}")
    for name, scores in table.items():
        cells = (
            mean(s.count for s in scores),
            f1([s.boundary for s in scores]),
            f1([s.furniture for s in scores]),
            mean(s.body for s in scores),
        )
        print(f"{name:26}{len(scores):6}" + "".join(f"{cell:10.3f}" for cell in cells))


if __name__ == "__main__":
    main()
