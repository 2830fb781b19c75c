"""A table's rows for a spreadsheet: as shown, in the order shown, columns kept apart by tabs."""

from PySide6.QtCore import QModelIndex, QObject, Qt, Slot
from PySide6.QtGui import QGuiApplication, QKeySequence, QShortcut
from PySide6.QtWidgets import QTableView, QWidget

from desktop.views.message_line import MessageLine


class TableCopy(QObject):
    """Ctrl+C anywhere in `owner`, but in a line with text chosen, copies its table and says so."""

    def __init__(self, table: QTableView, message: MessageLine, owner: QWidget) -> None:
        super().__init__(owner)
        self._table, self._message = table, message
        keys = QShortcut(QKeySequence(QKeySequence.StandardKey.Copy), owner)
        keys.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        keys.activated.connect(self.copy)

    @Slot()
    def copy(self) -> None:
        """Rows and columns as shown, with their titles."""
        count = copy_table(self._table)
        text = self.tr(
            "%n row(s) copied with their titles: paste them into a spreadsheet.", "", count
        )
        self._message.say(text, tone="good")


def copy_table(table: QTableView) -> int:
    """Put what the table shows on the clipboard, titles first; how many rows that are."""
    model = table.model()
    columns = _shown_columns(table)
    lines = ["\t".join(_line(str(_title(table, column))) for column in columns)]
    for row in range(model.rowCount(QModelIndex())):
        cells = (model.index(row, column).data() for column in columns)
        lines.append("\t".join(_line(str(cell or "")) for cell in cells))
    QGuiApplication.clipboard().setText("\n".join(lines) + "\n")
    return len(lines) - 1


def _shown_columns(table: QTableView) -> list[int]:
    header = table.horizontalHeader()
    every = [header.logicalIndex(place) for place in range(header.count())]
    return [column for column in every if not table.isColumnHidden(column)]


def _title(table: QTableView, column: int) -> object:
    return table.model().headerData(column, Qt.Orientation.Horizontal)


def _line(text: str) -> str:
    """A cell on one line: a tab or a new line in it would begin another cell."""
    return " ".join(text.split())
