"""What commands print: tables for people, canonical JSON for scripts, sentences for errors."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

from desktop.cli import layout
from desktop.store.errors import MarkUnraisedError
from desktop.tally.errors import PingyiError, Problem, ProblemsError
from desktop.words import system_language, unknown_language, words_for

if TYPE_CHECKING:
    from rich.console import Console

Command = TypeVar("Command", bound=Callable[..., object])

_PIPE_WIDTH = 200
"""Columns of a table that goes into a file or another program."""

json_option = click.option("--json", "as_json", is_flag=True, help="Print JSON for scripts.")

existing_file = click.Path(path_type=Path, dir_okay=True)
"""A path argument; the acts say in a sentence what is wrong with it."""


def words(source: str) -> str:
    """The text in the reader's language."""
    return words_for(system_language())(source)


def console(*, stderr: bool = False) -> "Console":
    """A console as wide as the terminal, or wide enough for a pipe."""
    from rich.console import Console

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
    lead = "Stored, but: {reason}" if isinstance(error, MarkUnraisedError) else "Refused: {reason}"
    click.echo(words(lead).format(reason=_sentence(error)), err=True)
    if isinstance(error, ProblemsError):
        say_problems(error.problems, err=True)


def say_failure(error: PingyiError) -> None:
    """What went wrong beside an act that is done, on standard error."""
    click.echo(_sentence(error), err=True)


def _sentence(error: PingyiError) -> str:
    error.fields = _in_words(error.fields)
    return error.sentence(words)


def say_problems(problems: Iterable[Problem], *, err: bool = False) -> None:
    for problem in problems:
        told = replace(problem, fields=_in_words(problem.fields))
        click.echo("  " + told.sentence(words), err=err)


def _in_words(fields: Mapping[str, object]) -> dict[str, object]:
    """The fields with the reason, which the system or a library gave in English, translated."""
    return {name: words(str(v)) if name == "reason" else v for name, v in fields.items()}


def warn_of_language() -> None:
    """One sentence on standard error where `PINGYI_LANG` asks for a language that is not there."""
    if language := unknown_language():
        message = words(
            'PINGYI_LANG is "{language}", neither zh_CN nor en: the language of the system is used.'
        )
        click.echo(message.format(language=language), err=True)


def problem_json(problem: Problem) -> dict[str, str]:
    return {
        "place": problem.place,
        "message": Problem("", problem.message, problem.fields).sentence(),
    }


def say_table(
    title: str,
    columns: Sequence[str],
    rows: Iterable[Sequence[object]],
    *,
    numbers: int = 99,
    codes: Sequence[str] | None = None,
) -> None:
    """A table whose columns from the `numbers`-th on (counted from 0) are figures.

    On a terminal too narrow for the headings, `codes` stand for them and are explained below;
    where these do not fit either, each row is lines of its own.
    """
    screen, heading = console(), words(title)
    cells = [["—" if cell is None else str(cell) for cell in row] for row in rows]
    for heads, gap in ((columns, 1), (codes or columns, 1), (codes or columns, 0)):
        table = layout.table_of(heading, heads, cells, numbers=numbers, gap=gap)
        if layout.fits(screen, table):
            screen.print(table)
            _say_codes(heads, columns, screen.width)
            return
    lines = layout.stacked(columns, cells, numbers=numbers, width=screen.width)
    click.echo("\n".join([*layout.folded(heading, screen.width), *lines]))


def _say_codes(codes: Sequence[str], names: Sequence[str], width: int) -> None:
    """What each code that stands for a heading means."""
    pairs = zip(codes, names, strict=True)
    if meant := [f"{code} {name}" for code, name in pairs if code != name]:
        click.echo("\n".join(layout.filled(meant, width)))
