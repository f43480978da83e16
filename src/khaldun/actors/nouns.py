"""Definite phrases: "the agency", "the minister", "both sides", "the two countries"."""

from __future__ import annotations

from khaldun.actors.chains import Chain, is_plural
from khaldun.actors.mentions import Markable
from khaldun.actors.roles import roles

PAIRS = {
    **dict.fromkeys(("countries", "nations", "states", "neighbours", "neighbors", "capitals", "governments", "armies", "republics"), ("country",)),
    **dict.fromkeys(("sides", "parties", "rivals", "foes", "enemies", "allies"), ("country", "body", "people")),
    **dict.fromkeys(("leaders", "presidents", "ministers", "men", "women", "officials", "generals", "diplomats", "politicians"), ("person",)),
    **dict.fromkeys(("groups", "companies", "organisations", "organizations", "firms", "agencies", "unions", "bodies"), ("body",)),
}  # fmt: skip
LANDS = frozenset(("country", "nation", "state", "kingdom", "republic"))
REACH = 6


def antecedents(mention: Markable, chains: list[Chain]) -> tuple[Chain, ...]:
    """Whom a definite phrase means; nobody where it is not definite or nobody known agrees."""
    if mention.lead not in ("the", "this", "that", "these", "those", "both", "two"):
        return ()
    words = mention.text.lower().split()
    if mention.head in PAIRS and ("two" in words or "both" in words):
        return pair(mention, PAIRS[mention.head], chains)
    if any(word[0].isupper() for word in mention.text.split()[1:]):
        return ()
    scored = [(score, chain) for chain in chains if (score := likeness(mention, chain)) > 0]
    return (max(scored, key=lambda pair: pair[0])[1],) if scored else ()


def pair(mention: Markable, sorts: tuple[str, ...], chains: list[Chain]) -> tuple[Chain, ...]:
    """The two chains of a sort that were last spoken of; nobody where there are not two."""
    for sort in sorts:
        near = sorted(
            (chain for chain in chains if chain.sort == sort and not (sort == "person" and chain.plural)), key=lambda chain: -chain.place
        )
        if len(near) >= 2:
            return (near[1], near[0])
    return ()


def likeness(mention: Markable, chain: Chain) -> float:
    """How well a definite phrase describes a chain; 0 or less where it does not."""
    distance = mention.sentence - chain.last
    if is_plural(mention) != chain.plural or distance > 4 * REACH:
        return 0
    nearness = 1 - distance / (8 * REACH) + chain.place / 1e9
    if mention.head in LANDS:
        return nearness if chain.sort == "country" else 0
    if mention.head in chain.heads or mention.head in chain.words:
        return 3 + nearness
    canonical = (chain.who.name or "").lower().split()
    if chain.sort in ("body", "place") and mention.head in canonical:
        return 3 + nearness
    role = roles().get(mention.head)
    if role is None or distance > REACH or not chain.name:
        return 0
    if chain.sort == "body" and role.sectors and set(role.sectors) & set(chain.who.sectors):
        return 1 + nearness
    return nearness if chain.sort == "body" and mention.head in ("group", "organisation", "organization", "body", "movement") else 0
