"""A small table that is shown whole: it scrolls with its page and takes no key."""

from collections.abc import Sequence

from PySide6.QtCore import QAbstractItemModel, Qt
from PySide6.QtWidgets import QHeaderView, QSizePolicy, QTableView, QWidget

from desktop.models.rows_model import Column, Row, RowsModel
from desktop.views.parts import filled
from desktop.views.table_look import table_of
from desktop.views.theme import Theme


class PlainTable(QWidget):
    """As high as its rows."""

    def __init__(self, columns: Sequence[Column], name: str, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self.model = RowsModel(columns, theme.colours, self)
        self.table = _still(table_of(self.model, name, theme, wide=0))
        filled(self).addWidget(self.table)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def show_rows(self, rows: Sequence[Row]) -> None:
        self.model.show_rows(rows)
        self.table.setFixedHeight(self._needed(self.model))

    def _needed(self, model: QAbstractItemModel) -> int:
        row = self.table.verticalHeader().defaultSectionSize()
        head = self.table.horizontalHeader().sizeHint().height()
        bar = self.table.horizontalScrollBar().sizeHint().height()
        return head + row * model.rowCount() + bar


def _still(table: QTableView) -> QTableView:
    table.setSelectionMode(QTableView.SelectionMode.NoSelection)
    table.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    # the first column would give up its words for the others' room
    table.horizontalHeader().setSectionResizeMode(0, QHeaderView.ResizeMode.ResizeToContents)
    table.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    return table
