"""One person's stretches of work on record, the newest first: when, how much, how long."""

from collections.abc import Sequence
from enum import IntEnum
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from desktop.models.times import hours, in_words, local
from desktop.store.work_queries import WorkStretch

AnyIndex = QModelIndex | QPersistentModelIndex
DisplayRole = Qt.ItemDataRole.DisplayRole


class StretchColumn(IntEnum):
    BEGAN = 0
    ENDED = 1
    FORMS = 2
    PRESSES = 3
    WORKED = 4
    PAUSES = 5


class StretchTableModel(QAbstractTableModel):
    """Shows what `work_queries.work_stretches` returns for one operator."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._titles = (
            self.tr("From"),
            self.tr("To"),
            self.tr("Forms"),
            self.tr("Presses"),
            self.tr("At work"),
            self.tr("Pauses"),
        )
        self._day, self._hour = self.tr("d MMM H:mm"), self.tr("H:mm")
        self._stretches: list[WorkStretch] = []

    def show_stretches(self, stretches: Sequence[WorkStretch]) -> None:
        """In the order of the chain; they are shown the other way round."""
        self.beginResetModel()
        self._stretches = list(reversed(stretches))
        self.endResetModel()

    def rowCount(self, parent: AnyIndex = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(self._stretches)

    def columnCount(self, parent: AnyIndex = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(StretchColumn)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = DisplayRole) -> Any:
        if orientation == Qt.Orientation.Horizontal:
            if role == DisplayRole:
                return self._titles[section]
            if role == Qt.ItemDataRole.TextAlignmentRole:
                return _side(section)
        return None

    def data(self, index: AnyIndex, role: int = DisplayRole) -> Any:
        if not index.isValid():
            return None
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _side(index.column())
        if role != DisplayRole:
            return None
        return self._text(self._stretches[index.row()], index.column())

    def _text(self, held: WorkStretch, column: int) -> str:
        match column:
            case StretchColumn.BEGAN:
                return in_words(local(held.began), self._day)
            case StretchColumn.ENDED:
                return in_words(local(held.ended), self._hour)
            case StretchColumn.FORMS:
                return str(held.forms)
            case StretchColumn.PRESSES:
                return f"{held.presses:,}"
            case StretchColumn.WORKED:
                return hours(held.seconds)
        return hours(held.pauses)


def _side(column: int) -> Qt.AlignmentFlag:
    is_number = column >= StretchColumn.FORMS
    side = Qt.AlignmentFlag.AlignRight if is_number else Qt.AlignmentFlag.AlignLeft
    return side | Qt.AlignmentFlag.AlignVCenter
