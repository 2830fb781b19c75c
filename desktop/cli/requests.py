"""Commands of the requests 诉求: raised, answered one by one, listed."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path

import click

from desktop.actions.deductions import today
from desktop.actions.ledgers import line_called, undisputed
from desktop.actions.promises import change_request, enter_request
from desktop.assess import steps
from desktop.assess.promises import Request
from desktop.cli.operators import as_option
from desktop.cli.screen import Command, existing_file, json_option
from desktop.cli.year import (
    acted_on,
    due_text,
    line_json,
    on_option,
    say_line,
    say_lines,
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
from desktop.store.ledgers import REQUESTS
from desktop.store.survey_file import open_survey

_HEADS = ("Line", "Raised on", "Raised by", "Agency", "Request", "By when", "State")


@click.group()
def requests() -> None:
    """What people asked for in meetings and letters, answered one by one."""


def _fields(*, needed: bool) -> Callable[[Command], Command]:
    return with_options(
        click.option("--unit", required=needed, help="The unit's code or name."),
        click.option("--by", required=needed, help="Who raised it, such as a meeting."),
        click.option("--text", required=needed, help="What is asked for."),
        click.option("--due", help="The day to answer it by."),
    )


@requests.command("list")
@click.argument("file", type=existing_file)
@unit_option
@click.option("--open", "is_open", is_flag=True, help="Those alone that nobody has answered.")
@click.option("--overdue", is_flag=True, help="Those that ought to be answered by now.")
@json_option
def list_requests(file: Path, unit: str, *, is_open: bool, overdue: bool, as_json: bool) -> None:
    """List the requests by the day they were raised."""
    with open_survey(file) as survey:
        unit = unit_called(survey.plan, unit)
        now, names = today(survey), unit_names(survey.plan)
        lines = [
            line
            for line in ledger_queries.lines(survey, REQUESTS)
            if unit in ("", line.value.unit)
            and (line.value.is_open or not is_open)
            and (line.value.is_overdue(now) or not overdue)
        ]
    lines.sort(key=lambda line: (line.value.raised, line.value.unit, line.id))
    held = [line_json(line, overdue=line.value.is_overdue(now)) for line in lines]
    rows = [_row(line, names, now) for line in lines]
    say_lines("Requests", held, _HEADS, rows, "There is no such request.", as_json=as_json)


def _row(line: Line[Request], names: Mapping[str, str], now: str) -> tuple[object, ...]:
    held = line.value
    due = due_text(held.due, is_overdue=held.is_overdue(now))
    state = code_words("asked" if held.is_open else "replied")
    return short(line), held.raised, held.by, names[held.unit], held.text, due, state


@requests.command("add")
@click.argument("file", type=existing_file)
@_fields(needed=True)
@on_option
@as_option
@json_option
def add(file: Path, on: str, operator: str, *, as_json: bool, **given: str | None) -> None:
    """Enter a request, raised on this day."""
    with writing(file, operator) as survey:
        request = Request(acted_on(survey, on), **stated(survey, given, ("due",)))
        made = enter_request(survey, request, operator=operator)
    say_line("Request {line} is entered.", made, as_json=as_json)


@requests.command("correct")
@click.argument("file", type=existing_file)
@click.argument("line")
@_fields(needed=False)
@click.option("--raised", help="The day it was raised on.")
@as_option
@json_option
def correct(file: Path, line: str, operator: str, *, as_json: bool, **given: str | None) -> None:
    """Mend a request, or settle one in dispute."""
    with writing(file, operator) as survey:
        held = line_called(survey, REQUESTS, line)
        changed = replace(held.value, **stated(survey, given, ("due", "raised")))
        made = change_request(survey, held, changed, operator=operator)
    say_line("Request {line} is mended.", made, as_json=as_json)


@requests.command("answer")
@click.argument("file", type=existing_file)
@click.argument("line")
@click.option("--answer", required=True, help="What was answered.")
@on_option
@as_option
@json_option
def answer(file: Path, line: str, answer: str, on: str, operator: str, *, as_json: bool) -> None:
    """Put the answer to a request on record."""
    with writing(file, operator) as survey:
        held = undisputed(line_called(survey, REQUESTS, line))
        request = steps.replied(held.value, acted_on(survey, on), answer)
        made = change_request(survey, held, request, operator=operator)
    say_line("Request {line} is answered.", made, as_json=as_json)
