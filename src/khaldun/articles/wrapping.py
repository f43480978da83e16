"""Text that was broken into lines of one width: its paragraphs are put together again."""

from __future__ import annotations

import re

from khaldun.articles.drafts import Range

_FEWEST = 8
_FEWEST_GOING = 4
_WIDEST = 140
_NARROWEST = 30
_WORD = re.compile(r"\S+")


def unwrapped(text: str, lines: list[Range]) -> list[Range]:
    """The paragraphs of `lines` where their line ends only keep them within a width; otherwise the lines as they are.

    A line goes on in the next where the next's first word would not have fitted on it.
    """
    width = max((end - start for start, end in lines), default=0)
    if len(lines) < _FEWEST or not _NARROWEST <= width <= _WIDEST:
        return lines
    joined = [_goes_on(text, lines[number], lines[number + 1], width) for number in range(len(lines) - 1)]
    if not _is_wrapped(text, lines, joined):
        return lines
    found = [lines[0]]
    for line, goes_on in zip(lines[1:], joined, strict=True):
        if goes_on:
            found[-1] = (found[-1][0], line[1])
        else:
            found.append(line)
    return found


def _goes_on(text: str, line: Range, following: Range, width: int) -> bool:
    if text.count("\n", line[1], following[0]) != 1:
        return False
    word = _WORD.match(text, following[0], following[1])
    return word is not None and (line[1] - line[0]) + 1 + len(word[0]) > width


def _is_wrapped(text: str, lines: list[Range], joined: list[bool]) -> bool:
    """Whether enough lines fill the width, and go on in small letters as the insides of sentences do."""
    going = [lines[number + 1][0] for number, goes_on in enumerate(joined) if goes_on]
    small = sum(text[start].islower() for start in going)
    return len(going) >= _FEWEST_GOING and small * 2 >= len(going)
