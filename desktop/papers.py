"""Every paper of a survey, made of what its file holds, for commands and the window alike."""

from collections.abc import Callable, Collection, Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Any

from desktop.actions.archiving import begin_archive, file_hash, write_sums
from desktop.actions.counting import count_survey
from desktop.actions.issuing import register_problems
from desktop.actions.ruling_rows import RulingRows
from desktop.actions.writing import refusal_named
from desktop.store import editions, form_queries, kinds, paper_queries, queries, station_queries
from desktop.store.admission import admission_code
from desktop.store.records import Record
from desktop.store.survey_file import SurveyFile
from desktop.tally.document_rows import (
    ArchiveEdition,
    ArchiveFile,
    ArchiveHead,
    ArchiveList,
    ArchiveWaiver,
    BatchCover,
    IssueRegister,
    IssueRow,
    StationSheet,
    ZeroReport,
)
from desktop.tally.form import form_name
from desktop.tally.identical import identical_forms
from desktop.tally.merge_report import MergeReport
from desktop.tally.reconciliation import reconciliation_warnings
from desktop.words import Words

if TYPE_CHECKING:
    from desktop.report.material import Material


def zero_sheet(survey: SurveyFile, path: Path, words: Words) -> Path:
    from desktop.report.zero_report import write_zero_report

    plan, named = survey.plan, _named(survey, words)
    names = station_queries.station_names(survey)
    station = names.get(str(survey.station), "")
    zero = ZeroReport(station, survey.plan_hash, len(plan.agencies), len(plan.dimensions))
    del named["edition"]
    return write_zero_report(zero, path, **named)


def station_sheet(survey: SurveyFile, path: Path, words: Words) -> Path:
    from desktop.report.station_sheet import write_station_sheets

    key = survey.key.station
    name = station_queries.station_names(survey).get(key, "")
    sheet = StationSheet(name, admission_code(key))
    return write_station_sheets([sheet], path, **_named(survey, words))


def station_sheets(survey: SurveyFile, path: Path, words: Words) -> Path:
    """A sheet for every station that is known here."""
    from desktop.report.station_sheet import write_station_sheets

    sheets = [
        StationSheet(held.name, admission_code(held.station))
        for held in station_queries.stations(survey)
        if held.state != "supervisor"
    ]
    return write_station_sheets(sheets, path, **_named(survey, words))


def batch_covers(survey: SurveyFile, codes: Collection[str], path: Path, words: Words) -> Path:
    """A cover for each of these batches, in the order of their codes."""
    from desktop.report.batch_cover import write_batch_covers

    plan, names = survey.plan, station_queries.station_names(survey)
    channels = {channel.code: channel.name for channel in plan.channels}
    units = {agency.code: agency.name for agency in plan.agencies}
    covers = [
        BatchCover(
            slip.code,
            channels[slip.channel],
            slip.count,
            units.get(slip.origin or "", ""),
            names.get(form_queries.assigned_station(survey, slip.code) or "", ""),
            form_name(slip.code, 1),
            form_name(slip.code, slip.count),
        )
        for slip in queries.slips(survey)
        if slip.code in codes
    ]
    return write_batch_covers(covers, path, **_named(survey, words))


def issue_register(survey: SurveyFile, path: Path, words: Words) -> Path:
    """Every line that stands, with its sums and what is to be explained."""
    from desktop.report.issue_register import write_issue_register

    channels = {channel.code: channel.name for channel in survey.plan.channels}
    rows = tuple(
        IssueRow(
            line.on,
            channels[line.channel],
            words("issued") if line.way == "issued" else words("returned"),
            line.forms,
            line.giver,
            line.taker,
            line.signed,
            line.note,
        )
        for line in paper_queries.issues(survey)
    )
    register = IssueRegister(rows, tuple(register_problems(survey)))
    return write_issue_register(register, path, **_named(survey, words))


def merge_sheet(survey: SurveyFile, report: MergeReport, path: Path, words: Words) -> Path:
    from desktop.report.merge_report import write_merge_report

    names = station_queries.station_names(survey)
    channels = {channel.code: channel.name for channel in survey.plan.channels}
    named = _named(survey, words)
    return write_merge_report(report, path, station_names=names, channel_names=channels, **named)


def ruling_sheets(survey: SurveyFile, folder: Path, words: Words) -> Path | None:
    """Every ruling and every form that waits for one; None where there is neither."""
    from desktop.report.ruling_sheet import write_ruling_sheets

    sheets = RulingRows(survey, words).sheets()
    return write_ruling_sheets(sheets, folder, **_named(survey, words)) if sheets else None


def archive_sheet(survey: SurveyFile, folder: Path, words: Words) -> Path:
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
        tuple(_file(path, folder, words) for path in sorted(folder.rglob("*")) if path.is_file()),
        heads,
        tuple(_editions(survey)),
        station_queries.record_count(survey),
        survey.plan_hash,
    )
    return write_archive_list(archive, folder, **_named(survey, words))


def _named(survey: SurveyFile, words: Words) -> dict[str, Any]:
    """What every sheet names of its survey."""
    return {
        "survey": survey.id,
        "mode": survey.mode,
        "title": survey.plan.title,
        "edition": editions.edition(survey).number,
        "words": words,
    }


def _file(path: Path, folder: Path, words: Words) -> ArchiveFile:
    name = path.relative_to(folder).as_posix()
    return ArchiveFile(name, path.stat().st_size, file_hash(path), words(_what(path)))


RULINGS = "rulings"
"""The document of rulings: beside the results, made where there is anything to rule on."""


def write_report(
    survey: SurveyFile,
    folder: Path,
    words: Words,
    *,
    only: tuple[str, ...] = (),
    report: Callable[[int, int], None] = lambda done, total: None,
) -> tuple[list[Path], str]:
    """Count and draw; gives the files written and the results hash printed on them.

    `report` is told how many documents are done, of how many. The errors of `write_documents`.
    """
    from desktop.report.documents import write_documents

    material = material_of(survey)
    folder.mkdir(parents=True, exist_ok=True)
    chosen = tuple(name for name in only if name != RULINGS)
    paths: list[Path] = []
    if chosen or not only:
        paths += write_documents(material, folder, words=words, only=chosen or None, report=report)
    if RULINGS in only or not only:
        paths += filter(None, [ruling_sheets(survey, folder, words)])
    return paths, material.results.hash


def write_archive(
    survey: SurveyFile,
    folder: Path,
    sources: Iterable[Path],
    words: Words,
    *,
    report: Callable[[int, int], None] = lambda done, total: None,
) -> list[str]:
    """Everything of a verified survey in an empty folder; names of packages that are nowhere.

    FolderFullError, FileUnwritableError, and the errors of `write_report`.
    """
    with refusal_named(folder):
        absent = begin_archive(survey, folder, sources)
        write_report(survey, folder / "documents", words, report=report)
        archive_sheet(survey, folder, words)
        write_sums(folder)
    return absent


def material_of(survey: SurveyFile) -> "Material":
    """What the result documents of a survey are made from; `forms` reads while they are drawn."""
    from desktop.report.material import Material

    found, at = count_survey(survey), editions.edition(survey)
    return Material(
        results=found,
        edition=at.number,
        sealed=at.sealed,
        identical=identical_forms(queries.valid_forms(survey)),
        warnings=reconciliation_warnings(survey.plan, found.reconciliation),
        forms=lambda: queries.settled_forms(survey),
    )


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
