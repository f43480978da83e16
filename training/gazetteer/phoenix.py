"""Phoenix actor dictionaries (MIT): officials with dates to 2014, armed groups, organisations, companies, towns. Mark "p"."""

from __future__ import annotations

import lzma
import re
from collections.abc import Callable
from difflib import SequenceMatcher
from pathlib import Path

from khaldun.actors.codes import countries, plover
from khaldun.actors.entities import Term
from khaldun.actors.nations import nations
from khaldun.actors.petrarch import SMALL, Entry, entries
from khaldun.actors.roles import roles
from khaldun.actors.spelling import key
from training.gazetteer.drafts import Draft, Drafts

WORLD = frozenset(("IGO", "UNO", "EUR", "NGO", "ISM", "IMG", "MNC"))
LAST = "2014-01"  # the dictionaries end here: nothing is known of anybody after
BODY = re.compile(
    r"\b(party|front|movement|army|forces?|council|court|ministry|commission|committee|union|association|federation|brigades?|group|"
    r"organi[sz]ation|league|alliance|coalition|agency|institute|foundation|bank|company|corporation|congress|parliament|assembly|network|society|"
    r"center|centre|university|police|guard|militia|command|battalion|faction|cell|liberation|islamic|revolutionary|news|radio|television|"
    r"airlines?|limited|ltd|inc|corp|bureau|department|service|office|authority|fund|trust|church|club|international|national|group|holdings?)\b"
)


def plain_name(name: str) -> bool:
    """Whether a name is one by itself: two words or more, not made of role nouns and nations only, no epithet."""
    words = [word.lower() for word in name.split()]
    if len(words) < 2 or len(words) > 7 or any(word.isdigit() for word in words):
        return False
    return key(name).lower() not in roles() and not all(word in roles() or word in nations() or word in SMALL for word in words)


def person(entry: Entry) -> bool:
    """Whether an entry is a person: from a list of officials, or with dates of office and no word of a body."""
    return not BODY.search(entry.name.lower()) and ("CountryInfo" in entry.comment or any(start or end for _, start, end in entry.codes))


def read(source: Path, drafts: Drafts) -> None:
    """All that the three dictionaries tell."""
    for name in ("Phoenix.Countries", "Phoenix.International", "Phoenix.MilNonState"):
        path = source / f"{name}.actors.txt.xz"
        for entry in entries(lzma.decompress(path.read_bytes()).decode("utf8", "replace").splitlines(), name, strict=False):
            if len(entry.codes) == 1 and len(entry.codes[0][0]) == 3 and name == "Phoenix.Countries":
                towns(entry, drafts)
            elif person(entry):
                official(entry, drafts)
            else:
                body(entry, drafts, armed=name.endswith("MilNonState"))


def official(entry: Entry, drafts: Drafts) -> None:
    """A person with terms, if any of them reaches into 2005 or later and the name is no title."""
    terms = []
    for code, start, open_end in entry.codes:
        meant, end = plover(code), LAST if open_end == "now" else open_end
        if meant and start <= (end or LAST) and (start or end) and (end or LAST) >= "2005" and meant[1] and meant[1] != ("ELI",):
            terms.append((meant[0], Term("", meant[0] if meant[0] in countries() - WORLD else "", meant[1], start, end or LAST)))
    if (
        not terms
        or not plain_name(entry.name)
        or titled(entry.name)
        or any(word.lower() in ("minister", "president", "official") for word in entry.name.split())
    ):
        return
    country = terms[-1][0]
    rivals = drafts.find(entry.name, "person", country)
    if rivals and rivals.source.startswith("k"):
        check(rivals, terms, drafts)
        return
    draft = drafts.add(Draft(entry.name, "person", country, (), "p", aliases=set(filter(same_person(entry.name), entry.others))))
    for _, term in terms:
        draft.terms.append(term)


def check(known: Draft, terms: list[tuple[str, Term]], drafts: Drafts) -> None:
    """Compare the terms of a person known better with those of the dictionaries; what differs goes to the log."""
    known.source += "" if "p" in known.source else "p"
    starts = [term.start[:7] for term in known.terms]
    for _, term in terms:
        if "GOV" in term.sectors and term.start and term.start[:7] not in starts and not any(near(term.start, start) for start in starts):
            drafts.disagree(known.name, "an office from", " ".join(starts), "p", term.start)


def near(first: str, second: str) -> bool:
    """Whether two months lie within a year and a month of each other."""
    months = [int(date[:4]) * 12 + int(date[5:7] or 1) for date in (first, second)]
    return abs(months[0] - months[1]) <= 13


def titled(name: str) -> bool:
    """Whether a name begins with a title: "Secretary-General Ban Ki-moon"."""
    words = key(name).lower().split()
    return any(" ".join(words[:length]) in roles() for length in (1, 2, 3))


def same_person(name: str) -> Callable[[str], bool]:
    """A test for other spellings of a name: two words at least, the last one much the same."""
    return lambda other: (
        plain_name(other)
        and not titled(other)
        and len(other.split()) <= 4
        and SequenceMatcher(None, name.lower(), other.lower()).ratio() > 0.6
    )


def body(entry: Entry, drafts: Drafts, *, armed: bool) -> None:
    """An organisation, group or company."""
    meant = plover(entry.codes[0][0])
    if meant is None or not plain_name(entry.name) or (not armed and not BODY.search(entry.name.lower()) and meant[0] != "MNC"):
        return
    name = re.sub(r" ?\(.*?\)", "", entry.name).strip()
    if not plain_name(name) or key(name).lower() in drafts.by_key:
        return
    acronyms = {match.upper() for match in re.findall(r"\((\w{3,8})\)", entry.name)}
    others = {re.sub(r" ?\(.*?\)", "", other).strip() for other in entry.others if plain_name(other)}
    drafts.add(Draft(name, "organisation", meant[0], meant[1], "p", aliases=others | acronyms))


def towns(entry: Entry, drafts: Drafts) -> None:
    """The towns and provinces that a country's entry lists among its names."""
    meant = plover(entry.codes[0][0])
    if meant is None or meant[0] in WORLD:
        return
    code = meant[0]
    own = [word for word, (_, nation) in nations().items() if nation.code == code]
    for name in entry.others:
        word = key(name).lower()
        if len(word) < 4 or word in nations() or word in roles() or len(word.split()) > 3 or word in drafts.by_key or not word.isascii():
            continue
        if any(SequenceMatcher(None, word, known).ratio() > 0.62 or known in word for known in own if len(known) > 3):
            continue
        if not any(part in roles() for part in word.split()):
            drafts.add(Draft(name.title(), "place", code, (), "p"))
