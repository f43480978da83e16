"""Wikidata's tables of leaders (CC0, mark "w"), the world's leaders of August 2026 (mark "l") and the World Factbook (mark "f")."""

from __future__ import annotations

import csv
import html
import json
import lzma
import re
from pathlib import Path
from typing import Any

from khaldun.actors.entities import Term
from khaldun.actors.nations import nations
from khaldun.actors.spelling import key
from training.gazetteer.drafts import Draft, Drafts, agree

MONTHS = "January February March April May June July August September October November December".split()
OFFICES = tuple(
    (word, office)
    for office, words in (
        ("vice president", ("vice president",)),
        ("", ("deputy",)),
        ("prime minister", ("prime minister", "premier", "chancellor", "taoiseach")),
        ("supreme leader", ("supreme leader",)),
        ("foreign minister", ("minister of foreign", "minister for foreign", "foreign minister", "foreign affairs", "external")),
        ("monarch", ("monarch", "king", "queen", "emir", "sultan", "emperor")),
        ("governor-general", ("governor-general",)),
        ("president", ("president",)),
    )
    for word in words
)


def code_of(country: str) -> str | None:
    """The code of a state by its English name."""
    found = nations().get(key(country)) or nations().get(key(country).lower())
    return found[1].code if found and found[0] in ("name", "seat") and not found[1].sector else None


def office_of(title: str) -> str | None:
    """An office by its title; nothing for titles that are no one's own (members of councils, deputies)."""
    lower = title.lower()
    return next((office for word, office in OFFICES if word in lower), None) or None


def hold(drafts: Drafts, name: str, term: Term, country: str, mark: str, wikidata: str = "") -> None:
    """A term of somebody who may be known. A better source's holder of the same office keeps it; the log says so."""
    draft = drafts.find(name, "person", country) or drafts.find(name, "person")
    others = (other for other in drafts.all if other is not draft and other.kind == "person")
    rival = next((other for other in others for known in other.terms if in_the_way(known, term)), None)
    if rival and same_words(rival.name, name):
        rival.aliases.add(name)
        rival.source += "" if mark in rival.source else mark
        rival.wikidata = rival.wikidata or wikidata
        drafts.file(rival, [name])
        return
    if (
        rival
        and (draft is None or rival is not draft)
        and not (draft and any(t.of == term.of and t.office == term.office for t in draft.terms))
    ):
        drafts.disagree(name, f"{term.office} of {term.of}", rival.name, mark, f"{name} from {term.start}")
    if draft is None:
        drafts.add(Draft(name, "person", country, (), mark, wikidata=wikidata, terms=[] if rival else [term]))
        return
    draft.source += "" if mark in draft.source else mark
    draft.wikidata = draft.wikidata or wikidata
    if not rival:
        drafts.term(draft, term, mark)


def in_the_way(known: Term, term: Term) -> bool:
    """Whether somebody else's known term leaves no room for another of the same office."""
    if known.of != term.of or known.office != term.office or (known.start > term.start and not agree(known.start, term.start)):
        return False
    return not known.end or (term.start < known.end[: len(term.start)] and not agree(known.end, term.start))


def same_words(first: str, second: str) -> bool:
    """Whether one name is the other with more words: "Daniel Noboa" and "Daniel Noboa Azin"."""
    words = [set(key(name).lower().split()) for name in (first, second)]
    return len(words[0] & words[1]) >= 2 or words[0] <= words[1] or words[1] <= words[0]


def heads(path: Path, drafts: Drafts) -> None:
    """Heads of state and government by year."""
    for row in csv.DictReader(path.open(encoding="utf8")):
        code, office = code_of(row["country"]), office_of(row["positionLabel"])
        if code and office and row["start_year"] and row["officeholderLabel"] and not re.match(r"Q\d", row["officeholderLabel"]):
            hold(
                drafts,
                row["officeholderLabel"],
                Term(office, code, ("GOV",), row["start_year"], row["end_year"]),
                code,
                "w",
                row["officeholder"],
            )


