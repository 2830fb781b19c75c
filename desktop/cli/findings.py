"""Commands of the findings 明察暗访问题, from what an inspector saw to its closing."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

import click

from desktop.actions.deductions import today
from desktop.actions.findings import change_finding, enter_finding
from desktop.actions.ledgers import line_called, undisputed
from desktop.assess import steps
from desktop.assess.findings import (
    Finding,
    FindingKind,
    FindingState,
    InspectorKind,
)
from desktop.cli.finding_reports import draft, report
from desktop.cli.operators import as_option
from desktop.cli.screen import Command, existing_file, json_option
from desktop.cli.year import (
    acted_on,
    day_of,
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
from desktop.store.ledgers import FINDINGS
from desktop.store.survey_file import SurveyFile, open_survey

_HEADS = ("Line", "Found on", "Inspector", "Agency", "Kind", "Finding", "State", "Due")


@click.group()
def findings() -> None:
    """What inspectors found: entered, fed back, rectified, closed, told by half-months."""


for command in (draft, report):
    findings.add_command(command)


def _fields(*, needed: bool) -> Callable[[Command], Command]:
    return with_options(
        click.option("--unit", required=needed, help="The unit's code or name."),
        click.option("--inspector", required=needed, help="Who found it."),
        click.option(
            "--inspector-kind",
            type=one_of(InspectorKind),
            required=needed,
            help="Volunteer, deputy, retired or press.",
        ),
        click.option("--kind", type=one_of(FindingKind), required=needed, help="Of what kind."),
        click.option("--text", required=needed, help="What was found."),
    )


@findings.command("list")
@click.argument("file", type=existing_file)
@unit_option
@click.option("--state", type=one_of(FindingState), help="Those in this state alone.")
@click.option("--overdue", is_flag=True, help="Those that ought to be rectified by now.")
@json_option
def list_findings(
    file: Path, unit: str, state: str | None, *, overdue: bool, as_json: bool
) -> None:
    """List the findings by day."""
    with open_survey(file) as survey:
        unit = unit_called(survey.plan, unit)
        now, names = today(survey), unit_names(survey.plan)
        lines = [
            line
            for line in ledger_queries.lines(survey, FINDINGS)
            if unit in ("", line.value.unit)
            and state in (None, line.value.state)
            and (line.value.is_overdue(now) or not overdue)
        ]
    lines.sort(key=lambda line: (line.value.found, line.value.unit, line.id))
    held = [_line_json(line, now) for line in lines]
    rows = [_row(line, names, now) for line in lines]
    say_lines("Findings", held, _HEADS, rows, "There is no such finding.", as_json=as_json)


def _row(line: Line[Finding], names: Mapping[str, str], now: str) -> tuple[object, ...]:
    held = line.value
    late = due_text(held.due, is_overdue=held.is_overdue(now))
    kind, state = code_words(held.kind), code_words(held.state)
    return short(line), held.found, held.inspector, names[held.unit], kind, held.text, state, late


def _line_json(line: Line[Finding], now: str) -> dict[str, object]:
    return line_json(line, state=str(line.value.state), overdue=line.value.is_overdue(now))


@findings.command("add")
@click.argument("file", type=existing_file)
@_fields(needed=True)
@on_option
@as_option
@json_option
def add(file: Path, on: str, operator: str, *, as_json: bool, **given: Any) -> None:
    """Enter a finding."""
    with writing(file, operator) as survey:
        finding = Finding(day_of(survey, on), **_read(survey, given))
        made = enter_finding(survey, finding, operator=operator)
    say_line("Finding {line} is entered.", made, as_json=as_json)


@findings.command("correct")
@click.argument("file", type=existing_file)
@click.argument("line")
@_fields(needed=False)
@click.option("--found", help="The day it was found on.")
@as_option
@json_option
def correct(file: Path, line: str, operator: str, *, as_json: bool, **given: Any) -> None:
    """Mend a finding, or settle one in dispute."""
    with writing(file, operator) as survey:
        held = line_called(survey, FINDINGS, line)
        changed = replace(held.value, **_read(survey, given))
        made = change_finding(survey, held, changed, operator=operator)
    say_line("Finding {line} is mended.", made, as_json=as_json)


def _read(survey: SurveyFile, given: Mapping[str, Any]) -> dict[str, Any]:
    """What was given, with codes as the ledger has them."""
    kinds = {"inspector_kind": InspectorKind, "kind": FindingKind}
    held = stated(survey, given, ("found",))
    return {name: kinds.get(name, str)(value) for name, value in held.items()}


@findings.command("step")
@click.argument("file", type=existing_file)
@click.argument("line")
@click.option(
    "--to",
    "step",
    type=click.Choice(["verified", "fed-back", "rectified", "closed"]),
    required=True,
    help="The step.",
)
@click.option("--due", default="", help="Of what is fed back: the day to rectify it by.")
@click.option("--proof", default="", help="Of what is rectified: where that is seen.")
@on_option
@as_option
@json_option
def step(
    file: Path, line: str, step: str, on: str, operator: str, *, as_json: bool, **given: str
) -> None:
    """Take a finding a step further: verified, fed back, rectified, closed."""
    with writing(file, operator) as survey:
        held = undisputed(line_called(survey, FINDINGS, line))
        day = acted_on(survey, on)
        due = given["due"] and day_of(survey, given["due"])
        finding = _stepped(held.value, step, day, due, given["proof"])
        made = change_finding(survey, held, finding, operator=operator)
    say_step("Finding {line}: {state}.", made, step, as_json=as_json)


def _stepped(finding: Finding, step: str, on: str, due: str, proof: str) -> Finding:
    match step:
        case "verified":
            return steps.verified(finding, on)
        case "fed-back":
            return steps.fed_back(finding, on, due)
        case "rectified":
            return steps.rectified(finding, on, proof)
        case _:
            return steps.closed(finding, on)
