"""Commands of the pledges 双优承诺: entered, found kept or broken, listed."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

import click

from desktop.actions.deductions import today
from desktop.actions.ledgers import line_called, undisputed
from desktop.actions.promises import change_pledge, enter_pledge
from desktop.assess import steps
from desktop.assess.promises import Kept, Pledge
from desktop.cli.operators import as_option
from desktop.cli.screen import Command, existing_file, json_option
from desktop.cli.year import (
    acted_on,
    due_text,
    line_json,
    on_option,
    one_of,
    say_line,
    say_lines,
    say_step,
    short,
    stated,
    unit_called,
    unit_names,
    unit_option,
    with_options,
    writing,
)
from desktop.cli.year_words import code_words
from desktop.store import ledger_queries
from desktop.store.ledger_queries import Line
from desktop.store.ledgers import PLEDGES
from desktop.store.survey_file import open_survey

_HEADS = ("Line", "By when", "Agency", "Pledge", "Indicator", "State")
_DAYS = ("due",)
_FOUND = (Kept.KEPT, Kept.BROKEN)


@click.group()
def pledges() -> None:
    """What units pledged: by when, seen by what, kept or broken."""


def _fields(*, needed: bool) -> Callable[[Command], Command]:
    return with_options(
        click.option("--unit", required=needed, help="The unit's code or name."),
        click.option("--text", required=needed, help="What is pledged."),
        click.option("--indicator", required=needed, help="By what it is seen whether it is kept."),
        click.option("--due", required=needed, help="The day to keep it by."),
    )


@pledges.command("list")
@click.argument("file", type=existing_file)
@unit_option
@click.option("--state", type=one_of(Kept), help="Those in this state alone.")
@click.option("--overdue", is_flag=True, help="Those that ought to be kept by now.")
@json_option
def list_pledges(file: Path, unit: str, state: str | None, *, overdue: bool, as_json: bool) -> None:
    """List the pledges by the day to keep them by."""
    with open_survey(file) as survey:
        unit = unit_called(survey.plan, unit)
        now, names = today(survey), unit_names(survey.plan)
        lines = [
            line
            for line in ledger_queries.lines(survey, PLEDGES)
            if unit in ("", line.value.unit)
            and state in (None, line.value.kept)
            and (line.value.is_overdue(now) or not overdue)
        ]
    lines.sort(key=lambda line: (line.value.due, line.value.unit, line.id))
    held = [line_json(line, overdue=line.value.is_overdue(now)) for line in lines]
    rows = [_row(line, names, now) for line in lines]
    say_lines("Pledges", held, _HEADS, rows, "There is no such pledge.", as_json=as_json)


def _row(line: Line[Pledge], names: Mapping[str, str], now: str) -> tuple[object, ...]:
    held = line.value
    due = due_text(held.due, is_overdue=held.is_overdue(now))
    return short(line), due, names[held.unit], held.text, held.indicator, code_words(held.kept)


@pledges.command("add")
@click.argument("file", type=existing_file)
@_fields(needed=True)
@as_option
@json_option
def add(file: Path, operator: str, *, as_json: bool, **given: Any) -> None:
    """Enter a pledge."""
    with writing(file, operator) as survey:
        made = enter_pledge(survey, Pledge(**stated(survey, given, _DAYS)), operator=operator)
    say_line("Pledge {line} is entered.", made, as_json=as_json)


@pledges.command("correct")
@click.argument("file", type=existing_file)
@click.argument("line")
@_fields(needed=False)
@as_option
@json_option
def correct(file: Path, line: str, operator: str, *, as_json: bool, **given: str | None) -> None:
    """Mend a pledge, or settle one in dispute."""
    with writing(file, operator) as survey:
        held = line_called(survey, PLEDGES, line)
        changed = replace(held.value, **stated(survey, given, _DAYS))
        made = change_pledge(survey, held, changed, operator=operator)
    say_line("Pledge {line} is mended.", made, as_json=as_json)


@pledges.command("found")
@click.argument("file", type=existing_file)
@click.argument("line")
@click.option("--to", "state", type=one_of(_FOUND), required=True, help="Kept or broken.")
@click.option("--note", default="", help="Where that is seen.")
@on_option
@as_option
@json_option
def found(
    file: Path, line: str, state: str, note: str, on: str, operator: str, *, as_json: bool
) -> None:
    """Say that a pledge was found kept or broken."""
    with writing(file, operator) as survey:
        held = undisputed(line_called(survey, PLEDGES, line))
        pledge = steps.found(held.value, Kept(state), acted_on(survey, on), note)
        made = change_pledge(survey, held, pledge, operator=operator)
    say_step("Pledge {line}: {state}.", made, state, as_json=as_json)
