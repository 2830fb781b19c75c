"""A table that is written in like a sheet: Enter writes, Ctrl+V pastes from a spreadsheet."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QStyledItemDelegate, QWidget

from desktop.actions.agency_table import cells_of_text
from desktop.models.written_model import WrittenColumn, WrittenModel
from desktop.views.parts import filled, label
from desktop.views.sheet_table import SheetDelegate, SheetKeys, keep_widths, sheet
from desktop.views.table_look import table_of
from desktop.views.theme import Theme

_CTRL = Qt.KeyboardModifier.ControlModifier
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class WrittenTable(QWidget):
    """`grows` lets people add rows (Insert) and take them out (Ctrl+Delete)."""

    changed = Signal()

    def __init__(
        self,
        columns: Sequence[WrittenColumn],
        name: str,
        theme: Theme,
        parent: QWidget,
        *,
        wide: int,
        grows: bool = False,
    ) -> None:
        super().__init__(parent)
        self._grows = grows
        self.model = WrittenModel(columns, self)
        self.table = sheet(table_of(self.model, name, theme, wide=wide))
        keep_widths(self.table, [14] * len(columns), theme, wide=wide)
        delegate = SheetDelegate(theme, self.table)
        self.table.setItemDelegate(delegate)
        delegate.closeEditor.connect(self._go_on)
        SheetKeys(self.table, self._act_of)
        self.wrong = label(type="label", tone="bad", wrap=True)
        column = filled(self)
        column.setSpacing(theme.room["step"] // 2)
        column.addWidget(self.table, 1)
        column.addWidget(self.wrong)
        self.wrong.hide()
        self.setFocusProxy(self.table)
        self.model.changed.connect(self.changed)
        self.model.dataChanged.connect(self._say_wrong)

    def show_rows(self, rows: Sequence[Sequence[str]]) -> None:
        """Put these there, with the cursor on the first cell that is written."""
        self.model.show_rows(rows)
        self._go(0, self._first_written())
        self._say_wrong()

    def mark(self, row: int, column: int, sentence: str) -> None:
        """Frame a cell that is wrong, go there, and say what is wrong with it."""
        self.model.mark({(row, column): sentence})
        self.table.setFocus()
        self._go(row, column)
        self._say_wrong()

    def add(self) -> None:
        """A new row under the current one, ready to be written in."""
        self._go(self.model.add(self._row()), self._first_written())
        self.table.setFocus()
        self.table.edit(self.table.currentIndex())

    def remove(self) -> None:
        at = self._row()
        self.model.remove(at)
        self._go(min(at, self.model.rowCount() - 1), self._first_written())

    def paste(self, text: str) -> None:
        """Put in what a spreadsheet copied, from the current cell on."""
        if text.strip():
            at = self.table.currentIndex()
            row, column = max(at.row(), 0), max(at.column(), 0)
            self.model.fill(row, column, cells_of_text(text.rstrip("\r\n")), grows=self._grows)
            self._go(row, column)

    def _act_of(self, event: QKeyEvent) -> Callable[[], object] | None:
        key, held = event.key(), event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if event.matches(QKeySequence.StandardKey.Paste):
            return lambda: self.paste(QGuiApplication.clipboard().text())
        if self._grows and held == _CTRL and key == Qt.Key.Key_Delete:
            return self.remove
        if held:
            return None
        if self._grows and key == Qt.Key.Key_Insert:
            return self.add
        if key == Qt.Key.Key_Delete:
            return self._clear
        return self._edit if key in _ENTER else None

    def _edit(self) -> None:
        """Enter writes in a cell, and adds a row to a table that has none."""
        index = self.table.currentIndex()
        if not self.model.rowCount() and self._grows:
            self.add()
        elif index.flags() & Qt.ItemFlag.ItemIsEditable:
            self.table.edit(index)

    def _clear(self) -> None:
        index = self.table.currentIndex()
        if index.flags() & Qt.ItemFlag.ItemIsEditable:
            self.model.setData(index, "")

    def _go_on(self, _: QWidget, hint: QStyledItemDelegate.EndEditHint) -> None:
        """Enter in a cell goes to the one below: a column is typed without the arrows."""
        if hint == QStyledItemDelegate.EndEditHint.SubmitModelCache:
            at = self.table.currentIndex()
            self._go(at.row() + 1, at.column())

    def _go(self, row: int, column: int) -> None:
        index = self.model.index(row, column)
        if index.isValid():
            self.table.setCurrentIndex(index)
            self.table.scrollTo(index)

    def _row(self) -> int:
        return self.table.currentIndex().row()

    def _first_written(self) -> int:
        return next(at for at, held in enumerate(self.model.columns) if held.is_written)

    def _say_wrong(self) -> None:
        """What is wrong anywhere: the first is named, and its cell has a red frame."""
        text = self.model.first_mark()
        self.wrong.setText(text)
        self.wrong.setVisible(bool(text))
