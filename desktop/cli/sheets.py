"""Sheets for hands: zero report, station sheet, merge report, ruling sheets, archive list."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import click

from desktop.actions.archiving import file_hash
from desktop.cli.ruling_rows import RulingRows
from desktop.cli.screen import say_failure, words
from desktop.store import editions, kinds, station_queries
from desktop.store.admission import admission_code
from desktop.store.records import Record
from desktop.store.survey_file import SurveyFile
from desktop.tally.document_rows import (
    ArchiveEdition,
    ArchiveFile,
    ArchiveHead,
    ArchiveList,
    ArchiveWaiver,
    StationSheet,
    ZeroReport,
)
from desktop.tally.errors import PingyiError
from desktop.tally.merge_report import MergeReport


def write_sheet(write: Callable[[], Path]) -> None:
    """Write a sheet of what is done already: a failure is told, and undoes nothing."""
    try:
        click.echo(words("Written: {path}").format(path=write()), err=True)
    except PingyiError as error:
        say_failure(error)
    except OSError as error:
        say_failure(SheetUnwrittenError(path=error.filename, reason=error.strerror))


class SheetUnwrittenError(PingyiError):
    message = "All is done but the sheet: {path} cannot be written ({reason})."


def zero_sheet(survey: SurveyFile, path: Path) -> Path:
    from desktop.report.zero_report import write_zero_report

    plan, named = survey.plan, _named(survey)
    names = station_queries.station_names(survey)
    station = names.get(str(survey.station), "")
    zero = ZeroReport(station, survey.plan_hash, len(plan.agencies), len(plan.dimensions))
    del named["edition"]
    return write_zero_report(zero, path, **named)


def station_sheet(survey: SurveyFile, path: Path) -> Path:
    from desktop.report.station_sheet import write_station_sheets

    key = survey.key.station
    name = station_queries.station_names(survey).get(key, "")
    sheet = StationSheet(name, admission_code(key))
    return write_station_sheets([sheet], path, **_named(survey))


def station_sheets(survey: SurveyFile, path: Path) -> Path:
    """A sheet for every station that is known here."""
    from desktop.report.station_sheet import write_station_sheets

    sheets = [
        StationSheet(held.name, admission_code(held.station))
        for held in station_queries.stations(survey)
        if held.state != "supervisor"
    ]
    return write_station_sheets(sheets, path, **_named(survey))


def merge_sheet(survey: SurveyFile, report: MergeReport, path: Path) -> Path:
    from desktop.report.merge_report import write_merge_report

    names = station_queries.station_names(survey)
    channels = {channel.code: channel.name for channel in survey.plan.channels}
    named = _named(survey)
    return write_merge_report(report, path, station_names=names, channel_names=channels, **named)


def ruling_sheets(survey: SurveyFile, folder: Path) -> Path | None:
    """Every ruling and every form that waits for one; None where there is neither."""
    from desktop.report.ruling_sheet import write_ruling_sheets

    sheets = RulingRows(survey).sheets()
    return write_ruling_sheets(sheets, folder, **_named(survey)) if sheets else None


def archive_sheet(survey: SurveyFile, folder: Path) -> Path:
    """The list of an archive folder, written into it before its hashes are."""
    from desktop.report.archive_list import write_archive_list

    names = station_queries.station_names(survey)
    heads = tuple(
        ArchiveHead(
            names.get(str(held["station"]), ""),
            admission_code(str(held["station"])),
            int(held["incarnation"]),
            int(held["last"]),
            str(held["head"]),
        )
        for held in station_queries.chain_heads(survey)
    )
    archive = ArchiveList(
        tuple(_file(path, folder) for path in sorted(folder.rglob("*")) if path.is_file()),
        heads,
        tuple(_editions(survey)),
        station_queries.record_count(survey),
        survey.plan_hash,
    )
    return write_archive_list(archive, folder, **_named(survey))


def _named(survey: SurveyFile) -> dict[str, Any]:
    """What every sheet names of its survey."""
    return {
        "survey": survey.id,
        "mode": survey.mode,
        "title": survey.plan.title,
        "edition": editions.edition(survey).number,
        "words": words,
    }


def _file(path: Path, folder: Path) -> ArchiveFile:
    name = path.relative_to(folder).as_posix()
    return ArchiveFile(name, path.stat().st_size, file_hash(path), words(_what(path)))


_WHAT = {
    ".pingyi": "survey file",
    ".pyp": "package",
    ".json": "results",
    ".pdf": "document",
    ".xlsx": "workbook",
    ".csv": "figures in detail",
    ".py": "independent verifier",
    ".md": "description of the format",
}


def _what(path: Path) -> str:
    return _WHAT.get(path.suffix, "other file")


def _editions(survey: SurveyFile) -> list[ArchiveEdition]:
    unsealed = {held.data["edition"]: held for held in survey.records_of(kinds.UNSEALED)}
    seals = survey.records_of(kinds.SEALED)
    return [_edition(held, unsealed.get(held.data["edition"])) for held in seals]


def _edition(seal: Record, unsealed: Record | None) -> ArchiveEdition:
    return ArchiveEdition(
        seal.data["edition"],
        seal.data["results"],
        seal.id,
        tuple(ArchiveWaiver(**waiver) for waiver in seal.data["waivers"]),
        unsealed.data["reason"] if unsealed else "",
        unsealed.data["second"] if unsealed else "",
    )
