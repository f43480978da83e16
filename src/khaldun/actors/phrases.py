"""A phrase in, who it is out: names by the gazetteer, offices by the date, all else by its nationality and role nouns."""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple

from khaldun.actors.entities import Entity, Term
from khaldun.actors.gazetteer import Gazetteer, shipped
from khaldun.actors.nations import Nation, nation_of
from khaldun.actors.offices import head, holder
from khaldun.actors.parts import PREPOSITIONS, Part, parts
from khaldun.actors.sectors import OFFICIAL, sectors
from khaldun.actors.spelling import Token, tokens
from khaldun.records import ActorKind, Who

WORLD = frozenset(("IGO", "UNO", "EUR", "NGO", "ISM", "IMG", "MNC"))
INDEFINITE = frozenset(("a", "an", "any", "some", "several", "two", "three", "many", "no"))


class Asked(NamedTuple):
    """A phrase that is being resolved, with all that the resolving looks at."""

    phrase: str
    words: list[Token]
    parts: list[Part]
    on: str | None
    hint: str | None
    gazetteer: Gazetteer


@lru_cache(maxsize=16384)
def who(phrase: str, *, on: str | None = None, country_hint: str | None = None, gazetteer: Gazetteer | None = None) -> Who:
    """Who a phrase is at a date (ISO 8601). `country_hint` is taken where the phrase itself says no country ("the president")."""
    lists = gazetteer or shipped()
    words = tokens(phrase)
    asked = Asked(phrase, words, parts(words, lists), on, country_hint, lists)
    if not asked.parts:
        return unknown(asked)
    for reading in (by_person, by_circle, by_body, by_nation, by_role):
        found = reading(asked)
        if found is not None:
            return found
    return unknown(asked)


def unknown(asked: Asked) -> Who:
    """Nobody known, and why."""
    return Who(None, "unknown", None, (), None, "no list knows these words" if asked.words else "no words")


def chosen(part: Part, asked: Asked) -> Entity | None:
    """The one of several bearers of a name who fits the date and the country that the phrase names."""
    if len(part.entities) < 2:
        return part.entities[0] if part.entities else None
    named: set[str | None] = {other.nation.code for other in asked.parts if other.nation} or {asked.hint}

    def fit(entity: Entity) -> tuple[bool, ...]:
        dated = (entity.at(asked.on) is not None, entity.alive(asked.on))
        return (country_of(entity, asked) in named, *dated, "k" in entity.source, bool(entity.wikidata))

    return max(part.entities, key=fit)


def country_of(entity: Entity, asked: Asked) -> str | None:
    """The country of an entity at the date: that of the office held, else its own."""
    term = entity.at(asked.on)
    if term is None or not term.of:
        return entity.country
    if len(term.of) == 3 and term.of.isupper():
        return term.of
    body = asked.gazetteer.get(term.of)
    return body.country if body else entity.country


# ---------------------------------------------------------------- persons


def by_person(asked: Asked) -> Who | None:
    """A person named in the core of the phrase, unless the name only says whose people are meant."""
    for number, part in enumerate(asked.parts):
        entity = chosen(part, asked) if part.entities and not part.after else None
        if entity and entity.kind == "person" and not owns(part, number, asked):
            return as_person(entity, asked)
    return None


def owns(part: Part, number: int, asked: Asked) -> bool:
    """Whether a name stands before the noun it belongs to: "the Trump administration", "Assad's forces"."""
    follows = asked.parts[number + 1] if number + 1 < len(asked.parts) else None
    if follows is None or follows.after or follows.role is None:
        return part.owner
    between = asked.words[part.end : follows.start]
    return part.owner or (not any(token.word in ",;()" for token in between) and follows.role.weight != "past")


def as_person(entity: Entity, asked: Asked) -> Who:
    """A known person at the date, as the phrase presents them."""
    said = sectors(asked.parts)
    term = entity.at(asked.on)
    in_office = term is not None and (asked.on is not None or not term.end)
    country = country_of(entity, asked) if in_office else entity.country
    if in_office and term is not None and yields(said, country, asked):
        return Who(entity.name, "person", country, term.sectors, entity.id, f"name; {title(term)} at date")
    if entity.sectors and not entity.terms and (not says_office(asked) or set(said) <= {"REL", "MIL"}):
        return Who(entity.name, "person", country, entity.sectors, entity.id, "name")
    if said:
        return Who(entity.name, "person", country, said, entity.id, "name; sector from the words beside it")
    return out_of_office(entity, asked)


def yields(said: tuple[str, ...], country: str | None, asked: Asked) -> bool:
    """Whether what a phrase calls an office holder gives way to the office: a rank, an honorific, "former" or nothing of the kind."""
    ranks = set(said) <= {"REL", "MIL", "GOV"} and said != ("GOV",)
    return said == ("ELI",) or ranks or (said == ("GOV",) and country in WORLD) or not says_office(asked)


def last_sectors(entity: Entity) -> tuple[str, ...]:
    """The sectors of a person's last term, or their own."""
    return entity.terms[-1].sectors if entity.terms else entity.sectors


