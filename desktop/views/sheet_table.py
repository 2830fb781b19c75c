"""A table that is written in like a sheet: its cells, its widths, and the keys it takes."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QFontMetrics, QKeyEvent, QPainter, QPen
from PySide6.QtWidgets import (
    QComboBox,
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from desktop.models.plan_table_model import CHOICES_ROLE, MARK_ROLE, AnyIndex
from desktop.views.check_box import draw_check
from desktop.views.theme import Theme


class SheetKeys(QObject):
    """Keys that a sheet takes before its table does: `act_of` gives what a key does, or None.

    A cell that is written in has the keys first; it hands on those that it has no use for.
    """

    def __init__(
        self, table: QTableView, act_of: Callable[[QKeyEvent], Callable[[], object] | None]
    ) -> None:
        super().__init__(table)
        self._table, self._act_of = table, act_of
        table.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and self._table.hasFocus():
            act = self._act_of(event) if event.type() == QEvent.Type.KeyPress else None
            if act:
                act()
                return True
        return super().eventFilter(watched, event)


class SheetDelegate(QStyledItemDelegate):
    """A red frame around what is wrong; a list where only some values may stand."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: AnyIndex) -> None:
        super().paint(painter, option, index)
        state = index.data(Qt.ItemDataRole.CheckStateRole)
        if state is not None:
            self._draw_check(painter, option, index, is_on=state == Qt.CheckState.Checked)
        if index.data(MARK_ROLE):
            painter.save()
            painter.setPen(QPen(self._theme.colours["bad"], 2))
            painter.drawRect(option.rect.adjusted(1, 1, -2, -2))
            painter.restore()

    def _draw_check(
        self, painter: QPainter, option: QStyleOptionViewItem, index: AnyIndex, *, is_on: bool
    ) -> None:
        held = QStyleOptionViewItem(option)
        self.initStyleOption(held, index)
        table = self.parent()
        assert isinstance(table, QTableView)
        part = QStyle.SubElement.SE_ItemViewItemCheckIndicator
        draw_check(
            painter, table.style().subElementRect(part, held, table), self._theme, is_on=is_on
        )

    def createEditor(
        self, parent: QWidget, option: QStyleOptionViewItem, index: AnyIndex
    ) -> QWidget:
        choices = index.data(CHOICES_ROLE)
        if choices is None:
            return super().createEditor(parent, option, index)
        made = QComboBox(parent)
        for value, words in choices:
            made.addItem(words, value)
        made.activated.connect(lambda: self._commit(made))
        return made

    def setEditorData(self, editor: QWidget, index: AnyIndex) -> None:
        if isinstance(editor, QComboBox):
            values = [value for value, _ in index.data(CHOICES_ROLE)]
            held = index.data(Qt.ItemDataRole.EditRole)
            editor.setCurrentIndex(values.index(held) if held in values else -1)
        else:
            super().setEditorData(editor, index)

    def setModelData(self, editor: QWidget, model: Any, index: AnyIndex) -> None:
        if not isinstance(editor, QComboBox):
            super().setModelData(editor, model, index)
        elif editor.currentIndex() >= 0:
            model.setData(index, editor.currentData(), Qt.ItemDataRole.EditRole)

    def _commit(self, editor: QComboBox) -> None:
        self.commitData.emit(editor)
        self.closeEditor.emit(editor, QStyledItemDelegate.EndEditHint.NoHint)


def keep_widths(table: QTableView, steps: Sequence[int], theme: Theme, *, wide: int) -> None:
    """Columns as wide as their heads and these: no cell is measured, however many there are."""
    header, model = table.horizontalHeader(), table.model()
    header.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
    step, measure = theme.room["step"], QFontMetrics(theme.font("label", bold=True))
    for at, least in enumerate(steps):
        title = model.headerData(at, Qt.Orientation.Horizontal, Qt.ItemDataRole.DisplayRole)
        header.resizeSection(
            at, max(least * step, measure.horizontalAdvance(str(title)) + 3 * step)
        )
    header.setSectionResizeMode(wide, QHeaderView.ResizeMode.Stretch)
    table.verticalHeader().setFixedWidth(5 * step)


def sheet(table: QTableView) -> QTableView:
    """A table whose single cells are chosen and written in."""
    table.setSelectionBehavior(QTableView.SelectionBehavior.SelectItems)
    table.setSelectionMode(QTableView.SelectionMode.ContiguousSelection)
    trigger = QTableView.EditTrigger
    table.setEditTriggers(trigger.AnyKeyPressed | trigger.EditKeyPressed | trigger.DoubleClicked)
    table.setShowGrid(True)
    table.setCornerButtonEnabled(False)
    own = "QTableCornerButton::section { background: transparent; border: none; }"
    table.setStyleSheet(table.styleSheet() + own)
    table.verticalHeader().show()
    table.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
    return table
