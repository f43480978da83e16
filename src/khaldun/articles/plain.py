"""Plain text to articles."""

from __future__ import annotations

import re

from khaldun.articles.drafts import Draft, Drafts

_LINE = re.compile(r"[^\n]*\S[^\n]*")


def split_plain(text: str) -> Drafts:
    """The articles of a page of plain text."""
    lines = [(m.start() + len(m[0]) - len(m[0].lstrip()), m.start() + len(m[0].rstrip())) for m in _LINE.finditer(text)]
    count: dict[str, int] = {}
    for start, end in lines:
        count[text[start:end]] = count.get(text[start:end], 0) + 1
    drafts = Drafts()
    for number, (start, end) in enumerate(lines):
        words = text[start:end]
        prose = (len(words.split()) > 11 or words.endswith((".", "”", '"'))) and count[words] == 1
        repeats = 3 < len(words.split()) < 26 and any(text[a:b] == words for a, b in lines[number + 1 : number + 13])
        if repeats and (not drafts.articles or drafts.articles[-1].body):
            drafts.articles.append(Draft())
        if drafts.articles and not drafts.articles[-1].body and count[words] > 1 and not prose:
            drafts.articles[-1].titles.append((start, end))
        elif prose:
            if not drafts.articles:
                drafts.articles.append(Draft())
            drafts.articles[-1].body.append((start, end))
    for draft in drafts.articles:
        heads = [text[a:b] for a, b in draft.titles]
        draft.titles = [(a, b) for a, b in draft.titles if text[a:b] == heads[0]]
    drafts.articles = [draft for draft in drafts.articles if draft.body]
    if not drafts.articles and len(lines) == 1 and re.search(r"[.!?…]\W*$", text[slice(*lines[0])]):
        drafts.articles.append(Draft(body=lines))
    return drafts
