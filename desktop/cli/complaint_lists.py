"""Complaints with their deadlines in the terminal: `complaints list`, `due`."""

from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path

import click

from desktop.actions.complaints import ComplaintDue, complaints_due
from desktop.assess.complaints import ComplaintState
from desktop.cli.screen import existing_file, json_option, say, say_json, say_table, words
from desktop.cli.year import (
    day_of,
    heads,
    line_json,
    one_of,
    short,
    shortened,
    unit_called,
    unit_names,
    unit_option,
)
from desktop.cli.year_words import code_words
from desktop.store.survey_file import SurveyFile, open_survey

_HEADS = (
    "Line",
    "Received on",
    "Channel",
    "Kind",
    "Complaint",
    "Complainant",
    "Agency",
    "Handling",
    "State",
    "Next step",
    "By when",
)


@click.command("list")
@click.argument("file", type=existing_file)
@unit_option
@click.option("--state", type=one_of(ComplaintState), help="Those in this state alone.")
@click.option("--day", default="", help="The day deadlines are told on; none: today.")
@json_option
def list_complaints(file: Path, unit: str, state: str | None, day: str, *, as_json: bool) -> None:
    """List the complaints, those first whose next day comes first."""
    with open_survey(file) as survey:
        found, names = _found(survey, unit, day), unit_names(survey.plan)
    _say([it for it in found if state in (None, it.line.value.state)], names, as_json=as_json)


@click.command("due")
@click.argument("file", type=existing_file)
@unit_option
@click.option("--overdue", is_flag=True, help="Those alone whose day has passed.")
@click.option("--day", default="", help="The day deadlines are told on; none: today.")
@json_option
def due(file: Path, unit: str, day: str, *, overdue: bool, as_json: bool) -> None:
    """List what is to be done next, the longest overdue first."""
    with open_survey(file) as survey:
        found, names = _found(survey, unit, day), unit_names(survey.plan)
    wanted = [it for it in found if it.due and (it.overdue or not overdue)]
    _say(wanted, names, as_json=as_json)


def _found(survey: SurveyFile, unit: str, day: str) -> list[ComplaintDue]:
    unit = unit_called(survey.plan, unit)
    found = complaints_due(survey, date.fromisoformat(day_of(survey, day)))
    return [it for it in found if unit in ("", it.line.value.unit)]


def _say(found: Sequence[ComplaintDue], names: Mapping[str, str], *, as_json: bool) -> None:
    if as_json:
        say_json({"complaints": list(map(_line_json, found))})
    elif found:
        say_table("Complaints", heads(*_HEADS), [_row(it, names) for it in found])
    else:
        say("There is no such complaint.")


def _row(found: ComplaintDue, names: Mapping[str, str]) -> tuple[object, ...]:
    held, step = found.line.value, found.due
    by = step.by.isoformat() if step else ""
    return (
        short(found.line),
        held.received,
        held.channel,
        held.kind,
        shortened(held.text),
        held.complainant,
        names[held.unit],
        code_words(held.handling),
        code_words(held.state),
        code_words(step.step) if step else "",
        words("{day}, overdue").format(day=by) if found.overdue else by,
    )


def _line_json(found: ComplaintDue) -> dict[str, object]:
    step = found.due
    next_step = {"step": step.step, "by": step.by.isoformat()} if step else None
    state = str(found.line.value.state)
    return line_json(found.line, state=state, next=next_step, overdue=found.overdue)
