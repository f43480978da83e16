"""The documents say what is so: their commands and programs run, their tables are those of the code."""

from __future__ import annotations

import re
import shlex
import shutil
from pathlib import Path

import msgspec
import pytest
from click.testing import CliRunner

from khaldun import run
from khaldun.cli import main
from khaldun.record import Record, StoredActor, StoredArticle, StoredName, StoredStory
from khaldun.records import (
    Actor,
    Assertion,
    Count,
    DateMention,
    Event,
    EventDate,
    Figure,
    Happening,
    LedgerEntry,
    Place,
    Report,
    Statement,
    Toll,
)
from tests import handmade

ROOT = Path(__file__).parents[1]
DOCUMENTS = ["README.md", "docs/guide.md", "docs/reference.md"]


def blocks(document, language):
    return re.findall(rf"^```{language}\n(.*?)^```", (ROOT / document).read_text("utf8"), re.M | re.S)


@pytest.fixture(scope="module")
def made(tmp_path_factory):
    """A page and its record, made once."""
    folder = tmp_path_factory.mktemp("made")
    (folder / "page.txt").write_text(handmade.SANCTIONS)
    with Record(folder / "affairs.db", create=True) as record:
        run.code([folder / "page.txt"], record, published="2024-07-12", make=lambda: handmade.code)
    return folder


@pytest.fixture
def desk(made, tmp_path, monkeypatch):
    """A folder as the documents take it: a page, the sample pages, and a record."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(run, "reader", lambda threads, actors: handmade.code)
    shutil.copytree(ROOT / "examples", "examples")
    for name in ("page.txt", "affairs.db"):
        shutil.copy(made / name, name)


def commands():
    for document in DOCUMENTS:
        for block in blocks(document, "console"):
            yield from (line[2:] for line in block.splitlines() if line.startswith(("$ khaldun", "$ cat")))


@pytest.mark.parametrize("command", sorted(set(commands())))
def test_commands_run(desk, command):
    before, _, after = command.rpartition(" | ")
    arguments = shlex.split(after)[1:]
    result = CliRunner().invoke(main, arguments, input=Path(before.split()[1]).read_text() if before else None)
    assert result.exit_code == (1 if arguments == ["doctor"] and "BAD" in result.output else 0), result.output


@pytest.mark.parametrize(("document", "program"), [(document, program) for document in DOCUMENTS for program in blocks(document, "python")])
def test_programs_run(desk, document, program):
    exec(program, {})


@pytest.mark.parametrize("query", [line for document in DOCUMENTS for block in blocks(document, "sql") for line in block.splitlines()])
def test_queries_run(desk, query):
    with Record("affairs.db") as record:
        record._connection.execute(query).fetchall()


def test_the_reference_has_every_table_and_column(desk):
    section = (ROOT / "docs/reference.md").read_text().split("\n## The tables\n")[1]
    told = dict(re.findall(r"^\| `(\w+)` \| (`.*`) \|$", section, re.M))
    with Record("affairs.db") as record:
        sql = "SELECT name FROM sqlite_master WHERE type IN ('table', 'view') AND name NOT LIKE 'article_search%'"
        tables = [row["name"] for row in record._connection.execute(sql).fetchall()]
        columns = {table: [row["name"] for row in record._connection.execute(f"PRAGMA table_xinfo({table})")] for table in tables}
    assert {table: line.replace("`", "").split(", ") for table, line in told.items()} == columns


STRUCTS = {
    "Events": (Event, Actor, EventDate, Place, Count, Assertion),
    "Statements": (Statement,),
    "Articles": (StoredArticle, DateMention),
    "Names": (StoredName,),
    "Actors, stories, happenings": (StoredActor, StoredStory, Happening, Report, Toll, Figure),
    "The ledger": (LedgerEntry,),
}


@pytest.mark.parametrize("heading", STRUCTS)
def test_the_reference_has_every_field(heading):
    section = (ROOT / "docs/reference.md").read_text().split(f"\n## {heading}\n")[1].split("\n## ")[0]
    told = set(re.findall(r"`(\w+)`", section))
    assert {field.encode_name for struct in STRUCTS[heading] for field in msgspec.structs.fields(struct)} <= told


def test_links_between_documents_lead_somewhere():
    for document in DOCUMENTS:
        for link in re.findall(r"\]\((?!https?:)([^)#]+)", (ROOT / document).read_text("utf8")):
            assert (ROOT / document).parent.joinpath(link).exists(), f"{document}: {link}"
