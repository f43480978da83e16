"""Offices and who holds them at a date: "the Iranian president" is one man in 2023 and another in late 2024."""

from __future__ import annotations

from khaldun.actors.entities import Entity, Term
from khaldun.actors.gazetteer import Gazetteer
from khaldun.actors.nations import Nation

HEADS = ("head", "chief", "director", "director general", "secretary general", "president", "chairman", "chairwoman", "high commissioner",
         "chairperson", "leader", "governor", "commander", "managing director", "chief prosecutor", "commissioner", "executive director",
         "speaker")  # fmt: skip
ALIKE = {
    **dict.fromkeys(("premier", "chancellor", "taoiseach", "PM", "pm", "head of government"), "prime minister"),
    **dict.fromkeys(
        ("foreign policy chief", "secretary of state", "foreign secretary", "top diplomat", "chief diplomat", "minister of foreign affairs",
         "minister for foreign affairs", "external affairs minister", "minister of external affairs"),
        "foreign minister",
    ),
    **dict.fromkeys(
        ("defence secretary", "secretary of defence", "secretary of war", "minister of defence", "defence chief"), "defence minister"
    ),
    **dict.fromkeys(("king", "queen", "emir", "sultan", "emperor", "grand duke", "prince"), "monarch"),
    **dict.fromkeys(("home secretary", "minister of the interior"), "interior minister"),
}  # fmt: skip
# What else an office may be called where a state has no office of the first name.
INSTEAD = {
    "head of state": ("monarch", "president", "supreme leader"),
    "prime minister": ("president",),
    "leader": ("president", "prime minister", "monarch", "supreme leader"),
}


def holder(nation: Nation, office: str, on: str, gazetteer: Gazetteer) -> tuple[Term, Entity] | None:
    """Who held an office of a state at a date. "Leader" means the office that leads that state."""
    asked = nation.leader if office == "leader" else office
    canonical = ALIKE.get(asked, asked)
    found = gazetteer.holder(nation.code, canonical, on)
    if found or office not in ("head of state", "leader", "head of government"):
        return found
    names = INSTEAD.get(office, INSTEAD.get(canonical, ()))
    return next((found for name in names if (found := gazetteer.holder(nation.code, name, on))), None)


def head(entity: Entity, office: str, on: str, gazetteer: Gazetteer) -> tuple[Term, Entity] | None:
    """Who headed a body at a date, if the office asked for is one that heads it."""
    return gazetteer.holder(entity.id, "head" if office in HEADS else ALIKE.get(office, office), on)
