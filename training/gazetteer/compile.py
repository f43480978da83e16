"""Compile the tables of `khaldun/data`: `python -m training.gazetteer.compile SOURCES [--items CURRENT_EVENTS]`."""

from __future__ import annotations

import sys
from pathlib import Path

from training.gazetteer.nations import nation_lines
from training.gazetteer.roles import role_lines

DATA = Path(__file__).parents[2] / "src" / "khaldun" / "data"


def write(name: str, lines: list[str]) -> None:
    """One table, its header first."""
    (DATA / name).write_text("\n".join(lines) + "\n", "utf8")
    print(f"{name}: {len(lines) - 1} lines", file=sys.stderr)


def main() -> None:
    """All tables."""
    write("nations.tsv", nation_lines())
    write("roles.tsv", role_lines())


if __name__ == "__main__":
    main()
