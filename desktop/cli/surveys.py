"""Commands that begin a survey: `plan check`, `new`, `approve`, `history`, `zero`."""

from pathlib import Path

import click

from desktop.actions.approving import approve_plan, read_names
from desktop.actions.founding import declare_zero, found, read_plan_file
from desktop.actions.history import enter_history, read_history_file
from desktop.cli.operators import as_option, sign_in_as
from desktop.cli.printing import plan_print_warnings, warn_of_print, write_sheet
from desktop.cli.screen import (
    existing_file,
    json_option,
    problem_json,
    say,
    say_json,
    say_problems,
    words,
)
from desktop.papers.sheets import zero_sheet
from desktop.store.survey_file import open_survey
from desktop.tally.errors import Problem
from desktop.tally.plan_checks import plan_warnings
from desktop.tally.plan_reading import PlanInvalidError


@click.group()
def plan() -> None:
    """Look at a plan before a survey is founded on it."""


@plan.command()
@click.argument("plan_file", type=existing_file, metavar="PLAN.json")
@json_option
def check(plan_file: Path, *, as_json: bool) -> None:
    """Say what is wrong with a plan, one line each."""
    problems: list[Problem] = []
    warnings: list[Problem] = []
    try:
        sound = read_plan_file(plan_file)
        warnings = [*plan_warnings(sound), *plan_print_warnings(sound)]
    except PlanInvalidError as error:
        problems = error.problems
    if as_json:
        found = {"problems": problems, "warnings": warnings}
        say_json({name: [problem_json(item) for item in items] for name, items in found.items()})
    else:
        _say_check(plan_file, problems, warnings)
    if problems:
        raise SystemExit(1)


def _say_check(path: Path, problems: list[Problem], warnings: list[Problem]) -> None:
    if problems:
        say("{path} is not a sound plan (mistakes: {count}):", path=path, count=len(problems))
        say_problems(problems)
    else:
        say("{path} is a sound plan.", path=path)
    if warnings:
        say("Allowed, and probably not meant:")
        say_problems(warnings)


@click.command()
@click.argument("file", type=existing_file)
@click.option(
    "--plan", "plan_file", type=existing_file, required=True, help="The plan to found on."
)
@click.option("--drill", is_flag=True, help="A drill: marked on every page, never official.")
@click.option("--approved", multiple=True, help="Who approved the plan; may be repeated.")
@json_option
def new(
    file: Path, plan_file: Path, approved: tuple[str, ...], *, drill: bool, as_json: bool
) -> None:
    """Found a survey: FILE is made and holds the plan for good."""
    sound = read_plan_file(plan_file)
    names = read_names(approved) if approved else []
    with found(file, sound, mode="drill" if drill else "official") as survey:
        if names:
            approve_plan(survey, names)
        fields = {
            "file": str(file),
            "survey": survey.id,
            "mode": survey.mode,
            "station": survey.station,
            "plan_hash": survey.plan_hash,
            "approved": names,
        }
    if as_json:
        say_json(fields)
    else:
        say("Founded {file}: {title}. Next: `pingyi zero`.", file=file, title=sound.title)
        say("Survey {survey}", **fields)
        say("Plan   {plan_hash}", **fields)
        if names:
            say("Approved by {names}.", names=words(", ").join(names))
    if warnings := plan_print_warnings(sound):
        click.echo(words("Allowed, and probably not meant:"), err=True)
        say_problems(warnings, err=True)
    _warn_of_names(names)


@click.command()
@click.argument("file", type=existing_file)
@click.option("--name", "names", multiple=True, required=True, help="Who; may be repeated.")
@as_option
@json_option
def approve(file: Path, names: tuple[str, ...], operator: str, *, as_json: bool) -> None:
    """Put on record who approved the plan."""
    with open_survey(file, write=True) as survey:
        sign_in_as(survey, operator)
        record = approve_plan(survey, names, operator=operator)
    read = record.data["names"]
    if as_json:
        say_json({"plan_hash": record.data["plan"], "names": read})
    else:
        say("Approved by {names}.", names=words(", ").join(read))
    _warn_of_names(read)


def _warn_of_names(names: list[str]) -> None:
    warn_of_print({f"--name {at}": name for at, name in enumerate(names, 1)})


@click.command("history")
@click.argument("file", type=existing_file)
@click.argument("table", type=existing_file)
@click.option("--year", type=int, required=True, help="The year of these ranks.")
@click.option("--source", required=True, help="Where they were published.")
@as_option
@json_option
def enter_year(
    file: Path, table: Path, year: int, source: str, operator: str, *, as_json: bool
) -> None:
    """Take over the ranks of an earlier year, from a workbook or CSV."""
    with open_survey(file, write=True) as survey:
        sign_in_as(survey, operator)
        rows = read_history_file(survey.plan, table)
        enter_history(survey, year, source, rows, operator=operator)
    if as_json:
        say_json({"year": year, "source": source, "agencies": len(rows)})
    else:
        say("Ranks of {year} taken over: {count} agencies.", year=year, count=len(rows))
    warn_of_print({"--source": source})


@click.command()
@click.argument("file", type=existing_file)
@click.option("--sheet", type=existing_file, help="Also write the zero report as PDF.")
@json_option
def zero(file: Path, sheet: Path | None, *, as_json: bool) -> None:
    """Declare the zero report: nothing is keyed yet, and keying is open from here on."""
    with open_survey(file, write=True) as survey:
        declare_zero(survey)
        if sheet:
            write_sheet(lambda: zero_sheet(survey, sheet, words))
        identity = survey.id
    if as_json:
        say_json({"survey": identity, "zero": True})
    else:
        say("{file} holds no form and no total: keying and import are open.", file=file)
