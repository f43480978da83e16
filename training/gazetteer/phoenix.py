"""Phoenix actor dictionaries (MIT): officials with dates to 2014, armed groups, organisations, companies, towns. Mark "p"."""

from __future__ import annotations

import lzma
import re
from collections.abc import Iterator
from difflib import SequenceMatcher
from functools import cache
from pathlib import Path
from typing import NamedTuple

from khaldun.actors.entities import Term
from khaldun.actors.nations import nations
from khaldun.actors.roles import roles
from khaldun.actors.spelling import key
from training.gazetteer.drafts import Draft, Drafts

CAMEO = {
    **{code: code for code in "GOV MIL REB OPP JUD COP SPY BUS EDU AGR REF LAB CVL ELI LEG PTY UAF CRM".split()},
    "MED": "JRN", "HLH": "MED", "INS": "REB", "SEP": "REB", "HRI": "SOC", "ENV": "SOC", "DEV": "SOC", "REL": "REL",
}  # fmt: skip
FAITHS = frozenset("MUS CHR HIN BUD JEW SIK CTH PRO ORT SFI SUN".split())
WORLD = {"NGO": "NGO", "NGM": "NGO", "MNC": "MNC", "IMG": "IMG", "IGO": "IGO"}
LAST = "2014-01"  # the dictionaries end here: nothing is known of anybody after
BODY = re.compile(
    r"\b(party|front|movement|army|forces?|council|court|ministry|commission|committee|union|association|federation|brigades?|group|"
    r"organi[sz]ation|league|alliance|coalition|agency|institute|foundation|bank|company|corporation|congress|parliament|assembly|network|society|"
    r"center|centre|university|police|guard|militia|command|battalion|faction|cell|liberation|islamic|revolutionary|news|radio|television|"
    r"airlines?|limited|ltd|inc|corp|bureau|department|service|office|authority|fund|trust|church|club|international|national|group|holdings?)\b"
)
SMALL = frozenset("of the and for in on de la el al del du der van von bin ibn ul un et e y da do dos di".split())


class Entry(NamedTuple):
    """A name of the dictionaries, its other spellings, its codes with their dates, and whether a list of officials gave it."""

    name: str
    others: tuple[str, ...]
    codes: tuple[tuple[str, str, str], ...]
    listed: bool


def entries(path: Path) -> Iterator[Entry]:
    """The entries of one dictionary."""
    names: list[str] = []
    codes: list[tuple[str, str, str]] = []
    listed = False
    for line in [*lzma.open(path, "rt", encoding="utf8", errors="replace").read().splitlines(), "END"]:
        text, _, comment = line.replace("#", ";").partition(";")
        found = [dated(code) for code in re.findall(r"\[([^\]]+)\]", text)]
        word = text.partition("[")[0].strip()
        if word and not word.startswith("+"):
            if names and codes:
                yield Entry(names[0], tuple(names[1:]), tuple(codes), listed)
            names, codes, listed = [spelt(word)], [], "CountryInfo" in comment
        elif word:
            names.append(spelt(word[1:]))
        codes += [code for code in found if code]


def spelt(word: str) -> str:
    """A dictionary's name as it is written: "MAZAR-I-SHARIF_" is Mazar-I-Sharif, "NATO" stays."""
    words = word.replace("_", " ").split()
    return " ".join(w if len(words) == 1 and len(w) <= 5 else w.lower() if w.lower() in SMALL and n else w.title().replace("'S", "'s") for n, w in enumerate(words))


def dated(code: str) -> tuple[str, str, str] | None:
    """A code with its dates: `AFGGOV 030101-041231`, `AFGGOV >011222`."""
    head, _, dates = code.strip().partition(" ")
    dates = dates.strip()
    if not re.fullmatch(r"[A-Z~]{3,}", head) or head.startswith("~"):
        return None
    if dates.startswith(">"):
        return head, iso(dates[1:]), LAST
    if dates.startswith("<"):
        return head, "", iso(dates[1:])
    first, _, last = dates.partition("-")
    return head, iso(first), iso(last)


