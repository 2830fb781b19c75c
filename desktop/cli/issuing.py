"""Commands of the issue register 领发登记: `issue add`, `correct`, `list`."""

from pathlib import Path
from typing import Any

import click

from desktop.actions.issuing import Issue, correct_issue, enter_issue
from desktop.cli.operators import as_option, sign_in_as
from desktop.cli.printing import warn_of_print
from desktop.cli.screen import (
    Command,
    existing_file,
    json_option,
    problem_json,
    say,
    say_json,
    say_problems,
    say_table,
    words,
)
from desktop.store import paper_queries
from desktop.store.paper_queries import IssueLine
from desktop.store.survey_file import SurveyFile, open_survey
from desktop.tally.errors import Problem
from desktop.tally.issuing import WAYS, register_warnings

_HEADS = ("Line", "Day", "Channel", "Entry", "Given by", "Taken by", "Signed by", "Note", "Forms")

Sums = list[dict[str, Any]]
"""Channel, forms by the plan, issued and returned by the register."""


@click.group()
def issue() -> None:
    """The issue register: forms handed out and taken back, channel by channel."""


line_options = (
    click.option("--channel", required=True, help="The channel these forms go by."),
    click.option("--way", type=click.Choice(WAYS), required=True, help="Handed out, or back."),
    click.option("--count", "forms", type=int, required=True, help="Forms, counted by hand."),
    click.option("--on", required=True, help="The day, such as 2005-12-31."),
    click.option("--giver", required=True, help="Who handed them over."),
    click.option("--taker", required=True, help="Who took them."),
    click.option("--signed", default="", help="Who signed for them, if anybody did."),
    click.option("--note", default="", help="What else is to be known."),
)


def with_line(command: Command) -> Command:
    """Add the options that make a line of the register."""
    for option in reversed(line_options):
        command = option(command)
    return command


@issue.command()
@click.argument("file", type=existing_file)
@with_line
@as_option
@json_option
def add(file: Path, operator: str, *, as_json: bool, **line: Any) -> None:
    """Enter a line: forms handed out, or taken back."""
    with open_survey(file, write=True) as survey:
        sign_in_as(survey, operator)
        record = enter_issue(survey, Issue(**line), operator=operator)
    _say_line(record.id, Issue(**line), as_json=as_json)


@issue.command()
@click.argument("file", type=existing_file)
@click.argument("record")
@with_line
@as_option
@json_option
def correct(file: Path, record: str, operator: str, *, as_json: bool, **line: Any) -> None:
    """Put a line in the place of another; with a count of 0 that one is taken back."""
    with open_survey(file, write=True) as survey:
        sign_in_as(survey, operator)
        made = correct_issue(survey, record, Issue(**line), operator=operator)
    _say_line(made.id, Issue(**line), as_json=as_json)


def _say_line(identity: str, line: Issue, *, as_json: bool) -> None:
    fields = {"channel": line.channel, "forms": line.forms, "on": line.on}
    if as_json:
        people = {"giver": line.giver, "taker": line.taker, "signed": line.signed}
        say_json({"record": identity, "way": line.way, "note": line.note, **fields, **people})
    elif line.forms:
        message = "Line {line} of the register: {channel}, {way}, {forms} forms on {on}."
        say(message, line=identity[:12], way=_way(line.way), **fields)
    else:
        say("The line is taken back.")
    texts = {name: getattr(line, name) for name in ("giver", "taker", "signed", "note")}
    warn_of_print({f"--{name}": text for name, text in texts.items()})


def _way(way: str) -> str:
    return words("issued" if way == "issued" else "returned")


@issue.command("list")
@click.argument("file", type=existing_file)
@json_option
def list_lines(file: Path, *, as_json: bool) -> None:
    """List the register, its sums, and where they differ from the plan."""
    with open_survey(file) as survey:
        lines = paper_queries.issues(survey)
        sums = _sums(survey)
        warnings = register_warnings(survey.plan, paper_queries.issued_by_channel(survey))
    if as_json:
        told = [problem_json(problem) for problem in warnings]
        say_json({"lines": list(map(_line_json, lines)), "channels": sums, "warnings": told})
    else:
        _say_register(lines, sums, warnings)


def _sums(survey: SurveyFile) -> Sums:
    entered = paper_queries.issued_by_channel(survey)
    found = []
    for channel in survey.plan.channels:
        issued, returned = entered.get(channel.code, (0, 0))
        fields = {"channel": channel.code, "plan": channel.issued}
        found.append(fields | {"issued": issued, "returned": returned})
    return found


def _line_json(line: IssueLine) -> dict[str, object]:
    return {name: getattr(line, name) for name in IssueLine.__dataclass_fields__}


def _say_register(lines: list[IssueLine], sums: Sums, warnings: list[Problem]) -> None:
    if not lines:
        say("Nothing is entered in the register yet: enter a line with `pingyi issue add`.")
        return
    rows = [
        (
            line.record[:12], line.on, line.channel, _way(line.way),
            line.giver, line.taker, line.signed, line.note, line.forms,
        )
        for line in lines
    ]  # fmt: skip
    say_table("Issue register", [words(head) for head in _HEADS], rows, numbers=8)
    heads = ("Channel", "By the plan", "Issued", "Returned")
    totals = [(each["channel"], each["plan"], each["issued"], each["returned"]) for each in sums]
    say_table("By channel", [words(head) for head in heads], totals, numbers=1)
    if warnings:
        say("To be explained:")
        say_problems(warnings)
