"""Commands of batches: `batch add`, `correct`, `assign`, `close`, `reopen`, `drawn`."""

from pathlib import Path
from typing import Any

import click

from desktop.actions.backups import auto_backup
from desktop.actions.batches import correct_batch, register_batch
from desktop.actions.closing import assign_batch, close_batch, reopen_batch
from desktop.cli.operators import as_option, sign_in_as
from desktop.cli.screen import Command, existing_file, json_option, say, say_failure, say_json
from desktop.store import form_queries
from desktop.store.survey_file import open_survey
from desktop.tally.form import form_name
from desktop.tally.reconciliation import Slip


@click.group()
def batch() -> None:
    """Bundles of paper: register, hand out, close, reopen."""


slip_options = (
    click.option("--code", required=True, help="The batch code, such as B001."),
    click.option("--channel", required=True, help="The channel the bundle came through."),
    click.option("--count", type=int, required=True, help="Forms in the bundle, counted by hand."),
    click.option("--origin", default=None, help="The agency that filled the forms in, if one did."),
)


def with_slip(command: Command) -> Command:
    """Add the options that copy a batch slip."""
    for option in reversed(slip_options):
        command = option(command)
    return command


@batch.command()
@click.argument("file", type=existing_file)
@with_slip
@json_option
def add(file: Path, *, as_json: bool, **slip: Any) -> None:
    """Register a batch from its slip."""
    with open_survey(file, write=True) as survey:
        register_batch(survey, Slip(**slip))
    _say_slip(Slip(**slip), as_json=as_json)


@batch.command()
@click.argument("file", type=existing_file)
@with_slip
@json_option
def correct(file: Path, *, as_json: bool, **slip: Any) -> None:
    """Put a corrected slip in the place of the one on record."""
    with open_survey(file, write=True) as survey:
        correct_batch(survey, Slip(**slip))
    _say_slip(Slip(**slip), as_json=as_json)


def _say_slip(slip: Slip, *, as_json: bool) -> None:
    fields = {"channel": slip.channel, "count": slip.count}
    if as_json:
        say_json({"batch": slip.code, "origin": slip.origin, **fields})
    else:
        say("Batch {code}: {count} forms in {channel}.", code=slip.code, **fields)


@batch.command()
@click.argument("file", type=existing_file)
@click.option("--code", required=True, help="The batch code, such as B001.")
@click.option("--station", required=True, help="The station that keys it.")
@as_option
@json_option
def assign(file: Path, code: str, station: str, operator: str, *, as_json: bool) -> None:
    """Hand a batch to a station; the next kit tells it."""
    with open_survey(file, write=True) as survey:
        sign_in_as(survey, operator)
        assign_batch(survey, code, station, operator=operator)
    if as_json:
        say_json({"batch": code, "station": station})
    else:
        say("Batch {code} is handed to {station}.", code=code, station=station)


@batch.command()
@click.argument("file", type=existing_file)
@click.option("--code", required=True, help="The batch code, such as B001.")
@click.option("--reason", default="", help="Close it though it disagrees; a supervisor's reason.")
@as_option
@json_option
def close(file: Path, code: str, reason: str, operator: str, *, as_json: bool) -> None:
    """Close a batch whose slip, keyed and void agree; draws its second keying."""
    with open_survey(file, write=True) as survey:
        sign_in_as(survey, operator)
        drawn = close_batch(survey, code, reason=reason, operator=operator)
        backup, failed = auto_backup(survey)
    if as_json:
        say_json({"batch": code, "drawn": list(drawn), "backup": str(backup) if backup else None})
    else:
        say("Batch {code} is closed.", code=code)
        _say_drawn(code, drawn)
        if backup:
            say("Backup: {path}", path=backup)
    if failed:
        say_failure(failed)


@batch.command()
@click.argument("file", type=existing_file)
@click.option("--code", required=True, help="The batch code, such as B001.")
@click.option("--reason", required=True, help="Why, in a few words.")
@as_option
@json_option
def reopen(file: Path, code: str, reason: str, operator: str, *, as_json: bool) -> None:
    """Open a closed batch again; a supervisor's act."""
    with open_survey(file, write=True) as survey:
        sign_in_as(survey, operator)
        reopen_batch(survey, code, reason=reason, operator=operator)
    if as_json:
        say_json({"batch": code, "closed": False})
    else:
        say("Batch {code} is open again.", code=code)


@batch.command()
@click.argument("file", type=existing_file)
@click.option("--code", required=True, help="The batch code, such as B001.")
@json_option
def drawn(file: Path, code: str, *, as_json: bool) -> None:
    """List the forms of a batch drawn for second keying, and the seed they were drawn by."""
    with open_survey(file) as survey:
        numbers = form_queries.drawn(survey, code)
        found = form_queries.drawing(survey, code)
        waiting = form_queries.awaiting(survey, code)
    seed, percent = found or ("", 0)
    if as_json:
        fields = {"batch": code, "seed": seed, "percent": percent}
        say_json(fields | {"drawn": list(numbers), "awaiting": list(waiting)})
    else:
        _say_drawn(code, numbers)
        if waiting:
            names = " ".join(form_name(code, number) for number in waiting)
            say("Still to be keyed a second time: {forms}", forms=names)
        if found:
            say("Drawn by seed {seed}, {percent} %.", seed=seed, percent=percent)


def _say_drawn(code: str, numbers: tuple[int, ...]) -> None:
    if numbers:
        names = " ".join(form_name(code, number) for number in numbers)
        say("Drawn for second keying: {forms}", forms=names)
    else:
        say("Batch {code}: no form is drawn for second keying.", code=code)
