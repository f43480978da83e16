"""The gazetteer: names in, entities out, at a date.

The shipped table files every entity under keys already spelled as they are looked up, and its lines are read only when somebody asks
for them: so it loads in a tenth of a second. A user's own list is laid over it and goes before it.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cache
from importlib.resources import files

from khaldun.actors.entities import Entity, Term, read_entity
from khaldun.actors.spelling import Token, keys

# A name of one common word ("May", "Rice") is taken for a name only where it is written with a capital.
LONGEST = 10


class Gazetteer:
    """Entities by name. `names` are all keys; `find` reads the longest one that starts at a word."""

    def __init__(self, lines: Sequence[str] = (), entities: Iterable[Entity] = (), beneath: Gazetteer | None = None) -> None:
        self.lines: list[str | Entity] = list(lines)
        self.beneath = beneath
        self.names: dict[str, list[int]] = {}
        self.starts: dict[str, int] = {}
        for number, line in enumerate(lines):
            for name in line.rpartition("\t")[2].split("|"):
                self.names.setdefault(name, []).append(number)
        for entity in entities:
            self.lines.append(entity)
            for name in {found for alias in (entity.name, *entity.aliases) for found in keys(alias)}:
                self.names.setdefault(name, []).append(len(self.lines) - 1)
        for name in self.names:
            first, _, rest = name.partition(" ")
            length = rest.count(" ") + 2 if rest else 1
            if self.starts.get(first, 0) < length:
                self.starts[first] = length
        self.offices: dict[tuple[str, str], list[tuple[Term, Entity]]] | None = None
        self.by_id: dict[str, int] | None = None

    def with_entities(self, entities: Iterable[Entity]) -> Gazetteer:
        """This gazetteer with a list of one's own laid over it; where both know a name, the list is right."""
        return Gazetteer(entities=entities, beneath=self)

    def entity(self, number: int) -> Entity:
        """The entity of a line, read on first use."""
        found = self.lines[number]
        if isinstance(found, str):
            found = self.lines[number] = read_entity(found)
        return found

    def named(self, name: str) -> list[Entity]:
        """Everything filed under a key; a list of one's own hides what lies beneath it."""
        found = self.names.get(name)
        if found:
            return [self.entity(number) for number in found]
        return self.beneath.named(name) if self.beneath else []

    def reach(self, first: str) -> int:
        """How many words the longest name has that starts with a word."""
        here = self.starts.get(first, 0)
        return max(here, self.beneath.reach(first)) if self.beneath else here

    def has(self, name: str) -> bool:
        """Whether anything is filed under a key."""
        return name in self.names or (self.beneath is not None and self.beneath.has(name))

    def get(self, ident: str) -> Entity | None:
        """The entity with an id."""
        if self.by_id is None:
            self.by_id = {
                line.partition("\t")[0] if isinstance(line, str) else line.id: number for number, line in enumerate(self.lines)
            }  # fmt: skip
        number = self.by_id.get(ident)
        if number is not None:
            return self.entity(number)
        return self.beneath.get(ident) if self.beneath else None

    def find(self, words: Sequence[Token], at: int) -> tuple[int, list[Entity]]:
        """The longest name that starts at word `at`: how many words it has, and who bears it."""
        token = words[at]
        lower = token.word.lower()
        for length in range(min(self.reach(lower), len(words) - at), 1, -1):
            name = " ".join([word.word for word in words[at : at + length]]).lower()
            if self.has(name):
                return length, self.named(name)
        if token.word != lower and self.has(token.word):
            return 1, self.named(token.word)
        if token.written[0].islower() or not self.has(lower):
            return 0, []
        return 1, self.named(lower)

    def holders(self, of: str, office: str) -> list[tuple[Term, Entity]]:
        """Everybody known to have held an office of a state or body, in order of time."""
        if self.offices is None:
            self.offices = {}
            for number, line in enumerate(self.lines):
                if not isinstance(line, str) or "@" in line:
                    entity = self.entity(number)
                    for term in entity.terms:
                        if term.office:
                            self.offices.setdefault((term.of, term.office), []).append((term, entity))
            for found in self.offices.values():
                found.sort(key=lambda pair: pair[0].start)
        here = self.offices.get((of, office), [])
        return here or (self.beneath.holders(of, office) if self.beneath else [])

    def holder(self, of: str, office: str, on: str) -> tuple[Term, Entity] | None:
        """Who held an office at a date: the one who began last, where two terms touch."""
        return next((pair for pair in reversed(self.holders(of, office)) if pair[0].covers(on)), None)


@cache
def shipped() -> Gazetteer:
    """The gazetteer that comes with the package."""
    text = files("khaldun.data").joinpath("actors.tsv").read_text("utf8")
    return Gazetteer(text.split("\n")[1:-1])
