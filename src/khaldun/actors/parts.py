"""A noun phrase in, the parts of it that some list knows out: nations, entities, role nouns, each with where it stands in the phrase."""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

from khaldun.actors.entities import Entity
from khaldun.actors.gazetteer import Gazetteer
from khaldun.actors.nations import Naming, Nation, nations
from khaldun.actors.roles import Role, roles
from khaldun.actors.spelling import Token

PREPOSITIONS = frozenset(
    ("of in from for to at on with by against near under over inside across within outside behind before after into towards toward "
     "about between among along who whom that which whose including").split()
)  # fmt: skip
PLAIN = frozenset(("the", "a", "an", "and", "several", "both", "lord", "lady"))
# "Iran-backed militias" are not Iran; "Germany-based" ones are Germany's.
FOREIGN = frozenset("backed led funded trained aligned allied linked supported sponsored friendly brokered bound leaning".split())


class Part(NamedTuple):
    """A known stretch of a phrase: words `start` to `end`, what stands there, the preposition it depends on ("" at the core)."""

    start: int
    end: int
    after: str
    owner: bool
    nation: Nation | None = None
    naming: Naming | None = None
    role: Role | None = None
    word: str = ""
    entities: tuple[Entity, ...] = ()


@cache
def starts() -> dict[str, int]:
    """First word to the length of the longest nation or role that begins with it."""
    found: dict[str, int] = {}
    for name in (*nations(), *roles()):
        first, _, rest = name.lower().partition(" ")
        found[first] = max(found.get(first, 0), rest.count(" ") + 2 if rest else 1)
    return found


def listed(words: list[Token], at: int) -> tuple[int, str]:
    """The longest nation or role noun that starts at a word: its length and key."""
    by_nation, by_role = nations(), roles()
    token = words[at]
    lower = token.word.lower()
    for length in range(min(starts().get(lower, 0), len(words) - at), 1, -1):
        name = " ".join([word.word for word in words[at : at + length]]).lower()
        if name in by_nation or name in by_role:
            return length, name
    if token.word in by_nation and token.written[0].isupper():
        return 1, token.word
    if lower in by_nation and token.written[0].isupper() and lower != "us":
        return 1, lower
    if token.word in by_role or lower in by_role:
        return 1, token.word if token.word in by_role else lower
    return 0, ""


def parts(words: list[Token], gazetteer: Gazetteer) -> list[Part]:
    """The known parts of a phrase, in order, each the longest that any list has at its place."""
    found: list[Part] = []
    after = ""
    at = 0
    while at < len(words):
        word = words[at].word
        if word in ",;()":
            after = ""
            at += 1
            continue
        length, name = listed(words, at)
        span, entities = gazetteer.find(words, at)
        if span == 1 and stranger(words, at, found):
            span, entities = 0, []
        if span > length or (span == length and span and is_name(name, words[at])):
            found.append(Part(at, at + span, after, words[at + span - 1].owner, entities=tuple(entities)))
            at += span
        elif length:
            found.append(known(words, at, length, name, after))
            at += length
        else:
            if word in PREPOSITIONS and at:
                after = word
            at += 1
    return found


def stranger(words: list[Token], at: int, found: list[Part]) -> bool:
    """Whether a surname that some list knows is here somebody else's: a name unknown to every list stands before or after it."""
    if words[at].written.isupper():
        return False
    before = at > 0 and not (found and found[-1].end == at) and given(words[at - 1])
    after = at + 1 < len(words) and not words[at].owner and given(words[at + 1]) and not listed(words, at + 1)[0]
    return before or after


def given(token: Token) -> bool:
    """Whether a word looks like part of a name: a capital, and no article or preposition."""
    return token.written[0].isupper() and token.word not in PREPOSITIONS and token.word not in PLAIN


def is_name(listed_as: str, token: Token) -> bool:
    """Whether a word that is both a role noun and a name is the name here: it has capitals only."""
    return listed_as not in nations() and token.written.isupper() and len(token.written) > 1


def known(words: list[Token], at: int, length: int, name: str, after: str) -> Part:
    """The part that a nation or role noun makes."""
    end = at + length
    owner = words[end - 1].owner
    nation = nations().get(name)
    if nation is None:
        return Part(at, end, after, owner, role=roles()[name], word=name)
    backed = end < len(words) and words[end].word in FOREIGN and not owner
    return Part(at, end, "by" if backed else after, owner, nation=nation[1], naming=nation[0], word=name)
