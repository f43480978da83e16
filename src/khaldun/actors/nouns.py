"""Definite phrases: "the agency", "the minister", "both sides", "the two countries"."""

from __future__ import annotations

import math

from khaldun.actors.chains import Chain, Sort, is_plural
from khaldun.actors.mentions import Markable
from khaldun.actors.roles import roles

PAIRS: dict[str, tuple[Sort, ...]] = {
    **dict.fromkeys(
        ("country", "countries", "nation", "nations", "state", "states", "neighbours", "neighbors", "governments", "government", "armies",
         "republics", "powers"),
        ("country",),
    ),
    **dict.fromkeys(("capitals", "cities", "towns", "city", "capital"), ("place",)),
    **dict.fromkeys(
        ("sides", "side", "parties", "rivals", "foes", "enemies", "allies", "two", "three", "teams"),
        ("country", "body", "people", "person"),
    ),
    **dict.fromkeys(
        ("leaders", "presidents", "ministers", "men", "women", "officials", "generals", "diplomats", "politicians"),
        ("person",),
    ),
    **dict.fromkeys(("groups", "companies", "organisations", "organizations", "firms", "agencies", "unions", "bodies"), ("body",)),
}  # fmt: skip
BOTH = {"two": 2, "both": 2, "either": 2, "neither": 2, "each": 2, "three": 3, "four": 4}
LANDS = frozenset(("country", "nation", "state", "kingdom", "republic", "homeland"))
PLACES = frozenset(
    ("city", "town", "village", "province", "region", "island", "territory", "district", "port", "islands", "peninsula", "enclave")
)
REACH = 6


def antecedents(mention: Markable, chains: list[Chain], groups: list[Chain]) -> tuple[Chain, ...]:
    """Whom a definite phrase means.

    Nobody where it is not definite or nobody known agrees. `groups` are mentions that stood side by side.
    """
    words = mention.text.lower().split()
    several = next((BOTH[word] for word in words[:3] if word in BOTH), 0)
    if several and mention.head in PAIRS and (words[0] in ("the", "both", "either", "neither", "each", "all", "these", "those")):
        return pair(mention, several, chains, groups)
    if mention.lead not in ("the", "this", "that", "these", "those") or any(word[0].isupper() for word in mention.text.split()[1:]):
        return ()
    if mention.head in LANDS or (
        mention.head == "island" and not any(chain.sort == "place" and "island" in chain.words for chain in chains)
    ):
        return land(mention, chains)
    scored = [(score, chain) for chain in chains if (score := likeness(mention, chain)) > 0]
    return (max(scored, key=lambda pair: pair[0])[1],) if scored else ()


def pair(mention: Markable, number: int, chains: list[Chain], groups: list[Chain]) -> tuple[Chain, ...]:
    """The two (three, four) of a sort that were last spoken of, those that stood side by side before others.

    Nobody where there are too few.
    """
    sorts = PAIRS[mention.head]
    for group in reversed(groups):
        if (
            len(group.members) == number
            and mention.sentence - group.last <= REACH
            and {member.sort for member in group.members} <= set(sorts)
        ):
            return group.members
    for sort in sorts:
        near = [
            chain
            for chain in chains
            if chain.sort == sort and not (sort == "person" and chain.plural) and mention.sentence - chain.seen <= REACH
        ]
        near.sort(key=lambda chain: -prominence(mention, chain))
        if len(near) >= number:
            return tuple(sorted(near[:number], key=lambda chain: chain.antecedent.start))
    return ()


def prominence(mention: Markable, chain: Chain) -> float:
    """How much an article is about a chain at a mention: by how often and how lately it was spoken of."""
    return 1.2 * math.log(1 + chain.weight) - 0.35 * (mention.sentence - chain.seen)


def land(mention: Markable, chains: list[Chain], but: Chain | None = None) -> tuple[Chain, ...]:
    """The country that is most spoken of here."""
    countries = [chain for chain in chains if chain.sort == "country" and chain is not but]
    return (max(countries, key=lambda chain: prominence(mention, chain)),) if countries else ()


def theirs(mention: Markable, owner: Chain, chains: list[Chain]) -> Chain | None:
    """The country that "his country", "her government" or "its neighbour" means."""
    own = (
        owner if owner.sort == "country" else next((c for c in chains if c.sort == "country" and c.who.country == owner.who.country), None)
    )
    if mention.head in LANDS and mention.lead != "its":
        return own
    if mention.head == "government" and own is not owner:
        return own
    if mention.head in ("neighbour", "neighbor") and own:
        others = land(mention, [chain for chain in chains if chain.name], own)
        return others[0] if others else None
    return None


def likeness(mention: Markable, chain: Chain) -> float:
    """How well a definite phrase describes a chain; 0 or less where it does not."""
    distance = mention.sentence - chain.last
    if is_plural(mention) != chain.plural or distance > 4 * REACH or chain.last < 0:
        return 0
    nearness = 1 - distance / (8 * REACH) + chain.place / 1e9
    if mention.head in PLACES:
        return nearness if chain.sort == "place" and distance <= REACH and (mention.head in chain.words or mention.head != "capital") else 0
    if mention.head == "capital":
        return nearness if chain.seat and chain.sort == "place" else 0
    if mention.head in chain.heads or mention.head in chain.words:
        return 3 + nearness
    canonical = (chain.who.name or "").lower().split()
    if chain.sort in ("body", "place") and mention.head in canonical:
        return 3 + nearness
    return by_sector(mention, chain, nearness) if distance <= REACH and chain.name else 0


def by_sector(mention: Markable, chain: Chain, nearness: float) -> float:
    """How well a role noun fits a named chain that was never called by it."""
    role = roles().get(mention.head)
    if role is None:
        return 0
    if chain.sort == "body" and role.sectors and set(role.sectors) & set(chain.who.sectors):
        return 1 + nearness
    return nearness if chain.sort == "body" and mention.head in ("group", "organisation", "organization", "body", "movement", "bloc") else 0
