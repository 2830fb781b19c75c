"""Takes the records of other stations in: a union of sets, in one transaction.

A source that fails any check adds nothing at all. A dry run is the merge itself, undone.
"""

import unicodedata
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from desktop.store import form_queries, kinds, queries, station_queries
from desktop.store.authority import FOUNDER_ONLY, chains
from desktop.store.content import check_content
from desktop.store.errors import BadRecordError, ImportsLackingError
from desktop.store.kinds import RecordId
from desktop.store.log import holds, insert_record, kinds_of
from desktop.store.package_errors import PackageRefusedError
from desktop.store.package_reading import Verifying, untold
from desktop.store.package_sealing import RecipientKey
from desktop.store.records import Record
from desktop.store.source_checks import check_source
from desktop.store.sources import Source, open_source
from desktop.store.survey_file import SurveyFile
from desktop.tally.errors import PingyiError
from desktop.tally.form import form_name
from desktop.tally.merge_report import BatchChange, MergeReport, SourceReport
from desktop.tally.reconciliation import ReconciliationRow

Progress = Callable[[int], None]
_Fields = dict[str, Any]
"""A source as an import names it."""


class DryRunOutdatedError(PingyiError):
    message = (
        "Nothing was merged: it would come out otherwise than the dry run has shown, because the "
        "survey has changed since: look at the dry run again."
    )


class SourceChangedError(DryRunOutdatedError):
    message = (
        "Nothing was merged: these are not the files that the dry run has shown, they were changed "
        "or are gone: {names}."
    )


class _DryRunError(Exception):
    """Undoes the transaction of a dry run."""


@dataclass(slots=True)
class _Taken:
    """What one source brought."""

    source: Source
    new: int = 0
    present: int = 0
    replacing: int = 0
    shaping: bool = False
    """The supervisor's records are among the new ones: they say whose others stand."""
    conflicts: list[str] = field(default_factory=list)


def merge(  # noqa: PLR0913  what is merged, by whom, and who follows it
    survey: SurveyFile,
    paths: Sequence[Path],
    *,
    dry_run: bool = False,
    operator: str = "",
    key: RecipientKey | None = None,
    progress: Progress = lambda records: None,
    verifying: Verifying = untold,
    expected: MergeReport | None = None,
) -> MergeReport:
    """Take packages and survey files in; `sources` of the report says what became of each.

    On the supervisor's file the merge is put on record, so that it can be revoked; an import
    that brings nothing a standing one has not brought is none. `progress` is told the records
    taken, `verifying` those verified of each source before; what either raises stops the merge, and
    nothing is stored. Raises SealedError where a seal stands and a form or another record of the
    count would come in, YearSealedError for a line of a ledger, ImportsLackingError where the
    supervisor gets back records of imports without what they brought, and where a merge comes out
    otherwise than `expected`, its dry run, SourceChangedError or DryRunOutdatedError.
    """
    made = _Merge(survey, operator, key, progress, verifying)
    return made.run(paths, dry_run=dry_run, expected=expected)


