"""The files on the way into the survey: listed, verified, tried, merged; one step at a time.

LISTED ──▶ VERIFYING ──▶ SHOWN ──▶ MERGING ──▶ DONE
  ▲            │            │          │          │
  └────────────┴────────────┴──────────┴──────────┘
   cancelled, failed, other files: nothing was stored before DONE
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import dataclass, replace
from enum import Enum, auto
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, Signal, Slot

from desktop.jobs import Job
from desktop.models import merge_work
from desktop.models.acting import Acting
from desktop.models.merge_files import FileState, MergeFile, listed, size_of
from desktop.models.merge_work import Merged
from desktop.session import Session
from desktop.store.merging import DryRunOutdatedError
from desktop.store.survey_file import SurveyFile
from desktop.tally.errors import PingyiError
from desktop.tally.merge_report import MergeReport


class Stage(Enum):
    LISTED = auto()
    VERIFYING = auto()
    SHOWN = auto()
    MERGING = auto()
    DONE = auto()


@dataclass(frozen=True, slots=True)
class Added:
    """What became of files that were brought."""

    added: int = 0
    known: tuple[Path, ...] = ()
    """In the list already."""
    empty: tuple[Path, ...] = ()
    """Folders and sticks without a package."""
    unreadable: tuple[Path, ...] = ()
    is_busy: bool = False


class MergeDesk(QObject):
    """It outlives its page, which a change of language or look makes anew."""

    changed = Signal()
    """The stage, the list or what is shown beside it."""
    file_changed = Signal(object)
    """A MergeFile is further than it was; emitted beside the window too."""
    failed = Signal(object)
    """A PingyiError: nothing was stored, unless it says so itself."""

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self._session = session
        self.acting = Acting(session, self)
        self.stage = Stage.LISTED
        self.files: list[MergeFile] = []
        self.report: MergeReport | None = None
        """A dry run while it is shown; the merge itself when it is done."""
        self.merged: Merged | None = None
        self._is_stopped = False
        """Cancelled between the verification and the trial, when no job is under way."""
        self._round = 0
        """Of another round nothing is shown: another survey is open, perhaps."""
        self.file_changed.connect(self._note)
        self.acting.failed.connect(self._fail)
        self.acting.cancelled.connect(self._stop)
        session.survey_changed.connect(self.clear)

    @classmethod
    def of(cls, session: Session) -> MergeDesk:
        """The one desk of a session."""
        held = session.findChild(cls)
        return held if isinstance(held, cls) else cls(session)

    @property
    def is_busy(self) -> bool:
        return self.acting.is_busy

    def add(self, paths: Sequence[Path]) -> Added:
        """Take files into the list, and out of folders every package; verify what is new."""
        if self.is_busy:
            return Added(is_busy=True)
        if self.stage is Stage.DONE:
            self._put([])
        held = {file.path for file in self.files}
        added, known, empty, unreadable = [], [], [], []
        for path in paths:
            try:
                found = list(dict.fromkeys(held.absolute() for held in listed([path])))
            except OSError:
                unreadable.append(path)
                continue
            new = [one for one in found if one not in held]
            held.update(new)
            added += new
            known += [one for one in found if one not in new]
            if not found:
                empty.append(path)
        self._put([*self.files, *(MergeFile(path, size_of(path)) for path in added)])
        self._verify_waiting()
        return Added(len(added), tuple(known), tuple(empty), tuple(unreadable))

    def remove(self, path: Path) -> None:
        """Leave one file out; what was tried is tried anew without it."""
        if not self.is_busy and self.stage is not Stage.DONE:
            self._put([held for held in self.files if held.path != path])
            self._verify_waiting()

    @Slot()
    def clear(self) -> None:
        """Begin with an empty list; what is under way is asked to stop, and shows nothing here."""
        self.acting.cancel()
        self._round += 1
        self._put([])

    @Slot()
    def stop(self) -> None:
        """Back to the list, with nothing stored; a merge that stands already stays."""
        self._is_stopped = True
        self.acting.cancel()

    @Slot()
    def verify(self) -> None:
        """Verify every file anew, as it is now, and try the merge."""
        if not self.is_busy:
            self._put([MergeFile(held.path, size_of(held.path)) for held in self.files])
            self._verify_waiting()

    def verify_admitted(self, codes: Collection[str]) -> None:
        """Verify anew where a station that was not admitted is now, by its code."""
        if self.stage is not Stage.DONE and any(
            held.state is FileState.STRANGER and held.code in codes for held in self.files
        ):
            self.verify()

    @Slot()
    def merge(self) -> None:
        """Store what the dry run has shown."""
        report = self.report
        if self.stage is not Stage.SHOWN or report is None or self.is_busy:
            return
        passed = tuple(held for held in report.sources if held.refused is None)
        expected = replace(report, sources=passed)
        paths = {Path(held.path) for held in passed}
        files = [held for held in self.files if held.path in paths]
        operator = self._session.code
        self._enter(Stage.MERGING)

        def act(survey: SurveyFile, job: Job) -> Merged:
            return merge_work.merge(survey, files, expected, job, operator)

        self.acting.start(act, self._in_this_round(self._finish))

    @Slot()
    def leave_receipts(self) -> None:
        """Write the receipts of the merge that is done once more: a stick is back."""
        merged = self.merged
        if merged is None or self.is_busy:
            return

        def act(survey: SurveyFile, _: Job) -> Merged:
            receipts, failed = merge_work.leave_receipts(survey, merged.report)
            return replace(merged, receipts=receipts, failed=failed)

        self.acting.start(act, self._in_this_round(self._finish))

    def _in_this_round(self, then: Callable[[Any], None]) -> Callable[[Any], None]:
        at = self._round

        def go_on(result: object) -> None:
            if self._round == at:
                then(result)

        return go_on

    def _verify_waiting(self) -> None:
        """Verify what was not yet, then try the merge of all that is sound."""
        waiting = [held for held in self.files if held.state is FileState.WAITING]
        if not self.files:
            self._enter(Stage.LISTED)
            return
        self._is_stopped = False
        self._enter(Stage.VERIFYING)

        def work(survey: SurveyFile, job: Job) -> list[MergeFile]:
            return merge_work.verify_files(survey, waiting, job, self.file_changed.emit)

        self.acting.labour(work, self._in_this_round(self._try))

    def _try(self, verified: Iterable[MergeFile]) -> None:
        for file in verified:
            self._replace(file)
        self._mark_same()
        files = [held for held in self.files if held.state is FileState.SOUND]
        if not files or self._is_stopped:
            self._enter(Stage.LISTED)
            return
        operator = self._session.code

        def act(survey: SurveyFile, job: Job) -> MergeReport:
            return merge_work.try_merge(survey, files, job, operator)

        self.acting.start(act, self._in_this_round(self._show))
        self.changed.emit()

    def _show(self, report: MergeReport) -> None:
        """What the dry run refuses is refused in the list; what changed since is verified anew."""
        verified = {str(held.path): held for held in self.files}
        for source in report.sources:
            file = verified[source.path]
            if source.refused:
                self._replace(replace(file, state=FileState.REFUSED, refused=source.refused))
            elif source.sha256 != file.sha256:
                self.verify()
                return
        self.report = report if report.taken else None
        self._enter(Stage.SHOWN if report.taken else Stage.LISTED)

    def _finish(self, merged: Merged) -> None:
        self.merged, self.report = merged, merged.report
        self._enter(Stage.DONE)

    @Slot(object)
    def _fail(self, error: PingyiError) -> None:
        """A merge that came out otherwise is shown as it would be now."""
        if self.stage is Stage.DONE:
            self.failed.emit(error)
            return
        self._put(self.files)
        self.failed.emit(error)
        if isinstance(error, DryRunOutdatedError):
            self.verify()

    @Slot()
    def _stop(self) -> None:
        if self.stage is not Stage.DONE:
            self._put(self.files)

    def _put(self, files: Sequence[MergeFile]) -> None:
        """This list, with nothing tried; what was being verified waits."""
        self.files = [
            MergeFile(held.path, held.size) if held.state is FileState.VERIFYING else held
            for held in files
        ]
        self.report = self.merged = None
        self._enter(Stage.LISTED)

    def _enter(self, stage: Stage) -> None:
        self.stage = stage
        self.changed.emit()

    @Slot(object)
    def _note(self, file: MergeFile) -> None:
        """How far a verification is; one that was stopped says nothing any more."""
        if self.stage is Stage.VERIFYING:
            self._replace(file)

    def _replace(self, file: MergeFile) -> None:
        self.files = [file if held.path == file.path else held for held in self.files]

    def _mark_same(self) -> None:
        """Of files with the same bytes the first is taken."""
        seen: set[str] = set()
        for file in self.files:
            if file.state is FileState.SOUND and file.sha256 in seen:
                self._replace(replace(file, state=FileState.SAME))
            seen.add(file.sha256)
