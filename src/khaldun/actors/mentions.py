"""A sentence in, its mentions out: names, noun phrases and pronouns that somebody could stand behind.

Works from the parts of speech of the words; where a sentence has none (all "X"), determiners, capitals and the list of role nouns do.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal, NamedTuple

from khaldun.actors.roles import roles
from khaldun.records import Name, Sentence, Word

Kind = Literal["name", "noun", "pronoun"]

PRONOUNS = {
    **dict.fromkeys(("he", "him", "himself"), "he"), "his": "he",
    **dict.fromkeys(("she", "herself"), "she"), "her": "she", "hers": "she",
    **dict.fromkeys(("it", "itself"), "it"), "its": "it",
    **dict.fromkeys(("they", "them", "themselves"), "they"), "their": "they", "theirs": "they",
    **dict.fromkeys(("i", "me", "my", "mine", "myself"), "i"),
    **dict.fromkeys(("we", "us", "our", "ours", "ourselves"), "we"),
    **dict.fromkeys(("who", "whom", "whose", "which"), "who"),
}  # fmt: skip
OWNING = frozenset(("his", "her", "its", "their", "my", "our"))
DEFINITE = frozenset(("the", "this", "that", "these", "those", "both", "such", *OWNING))
COUNTS = {"two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10, "twelve": 12}
NUMBERS = frozenset((*COUNTS, "several", "many", "dozens", "hundreds"))
ARTICLES = frozenset((*DEFINITE, "a", "an", "another", "each", "every", "some", "any", "no", "all"))
DAYS = frozenset(
    ("monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september october "
     "november december spring summer autumn winter morning afternoon evening night day days week weeks month months year years "
     "today tomorrow yesterday hours minutes time times cent percent million billion dollars euros kilometres miles").split()
)  # fmt: skip
INSIDE = frozenset(("DET", "ADJ", "NUM", "NOUN", "PROPN", "PART"))


class Markable(NamedTuple):
    """A stretch of a sentence that may refer to somebody. `lead` is its first word, `head` its last, both in small letters.

    `at` is the word in the tree that stands for it, `verb` that word's head and `role` its relation. `case` and `under` are relation
    and head of the whole list or apposition that it stands in: in "Chad and Mali signed", both are subjects of "signed".
    """

    kind: Kind
    start: int
    end: int
    text: str
    lead: str
    head: str
    sentence: int
    subject: bool
    name: str = ""
    name_kind: str = ""
    name_start: int = -1
    verb: int = -1
    role: str = ""
    at: int = -1
    case: str = ""
    under: int = -1


def markables(sentence: Sentence, number: int, text: str) -> list[Markable]:
    """The mentions of a sentence in order. `text` is the sentence's own text."""
    words = [(text[word.start - sentence.start : word.end - sentence.start], word) for word in sentence.words]
    found = [pronoun(written, at, words, number) for at, (written, _) in enumerate(words) if is_pronoun(written, at, words)]
    found += [pronoun(written, at, words, number)._replace(kind="noun") for at, (written, _) in enumerate(words) if is_both(at, words)]
    taken: list[tuple[int, int]] = []
    for chunk in chunks(words, sentence.names):
        for start, end in owners_of(chunk, words):
            taken.append((words[start][1].start, words[end - 1][1].end))
            found.append(phrase((start, end), words, sentence, number, text))
    for name in sentence.names:
        if not any(start <= name.start and name.end <= end for start, end in taken):
            inside = [at for at, word in enumerate(sentence.words) if word.start >= name.start and word.end <= name.end]
            top = next((at for at in inside if sentence.words[at].head not in inside), -1)
            case, under = whole(top, words)
            role, verb = (sentence.words[top].rel, sentence.words[top].head) if top >= 0 else ("", -1)
            found.append(Markable("name", name.start, name.end, name.text, "", name.text.split()[-1].lower(), number,
                                  case.startswith("nsubj"), name.text, name.kind, name.start, verb, role, top, case, under))  # fmt: skip
    return sorted(found, key=lambda one: (one.start, one.end))


def whole(at: int, words: list[tuple[str, Word]]) -> tuple[str, int]:
    """Relation and head of the list or apposition that a word stands in."""
    for _ in range(8):
        if at < 0:
            return "", -1
        word = words[at][1]
        if word.rel not in ("conj", "appos", "flat"):
            return word.rel, word.head
        at = word.head
    return "", -1


def owners_of(chunk: tuple[int, int], words: list[tuple[str, Word]]) -> list[tuple[int, int]]:
    """A chunk and those in it who own the rest: "the country", "the country's largest party"."""
    marks = [at for at in range(chunk[0] + 1, chunk[1]) if words[at][0].lower() in ("'s", "’s", "'", "’")]
    return [*((chunk[0], at) for at in marks), chunk]


def is_pronoun(written: str, at: int, words: list[tuple[str, Word]]) -> bool:
    """Whether a word is a pronoun that refers: not an empty "it", not "US" for "us"."""
    lower = written.lower()
    if lower not in PRONOUNS or (written.isupper() and len(written) > 1):
        return False
    if lower in ("who", "whom", "whose", "which"):
        return relative(at, words)
    if lower == "it":
        return not empty_it([pair[0].lower() for pair in words[at + 1 : at + 8]])
    return True


def is_both(at: int, words: list[tuple[str, Word]]) -> bool:
    """Whether a word is a "both" or "neither" that stands for two by itself."""
    return words[at][0].lower() in ("both", "neither") and words[at][1].rel.startswith(("nsubj", "obj", "obl", "nmod", "root", "conj"))


