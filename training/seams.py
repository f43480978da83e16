"""The weights of seams: logistic regression over pages in layouts of our own invention, those held out left aside, and over the longer
texts of a treebank, one or two to a page.

    python -m training.seams --treebanks DATA/treebanks > src/khaldun/articles/seams.toml
"""

from __future__ import annotations

import argparse
import lzma
import sys
from collections.abc import Iterator
from pathlib import Path
from random import Random
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from benchmarks.layouts import Composed, pages
from khaldun.articles.lines import lines_of, visible
from khaldun.articles.pieces import pieces
from khaldun.articles.seams import FEWEST_BEHIND, Behind, View, bare, candidates, flows, headline, look, topic, usual_gap
from khaldun.articles.wrapping import unwrapped

HEADER = """# What each feature of a seam (seams.py) counts for, in log odds. Fitted by training/seams.py on pages in the layouts of
# benchmarks/layouts.py that are not held out, put together from the articles of our corpus, and on texts of UD English GUM
# (training part, without its non-commercial genres).
"""
RIDGE = 10.0
"""The weight of the penalty on squares of weights over standardised features."""

Matrix = npt.NDArray[np.float64]
Example = tuple[str, dict[str, float], bool]


def examples(page: Composed) -> Iterator[Example]:
    """Every place of a page that could be a seam, with its kind, its features and whether it is one."""
    lines = lines_of(page.text, pieces(page.text, unwrapped(page.text, visible(page.text))))
    usual = usual_gap(lines)
    edges = [*(body[0][0] for body in page.bodies[1:]), len(page.text)]
    titles = {start for spans in page.titles for start, _ in spans}
    behind, last, article = Behind(), -1, 0
    for number, line in enumerate(lines):
        if not flows(line):
            continue
        new = line.end > edges[article]
        view = View(lines, last, number, len(lines), behind, usual)
        if last >= 0 and behind.size >= FEWEST_BEHIND and look(view):
            yield from _here(view, titles, new=new)
        if new:
            behind, article = Behind(), article + 1
        behind.add(line)
        last = number


class Essay(NamedTuple):
    """A text of the treebank: its title, its paragraphs and headings."""

    title: str
    paragraphs: list[str]


def essays(folder: Path) -> list[Essay]:
    """The texts of GUM's training part: its newspapers, interviews, travel guides and the rest."""
    found: list[Essay] = []
    new = True
    for line in lzma.decompress((folder / "gum-train.conllu.xz").read_bytes()).decode("utf8").split("\n"):
        if line.startswith("# meta::title = "):
            found.append(Essay(line.removeprefix("# meta::title = "), []))
            new = True
        elif line.startswith("# newpar_block"):
            new = True
        elif line.startswith("# text = "):
            if new:
                found[-1].paragraphs.append(line[9:])
            else:
                found[-1].paragraphs[-1] += " " + line[9:]
            new = False
    return [essay for essay in found if sum(len(paragraph) for paragraph in essay.paragraphs) > 600]


def bound(found: list[Essay], dice: Random) -> Iterator[Composed]:
    """Pages of one or two essays, most with their headlines, half without what comes before the first sentence."""
    for essay in found:
        gap = dice.choice(("\n", "\n\n", "\n\n", " "))
        for parts in ([essay], [essay, dice.choice(found)]):
            page = Composed("", [], [], [])
            text = ""
            for part in parts:
                text += "\n\n" if text else ""
                page.titles.append([])
                page.bodies.append([])
                if dice.random() < 0.7:
                    page.titles[-1].append((len(text), len(text) + len(part.title)))
                    text += part.title + dice.choice(("\n", "\n\n", "\n\nBy Ida Varga\n", "\n\n3 May 2021\n\n"))
                paragraphs = [p for p in part.paragraphs if p != part.title and (len(p) > 80 or len(parts) == 1)]
                for paragraph in paragraphs:
                    text += gap if page.bodies[-1] else ""
                    page.bodies[-1].append((len(text), len(text) + len(paragraph)))
                    text += paragraph
            if all(page.bodies):
                yield Composed(text, page.bodies, page.titles, [])


def _here(view: View, titles: set[int], *, new: bool) -> Iterator[Example]:
    subject = topic(view)
    heads = list(candidates(view))
    for number in heads:
        yield "titled", subject | headline(view, number), new and view.lines[number].start in titles
    if not new or not any(view.lines[number].start in titles for number in heads):
        yield "bare", subject | bare(view), new


def fitted(found: list[tuple[dict[str, float], bool]]) -> dict[str, float]:
    """The weights of features, by Newton's method."""
    names = sorted(found[0][0])
    table = np.array([[features[name] for name in names] for features, _ in found])
    truth = np.array([float(label) for _, label in found])
    centre, spread = table.mean(0), table.std(0) + 1e-9
    design: Matrix = np.c_[(table - centre) / spread, np.ones(len(table))]
    penalty = RIDGE * np.eye(design.shape[1])
    penalty[-1, -1] = 0.0
    solution = np.zeros(design.shape[1])
    for _ in range(30):
        odds = 1 / (1 + np.exp(-design @ solution))
        slope = design.T @ (odds - truth) + penalty @ solution
        solution = solution - np.linalg.solve((design.T * (odds * (1 - odds))) @ design + penalty, slope)
    right = ((design @ solution > 0) == truth).mean()
    print(f"{len(truth)} places, {truth.mean():.3f} are seams, {right:.4f} right", file=sys.stderr)
    plain = {name: float(value) for name, value in zip(names, solution[:-1] / spread, strict=True)}
    return {"constant": float(solution[-1] - (solution[:-1] / spread) @ centre), **plain}


def main() -> None:
    """Write the file."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--each", type=int, default=60, help="pages of each layout")
    parser.add_argument("--treebanks", type=Path, required=True, help="the folder with gum-train.conllu.xz")
    given = parser.parse_args()
    made = [page for _, page in pages(held_out=False, each=given.each, seed=5)]
    made += bound(essays(given.treebanks), Random(5))
    found = [example for page in made for example in examples(page)]
    sys.stdout.write(HEADER)
    for kind in ("titled", "bare"):
        weights = fitted([(features, label) for which, features, label in found if which == kind])
        sys.stdout.write(f"\n[{kind}]\n")
        sys.stdout.writelines(f"{name} = {value:.2f}\n" for name, value in weights.items())


if __name__ == "__main__":
    main()
