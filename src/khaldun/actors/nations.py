"""States and territories: the words that name one, and the code and name they stand for."""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from typing import Literal

import msgspec

from khaldun.actors.entities import split

Naming = Literal["name", "adjective", "people", "seat"]


class Nation(msgspec.Struct, frozen=True):
    """A state, or a territory that folds into one (`code` is the sovereign's; `sector` is PRE where it is partially recognised).

    `leader` is the office that "the leader" of the country holds.
    """

    id: str
    code: str
    name: str
    sector: str
    leader: str


@cache
def nations() -> dict[str, tuple[Naming, Nation]]:
    """Key to the nation it names, and how: by its name, as an adjective, as its people, or by its seat of power."""
    found: dict[str, tuple[Naming, Nation]] = {}
    for line in files("khaldun.data").joinpath("nations.tsv").read_text("utf8").splitlines()[1:]:
        ident, code, name, sector, leader, names, adjectives, people, seats = line.split("\t")
        nation = Nation(ident, code, name, sector, leader)
        namings: tuple[tuple[Naming, str], ...] = (("name", names), ("adjective", adjectives), ("people", people), ("seat", seats))
        for naming, field in namings:
            for word in split(field):
                found.setdefault(word, (naming, nation))
    return found


@cache
def nation_of(code: str) -> Nation | None:
    """The state with an ISO 3166 code."""
    return next((nation for _, nation in nations().values() if nation.id == code.lower()), None)
