"""A plain QTableWidget keyed with the same keys: the least that Qt's own table costs a key."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QWindow
from PySide6.QtWidgets import QMainWindow, QTableWidget, QTableWidgetItem

from desktop.tally.plan import Plan

_FILLS = {"7": "1", "8": "2", "9": "3", "/": "0"}


class BareTable(QTableWidget):
    """In a window of its own; every key sets texts and moves the current cell."""

    def __init__(self, plan: Plan) -> None:
        super().__init__(len(plan.agencies), len(plan.dimensions))
        self.setVerticalHeaderLabels([agency.name for agency in plan.agencies])
        self.setHorizontalHeaderLabels([dimension.name for dimension in plan.dimensions])
        self._window = QMainWindow()
        self._window.setCentralWidget(self)
        self._window.resize(1366, 768)
        self._window.show()
        self.begin()

    @property
    def handle(self) -> QWindow:
        return self._window.windowHandle()

    def begin(self) -> None:
        """Another form: every cell is empty, the first one is next."""
        self._cell, self._steps = 0, list[int]()
        for row in range(self.rowCount()):
            for column in range(self.columnCount()):
                self.setItem(row, column, QTableWidgetItem())
        self.setFocus()
        self._show_cell()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802  the name is Qt's
        text, width = event.text(), self.columnCount()
        if event.key() == Qt.Key.Key_Backspace:
            self._cell, end = self._steps.pop(), self._cell
            self._set(self._cell, end, "")
        else:
            fills = text in _FILLS
            end = self._cell - self._cell % width + width if fills else self._cell + 1
            self._set(self._cell, end, _FILLS.get(text, text))
            self._steps.append(self._cell)
            self._cell = end
        self._show_cell()

    def leave(self) -> None:
        """Close the table's window."""
        self._window.close()

    def _set(self, start: int, end: int, text: str) -> None:
        for cell in range(start, end):
            item = self.item(*divmod(cell, self.columnCount()))
            assert item
            item.setText(text)

    def _show_cell(self) -> None:
        last = self.rowCount() * self.columnCount() - 1
        self.setCurrentCell(*divmod(min(self._cell, last), self.columnCount()))
