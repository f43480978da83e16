"""Who an article has spoken of so far: one chain for each person, body, country or group, with all that was said of it."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from khaldun.actors.mentions import COUNTS, PRONOUNS, Markable
from khaldun.actors.roles import roles
from khaldun.actors.spelling import tokens
from khaldun.records import Span, Who

Sort = Literal["person", "body", "country", "place", "people", "thing"]

PLURALS = frozenset(("police", "people", "men", "women", "children", "troops", "media", "authorities", "forces", "personnel"))
SMALL = frozenset(("of", "the", "and", "for", "in", "on", "de", "la", "al", "del", "du", "der", "van", "von"))


@dataclass(slots=True, eq=False)
class Chain:
    """One referent.

    `gender` is what its name or title tells, `called` the pronoun it was last given. `name` is the fullest name used, `heads` the nouns it
    was called by, `last` the sentence it was last meant in. `place`, `end`, `subject`, `case`, `under`, `verb`, `at`, `main`,
    `quoted`, `by` and `noun` tell of the mention that last meant it; `since` is the sentence it first came up in, `said` and
    `subjects` count the sayings it was the source of and the clauses it was the subject of. `row` keeps what `salience` made of all
    this until it changes.
    """

    who: Who
    sort: Sort
    first: Span
    plural: bool = False
    gender: str = ""
    name: Span | None = None
    words: set[str] = field(default_factory=set)
    heads: set[str] = field(default_factory=set)
    last: int = 0
    place: int = 0
    subject: bool = False
    end: int = 0
    verb: int = -1
    at: int = -1
    seat: bool = False
    weight: float = 0.0
    seen: int = 0
    count: int = 0
    members: tuple[Chain, ...] = ()
    case: str = ""
    under: int = -1
    since: int = 0
    by: str = ""
    noun: str = ""
    noun_last: str = ""
    called: str = ""
    said: int = 0
    subjects: int = 0
    main: bool = False
    listed: int = 0
    quoted: bool = False
    row: list[float] = field(default_factory=list)

    @property
    def antecedent(self) -> Span:
        """The span that says who this is: the fullest name, else the words it came in with."""
        return self.name or self.first

    def touch(self, mention: Markable) -> None:
        """Note that a mention means this one."""
        self.last, self.place, self.subject, self.verb = mention.sentence, mention.start, mention.subject, mention.verb
        self.end, self.at, self.case, self.under = mention.end, mention.at, mention.case, mention.under
        self.by, self.noun_last = mention.kind, PRONOUNS.get(mention.head, "") if mention.kind == "pronoun" else ""
        if mention.kind != "pronoun":
            self.noun = mention.head
        if not self.count:
            self.since = mention.sentence
        self.count += 1
        self.subjects += mention.subject
        self.glimpse(mention.sentence, 1.0)

    def glimpse(self, sentence: int, weight: float) -> None:
        """Note that a sentence speaks of this one, if only by an adjective or a capital."""
        self.seen = sentence
        self.weight += weight
        self.row = []

    def call(self, mention: Markable) -> None:
        """Note the name or noun that a mention uses."""
        if mention.name and mention.name_kind != "nationality" and not (mention.lead in ("a", "an") and not mention.name):
            span = Span(mention.name, mention.name_start, mention.name_start + len(mention.name))
            if self.name is None or len(span.text) > len(self.name.text):
                self.name = span
            self.words |= name_words(mention.name)
            self.heads |= {word.lower() for word in mention.text[: mention.name_start - mention.start].replace("-", " ").split()}
        else:
            self.heads.add(mention.head)
        self.row = []


def name_words(name: str) -> set[str]:
    """The words of a name that count when two names are compared."""
    return {token.word.lower() for token in tokens(name) if token.word.lower() not in SMALL and token.word not in ",();"}


def initials(name: str) -> str:
    """The acronym that a name would make."""
    return "".join(word[0] for word in name.replace("-", " ").split() if word[0].isupper()).upper()


def is_plural(mention: Markable) -> bool:
    """Whether a noun phrase means several."""
    if mention.kind == "name":
        return mention.name_kind == "nationality"
    role = roles().get(mention.head)
    if role:
        return role.plural or mention.head in PLURALS
    if mention.head in PLURALS or mention.head in COUNTS or mention.head[0].isdigit() or mention.head in ("many", "others", "few", "both"):
        return True
    if mention.head.endswith(("men", "women", "people", "children")) and mention.head not in ("women's", "regimen", "specimen"):
        return True
    return mention.head.endswith("s") and not mention.head.endswith(("ss", "us", "sis", "his"))


def sort_of(mention: Markable, who: Who) -> Sort:
    """What sort of referent a new mention brings in."""
    if mention.kind == "name":
        if mention.name_kind == "person" or who.kind == "person":
            return "person"
        if who.kind == "country":
            return "place" if who.rule.startswith("seat") and mention.name_kind == "place" else "country"
        return "place" if mention.name_kind == "place" else "body"
    role = roles().get(mention.head)
    if is_plural(mention):
        return (
            "people"
            if mention.name_kind
            or mention.head in PLURALS
            or mention.head in COUNTS
            or mention.head.endswith("men")
            or mention.head[0].isdigit()
            or mention.head in ("many", "others", "few")
            or (role and role.weight != "bare" and mention.head[:-1] not in THINGS)
            else "thing"
        )
    if mention.head in BODIES or mention.text.lower().endswith("coast guard"):
        return "body"
    if role is None or mention.head in THINGS:
        return (
            "person" if mention.head in ("client", "colleague", "counterpart", "host", "visitor", "successor", "predecessor") else "thing"
        )
    return "person" if role.weight in ("role", "office", "weak", "kin") else "thing"


BODIES = frozenset(
    (
        "agency company firm group party government ministry court army police navy bank union council commission committee "
        "parliament senate congress tribunal organization organisation body movement militia bloc alliance coalition junta "
        "administration cabinet opposition newspaper broadcaster network station university school hospital charity association "
        "federation department office embassy regime military force institute institution watchdog authority corporation airline "
        "operator regulator presidency secretariat mission delegation gang cartel service bureau monarchy church foundation "
        "assembly legislature house chamber front brigade fund country nation state television tv radio press media coastguard "
        "gendarmerie infantry prosecution treasury judiciary bench jury palace cooperative conglomerate startup enterprise chamber "
        "clinic ombudsman collective team squad unit battalion regiment garrison crowd mob website daily weekly tribe clan family "
        "community staff crew faction wing league club insurgency intelligence"
    ).split()
)
THINGS = frozenset(
    ("drone jet missile warship submarine helicopter plane aircraft vessel frigate destroyer artillery tank rocket ship boat "
     "gunfire strike attack raid offensive operation invasion incursion shelling bombardment protest demonstration campaign body "
     "position post checkpoint office building residence house home prison camp convoy fleet base state-owned programme program "
     "council-house fire tanker carrier corpse dead").split()
)  # fmt: skip


def same_name(chain: Chain, mention: Markable, who: Who) -> bool:
    """Whether a named mention is a chain already known: by id, by its words, or by its acronym."""
    if chain.who.actor_id and chain.who.actor_id == who.actor_id and chain.who.kind == who.kind and chain.sort == sort_of(mention, who):
        return True
    if chain.name is None or not mention.name:
        return False
    new = name_words(mention.name)
    if new == chain.words:
        return True
    if chain.sort == "person" and mention.name_kind in ("person", "other"):
        return bool(new) and (new < chain.words or chain.words < new)
    if chain.sort == "body" and mention.name_kind != "person":
        if mention.name.isupper() and len(mention.name) > 1:
            return mention.name == initials(chain.name.text) or mention.name.lower() in chain.words
        return bool(new) and new < chain.words and mention.name.split()[-1].lower() in chain.name.text.lower().split()
    return False
