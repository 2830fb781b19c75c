"""Commands that bring stations together: `merge`, `revoke`."""

from pathlib import Path
from typing import Any

import click

from desktop.actions import merging as acts
from desktop.cli.operators import as_option, sign_in_as
from desktop.cli.printing import write_sheet
from desktop.cli.progress import progress_bar
from desktop.cli.screen import (
    existing_file,
    json_option,
    say,
    say_failure,
    say_json,
    say_table,
    words,
)
from desktop.cli.year import LINE
from desktop.papers.sheets import merge_sheet
from desktop.store import ledger_queries, station_queries
from desktop.store.survey_file import SurveyFile, open_survey
from desktop.tally.errors import PingyiError
from desktop.tally.merge_report import MergeReport, SourceReport


@click.command()
@click.argument("file", type=existing_file)
@click.argument("sources", type=existing_file, nargs=-1, required=True, metavar="SOURCE…")
@click.option("--dry-run", is_flag=True, help="Show everything, store nothing.")
@click.option("--sheet", type=existing_file, help="Also write the merge report as PDF.")
@click.option("--no-receipt", is_flag=True, help="Leave no receipt beside the packages.")
@as_option
@json_option
def merge(
    file: Path,
    sources: tuple[Path, ...],
    sheet: Path | None,
    operator: str,
    *,
    dry_run: bool,
    no_receipt: bool,
    as_json: bool,
) -> None:
    """Merge packages or station files: each in full, or not at all."""
    with open_survey(file, write=True) as survey:
        sign_in_as(survey, operator)
        with progress_bar("Merging records") as bar:
            report = acts.merge(survey, sources, dry_run=dry_run, operator=operator, progress=bar)
        names = station_queries.station_names(survey)
        if sheet:
            write_sheet(lambda: merge_sheet(survey, report, sheet, words))
        disputed = [line[:LINE] for line in ledger_queries.disputed(survey)]
        receipts, failed = ([], []) if no_receipt else _receipts(survey, report)
    if as_json:
        say_json(merge_json(report) | {"disputed": disputed})
    else:
        _say_report(report, names)
        if disputed:
            message = "Lines of the year in dispute, to be settled by `correct`: {lines}"
            say(message, lines=" ".join(disputed))
        for path in receipts:
            say("Receipt written: {path}", path=path)
    _say_failures(report, failed)


def _receipts(survey: SurveyFile, report: MergeReport) -> tuple[list[Path], list[PingyiError]]:
    """Only a merge that changed something is receipted, beside the packages it took."""
    if report.identity is None:
        return [], []
    folders = [Path(held.path).parent for held in report.sources if held.refused is None]
    return acts.write_receipts(survey, folders)


def merge_json(report: MergeReport) -> dict[str, Any]:
    """The contract of `merge --json`, with the remarks of each source named besides."""
    return {
        "sources": [_source_json(source) for source in report.sources],
        "import": report.identity,
    }


def _source_json(source: SourceReport) -> dict[str, Any]:
    return {
        "path": source.path,
        "refused": str(source.refused) if source.refused else None,
        "new": source.new,
        "present": source.present,
        "replacing": source.replacing,
        "conflicts": len(source.conflicts),
        "gaps": len(source.gaps),
        "forks": len(source.forks),
        "unassigned": list(source.unassigned),
    }


def _say_report(report: MergeReport, names: dict[str, str]) -> None:
    heads = ("Source", "Station", "New", "Present", "Replacing", "Unsettled", "Gaps", "Forks")
    rows = [
        (
            Path(source.path).name,
            source.name or words("refused"),
            source.new,
            source.present,
            source.replacing,
            len(source.conflicts),
            len(source.gaps),
            len(source.forks),
        )
        for source in report.sources
    ]
    title = "Dry run: nothing was stored" if report.dry else "Merge"
    say_table(title, [words(head) for head in heads], rows, numbers=2)
    _say_batches(report)
    for source in report.sources:
        _say_remarks(source, names)
    if report.notices:
        forms = " ".join(report.notices)
        say("Keyed more than once, alike, and counted once: {forms}", forms=forms)
    if report.identity:
        say("Import {identity}", identity=report.identity)
    elif not (report.dry or any(source.new or source.refused for source in report.sources)):
        say("Nothing new: no import was recorded.")


def _say_batches(report: MergeReport) -> None:
    heads = (
        "Batch",
        "Channel",
        "Slip",
        "Before",
        "After",
        "Valid",
        "Void",
        "Unsettled",
        "Missing",
        "Extra",
    )
    rows = [
        (
            change.batch,
            change.channel,
            change.slip,
            change.before,
            change.after,
            change.valid,
            change.void,
            change.unsettled,
            change.missing,
            change.extra,
        )
        for change in report.batches
    ]
    if rows:
        say_table("Batches changed, in forms", [words(head) for head in heads], rows, numbers=2)


def _say_remarks(source: SourceReport, names: dict[str, str]) -> None:
    if source.conflicts:
        say("Unsettled now: {forms}", forms=" ".join(source.conflicts))
    if source.unassigned:
        say("Opened without assignment: {batches}", batches=" ".join(source.unassigned))
    for gap in source.gaps:
        fields = {"first": gap.first, "last": gap.last, "incarnation": gap.incarnation}
        message = "{station}: records {first} to {last} of incarnation {incarnation} never came."
        say(message, station=names.get(gap.station, gap.station[:8]), **fields)
    for fork in source.forks:
        message = "{station}: its folder was copied; two chains from record {seq} on, both kept."
        say(message, station=names.get(fork.station, fork.station[:8]), seq=fork.seq)


def _say_failures(report: MergeReport, failed: list[PingyiError]) -> None:
    """Refused sources make exit code 1; a receipt that could not be written is only told."""
    for error in failed:
        say_failure(error)
    refused = [source.refused for source in report.sources if source.refused]
    for why in refused:
        say_failure(why)
    if refused:
        raise SystemExit(1)


@click.command()
@click.argument("file", type=existing_file)
@click.argument("identity", metavar="IMPORT")
@click.option("--reason", default="", help="Why, in a few words.")
@as_option
@json_option
def revoke(file: Path, identity: str, reason: str, operator: str, *, as_json: bool) -> None:
    """Set an import aside; with the id of a revocation, bring it back."""
    why = reason or words("Revoked on the command line")
    with open_survey(file, write=True) as survey:
        sign_in_as(survey, operator)
        made = acts.revoke(survey, identity, reason=why, operator=operator)
    if as_json:
        say_json({"revocation": made, "import": identity})
    else:
        say("Recorded. To undo it: `pingyi revoke {file} {made}`", file=file, made=made[:12])