def foreign_ministers(path: Path, drafts: Drafts) -> None:
    """Foreign ministers with the day they took office; the table (of 2023) knows no ends."""
    for row in csv.DictReader(path.open(encoding="utf8")):
        code = code_of(row["countryLabel"])
        if code and row["start"] and row["name"] and not re.match(r"Q\d", row["name"]):
            term = Term("foreign minister", code, ("GOV",), row["start"][:10], "")
            later = [
                known.start
                for other in drafts.all
                for known in other.terms
                if known.of == code and known.office == "foreign minister" and known.start > term.start
            ]
            hold(drafts, row["name"], Term(term.office, code, ("GOV",), term.start, min(later, default="2024")), code, "w", row["person"])


def un_offices(path: Path, drafts: Drafts) -> None:
    """Offices of the United Nations and other bodies."""
    for row in csv.DictReader(path.open(encoding="utf8")):
        position = row["position"]
        if not row["person"].isascii() and not re.search("[A-Za-z]", row["person"]):
            continue
        name = row["person"].split(", Baron")[0]
        of = (
            "united-nations"
            if "United Nations" in position or "Court of Justice" in position
            else "council-of-europe"
            if "Council of Europe" in position
            else ""
        )
        if position.startswith("Permanent Representative"):
            continue
        sectors = ("JUD",) if "Court" in position else ()
        office = "head" if position == "Secretary-General of the United Nations" else position.partition(" of the ")[0].lower()
        term = Term(office, of, sectors, row["start"], row["end"])
        draft = drafts.find(name, "person")
        country = "UNO" if of == "united-nations" else "IGO"
        if draft is None:
            drafts.add(Draft(name, "person", country, (), "w", wikidata=row["personID"], terms=[term]))
        else:
            draft.wikidata = draft.wikidata or row["personID"]
            draft.source += "" if "w" in draft.source else "w"
            drafts.term(draft, term, "w")


def world_leaders(path: Path, drafts: Drafts) -> None:
    """Who led thirty states in August 2026."""
    for entry in json.loads(path.read_text("utf8"))["countries"].values():
        code = code_of(entry["country"]["name_en"])
        for position in entry["positions"].values():
            holder = position.get("current_holder") or {}
            office = office_of(position["title_en"])
            if code and office and holder.get("name_en") and holder.get("since"):
                hold(
                    drafts, holder["name_en"], Term(office, code, ("GOV",), holder["since"], ""), code, "l", holder.get("wikidata_id") or ""
                )


def clean(text: str) -> str:
    """The Factbook's text without markup."""
    return re.sub(r"<[^>]+>", "\n", html.unescape(text)).replace("\xa0", " ")


def factbook(path: Path, drafts: Drafts) -> None:
    """Executives, parties, parliaments, forces and provinces of the World Factbook."""
    for chapter in json.loads(lzma.decompress(path.read_bytes())).values():
        name = chapter.get("Country name", {}).get("conventional short form", {}).get("text", "")
        code = (
            code_of(clean(name).strip())
            or code_of(clean(name).split(",")[0])
            or code_of(clean(chapter.get("Country name", {}).get("conventional long form", {}).get("text", "")))
        )
        if code:
            executive(chapter, code, drafts)
            parties(chapter, code, drafts)
            parliament(chapter, code, drafts)
            provinces(chapter, code, drafts)
            forces(chapter, code, drafts)


def executive(chapter: dict[str, Any], code: str, drafts: Drafts) -> None:
    """Chief of state and head of government with the day they took office."""
    for part in ("chief of state", "head of government"):
        text = clean(chapter.get("Executive branch", {}).get(part, {}).get("text", ""))
        for title, name, day, month, year in re.findall(
            r"((?:[A-Z][\w-]+ )+?)((?:(?:al-|bin |[A-Z'’.-])[\w'’.-]*,? ?){2,6})\(since (\d+) (\w+) (\d{4})\)", text
        ):
            office = office_of(title)
            if office and month in MONTHS and name.strip():
                term = Term(office, code, ("GOV",), f"{year}-{MONTHS.index(month) + 1:02}-{int(day):02}", "")
                hold(drafts, spelt(name), term, code, "f")


