"""Operators on the command line: `operator add`, and `--as` for other commands."""

import os
import sys
from pathlib import Path

import click

from desktop.actions.authority import known_operator
from desktop.actions.operators import register_operator, sign_in
from desktop.cli.printing import warn_of_print
from desktop.cli.screen import existing_file, json_option, say, say_json, words
from desktop.store.authority import ROLES
from desktop.store.survey_file import SurveyFile, open_survey
from desktop.tally.errors import PingyiError


class PinUnaskableError(PingyiError):
    message = "A PIN cannot be asked here, there is no terminal: give it in {variable}."


as_option = click.option(
    "--as", "operator", default="", help="Act as this operator; the PIN is asked."
)


def sign_in_as(survey: SurveyFile, operator: str) -> None:
    """Check the operator's PIN, from `PINGYI_PIN` or asked for; the station itself has none."""
    if operator:
        known_operator(survey, operator)
        sign_in(survey, operator, _pin(words("PIN of {operator}").format(operator=operator)))


@click.group()
def operator() -> None:
    """The people who key, check, supervise and watch."""


@operator.command()
@click.argument("file", type=existing_file)
@click.option("--code", required=True, help="What the operator signs in with, such as C01.")
@click.option("--name", required=True, help="The operator's name, as documents print it.")
@click.option(
    "--role", "roles", type=click.Choice(ROLES), multiple=True, required=True, help="Role."
)
@as_option
@json_option
def add(
    file: Path, code: str, name: str, roles: tuple[str, ...], operator: str, *, as_json: bool
) -> None:
    """Register an operator; the same code again replaces name, roles and PIN."""
    with open_survey(file, write=True) as survey:
        sign_in_as(survey, operator)
        pin = _pin(words("New PIN of {operator}").format(operator=code), new=True)
        register_operator(survey, code, name=name, roles=roles, pin=pin, operator=operator)
    if as_json:
        say_json({"operator": code, "name": name, "roles": sorted(roles)})
    else:
        say("Operator {code} {name} registered.", code=code, name=name)
    warn_of_print({"--name": name})


def _pin(question: str, *, new: bool = False) -> str:
    name = "PINGYI_NEW_PIN" if new else "PINGYI_PIN"
    if given := os.environ.get(name):
        return given
    if sys.stdin.isatty():
        return str(click.prompt(question, hide_input=True, confirmation_prompt=new, err=True))
    if piped := sys.stdin.readline().strip():
        return piped
    raise PinUnaskableError(variable=name)
