"""What commands print: tables for people, canonical JSON for scripts, sentences for errors."""

from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import Any, TypeVar

import click
from rich import box
from rich.console import Console
from rich.table import Table
from rich.text import Text

from desktop.tally.errors import PingyiError, Problem, ProblemsError
from desktop.words import system_language, words_for

Command = TypeVar("Command", bound=Callable[..., object])

words = words_for(system_language())

_PIPE_WIDTH = 200
"""Columns of a table that goes into a file or another program."""

json_option = click.option("--json", "as_json", is_flag=True, help="Print JSON for scripts.")

existing_file = click.Path(path_type=Path, dir_okay=True)
"""A path argument; the acts say in a sentence what is wrong with it."""


def console(*, stderr: bool = False) -> Console:
    """A console as wide as the terminal, or wide enough for a pipe."""
    made = Console(stderr=stderr, highlight=False, soft_wrap=False)
    if not made.is_terminal:
        made.width = _PIPE_WIDTH
    return made


def say(message: str, **fields: object) -> None:
    """One sentence for people."""
    click.echo(words(message).format(**fields))


def say_json(value: Any) -> None:
    """Canonical JSON in UTF-8, whatever the console's encoding."""
    from desktop.store.canonical import canonical_bytes

    click.echo(canonical_bytes(value))


def say_error(error: PingyiError) -> None:
    """The error's sentence on standard error, then its list where it has one."""
    click.echo(words("Refused: {reason}").format(reason=error.sentence(words)), err=True)
    if isinstance(error, ProblemsError):
        say_problems(error.problems, err=True)


def say_problems(problems: Iterable[Problem], *, err: bool = False) -> None:
    for problem in problems:
        click.echo("  " + problem.sentence(words), err=err)


def problem_json(problem: Problem) -> dict[str, str]:
    return {
        "place": problem.place,
        "message": Problem("", problem.message, problem.fields).sentence(),
    }


def say_table(
    title: str, columns: Sequence[str], rows: Iterable[Sequence[object]], *, numbers: int = 99
) -> None:
    """A table whose columns from the `numbers`-th on (counted from 0) are figures."""
    # Text, because rich reads brackets in a plain string as markup
    heading = Text(words(title))
    table = Table(title=heading, box=box.SIMPLE_HEAD, title_justify="left", pad_edge=False)
    for at, column in enumerate(columns):
        figures = at >= numbers
        table.add_column(Text(column), justify="right" if figures else "left", no_wrap=figures)
    for row in rows:
        table.add_row(*(Text("—" if cell is None else str(cell)) for cell in row))
    console().print(table)
