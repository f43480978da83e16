"""Seams: places where one article may end and the next begin, and what speaks for it: a change of subject, and the marks of a head.

A seam lies before a line of prose. What its weights are and where they come from stands in seams.toml.
"""

from __future__ import annotations

import math
import re
import tomllib
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import cache
from importlib.resources import files
from itertools import pairwise

from khaldun.articles.furniture import describes_picture
from khaldun.articles.lines import Line
from khaldun.articles.origin import dateline
from khaldun.articles.topics import stem, weight

NEAR = 80
"""Words of prose on either side that are looked at first: about what an article says of its subject in its opening paragraphs."""

FAR = 220
"""Words ahead that are looked at in all; behind, it is the whole article so far."""

FARTHEST = 200
"""Lines ahead that are looked at at most, prose or none."""

FEWEST_BEHIND, FEWEST_AHEAD = 60, 25
"""Words of prose that must stand on either side of a seam: less is a teaser or a caption."""

ALIKE = 0.5
"""The share of what is said ahead from which, having been said before, no change of subject is thought of at all."""

HEADSTART = 1.0
"""By how much, in log odds, a headline must beat one shortly before it: under an article's headline its first subhead soon follows."""

HEAD = 12
"""Lines without prose that may stand between a headline and its article."""

_LONGEST = 1200
_LONGEST_QUESTION = 25

_REFERS = re.compile(
    r"[\"“‘'(]|(?:he|she|they|it|but|and|also|his|her|their|its|those|these|that|this|mr|mrs|ms|both|neither|nor|then|meanwhile|however|another|"
    r"others?|yet|still|so|even|asked|such|nobody|no one|not|there|here|since|instead|we|i|you|some|one|two|three)\b",
    re.I,
)
_DAY = re.compile(
    r"\b(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|today|yesterday|tomorrow|last (?:week|month|night|year)|this (?:week|month|year))\b",
    re.I,
)
_NAME = re.compile(r"(?<=[a-z,;] )[A-ZÀ-Þ][\w’'-]{2,}")
_SENTENCE = re.compile(r"[.!?]\s+[A-Z]")


@dataclass(slots=True)
class Seam:
    """A place between two articles: the number of the line that begins the second, whether that is a headline, and the log odds."""

    number: int
    titled: bool
    score: float


@dataclass(slots=True)
class Behind:
    """What the article before a seam has said so far."""

    stems: set[str] = field(default_factory=set)
    recent: list[Line] = field(default_factory=list)
    size: int = 0
    said: float = 0.0

    def add(self, line: Line) -> None:
        """Take up another line of prose."""
        self.said += weight(line.stems - self.stems)
        self.stems |= line.stems
        self.recent.append(line)
        self.size += line.size


@dataclass(slots=True)
class View:
    """What stands around a line of prose: the last prose before it, the lines without prose between, what was said and what will be."""

    lines: Sequence[Line]
    last: int
    number: int
    end: int
    behind: Behind
    usual: int
    near: frozenset[str] = frozenset()
    far: frozenset[str] = frozenset()
    names: frozenset[str] = frozenset()
    ahead: int = 0
    run: int = 0
    """The most words of prose ahead that nothing interrupts."""

    @property
    def between(self) -> Sequence[Line]:
        """The lines without prose before the line."""
        return self.lines[self.last + 1 : self.number]


@cache
def weights() -> dict[str, dict[str, float]]:
    """What each feature counts for, in log odds: for a seam with a headline and for one without."""
    found: dict[str, dict[str, float]] = tomllib.loads(files(__package__).joinpath("seams.toml").read_text("utf-8"))
    return found


def seams(lines: Sequence[Line], first: int, end: int) -> Iterator[Seam]:
    """The seams in `lines[first:end]`, left to right: of neighbouring ones the best."""
    behind, last, usual = Behind(), first - 1, usual_gap(lines)
    best: Seam | None = None
    since = 0
    number = first
    while number < end:
        line = lines[number]
        if not flows(line):
            number += 1
            continue
        view = View(lines, last, number, end, behind, usual)
        found = judged(view) if last >= first else None
        if found is not None and (best is None or found.score > best.score + HEADSTART * (best.titled and found.titled)):
            best, since = found, 0
        if best is not None and since > NEAR:
            yield best
            number = best.number + best.titled
            behind, last, best = Behind(), number - 1, None
            continue
        behind.add(line)
        since += line.size
        last = number
        number += 1
    if best is not None:
        yield best


def judged(view: View) -> Seam | None:
    """The best seam before a line of prose, None where nothing speaks for one."""
    if view.behind.size < FEWEST_BEHIND or not look(view):
        return None
    subject = topic(view)
    heads = [(number, total(subject | headline(view, number), "titled")) for number in candidates(view)]
    if heads and (best := max(heads, key=lambda head: (head[1], -head[0])))[1] > 0:
        return Seam(best[0], True, best[1])
    score = total(subject | bare(view), "bare")
    return Seam(opening(view), False, score) if score > 0 else None


def total(features: dict[str, float], kind: str) -> float:
    """Log odds."""
    counted = weights()[kind]
    return counted["constant"] + sum(counted.get(name, 0.0) * value for name, value in features.items())


