"""Which prose of an HTML page is not its article's own: what a label such as "You may also like" heads behind the article's text."""

from __future__ import annotations

import re
from collections.abc import Sequence

from khaldun.articles.furniture import kind_of, label
from khaldun.articles.topics import shared, stems
from khaldun.records import Block

_ENOUGH = 25
_LONGEST_LABEL = 12
_HEADS = re.compile(
    r"(?:about (?:the )?(?:author|writer|reporter)s?|(?:über|zum) (?:den |die )?autor(?:in)?|sobre (?:el|la|o|a) autora?|"
    r"you (?:may|might|could) (?:also )?(?:like|enjoy)(?: these| this)?|people also (?:read|like)|das könnte (?:sie|dich) .{0,30}|"
    r"vous (?:aimerez|pourriez aimer).{0,20}|(?:también )?te puede interesar|você (?:também )?pode (?:gostar|se interessar)|"
    r"(?:ti )?potrebbe(?:ro)? interessarti(?: anche)?|to może cię zainteresować|вам может (?:быть интересно|понравиться)|"
    r"ilginizi çekebilir|(?:اقرأ|شاهد) (?:أيضا|ايضا)|相关(?:阅读|新闻|文章)|関連(?:記事|ニュース)|관련 ?(?:기사|뉴스))\W*",
    re.I,
)


def labelled(blocks: Sequence[Block], texts: Sequence[str], prose: Sequence[int], title: int) -> set[int]:
    """The numbers of the blocks that labels head. `prose` has the words of each block that is prose, `title` is the headline's number.

    A label heads the largest element that it opens and whose prose, but for comments, says little of the headline (a short headline
    tells nothing); and none before the article's own text has begun.
    """
    opened: dict[int, int] = {}
    for number, block in enumerate(blocks):
        for holder in block.at:
            opened.setdefault(holder, number)
    found: set[int] = set()
    short = len(stems(texts[title])) < 4
    for number in range(title + 1, len(blocks)):
        if number in found or not heads_others(texts[number]):
            continue
        own = [other for other in range(title + 1, number) if prose[other] and other not in found]
        if sum(prose[other] for other in own) < _ENOUGH:
            continue
        mine = says(texts[title], texts, own)
        for holder in blocks[number].at:
            if opened[holder] == number:
                headed = [other for other in range(number, len(blocks)) if holder in blocks[other].at]
                theirs = [other for other in headed if prose[other]]
                if not theirs or kind_of(texts[number]) == "comment" or short or says(texts[title], texts, theirs) <= 0.5 * mine:
                    found.update(headed)
                    break
    return found


def heads_others(text: str) -> bool:
    """Whether a short line heads other texts: a list of links, comments, a note on the author."""
    if len(text) > 80 or len(text.split()) > _LONGEST_LABEL:
        return False
    return label(text) or kind_of(text) in ("comment", "related") or _HEADS.fullmatch(text.strip()) is not None


def says(title: str, texts: Sequence[str], numbers: Sequence[int]) -> float:
    """How much of a headline some blocks say."""
    return shared(stems(title), stems("\n".join(texts[number][:2000] for number in numbers)))
