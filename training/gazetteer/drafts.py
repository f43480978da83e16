"""Entities while they are gathered: facts from several sources put together, and what they disagree on kept in a log."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from khaldun.actors.entities import Entity, Term
from khaldun.actors.spelling import key, keys
from khaldun.records import ActorKind

# Sources in the order in which they win, and the mark that stands for each in the table.
ORDER = {"k": "known", "w": "wikidata", "l": "world leaders", "f": "factbook", "c": "current events", "p": "phoenix"}


@dataclass(slots=True)
class Draft:
    """An entity being put together. `source` holds the marks of everybody who knows it, the one who named it first."""

    name: str
    kind: ActorKind
    country: str
    sectors: tuple[str, ...]
    source: str
    start: str = ""
    end: str = ""
    wikidata: str = ""
    aliases: set[str] = field(default_factory=set)
    terms: list[Term] = field(default_factory=list)


class Drafts:
    """All drafts by the keys of their names."""

    def __init__(self) -> None:
        self.by_key: dict[str, list[Draft]] = {}
        self.all: list[Draft] = []
        self.log: list[str] = []

    def find(self, name: str, kind: str, country: str | None = None) -> Draft | None:
        """The draft of a kind (and country) that already bears a name."""
        found = [draft for draft in self.by_key.get(key(name).lower(), []) if draft.kind == kind]
        return next((draft for draft in found if country in (None, draft.country) or not draft.country), None)

    def add(self, draft: Draft) -> Draft:
        """A draft, put with the one that bears its name in its country, or a new one."""
        known = self.find(draft.name, draft.kind, draft.country)
        if known is None or (draft.start and known.start and draft.start != known.start):
            self.all.append(draft)
            self.file(draft, [draft.name, *draft.aliases])
            return draft
        known.source += "" if draft.source in known.source else draft.source
        known.wikidata = known.wikidata or draft.wikidata
        known.aliases |= draft.aliases
        self.file(known, draft.aliases)
        for term in draft.terms:
            self.term(known, term, draft.source)
        return known

    def file(self, draft: Draft, names: Iterable[str]) -> None:
        """Let a draft be found by names."""
        for name in names:
            where = self.by_key.setdefault(key(name).lower(), [])
            if draft not in where:
                where.append(draft)

    def term(self, draft: Draft, term: Term, source: str) -> None:
        """A time in office: dropped where a better source knows it, with a line in the log where the two disagree."""
        rivals = [known for known in draft.terms if same_office(known, term)]
        for known in rivals:
            if agree(known.start, term.start):
                return
        overlapping = next((known for known in rivals if overlap(known, term)), None)
        if overlapping:
            self.disagree(draft.name, f"{overlapping.office or 'office'} of {overlapping.of} from", overlapping.start, source, term.start)
            return
        draft.terms.append(term)

    def disagree(self, name: str, fact: str, kept: str, source: str, dropped: str) -> None:
        """One line of the log: what was kept, and whose word was dropped for it."""
        self.log.append(f"{name}\t{fact}\t{kept}\tfirst source\t{dropped}\t{ORDER.get(source, source)}")

    def entities(self) -> list[Entity]:
        """All drafts as entities with ids of their own, sorted by id."""
        taken: set[str] = set()
        out = []
        for draft in self.all:
            if not any(usable(name) for name in keys(draft.name)):
                continue
            ident = new_id(draft, taken)
            terms = tuple(sorted(draft.terms, key=lambda term: (term.start, term.office)))
            names = sorted({found for name in (draft.name, *draft.aliases) for found in filed(name) if usable(found)})
            out.append(Entity(ident, draft.name, draft.kind, draft.country or None, draft.sectors, draft.start, draft.end, terms,
                              draft.wikidata, draft.source, tuple(names)))  # fmt: skip
        return sorted(out, key=lambda entity: entity.id)


def filed(name: str) -> set[str]:
    """The keys of a name; "~army@LBN" is one already."""
    return {name} if name.startswith("~") else keys(name)


def usable(name: str) -> bool:
    """Whether a key can be filed: short enough, and nothing in it that parts the table's fields."""
    return 1 < len(name) < 120 and not set(name) & set("|\t;") and name.count(" ") < 12


def new_id(draft: Draft, taken: set[str]) -> str:
    """An id from the name; where two share it, from name and country, then from name and number."""
    base = key(draft.name).lower().replace(" ", "-")
    for ident in (base, f"{base}-{draft.country.lower()}", *(f"{base}-{number}" for number in range(2, 99))):
        if ident not in taken:
            taken.add(ident)
            return ident
    raise ValueError(f"too many entities called {draft.name}")


def same_office(first: Term, second: Term) -> bool:
    """Whether two terms may be one: the same body, and the same office where both name one."""
    return first.of == second.of and (not first.office or not second.office or first.office == second.office)


def agree(first: str, second: str) -> bool:
    """Whether two dates say the same, as exactly as the vaguer one is."""
    length = min(len(first), len(second), 7)
    return first[:length] == second[:length]


def overlap(first: Term, second: Term) -> bool:
    """Whether two terms share time."""
    return first.start <= (second.end or "9999") and second.start <= (first.end or "9999")
