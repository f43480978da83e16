"""How many place phrases get the right country: `python -m benchmarks.places benchmarks/data/places/dev.tsv [--errors]`."""

from __future__ import annotations

import sys
from pathlib import Path

from khaldun.evaluate.measures import Figure, figure, share
from khaldun.evaluate.tables import rows
from khaldun.places import locate
from khaldun.records import Place, Span

Located = tuple[str, str, Place]


def located(file: Path) -> list[Located]:
    """Phrase, wanted country ("-" for none) and the place found, of each row."""
    out = []
    for _, row in rows(file, ("phrase", "hint", "country")):
        phrase = row["phrase"]
        hint = tuple(row["hint"].split(",")) if row["hint"] else None
        out.append((phrase, row["country"], locate(Span(phrase, 0, len(phrase)), hint=hint)))
    return out


def figures(found: list[Located]) -> list[Figure]:
    """Right countries, and right ones among those given."""
    right = [float((place.country or "-") == wanted) for _, wanted, place in found]
    given = [float(place.country == wanted) for _, wanted, place in found if place.country]
    return [figure("places, country right", right, share), figure("places, country right where one is given", given, share)]


def main() -> None:
    found = located(Path(sys.argv[1]))
    if "--errors" in sys.argv:
        for phrase, wanted, place in found:
            if (place.country or "-") != wanted:
                print(f"{phrase}: {wanted} wanted, {place.country} {place.name} found ({place.rule})")
    for each in figures(found):
        print(each)


if __name__ == "__main__":
    main()
