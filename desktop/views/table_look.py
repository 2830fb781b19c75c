"""How a table of a page looks and is used: whole rows, no grid, Tab goes on to the next part."""

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import (
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
)

from desktop.views.theme import READABLE, Theme, contrast

_TELLING = ("warn", "bad", "good")
"""Tones that say something of a row: they say it of the row under the cursor too."""


class ToneDelegate(QStyledItemDelegate):
    """A telling tone stays where the row is chosen, if it is readable on that ground."""

    def __init__(self, theme: Theme, table: QTableView) -> None:
        super().__init__(table)
        ground = theme.colours["accent_ground"]
        inks = (theme.colours[name] for name in _TELLING)
        self._kept = {ink.rgb() for ink in inks if contrast(ink, ground) >= READABLE}

    def initStyleOption(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        super().initStyleOption(option, index)
        if option.state & QStyle.StateFlag.State_Selected:
            ink = index.data(Qt.ItemDataRole.ForegroundRole)
            if ink is not None and ink.rgb() in self._kept:
                palette = option.palette
                palette.setColor(QPalette.ColorRole.HighlightedText, ink)
                option.palette = palette


def table_of(model: QAbstractItemModel, name: str, theme: Theme, *, wide: int) -> QTableView:
    """A table of this model; column `wide` takes the room that the others leave."""
    table = QTableView()
    table.setModel(model)
    table.setItemDelegate(ToneDelegate(theme, table))
    table.setAccessibleName(name)
    table.setSelectionBehavior(QTableView.SelectionBehavior.SelectRows)
    table.setSelectionMode(QTableView.SelectionMode.SingleSelection)
    table.setTabKeyNavigation(False)
    table.setShowGrid(False)
    table.verticalHeader().hide()
    table.verticalHeader().setDefaultSectionSize(theme.room["row"])
    # figures stand at the right of their column, words at the left of the next
    step = theme.room["step"]
    table.setStyleSheet(
        f"QTableView::item, QHeaderView::section {{ padding: 0 {step}px; }}"
        f"QHeaderView::section {{ padding: {step // 2}px {step}px; }}"
    )
    table.setMinimumHeight(2 * theme.room["row"])
    header = table.horizontalHeader()
    header.setResizeContentsPrecision(20)  # rows looked at, of hundreds that are alike
    header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
    header.setSectionResizeMode(wide, QHeaderView.ResizeMode.Stretch)
    header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
    header.setHighlightSections(False)
    return table
