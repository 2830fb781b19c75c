"""Commands of the complaints 投诉件, from the day one is received to its answer."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

import click

from desktop.actions.complaints import (
    change_complaint,
    enter_complaint,
)
from desktop.actions.ledgers import line_called, undisputed
from desktop.assess import steps
from desktop.assess.complaints import Complaint, Handling
from desktop.cli.complaint_lists import due, list_complaints
from desktop.cli.complaint_settings import holidays, propose, terms
from desktop.cli.operators import as_option
from desktop.cli.screen import Command, existing_file, json_option
from desktop.cli.year import (
    acted_on,
    day_of,
    on_option,
    one_of,
    say_line,
    say_step,
    stated,
    with_options,
    writing,
)
from desktop.store.ledgers import COMPLAINTS
from desktop.store.survey_file import SurveyFile


@click.group()
def complaints() -> None:
    """Complaints of people: accepted, finished and answered in time, or overdue."""


for command in (list_complaints, due, terms, holidays, propose):
    complaints.add_command(command)


def _fields(*, needed: bool) -> Callable[[Command], Command]:
    return with_options(
        click.option("--unit", required=needed, help="The unit's code or name."),
        click.option("--channel", required=needed, help="Hotline, mailbox, petition office …"),
        click.option("--kind", required=needed, help="Of what kind: deadlines may differ by it."),
        click.option(
            "--handling",
            type=one_of(Handling),
            required=needed,
            help="By the office itself, assigned, or forwarded.",
        ),
        click.option("--text", required=needed, help="What the complaint is about."),
        click.option("--complainant", help="Who complained; none: nobody is answered."),
    )


@complaints.command("add")
@click.argument("file", type=existing_file)
@_fields(needed=True)
@on_option
@as_option
@json_option
def add(file: Path, on: str, operator: str, *, as_json: bool, **given: Any) -> None:
    """Enter a complaint, received on this day."""
    with writing(file, operator) as survey:
        complaint = Complaint(day_of(survey, on), **_read(survey, given))
        made = enter_complaint(survey, complaint, operator=operator)
    say_line("Complaint {line} is entered.", made, as_json=as_json)


@complaints.command("correct")
@click.argument("file", type=existing_file)
@click.argument("line")
@_fields(needed=False)
@click.option("--received", help="The day it was received on.")
@as_option
@json_option
def correct(file: Path, line: str, operator: str, *, as_json: bool, **given: Any) -> None:
    """Mend a complaint, or settle one in dispute."""
    with writing(file, operator) as survey:
        held = line_called(survey, COMPLAINTS, line)
        changed = replace(held.value, **_read(survey, given))
        made = change_complaint(survey, held, changed, operator=operator)
    say_line("Complaint {line} is mended.", made, as_json=as_json)


def _read(survey: SurveyFile, given: Mapping[str, Any]) -> dict[str, Any]:
    """What was given, with codes as the ledger has them."""
    held = stated(survey, given, ("received",))
    return held | ({"handling": Handling(held["handling"])} if "handling" in held else {})


@complaints.command("step")
@click.argument("file", type=existing_file)
@click.argument("line")
@click.option(
    "--to",
    "step",
    type=click.Choice(["accepted", "finished", "answered", "extended", "sent-back"]),
    required=True,
    help="The step.",
)
@click.option("--result", default="", help="Of what is finished: what came of it.")
@click.option("--until", default="", help="Of what is extended: the last day now.")
@click.option("--decision", default="", help="Of what is extended: who decided so, and why.")
@on_option
@as_option
@json_option
def step(
    file: Path, line: str, step: str, on: str, operator: str, *, as_json: bool, **given: str
) -> None:
    """Take a complaint a step further: accepted, finished, answered, extended, sent back."""
    with writing(file, operator) as survey:
        held = undisputed(line_called(survey, COMPLAINTS, line))
        if step == "extended":
            day = given["until"] and day_of(survey, given["until"])
        else:
            day = acted_on(survey, on)
        complaint = _stepped(held.value, step, day, given["result"], given["decision"])
        made = change_complaint(survey, held, complaint, operator=operator)
    say_step("Complaint {line}: {state}.", made, step, as_json=as_json)


def _stepped(complaint: Complaint, step: str, on: str, result: str, decision: str) -> Complaint:
    match step:
        case "accepted":
            return steps.accepted(complaint, on)
        case "finished":
            return steps.finished(complaint, on, result)
        case "answered":
            return steps.answered(complaint, on)
        case "extended":
            return steps.extended(complaint, on, decision)
        case _:
            return steps.sent_back(complaint, on)
