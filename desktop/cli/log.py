"""The command `log`: who put what on record."""

from dataclasses import asdict
from pathlib import Path

import click

from desktop.cli.screen import existing_file, json_option, say, say_json, say_table, words
from desktop.files import write_whole
from desktop.log_texts import HEADS, log_row
from desktop.store.kinds import KINDS
from desktop.store.log_queries import LogLine, log_lines
from desktop.store.survey_file import open_survey
from desktop.tally.errors import PingyiError


class NotACsvError(PingyiError):
    """Another ending might be that of a survey, which would be written over."""

    message = "{path} is no name of a CSV file: let it end in .csv."


_LAST = "Rows of the table, the newest ones; 0 shows all. CSV and JSON are always whole."


@click.command()
@click.argument("file", type=existing_file)
@click.option("--operator", default="", help="What this operator put on record.")
@click.option("--station", default="", help="What this station put on record, by its name.")
@click.option(
    "--kind",
    type=click.Choice([*KINDS]),
    metavar="KIND",
    help="Records of this kind, such as form.ruled.",
)
@click.option("--about", default="", help="Records about this form, batch, person or channel.")
@click.option("--last", type=click.IntRange(0), default=200, show_default=True, help=_LAST)
@click.option("--out", type=existing_file, help="Write a CSV file instead.")
@json_option
def log(file: Path, last: int, out: Path | None, *, as_json: bool, **wanted: str | None) -> None:
    """List who put what on record, the newest first."""
    if out and out.suffix.lower() != ".csv":
        raise NotACsvError(path=out)
    with open_survey(file) as survey:
        lines = [line for line in log_lines(survey) if _is_wanted(line, wanted)]
    rows = [log_row(line, words) for line in lines]
    heads = [words(head) for head in HEADS]
    if out:
        from desktop.report.log_file import log_file

        write_whole(out, log_file(heads, rows))
    if as_json:
        say_json([asdict(line) for line in lines])
    elif out:
        say("Written: {path}", path=out)
    else:
        say_table("Operation log", heads, rows[: last or None])


def _is_wanted(line: LogLine, wanted: dict[str, str | None]) -> bool:
    return all(getattr(line, name) == value for name, value in wanted.items() if value)
