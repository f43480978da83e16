"""How well bodies are found in HTML of many mark-ups: pages of our own invention around the articles of our corpus.

    python -m benchmarks.markups [--held-out] [--each N] [--show MARKUP]

The pages are data (data/markups/pages.toml, which says how they are written). Those that are held out take other articles than the
rest, and were first scored when the rules were done. Columns: precision, recall and F1 of word 4-grams, as in benchmarks/pages.py.
"""

from __future__ import annotations

import argparse
import json
import re
import tomllib
from collections import Counter
from collections.abc import Iterator
from html import escape
from pathlib import Path
from statistics import mean
from typing import Any, NamedTuple
from zlib import crc32

from khaldun.articles import split
from khaldun.pages import read

PAGES = Path(__file__).parent / "data" / "markups" / "pages.toml"
PROSE = Path(__file__).parent.parent / "training" / "corpus" / "prose"
_SLOT = re.compile(r"\[\[(?P<own>.*?)\]\]|\{(?P<kind>title|body|text|list|json)(?P<rest>(?: [^{}]*)?)\}", re.S)
_REST = re.compile(r"(?: (?P<which>\d+))?(?: (?P<first>\d+)-(?P<last>\d*))?(?P<gold> gold)?(?: (?P<frame>.*_.*))?", re.S)


class Source(NamedTuple):
    """An article to be set."""

    title: str
    paragraphs: list[str]


class Made(NamedTuple):
    """A page and the paragraphs of its bodies."""

    html: str
    gold: list[str]


class Found(NamedTuple):
    """Precision and recall of one page's words."""

    precision: float
    recall: float

    @property
    def f1(self) -> float:
        total = self.precision + self.recall
        return 2 * self.precision * self.recall / total if total else 0.0


def main() -> int:
    """Make, split, score, print."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--held-out", action="store_true", help="the mark-ups that were held out instead of the others")
    parser.add_argument("--each", type=int, default=3, help="pages of each mark-up")
    parser.add_argument("--show", metavar="MARKUP", help="print what is missed (-) and what is too much (+) on its pages")
    args = parser.parse_args()
    scores = []
    print(f"{'mark-up':26}{'precision':>10}{'recall':>10}{'F1':>10}")
    for name, pages in made(held_out=args.held_out, each=args.each):
        if args.show in (None, name):
            found = [score(page.gold, bodies(page.html)) for page in pages]
            scores += found
            print(row(name, found))
        if args.show == name:
            print("\n".join(line for page in pages for line in differences(page)))
    print(row("all", scores))
    return 0


def made(*, held_out: bool, each: int) -> Iterator[tuple[str, list[Made]]]:
    """The pages of each mark-up."""
    sources = list(articles(held_out=held_out))
    for number, (name, entry) in enumerate(tomllib.loads(PAGES.read_text("utf-8"))["pages"].items()):
        if entry.get("held_out", False) == held_out:
            starts = [(number * 7 + page * 11) % len(sources) for page in range(each)]
            yield name, [make(entry["page"], [*sources[start:], *sources[:start]]) for start in starts]


def articles(*, held_out: bool) -> Iterator[Source]:
    """The corpus's articles of nine sentences or more, two to a paragraph: a third is for the mark-ups that are held out."""
    for path in sorted(PROSE.glob("*.txt")):
        for article in re.split(r"^@ ", path.read_text("utf-8"), flags=re.M)[1:]:
            head, _, text = article.partition("\n")
            title = re.search(r"^= (.+)", text, re.M)
            lines = [line for line in text.split("\n") if line.strip() and not line.startswith(("  ", "= ", "#"))]
            paragraphs = [" ".join(lines[at : at + 2]) for at in range(0, len(lines), 2)]
            drawn = crc32(head.split(" | ")[0].encode()) % 3 == 0
            if title is not None and len(paragraphs) >= 5 and drawn == held_out:
                yield Source(title[1], paragraphs)


def make(template: str, sources: list[Source]) -> Made:
    """Set the first of `sources` into a page, others where it asks for others."""
    gold: list[str] = []

    def filled(slot: re.Match[str]) -> str:
        if slot["own"] is not None:
            gold.append(slot["own"])
            return slot["own"]
        found = _REST.fullmatch(slot["rest"])
        assert found is not None, slot[0]
        return _filled(slot["kind"], found.groupdict(), sources, gold)

    return Made(_SLOT.sub(filled, template), gold)


def _filled(kind: str, rest: dict[str, Any], sources: list[Source], gold: list[str]) -> str:
    which = int(rest["which"] or 1)
    frame = rest["frame"] or "_"
    if kind == "list":
        lines = [sources[5 + number % (len(sources) - 5)].title for number in range(which)]
        return "".join(frame.replace("_", escape(line, quote=False)) for line in lines)
    source = sources[which - 1]
    if kind == "title":
        return escape(source.title)
    lines = source.paragraphs[int(rest["first"] or 1) - 1 : int(rest["last"]) if rest["last"] else None]
    marked = kind == "body" or rest["gold"] is not None
    if kind == "json":
        gold += lines if marked else []
        return json.dumps("\n\n".join(lines)).replace("</", "<\\/")
    parts = []
    for line in lines:
        gold += [slot["own"] for slot in _SLOT.finditer(frame)]
        gold += [line] if marked else []
        parts.append(_SLOT.sub(r"\g<own>", frame).replace("_", escape(line, quote=False), 1))
    return "".join(parts)


def bodies(html: str) -> list[str]:
    """The body paragraphs that Khaldun finds."""
    found = split(read(html.encode(), uri="https://courier.example/news", media_type="text/html"))
    return [span.text for article in found.articles for span in article.body]


def score(gold: list[str], found: list[str]) -> Found:
    """How far the word 4-grams agree."""
    want, have = _grams(gold), _grams(found)
    hit = (want & have).total()
    return Found(hit / have.total() if have else 0.0, hit / want.total())


def _grams(lines: list[str]) -> Counter[tuple[str, ...]]:
    words = re.findall(r"\w+", "\n".join(lines))
    return Counter(tuple(words[at : at + 4]) for at in range(max(1, len(words) - 3))) if words else Counter()


def row(name: str, found: list[Found]) -> str:
    """A line of the table."""
    whole = Found(mean(one.precision for one in found), mean(one.recall for one in found))
    return f"{name:26}{whole.precision:10.3f}{whole.recall:10.3f}{whole.f1:10.3f}"


def differences(page: Made) -> Iterator[str]:
    """Paragraphs of the gold that are not found, and the other way round."""
    found = bodies(page.html)
    yield from (f"- {line[:150]}" for line in page.gold if line not in found)
    yield from (f"+ {line[:150]}" for line in found if line not in page.gold)
    yield ""


if __name__ == "__main__":
    raise SystemExit(main())
