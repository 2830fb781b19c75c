"""Commands around the end: `archive`, `errors`, `encrypt`, `recover`."""

from pathlib import Path

import click

from desktop.actions.archiving import SUMS
from desktop.actions.comparing import survey_error_rates
from desktop.actions.recipients import encrypt_packages, keep_in_file, recover
from desktop.actions.text_files import read_text
from desktop.cli.operators import as_option, sign_in_as
from desktop.cli.progress import progress_bar
from desktop.cli.screen import existing_file, json_option, say, say_json, say_table, words
from desktop.papers.sets import write_archive
from desktop.store.survey_file import open_survey
from desktop.store.verification import verified_survey
from desktop.tally.error_rates import ErrorRate, ErrorRates, Rates, rate_text


@click.command()
@click.argument("file", type=existing_file)
@click.option("--out", type=existing_file, required=True, help="An empty folder.")
@click.option(
    "--packages",
    type=existing_file,
    multiple=True,
    help="A folder with the merged packages; may be repeated.",
)
@json_option
def archive(file: Path, out: Path, packages: tuple[Path, ...], *, as_json: bool) -> None:
    """Put survey, packages, results and documents into one folder, with every hash."""
    with verified_survey(file) as survey, progress_bar("Writing documents") as bar:
        absent = write_archive(survey, out, packages, words, report=lambda at, _: bar(at))
    if as_json:
        say_json({"archive": str(out), "sums": str(out / SUMS), "absent": absent})
        return
    say("Archive written: {path}. Check it with `pingyi verify {path}`.", path=out)
    for name in absent:
        say("Merged and not found in --packages: {name}", name=name)


@click.command("errors")
@click.argument("file", type=existing_file)
@json_option
def error_rates(file: Path, *, as_json: bool) -> None:
    """Estimate the error rate of first keying from what was keyed twice."""
    with verified_survey(file) as survey:
        found = survey_error_rates(survey)
    if as_json:
        say_json(_rates_json(found))
    else:
        _say_rates(found)


def _say_rates(found: ErrorRates) -> None:
    heads = ("Of", "Forms", "Wrong", "By form", "By cell", "Pending")
    rows = [(words("all"), *_row(found.overall))]
    rows += [
        (words("operator {code}").format(code=code), *_row(rates))
        for code, rates in found.by_operator.items()
        if code
    ]
    rows += [
        (words("batch {code}").format(code=code), *_row(rates))
        for code, rates in found.by_batch.items()
    ]
    say_table("Error rates of first keying", [words(head) for head in heads], rows, numbers=1)
    say("By single key: {rate}", rate=rate_text(found.single_keys))
    say("By fill: {rate}", rate=rate_text(found.fills))


def _row(rates: Rates) -> tuple[object, ...]:
    forms = rates.forms
    cells = rate_text(rates.cells)
    return forms.trials, forms.errors, rate_text(forms), cells, rates.pending


def _rates_json(found: ErrorRates) -> dict[str, object]:
    return {
        "overall": _pair(found.overall),
        "operators": {code: _pair(rates) for code, rates in found.by_operator.items()},
        "batches": {code: _pair(rates) for code, rates in found.by_batch.items()},
        "single_keys": _counts(found.single_keys),
        "fills": _counts(found.fills),
    }


def _pair(rates: Rates) -> dict[str, object]:
    return {
        "forms": _counts(rates.forms),
        "cells": _counts(rates.cells),
        "pending": rates.pending,
    }


def _counts(rate: ErrorRate) -> dict[str, object]:
    """JSON here has no fractions: the interval is in ‰, written out."""
    return {"errors": rate.errors, "trials": rate.trials, "rate": rate_text(rate)}


@click.command()
@click.argument("file", type=existing_file)
@click.option(
    "--recovery", type=existing_file, required=True, help="The text to print and lock up."
)
@as_option
@json_option
def encrypt(file: Path, recovery: Path, operator: str, *, as_json: bool) -> None:
    """Have packages encrypted to this machine, and to a recovery key on paper."""
    with open_survey(file, write=True) as survey:
        sign_in_as(survey, operator)
        encrypt_packages(survey, lambda text: keep_in_file(recovery, text), operator=operator)
    if as_json:
        say_json({"recovery": str(recovery)})
    else:
        say("Recovery key written: {path}. Print it, lock it up, delete the file.", path=recovery)
        say("Stations encrypt once they have merged the next kit.")


@click.command("recover")
@click.argument("file", type=existing_file)
@click.argument("recovery", type=existing_file, metavar="RECOVERY.txt")
@json_option
def recover_key(file: Path, recovery: Path, *, as_json: bool) -> None:
    """Open encrypted packages on this machine with the recovery key from paper."""
    with open_survey(file) as survey:
        recover(survey, read_text(recovery))
    if as_json:
        say_json({"recovered": True})
    else:
        say("This machine opens the packages of {file} now.", file=file)
