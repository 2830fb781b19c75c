"""Commands that bring forms in: `import`, `totals`, `doubt`."""

from pathlib import Path

import click

from desktop.actions.entering import Way
from desktop.actions.importing import import_forms
from desktop.actions.rulings import doubt_form
from desktop.actions.totals import enter_totals
from desktop.cli.operators import as_option, sign_in_as
from desktop.cli.printing import warn_of_print
from desktop.cli.progress import progress_bar
from desktop.cli.screen import existing_file, json_option, say, say_json
from desktop.store.survey_file import open_survey
from desktop.tally.form import read_form_name


@click.command("import")
@click.argument("file", type=existing_file)
@click.argument("forms_file", type=existing_file, metavar="FORMS.csv")
@click.option("--batch", "batch_code", required=True, help="The registered batch of these forms.")
@click.option(
    "--correct",
    "way",
    flag_value=Way.CORRECT.value,
    help="Each line replaces a form that was keyed before.",
)
@click.option("--second", "way", flag_value=Way.SECOND.value, help="Second keyings of forms.")
@click.option(
    "--again",
    "way",
    flag_value=Way.AGAIN.value,
    help="The first keyer's blind second look at forms whose keyings differ.",
)
@as_option
@json_option
def import_(
    file: Path, forms_file: Path, batch_code: str, operator: str, way: str | None, *, as_json: bool
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
                way=Way(way or Way.NEW),
                progress=bar,
            )
    if as_json:
        say_json({"batch": batch_code, "forms": forms})
    elif way == Way.CORRECT:
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


@click.command()
@click.argument("file", type=existing_file)
@click.argument("form")
@click.option("--note", required=True, help="What is doubtful about the paper.")
@as_option
@json_option
def doubt(file: Path, form: str, note: str, operator: str, *, as_json: bool) -> None:
    """Flag a paper as doubtful: it waits for a ruling."""
    batch, number = read_form_name(form)
    with open_survey(file, write=True) as survey:
        sign_in_as(survey, operator)
        doubt_form(survey, batch, number, note=note, operator=operator)
    if as_json:
        say_json({"form": form, "doubtful": True})
    else:
        say("Form {form} waits for a ruling and is not counted.", form=form)
