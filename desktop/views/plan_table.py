"""A list of a plan, written in like a sheet: cells, rows added, taken out and moved, pasting."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from PySide6.QtCore import QModelIndex, Qt, Signal, Slot
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence
from PySide6.QtWidgets import (
    QHBoxLayout,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from desktop.actions.agency_table import cells_of_text
from desktop.models.plan_draft import PlanDraft
from desktop.models.plan_table_model import (
    CHOICES_ROLE,
    Kind,
    PlanColumn,
    PlanTableModel,
)
from desktop.views.parts import button, label
from desktop.views.sheet_table import SheetDelegate, SheetKeys, keep_widths, sheet
from desktop.views.table_look import table_of
from desktop.views.theme import Theme

_WIDTHS = {
    Kind.TEXT: 12,
    Kind.CODE: 8,
    Kind.NUMBER: 11,
    Kind.WHOLE: 11,
    Kind.FLAG: 9,
    Kind.CHOICE: 13,
    Kind.FIXED: 7,
}
"""Steps that a column takes at least."""

CTRL, ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier


class PlanTable(QWidget):
    """The table and its buttons; `pasted` gives a text that the page understands by itself."""

    pasted = Signal(str)

    def __init__(  # noqa: PLR0913  a table is all of these
        self,
        draft: PlanDraft,
        name: str,
        title: str,
        columns: Sequence[PlanColumn],
        theme: Theme,
        parent: QWidget,
        *,
        wide: int = 1,
        grows: bool = False,
        takes_text: bool = False,
    ) -> None:
        super().__init__(parent)
        self.draft, self.place, self.title = draft, name, title
        self._marks: dict[str, str] = {}
        self._theme, self._takes_text, self._grows = theme, takes_text, grows
        self.model = PlanTableModel(draft, name, columns, self)
        self.table = sheet(table_of(self.model, title, theme, wide=wide))
        wide_enough = [max(_WIDTHS[held.kind], held.width) for held in self.model.columns]
        keep_widths(self.table, wide_enough, theme, wide=wide)
        self.table.setItemDelegate(SheetDelegate(theme, self.table))
        SheetKeys(self.table, self._act_of)
        self.wrong = label(type="label", tone="bad", wrap=True)
        self.add_button = button(self.tr("Add a row"))
        self.remove_button = button(self.tr("Take out"))
        self.up_button, self.down_button = button(self.tr("Up")), button(self.tr("Down"))
        self.tools = QHBoxLayout()
        self._lay_out(theme.room["step"])
        self._connect()
        self._fit()

    def show_value(self) -> None:
        """The model follows the draft by itself."""

    def holds(self, place: str) -> bool:
        return place == self.place or place.startswith(f"{self.place}[")

    def is_within(self, _: str) -> bool:
        return False

    def name_of(self, place: str) -> str:
        """A cell of the table as a person finds it."""
        index = self.model.index_of(place)
        if not index.isValid():
            return self.title
        head = self.model.columns[index.column()].title
        if "." not in place:
            return self.tr("{0}, row {1}").format(self.title, index.row() + 1)
        return self.tr("{0}, row {1}, {2}").format(self.title, index.row() + 1, head)

    def focus_on(self, place: str) -> None:
        """Go to the cell that a place names."""
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)
        index = self.model.index_of(place)
        if index.isValid():
            self.table.setCurrentIndex(index)
            self.table.scrollTo(index)

    def mark(self, marks: Mapping[str, str]) -> None:
        """Frame cells that are wrong; what is wrong with the list as a whole is said below."""
        self.model.mark(marks)
        whole = [text for place, text in marks.items() if not self.model.index_of(place).isValid()]
        here = marks.get(self._current_place(), "")
        self.wrong.setText(" ".join([*whole, here]).strip())
        self.wrong.setVisible(bool(self.wrong.text()))
        self._marks = dict(marks)

    @Slot()
    def add(self) -> None:
        """A new row under the current one, ready to be written in."""
        at = self.model.add(self._row() if self._row() >= 0 else self.model.rowCount())
        self._go(at, self._first_written())
        self.table.edit(self.table.currentIndex())

    @Slot()
    def remove(self) -> None:
        """Take out the rows that are chosen."""
        rows = {index.row() for index in self.table.selectionModel().selectedIndexes()}
        rows = rows or {self._row()}
        column = max(self.table.currentIndex().column(), 0)
        self.model.remove(sorted(rows))
        self._go(min(*rows, self.model.rowCount() - 1), column)

    def move_row(self, by: int) -> None:
        """Move the current row."""
        column = max(self.table.currentIndex().column(), 0)
        self._go(self.model.move(self._row(), by), column)

    def paste(self, text: str) -> None:
        """Put in what a spreadsheet copied, from the current cell on."""
        if self._takes_text:
            self.pasted.emit(text)
        elif text.strip():
            at = self.table.currentIndex()
            self.model.fill(at, cells_of_text(text.rstrip("\r\n")))
            self._go(max(at.row(), 0), max(at.column(), 0))

    def copy(self) -> None:
        """The chosen cells as a spreadsheet takes them."""
        chosen = self.table.selectionModel().selectedIndexes()
        rows = sorted({index.row() for index in chosen})
        columns = [self.model.columns[at] for at in sorted({index.column() for index in chosen})]
        lines = ["\t".join(self.model.text_at(row, held) for held in columns) for row in rows]
        QGuiApplication.clipboard().setText("\n".join(lines))

    def _act_of(self, event: QKeyEvent) -> Callable[[], object] | None:
        key, held = event.key(), event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if event.matches(QKeySequence.StandardKey.Paste):
            return lambda: self.paste(QGuiApplication.clipboard().text())
        if event.matches(QKeySequence.StandardKey.Copy):
            return self.copy
        if held == ALT and key in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            return lambda: self.move_row(-1 if key == Qt.Key.Key_Up else 1)
        if held == CTRL and key == Qt.Key.Key_Delete:
            return self.remove
        return None if held else self._plain_act(key)

    def _plain_act(self, key: int) -> Callable[[], object] | None:
        if key == Qt.Key.Key_Insert:
            return self.add
        if key == Qt.Key.Key_Delete:
            return self._clear
        return self._edit if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) else None

    def _edit(self) -> None:
        """Enter writes in a cell, and adds a row to a table that has none."""
        index = self.table.currentIndex()
        if not self.model.rowCount():
            self.add()
        elif index.flags() & Qt.ItemFlag.ItemIsEditable:
            self.table.edit(index)

    def _clear(self) -> None:
        index = self.table.currentIndex()
        if index.flags() & Qt.ItemFlag.ItemIsEditable and index.data(CHOICES_ROLE) is None:
            self.model.setData(index, "")

    def _go(self, row: int, column: int) -> None:
        self._fit()
        self.table.setFocus()
        self.table.setCurrentIndex(self.model.index(row, column))

    def _row(self) -> int:
        return self.table.currentIndex().row()

    def _first_written(self) -> int:
        """The column where a new row is begun: the name, where there is one."""
        keys = [column.key for column in self.model.columns]
        return keys.index("name") if "name" in keys else 0

    def _current_place(self) -> str:
        index = self.table.currentIndex()
        return self.model.place(index) if index.isValid() else ""

    @Slot(QModelIndex)
    def _say_here(self) -> None:
        """What is wrong in the cell under the cursor."""
        self.mark(self._marks)

    def _connect(self) -> None:
        self.add_button.clicked.connect(self.add)
        self.remove_button.clicked.connect(self.remove)
        self.up_button.clicked.connect(lambda: self.move_row(-1))
        self.down_button.clicked.connect(lambda: self.move_row(1))
        self.table.selectionModel().currentChanged.connect(self._say_here)
        self.model.modelReset.connect(self._fit)

    @Slot()
    def _fit(self) -> None:
        """As high as its rows, where the page scrolls."""
        if not self._grows:
            row = self._theme.room["row"]
            head = self.table.horizontalHeader().sizeHint().height()
            self.table.setFixedHeight(head + row * max(self.model.rowCount(), 1) + 4)

    def _lay_out(self, step: int) -> None:
        for made, key in (
            (self.add_button, "Insert"),
            (self.remove_button, "Ctrl+Del"),
            (self.up_button, "Alt+↑"),
            (self.down_button, "Alt+↓"),
        ):
            made.setToolTip(key)
            made.setAccessibleDescription(self.title)
            self.tools.addWidget(made)
        self.tools.setSpacing(step)
        self.tools.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(step)
        if self._grows:
            self.table.setMinimumHeight(6 * self._theme.room["row"])
            self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Expanding)
        column.addWidget(self.table, 1)
        column.addWidget(self.wrong)
        column.addLayout(self.tools)
        self.wrong.hide()
        self.setFocusProxy(self.table)
