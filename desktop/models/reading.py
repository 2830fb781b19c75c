"""What a page shows, read beside the window: opening a page never waits for the disk."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QObject, Signal, Slot

from desktop.jobs import Job
from desktop.models.answers import without_focus
from desktop.session import Session
from desktop.store.opening import damage_named
from desktop.store.survey_file import SurveyFile
from desktop.tally.errors import PingyiError


class Reading(QObject):
    """Only the answer to the latest question arrives; a page that is gone gets none.

    What is read is plain values: a widget or a picture made in `read` would belong to no window.
    """

    failed = Signal(object)
    """A PingyiError."""

    def __init__(self, session: Session, parent: QObject) -> None:
        super().__init__(parent)
        self._session = session
        self._survey: SurveyFile | None = None
        self._job: Job | None = None
        self._then: Callable[[Any], None] | None = None

    @property
    def is_waiting(self) -> bool:
        return self._job is not None

    def ask(self, read: Callable[[SurveyFile], Any], then: Callable[[Any], None]) -> None:
        """Read from a view of the file of its own; `then` is called here with what was read."""
        self.forget()  # a question that is overtaken while it waits is not read at all
        survey = self._survey = self._session.opened

        def work(_: Job) -> Any:
            with damage_named(survey.path), survey.reader() as reader, reader.reading():
                return read(reader)

        # the session outlives this page, which a change of language makes anew
        self._job, self._then = Job(work, self._session), then
        self._job.finished.connect(self._finish)
        self._job.failed.connect(self._fail)
        self._session.readings.start(self._job)

    def forget(self) -> None:
        """Nobody waits for the answer any more."""
        if self._job:
            self._job.cancel()
        self._job = self._then = None

    @Slot(object)
    def _finish(self, found: object) -> None:
        if self._is_awaited() and self._then:
            then, self._job, self._then = self._then, None, None
            with without_focus(self.parent()):
                then(found)

    @Slot(object)
    def _fail(self, error: Exception) -> None:
        if not self._is_awaited():
            return
        self._job = self._then = None
        if not isinstance(error, PingyiError):
            raise error
        with without_focus(self.parent()):
            self.failed.emit(error)

    def _is_awaited(self) -> bool:
        """Whether this is of the latest question, and of the survey that is still open."""
        return self.sender() is self._job and self._session.survey is self._survey
