"""Work beside the window of which only the latest answer counts: drawing, laying out, previews."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QCoreApplication, QObject, Signal, Slot

from desktop.jobs import Job, JobRunner

_RUNNER = "latest"


class Latest(QObject):
    """One piece of work at a time; of those asked for meanwhile the last alone is begun.

    For what reads no survey: work on a file goes through `models.reading` and `models.acting`.
    """

    failed = Signal(object)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._job: Job | None = None
        self._then: Callable[[Any], None] | None = None
        self._next: tuple[Callable[[], Any], Callable[[Any], None]] | None = None

    @property
    def is_busy(self) -> bool:
        return self._job is not None

    def ask(self, work: Callable[[], Any], then: Callable[[Any], None]) -> None:
        """Work on another thread; `then` is called here with the result, unless overtaken."""
        self._next, self._then = (work, then), None
        if self._job is None:
            self._begin()

    def forget(self) -> None:
        """Nobody waits for the answer any more."""
        self._next = self._then = None

    def _begin(self) -> None:
        if self._next is None:
            return
        (work, self._then), self._next = self._next, None
        program = QCoreApplication.instance()
        assert program
        # it outlives this widget, which a change of language makes anew
        self._job = job = Job(lambda _: work(), program)
        job.finished.connect(self._finish)
        job.failed.connect(self._fail)
        _runner(program).start(job)

    @Slot(object)
    def _finish(self, result: object) -> None:
        self._job, then = None, self._then
        self._begin()
        if then:
            then(result)

    @Slot(object)
    def _fail(self, error: Exception) -> None:
        was_wanted, self._job = self._then is not None, None
        self._begin()
        if was_wanted:
            self.failed.emit(error)


def _runner(program: QCoreApplication) -> JobRunner:
    """The program's one runner for such work: it ends with the program, when all is done."""
    found = program.findChild(JobRunner, _RUNNER)
    if isinstance(found, JobRunner):
        return found
    made = JobRunner(program)
    made.setObjectName(_RUNNER)
    return made
