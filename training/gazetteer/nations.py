"""`known/countries.txt` and `known/territories.txt` in, `nations.tsv` out: every state and territory and the words that name it."""

from __future__ import annotations

from pathlib import Path

from khaldun.actors.spelling import key

KNOWN = Path(__file__).parent / "known"
HEADER = "id\tcode\tname\tsector\tleader\tnames\tadjectives\tpeople\tseats"


def facts(name: str, fields: int) -> list[list[str]]:
    """The lines of a file of known facts, split at "|", without its comments."""
    lines = [line for line in (KNOWN / name).read_text("utf8").splitlines() if line.strip() and not line.startswith("#")]
    rows = [[field.strip() for field in line.split("|")] for line in lines]
    return [row + [""] * (fields - len(row)) for row in rows]


def keyed(*fields: str) -> str:
    """Names in fields parted by semicolons as sorted keys."""
    return "|".join(sorted({key(name) for field in fields for name in field.split(";") if name.strip()}))


def nation_lines() -> list[str]:
    """The table: states under their code, territories under their name, each with its keys."""
    out = []
    for code, name, names, adjectives, people, seats, leader in facts("countries.txt", 7):
        people = f"{people}; {name} nationals"
        out.append("\t".join((code.lower(), code, name, "", leader, keyed(name, names), keyed(adjectives), keyed(people), keyed(seats))))
    for code, sector, name, names, words, seats in facts("territories.txt", 6):
        parts = [word.strip() for word in words.split(";") if word.strip()]
        persons = [word for word in parts if word.endswith("s") and word[:-1] in parts]
        rest = [word for word in parts if word not in persons]
        ident = f"{code.lower()}-{key(name).replace(' ', '-')}"
        columns = (
            ident,
            code,
            name,
            sector,
            "president",
            keyed(name, names),
            keyed(";".join(rest)),
            keyed(";".join(persons)),
            keyed(seats),
        )
        out.append("\t".join(columns))
    return [HEADER, *sorted(out)]
