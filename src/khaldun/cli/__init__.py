"""The command line: one file a command group, each loaded when it is called."""

from __future__ import annotations

import sys
from importlib import import_module

import click

from khaldun import __version__
from khaldun.errors import KhaldunError, UsageError

COMMANDS = {
    "code": ("code", "Code pages into a record."),
    "show": ("show", "Show what a record holds."),
    "export": ("export", "Write a table of a record as JSON lines or CSV."),
    "timeline": ("timeline", "Show events day by day, reports of one happening together."),
    "verify": ("verify", "Prove every span of a record against its page."),
    "retry": ("code", "Code again what failed."),
    "actors": ("actors", "Import lists of actors of your own; ask who a phrase is."),
    "evaluate": ("evaluate", "Measure the reader on an annotated file."),
    "doctor": ("doctor", "Say whether everything is there that Khaldun needs."),
}
"""Commands in order: the module that has them, and the line that `khaldun --help` gives them."""


class Commands(click.Group):
    """Loads a command's module when the command is called, so that `--help` is quick, and turns errors into exit codes."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, name: str) -> click.Command | None:
        if name not in COMMANDS:
            return None
        command = getattr(import_module(f"khaldun.cli.{COMMANDS[name][0]}"), name)
        assert isinstance(command, click.Command)
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        with formatter.section("Commands"):
            formatter.write_dl([(name, line) for name, (_, line) in COMMANDS.items()])

    def invoke(self, ctx: click.Context) -> object:
        try:
            return super().invoke(ctx)
        except KhaldunError as error:
            click.echo(f"khaldun: {error}", err=True)
            ctx.exit(2 if isinstance(error, UsageError) else 1)


@click.group(cls=Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="khaldun")
def main() -> None:
    """Reads news pages and writes the record: who did what to whom, who says so, when and where, each entry tied to its words.

    Data goes to standard output, progress to standard error. Exit codes: 0 done, 1 error, 2 wrong usage, 3 done in part: some
    inputs were rejected or failed, and the record's ledger names them.
    """
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="backslashreplace")
