"""Long work off the window's thread. A job opens its own database connection."""

from __future__ import annotations

import gc
import threading
from collections import deque
from collections.abc import Callable
from functools import partial
from itertools import count

from PySide6.QtCore import QObject, QThreadPool, QTimer, Signal
from shiboken6 import isValid

_COLLECTION = 2_000
"""Milliseconds between two collections of young garbage, which are short."""
_WHOLE_COLLECTION = 60_000
"""Between two of everything, which take as long as a key may."""


def collect_here(owner: QObject) -> None:
    """Collect garbage on this thread alone, for as long as `owner` lives.

    Python collects on whichever thread it happens to allocate; a widget that is freed on a job's
    thread ends the program. What stands when this is called is left out, so a collection is short.
    """
    gc.disable()
    gc.freeze()
    for interval, generation in ((_COLLECTION, 1), (_WHOLE_COLLECTION, 2)):
        timer = QTimer(owner)
        timer.timeout.connect(partial(gc.collect, generation))
        timer.start(interval)


class JobCancelledError(Exception):
    """The user asked the running job to stop."""


class Job(QObject):
    """One piece of work; its signals arrive on the thread that created it."""

    progressed = Signal(object, object)
    finished = Signal(object)
    failed = Signal(object)
    cancelled = Signal()

    def __init__(self, work: Callable[[Job], object], parent: QObject) -> None:
        super().__init__(parent)
        self._work = work
        self._stop = threading.Event()
        self._done = threading.Event()
        self._result: object = None
        self._error: Exception | None = None

    def cancel(self) -> None:
        """Stop it where it next reports, or before it begins."""
        self._stop.set()

    def report(self, done: int, total: int) -> None:
        """Call between units of work: stops a cancelled job, else shows progress."""
        self._check_stop()
        self.progressed.emit(done, total)

    def run(self) -> None:
        try:
            self._check_stop()
            self._result = self._work(self)
        except JobCancelledError as error:
            self._end(error)
            self.cancelled.emit()
        except Exception as error:  # noqa: BLE001  handed over whole to whoever waits
            self._end(error)
            self.failed.emit(error)
        else:
            self._end(None)
            self.finished.emit(self._result)

    @property
    def is_done(self) -> bool:
        return self._done.is_set()

    def result(self) -> object:
        """Wait for the end; what the work returned, or its error raised here."""
        self._done.wait()
        if self._error:
            raise self._error
        return self._result

    def _check_stop(self) -> None:
        if self._stop.is_set():
            raise JobCancelledError

    def _end(self, error: Exception | None) -> None:
        self._error = error
        self._done.set()


class JobRunner(QObject):
    """Runs jobs one after the other on one thread, so that their order is kept.

    What a job holds, a page's method among it, is let go on the window's thread alone: the pool's
    thread knows jobs by number.
    """

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._pool = QThreadPool(self)
        self._pool.setMaxThreadCount(1)
        self._numbers = count(1)
        self._jobs: dict[int, Job] = {}
        self._over: deque[int] = deque()

    def start(self, job: Job) -> None:
        """Queue a job; connect its signals before. The one after it takes it away."""
        self._let_go()
        number = next(self._numbers)
        self._jobs[number] = job
        self._pool.start(partial(self._run, number))

    def stop(self) -> None:
        """Ask everything queued to stop where it next reports."""
        for job in self._jobs.values():
            job.cancel()

    def post(self, work: Callable[[], object]) -> None:
        """Queue work that nobody waits for."""
        self._pool.start(work)

    @property
    def is_idle(self) -> bool:
        """Whether nothing runs or waits; what it signalled may still be on its way."""
        return self._pool.activeThreadCount() == 0

    def drain(self) -> None:
        """Wait until everything queued is done."""
        self._pool.waitForDone()
        self._let_go()

    def _run(self, number: int) -> None:
        try:
            self._jobs[number].run()
        finally:
            self._over.append(number)

    def _let_go(self) -> None:
        while self._over:
            job = self._jobs.pop(self._over.popleft())
            if isValid(job):
                job.deleteLater()
