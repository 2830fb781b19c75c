"""Keeps what is being entered on the disk meanwhile, off the window's thread."""

from collections.abc import Callable
from functools import partial
from typing import Any, Protocol, TypeVar

from PySide6.QtCore import QObject, QTimer, Signal

from desktop.jobs import JobRunner
from desktop.models.open_form import OpenForm
from desktop.store.errors import JournalUnwrittenError
from desktop.store.journal import Journal
from desktop.tally.plan import Plan

_DELAY = 700
"""Milliseconds from a key to the writing: with a slow disk still within the two seconds."""


Left = TypeVar("Left")


class Kept(Protocol):
    """What is being entered: an open form, or an opinion."""

    def snapshot(self) -> dict[str, Any]:
        """What it is made again from, as JSON holds it."""
        ...


class Draft(QObject):
    """The journal of one desk: written soon after each key, gone when the form is on record."""

    unwritten = Signal(object)
    """The error of a disk that will not keep the form."""

    def __init__(self, journal: Journal, jobs: JobRunner, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._journal, self._jobs = journal, jobs
        self._form: Kept | None = None
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_DELAY)
        self._timer.timeout.connect(self._write)

    def left_open(self, plan: Plan) -> OpenForm | None:
        """The form that was open when the program ended; one of no use is put aside."""
        return self.left_behind(lambda held: OpenForm.restored(plan, held))

    def left_behind(self, restored: Callable[[dict[str, Any]], Left]) -> Left | None:
        """What was being entered when the program ended, made again; else it is put aside."""
        self._jobs.drain()
        held = self._journal.read()
        if held is None:
            return None
        try:
            return restored(held)
        except (ValueError, KeyError, TypeError):
            self._journal.put_aside()
            return None

    def follow(self, form: Kept) -> None:
        """Keep this form from now on."""
        self._form = form
        self.touch()

    def touch(self) -> None:
        """Something changed; the timer is not begun anew, so that keys never put it off."""
        if not self._timer.isActive():
            self._timer.start()

    def keep(self) -> None:
        """Write what is there and wait until it is on the disk; it may be keyed on afterwards."""
        self._timer.stop()
        if self._form:
            self._write()
            self._jobs.drain()

    def drop(self) -> None:
        """The form is on record, or put away without a change."""
        self._form = None
        self._timer.stop()
        self._jobs.post(self._journal.clear)

    def _write(self) -> None:
        if self._form:
            snapshot = self._form.snapshot()
            self._jobs.post(partial(self._keep_on_disk, snapshot))

    def _keep_on_disk(self, snapshot: dict[str, Any]) -> None:
        try:
            self._journal.write(snapshot)
        except JournalUnwrittenError as error:
            self.unwritten.emit(error)
