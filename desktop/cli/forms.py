"""Commands that bring forms in: `batch add`, `import`, `totals`."""

from pathlib import Path
from typing import Any

import click

from desktop.actions.batches import correct_batch, register_batch
from desktop.actions.importing import import_forms
from desktop.actions.totals import enter_totals
from desktop.cli.operators import as_option, sign_in_as
from desktop.cli.printing import warn_of_print
from desktop.cli.progress import progress_bar
from desktop.cli.screen import Command, existing_file, json_option, say, say_json
from desktop.store.survey_file import open_survey
from desktop.tally.reconciliation import Slip


@click.group()
def batch() -> None:
    """Register bundles of paper."""


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


@click.command("import")
@click.argument("file", type=existing_file)
@click.argument("forms_file", type=existing_file, metavar="FORMS.csv")
@click.option("--batch", "batch_code", required=True, help="The registered batch of these forms.")
@click.option("--correct", is_flag=True, help="Each line replaces a form that was keyed before.")
@as_option
@json_option
def import_(
    file: Path, forms_file: Path, batch_code: str, operator: str, *, correct: bool, as_json: bool
) -> None:
    """Import forms keyed elsewhere: all of the file, or nothing."""
    with open_survey(file, write=True) as survey:
        sign_in_as(survey, operator)
        with progress_bar("Importing forms") as bar:
            forms = import_forms(
                survey,
                forms_file,
                batch=batch_code,
                operator=operator,
                correct=correct,
                progress=bar,
            )
    if as_json:
        say_json({"batch": batch_code, "forms": forms})
    elif correct:
        say("Forms of batch {batch} corrected: {forms}.", forms=forms, batch=batch_code)
    else:
        say("Forms imported into batch {batch}: {forms}.", forms=forms, batch=batch_code)


@click.command()
@click.argument("file", type=existing_file)
@click.argument("totals_file", type=existing_file, metavar="TOTALS.csv")
@click.option("--channel", required=True, help="The channel these counts belong to.")
@click.option("--source", required=True, help="Who counted them.")
@click.option("--replace", is_flag=True, help="In the place of what this source gave before.")
@json_option
def totals(
    file: Path, totals_file: Path, channel: str, source: str, *, replace: bool, as_json: bool
) -> None:
    """Take over counts made outside: they join their channel's marks."""
    with open_survey(file, write=True) as survey:
        rows = enter_totals(survey, totals_file, channel=channel, source=source, replace=replace)
    if as_json:
        say_json({"channel": channel, "source": source, "rows": rows})
    else:
        message = "Lines of counts from {source} taken into {channel}: {rows}."
        say(message, rows=rows, source=source, channel=channel)
    warn_of_print({"--source": source})
