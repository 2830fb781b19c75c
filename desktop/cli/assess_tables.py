"""Commands that take tables in and out: `assess import`, `export`, `bands`, `report`."""

from pathlib import Path

import click

from desktop.actions.bands_table import read_bands_table
from desktop.actions.consequences import former_bands, import_bands, units_of_mixed_bands
from desktop.actions.entry_table import import_entries, read_entry_table
from desktop.actions.letter_file import read_letter
from desktop.actions.rule_sets import rules_of
from desktop.actions.writing import refusal_named
from desktop.cli.operators import as_option
from desktop.cli.progress import progress_bar
from desktop.cli.screen import (
    existing_file,
    json_option,
    problem_json,
    say,
    say_json,
    say_problems,
    say_table,
    words,
)
from desktop.cli.year import (
    day_of,
    heads,
    on_option,
    stood_on,
    unit_called,
    unit_names,
    unit_option,
    with_options,
    writing,
)
from desktop.cli.year_targets import ledger_book
from desktop.papers.year import write_ledger, write_year_report, year_papers_named
from desktop.papers.year_sources import YearSources
from desktop.store import ledger_queries
from desktop.store.ledgers import BANDS
from desktop.store.survey_file import SurveyFile
from desktop.store.verification import verified_survey
from desktop.tally.letter import Letter

_OF_A_UNIT = ("year-sheets", "superior", "superior-text", "rectification", "rectification-text")
"""Documents of which there is one for a unit."""


@click.command("import")
@click.argument("file", type=existing_file)
@click.argument("table", type=existing_file)
@on_option
@as_option
@json_option
def import_(file: Path, table: Path, on: str, operator: str, *, as_json: bool) -> None:
    """Take deductions over from a workbook or CSV: all of it as drafts, or nothing."""
    with writing(file, operator) as survey:
        day = day_of(survey, on)
        read = read_entry_table(survey, table)
        made = import_entries(survey, read.entries, on=day, operator=operator)
    if as_json:
        warnings = list(map(problem_json, read.warnings))
        say_json({"entries": [record.id for record in made], "warnings": warnings})
        return
    say("Entered as drafts: {count}.", count=len(made))
    if read.warnings:
        say("Two rules meet on one case, and a person decides:")
        say_problems(read.warnings)


@click.command("export")
@click.argument("file", type=existing_file)
@click.option("--out", type=existing_file, required=True, help="The workbook to write.")
@click.option("--day", default="", help="The day it is told as of, such as 2006-12-31.")
@json_option
def export(file: Path, out: Path, day: str, *, as_json: bool) -> None:
    """Write the ledger as a workbook that `assess import` reads back."""
    with verified_survey(file) as survey, refusal_named(out.parent):
        sources = YearSources(survey, words, stood_on(survey, day), Letter())
        path = write_ledger(sources, ledger_book(out))
        count = len(sources.assessment.entries)
    if as_json:
        say_json({"file": str(path), "entries": count})
    else:
        say("Written: {path}", path=path)


@click.command("report")
@click.argument("file", type=existing_file)
@click.option("--out", type=existing_file, required=True, help="The folder for the documents.")
@click.option("--only", multiple=True, metavar="NAME", help="One document; may be repeated.")
@click.option("--day", default="", help="The day they are told as of, such as 2006-12-31.")
@unit_option
@click.option("--letter", type=existing_file, help="What circulars, letters and notices add.")
@json_option
def report(
    file: Path,
    out: Path,
    only: tuple[str, ...],
    day: str,
    unit: str,
    letter: Path | None,
    *,
    as_json: bool,
) -> None:
    """Write the documents of the year: sheets, ranking, circulars, letters, workbooks."""
    added = read_letter(letter) if letter else None
    with verified_survey(file) as survey:
        units = [unit_called(survey.plan, unit)] if unit else []
        only = only or (_OF_A_UNIT if unit else ())
        on = stood_on(survey, day)
        with progress_bar("Writing documents", len(year_papers_named(only))) as bar:
            paths = write_year_report(
                survey,
                out,
                words,
                only,
                day=on,
                letter=added,
                units=units,
                report=lambda done, _: bar(done),
            )
    if as_json:
        say_json({"files": [str(path) for path in paths], "day": on})
        return
    for path in paths:
        say("Written: {path}", path=path)
    if not paths:
        say("There is nothing to print.")


@click.command("bands")
@click.argument("file", type=existing_file)
@click.argument("table", type=existing_file, required=False)
@with_options(
    click.option("--year", type=int, help="The year of these bands; none: the year before."),
    click.option("--source", default="", help="Where they were published."),
)
@as_option
@json_option
def bands(
    file: Path, table: Path | None, year: int | None, source: str, operator: str, *, as_json: bool
) -> None:
    """Take last year's bands over from a workbook or CSV; without one, show them."""
    with writing(file, operator) if table else verified_survey(file, whole=False) as survey:
        if table:
            read = read_bands_table(survey, table, _year(survey, year), source)
            import_bands(survey, read, operator=operator)
        _say_bands(survey, as_json=as_json)


def _year(survey: SurveyFile, given: int | None) -> int:
    return survey.plan.year - 1 if given is None else given


def _say_bands(survey: SurveyFile, *, as_json: bool) -> None:
    held, now = ledger_queries.setting(survey, BANDS), former_bands(survey)
    if as_json:
        value = held.value if held else None
        known = {"year": value.year, "source": value.source} if value else {}
        successors = dict(value.successors) if value else {}
        mixed = units_of_mixed_bands(survey)
        say_json({**known, "bands": dict(now), "successors": successors, "mixed": mixed})
    elif held is None:
        say("No bands of last year are known: take them over from a table.")
    else:
        names, bands = unit_names(survey.plan), rules_of(survey).bands
        called = {band.code: band.name for band in bands}
        rows = [(unit, names[unit], called.get(band, band)) for unit, band in now.items()]
        title = words("Bands of {year}").format(year=held.value.year)
        say_table(title, heads("Code", "Agency", "Band last year"), rows)
        if lacking := sorted({*now.values()} - called.keys()):
            say("The rule set has no such band: {bands}.", bands=words(", ").join(lacking))
        for unit in units_of_mixed_bands(survey):
            say("{unit} has none: its parts were in different bands.", unit=names[unit])
