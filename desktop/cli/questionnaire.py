"""The command `questionnaire`: the form for people, blank, numbered, or for a newspaper."""

from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

import click

from desktop.actions.errors import BatchExistsError
from desktop.actions.paper_errors import DateWrongError
from desktop.cli.progress import progress_bar
from desktop.cli.screen import existing_file, json_option, say, say_json, words
from desktop.store import queries
from desktop.store.survey_file import SurveyFile, open_survey
from desktop.tally.errors import PingyiError
from desktop.tally.issuing import is_date
from desktop.tally.print_run import PrintRun, check_run
from desktop.tally.reconciliation import Slip


class BatchRangeMissingError(PingyiError):
    message = (
        "Batch {batch} is not registered: say with --channel by which channel its forms go, "
        "and with --to up to which number they are printed."
    )


class BatchChannelError(PingyiError):
    message = "Batch {batch} is registered in {channel}: leave out --channel {other}."


@dataclass(frozen=True, slots=True)
class Wished:
    """What the options say of a run of numbers."""

    batch: str | None
    channel: str | None
    first: int | None
    last: int | None

    @property
    def is_empty(self) -> bool:
        return all(value is None for value in asdict(self).values())


@click.command()
@click.argument("file", type=existing_file)
@click.option("--out", type=existing_file, required=True, help="The PDF, or a folder for it.")
@click.option("--batch", help="Number the forms for this batch, such as B001.")
@click.option("--channel", help="The channel they go by, where the batch is not registered yet.")
@click.option("--from", "first", type=int, help="The first number; 1 if not given.")
@click.option("--to", "last", type=int, help="The last number; the slip's if not given.")
@click.option("--newspaper", is_flag=True, help="One page without a number, to be cut out.")
@click.option("--send-to", default="", help="Where readers of a newspaper send the form.")
@click.option("--until", default="", help="The day it must be there, such as 2005-12-31.")
@json_option
def questionnaire(
    file: Path,
    out: Path,
    *,
    newspaper: bool,
    send_to: str,
    until: str,
    as_json: bool,
    **numbers: Any,
) -> None:
    """Print the form that people fill in: blank, numbered, or for a newspaper."""
    wished = Wished(**numbers)
    _check_together(wished, newspaper=newspaper, appeal=send_to or until)
    with open_survey(file) as survey:
        run = _run(survey, wished)
        if newspaper:
            path = _write_newspaper(survey, out, send_to, until)
        else:
            path = _write(survey, run, out)
        slip = queries.slip(survey, run.batch) if run else None
    _say_written(path, run, as_json=as_json)
    if run and slip and run.last > slip.count:
        message = words("The slip of batch {batch} has {count} forms: numbers go beyond it.")
        click.echo(message.format(batch=run.batch, count=slip.count), err=True)


def _check_together(wished: Wished, *, newspaper: bool, appeal: str) -> None:
    if newspaper and not wished.is_empty:
        raise click.UsageError(
            words("The form in a newspaper has no number: leave out --newspaper, or the batch.")
        )
    if appeal and not newspaper:
        raise click.UsageError(words("--send-to and --until stand on the newspaper's form alone."))
    if wished.batch is None and not wished.is_empty:
        raise click.UsageError(words("Numbers belong to a batch: name it with --batch."))


def _run(survey: SurveyFile, wished: Wished) -> PrintRun | None:
    """The run that is wished for; what is not said of it, the batch's slip says."""
    if wished.batch is None:
        return None
    slip = _slip(survey, wished)
    channel = wished.channel or (slip.channel if slip else None)
    last = slip.count if slip and wished.last is None else wished.last
    if channel is None or last is None:
        raise BatchRangeMissingError(batch=wished.batch)
    first = 1 if wished.first is None else wished.first
    run = PrintRun(wished.batch, first, last, channel)
    check_run(survey.plan, run)
    return run


def _slip(survey: SurveyFile, wished: Wished) -> Slip | None:
    """The batch's slip, if it is on record; its channel must be the one asked for."""
    batch = str(wished.batch)
    for slip in queries.slips(survey):
        if slip.code == batch:
            if wished.channel not in (None, slip.channel):
                raise BatchChannelError(batch=batch, channel=slip.channel, other=wished.channel)
            return slip
        if slip.code.casefold() == batch.casefold():
            # a scanner gives back what is printed, and no batch would take these numbers
            raise BatchExistsError(batch=slip.code)
    return None


def _write(survey: SurveyFile, run: PrintRun | None, out: Path) -> Path:
    from desktop.report.questionnaire import write_questionnaire, write_run

    if run is None:
        return write_questionnaire(survey.plan, out, words=words, mode=survey.mode)
    with progress_bar("Printing forms", run.count) as bar:
        return write_run(
            survey.plan, run, out, words=words, mode=survey.mode, report=lambda at, _: bar(at)
        )


def _write_newspaper(survey: SurveyFile, out: Path, send_to: str, until: str) -> Path:
    from desktop.report.newspaper import write_newspaper

    if until and not is_date(until):
        raise DateWrongError(text=until)
    return write_newspaper(
        survey.plan, out, words=words, mode=survey.mode, send_to=send_to, until=until
    )


def _say_written(path: Path, run: PrintRun | None, *, as_json: bool) -> None:
    if as_json:
        say_json({"file": str(path), "run": asdict(run) if run else None})
    else:
        say("Written: {path}", path=path)
        if run:
            first, last = run.name(run.first), run.name(run.last)
            say(
                "Numbered forms: {count}, {first} to {last}",
                count=run.count,
                first=first,
                last=last,
            )
