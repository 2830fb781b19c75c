"""Writes sheets beside what a command did, and warns of characters that no document can print."""

from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any

import click

from desktop.cli.screen import say_failure, say_problems, words
from desktop.tally.errors import PingyiError, Problem
from desktop.tally.plan import Plan
from desktop.tally.plan_reading import plan_to_json


def write_sheet(write: Callable[[], Path]) -> None:
    """Write a sheet of what is done already: a failure is told, and undoes nothing."""
    try:
        click.echo(words("Written: {path}").format(path=write()), err=True)
    except PingyiError as error:
        say_failure(error)
    except OSError as error:
        say_failure(SheetUnwrittenError(path=error.filename, reason=error.strerror))


class SheetUnwrittenError(PingyiError):
    message = "All is done but the sheet: {path} cannot be written ({reason})."


def plan_print_warnings(plan: Plan) -> list[Problem]:
    """Every text of a plan that a PDF would refuse."""
    return print_warnings(dict(_texts("", plan_to_json(plan))))


def print_warnings(texts: Mapping[str, str]) -> list[Problem]:
    """A warning for each text that a PDF would refuse, by its place."""
    from desktop.report.fonts import GlyphMissingError, check_glyphs

    found = []
    for place, text in texts.items():
        try:
            check_glyphs(text)
        except GlyphMissingError as error:
            message = "holds {character} (U+{code}), which no PDF can print: write it otherwise"
            found.append(Problem(place, message, error.fields))
    return found


def warn_of_print(texts: Mapping[str, str]) -> None:
    """Say on standard error which texts just recorded will keep PDFs from being drawn."""
    if problems := print_warnings(texts):
        click.echo(words("Recorded, and a PDF will refuse it:"), err=True)
        say_problems(problems, err=True)


def _texts(place: str, value: Any) -> Iterator[tuple[str, str]]:
    if isinstance(value, str):
        yield place, value
    elif isinstance(value, dict):
        for key, item in value.items():
            yield from _texts(f"{place}.{key}" if place else key, item)
    elif isinstance(value, list):
        for index, item in enumerate(value):
            yield from _texts(f"{place}[{index}]", item)
