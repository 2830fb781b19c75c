"""What each keying said, cell by cell, and beside it what the paper shows: keyed like a form."""

from collections.abc import Callable, Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QTableView, QWidget

from desktop.models.rows_model import KEY_ROLE, Column, Row, RowsModel
from desktop.models.ruling_case import RulingCase
from desktop.tally.keyings import Keying
from desktop.tally.marks import BLANK, DONT_KNOW, INVALID, NOT_APPLICABLE
from desktop.tally.plan import Plan
from desktop.views.parts import filled
from desktop.views.table_look import table_of
from desktop.views.theme import Theme

_CLEARS = {Qt.Key.Key_Backspace, Qt.Key.Key_Delete}


class RulingTable(QWidget):
    """A grade's key says what the paper shows in the row under the cursor, and goes on."""

    said = Signal()

    def __init__(self, plan: Plan, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._plan, self._theme = plan, theme
        self._case: RulingCase | None = None
        self._cells: list[int] = []
        self._texts = self._mark_texts()
        self.table: QTableView | None = None
        self.setAccessibleName(self.tr("Cells that differ"))
        filled(self)

    def show_case(self, case: RulingCase, name_of: Callable[[Keying], str], *, whole: bool) -> None:
        """The cells that differ, or all of them, with a column for each keying."""
        self._case = case
        self._cells = list(range(self._plan.cells)) if whole else list(case.differing)
        columns = [
            Column(self.tr("No."), is_number=True),
            Column(self.tr("Agency")),
            Column(self.tr("Dimension")),
            *(Column(name_of(head)) for head in case.valid),
            Column(self.tr("The paper")),
        ]
        model = RowsModel(columns, self._theme.colours, self)
        table = table_of(model, self.tr("Cells that differ"), self._theme, wide=1)
        layout = self.layout()
        assert layout
        if self.table:
            layout.removeWidget(self.table)
            self.table.deleteLater()
        self.table, self._model = table, model
        layout.addWidget(table)
        table.installEventFilter(self)
        self.setFocusProxy(table)
        self.refresh()
        if self._cells:
            table.selectRow(0)

    def refresh(self) -> None:
        """What is said of the paper, as the case has it now."""
        if self._case and self.table:
            row = self.table.currentIndex().row()
            self._model.show_rows([self._row(self._case, cell) for cell in self._cells])
            self.table.selectRow(max(row, 0))

    def eventFilter(self, watched: object, event: object) -> bool:
        if isinstance(event, QKeyEvent) and event.type() == QKeyEvent.Type.KeyPress:
            return self._take(event)
        return False

    def _take(self, event: QKeyEvent) -> bool:
        """A mark's key or a clearing one; everything else is the table's own."""
        if event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            return False
        mark = "" if event.key() in _CLEARS else event.text().lower()
        if mark not in self._texts and event.key() not in _CLEARS:
            return False
        self._say(mark)
        return True

    def _say(self, mark: str) -> None:
        assert self._case
        assert self.table
        row = self.table.currentIndex().row()
        cell = self._model.index(row, 0).data(KEY_ROLE)
        if cell is None:
            return
        self._case.mark(cell, mark)
        self.refresh()
        self.table.selectRow(min(row + bool(mark), len(self._cells) - 1))
        self.said.emit()

    def _row(self, case: RulingCase, cell: int) -> Row:
        agency, dimension = divmod(cell, len(self._plan.dimensions))
        keyed = [head.marks[cell] for head in case.valid]
        paper = case.shown(cell)
        open_text = "" if case.void or case.no_paper else "…"
        texts = (
            str(agency + 1),
            self._plan.agencies[agency].name,
            self._plan.dimensions[dimension].name,
            *(self._texts.get(mark, mark) for mark in keyed),
            self._texts.get(paper, paper) or open_text,
        )
        tone = "text" if len(set(keyed)) > 1 else "quiet"
        tones = (*(tone,) * (len(texts) - 1), "accent" if paper else "warn")
        return Row(cell, texts, (agency, *texts[1:]), tones)

    def _mark_texts(self) -> Mapping[str, str]:
        named: dict[str, str] = {
            grade.code: f"{grade.code} {grade.name}" for grade in self._plan.grades
        }
        named |= {
            BLANK: self.tr("0 blank"),
            INVALID: self.tr("x invalid"),
            NOT_APPLICABLE: self.tr("- not applicable"),
        }
        if self._plan.dont_know:
            named[DONT_KNOW] = self.tr("{0} don't know").format(DONT_KNOW)
        return named
