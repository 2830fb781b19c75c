"""A table with a line that filters it as one types; Enter or a double click opens a row."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from itertools import pairwise

from PySide6.QtCore import QModelIndex, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from desktop.models.rows_model import KEY_ROLE, Column, Row, RowsModel
from desktop.views.parts import filled, label
from desktop.views.table_look import table_of
from desktop.views.theme import Theme


class FilteredTable(QWidget):
    """`wide` is the column that takes the room the others leave; `name` is read aloud.

    Down in the filter goes to the table, Esc in the filter clears it. `tools` is the row with the
    filter, where a page may add choices of its own. A third click on a column's title brings back
    the order in which the rows were given.
    """

    row_chosen = Signal(object)
    """Enter or a double click: the key of the row."""
    current_changed = Signal(object)
    """The key of the row under the cursor, or None; told again when rows are shown anew."""

    def __init__(
        self, columns: Sequence[Column], name: str, theme: Theme, parent: QWidget, *, wide: int
    ) -> None:
        super().__init__(parent)
        step = theme.room["step"]
        self.model = RowsModel(columns, theme.colours, self)
        self.filter = self._filter_line(name, 36 * step)
        self.count = label(type="label", tone="quiet")
        self.table = table_of(self.model, name, theme, wide=wide)
        self._told: object = None
        self._is_filling = False
        self.tools = QHBoxLayout()
        self.tools.setSpacing(step)
        self.tools.addWidget(self.filter)
        self.tools.addWidget(self.count)
        self.tools.addStretch(1)
        column = filled(self)
        column.setSpacing(step)
        column.addLayout(self.tools)
        column.addWidget(self.table, 1)
        self._let_sort()
        self._connect()

    def show_rows(self, rows: Sequence[Row]) -> None:
        """Show these, and keep the cursor on the row it was on.

        Where that row is gone, the cursor stays at its place: on the row that came after it.
        """
        before, place = self.current(), self.table.currentIndex().row()
        with self._filling():
            self.model.show_rows(rows)
            self._count()
            if not self.select(before):
                self._move_to(place)
        self._tell(anew=True)

    def current(self) -> object:
        """The key of the row under the cursor, or None."""
        return self.table.currentIndex().data(KEY_ROLE)

    def select(self, key: object) -> bool:
        """Put the cursor on the row of this key, or on the first; whether it was found."""
        place = self.model.place_of(key)
        self._move_to(place)
        return place >= 0

    def shown_rows(self) -> Sequence[Row]:
        """What the filter leaves, in the order it is shown in."""
        return self.model.shown()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self.filter.hasFocus() and event.key() == Qt.Key.Key_Down:
            self.table.setFocus()
        elif self.filter.hasFocus() and event.key() == Qt.Key.Key_Escape and self.filter.text():
            self.filter.clear()
        elif self.table.hasFocus() and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._choose(self.table.currentIndex())
        else:
            super().keyPressEvent(event)

    def showEvent(self, event: QShowEvent) -> None:
        """Tab goes through the row of tools before it goes to the table, whatever a page added."""
        for one, other in pairwise([*self._tools(), self.table]):
            QWidget.setTabOrder(one, other)
        super().showEvent(event)

    def _tools(self) -> list[QWidget]:
        """Everything in the row that Tab stops at, from left to right."""
        items = [self.tools.itemAt(at) for at in range(self.tools.count())]
        held = [widget for item in items if item and (widget := item.widget())]
        return [stop for widget in held for stop in _stops(widget)]

    def _move_to(self, place: int) -> None:
        """The cursor to this row, or to the nearest there is."""
        if rows := self.model.rowCount():
            self.table.selectRow(min(max(place, 0), rows - 1))

    def _filter_line(self, name: str, widest: int) -> QLineEdit:
        made = QLineEdit()
        made.setPlaceholderText(self.tr("Filter…"))
        made.setAccessibleName(self.tr("Filter: {0}").format(name))
        made.setClearButtonEnabled(True)
        made.setMaximumWidth(widest)
        return made

    def _let_sort(self) -> None:
        """Before the first click the rows stand as they are given, and no title has an arrow."""
        header = self.table.horizontalHeader()
        header.setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
        header.setSortIndicatorClearable(True)
        self.table.setSortingEnabled(True)

    def _connect(self) -> None:
        self.filter.textChanged.connect(self._filter)
        self.table.doubleClicked.connect(self._choose)
        self.table.selectionModel().currentRowChanged.connect(self._follow)

    @contextmanager
    def _filling(self) -> Iterator[None]:
        """The cursor's way through rows that come and go is nobody's concern."""
        self._is_filling = True
        try:
            yield
        finally:
            self._is_filling = False

    @Slot()
    def _follow(self) -> None:
        if not self._is_filling:
            self._tell()

    def _tell(self, *, anew: bool = False) -> None:
        before, self._told = self._told, self.current()
        if anew or before != self._told:
            self.current_changed.emit(self._told)

    @Slot(str)
    def _filter(self, text: str) -> None:
        before = self.current()
        with self._filling():
            self.model.filter_by(text)
            self._count()
            self.select(before)
        self._tell()

    @Slot(QModelIndex)
    def _choose(self, index: QModelIndex) -> None:
        if index.isValid():
            self.row_chosen.emit(index.data(KEY_ROLE))

    def _count(self) -> None:
        shown, held = len(self.model.shown()), len(self.model.rows())
        filtered = self.tr("{0} of {1}").format(shown, held) if shown != held else ""
        self.count.setText(filtered)


def _stops(widget: QWidget) -> list[QWidget]:
    """Where Tab stops in a widget: at itself, or at what it holds."""
    if widget.focusPolicy() & Qt.FocusPolicy.TabFocus:
        return [widget]
    held = widget.findChildren(QWidget, options=Qt.FindChildOption.FindDirectChildrenOnly)
    return [stop for child in held if not child.isWindow() for stop in _stops(child)]
