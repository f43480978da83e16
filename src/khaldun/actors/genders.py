"""Whether a person is a he or a she, where first name, title or noun tell."""

from __future__ import annotations

from functools import cache
from importlib.resources import files

from khaldun.actors.mentions import Markable
from khaldun.actors.spelling import plain

WOMEN = frozenset(
    (
        "mrs ms miss madam lady queen princess woman girl mother wife widow daughter sister spokeswoman chairwoman congresswoman "
        "businesswoman policewoman actress nun niece aunt grandmother granddaughter duchess empress baroness dame councilwoman "
        "sheikha begum"
    ).split()
)
MEN = frozenset(
    ("mr king prince man boy father husband widower son brother spokesman chairman congressman businessman policeman priest monk "
     "nephew uncle grandfather grandson duke emperor baron sir lord sheikh imam rabbi pope bishop archbishop cardinal ayatollah "
     "mullah councilman gunman fisherman sultan emir patriarch").split()
)  # fmt: skip


@cache
def first_names() -> dict[str, str]:
    """First name to "he" or "she"; names of both are in neither list."""
    lines = files("khaldun.data").joinpath("first_names.tsv").read_text("utf8").splitlines()[1:]
    return {name: pronoun for pronoun, names in (line.split("\t") for line in lines) for name in names.split()}


def likely(name: str) -> str:
    """What the ending of a first name that no list knows makes likely."""
    first = plain(name.split()[0]).lower()
    return (
        "she"
        if first.endswith(("a", "ia", "ette", "elle", "ine"))
        else "he"
        if first.endswith(("o", "os", "us", "er", "rd", "an", "ey"))
        else ""
    )


def gender(mention: Markable) -> str:
    """ "he", "she" or nothing."""
    words = mention.text.lower().replace("-", " ").split()
    if mention.name_kind in ("", "nationality"):
        words = words[-1:]
    if any(word.strip(".") in WOMEN for word in words):
        return "she"
    if any(word.strip(".") in MEN for word in words):
        return "he"
    return first_names().get(plain(mention.name.split()[0]).lower(), "") if mention.name and mention.name_kind != "nationality" else ""
