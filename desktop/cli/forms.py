"""Commands that bring forms in: `batch add`, `import`, `totals`."""

from pathlib import Path

import click

from desktop.actions.batches import register_batch
from desktop.actions.importing import import_forms
from desktop.actions.totals import enter_totals
from desktop.cli.operators import as_option, sign_in_as
from desktop.cli.progress import progress_bar
from desktop.cli.screen import existing_file, json_option, say, say_json
from desktop.store.survey_file import open_survey
from desktop.tally.reconciliation import Slip


@click.group()
def batch() -> None:
    """Register bundles of paper."""


@batch.command()
@click.argument("file", type=existing_file)
@click.option("--code", required=True, help="The batch code, such as B001.")
@click.option("--channel", required=True, help="The channel the bundle came through.")
@click.option("--count", type=int, required=True, help="Forms in the bundle, counted by hand.")
@click.option("--origin", default=None, help="The agency that filled the forms in, if one did.")
@json_option
def add(
    file: Path, code: str, channel: str, count: int, origin: str | None, *, as_json: bool
) -> None:
    """Register a batch from its slip."""
    slip = Slip(code, channel, count, origin)
    with open_survey(file, write=True) as survey:
        register_batch(survey, slip)
    if as_json:
        say_json({"batch": code, "channel": channel, "count": count, "origin": origin})
    else:
        say("Batch {code}: {count} forms in {channel}.", code=code, count=count, channel=channel)


@click.command("import")
@click.argument("file", type=existing_file)
@click.argument("forms_file", type=existing_file, metavar="FORMS.csv")
@click.option("--batch", "batch_code", required=True, help="The registered batch of these forms.")
@as_option
@json_option
def import_(file: Path, forms_file: Path, batch_code: str, operator: str, *, as_json: bool) -> None:
    """Import forms keyed elsewhere: all of the file, or nothing."""
    with open_survey(file, write=True) as survey:
        sign_in_as(survey, operator)
        with progress_bar("Importing forms") as bar:
            act = {"batch": batch_code, "operator": operator}
            forms = import_forms(survey, forms_file, **act, progress=bar)
    if as_json:
        say_json({"batch": batch_code, "forms": forms})
    else:
        say("{forms} forms imported into batch {batch}.", forms=forms, batch=batch_code)


@click.command()
@click.argument("file", type=existing_file)
@click.argument("totals_file", type=existing_file, metavar="TOTALS.csv")
@click.option("--channel", required=True, help="The channel these counts belong to.")
@click.option("--source", required=True, help="Who counted them.")
@json_option
def totals(file: Path, totals_file: Path, channel: str, source: str, *, as_json: bool) -> None:
    """Take over counts made outside: they join their channel's marks."""
    with open_survey(file, write=True) as survey:
        rows = enter_totals(survey, totals_file, channel=channel, source=source)
    if as_json:
        say_json({"channel": channel, "source": source, "rows": rows})
    else:
        message = "{rows} lines of counts from {source} joined {channel}."
        say(message, rows=rows, source=source, channel=channel)
