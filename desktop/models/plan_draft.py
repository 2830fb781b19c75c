"""The plan that is being written: every edit can be undone, and none is lost with the program."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from desktop.jobs import JobRunner
from desktop.store.errors import JournalUnwrittenError
from desktop.store.journal import Journal
from desktop.tally import plan_draft as drafts
from desktop.tally.plan_draft import Value
from desktop.tally.plan_draft_findings import Findings, look_into

_KEEP, _LOOK = 700, 150
"""Milliseconds from an edit until it is kept on the disk, and until its mistakes are told."""


@dataclass(frozen=True, slots=True)
class _Step:
    """What can be undone: the plan before, and where it was changed."""

    before: Value
    place: str


class PlanDraft(QObject):
    """Values as a plan's file holds them, at places such as `agencies[3].name`."""

    changed = Signal(str)
    """The place of one value, or the name of a list whose rows are others; "" for the whole."""
    checked = Signal(object)
    """Findings, soon after an edit."""
    kept_changed = Signal()
    """Another file, other names, or an edit: what the head of the page says."""
    unwritten = Signal(object)
    """The error of a disk that will not keep the draft."""

    def __init__(
        self, value: Value, journal: Journal, jobs: JobRunner, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self.value = value
        self.path: Path | None = None
        """The file it was last read from or written to."""
        self.names: tuple[str, ...] = ()
        """Who approved it."""
        self._journal, self._jobs = journal, jobs
        self._filed: Value | None = value
        self._undone: list[_Step] = []
        self._steps: list[_Step] = []
        self._typed = ""
        self._findings: Findings | None = None
        self._keeping = _timer(self, _KEEP, self._write)
        self._looking = _timer(self, _LOOK, self._look)

    def at(self, place: str) -> Any:
        """What stands at a place."""
        return drafts.value_at(self.value, place)

    @property
    def is_filed(self) -> bool:
        """Whether it is as its file, or as what it was begun from, holds it."""
        return self._filed is not None and self.value == self._filed

    @property
    def findings(self) -> Findings:
        """What stands against it as it is now."""
        if self._findings is None:
            self._look()
        assert self._findings
        return self._findings

    def change(self, place: str, new: Any) -> None:
        """Put another value at a place; keys one after the other there are undone at once."""
        old = self.at(place)
        if (type(old), old) != (type(new), new):  # True is no 1 here
            self._take(drafts.with_value(self.value, place, new), place, typed=place)

    def change_code(self, name: str, row: int, code: str) -> None:
        """Give a row of a list another code, wherever it is named."""
        if self.at(f"{name}[{row}].code") != code:
            place = f"{name}[{row}].code"
            self._take(drafts.with_code(self.value, name, row, code), place, tell="")

    def change_rows(self, name: str, rows: Sequence[Value]) -> None:
        """Put other rows, or the same in another order, in a list."""
        self._take(drafts.with_rows(self.value, name, rows), name)

    def take(self, value: Value, place: str = "") -> None:
        """Take another plan for this one; one step to undo."""
        self._take(value, place, tell="")

    @Slot()
    def undo(self) -> str | None:
        """Go back by one step; the place it was at, or None where there is none."""
        return self._step(self._steps, self._undone)

    @Slot()
    def redo(self) -> str | None:
        """Go forward again by one step."""
        return self._step(self._undone, self._steps)

    @property
    def can_undo(self) -> bool:
        return bool(self._steps)

    @property
    def can_redo(self) -> bool:
        return bool(self._undone)

    def approve(self, names: tuple[str, ...]) -> None:
        """Keep who approved it."""
        self.names = names
        self._touch()

    def filed(self, path: Path) -> None:
        """It was written to this file, or read from it."""
        self.path, self._filed = path, self.value
        self._touch()

    def restore(self, held: dict[str, Any]) -> None:
        """Go on from a snapshot; ValueError, KeyError or TypeError where it is none."""
        self.value, _ = drafts.draft_value(dict(held["value"]))
        self.path = Path(held["path"]) if held["path"] else None
        self.names = tuple(str(name) for name in held["names"])
        self._filed = self.value if held["filed"] else None

    def snapshot(self) -> dict[str, Any]:
        return {
            "value": self.value,
            "path": str(self.path or ""),
            "names": list(self.names),
            "filed": self.is_filed,
        }

    def keep(self) -> None:
        """Wait until what was changed is on the disk."""
        if self._keeping.isActive():
            self._keeping.stop()
            self._write()
        self._jobs.drain()

    def drop(self) -> None:
        """It is founded, or nobody wants it: nothing is kept any more."""
        self._keeping.stop()
        self._jobs.post(self._journal.clear)
        self._jobs.drain()

    def _take(self, value: Value, place: str, *, typed: str = "", tell: str | None = None) -> None:
        goes_on = typed and typed == self._typed and self._steps
        if not goes_on:
            self._steps.append(_Step(self.value, place))
        self._typed, self._undone = typed, []
        self._show(value, place if tell is None else tell)

    def _step(self, taken: list[_Step], given: list[_Step]) -> str | None:
        if not taken:
            return None
        step = taken.pop()
        given.append(_Step(self.value, step.place))
        self._typed = ""
        self._show(step.before, "")
        return step.place

    def _show(self, value: Value, place: str) -> None:
        self.value, self._findings = value, None
        self.changed.emit(place)
        self._looking.start()
        self._touch()

    def _touch(self) -> None:
        if not self._keeping.isActive():  # keys that follow one another never put it off
            self._keeping.start()
        self.kept_changed.emit()

    @Slot()
    def _look(self) -> None:
        self._looking.stop()
        if self._findings is None:
            self._findings = look_into(self.value)
        self.checked.emit(self._findings)

    @Slot()
    def _write(self) -> None:
        self._jobs.post(partial(self._keep_on_disk, self.snapshot()))

    def _keep_on_disk(self, snapshot: dict[str, Any]) -> None:
        try:
            self._journal.write(snapshot)
        except JournalUnwrittenError as error:
            self.unwritten.emit(error)


def _timer(owner: PlanDraft, delay: int, then: Callable[[], None]) -> QTimer:
    timer = QTimer(owner)
    timer.setSingleShot(True)
    timer.setInterval(delay)
    timer.timeout.connect(then)
    return timer
