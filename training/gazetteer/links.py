"""The wikilinks of Wikipedia's Current Events items (CC BY-SA 4.0, facts only, mark "c").

People as their titles present them, and bodies of states.
"""

from __future__ import annotations

import json
import lzma
import re
from collections import Counter, defaultdict
from pathlib import Path

from khaldun.actors.gazetteer import shipped
from khaldun.actors.parts import parts
from khaldun.actors.phrases import who
from khaldun.actors.spelling import key, tokens
from training.gazetteer.drafts import Draft, Drafts

BODY = re.compile(
    r"\b(Party|Army|Forces?|Navy|Ministry|Police|Court|Parliament|Agency|Front|Movement|Cabinet|Government|Guard|Armed|Assembly|Senate|Congress|"
    r"Commission|Council|Department|Bank|Union|Cartel|Brigade|Militia|Service|Network|Authority|Alliance|Liberation|Tribunal|Directorate)\b"
)
TITLE = re.compile(r"((?:[\w'’.-]+ ){1,5})$")


def read(path: Path, drafts: Drafts) -> None:
    """People whose items give them a title and a country, and bodies whose own name says their country and sector."""
    people: dict[str, Counter[tuple[str, tuple[str, ...]]]] = defaultdict(Counter)
    bodies: Counter[str] = Counter()
    for line in lzma.decompress(path.read_bytes()).decode("utf8").splitlines():
        item = json.loads(line)
        text = item["text"]
        for start, end, linked in item["links"]:
            name = re.sub(r" \(.*\)$", "", linked)
            if BODY.search(linked):
                bodies[linked] += 1
            elif text[start:end] == name and re.fullmatch(r"(?:[A-Z][\w'’.-]+ ?|(?:al|bin|de|van|von|da|el|ul)[ -]){2,5}", name):
                before = TITLE.search(re.split(r"[,.;:]", text[:start])[-1])
                described = title(before[1].split()) if before else None
                if described:
                    seen = who(f"{described} {name}", on=item["date"])
                    if seen.kind == "person" and seen.name == name and seen.country and seen.sectors and seen.actor_id is None:
                        people[name][seen.country, seen.sectors] += 1
    for name, readings in people.items():
        (country, sectors), _ = readings.most_common(1)[0]
        if drafts.find(name, "person") is None and key(name).lower() not in drafts.by_key:
            drafts.add(Draft(name, "person", country, sectors, "c"))
    for linked in bodies:
        state_body(linked, drafts)


def titled(before: str) -> bool:
    """Whether the words before a name are nothing but a nationality and a role ("Italian journalist")."""
    words = tokens(before)
    known = parts(words, shipped())
    covered = sum(part.end - part.start for part in known if part.role or part.nation)
    nations = {part.nation.code for part in known if part.nation}
    return covered == len([token for token in words if token.word not in ("the", "a", "an")]) and len(nations) == 1


def title(words: list[str]) -> str | None:
    """The title that ends a run of words: the longest end of it that is one."""
    return next((" ".join(words[at:]) for at in range(len(words) - 1) if titled(" ".join(words[at:]))), None)


def state_body(linked: str, drafts: Drafts) -> None:
    """A body whose name alone says country and sector ("Somali National Army")."""
    name = re.sub(r" \(.*\)$", "", linked)
    if key(name).lower() in drafts.by_key or re.search(
        r"\d|\b(attack|war|battle|protests?|election|crisis|case|trial|investigation|strike|list)\b", name, re.I
    ):
        return
    seen = who(linked)
    if seen.kind == "group" and seen.country and seen.sectors and seen.rule.startswith("country and sector") and len(name.split()) > 1:
        drafts.add(Draft(name, "organisation", seen.country, seen.sectors, "c"))
