"""What a page has the survey do, one thing at a time, beside the window: it stays alive."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

from PySide6.QtCore import QObject, Signal, Slot

from desktop.actions.writing import refusal_named
from desktop.jobs import Job
from desktop.models.answers import without_focus
from desktop.session import Session
from desktop.store.opening import damage_named
from desktop.store.survey_file import SurveyFile
from desktop.tally.errors import PingyiError

Act = Callable[[SurveyFile, Job], Any]
"""Calls acts on the survey it is given; between two units of work it calls `job.report`."""


class Acting(QObject):
    """A second click while something is under way does nothing.

    Acts of all pages follow each other; while one lasts, whoever else writes in this program waits.
    """

    busy_changed = Signal(bool)
    progressed = Signal(object, object)
    failed = Signal(object)
    """A PingyiError: what stands against it."""
    cancelled = Signal()

    def __init__(self, session: Session, parent: QObject) -> None:
        super().__init__(parent)
        self._session = session
        self._survey: SurveyFile | None = None
        self._job: Job | None = None
        self._then: Callable[[Any], None] | None = None

    @property
    def is_busy(self) -> bool:
        return self._job is not None

    def start(self, act: Act, then: Callable[[Any], None]) -> None:
        """Act on a connection that may write, once the file is verified; then show what came of it.

        Whatever page asked, the session goes on from what was recorded.
        """
        session, survey = self._session, self._session.opened

        def work(job: Job) -> Any:
            with _told(survey), survey.twin(write=True) as pen:
                return act(pen, job)

        if job := self._begin(work, then, self._session.go_on):
            session.when_checked(lambda: session.jobs.start(job))

    def labour(self, work: Act, then: Callable[[Any], None]) -> None:
        """Do what takes long and records nothing, on a connection that reads a verified file."""
        survey = self._session.opened

        def read(job: Job) -> Any:
            with _told(survey), survey.reader() as reader:
                return work(reader, job)

        if job := self._begin(read, then):
            self._session.when_checked(lambda: self._session.labours.start(job))

    @Slot()
    def cancel(self) -> None:
        """Ask what is under way to stop; an act that is stopped records nothing."""
        if self._job:
            self._job.cancel()

    def _begin(
        self, work: Callable[[Job], Any], then: Callable[[Any], None], *before: Callable[[], None]
    ) -> Job | None:
        """A job, not yet started; at its end `before` is called first, so that a page sees it."""
        if self._job:
            return None
        # the session outlives this page, which a change of language makes anew
        job = self._job = Job(work, self._session)
        self._then, self._survey = then, self._session.survey
        job.progressed.connect(self.progressed)
        for ended, slot in (
            (job.finished, self._finish),
            (job.failed, self._fail),
            (job.cancelled, self._stop),
        ):
            for first in before:
                ended.connect(first)
            ended.connect(slot)
        self.busy_changed.emit(True)
        return job

    @Slot(object)
    def _finish(self, result: object) -> None:
        then, survey = self._then, self._survey
        with without_focus(self.parent()):
            self._end()
            if then and self._session.survey is survey:
                then(result)

    @Slot(object)
    def _fail(self, error: Exception) -> None:
        with without_focus(self.parent()):
            self._end()
            if not isinstance(error, PingyiError):
                raise error
            self.failed.emit(error)

    @Slot()
    def _stop(self) -> None:
        with without_focus(self.parent()):
            self._end()
            self.cancelled.emit()

    def _end(self) -> None:
        self._job = self._then = self._survey = None
        self.busy_changed.emit(False)


@contextmanager
def _told(survey: SurveyFile) -> Iterator[None]:
    """What disk and database refuse is a sentence that names the file."""
    with refusal_named(survey.path), damage_named(survey.path):
        yield