class _Merge:
    def __init__(
        self,
        survey: SurveyFile,
        operator: str,
        key: RecipientKey | None,
        progress: Progress,
        verifying: Verifying,
    ) -> None:
        self._survey, self._operator, self._key = survey, operator, key
        self._progress, self._verifying, self._seen = progress, verifying, 0
        self._authority = station_queries.authority(survey)
        self._stations: dict[str, set[str]] = {}

    def run(
        self, paths: Sequence[Path], *, dry_run: bool, expected: MergeReport | None
    ) -> MergeReport:
        report = MergeReport((), ())
        with _undone_where(dry_run), self._survey.transaction():
            before = list(queries.batch_rows(self._survey))
            known = set(form_queries.notices(self._survey))
            taken: list[_Taken] = []
            reports = [self._take(path, taken) for path in paths]
            identity = self._conclude(taken)
            report = MergeReport(
                tuple(self._remarked(reports)),
                tuple(batch_changes(before, list(queries.batch_rows(self._survey)))),
                None if dry_run else identity,
                dry_run,
                tuple(sorted(set(form_queries.notices(self._survey)) - known)),
            )
            _check_expected(expected, report)
            if dry_run:
                raise _DryRunError
        return report

    def _take(self, path: Path, taken: list[_Taken]) -> SourceReport:
        """Verify a source and insert its records, all of them or none."""
        try:
            with ExitStack() as held:
                source = open_source(path, self._key, self._verifying)
                held.callback(source.close)
                check_source(self._survey, source, self._authority, at=self._survey.station)
                with _savepoint(self._survey):
                    found = self._insert(source)
        except BadRecordError as why:
            refused = PackageRefusedError(why, path=path)
            return SourceReport(str(path), refused=refused)
        except PingyiError as refused:
            return SourceReport(str(path), refused=refused)
        taken.append(found)
        if found.shaping:
            self._authority = station_queries.authority(self._survey)
        self._stations[str(path)] = {str(run["station"]) for run in source.runs}
        return SourceReport(
            str(path),
            name=self._names(source),
            new=found.new,
            present=found.present,
            replacing=found.replacing,
            conflicts=tuple(found.conflicts),
            sha256=source.sha256,
        )

    def _insert(self, source: Source) -> _Taken:
        survey, found = self._survey, _Taken(source)
        before = _unsettled(survey)
        for record in source.records():
            if holds(survey.db, record.id):
                found.present += 1
            else:
                self._insert_new(record)
                found.new += 1
                found.replacing += bool(record.parents)
                found.shaping |= record.header.station == survey.founder
            self._seen += 1
            self._progress(self._seen)
        found.conflicts = sorted(_unsettled(survey) - before)
        return found

    def _insert_new(self, record: Record) -> None:
        founder = record.header.station == self._survey.founder
        if not founder and record.kind in FOUNDER_ONLY:
            raise BadRecordError("only the supervisor's station may record this")
        check_content(self._survey.plan, record)
        if record.header.station == self._survey.station:
            self._check_own(record)
        insert_record(self._survey.db, record)
        self._survey.projection.apply(record)

    def _check_own(self, record: Record) -> None:
        """A station takes back what it lost, and no other branch of itself."""
        header = record.header
        found = self._survey.db.execute(
            "SELECT 1 FROM record WHERE station = ? AND incarnation = ? AND seq = ?",
            (header.station, header.incarnation, header.seq),
        ).fetchone()
        if found:
            message = "this station signed another record {seq}: hand both to the supervisor"
            raise BadRecordError(message, seq=header.seq)

    def _conclude(self, taken: list[_Taken]) -> RecordId | None:
        """Bring the tables in line with what was learnt; put the supervisor's import on record."""
        survey = self._survey
        if any(found.shaping for found in taken):
            survey.projection.rebuild(survey.records())
        if not survey.is_supervisor:
            return None
        self._check_imports()
        standing = self._authority.heads(active=True)
        sources = [
            fields
            for found in taken
            if (fields := _fields(found.source, standing, survey.founder))["runs"]
        ]
        if not sources:
            return None
        self._check_open(sources, standing)
        made = survey.append(kinds.MERGED, {"sources": sources}, operator=self._operator)
        return made.id

    def _check_open(self, sources: Iterable[_Fields], standing: set[RecordId]) -> None:
        """Raise where a seal stands against what this import brings, or wakes.

        What the imports that stand have brought is under the seal: a file may be whole again.
        """
        survey = self._survey
        if not (survey.is_sealed or survey.projection.is_year_sealed):
            return
        heads = {run["head"] for fields in sources for run in fields["runs"]}
        brought = chains(survey.db, heads) - chains(survey.db, standing)
        for kind in sorted(kinds_of(survey.db, brought) - kinds.BESIDE):
            survey.check_open(kind)

    def _check_imports(self) -> None:
        """Raise ImportsLackingError: a file that lacks what its imports brought is not whole."""
        lacking = {
            str(source["name"])
            for sources in self._authority.imports.values()
            for source in sources
            if not all(holds(self._survey.db, run["head"]) for run in source["runs"])
        }
        if lacking:
            names = " ".join(sorted(lacking))
            raise ImportsLackingError(path=self._survey.path, names=names)

    def _names(self, source: Source) -> str:
        names = station_queries.station_names(self._survey)
        stations = dict.fromkeys(str(run["station"]) for run in source.runs)
        others = [held for held in stations if held != self._survey.founder] or list(stations)
        return " ".join(names.get(held, held[:8]) for held in others)

    def _remarked(self, reports: Iterable[SourceReport]) -> Iterator[SourceReport]:
        """The reports with what is odd about their stations, now that all records are in."""
        gaps, forks = station_queries.gaps(self._survey), station_queries.forks(self._survey)
        opened = station_queries.unassigned_batches(self._survey)
        for report in reports:
            mine = self._stations.get(report.path, set())
            yield replace(
                report,
                gaps=tuple(gap for gap in gaps if gap.station in mine),
                forks=tuple(fork for fork in forks if fork.station in mine),
                unassigned=tuple(code for code, station in opened if station in mine),
            )


