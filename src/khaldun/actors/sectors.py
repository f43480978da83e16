"""The sectors that the role nouns of a phrase say together."""

from __future__ import annotations

from collections.abc import Iterable

from khaldun.actors.parts import Part

OFFICIAL = frozenset(("GOV", "LEG", "JUD", "MIL", "COP", "SPY", "PTY"))
NOUNS = ("role", "office", "world", "kin")
FORCES = frozenset(("MIL", "COP", "PRM", "REB", "CRM"))


def sectors(found: Iterable[Part]) -> tuple[str, ...]:
    """Sectors in the order of the words that say them: nouns and modifiers first, weak nouns only where there is nothing else."""
    parts = [part for part in found if part.role]
    core = [part for part in parts if not part.after] or parts
    tail = strong([part for part in parts if part.after in ("of", "from", "for")])
    if any(part.role and part.role.weight == "kin" for part in core):
        official = any(part.role and (part.role.weight == "past" or set(part.role.sectors) & OFFICIAL) for part in parts)
        return ("ELI",) if official else ("CVL",)
    said = strong(core) or tail or weak(core)
    if set(tail) & {"PTY", "OPP"} and said == ("LEG",):
        said = (*said, *tail)
    former = any(part.role and part.role.weight == "past" for part in core)
    if former and (not said or set(said) & OFFICIAL):
        return ("ELI",)
    return said


def strong(parts: list[Part]) -> tuple[str, ...]:
    """What nouns and modifiers say for certain."""
    nouns = [s for part in parts if part.role and (part.role.weight in NOUNS or part is parts[-1]) for s in part.role.sectors]
    said: list[str] = []
    for part in parts:
        if part.role is None or part.role.weight not in (*NOUNS, "trait"):
            continue
        for sector in part.role.sectors:
            if sector not in said and not (part.role.weight == "trait" and part is not parts[-1] and outdone(sector, nouns)):
                said.append(sector)
    return tuple(said)


def outdone(trait: str, nouns: list[str]) -> bool:
    """Whether a modifier adds nothing beside the nouns.

    "government soldiers" are soldiers, "armed rebels" rebels, "Muslim villagers" villagers.
    """
    if trait == "GOV":
        return bool(nouns) and not set(nouns) & {"LEG", "PTY", "GOV"}
    if trait == "UAF":
        return bool(set(nouns) & FORCES)
    return trait in ("REL", "UNK", "COP", "MIL", "SOC") and bool(set(nouns) - {trait})


def weak(parts: list[Part]) -> tuple[str, ...]:
    """What the weak nouns say: a force before an official ("forces spokesman")."""
    said = [part.role.sectors for part in parts if part.role and part.role.weight == "weak" and part.role.sectors]
    return next((sectors for sectors in said if sectors != ("GOV",)), said[0] if said else ())
