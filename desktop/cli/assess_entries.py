"""Commands of the deduction ledger 扣分台账: `assess list`, `add`, `correct`, `move`."""

from collections.abc import Callable, Mapping
from dataclasses import asdict, replace
from pathlib import Path
from typing import Any

import click

from desktop.actions.deductions import (
    case_warnings,
    correct_deduction,
    enter_deduction,
    move_deduction,
)
from desktop.actions.ledgers import line_called
from desktop.actions.rule_sets import rules_of
from desktop.assess.ledger import (
    CircularMissingError,
    Entry,
    State,
    StateDateError,
    StateWrongError,
)
from desktop.assess.points import Facts
from desktop.assess.rule_set import RuleSet
from desktop.cli.operators import as_option
from desktop.cli.screen import (
    Command,
    existing_file,
    json_option,
    say,
    say_json,
    say_problems,
)
from desktop.cli.year import (
    LINE,
    day_of,
    on_option,
    one_of,
    read_number,
    read_rate,
    say_line,
    stated,
    with_options,
    writing,
)
from desktop.cli.year_words import code_words
from desktop.store.ledgers import DEDUCTIONS
from desktop.tally.errors import PingyiError, Problem, ProblemsError


class MoveRefusedError(ProblemsError):
    message = "None of the {count} entries was moved: settle these first, or leave them out."


_DAYS = ("date",)
_COUNT = click.IntRange(0, 999_999)


def _fields(*, needed: bool) -> Callable[[Command], Command]:
    """What an entry states; all of it is needed for a new one but what has a default."""
    return with_options(
        click.option("--unit", required=needed, help="Code or name of the unit where it happened."),
        click.option("--rule", required=needed, help="The rule's code, such as 4-3a."),
        click.option("--date", help="The day it happened on, such as 2006-05-31; none: today."),
        click.option("--office", help="The evidence office; none: the only one of the rule."),
        click.option(
            "--count", type=_COUNT, help="How many, or how many of those due are missing."
        ),
        click.option("--due", type=_COUNT, help="How many there should have been."),
        click.option("--rate", help="In per cent: a rate, or by how much a target was missed."),
        click.option("--amount", help="Points for each, where the rule leaves them to a person."),
        click.option("--document", help="Number and title of the document it rests on."),
        click.option("--case", help="What happened once has one name, whatever the rule."),
        click.option("--text", help="What happened."),
        click.option("--reason", help="Why this amount."),
        click.option("--approver", help="Who approved the amount."),
        click.option("--source", help="Where a typed rate was taken from."),
    )


@click.command("add")
@click.argument("file", type=existing_file)
@_fields(needed=True)
@on_option
@as_option
@json_option
def add(file: Path, on: str, operator: str, *, as_json: bool, **given: Any) -> None:
    """Enter a deduction as a draft."""
    with writing(file, operator) as survey:
        day, rules = day_of(survey, on), rules_of(survey)
        begun = Entry("", given["rule"], Facts(), day_of(survey, ""), "")
        entry = _with_office(rules, _changed(begun, stated(survey, given, _DAYS)))
        warnings = case_warnings(survey, entry)
        made = enter_deduction(survey, entry, on=day, operator=operator)
    say_line("Entry {line} is a draft.", made, as_json=as_json)
    _warn(warnings)


@click.command("correct")
@click.argument("file", type=existing_file)
@click.argument("line")
@_fields(needed=False)
@as_option
@json_option
def correct(file: Path, line: str, operator: str, *, as_json: bool, **given: Any) -> None:
    """Mend an entry that nobody has decided on, or settle one in dispute."""
    with writing(file, operator) as survey:
        held = line_called(survey, DEDUCTIONS, line)
        entry = _changed(held.value, stated(survey, given, _DAYS))
        warnings = case_warnings(survey, entry, without=held.id)
        made = correct_deduction(survey, held, entry, operator=operator)
    say_line("Entry {line} is mended.", made, as_json=as_json)
    _warn(warnings)


@click.command("move")
@click.argument("file", type=existing_file)
@click.argument("lines", nargs=-1, required=True)
@click.option("--to", "wished", type=one_of(list(State)[1:]), required=True, help="The state.")
@on_option
@as_option
@json_option
def move(
    file: Path, lines: tuple[str, ...], wished: str, on: str, operator: str, *, as_json: bool
) -> None:
    """Take entries to their next state, all of them or none."""
    with writing(file, operator) as survey:
        day, rules = day_of(survey, on), rules_of(survey)
        held = [line_called(survey, DEDUCTIONS, line) for line in dict.fromkeys(lines)]
        with survey.transaction():
            refused = {}
            for line in held:
                try:
                    move_deduction(
                        survey, line, State(wished), on=day, operator=operator, rules=rules
                    )
                except (StateWrongError, CircularMissingError, StateDateError) as fault:
                    refused[line.id[:LINE]] = fault
            _check_moved(refused, len(held))
    if as_json:
        say_json({"lines": [line.id for line in held], "state": wished})
    else:
        say("Entries now {state}: {count}.", state=code_words(wished), count=len(held))


def _check_moved(refused: Mapping[str, PingyiError], count: int) -> None:
    """Of one line what refused it, of several MoveRefusedError, which says it line by line."""
    if refused and count == 1:
        raise next(iter(refused.values()))
    if refused:
        faults = [Problem(line, fault.message, fault.fields) for line, fault in refused.items()]
        raise MoveRefusedError(faults, count=count)


def _changed(entry: Entry, held: Mapping[str, Any]) -> Entry:
    """The entry but for what was given."""
    reading = {"rate": read_rate, "amount": read_number}
    numbers: dict[str, Any] = {
        name: read(held[name]) for name, read in reading.items() if name in held
    }
    counts = {name: held[name] for name in ("count", "due") if name in held}
    facts = replace(entry.facts, **counts, **numbers)
    texts = {name: text for name, text in held.items() if name not in asdict(facts)}
    return replace(entry, facts=facts, **texts)


def _with_office(rules: RuleSet, entry: Entry) -> Entry:
    offices = next((rule.offices for rule in rules.rules if rule.code == entry.rule), ())
    return replace(entry, office=offices[0]) if not entry.office and len(offices) == 1 else entry


def _warn(warnings: list[Problem]) -> None:
    if warnings:
        say_problems(warnings, err=True)
