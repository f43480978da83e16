"""A sentence to its words, cut as the Universal Dependencies treebanks of English cut them.

Clitics stand alone ("do n't", "Iran 's"), hyphens part compounds ("US - led") except after a prefix ("pro-Israeli", "ex-minister"),
abbreviations keep their dots ("U.S."), signs stand alone.
"""

from __future__ import annotations

import re

PREFIXES = (
    "anti co cross e ex extra hyper inter intra mega meta micro mid mini multi neo non over para post pre pro pseudo quasi re semi sub "
    "super trans ultra un under"
).split()
_PREFIX = "|".join(PREFIXES)

_WORD = re.compile(
    rf"""
      https?://\S+ | www\.\S+                                  # addresses of the web
    | [\w.+-]+@[\w-]+\.[\w.-]+                                 # and of mail
    | (?:[A-Za-z]\.){{2,}}                                       # U.S., a.m.
    | (?:Mr|Mrs|Ms|Dr|Prof|Gen|Lt|Col|Maj|Sgt|Capt|Sen|Rep|Gov|St|Jr|Sr|Inc|Corp|Ltd|Co|vs|etc)\.
    | (?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept|Sep|Oct|Nov|Dec)\.
    | \d+(?:[.,:]\d+)*(?:st|nd|rd|th|s)?(?![^\W\d_])            # 1,200 3.5 10:30 21st 1990s
    | (?:{_PREFIX})-(?=[^\W\d_])[^\W_]+                         # pro-Israeli
    | [nN][’'][tT]\b                                            # n't, where the stem was cut before
    | [’'](?:s|S|ll|LL|re|RE|ve|VE|d|D|m|M)\b                   # 's, 'll
    | [^\W_]+(?:[’'](?!(?:s|S|ll|LL|re|RE|ve|VE|d|D|m|M|t|T)\b)[^\W_]+)*    # words, O'Brien
    | \.{{2,}} | -{{2,}} | [`]{{2}} | ''                          # ellipses, dashes, quotation marks
    | \S
    """,
    re.X | re.I,
)
_STEM = re.compile(r"(?i)[^\W\d_]+?(?=n[’']t\b)")
_CANNOT = re.compile(r"(?i)can(?=not\b)")


def words(text: str) -> list[tuple[int, int]]:
    """Start and end of each word of `text`, in order; together they hold every character that is not white space."""
    out: list[tuple[int, int]] = []
    position, size = 0, len(text)
    while position < size:
        if text[position].isspace():
            position += 1
            continue
        match = _STEM.match(text, position) or _CANNOT.match(text, position) or _WORD.match(text, position)
        end = match.end() if match else position + 1
        out.append((position, end))
        position = end
    return out
