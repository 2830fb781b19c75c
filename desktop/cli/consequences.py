"""What follows from the bands: `assess consequences`, `confirm`, `annul`, `restore`."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import click

from desktop.actions.consequences import (
    ConsequenceLine,
    annul_results,
    confirm_consequence,
    consequence_lines,
    model_sections,
    restore_results,
    survey_cut,
    withdraw_confirmation,
)
from desktop.actions.rule_sets import rules_of
from desktop.actions.year_standing import YearStanding, year_standing
from desktop.assess.ledger_data import to_value
from desktop.assess.year import Annulment, Confirmation
from desktop.cli.operators import as_option
from desktop.cli.screen import existing_file, json_option, say, say_json, say_table, words
from desktop.cli.year import (
    acted_on,
    heads,
    on_option,
    say_line,
    stated,
    stood_on,
    unit_called,
    unit_names,
    unit_option,
    writing,
)
from desktop.store import ledger_queries
from desktop.store.ledger_queries import Line
from desktop.store.ledgers import ANNULMENTS
from desktop.store.records import Record
from desktop.store.survey_file import SurveyFile
from desktop.store.verification import verified_survey
from desktop.tally.errors import PingyiError


class NotConfirmedError(PingyiError):
    message = "{rule} is not confirmed for {unit}: there is nothing to take back."


class NotVoidError(PingyiError):
    message = "The results of {unit} are not void: there is nothing to take back."


_HEADS = (
    "Agency",
    "Band last year",
    "Band",
    "Consequence code",
    "Consequence",
    "Confirmed on",
    "By which document",
    "Deadline",
)


@click.command("consequences")
@click.argument("file", type=existing_file)
@click.option("--day", default="", help="The day they follow on, such as 2006-12-31; none: today.")
@unit_option
@json_option
def consequences(file: Path, day: str, unit: str, *, as_json: bool) -> None:
    """List what follows from two years' bands, model sections, and the survey's two ends."""
    with verified_survey(file) as survey:
        unit = unit_called(survey.plan, unit)
        found = year_standing(survey, stood_on(survey, day))
        lines = [it for it in consequence_lines(survey, found) if unit in ("", it.unit)]
        cut, names = survey_cut(survey), unit_names(survey.plan)
        models = [row.unit for row in model_sections(survey, found)]
    models, top, bottom = (
        [it for it in units if unit in ("", it)] for units in (models, cut.top, cut.bottom)
    )
    if as_json:
        ends = {"top": top, "bottom": bottom}
        told = list(map(_line_json, lines))
        say_json({"day": found.day, "consequences": told, "models": models, "survey": ends})
        return
    rows = [_row(found, names, held) for held in lines]
    say_table("What follows from the bands", heads(*_HEADS), rows, numbers=99)
    _say_lists(names, models, top, bottom)


def _row(found: YearStanding, names: Mapping[str, str], held: ConsequenceLine) -> tuple[Any, ...]:
    bands = {band.code: band.name for band in found.rules.bands}
    done = held.confirmed.value if held.confirmed else None
    text = held.rule.text
    if held.stale:
        text = words("{text} (confirmed once; does not follow any more)").format(text=text)
    return (
        names[held.unit],
        bands.get(held.last),
        bands.get(held.band),
        held.rule.code,
        text,
        done and done.on,
        done and done.document,
        done and _deadline(done),
    )


def _deadline(held: Confirmation) -> str:
    if held.done:
        return words("done on {day}").format(day=held.done)
    return held.deadline


def _say_lists(names: Mapping[str, str], *lists: Sequence[str]) -> None:
    """Sections in the best band, and the survey's two ends."""
    for message, units in zip(
        ("Model sections: {units}", "First in the survey: {units}", "Last in the survey: {units}"),
        lists,
        strict=True,
    ):
        if units:
            say(message, units=words(", ").join(names[unit] for unit in units))


def _line_json(held: ConsequenceLine) -> dict[str, object]:
    return {
        "unit": held.unit,
        "last": held.last,
        "band": held.band,
        "rule": held.rule.code,
        "text": held.rule.text,
        "confirmed": to_value(held.confirmed.value) if held.confirmed else None,
        "stale": held.stale,
    }


