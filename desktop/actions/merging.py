"""Merging and its undoing, by those who may; a signed receipt goes back to the stick."""

from collections.abc import Iterable, Sequence
from pathlib import Path

from desktop.actions.authority import check_may
from desktop.actions.errors import ImportUnknownError, SourcesMissingError
from desktop.actions.packing import package_chain
from desktop.actions.stations import read_reason
from desktop.store import kinds, station_queries
from desktop.store import merging as store
from desktop.store.admission import admission_code
from desktop.store.kinds import RecordId
from desktop.store.package_errors import PackageExistsError
from desktop.store.package_reading import Verifying, untold
from desktop.store.survey_file import SurveyFile
from desktop.tally.errors import PingyiError
from desktop.tally.merge_report import MergeReport


def merge(
    survey: SurveyFile,
    paths: Sequence[Path],
    *,
    dry_run: bool = False,
    operator: str = "",
    progress: store.Progress = lambda records: None,
    verifying: Verifying = untold,
    expected: MergeReport | None = None,
) -> MergeReport:
    """Merge packages and station files; a dry run tells everything and stores nothing.

    With `expected`, a dry run, nothing is stored that it has not shown. Raises SourcesMissingError,
    NotSupervisorError for an operator without the role, and what `store.merge` does.
    """
    if not paths:
        raise SourcesMissingError
    if survey.is_supervisor:
        check_may(survey, operator, kinds.MERGED)
    key = survey.home.recipient_key(survey.id)
    return store.merge(
        survey,
        paths,
        dry_run=dry_run,
        operator=operator,
        key=key,
        progress=progress,
        verifying=verifying,
        expected=expected,
    )


def write_receipts(
    survey: SurveyFile, folders: Iterable[Path]
) -> tuple[list[Path], list[PingyiError]]:
    """Put the supervisor's package where sources came from: it witnesses what was merged.

    The receipts written, and what kept others from being written: that undoes no merge.
    """
    written: list[Path] = []
    failed: list[PingyiError] = []
    for folder in dict.fromkeys(folders):
        path = folder / receipt_name(survey)
        try:
            package_chain(survey, path, plain=True)
            written.append(path)
        except PackageExistsError:
            written.append(path)
        except PingyiError as error:
            failed.append(error)
    return written, failed


def receipt_name(survey: SurveyFile) -> str:
    """`PYABCD-R00120.pyp`: the supervisor's code and last number."""
    code = admission_code(survey.key.station)[:4]
    return f"PY{code}-R{survey.tip.seq:05d}.pyp"


def revoke(
    survey: SurveyFile, identity: str, *, reason: str = "撤销", operator: str = ""
) -> RecordId:
    """Set an import aside, or with a revocation's id bring it back; ImportUnknownError.

    Nothing is deleted: records that other imports carried stand, the others sleep.
    """
    check_may(survey, operator, kinds.REVOKED)
    target = find_import(survey, identity)
    with survey.transaction():
        fields = {"import": target, "reason": read_reason(reason)}
        return survey.append(kinds.REVOKED, fields, operator=operator).id


def find_import(survey: SurveyFile, identity: str) -> RecordId:
    """The one standing import or revocation whose id begins so; ImportUnknownError."""
    authority = station_queries.authority(survey)
    known = [*authority.imports, *authority.revocations]
    found = [held for held in known if identity and held.startswith(identity.lower())]
    if len(found) != 1 or not authority.is_active(found[0]):
        raise ImportUnknownError(identity=identity)
    return found[0]
