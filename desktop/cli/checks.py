"""Commands for those who trust nobody: `verify`, `rebuild`, `self-test`."""

from pathlib import Path

import click

from desktop.actions.archiving import verify_folder, verify_package
from desktop.cli.screen import (
    existing_file,
    json_option,
    problem_json,
    say,
    say_json,
    say_problems,
    say_table,
    words,
)
from desktop.store.package_reading import is_package
from desktop.store.survey_file import open_survey
from desktop.store.verification import verify_survey
from desktop.tally.errors import Problem


@click.command()
@click.argument("file", type=existing_file, metavar="FILE|PACKAGE|DIR")
@json_option
def verify(file: Path, *, as_json: bool) -> None:
    """Check a survey file, a package or an archive folder from the bytes up."""
    problems = _problems(file)
    if as_json:
        say_json({"file": str(file), "problems": [problem_json(item) for item in problems]})
    elif problems:
        say("{file} FAILS its verification:", file=file)
        say_problems(problems)
    else:
        say("{file} passes: every record, signature, chain and figure follows.", file=file)
    if problems:
        raise SystemExit(1)


def _problems(path: Path) -> list[Problem]:
    if path.is_dir():
        return verify_folder(path)
    return verify_package(path) if is_package(path) else verify_survey(path)


@click.command()
@click.argument("file", type=existing_file)
@json_option
def rebuild(file: Path, *, as_json: bool) -> None:
    """Make every table again from the records."""
    with open_survey(file, write=True, tables=False) as survey:
        survey.rebuild()
    if as_json:
        say_json({"file": str(file), "rebuilt": True})
    else:
        say("{file}: every table made again from the records.", file=file)


@click.command("self-test")
@json_option
def self_test(*, as_json: bool) -> None:
    """Check that this installation counts, signs, draws and shows as it should."""
    from desktop.cli.self_test import run_checks

    checks = run_checks()
    if as_json:
        say_json([{"name": name, "error": error} for name, error in checks])
    else:
        columns = [words("Check"), words("Found")]
        rows = [(words(name), error or words("in order")) for name, error in checks]
        say_table("Self-test", columns, rows)
    if any(error for _, error in checks):
        raise SystemExit(1)
