"""Articles and pages with copies among them, made by seeded rules from the articles of our corpus."""

from __future__ import annotations

from collections.abc import Iterator
from random import Random
from typing import NamedTuple

import msgspec

from benchmarks.story_data import FOLDER
from training.annotations import CORPUS, load


class Version(NamedTuple):
    """A text, the article that it comes from, how it was made, and the article put after it, if one was."""

    text: str
    base: str
    kind: str
    appended: str | None = None


def bases() -> dict[str, str]:
    """The articles of the corpus, a paragraph a line."""
    found: dict[str, str] = {}
    for doc in load(CORPUS, "prose"):
        paragraphs: dict[int, list[str]] = {}
        for line in doc.lines:
            paragraphs.setdefault(line.paragraph, []).append(line.text)
        found[doc.id] = "\n".join(" ".join(lines) for lines in paragraphs.values())
    return found


def headlines() -> dict[str, str]:
    """The headlines of the corpus's articles, where they have one."""
    return {doc.id: doc.title for doc in load(CORPUS, "prose") if doc.title}


def versions(found: dict[str, str], *, each: int = 5, appended: float = 0.2, seed: int = 7) -> list[Version]:
    """`each` versions of every article: as it is, cut, edited, or both; to a share of them another article is appended."""
    dice = Random(seed)
    names = sorted(found)
    out = []
    for base in names:
        for number in range(each):
            kind = ("whole", "cut", "edited", "cut and edited")[0 if number == 0 else dice.randrange(4)]
            text = _made(found[base], kind, dice)
            other = dice.choice(names) if dice.random() < appended else None
            out.append(Version(text, base, kind, other if other != base else None))
    dice.shuffle(out)
    return out


def handwritten() -> list[Version]:
    """Variants and paraphrases written by hand; a paraphrase comes from no article but itself."""
    lines = (FOLDER / "copies.jsonl").read_text("utf8").splitlines()
    rows = [msgspec.json.decode(line) for line in lines]
    return [Version(r["text"], r["of"] if r["kind"] != "paraphrase" else f"paraphrase of {r['of']}", r["kind"]) for r in rows]


def reports(name: str = "happenings_develop") -> list[Version]:
    """Reports of the same happenings by different hands: none is a copy of another."""
    lines = (FOLDER / f"{name}.jsonl").read_text("utf8").splitlines()
    return [Version(msgspec.json.decode(line)["text"], f"report {number}", "report") for number, line in enumerate(lines)]


def _made(text: str, kind: str, dice: Random) -> str:
    """A version of a text: cut to its first 40 to 80 %, one word in twelve changed, or both."""
    if kind.startswith("cut"):
        words = text.split(" ")
        text = " ".join(words[: int(len(words) * dice.uniform(0.4, 0.8))])
    if kind.endswith("edited"):
        text = " ".join(word for old in text.split(" ") for word in _edited(old, dice))
    return text


def _edited(word: str, dice: Random) -> Iterator[str]:
    """A word, or, once in twelve, nothing, another, or two."""
    if "\n" in word or dice.random() > 1 / 12:
        yield word
        return
    yield from dice.choice(((), (dice.choice(WORDS),), (word, dice.choice(WORDS))))


def many(count: int, *, words: int = 300, copied: float = 0.3, seed: int = 11) -> Iterator[str]:
    """Synthetic articles of so many words, a share of them copies of earlier ones; for measuring speed."""
    dice = Random(seed)
    common = [f"w{number}" for number in range(20000)]
    weights = [1 / (rank + 10) for rank in range(20000)]
    earlier: list[str] = []
    for _ in range(count):
        if earlier and dice.random() < copied:
            yield _made(dice.choice(earlier), "cut and edited", dice)
            continue
        text = " ".join(dice.choices(common, weights, k=words))
        earlier.append(text)
        yield text


WORDS = "also however officials yesterday a the local several reportedly about nearly later new added".split()
"""What an editor puts in."""
