"""Papers of a desk one below the other: due, open, done, and nothing of what was keyed."""

from collections.abc import Collection
from dataclasses import dataclass
from enum import IntEnum
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

AnyIndex = QModelIndex | QPersistentModelIndex


class DueRole(IntEnum):
    """What a line tells its delegate beside its name."""

    STATE = Qt.ItemDataRole.UserRole
    TONE = Qt.ItemDataRole.UserRole + 1
    """`text`, `accent` or `quiet`: a colour of the theme."""


@dataclass(frozen=True, slots=True)
class _Line:
    name: str
    state: str
    tone: str


class DueListModel(QAbstractListModel):
    """Names in their order, each once."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._lines: list[_Line] = []

    def show_due(self, due: Collection[str], done: Collection[str], current: str) -> None:
        """Names due and done; `current` is open, or empty."""
        names = sorted({*due, *done, *([current] if current else [])})
        self.beginResetModel()
        self._lines = [self._line(name, current, done) for name in names]
        self.endResetModel()

    def row_of(self, name: str) -> int:
        """The row of a name, or -1."""
        return next((row for row, line in enumerate(self._lines) if line.name == name), -1)

    def rowCount(self, parent: AnyIndex = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(self._lines)

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        line = self._lines[index.row()]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return line.name
            case DueRole.STATE:
                return line.state
            case DueRole.TONE:
                return line.tone
            case Qt.ItemDataRole.AccessibleTextRole:
                return f"{line.name} {line.state}"
        return None

    def _line(self, name: str, current: str, done: Collection[str]) -> _Line:
        if name == current:
            return _Line(name, self.tr("open"), "accent")
        if name in done:
            return _Line(name, self.tr("done"), "quiet")
        return _Line(name, self.tr("due"), "text")
