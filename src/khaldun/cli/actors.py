"""`khaldun actors`: lists of one's own, and who a phrase is."""

from __future__ import annotations

from pathlib import Path

import click
import msgspec

from khaldun.cli.options import Day


@click.group()
def actors() -> None:
    """Lists of actors of one's own, and who a phrase is."""


@actors.command("import")
@click.argument("lists", nargs=-1, required=True, metavar="LIST...", type=click.Path(path_type=Path))
@click.option("-o", "--output", required=True, type=click.Path(path_type=Path), help="The file to write, for 'code --actors'.")
@click.option("--form", type=click.Choice(["csv", "petrarch", "ftm"]), help="What the lists are, where their endings do not tell.")
def import_lists(lists: tuple[Path, ...], output: Path, form: str | None) -> None:
    """Read each LIST (CSV, a PETRARCH actor dictionary, or FollowTheMoney JSON lines) into one file of entities.

    With 'khaldun code --actors FILE' they are laid over the shipped gazetteer; where both know a name, yours is right.
    """
    from khaldun.actors.lists import read_list
    from khaldun.actors.saved import write

    count = write((entity for path in lists for entity in read_list(path, form)), output)
    click.echo(f"{output}: {count} entities", err=True)


@actors.command()
@click.argument("phrase")
@click.option("--on", type=Day(), help="The day to ask about; offices change hands.")
@click.option("--actors", "own", type=click.Path(path_type=Path), help="A file that 'actors import' wrote.")
def who(phrase: str, on: str | None, own: Path | None) -> None:
    """Say who PHRASE is, as JSON, and by which rule."""
    from khaldun.actors import shipped
    from khaldun.actors import who as ask
    from khaldun.actors.saved import read

    gazetteer = shipped().with_entities(read(own)) if own else None
    click.echo(msgspec.json.encode(ask(phrase, on=on, gazetteer=gazetteer)).decode())
