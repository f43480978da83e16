"""Lists of one's own: CSV, PETRARCH actor dictionaries and FollowTheMoney JSON lines in, entities out.

Lay them over the shipped gazetteer with `shipped().with_entities(read_list(path))` and pass that to `who`, `resolve` or the reader.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, cast

import msgspec

from khaldun.actors.codes import CAMEO, country, plover
from khaldun.actors.entities import Entity, Term
from khaldun.actors.petrarch import entries
from khaldun.actors.spelling import key
from khaldun.errors import DataError, UsageError
from khaldun.records import ActorKind

KINDS = ("country", "organisation", "person", "group", "place")
DATE = re.compile(r"\d{4}(?:-\d\d(?:-\d\d)?)?")
SCHEMAS: dict[str, ActorKind] = {
    "Person": "person", "Organization": "organisation", "Company": "organisation", "PublicBody": "organisation", "LegalEntity":
    "organisation",
}  # fmt: skip
TOPICS = {
    "role.pep": "GOV", "role.rca": "ELI", "role.judge": "JUD", "role.civil": "GOV", "role.diplo": "GOV", "role.journo": "JRN", "role.act":
    "SOC",
    "role.oligarch": "BUS", "role.lobby": "SOC", "role.spy": "SPY", "gov": "GOV", "gov.executive": "GOV", "gov.head": "GOV",
    "gov.legislative": "LEG", "gov.judicial": "JUD", "gov.security": "SPY", "gov.soe": "BUS", "gov.muni": "GOV", "gov.national": "GOV",
    "gov.state": "GOV", "gov.financial": "GOV", "gov.igo": "", "pol.party": "PTY", "pol.union": "LAB", "crime": "CRM", "crime.terror":
    "REB",
    "mil": "MIL", "rel": "REL", "fin.bank": "BUS",
}  # fmt: skip


def read_list(path: Path, form: str | None = None) -> tuple[Entity, ...]:
    """The entities of a list. `form` is csv, petrarch or ftm; without it the file's ending tells.

    Raises:
        DataError: naming file and line, where the list is wrong.
        UsageError: the ending is none we know and no `form` is given.
    """
    readers: dict[str, Callable[[Path], Iterator[Entity]]] = {"csv": read_csv, "petrarch": read_petrarch, "ftm": read_ftm}
    endings = {
        ".csv": "csv",
        ".tsv": "csv",
        ".txt": "petrarch",
        ".actors": "petrarch",
        ".json": "ftm",
        ".jsonl": "ftm",
        ".ijson": "ftm",
        ".ftm": "ftm",
    }
    chosen = form or endings.get(path.suffix.lower())
    if chosen not in readers:
        raise UsageError(f"{path}: say what the list is (csv, petrarch or ftm); its ending does not tell")
    try:
        return tuple(readers[chosen](path))
    except UnicodeDecodeError as error:
        raise DataError(f"{path}: not UTF-8 at byte {error.start}") from error
    except OSError as error:
        raise DataError(f"{path}: {error.strerror}") from error


def sector(code: str, where: str) -> str:
    """A sector code, checked."""
    upper = code.strip().upper()
    if upper not in CAMEO.values():
        raise DataError(f"{where}: {code!r} is no sector of PLOVER; the sectors are {', '.join(sorted(set(CAMEO.values())))}")
    return upper


def place(code: str, where: str) -> str | None:
    """A country code, checked; nothing for an empty one."""
    found = country(code) if code.strip() else None
    if code.strip() and found is None:
        raise DataError(
            f"{where}: {code!r} is no country code (ISO 3166 with two or three letters, KOS, or IGO, UNO, EUR, NGO, ISM, IMG, MNC)"
        )
    return found


def date(text: str, where: str) -> str:
    """A date, checked: a year, month or day in ISO 8601, or nothing."""
    if text.strip() and not DATE.fullmatch(text.strip()):
        raise DataError(f"{where}: {text!r} is no date like 2024, 2024-07 or 2024-07-12")
    return text.strip()


def read_csv(path: Path) -> Iterator[Entity]:
    """A table with a column `name` and any of id, kind, country, sectors, aliases, from, to, office, wikidata.

    Sectors and aliases are parted by ";". An `office` with `from` and `to` makes them the dates of the office.
    """
    with path.open(encoding="utf-8-sig", newline="") as file:
        rows = csv.DictReader(file, delimiter="\t" if path.suffix == ".tsv" else ",")
        if "name" not in (rows.fieldnames or ()):
            raise DataError(f"{path}:1: no column called name; found {', '.join(rows.fieldnames or ()) or 'none'}")
        for row in rows:
            where = f"{path}:{rows.line_num}"
            if None in row:
                raise DataError(f"{where}: more fields than the header has")
            yield from_row({name: value or "" for name, value in row.items()}, where)


def from_row(row: dict[str, str], where: str) -> Entity:
    """A row of a CSV list as an entity."""
    name = row["name"].strip()
    if not key(name):
        raise DataError(f"{where}: the name is empty")
    kind = row.get("kind", "").strip() or "organisation"
    if kind not in KINDS:
        raise DataError(f"{where}: {kind!r} is no kind; expected one of {', '.join(KINDS)}")
    code = place(row.get("country", ""), where)
    sectors = tuple(sector(part, where) for part in re.split("[;,]", row.get("sectors", "")) if part.strip())
    start, end, office = date(row.get("from", ""), where), date(row.get("to", ""), where), row.get("office", "").strip()
    terms = (Term(office, code or "", sectors, start, end),) if office else ()
    aliases = tuple(alias.strip() for alias in row.get("aliases", "").split(";") if alias.strip())
    ident = row.get("id", "").strip() or key(name).lower().replace(" ", "-")
    bounds = ("", "") if office else (start, end)
    sectors = () if office else sectors
    return Entity(ident, name, cast(ActorKind, kind), code, sectors, *bounds, terms, row.get("wikidata", "").strip(), "list", aliases)


def read_petrarch(path: Path) -> Iterator[Entity]:
    """An actor dictionary of PETRARCH or TABARI. An entry with dates is a person in office, one without a body."""
    for entry in entries(path.read_text("utf8").splitlines(), str(path)):
        where = f"{path}:{entry.line}"
        read = [(plover(coded.code), coded) for coded in entry.codes]
        known = [(meant, coded) for meant, coded in read if meant]
        if not known:
            raise DataError(f"{where}: {entry.codes[0].code!r} begins with no country code of PLOVER")
        held = [(meant, coded.start, "" if coded.end == "now" else coded.end) for meant, coded in known if coded.start or coded.end]
        terms = tuple(Term("", meant[0], meant[1], start, end) for meant, start, end in held)
        (code, sectors), _ = known[-1]
        kind: ActorKind = "person" if terms else "organisation"
        ident = key(entry.name).lower().replace(" ", "-")
        yield Entity(ident, entry.name, kind, code, () if terms else sectors, "", "", terms, "", "list", entry.others)


def read_ftm(path: Path) -> Iterator[Entity]:
    """FollowTheMoney entities, one JSON object a line, as OpenSanctions exports them.

    Schemata that are no actors (addresses, links) are passed over.
    """
    with path.open("rb") as file:
        for number, line in enumerate(file, 1):
            if line.strip():
                found = from_ftm(line, f"{path}:{number}")
                if found:
                    yield found


def from_ftm(line: bytes, where: str) -> Entity | None:
    """One FollowTheMoney entity."""
    try:
        row: Any = msgspec.json.decode(line)
    except msgspec.DecodeError as error:
        raise DataError(f"{where}: no JSON object: {error}") from error
    if not isinstance(row, dict) or not isinstance(row.get("properties"), dict) or not isinstance(row.get("id"), str):
        raise DataError(f"{where}: a FollowTheMoney entity needs id, schema and properties")
    kind = SCHEMAS.get(str(row.get("schema")))
    if kind is None:
        return None
    values = {name: [str(value) for value in found] for name, found in row["properties"].items() if isinstance(found, list)}
    names = [
        name
        for name in (row.get("caption"), *values.get("name", []), *values.get("alias", []), *values.get("weakAlias", []))
        if name and key(str(name))
    ]
    if not names:
        raise DataError(f"{where}: the entity has no name")
    codes = [
        found
        for code in (*values.get("country", []), *values.get("nationality", []), *values.get("jurisdiction", []))
        if (found := country(code))
    ]
    sectors = tuple(dict.fromkeys(s for topic in values.get("topics", []) if (s := TOPICS.get(topic))))
    if kind == "organisation" and not sectors and row["schema"] in ("Company", "PublicBody"):
        sectors = ("BUS",) if row["schema"] == "Company" else ("GOV",)
    wikidata = next(iter(values.get("wikidataId", [])), "")
    aliases = tuple(dict.fromkeys(str(name) for name in names[1:]))
    return Entity(row["id"], str(names[0]), kind, codes[0] if codes else None, sectors, "", "", (), wikidata, "list", aliases)
