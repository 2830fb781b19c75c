"""Light bands behind rows of a table that stand apart; what they mean is said in words as well."""

from collections.abc import Set as AbstractSet

from PySide6.QtCore import QModelIndex, QPersistentModelIndex
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyle, QStyleOptionViewItem, QTableView

from desktop.models.rows_model import KEY_ROLE
from desktop.views.table_look import ToneDelegate
from desktop.views.theme import Theme


class RowBands(ToneDelegate):
    """A band behind every row whose key was named; the row under the cursor keeps its own look."""

    def __init__(self, theme: Theme, table: QTableView) -> None:
        super().__init__(theme, table)
        self._ground = theme.colours["empty"]
        self._keys: AbstractSet[object] = frozenset()
        table.setItemDelegate(self)
        self._table = table

    def mark(self, keys: AbstractSet[object]) -> None:
        """The rows that have a band from now on."""
        self._keys = keys
        self._table.viewport().update()

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        chosen = option.state & QStyle.StateFlag.State_Selected
        if not chosen and index.data(KEY_ROLE) in self._keys:
            painter.fillRect(option.rect, self._ground)
        super().paint(painter, option, index)