def batch_changes(
    before: list[ReconciliationRow], after: list[ReconciliationRow]
) -> Iterator[BatchChange]:
    """Batches whose forms are others than before."""
    old = {row.batch: row for row in before}
    for row in after:
        held = old.get(row.batch)
        if held != row:
            yield BatchChange(
                batch=str(row.batch),
                channel=row.channel,
                slip=row.slip or 0,
                before=held.keyed if held else 0,
                after=row.keyed,
                valid=row.valid,
                void=sum(row.void.values()),
                unsettled=row.keyed - row.valid - sum(row.void.values()),
                missing=row.missing or 0,
                extra=row.extra or 0,
            )


def _check_expected(expected: MergeReport | None, report: MergeReport) -> None:
    """Raise inside the transaction, so that nothing is stored of what nobody was shown."""
    if expected is None:
        return
    shown = {held.path: held.sha256 for held in expected.sources}
    others = [held.path for held in report.sources if held.sha256 != shown.get(held.path)]
    if others:
        raise SourceChangedError(names=", ".join(Path(path).name for path in others))
    if (expected.sources, expected.batches, expected.notices) != (
        report.sources,
        report.batches,
        report.notices,
    ):
        raise DryRunOutdatedError


def _fields(source: Source, standing: set[RecordId], founder: str) -> _Fields:
    """A source as it is put on record: the chains that no standing import brought already."""
    return {
        "name": unicodedata.normalize("NFC", source.path.name),
        "sha256": source.sha256,
        "runs": [
            dict(run)
            for run in source.runs
            if run["station"] != founder and run["head"] not in standing
        ],
    }


def _unsettled(survey: SurveyFile) -> set[str]:
    rows = survey.db.execute("SELECT batch, number FROM form WHERE state = 'unsettled'")
    return {form_name(*row) for row in rows.fetchall()}


@contextmanager
def _undone_where(dry: bool) -> Iterator[None]:
    try:
        yield
    except _DryRunError:
        if not dry:
            raise


@contextmanager
def _savepoint(survey: SurveyFile) -> Iterator[None]:
    """Undo one source; where the disk refuses, SQLite has undone the whole transaction."""
    survey.db.execute("SAVEPOINT source")
    try:
        yield
    except BaseException:
        survey.projection.forget()
        if survey.db.conn.in_transaction:
            survey.db.execute("ROLLBACK TO source")
            survey.db.execute("RELEASE source")
        raise
    survey.db.execute("RELEASE source")
