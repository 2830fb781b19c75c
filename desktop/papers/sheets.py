"""Every paper of a survey, made of what its file holds, for commands and the window alike."""

from collections.abc import Collection
from pathlib import Path
from typing import TYPE_CHECKING

from desktop.actions.archiving import file_hash
from desktop.actions.counting import count_survey
from desktop.actions.issuing import register_problems
from desktop.actions.ruling_rows import RulingRows
from desktop.store import editions, form_queries, kinds, paper_queries, queries, station_queries
from desktop.store.admission import admission_code
from desktop.store.figure_queries import gives_figures
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
from desktop.tally.reconciliation import ReturnedAboveIssuedError, reconciliation_warnings
from desktop.words import Words

if TYPE_CHECKING:
    from desktop.report.imprint import Naming
    from desktop.report.material import Material


def zero_sheet(survey: SurveyFile, path: Path, words: Words) -> Path:
    from desktop.report.zero_report import write_zero_report

    plan = survey.plan
    names = station_queries.station_names(survey)
    station = names.get(str(survey.station), "")
    zero = ZeroReport(station, survey.plan_hash, len(plan.agencies), len(plan.dimensions))
    return write_zero_report(zero, path, naming=naming_of(survey), words=words)


def station_sheet(survey: SurveyFile, path: Path, words: Words) -> Path:
    from desktop.report.station_sheet import write_station_sheets

    key = survey.key.station
    name = station_queries.station_names(survey).get(key, "")
    sheet = StationSheet(name, admission_code(key))
    return write_station_sheets([sheet], path, naming=naming_of(survey), words=words)


def station_sheets(survey: SurveyFile, path: Path, words: Words) -> Path:
    """A sheet for every station that is known here."""
    from desktop.report.station_sheet import write_station_sheets

    sheets = [
        StationSheet(held.name, admission_code(held.station))
        for held in station_queries.stations(survey)
        if held.state != "supervisor"
    ]
    return write_station_sheets(sheets, path, naming=naming_of(survey), words=words)


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
    return write_batch_covers(covers, path, naming=naming_of(survey), words=words)


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
    return write_issue_register(register, path, naming=naming_of(survey), words=words)


def merge_sheet(survey: SurveyFile, report: MergeReport, path: Path, words: Words) -> Path:
    from desktop.report.merge_report import write_merge_report

    names = station_queries.station_names(survey)
    channels = {channel.code: channel.name for channel in survey.plan.channels}
    # a trial stored nothing: no figure is its own
    naming = naming_of(survey, with_results=not report.dry)
    return write_merge_report(
        report, path, naming=naming, station_names=names, channel_names=channels, words=words
    )


def ruling_sheets(
    survey: SurveyFile, folder: Path, words: Words, *, naming: "Naming | None" = None
) -> Path | None:
    """Every ruling and every form that waits for one; None where there is neither.

    `naming`: what the sheets name, where the results were counted already.
    """
    from desktop.report.ruling_sheet import write_ruling_sheets

    sheets = RulingRows(survey, words).sheets()
    if not sheets:
        return None
    naming = naming or naming_of(survey, with_results=True)
    return write_ruling_sheets(sheets, folder, naming=naming, words=words)


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
    naming = naming_of(survey, with_results=True)
    return write_archive_list(archive, folder, naming=naming, words=words)


def naming_of(survey: SurveyFile, *, with_results: bool = False) -> "Naming":
    """What every sheet names of its survey; `with_results` if it is made after counting."""
    from desktop.report.imprint import Naming

    return Naming(
        survey.plan,
        survey.plan_hash,
        survey.id,
        survey.mode,
        editions.edition(survey).number,
        _results_hash(survey) if with_results else "",
    )


def _results_hash(survey: SurveyFile) -> str:
    """Empty where the file gives no figures: then a sheet hangs on the plan."""
    try:
        return count_survey(survey).hash if gives_figures(survey) else ""
    except ReturnedAboveIssuedError:
        return ""


def _file(path: Path, folder: Path, words: Words) -> ArchiveFile:
    name = path.relative_to(folder).as_posix()
    return ArchiveFile(name, path.stat().st_size, file_hash(path), words(_what(path)))


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
    ".docx": "text to go on with",
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
