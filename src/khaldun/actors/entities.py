"""The plain data of the gazetteer: who there is, and who held which office when."""

from __future__ import annotations

from typing import cast

import msgspec

from khaldun.records import ActorKind

COLUMNS = ("id", "name", "kind", "country", "sectors", "from", "to", "offices", "wikidata", "source", "aliases")


class Term(msgspec.Struct, frozen=True):
    """A time in office.

    `of` is the country code or the entity id that the office belongs to; an empty `office` is one we only know the sector of.
    """

    office: str
    of: str
    sectors: tuple[str, ...]
    start: str
    end: str

    def covers(self, on: str) -> bool:
        """Whether `on` (ISO 8601) lies in this term.

        Dates of a month or a year count as their first day at the start, their last at the end.
        """
        return self.start <= on and on[: len(self.end)] <= self.end


class Entity(msgspec.Struct, frozen=True):
    """A state, body, group, person or place.

    `start` and `end` bound its validity where they are known; `aliases` are other names for it.
    """

    id: str
    name: str
    kind: ActorKind
    country: str | None
    sectors: tuple[str, ...] = ()
    start: str = ""
    end: str = ""
    terms: tuple[Term, ...] = ()
    wikidata: str = ""
    source: str = ""
    aliases: tuple[str, ...] = ()

    def at(self, on: str | None) -> Term | None:
        """The term held at a date; the latest begun where several were, the latest of all where no date is asked."""
        held = [term for term in self.terms if on is None or term.covers(on)]
        return max(held, key=lambda term: (bool(term.office), term.start), default=None)

    def alive(self, on: str | None) -> bool:
        """Whether the entity existed at a date, as far as is known."""
        return on is None or (self.start <= on and on[: len(self.end)] <= self.end)


def split(field: str, mark: str = "|") -> tuple[str, ...]:
    """The parts of a field of the tables; none for an empty field."""
    return tuple(field.split(mark)) if field else ()


def read_term(text: str) -> Term:
    """A term as the table writes it: `office@of/from/to/sectors`, without `office@` where only the sector is known."""
    what, start, end, sectors = text.split("/")
    office, _, of = what.rpartition("@")
    return Term(office, of, split(sectors, ","), start, end)


def write_term(term: Term) -> str:
    """The inverse of `read_term`."""
    what = f"{term.office}@{term.of}" if term.office else term.of
    return f"{what}/{term.start}/{term.end}/{','.join(term.sectors)}"


def read_entity(line: str) -> Entity:
    """An entity as a line of the table writes it."""
    ident, name, kind, country, sectors, start, end, offices, wikidata, source, aliases = line.split("\t")
    return Entity(
        ident, name, cast(ActorKind, kind), country or None, split(sectors, ","), start, end,
        tuple(map(read_term, split(offices, "|"))), wikidata, source, split(aliases),
    )  # fmt: skip


def write_entity(entity: Entity) -> str:
    """The inverse of `read_entity`; `aliases` must be keys already (see `spelling.key`)."""
    fields = (
        entity.id, entity.name, entity.kind, entity.country or "", ",".join(entity.sectors), entity.start, entity.end,
        "|".join(map(write_term, entity.terms)), entity.wikidata, entity.source, "|".join(entity.aliases),
    )  # fmt: skip
    return "\t".join(fields)
