"""Names that news uses and the sources lack, from `places_names.tsv` beside this file.

Its rows: `renamed`, a town and the first-level division that it now lies in; `alias`, a division and its other names; `town`, a town
(by its key) and its names, the one to show first, so that a namesake elsewhere does not go before.
"""

from __future__ import annotations

from pathlib import Path

Names = dict[tuple[str, str], tuple[str, ...]]


def names(what: str) -> Names:
    """The rows of one kind: country and name to names."""
    lines = Path(__file__).with_suffix(".tsv").read_text("utf8").splitlines()[1:]
    rows = [line.split("\t") for line in lines]
    return {(country, name): tuple(found.split("|")) for kind, country, name, found in rows if kind == what}
