"""The PLOVER ontology: `plover.toml` in, lookups out. No event type is spelled in code outside of tests."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files

import msgspec


class Mode(msgspec.Struct, frozen=True):
    """A mode of an event type; `score` is its place on the conflict-cooperation scale (-10 to 10), null where the manual gives none.

    `hosted`: its recipient is the host, so that a place may stand for it ("arrived in Tehran").
    """

    meaning: str
    score: float | None = None
    hosted: bool = False


class EventType(msgspec.Struct, frozen=True):
    """One of the 16 event types. `plv` is its label in the PLV benchmark where that differs."""

    quad: int
    recipient_required: bool
    score: float
    meaning: str
    modes: dict[str, Mode] = {}
    plv: str | None = None


class Sector(msgspec.Struct, frozen=True):
    """A sector of actors; `frequent` ones are those that the manual lists first."""

    meaning: str
    frequent: bool


class Crosswalk(msgspec.Struct, frozen=True):
    """What a CAMEO code is in PLOVER."""

    type: str
    mode: str | None = None
    contexts: tuple[str, ...] = ()


class Ontology(msgspec.Struct, frozen=True):
    """The whole ontology. `version` is written into every event."""

    version: str
    statuses: dict[str, str]
    types: dict[str, EventType]
    contexts: dict[str, str]
    international: dict[str, str]
    sectors: dict[str, Sector]
    cameo: dict[str, Crosswalk]

    def score(self, kind: str, mode: str | None) -> float:
        """Place of a type, or of its mode where that has a score, on the conflict-cooperation scale (-10 to 10)."""
        found = self.types[kind].modes[mode].score if mode else None
        return self.types[kind].score if found is None else found


@cache
def ontology() -> Ontology:
    """The shipped ontology."""
    source = files("khaldun.ontology").joinpath("plover.toml").read_text("utf8")
    return msgspec.convert(tomllib.loads(source), Ontology)
