"""Role nouns and modifiers, and the sectors they say."""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from typing import Literal

import msgspec

from khaldun.actors.entities import split

Weight = Literal["role", "office", "weak", "trait", "bare", "world", "kin", "past"]


class Role(msgspec.Struct, frozen=True):
    """What a role noun says.

    `weight`: role (says the sector), office (held at a date), weak (says it only where nothing else does), trait (a modifier that
    adds its sector), bare (says nothing of the sector), world (a kind of international body), kin (somebody's circle), past (makes a
    holder a former one).
    """

    weight: Weight
    sectors: tuple[str, ...]
    country: str | None
    plural: bool


@cache
def roles() -> dict[str, Role]:
    """Key to role."""
    found = {}
    for line in files("khaldun.data").joinpath("roles.tsv").read_text("utf8").splitlines()[1:]:
        word, weight, sectors, country, plural = line.split("\t")
        found[word] = Role(weight, split(sectors, ","), country or None, plural == "plural")  # type: ignore[arg-type]
    return found
