"""Commands that give figures: `results`, `reconcile`, `identical`, `report`.

No figure leaves a file that fails its verification.
"""

from collections.abc import Sequence
from pathlib import Path

import click

from desktop.actions.counting import count_survey, reconcile_survey, results_file
from desktop.actions.letter_file import read_letter
from desktop.actions.sealing import edition_of
from desktop.cli import result_tables
from desktop.cli.progress import progress_bar
from desktop.cli.screen import (
    existing_file,
    json_option,
    say,
    say_json,
    say_problems,
    words,
)
from desktop.files import write_whole
from desktop.papers.sets import papers_named, write_papers
from desktop.papers.sources import Sources
from desktop.store import form_queries, queries
from desktop.store.verification import verified_survey
from desktop.tally.errors import PingyiError
from desktop.tally.identical import identical_forms
from desktop.tally.letter import Letter
from desktop.tally.reconciliation import reconciliation_warnings
from desktop.tally.results_json import reconciliation_json

_RESULTS_BEGIN = b'{"agencies":['


class TargetInUseError(PingyiError):
    message = "{path} exists and holds no results: it is left as it is; choose another name."


@click.command()
@click.argument("file", type=existing_file)
@click.option("--by", type=click.Choice(["channel", "group"]), help="Show scores side by side.")
@click.option("--out", type=existing_file, help="Also write results.json to this file.")
@json_option
def results(file: Path, by: str | None, out: Path | None, *, as_json: bool) -> None:
    """Count, score and rank."""
    _check_target(out)
    with verified_survey(file) as survey:
        found = count_survey(survey)
    content = results_file(found)
    if out:
        write_whole(out, lambda target: target.write(content))
    if as_json:
        click.echo(content)
        return
    result_tables.say_results(found, by)
    if out:
        say("Written: {path}", path=out)


def _check_target(out: Path | None) -> None:
    """Raise TargetInUseError where anything but earlier results would be overwritten."""
    if out is None or not out.exists():
        return
    if not out.is_file() or out.read_bytes()[: len(_RESULTS_BEGIN)] != _RESULTS_BEGIN:
        raise TargetInUseError(path=out)


@click.command()
@click.argument("file", type=existing_file)
@json_option
def reconcile(file: Path, *, as_json: bool) -> None:
    """Set paper beside keyed forms, per channel and batch."""
    with verified_survey(file, whole=False) as survey:
        rows = reconcile_survey(survey)
        notices = form_queries.notices(survey)
        plan = survey.plan
    if as_json:
        say_json([reconciliation_json(row) for row in rows])
        return
    result_tables.say_reconciliation(plan, rows)
    say_problems(reconciliation_warnings(plan, rows))
    if notices:
        say("Keyed more than once, alike, and counted once: {forms}", forms=" ".join(notices))


@click.command()
@click.argument("file", type=existing_file)
@json_option
def identical(file: Path, *, as_json: bool) -> None:
    """List forms with identical answers: for people to look at, never void by themselves."""
    with verified_survey(file) as survey:
        sets = identical_forms(queries.valid_forms(survey))
        plan = survey.plan
    if as_json:
        say_json(
            [
                {"forms": list(held.names), "straight": held.straight, "run": held.longest_run}
                for held in sets
            ]
        )
    else:
        result_tables.say_identical(plan, sets)


@click.command()
@click.argument("file", type=existing_file)
@click.option("--out", type=existing_file, required=True, help="The folder for the documents.")
@click.option("--only", multiple=True, metavar="NAME", help="One document; may be repeated.")
@click.option("--edition", type=int, help="A sealed edition, printed as it was sealed.")
@click.option("--letter", type=existing_file, help="What the circular and feedback sheets add.")
@json_option
def report(
    file: Path,
    out: Path,
    only: tuple[str, ...],
    edition: int | None,
    letter: Path | None,
    *,
    as_json: bool,
) -> None:
    """Write the documents: PDF for signing, workbook and CSV for the office."""
    added = read_letter(letter) if letter else Letter()
    with verified_survey(file) as survey, edition_of(survey, edition) as shown:
        sources = Sources(shown, words, added)
        paths = print_papers(sources, out, only=only)
        hash_of_results = sources.material.results.hash
    if as_json:
        say_json({"files": [str(path) for path in paths], "hash": hash_of_results})
        return
    for path in paths:
        say("Written: {path}", path=path)
    _say_lacking(only, paths)
    say("Results hash {hash}", hash=hash_of_results)


def _say_lacking(only: tuple[str, ...], paths: Sequence[Path]) -> None:
    """Why a paper that was asked for by name is not there."""
    written = {path.name for path in paths}
    for paper in papers_named(only) if only else ():
        if paper.file_name(words) not in written:
            click.echo(words(paper.lacking), err=True)


def print_papers(sources: Sources, folder: Path, *, only: Sequence[str] = ()) -> list[Path]:
    """`papers.sets.write_papers` with a bar on a terminal."""
    with progress_bar("Writing documents") as bar:
        return write_papers(sources, folder, only=only, report=lambda at, _: bar(at))