def look(view: View) -> bool:
    """Look at what stands ahead; whether it is enough, and not all about what was said before."""
    near: set[str] = set()
    far: set[str] = set()
    opening: list[str] = []
    run = 0
    for number in range(view.number, min(view.end, view.number + FARTHEST)):
        line = view.lines[number]
        if not flows(line):
            run = 0
            continue
        if view.ahead < NEAR:
            near |= line.stems
            opening.append(line.text[:_LONGEST])
        run += line.size
        view.run = max(view.run, run)
        far |= line.stems
        view.ahead += line.size
        if view.ahead >= FAR:
            break
    view.near, view.far = frozenset(near), frozenset(far)
    if view.ahead < FEWEST_AHEAD or weight(near & view.behind.stems) >= ALIKE * max(weight(near), 0.1):
        return False
    view.names = frozenset(stem(name) for text in opening for name in _NAME.findall(text))
    return True


def topic(view: View) -> dict[str, float]:
    """How much of what is said ahead was said before, and how much there is to tell it by."""
    old = view.behind.stems
    recent: set[str] = set()
    size = 0
    for line in reversed(view.behind.recent):
        recent |= line.stems
        size += line.size
        if size >= NEAR:
            break
    said, far, near, named = view.behind.said, weight(view.far), weight(view.near), weight(view.names)
    return {
        "names": math.log1p(named),
        "names_in_old": weight(view.names & old) / max(named, 0.5),
        "near_in_old": weight(view.near & old) / max(near, 0.1),
        "far_in_old": weight(view.far & old) / math.sqrt(max(far * said, 1.0)),
        "near_in_recent": weight(view.near & recent) / max(min(near, weight(recent)), 0.1),
        "shared": math.log1p(weight(view.far & old)),
        "said": math.log1p(said),
        "ahead": math.log1p(far),
        "run": math.log1p(min(view.run, FAR)),
        "run_behind": math.log1p(min(run_behind(view), FAR)),
    }


def flows(line: Line) -> bool:
    """Whether a line is prose and no headline that reads like it: a question, a long one."""
    return line.prose and not (line.headline and line.size <= _LONGEST_QUESTION and (line.text[-1] in "?!" or not line.ends))


def run_behind(view: View) -> int:
    """The words of prose right behind a seam, up to what is no prose."""
    size, number = 0, view.last
    while number >= 0 and flows(view.lines[number]) and size < FAR:
        size += view.lines[number].size
        number -= 1
    return size


def candidates(view: View) -> Iterator[int]:
    """The lines before a line of prose that could be its headline."""
    return (number for number in range(max(view.last + 1, view.number - HEAD), view.number) if view.lines[number].headline)


def headline(view: View, number: int) -> dict[str, float]:
    """What speaks for a line as the headline of what follows."""
    line, first = view.lines[number], view.lines[view.number]
    after = view.lines[number + 1 : view.number]
    before = view.lines[view.last + 1 : number]
    kinds = {other.kind for other in after[:4]}
    own = max(weight(line.stems), 0.1)
    return {
        **around(view, number),
        "taken_up": weight(line.stems & view.near) / own,
        "said_before": weight(line.stems & view.behind.stems) / own,
        "signed": float("credit" in kinds or "timestamp" in kinds),
        "captioned": float("caption" in kinds),
        "furnished": float(any(kinds)),
        "running_on": float(line.gap > 0 and view.lines[number + 1].gap == 0),
        "others_after": float(min(2, sum(other.headline for other in after))),
        "others_before": float(min(2, sum(other.headline for other in before))),
        "quoted": float(line.text[0] in '“"' and line.text[-1] in '”"'),
        "short": float(max(0, 6 - line.size)),
        "sentences": float(_SENTENCE.search(line.text) is not None),
        "picture": float(describes_picture(line.text)),
        "teaser": float(first.cut and first.size <= 50),
    }


def bare(view: View) -> dict[str, float]:
    """What speaks for an article that begins without a headline."""
    line = view.lines[view.number]
    kinds = {other.kind for other in view.between[-3:]}
    return {
        **around(view, opening(view)),
        "signed": float("credit" in kinds or "timestamp" in kinds),
        "stamp_alone": float(bool(kinds) and kinds <= {"timestamp"}),
        "listed": float(any(other.headline or other.label for other in view.between)),
        "teaser": float(line.cut and line.size <= 50),
    }


def around(view: View, number: int) -> dict[str, float]:
    """What stands on both sides of a seam before a line, whatever that line is."""
    first, last, line = view.lines[view.number], view.lines[view.last], view.lines[number]
    return {
        "apart": float(line.gap > view.usual),
        "far_apart": float(line.gap > view.usual and line.gap >= 3),
        "inline": float(line.gap == 0),
        "after_furniture": float(number > view.last + 1),
        "broken_off": float(not last.ends and not last.text.endswith(":")),
        "dated": float(dateline(first.text, [(0, len(first.text))]) != (None, None)),
        "refers": float(_REFERS.match(first.text) is not None),
        "day": float(_DAY.search(first.text[:300]) is not None),
    }


def opening(view: View) -> int:
    """The line that begins an article without a headline: the byline or date over its first paragraph, or that paragraph."""
    number = view.number
    while number - 1 > view.last and view.lines[number - 1].kind in ("credit", "timestamp"):
        number -= 1
    return number


def usual_gap(lines: Sequence[Line]) -> int:
    """The line ends between two paragraphs, as most of them have it."""
    gaps = Counter(line.gap for before, line in pairwise(lines) if before.prose and line.prose)
    return gaps.most_common(1)[0][0] if gaps else 1
