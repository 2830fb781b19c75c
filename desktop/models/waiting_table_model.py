"""What waits for somebody, a row each; the last column is a number."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

AnyIndex = QModelIndex | QPersistentModelIndex
Role = Qt.ItemDataRole


@dataclass(frozen=True, slots=True)
class Waiting:
    """A row: what it opens, and what stands in its columns."""

    name: str
    texts: tuple[str, ...]


class WaitingTableModel(QAbstractTableModel):
    """The titles are as many as each row's texts."""

    def __init__(self, titles: Sequence[str], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._titles = tuple(titles)
        self._rows: list[Waiting] = []

    def show_rows(self, rows: Sequence[Waiting]) -> None:
        self.beginResetModel()
        self._rows = list(rows)
        self.endResetModel()

    def name_at(self, row: int) -> str:
        """What a row opens."""
        return self._rows[row].name

    def rowCount(self, parent: AnyIndex = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: AnyIndex = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(self._titles)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = 0) -> Any:
        if orientation != Qt.Orientation.Horizontal:
            return None
        if role == Role.TextAlignmentRole:
            return self._side(section)
        return self._titles[section] if role == Role.DisplayRole else None

    def data(self, index: AnyIndex, role: int = Role.DisplayRole) -> Any:
        if not index.isValid():
            return None
        if role == Role.TextAlignmentRole:
            return self._side(index.column())
        shown = role in (Role.DisplayRole, Role.ToolTipRole)
        return self._rows[index.row()].texts[index.column()] if shown else None

    def _side(self, column: int) -> Qt.AlignmentFlag:
        is_last = column == len(self._titles) - 1
        side = Qt.AlignmentFlag.AlignRight if is_last else Qt.AlignmentFlag.AlignLeft
        return side | Qt.AlignmentFlag.AlignVCenter
