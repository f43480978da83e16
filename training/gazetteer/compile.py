"""Compile the tables of `khaldun/data`: `python -m training.gazetteer.compile SOURCES CURRENT_EVENTS`.

SOURCES is the folder with the dictionaries and tables named in the modules beside this one, CURRENT_EVENTS the items with their wikilinks.
What sources disagree on goes to `disagreements.tsv`, with what was kept.
"""

from __future__ import annotations

import sys
from pathlib import Path

from khaldun.actors.entities import COLUMNS, write_entity
from training.gazetteer import known, links, official, phoenix
from training.gazetteer.drafts import Drafts
from training.gazetteer.nations import nation_lines
from training.gazetteer.roles import role_lines

DATA = Path(__file__).parents[2] / "src" / "khaldun" / "data"


def write(path: Path, lines: list[str]) -> None:
    """One table, its header first."""
    path.write_text("\n".join(lines) + "\n", "utf8")
    print(f"{path.name}: {len(lines) - 1} lines", file=sys.stderr)


def gather(sources: Path, items: Path) -> Drafts:
    """All facts, the best source first."""
    drafts = Drafts()
    known.bodies(drafts)
    known.leaders(drafts)
    known.organs(drafts)
    official.world_leaders(sources / "world_leaders_2026-08-22.json", drafts)
    official.heads(sources / "heads_of_state_and_government_wikidata.csv", drafts)
    official.foreign_ministers(sources / "foreign_ministers_wikidata.csv", drafts)
    official.un_offices(sources / "un_and_world_offices.csv", drafts)
    official.factbook(sources / "world_factbook_government.json.xz", drafts)
    phoenix.read(sources, drafts)
    links.read(items, drafts)
    return drafts


def main() -> None:
    """All tables."""
    write(DATA / "nations.tsv", nation_lines())
    write(DATA / "roles.tsv", role_lines())
    drafts = gather(Path(sys.argv[1]), Path(sys.argv[2]))
    write(DATA / "actors.tsv", ["\t".join(COLUMNS), *map(write_entity, drafts.entities())])
    header = "name\tfact\tkept\tkept from\tdropped\tdropped from"
    write(Path(__file__).parent / "disagreements.tsv", [header, *sorted(set(drafts.log))])


if __name__ == "__main__":
    main()
