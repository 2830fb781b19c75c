"""Any table of a page: columns by title, rows of texts, and behind each row what it stands for."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from operator import itemgetter
from typing import Any

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
)
from PySide6.QtGui import QColor

AnyIndex = QModelIndex | QPersistentModelIndex
Role = Qt.ItemDataRole

KEY_ROLE = int(Role.UserRole)
"""What a row stands for."""

Sort = float | int | str | None


@dataclass(frozen=True, slots=True)
class Column:
    """Figures stand at the right of their column."""

    title: str
    is_number: bool = False


@dataclass(frozen=True, slots=True)
class Row:
    """`sorts` and `tones` are as many as `texts`, or empty; a tone is a colour of the theme.

    Without `sorts` a column of numbers is ordered by the numbers in its texts.
    """

    key: object
    texts: tuple[str, ...]
    sorts: tuple[Sort, ...] = ()
    tones: tuple[str, ...] = ()


class RowsModel(QAbstractTableModel):
    """Shows the rows that hold every word of a filter somewhere, by a column's order.

    It filters and orders by itself: a proxy would ask Python for every row, and for two cells a
    comparison, a second for the forms of one round.
    """

    def __init__(
        self,
        columns: Sequence[Column],
        colours: Mapping[str, QColor],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._columns, self._colours = tuple(columns), colours
        self._given: list[Row] = []
        self._rows: list[Row] = []
        self._column, self._falls = -1, False
        self._words: list[str] = []

    def show_rows(self, rows: Sequence[Row]) -> None:
        """Show these, filtered and ordered as those before."""
        self.beginResetModel()
        self._given = list(rows)
        self._rows = self._ordered()
        self.endResetModel()

    def filter_by(self, text: str) -> None:
        """Show rows with all these words; an empty text shows every row."""
        self.beginResetModel()
        self._words = text.casefold().split()
        self._rows = self._ordered()
        self.endResetModel()

    def rows(self) -> Sequence[Row]:
        """All rows, in the order they were given."""
        return self._given

    def shown(self) -> Sequence[Row]:
        """The rows that the filter leaves, in the order they are shown in."""
        return self._rows

    def place_of(self, key: object) -> int:
        """Where the row of this key stands, or -1."""
        return next((at for at, row in enumerate(self._rows) if row.key == key), -1)

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Order by a column; by -1 as the rows were given. Empty cells come last in both orders."""
        self.layoutAboutToBeChanged.emit()
        before = self.persistentIndexList()
        keys = [(self._rows[index.row()], index.column()) for index in before]
        self._column, self._falls = column, order == Qt.SortOrder.DescendingOrder
        self._rows = self._ordered()
        places = {id(row): at for at, row in enumerate(self._rows)}
        after = [self.index(places[id(row)], at) for row, at in keys]
        self.changePersistentIndexList(before, after)
        self.layoutChanged.emit()

    def rowCount(self, parent: AnyIndex = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: AnyIndex = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(self._columns)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = 0) -> Any:
        if orientation != Qt.Orientation.Horizontal:
            return None
        if role == Role.TextAlignmentRole:
            return self._side(section)
        return self._columns[section].title if role == Role.DisplayRole else None

    def data(self, index: AnyIndex, role: int = Role.DisplayRole) -> Any:
        if not index.isValid():
            return None
        row, at = self._rows[index.row()], index.column()
        if role in (Role.DisplayRole, Role.ToolTipRole):
            return row.texts[at]
        if role == Role.TextAlignmentRole:
            return self._side(at)
        if role == Role.ForegroundRole:
            return self._colours.get(row.tones[at]) if row.tones else None
        return row.key if role == KEY_ROLE else None

    def _side(self, column: int) -> Qt.AlignmentFlag:
        is_number = self._columns[column].is_number
        side = Qt.AlignmentFlag.AlignRight if is_number else Qt.AlignmentFlag.AlignLeft
        return side | Qt.AlignmentFlag.AlignVCenter

    def _ordered(self) -> list[Row]:
        wanted = [row for row in self._given if self._holds(row)] if self._words else self._given
        if self._column < 0:
            return list(wanted)
        sorts = [(self._sort_of(row), row) for row in wanted]
        held = [(_order(sort), row) for sort, row in sorts if sort is not None]
        held.sort(key=itemgetter(0), reverse=self._falls)
        return [row for _, row in held] + [row for sort, row in sorts if sort is None]

    def _holds(self, row: Row) -> bool:
        whole = "\n".join(row.texts).casefold()
        return all(word in whole for word in self._words)

    def _sort_of(self, row: Row) -> Sort:
        if row.sorts:
            return row.sorts[self._column]
        text = row.texts[self._column]
        return number_in(text) if self._columns[self._column].is_number else text


def number_in(text: str) -> Sort:
    """The number that a cell shows, as `1,234` or `12.5 %`; a cell without digits has none."""
    plain = text.replace(",", "").rstrip("% ")
    try:
        return float(plain)
    except ValueError:
        return text if any(map(str.isdigit, text)) else None


def _order(value: float | str) -> tuple[int, float, str]:
    """Numbers, then texts."""
    return (1, 0, value) if isinstance(value, str) else (0, value, "")
