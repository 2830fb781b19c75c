"""The opinions that were keyed: filtered as one types, opened for correction by Enter."""

from html import escape

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QHelpEvent, QKeyEvent
from PySide6.QtWidgets import QToolTip, QWidget

from desktop.models.opinion_desk import OpinionList
from desktop.models.rows_model import Column, Row
from desktop.store.opinion_queries import OpinionLine
from desktop.tally.plan import Plan
from desktop.views.filtered_table import FilteredTable
from desktop.views.parts import filled
from desktop.views.theme import Theme

_TEXT = 2
"""The column of what was written."""


class OpinionRows(QWidget):
    """`by_whom` adds who keyed each; a supervisor sees everybody's."""

    line_chosen = Signal(object)
    take_back_requested = Signal(object)
    """Del on a line."""

    def __init__(self, plan: Plan, theme: Theme, parent: QWidget, *, by_whom: bool) -> None:
        super().__init__(parent)
        self._by_whom = by_whom
        self._agencies = {agency.code: agency for agency in plan.agencies}
        titles = [self.tr("Form"), self.tr("Agency"), self.tr("Opinion")]
        titles += [self.tr("Keyed by")] * by_whom
        name = self.tr("Opinions")
        self.table = FilteredTable([*map(Column, titles)], name, theme, self, wide=_TEXT)
        self.table.row_chosen.connect(self.line_chosen)
        self.table.table.installEventFilter(self)
        self.table.table.viewport().installEventFilter(self)
        filled(self).addWidget(self.table)
        self.setFocusProxy(self.table.table)

    def show_lines(self, found: OpinionList) -> None:
        self.table.show_rows([self._row(line, found) for line in found.lines])

    def _row(self, line: OpinionLine, found: OpinionList) -> Row:
        texts = [line.form, self._about(line), line.text]
        if self._by_whom:
            texts.append(line.operator or found.stations.get(line.station, line.station[:8]))
        return Row(line, tuple(texts))

    def _about(self, line: OpinionLine) -> str:
        if not line.agency:
            return self.tr("General opinion")
        agency = self._agencies[line.agency]
        return agency.short or agency.name

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            line = self.table.current()
            if event.key() == Qt.Key.Key_Delete and isinstance(line, OpinionLine):
                self.take_back_requested.emit(line)
                return True
        elif isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            self._tell_whole(event)
            return True
        return super().eventFilter(watched, event)

    def _tell_whole(self, event: QHelpEvent) -> None:
        """The whole text in lines: Qt wraps marked-up text alone, and would read marks in it."""
        text = self.table.table.indexAt(event.pos()).data()
        shown = f"<p>{escape(text)}</p>" if text else ""
        QToolTip.showText(event.globalPos(), shown, self.table.table)
