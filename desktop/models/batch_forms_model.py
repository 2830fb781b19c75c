"""The numbers of a batch, one after the other, each with where it stands."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import IntEnum
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from desktop.store.clerk_queries import FormLine
from desktop.tally.form import FormState
from desktop.tally.keyings import FormStage
from desktop.tally.plan import Plan

AnyIndex = QModelIndex | QPersistentModelIndex


class LineRole(IntEnum):
    """What a line tells its delegate."""

    NUMBER = Qt.ItemDataRole.UserRole
    TONE = Qt.ItemDataRole.UserRole + 1
    """`quiet`, `accent`, `warn` or `bad`: a colour of the theme."""


@dataclass(frozen=True, slots=True)
class _Line:
    number: int
    text: str
    tone: str


class BatchFormsModel(QAbstractListModel):
    """Numbers of the slip and beyond it, in order; the open one says so."""

    def __init__(self, plan: Plan, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._reasons = {reason.code: reason.name for reason in plan.void_reasons}
        self._lines: list[_Line] = []

    def show_batch(self, count: int, forms: Sequence[FormLine], current: int | None) -> None:
        """The slip's numbers, with every form known and the one that is being keyed."""
        held = {form.number: form for form in forms}
        numbers = sorted({*range(1, count + 1), *held, *([current] if current else [])})
        self.beginResetModel()
        self._lines = [self._line(number, held.get(number), current, count) for number in numbers]
        self.endResetModel()

    def row_of(self, number: int) -> int:
        """The row of a number, or -1."""
        return next((row for row, line in enumerate(self._lines) if line.number == number), -1)

    def rowCount(self, parent: AnyIndex = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(self._lines)

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        line = self._lines[index.row()]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return line.text
            case LineRole.NUMBER:
                return line.number
            case LineRole.TONE:
                return line.tone
            case Qt.ItemDataRole.AccessibleTextRole:
                return f"{line.number:03d} {line.text}"
        return None

    def _line(self, number: int, form: FormLine | None, current: int | None, count: int) -> _Line:
        if number == current:
            return _Line(number, self.tr("open"), "accent")
        if form is None:
            return _Line(number, "—", "quiet")
        if form.stage is FormStage.DOUBTFUL:
            return _Line(number, self.tr("doubtful"), "warn")
        if form.state is FormState.VOID:
            reason = self._reasons.get(form.void, form.void)
            return _Line(number, self.tr("void {0}").format(reason), "bad")
        if number > count:
            return _Line(number, self.tr("beyond slip"), "warn")
        return _Line(number, self.tr("saved"), "quiet")
