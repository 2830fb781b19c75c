"""The grid: the form as it lies on the table, one hand on the keys, no mouse."""

import unicodedata
from collections.abc import Mapping

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QHeaderView, QTableView, QWidget

from desktop.models.desk import Desk
from desktop.models.form_table_model import FormTableModel
from desktop.models.keys import Key
from desktop.views.mark_delegate import MarkDelegate
from desktop.views.theme import Theme

_K = Qt.Key

_NAMED: Mapping[int, str] = {
    _K.Key_Return: Key.ENTER,
    _K.Key_Enter: Key.ENTER,
    _K.Key_Backspace: Key.BACK,
    _K.Key_Escape: Key.LEAVE,
    _K.Key_Up: Key.UP,
    _K.Key_Down: Key.DOWN,
    _K.Key_Left: Key.LEFT,
    _K.Key_Right: Key.RIGHT,
    _K.Key_F4: Key.JUMP,
    _K.Key_F7: Key.VOID,
    _K.Key_F8: Key.DOUBT,
    _K.Key_F9: Key.PAUSE,
}
_LETTERS: Mapping[str, str] = {
    "-": Key.BACK,
    "=": Key.JUMP,
    "G": Key.JUMP,
    "V": Key.VOID,
    "D": Key.DOUBT,
    "P": Key.PAUSE,
}
_PAD_WITHOUT_DIGITS = {
    _K.Key_Insert, _K.Key_Delete, _K.Key_Home, _K.Key_End, _K.Key_PageUp, _K.Key_PageDown,
    _K.Key_Clear,
}  # fmt: skip
_REPEATING = {Key.BACK, *(Key.UP, Key.DOWN, Key.LEFT, Key.RIGHT)}
"""A key held down enters one mark; only what moves goes on."""
_SILENT = {
    _K.Key_Shift, _K.Key_Control, _K.Key_Alt, _K.Key_AltGr, _K.Key_Meta, _K.Key_CapsLock,
    _K.Key_NumLock, _K.Key_ScrollLock, _K.Key_unknown,
}  # fmt: skip


def key_of(event: QKeyEvent) -> str:
    """A Key, or the character; full-width digits are digits; empty for a modifier alone."""
    pressed = event.key()
    if pressed in _SILENT:
        return ""
    on_pad = bool(event.modifiers() & Qt.KeyboardModifier.KeypadModifier)
    arrows = {_K.Key_Up, _K.Key_Down, _K.Key_Left, _K.Key_Right}
    if on_pad and (pressed in _PAD_WITHOUT_DIGITS or pressed in arrows):
        return Key.NUM_LOCK
    if named := _NAMED.get(pressed):
        return named
    text = unicodedata.normalize("NFKC", event.text()).upper()
    return _LETTERS.get(text, text or "unknown")


class FormGrid(QTableView):
    """Shows a desk's form and hands every key to it."""

    help_requested = Signal()

    def __init__(self, desk: Desk, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.desk, self._theme = desk, theme
        self.form_model = FormTableModel(desk.plan, self)
        self.setModel(self.form_model)
        self.marks = MarkDelegate(desk.plan, theme, self)
        self.setItemDelegate(self.marks)
        self._set_up()
        desk.form_changed.connect(self.show_form)
        desk.cells_marked.connect(self.form_model.marks_changed)
        desk.cursor_moved.connect(self.show_cursor)
        self.show_form()

    def _set_up(self) -> None:
        self.setAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled, on=False)
        self.setAccessibleName(self.tr("Form"))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.verticalHeader().setDefaultSectionSize(self._theme.room["row"])
        header = DimensionHeader(self._theme, self)
        self.setHorizontalHeader(header)
        header.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)

    def show_form(self) -> None:
        """Another form is open, or none."""
        self.form_model.show_form(self.desk.form)
        self.show_cursor()

    def show_cursor(self) -> None:
        """Bring the current row to the middle, where the eye rests."""
        form = self.desk.form
        before = self.marks.current
        self.marks.at_end = form is not None and form.at_end
        cell = -1 if form is None else min(form.cursor, form.size - 1)
        self.marks.current = self.form_model.cell_index(cell) if form else self.rootIndex()
        self._repaint_row(before.row())
        self._repaint_row(self.marks.current.row())
        if self.marks.current.isValid():
            self.setCurrentIndex(self.marks.current)
            if before.row() != self.marks.current.row():
                row = self.marks.current.siblingAtColumn(1)
                self.scrollTo(row, QAbstractItemView.ScrollHint.PositionAtCenter)
        self.horizontalHeader().viewport().update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Every key is the desk's, but F1 and what the window itself has a shortcut for."""
        key = key_of(event)
        if event.key() == _K.Key_F1:
            self.help_requested.emit()
        elif _is_shortcut(event) or event.key() in (_K.Key_F10, _K.Key_Tab, _K.Key_Backtab):
            event.ignore()
        elif key and (key in _REPEATING or not event.isAutoRepeat()):
            self.desk.press(key)

    def focusNextPrevChild(self, next: bool) -> bool:  # noqa: A002  the name is Qt's
        return QWidget.focusNextPrevChild(self, next)

    def resizeEvent(self, event: QResizeEvent) -> None:
        room, columns = self._theme.room, len(self.desk.plan.dimensions)
        share = (self.viewport().width() * 5 // 9) // columns
        width = max(room["mark_least"], min(room["mark"], share))
        for column in range(1, columns + 1):
            self.setColumnWidth(column, width)
        super().resizeEvent(event)

    def _repaint_row(self, row: int) -> None:
        if row >= 0:
            top = self.rowViewportPosition(row)
            self.viewport().update(QRect(0, top, self.viewport().width(), self.rowHeight(row)))


class DimensionHeader(QHeaderView):
    """The dimensions' names; the one of the current cell stands out."""

    def __init__(self, theme: Theme, grid: FormGrid) -> None:
        super().__init__(Qt.Orientation.Horizontal, grid)
        self._theme, self._grid = theme, grid
        self.setSectionsClickable(False)
        self.setFixedHeight(self._lines() * theme.type["label"] * 3 // 2 + theme.room["step"])

    def _lines(self) -> int:
        longest = max(len(held.name) for held in self._grid.desk.plan.dimensions)
        return 2 if longest > 5 or len(self._grid.desk.plan.dimensions) > 6 else 1

    def paintSection(self, painter: QPainter, rect: QRect, index: int) -> None:
        """Names wrap; they are never cut to one line."""
        current = self._grid.marks.current
        is_current = current.isValid() and index == current.column() and index > 0
        colours = self._theme.colours
        painter.save()
        painter.fillRect(rect, colours["card"])
        painter.setFont(self._theme.font("label", bold=True))
        painter.setPen(colours["accent" if is_current else "quiet"])
        where = Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextWordWrap
        where |= Qt.AlignmentFlag.AlignHCenter if index else Qt.AlignmentFlag.AlignLeft
        room = rect.adjusted(0 if index else 8 * self._theme.room["step"], 0, 0, -2)
        text = self.model().headerData(
            index, Qt.Orientation.Horizontal, Qt.ItemDataRole.DisplayRole
        )
        painter.drawText(room, where | Qt.TextFlag.TextWrapAnywhere, str(text))
        painter.setPen(colours["line"])
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())
        painter.restore()

    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), self.height())


def _is_shortcut(event: QKeyEvent) -> bool:
    modifier = Qt.KeyboardModifier
    return bool(event.modifiers() & (modifier.ControlModifier | modifier.AltModifier))
