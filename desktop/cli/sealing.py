"""Commands that end a survey: `seal`, `unseal`, `backup`."""

from pathlib import Path

import click

from desktop.actions import sealing as acts
from desktop.actions.backups import set_backup
from desktop.cli.operators import as_option, sign_in_as
from desktop.cli.screen import existing_file, json_option, say, say_json, words
from desktop.store.survey_file import open_survey


@click.command()
@click.argument("file", type=existing_file)
@click.option(
    "--waive",
    multiple=True,
    metavar="PLACE=REASON",
    help="Let one obstacle pass, for a reason; may be repeated.",
)
@click.option(
    "--second",
    default="",
    help="The second person, who seals with you and answers for the waivers.",
)
@as_option
@json_option
def seal(file: Path, waive: tuple[str, ...], second: str, operator: str, *, as_json: bool) -> None:
    """Seal a survey: nothing is taken or changed any more."""
    waivers = [acts.Waiver(*_halves(each), second) for each in waive]
    with open_survey(file, write=True) as survey:
        sign_in_as(survey, operator)
        made = acts.seal(survey, waivers, operator=operator, second=second)
    if as_json:
        say_json({"seal": made.id, "edition": made.data["edition"], "hash": made.data["results"]})
    else:
        say("{file} is sealed, edition {edition}.", file=file, edition=made.data["edition"])
        say("Results hash {hash}", hash=made.data["results"])


def _halves(waiver: str) -> tuple[str, str]:
    place, equals, reason = waiver.partition("=")
    if not (place and equals and reason.strip()):
        raise click.UsageError(words("A waiver is written PLACE=REASON."))
    return place, reason.strip()


@click.command()
@click.argument("file", type=existing_file)
@click.option("--reason", required=True, help="Why, in a few words.")
@click.option("--second", required=True, help="The second person who answers for it.")
@as_option
@json_option
def unseal(file: Path, reason: str, second: str, operator: str, *, as_json: bool) -> None:
    """Open a sealed survey again: the next edition begins, the sealed one stays printable."""
    with open_survey(file, write=True) as survey:
        sign_in_as(survey, operator)
        number = acts.unseal(survey, reason=reason, second=second, operator=operator)
    if as_json:
        say_json({"file": str(file), "edition": number})
    else:
        say("{file} is open again, edition {edition}.", file=file, edition=number)


@click.command()
@click.argument("file", type=existing_file)
@click.option("--to", "folder", type=existing_file, required=True, help="A folder elsewhere.")
@json_option
def backup(file: Path, folder: Path, *, as_json: bool) -> None:
    """Back up now, and from now on whenever a batch closes."""
    with open_survey(file, write=True) as survey:
        path = set_backup(survey, folder)
    if as_json:
        say_json({"backup": str(path)})
    else:
        say("Backup: {path}", path=path)
