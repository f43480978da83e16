"""Which prose of an HTML page is its article's own: not what a label ("You may also like") heads, but what stands with the headline."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from itertools import chain, islice

from khaldun.articles.furniture import kind_of, label
from khaldun.articles.topics import stems
from khaldun.records import Block

_ENOUGH = 25
_OWN_WORDS = 40
_LONGEST_LABEL = 12
_MOST_READ = 40
_MOST_HOLDERS = 12
SAID = "json-ld"
"""The mark of blocks that JSON-LD gives as the body."""
_HEADS = re.compile(
    r"(?:about (?:the )?(?:author|writer|reporter)s?|(?:über|zum) (?:den |die )?autor(?:in)?|sobre (?:el|la|o|a) autora?|"
    r"you (?:may|might|could) (?:also )?(?:like|enjoy)(?: these| this)?|people also (?:read|like)|das könnte (?:sie|dich) .{0,30}|"
    r"vous (?:aimerez|pourriez aimer).{0,20}|(?:también )?te puede interesar|você (?:também )?pode (?:gostar|se interessar)|"
    r"(?:ti )?potrebbe(?:ro)? interessarti(?: anche)?|to może cię zainteresować|вам может (?:быть интересно|понравиться)|"
    r"ilginizi çekebilir|(?:اقرأ|شاهد) (?:أيضا|ايضا)|相关(?:阅读|新闻|文章)|関連(?:記事|ニュース)|관련 ?(?:기사|뉴스))\W*",
    re.I,
)


class Outline:
    """The blocks of a page under its headline, and what of the headline they say.

    `prose` has the words of each block that is prose, `title` is the headline's number. `others` are the numbers of blocks that labels
    head.
    """

    def __init__(self, blocks: Sequence[Block], texts: Sequence[str], prose: Sequence[int], title: int) -> None:
        self._blocks, self._texts, self._prose, self._title = blocks, texts, prose, title
        self._words = stems(texts[title])
        self._hits: dict[int, frozenset[str]] = {}
        self._spans: dict[int, tuple[int, int]] = {0: (0, len(blocks))}
        for number, block in enumerate(blocks):
            for holder in block.at:
                self._spans[holder] = self._spans.get(holder, (number, 0))[0], number + 1
        self.others = self._labelled()
        self._own = [number for number in range(title + 1, len(blocks)) if prose[number] and number not in self.others]
        self._ranks = [number for number in range(title + 1, len(blocks)) if blocks[number].tag == "h1" and len(texts[number].split()) >= 4]

    def _labelled(self) -> set[int]:
        """A label heads what `_headed` says; none does before the article's own text has begun."""
        found: set[int] = set()
        own: list[int] = []
        words = 0
        for number in range(self._title + 1, len(self._blocks)):
            if number not in found and words >= _ENOUGH and heads_others(self._texts[number]):
                found.update(self._headed(number, own))
            if self._prose[number] and number not in found:
                own.append(number)
                words += self._prose[number]
        return found

    def _headed(self, label: int, own: list[int]) -> Iterable[int]:
        """The largest element that a label opens and whose prose, but for comments, says little of the headline.

        A short headline tells nothing.
        """
        sure = len(self._words) < 4 or kind_of(self._texts[label]) == "comment"
        opened = (holder for holder in self._blocks[label].at if self._spans[holder][0] == label)
        for holder in islice(opened, _MOST_HOLDERS):
            headed = range(*self._spans[holder])
            if sure or self._said(number for number in headed if self._prose[number]) <= 0.5 * self._said(own):
                return headed
        return ()

    def own(self, parent: int, children: set[int]) -> int | None:
        """The child of `parent` that holds the headline and a text of its own, where all beside it says little of the headline.

        Where JSON-LD gives the body and none of it stands beside that child, a little less is enough.
        """
        holder = next((number for number in self._blocks[self._title].at if number in children), None)
        if holder is None:
            return None
        (start, end), (first, last) = self._spans[holder], self._spans[parent]
        mine = _within(self._own, start, end)
        theirs = _within(self._own, first, start) + _within(self._own, end, last)
        if sum(self._prose[number] for number in mine) < _OWN_WORDS or self._said(mine) < 0.3:
            return None
        if self._blocks[self._title].tag == "h1" and _within(self._ranks, end, last):
            return None
        sure = any(map(self._is_given, mine)) and not any(map(self._is_given, theirs))
        return holder if self._said(theirs) <= (0.8 if sure else 0.5) * self._said(mine) else None

    def _is_given(self, number: int) -> bool:
        return SAID in self._blocks[number].inside

    def _said(self, numbers: Iterable[int]) -> float:
        """How much of the headline the first of some blocks say."""
        said = set(chain.from_iterable(map(self._hit, islice(numbers, _MOST_READ))))
        return len(said) / len(self._words) if self._words else 0.0

    def _hit(self, number: int) -> frozenset[str]:
        if number not in self._hits:
            self._hits[number] = self._words & stems(self._texts[number][:2000])
        return self._hits[number]


def _within(numbers: list[int], start: int, end: int) -> list[int]:
    """Those of sorted `numbers` from `start` to before `end`."""
    return numbers[bisect_left(numbers, start) : bisect_right(numbers, end - 1)]


def heads_others(text: str) -> bool:
    """Whether a short line heads other texts: a list of links, comments, a note on the author."""
    if len(text) > 80 or len(text.split()) > _LONGEST_LABEL:
        return False
    return label(text) or kind_of(text) in ("comment", "related") or _HEADS.fullmatch(text.strip()) is not None