@click.command("confirm")
@click.argument("file", type=existing_file)
@click.option("--unit", required=True, help="Code or name of the unit that it follows for.")
@click.option("--rule", required=True, help="The consequence's code, such as rectify.")
@click.option("--document", help="Number and title of the document it was done by.")
@click.option("--deadline", help="Until when; none: as many days as the rule set gives.")
@click.option("--done", help="The day that what was asked for was finished.")
@click.option("--note", help="What else is to be known.")
@on_option
@as_option
@json_option
def confirm(
    file: Path, unit: str, rule: str, on: str, operator: str, *, as_json: bool, **given: Any
) -> None:
    """Confirm a consequence, or say later by which document, until when, or that it is done."""
    with writing(file, operator) as survey:
        unit, more = unit_called(survey.plan, unit), stated(survey, given, ("deadline", "done"))
        day, line = acted_on(survey, on), _confirmed(survey, unit, rule)
        begun = line.value if line else Confirmation(unit, rule, day, "")
        made = confirm_consequence(survey, replace(begun, **more), operator=operator)
        names = _names(survey, unit, rule)
    message = "Added for {unit}: {rule}." if line else "Confirmed for {unit}: {rule}."
    _say_made(message, made, names, as_json=as_json, unit=unit, rule=rule)


def _names(survey: SurveyFile, unit: str, rule: str = "") -> dict[str, str]:
    """What people call the unit and the consequence."""
    texts = {held.code: held.text for held in rules_of(survey).consequences} if rule else {}
    return {"unit": unit_names(survey.plan)[unit], "rule": texts.get(rule, rule)}


def _say_made(
    message: str, made: Record, names: Mapping[str, str], *, as_json: bool, **codes: str
) -> None:
    """Codes for scripts, names for people."""
    say_line(message, made, as_json=as_json, **(codes if as_json else names))


def _confirmed(survey: SurveyFile, unit: str, rule: str) -> Line[Confirmation] | None:
    lines = consequence_lines(survey)
    found = (held.confirmed for held in lines if (held.unit, held.rule.code) == (unit, rule))
    return next(found, None)


@click.command("unconfirm")
@click.argument("file", type=existing_file)
@click.option("--unit", required=True, help="Code or name of the unit that it was confirmed for.")
@click.option("--rule", required=True, help="The consequence's code, such as rectify.")
@click.option("--reason", required=True, help="Why, in a few words.")
@on_option
@as_option
@json_option
def unconfirm(
    file: Path, unit: str, rule: str, reason: str, on: str, operator: str, *, as_json: bool
) -> None:
    """Take a confirmation back, such as one of what follows no more."""
    with writing(file, operator) as survey:
        unit = unit_called(survey.plan, unit)
        line, names = _confirmed(survey, unit, rule), _names(survey, unit, rule)
        if line is None:
            raise NotConfirmedError(**names)
        day = acted_on(survey, on)
        made = withdraw_confirmation(survey, line, reason, day, operator=operator)
    message = "Taken back for {unit}: {rule}."
    _say_made(message, made, names, as_json=as_json, unit=unit, rule=rule)


@click.command("annul")
@click.argument("file", type=existing_file)
@click.option("--unit", required=True, help="Code or name of the unit whose results are void.")
@click.option("--reason", required=True, help="Why, in a few words.")
@click.option("--second", required=True, help="The second person who answers for it.")
@on_option
@as_option
@json_option
def annul(
    file: Path, unit: str, reason: str, second: str, on: str, operator: str, *, as_json: bool
) -> None:
    """Declare a unit's results void, because they were falsified: the others rank without it."""
    with writing(file, operator) as survey:
        unit = unit_called(survey.plan, unit)
        day = acted_on(survey, on)
        made = annul_results(survey, unit, reason, day, second=second, operator=operator)
        names = _names(survey, unit)
    _say_made("The results of {unit} are void.", made, names, as_json=as_json, unit=unit)


@click.command("restore")
@click.argument("file", type=existing_file)
@click.option("--unit", required=True, help="Code or name of the unit whose results were void.")
@click.option("--reason", required=True, help="Why, in a few words.")
@on_option
@as_option
@json_option
def restore(file: Path, unit: str, reason: str, on: str, operator: str, *, as_json: bool) -> None:
    """Take it back that a unit's results are void."""
    with writing(file, operator) as survey:
        unit = unit_called(survey.plan, unit)
        line, names = _void(survey, unit), _names(survey, unit)
        made = restore_results(survey, line, reason, acted_on(survey, on), operator=operator)
    _say_made("The results of {unit} hold again.", made, names, as_json=as_json, unit=unit)


def _void(survey: SurveyFile, unit: str) -> Line[Annulment]:
    for line in ledger_queries.lines(survey, ANNULMENTS):
        if line.value.unit == unit and not line.value.withdrawn:
            return line
    raise NotVoidError(unit=unit_names(survey.plan)[unit])