def says_office(asked: Asked) -> bool:
    """Whether words beside a name say what its bearer does, by more than "leader" or "official"."""
    return any(part.role and part.role.weight not in ("weak", "bare") for part in asked.parts)


def out_of_office(entity: Entity, asked: Asked) -> Who:
    """A known person who holds no known office at the date."""
    ended = [term for term in entity.terms if term.end and (asked.on is None or term.end < asked.on)]
    named = any(term.office for term in ended) or (ended and (asked.on or "9999")[:4] < str(int(ended[-1].end[:4]) + 8))
    if named and any(set(term.sectors) & OFFICIAL for term in ended) and not (asked.on and entity.sectors):
        return Who(entity.name, "person", entity.country, ("ELI",), entity.id, f"name; {title(ended[-1])} until {ended[-1].end}")
    if ended and not (asked.on and entity.sectors):
        return Who(
            entity.name, "person", entity.country, (), entity.id, f"name; {title(ended[-1])} until {ended[-1].end}, nothing known since"
        )
    rule = "name" if entity.sectors or not entity.terms else "name; before any office we know of"
    return Who(entity.name, "person", entity.country, entity.sectors, entity.id, rule)


def title(term: Term) -> str:
    """An office in words."""
    return f"{term.office or 'official'} of {term.of}" if term.of else term.office or "official"


def by_circle(asked: Asked) -> Who | None:
    """Somebody's people: "Assad's forces", "supporters of Imran Khan", "the wife of the president"."""
    for part in asked.parts:
        entity = chosen(part, asked) if part.entities else None
        if entity and entity.kind == "person":
            said = sectors(other for other in asked.parts if other is not part and (not other.after or not part.after))
            kin = any(other.role and other.role.weight == "kin" for other in asked.parts)
            said = ("ELI",) if kin and set(last_sectors(entity)) & OFFICIAL else said
            if asked.parts[0] is part and len(asked.parts) == 1:
                return as_person(entity, asked)
            return Who(None, "group", country_of(entity, asked), said, None, f"people of {entity.name}")
    return None


# ---------------------------------------------------------------- bodies


def by_body(asked: Asked) -> Who | None:
    """A body or group named in the phrase, its head at the date, or its people."""
    core = [part for part in asked.parts if part.entities and not part.after]
    tail = [part for part in asked.parts if part.entities and part.after in ("of", "for", "from", "at", "in", "with", "by")]
    nation = any(part.nation and not part.after for part in asked.parts)
    for part in core or ([] if nation else tail):
        entity = chosen(part, asked)
        if entity is None or entity.kind not in ("organisation", "group"):
            continue
        roles = [other for other in asked.parts if other.role]
        if nation and entity.country in WORLD and any(other.role and other.start >= part.end for other in roles):
            return None
        return as_body(entity, part, roles, asked)
    return None


def as_body(entity: Entity, part: Part, roles: list[Part], asked: Asked) -> Who:
    """A known body: itself, the one who heads it at the date, or its people."""
    country = entity.country
    term = entity.at(asked.on)
    own = term.sectors if term else entity.sectors
    if not roles:
        return Who(entity.name, entity.kind, country, own, entity.id, "name")
    office = roles[-1] if roles[-1].role and not roles[-1].role.plural else None
    if office and asked.on and not is_past(asked) and (found := head(entity, office.word, asked.on, asked.gazetteer)):
        return Who(found[1].name, "person", country, found[0].sectors, found[1].id, "office at date")
    named = unlisted_name(asked, max(part.end, roles[-1].end))
    said = sectors(roles)
    rule, said = f"of {entity.name}", body_sectors(own, said, country)
    return Who(named, "person", country, said, None, rule) if named else Who(entity.name, "group", country, said, entity.id, rule)


def body_sectors(own: tuple[str, ...], said: tuple[str, ...], country: str | None) -> tuple[str, ...]:
    """Sectors of a body's people: their trade where the words say one that differs, else the body's."""
    if said == ("ELI",):
        return said
    if country in WORLD:
        return tuple(dict.fromkeys((*own, *(sector for sector in said if sector in ("MIL", "COP", "JUD", "LEG")))))
    armed = {"REB", "UAF", "PRM", "MIL", "CRM"}
    if not said or said == ("GOV",) or (set(said) <= armed and set(own) & armed):
        return own or said
    return tuple(dict.fromkeys((*said, *own))) if "PTY" in own else said


def is_past(asked: Asked) -> bool:
    """Whether the phrase speaks of a former holder."""
    return any(part.role and part.role.weight == "past" for part in asked.parts)


def unlisted_name(asked: Asked, start: int) -> str | None:
    """A name of somebody we do not know, after the titles: the capitalised words at the end of the core, as the phrase spells them."""
    end = next(
        (at for at in range(start, len(asked.words)) if asked.words[at].word in PREPOSITIONS or asked.words[at].word in ",;()"),
        len(asked.words),
    )
    wanted = [token.word for token in asked.words[start:end]]
    if len(wanted) < 2 or not asked.words[start].written[0].isupper():
        return None
    written = asked.phrase.split()
    for first in range(len(written)):
        for last in range(len(written), first, -1):
            name = " ".join(written[first:last]).rstrip(",;.()")
            if [token.word for token in tokens(name)] == wanted:
                return name if name[0].isupper() and written[last - 1][0].isupper() else None
    return None


