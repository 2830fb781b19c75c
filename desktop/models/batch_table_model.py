"""Batches as a table: code, channel, forms on the slip, keyed, void, left."""

from collections.abc import Sequence
from enum import IntEnum
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from desktop.store.clerk_queries import BatchWork
from desktop.tally.plan import Plan

AnyIndex = QModelIndex | QPersistentModelIndex
DisplayRole = Qt.ItemDataRole.DisplayRole


class BatchColumn(IntEnum):
    CODE = 0
    CHANNEL = 1
    COUNT = 2
    KEYED = 3
    VOID = 4
    LEFT = 5
    STATE = 6


class BatchTableModel(QAbstractTableModel):
    """Shows what `clerk_queries.batch_work` returns."""

    def __init__(self, plan: Plan, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._channels = {held.code: held.name for held in plan.channels}
        self._titles = (
            self.tr("Batch"),
            self.tr("Channel"),
            self.tr("On the slip"),
            self.tr("Keyed"),
            self.tr("Void"),
            self.tr("Left"),
            self.tr("State"),
        )
        self._batches: list[BatchWork] = []

    def show_batches(self, batches: Sequence[BatchWork]) -> None:
        self.beginResetModel()
        self._batches = list(batches)
        self.endResetModel()

    def code_at(self, row: int) -> str:
        """The code of the batch in a row."""
        return self._batches[row].code

    def rowCount(self, parent: AnyIndex = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(self._batches)

    def columnCount(self, parent: AnyIndex = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(BatchColumn)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = DisplayRole) -> Any:
        if orientation != Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _alignment(section)
        return self._titles[section] if role == DisplayRole else None

    def data(self, index: AnyIndex, role: int = DisplayRole) -> Any:
        if not index.isValid():
            return None
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _alignment(index.column())
        if role != DisplayRole:
            return None
        return self._text(self._batches[index.row()], index.column())

    def _text(self, batch: BatchWork, column: int) -> str:
        match column:
            case BatchColumn.CODE:
                return batch.code
            case BatchColumn.CHANNEL:
                return self._channels.get(batch.channel, batch.channel)
            case BatchColumn.STATE:
                return self.tr("closed") if batch.closed else self.tr("open")
        figures = {
            BatchColumn.COUNT: batch.count,
            BatchColumn.KEYED: batch.keyed,
            BatchColumn.VOID: batch.void,
            BatchColumn.LEFT: batch.left,
        }
        return str(figures[BatchColumn(column)])


def _alignment(column: int) -> Qt.AlignmentFlag:
    """Figures stand at the right, under their titles."""
    is_figure = BatchColumn.COUNT <= column <= BatchColumn.LEFT
    side = Qt.AlignmentFlag.AlignRight if is_figure else Qt.AlignmentFlag.AlignLeft
    return side | Qt.AlignmentFlag.AlignVCenter