def relative(at: int, words: list[tuple[str, Word]]) -> bool:
    """Whether a "who" or "which" opens a relative clause, and no question."""
    before = at - 1
    for mark in (("ADP",), ("PUNCT",)):
        before -= before > 0 and words[before][1].upos in mark
    nominal = ("NOUN", "PROPN", "PRON", "NUM", "X", "_", "")
    return at > 0 and (words[before][1].upos in nominal or governor(at, words) is not None)


def governor(at: int, words: list[tuple[str, Word]]) -> Word | None:
    """The noun that the relative clause around a word belongs to."""
    seen = at
    for _ in range(6):
        word = words[seen][1]
        if "relcl" in word.rel:
            return words[word.head][1] if word.head >= 0 else None
        if word.head < 0:
            return None
        seen = word.head
    return None


HELPERS = frozenset("was is would will be has been not also may might could 's still remains seems".split())
JUDGED = frozenset(
    ("clear unclear possible important likely unlikely necessary difficult hard easy time true impossible essential unknown understood "
     "believed "
     "thought reported hoped expected too vital unacceptable regrettable alleged certain common").split()
)  # fmt: skip
WEATHER = frozenset("rained rains snowed emerged appears seems appeared transpired".split())


def empty_it(after: list[str]) -> bool:
    """Whether an "it" followed by these words stands for nothing: "it is clear that", "it was not until", "it took", "it rained"."""
    while after and after[0] in HELPERS:
        after = after[1:]
        if after and after[0] in JUDGED:
            return True
    return bool(after) and after[0] in WEATHER


def pronoun(written: str, at: int, words: list[tuple[str, Word]], number: int) -> Markable:
    """A pronoun as a mention."""
    word = words[at][1]
    lower = written.lower()
    case, under = whole(at, words)
    subject = case.startswith("nsubj")
    return Markable("pronoun", word.start, word.end, written, lower, lower, number, subject, "", "", -1,
                    word.head, word.rel, at, case, under)  # fmt: skip


def tag(written: str, word: Word) -> str:
    """The part of speech of a word; a guess from its shape where there is none."""
    if word.upos not in ("X", "_", ""):
        return word.upos
    lower = written.lower()
    if lower in ARTICLES:
        return "DET"
    if lower in ("'s", "’s"):
        return "PART"
    if written[0].isupper() and written not in (
        "I",
        "On",
        "In",
        "At",
        "But",
        "And",
        "He",
        "She",
        "It",
        "They",
        "For",
        "As",
        "When",
        "After",
    ):
        return "PROPN"
    if lower in roles():
        return "NOUN"
    return "NUM" if written[0].isdigit() or lower in NUMBERS else "X"


def chunks(words: list[tuple[str, Word]], names: tuple[Name, ...]) -> Iterator[tuple[int, int]]:
    """Base noun phrases: runs of determiners, adjectives, numbers and nouns that end in a noun or in a name."""
    tags = [tag(written, word) for written, word in words]
    ends = {name.end for name in names}
    for number, (_, word) in enumerate(words):
        if any(name.start <= word.start and word.end <= name.end for name in names):
            tags[number] = "PROPN"
    at = 0
    while at < len(words):
        lower = words[at][0].lower()
        if tags[at] not in INSIDE and lower not in OWNING:
            at += 1
            continue
        end = at + 1
        while end < len(words) and tags[end] in INSIDE and not breaks(end, words, tags, ends):
            end += 1
        last = end
        while last > at and tags[last - 1] not in ("NOUN", "PROPN"):
            last -= 1
        if last == at and end - at == 2 and tags[at] == "DET" and words[at + 1][0].lower() in COUNTS:
            last = end
        if last == at and counted(at, end, words, tags):
            last = end
        if last > at and tags[at] != "PART" and words[last - 1][0].lower() not in DAYS:
            yield at, last
        at = end


def breaks(at: int, words: list[tuple[str, Word]], tags: list[str], ends: set[int]) -> bool:
    """Whether a word begins a new noun phrase: an article, a "last" or "next" before a day, a number after a name."""
    lower = words[at][0].lower()
    if lower in ("last", "next", "this", "every", "that") and at + 1 < len(words) and words[at + 1][0].lower() in DAYS:
        return True
    return (tags[at] == "DET" and lower in ARTICLES) or (tags[at] == "NUM" and words[at - 1][1].end in ends)


def counted(at: int, end: int, words: list[tuple[str, Word]], tags: list[str]) -> bool:
    """Whether a phrase that ends in no noun stands for people by their number: "575 have died", "many set fire to their houses"."""
    last, word = words[end - 1][0].lower(), words[end - 1][1]
    core = word.rel.startswith(("nsubj", "obj")) or (tags[at] == "DET" and end - at > 1)
    return core and (tags[end - 1] == "NUM" or last in ("many", "others", "few")) and last not in ("one", "zero")


def phrase(chunk: tuple[int, int], words: list[tuple[str, Word]], sentence: Sentence, number: int, text: str) -> Markable:
    """A base noun phrase as a mention: a name where one ends it, a noun otherwise."""
    first, last = words[chunk[0]][1], words[chunk[1] - 1][1]
    written = text[first.start - sentence.start : last.end - sentence.start]
    at = next((at for at in range(*chunk) if not chunk[0] <= words[at][1].head < chunk[1]), chunk[1] - 1)
    top = words[at][1]
    case, under = whole(at, words)
    name = next((name for name in sentence.names if name.end == last.end and name.start >= first.start), None)
    lead, head = words[chunk[0]][0].lower(), words[chunk[1] - 1][0].lower()
    kind: Kind = "name" if name and name.kind != "nationality" else "noun"
    return Markable(kind, first.start, last.end, written, lead, head, number, case.startswith("nsubj"),
                    name.text if name else "", name.kind if name else "", name.start if name else -1,
                    top.head, top.rel, at, case, under)  # fmt: skip
