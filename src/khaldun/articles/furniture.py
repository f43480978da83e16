"""What a line says of itself: share buttons, bylines, captions, prompts and the rest, by kind; and the words that head a list of links.

The patterns are data: furniture.toml beside this file.
"""

from __future__ import annotations

import re
import tomllib
from functools import cache, lru_cache
from importlib.resources import files
from typing import Any, cast

from khaldun.records import FurnitureKind

_LONGEST = 420
_LONGEST_LABEL = 60
_NAME = re.compile(r"<([A-Z]+)>")


@cache
def _data() -> dict[str, Any]:
    """The file, the expressions of its names written out."""
    data = tomllib.loads(files(__package__).joinpath("furniture.toml").read_text("utf-8"))
    names: dict[str, str] = {}
    for name, words in data["names"].items():
        names[name] = _expanded(words, names)
    data["names"] = names
    return data


def _expanded(words: str, names: dict[str, str]) -> str:
    return _NAME.sub(lambda found: names[found[1]], words)


@cache
def _kinds() -> tuple[tuple[FurnitureKind, re.Pattern[str]], ...]:
    names = _data()["names"]
    return tuple(
        (cast(FurnitureKind, entry["kind"]), re.compile(_expanded(entry["words"], names), re.I | re.S)) for entry in _data()["pattern"]
    )


@cache
def _labels() -> re.Pattern[str]:
    return re.compile(_data()["label"]["words"], re.I)


@cache
def _captions() -> re.Pattern[str]:
    return re.compile(_data()["caption"]["words"], re.I)


def describes_picture(line: str) -> bool:
    """Whether a line speaks as captions do: who poses, what is seen on the left."""
    return _captions().search(line) is not None


@cache
def inside() -> re.Pattern[str]:
    """The pattern of furniture within a line."""
    return re.compile(r"(?<!\w)(?:" + "|".join(_expanded(words, _data()["names"]) for words in _data()["inside"]["words"]) + ")")


@lru_cache(maxsize=8192)
def kind_of(line: str) -> FurnitureKind | None:
    """The kind of furniture that a whole line is by its own words, None where they do not tell."""
    plain = " ".join(line.split())
    if len(plain) > _LONGEST:
        return None
    return next((kind for kind, pattern in _kinds() if pattern.fullmatch(plain)), None)


def label(line: str) -> bool:
    """Whether a short line heads a list of links: "Most read", "Related stories", "More from Sport"."""
    return len(line) < _LONGEST_LABEL and len(line.split()) <= 7 and _labels().fullmatch(line.strip()) is not None