# ---------------------------------------------------------------- nations


def place_or_nation(part: Part, asked: Asked) -> str | None:
    """The country that a part names, by itself or as a place in it."""
    if part.nation:
        return part.nation.code
    entity = chosen(part, asked) if part.entities else None
    return entity.country if entity and entity.kind == "place" else None


def by_nation(asked: Asked) -> Who | None:
    """A nationality or place with role nouns, or alone."""
    places = [part for part in asked.parts if part.nation or part.entities]
    core = [part for part in places if not part.after]
    tail = [part for part in places if part.after in ("of", "in", "from", "for", "at", "near", "across", "inside", "within", "on", "with")]
    for part in (*core, *tail):
        country = place_or_nation(part, asked)
        if country:
            return of_nation(part, country, asked)
    return None


def of_nation(part: Part, country: str, asked: Asked) -> Who:
    """The state, its holder of an office at the date, one of its bodies, or people of it."""
    roles = [other for other in asked.parts if other.role]
    extra = (part.nation.sector,) if part.nation and part.nation.sector else ()
    if not roles:
        return alone(part, country, extra, asked)
    nation = part.nation or nation_of(country)
    body = organ(country, roles, asked) if part.nation else None
    if body:
        return Who(body.name, "organisation", country, tuple(dict.fromkeys((*body.sectors, *extra))), body.id, "body of a state")
    if nation and not extra and part.nation and (found := office_holder(nation, roles, asked)):
        return found
    world = next((role.role.country for role in roles if role.role and role.role.weight == "world" and not role.after), None)
    name = unlisted_name(asked, roles[-1].end)
    said = tuple(dict.fromkeys((*sectors(roles), *extra)))
    return Who(name, "person" if name else "group", world or country, said, None, "country and sector from the words")


def alone(part: Part, country: str, extra: tuple[str, ...], asked: Asked) -> Who:
    """A nation or place without any role noun."""
    if part.nation is None:
        entity = chosen(part, asked)
        rest = part.end < len(asked.words)
        return Who(
            entity.name if entity and not rest else None, "group" if rest else "place", country, (), entity.id if entity else None, "place"
        )
    if part.after or part.end < len([word for word in asked.words if word.word not in ",()"]):
        return Who(None, "group", country, extra, None, "country from the words; no list knows the rest")
    if part.naming == "people":
        return Who(None, "group", country, ("CVL", *extra), None, "people of a nation")
    rule = {"seat": "seat of power for its government", "adjective": "adjective for the state"}.get(part.naming or "", "name")
    return Who(part.nation.name, "country", country, extra or ("GOV",), part.nation.id, rule)


def organ(country: str, roles: list[Part], asked: Asked) -> Entity | None:
    """A body of a state that the gazetteer lists under the role noun ("Iranian foreign ministry")."""
    if len(roles) != 1 or (roles[0].end < len(asked.words) and not roles[0].after and asked.words[roles[0].end].word not in PREPOSITIONS):
        return None
    return next((found for found in asked.gazetteer.named(f"~{roles[0].word}@{country}") if found.alive(asked.on)), None)


def office_holder(nation: Nation, roles: list[Part], asked: Asked) -> Who | None:
    """The man or woman in an office at the date, where the phrase is that office and nothing more."""
    nouns = [part for part in roles if part.role and part.role.weight != "trait"]
    if len(nouns) != 1 or len(roles) != 1 or asked.on is None or asked.words[0].word in INDEFINITE:
        return None
    part = nouns[0]
    if part.role is None or part.role.plural or unlisted_name(asked, part.end):
        return None
    if part.role.weight != "office" and part.word not in ("leader", "pope", "pontiff"):
        return None
    found = holder(nation, part.word, asked.on, asked.gazetteer)
    return Who(found[1].name, "person", nation.code, found[0].sectors, found[1].id, "office at date") if found else None


def by_role(asked: Asked) -> Who | None:
    """Role nouns alone: the sector, and the country of the article if one is hinted at."""
    roles = [part for part in asked.parts if part.role]
    if not roles:
        return None
    nation = nation_of(asked.hint) if asked.hint else None
    if nation and (found := office_holder(nation, roles, asked)):
        return Who(found.name, found.kind, found.country, found.sectors, found.actor_id, "office at date; country of the context")
    world = next((part.role.country for part in roles if part.role and part.role.country), None)
    said = sectors(roles)
    name = unlisted_name(asked, roles[-1].end)
    kind: ActorKind = "person" if name else "group"
    if not said and not world:
        return Who(name, kind if name else "unknown", asked.hint, (), None, "the words name no sector")
    rule = "sector from the words" + ("; country of the context" if asked.hint and not world else "; no country named")
    return Who(name, kind, world or asked.hint, said, None, rule)
