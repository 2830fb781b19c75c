"""A short table that people write in: some columns are given, the others are typed."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, Qt, Signal

from desktop.models.plan_table_model import CHOICES_ROLE, MARK_ROLE, AnyIndex, Role


@dataclass(frozen=True, slots=True)
class WrittenColumn:
    """`choices` are the only texts that may stand there, where there are any."""

    title: str
    is_written: bool = True
    is_number: bool = False
    choices: tuple[str, ...] = ()


class WrittenModel(QAbstractTableModel):
    """Rows of texts; what they mean is read when somebody saves them."""

    changed = Signal()
    """Somebody wrote something."""

    def __init__(self, columns: Sequence[WrittenColumn], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.columns = list(columns)
        self._rows: list[list[str]] = []
        self._marks: Mapping[tuple[int, int], str] = {}

    def show_rows(self, rows: Sequence[Sequence[str]]) -> None:
        """Put these there; nobody wrote them."""
        self.beginResetModel()
        self._rows = [list(row) for row in rows]
        self._marks = {}
        self.endResetModel()

    def rows(self) -> list[tuple[str, ...]]:
        return [tuple(row) for row in self._rows]

    def mark(self, marks: Mapping[tuple[int, int], str]) -> None:
        """What is wrong, by row and column."""
        self._marks = marks
        if self._rows:
            last = self.index(len(self._rows) - 1, len(self.columns) - 1)
            self.dataChanged.emit(self.index(0, 0), last)

    def offer(self, column: int, choices: Sequence[str]) -> None:
        """The only texts that may stand in a column from now on."""
        self.columns[column] = replace(self.columns[column], choices=tuple(choices))

    def first_mark(self) -> str:
        """What is wrong first, or "" where nothing is."""
        return self._marks[min(self._marks)] if self._marks else ""

    def add(self, at: int) -> int:
        """An empty row after this one; where it stands."""
        place = min(max(at + 1, 0), len(self._rows))
        self.beginInsertRows(QModelIndex(), place, place)
        self._rows.insert(place, [""] * len(self.columns))
        self.endInsertRows()
        self.changed.emit()
        return place

    def remove(self, at: int) -> None:
        if not 0 <= at < len(self._rows):
            return
        self.beginRemoveRows(QModelIndex(), at, at)
        del self._rows[at]
        self.endRemoveRows()
        self.changed.emit()

    def fill(self, row: int, column: int, cells: Sequence[Sequence[str]], *, grows: bool) -> None:
        """Put in what a spreadsheet copied, from this cell on; given columns are passed over."""
        written = [at for at, held in enumerate(self.columns) if held.is_written and at >= column]
        self.beginResetModel()
        for place, line in enumerate(cells, max(row, 0)):
            if place >= len(self._rows):
                if not grows:
                    break
                self._rows.append([""] * len(self.columns))
            for at, text in zip(written, line, strict=False):
                self._rows[place][at] = text.strip()
        self._marks = {}
        self.endResetModel()
        self.changed.emit()

    def rowCount(self, parent: AnyIndex = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: AnyIndex = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(self.columns)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = 0) -> Any:
        if role != Role.DisplayRole:
            return None
        if orientation == Qt.Orientation.Horizontal:
            return self.columns[section].title
        return str(section + 1)

    def flags(self, index: AnyIndex) -> Qt.ItemFlag:
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        basic = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        is_written = self.columns[index.column()].is_written
        return basic | Qt.ItemFlag.ItemIsEditable if is_written else basic

    def data(self, index: AnyIndex, role: int = Role.DisplayRole) -> Any:
        if not index.isValid():
            return None
        held = self.columns[index.column()]
        match role:
            case Role.DisplayRole | Role.EditRole:
                return self._rows[index.row()][index.column()]
            case Role.TextAlignmentRole:
                side = Qt.AlignmentFlag.AlignRight if held.is_number else Qt.AlignmentFlag.AlignLeft
                return side | Qt.AlignmentFlag.AlignVCenter
            case _ if role == CHOICES_ROLE and held.choices:
                return [(text, text) for text in ("", *held.choices)]
            case _ if role in (MARK_ROLE, Role.ToolTipRole):
                return self._marks.get((index.row(), index.column()))
        return None

    def setData(self, index: AnyIndex, value: Any, role: int = Role.EditRole) -> bool:
        if not index.isValid() or role != Role.EditRole:
            return False
        if not self.columns[index.column()].is_written:
            return False
        self._rows[index.row()][index.column()] = str(value or "").strip()
        self._marks = {held: text for held, text in self._marks.items() if held[0] != index.row()}
        self.dataChanged.emit(index, index)
        self.changed.emit()
        return True