def iso(date: str) -> str:
    """A dictionary's date: `030101` or `20030101`."""
    digits = date.strip()
    if not digits.isdigit() or len(digits) not in (6, 8):
        return ""
    year = digits[:4] if len(digits) == 8 else f"{'20' if int(digits[:2]) <= 14 else '19'}{digits[:2]}"
    month, day = digits[-4:-2], digits[-2:]
    return f"{year}-{month}-{day}" if "01" <= month <= "12" and "01" <= day <= "31" else year


@cache
def states() -> frozenset[str]:
    """The country codes that PLOVER has."""
    return frozenset(nation.code for _, nation in nations().values())


def plover(code: str) -> tuple[str, tuple[str, ...]] | None:
    """A CAMEO actor code as country and sectors; nothing where the country is none of PLOVER's."""
    parts = [code[at : at + 3] for at in range(0, len(code), 3)]
    country = WORLD.get(parts[0], parts[0])
    if parts[0] == "IGO":
        country = "UNO" if "UNO" in parts else "EUR" if parts[1:2] == ["EUR"] and "EEC" in parts else "IGO"
    elif country not in states() and country not in WORLD.values():
        return None
    sectors = list(dict.fromkeys(CAMEO[part] for part in parts[1:] if part in CAMEO))
    if "GOV" in sectors:
        sectors = ["GOV"]
    if not sectors and set(parts[1:]) & FAITHS and country not in WORLD.values():
        sectors = ["REL"]
    if country in ("NGO", "MNC", "IMG", "IGO", "UNO"):
        sectors = [sector for sector in sectors if sector in ("MED", "JRN", "JUD") and country != "MNC"]
    return country, tuple(sectors)


def plain_name(name: str) -> bool:
    """Whether a name is one by itself: two words or more, not made of role nouns and nations only, no epithet."""
    words = [word.lower() for word in name.split()]
    if len(words) < 2 or len(words) > 7 or any(word.isdigit() for word in words):
        return False
    return key(name).lower() not in roles() and not all(word in roles() or word in nations() or word in SMALL for word in words)


def person(entry: Entry) -> bool:
    """Whether an entry is a person: from a list of officials, or with dates of office and no word of a body."""
    return not BODY.search(entry.name.lower()) and (entry.listed or any(start or end for _, start, end in entry.codes))


def read(source: Path, drafts: Drafts) -> None:
    """All that the three dictionaries tell."""
    for name in ("Phoenix.Countries", "Phoenix.International", "Phoenix.MilNonState"):
        for entry in entries(source / f"{name}.actors.txt.xz"):
            if len(entry.codes) == 1 and len(entry.codes[0][0]) == 3 and name == "Phoenix.Countries":
                towns(entry, drafts)
            elif person(entry):
                official(entry, drafts)
            else:
                body(entry, drafts, armed=name.endswith("MilNonState"))


def official(entry: Entry, drafts: Drafts) -> None:
    """A person with terms, if any of them reaches into 2005 or later and the name is no title."""
    terms = []
    for code, start, end in entry.codes:
        meant = plover(code)
        if meant and (start or end) and (end or LAST) >= "2005" and meant[1] and meant[1] != ("ELI",):
            terms.append((meant[0], Term("", meant[0] if meant[0] in states() else "", meant[1], start, end or LAST)))
    first = entry.name.split()[0].lower()
    if not terms or not plain_name(entry.name) or first in roles() or any(word.lower() in ("minister", "president", "official") for word in entry.name.split()):
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


def same_person(name: str):  # type: ignore[no-untyped-def]
    """A test for other spellings of a name: two words at least, the last one much the same."""
    return lambda other: plain_name(other) and len(other.split()) <= 4 and SequenceMatcher(None, name.lower(), other.lower()).ratio() > 0.6


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
    if meant is None or meant[0] not in states():
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
