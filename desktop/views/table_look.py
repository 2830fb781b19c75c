"""How a table of a page looks and is used: whole rows, no grid, Tab goes on to the next part."""

from PySide6.QtCore import QAbstractItemModel, Qt
from PySide6.QtWidgets import QHeaderView, QTableView

from desktop.views.theme import Theme


def table_of(model: QAbstractItemModel, name: str, theme: Theme, *, wide: int) -> QTableView:
    """A table of this model; column `wide` takes the room that the others leave."""
    table = QTableView()
    table.setModel(model)
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