def spelt(name: str) -> str:
    """A Factbook name: surnames stand in capitals."""
    return " ".join(word.title() if word.isupper() and len(word) > 2 else word for word in name.replace(",", "").split())


def parties(chapter: dict[str, Any], code: str, drafts: Drafts) -> None:
    """Political parties with their abbreviations."""
    for line in clean(chapter.get("Political parties", {}).get("text", "")).split("\n"):
        line = re.sub(r"\((?:formerly|includes|electoral|coalition|faction)[^)]*\)", "", line).split(";")[0].strip(" .:")
        full, _, short = line.partition(" or ")
        names = [full, *re.findall(r"\(([^)]+)\)", full)]
        full = re.sub(r" ?\([^)]*\)", "", full).strip()
        if (
            not 6 < len(full) < 70
            or full.lower().startswith(("note", "other", "none", "independent"))
            or ":" in full
            or not full[0].isupper()
        ):
            continue
        if key(full).lower() in drafts.by_key and drafts.find(full, "organisation", code) is None and len(full.split()) < 3:
            full = f"{full} ({next(nation.name for _, nation in nations().values() if nation.id == code.lower())})"
        aliases = {re.sub(r"\W+$", "", name).strip("\"' ") for name in (*names[1:], short) if 2 < len(name.strip()) < 50}
        drafts.add(Draft(full, "organisation", code, ("PTY",), "f", aliases={alias for alias in aliases if len(alias) > 2}))


def parliament(chapter: dict[str, Any], code: str, drafts: Drafts) -> None:
    """The legislature under its own name; its chambers too."""
    branch = chapter.get("Legislative branch", {})
    state = next(nation.name for _, nation in nations().values() if nation.id == code.lower())
    for part in ("legislature name", "chamber name"):
        text = clean(branch.get(part, {}).get("text", ""))
        local = re.findall(r"\(([^)/]+)", text)
        if text and "\n" not in text.strip():
            aliases = {f"{adjective} {re.sub(r' ?[(].*', '', text)}" for adjective in (state,)}
            draft = drafts.find(f"Parliament of {state}", "organisation", code)
            if draft:
                draft.aliases |= aliases | {name.strip() for name in local if len(name.split()) > 1}
                draft.source += "" if "f" in draft.source else "f"


def provinces(chapter: dict[str, Any], code: str, drafts: Drafts) -> None:
    """First-order divisions, as places."""
    text = clean(chapter.get("Administrative divisions", {}).get("text", ""))
    for part in re.split(r"[\n;]", text):
        for name in part.split(","):
            name = re.sub(r" ?\(.*|\*+|\".*", "", name).strip()
            if 3 < len(name) < 30 and name[0].isupper() and not re.search(r"\d|note|provinces|regions|districts", name):
                word = key(name).lower()
                if word not in nations() and not drafts.find(name, "place"):
                    drafts.add(Draft(name, "place", code, (), "f"))


def forces(chapter: dict[str, Any], code: str, drafts: Drafts) -> None:
    """The armed forces under their own name."""
    text = clean(chapter.get("Military", {}).get("Military and security forces", {}).get("text", ""))
    found = re.match(r"\s*([A-Z][\w'’\- ]{6,60}?) ?(?:\(([A-Z&-]{2,8})[^)]*\))?(?: \(aka [^)]*\))?:", text)
    if found and re.search(r"Force|Army|Military|Defen[cs]e|Guard", found[1]) and not found[1].startswith(("Ministry", "No ")):
        drafts.add(
            Draft(found[1].strip(), "organisation", code, ("MIL",), "f", aliases={found[2]} if found[2] and len(found[2]) > 3 else set())
        )
