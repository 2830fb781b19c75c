"""What is done beside the window when files are merged: verify, try, merge, write the receipts."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from time import monotonic

from desktop.actions import merging
from desktop.actions.backups import auto_backup
from desktop.jobs import Job
from desktop.models.merge_files import FileState, MergeFile, verified
from desktop.store import queries
from desktop.store.kinds import RecordId
from desktop.store.merging import batch_changes
from desktop.store.survey_file import SurveyFile
from desktop.tally.errors import PingyiError
from desktop.tally.merge_report import BatchChange, MergeReport

_BEAT = 0.1
"""Seconds between two looks at how far it is."""

Tell = Callable[[MergeFile], object]


@dataclass(frozen=True, slots=True)
class Merged:
    """A merge that stands, the backup taken before it, and the receipts written after it."""

    report: MergeReport
    backup: Path | None
    unsaved: PingyiError | None
    """Why no backup was made, where there is a folder for it."""
    receipts: tuple[Path, ...]
    failed: tuple[PingyiError, ...]
    """Why a receipt could not be written: that undoes nothing."""


@dataclass(frozen=True, slots=True)
class Revoked:
    """A revocation on record, and the batches whose forms are others since."""

    record: RecordId
    changes: tuple[BatchChange, ...]


class Beat:
    """Tells a job how far it is, so seldom that the window has time for other things."""

    def __init__(self, job: Job, total: int) -> None:
        self._job, self._total = job, total
        self._done, self._next = 0, 0.0

    def step(self, *_: int) -> None:
        """One record more; JobCancelledError."""
        self._done += 1
        if self.is_due():
            self._job.report(min(self._done, self._total), self._total)

    def is_due(self) -> bool:
        """Whether it is time to say something."""
        if due := monotonic() >= self._next:
            self._next = monotonic() + _BEAT
        return due


def verify_files(
    survey: SurveyFile, files: Sequence[MergeFile], job: Job, tell: Tell
) -> list[MergeFile]:
    """Every file as its verification leaves it; `tell` is called as it goes."""
    found: list[MergeFile] = []
    whole, before = sum(held.size for held in files) or 1, 0
    for file in files:
        found.append(_verify(survey, file, job, tell, (before, whole)))
        before += file.size
        tell(found[-1])
    job.report(before, whole)
    return found


def _verify(
    survey: SurveyFile, file: MergeFile, job: Job, tell: Tell, place: tuple[int, int]
) -> MergeFile:
    """`place` is how many bytes came before this file, of how many."""
    beat, (before, whole) = Beat(job, 1), place

    def follow(done: int, total: int) -> None:
        if beat.is_due():
            tell(replace(file, state=FileState.VERIFYING, verified=done, records=total))
            # records are counted within a file; files are weighed by their bytes
            job.report(before + file.size * done // max(total, 1), whole)

    job.report(before, whole)
    return verified(survey, file.path, follow)


def try_merge(
    survey: SurveyFile, files: Sequence[MergeFile], job: Job, operator: str
) -> MergeReport:
    """The merge as it would be; the errors of `actions.merging.merge`."""
    beat = _beat(files, job)
    return merging.merge(
        survey,
        [held.path for held in files],
        dry_run=True,
        operator=operator,
        progress=beat.step,
        verifying=beat.step,
    )


def merge(
    survey: SurveyFile,
    files: Sequence[MergeFile],
    expected: MergeReport,
    job: Job,
    operator: str,
) -> Merged:
    """Back up, merge what was shown and nothing else, and leave the receipts.

    The errors of `actions.merging.merge`. Once the merge stands nothing cancels it.
    """
    beat = _beat(files, job)
    job.report(0, 1)
    backup, unsaved = auto_backup(survey)
    report = merging.merge(
        survey,
        [held.path for held in files],
        operator=operator,
        progress=beat.step,
        verifying=beat.step,
        expected=expected,
    )
    receipts, failed = leave_receipts(survey, report)
    return Merged(report, backup, unsaved, receipts, failed)


def leave_receipts(
    survey: SurveyFile, report: MergeReport
) -> tuple[tuple[Path, ...], tuple[PingyiError, ...]]:
    """Only a merge that is on record is receipted, beside the files it took."""
    if report.identity is None:
        return (), ()
    folders = [Path(held.path).parent for held in report.sources if held.refused is None]
    written, failed = merging.write_receipts(survey, folders)
    return tuple(written), tuple(failed)


def revoke(survey: SurveyFile, identity: RecordId, reason: str, operator: str) -> Revoked:
    """Set an import aside, or with its revocation bring it back; `actions.merging.revoke`."""
    before = list(queries.batch_rows(survey))
    made = merging.revoke(survey, identity, reason=reason, operator=operator)
    return Revoked(made, tuple(batch_changes(before, list(queries.batch_rows(survey)))))


def _beat(files: Sequence[MergeFile], job: Job) -> Beat:
    """Every record is verified once more, and then taken."""
    return Beat(job, 2 * sum(held.records for held in files))
