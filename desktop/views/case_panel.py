"""A ledger of cases: its list, the case under the cursor with its steps, and the form."""

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import QModelIndex, QSignalBlocker, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QWidget

from desktop.models.case_fields import CaseStep
from desktop.models.cases import Case
from desktop.views.case_book import CaseBook
from desktop.views.case_detail import CaseDetail
from desktop.views.case_empty import CaseEmpty
from desktop.views.case_form import CaseForm
from desktop.views.case_versions import CaseVersions
from desktop.views.case_writing import CaseWriting
from desktop.views.drop_list import DropList
from desktop.views.filtered_table import FilteredTable
from desktop.views.message_line import MessageLine
from desktop.views.parts import button, card, filled
from desktop.views.workplace import Workplace


class CasePanel(QWidget):
    """Enter on a row goes to its next step; Ctrl+N enters a case, F2 corrects one."""

    case_changed = Signal(object)
    """The Case under the cursor, or None."""

    def __init__(
        self, place: Workplace, book: CaseBook, message: MessageLine, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self._step_room, self.book = place.theme.room["step"], book
        self._cases: dict[str, Case] = {}
        self._day = ""
        self._keep: Callable[[Case], bool] = lambda case: True
        self._is_restored = False
        self._cards: dict[QWidget, QWidget] = {}
        self._beside_of: object = None
        theme, words = place.theme, book.words
        self.list = FilteredTable(book.columns(), words.name, theme, self, wide=book.wide)
        self.state = DropList(self.tr("State"), theme, self)
        self.unit = DropList(self.tr("Unit"), theme, self)
        self.enter_button = button(words.enter)
        self.nothing = CaseEmpty(words, theme, self)
        self.detail = CaseDetail(place, book, self)
        self.versions = CaseVersions(place, book, self)
        self.form = CaseForm(place, self)
        self.writing = CaseWriting(place, book, message, self.form)
        self.side = QStackedWidget()
        self._dress()
        self._lay_out()
        self._connect()

    @property
    def case(self) -> Case | None:
        """The one under the cursor."""
        return self._cases.get(str(self.list.current()))

    def show_cases(self, cases: Sequence[Case], day: str) -> None:
        self._cases, self._day = {case.key: case for case in cases}, day
        self.writing.know(cases, day)
        self._offer_units(cases)
        self._show_rows()
        if not self._is_restored:
            self._is_restored = True
            if case := self.writing.go_on():
                self.list.select(case.key)

    def narrow(self, keep: Callable[[Case], bool]) -> None:
        """Show only cases that the page keeps, besides what the lists above are set to."""
        self._keep = keep
        self._show_rows()

    def focus(self) -> None:
        """Where the work is: in the form, or on the list."""
        if self.writing.is_open:
            self.form.focus()
        else:
            self.list.table.setFocus()

    def put_away(self) -> None:
        self.writing.keep()

    def add_beside(self, held: QWidget) -> None:
        """Something of the page's own that may stand in the place of the case."""
        self._cards[held] = self._carded(held)

    def show_beside(self, held: QWidget) -> None:
        """Until another case is under the cursor, or `show_case` is called."""
        self._beside_of = self.list.current()
        self._bring(held)

    def show_case(self, *, anew: bool = False) -> None:
        """The case under the cursor, in the place of what stood beside; `anew`: unless it does."""
        self._beside_of = self._beside_of if anew else None
        self._follow(self.list.current())

    @Slot()
    def begin_new(self) -> None:
        self.writing.begin_new()

    @Slot()
    def begin_correction(self) -> None:
        if case := self.case:
            self.writing.correct(case)

    @Slot(object)
    def begin_step(self, step: CaseStep) -> None:
        if case := self.case:
            self.writing.take_step(case, step)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        control = event.modifiers() & Qt.KeyboardModifier.ControlModifier
        if event.key() == Qt.Key.Key_N and control:
            self.begin_new()
        elif event.key() == Qt.Key.Key_F2 and not self.writing.is_open:
            self.begin_correction()
        elif event.key() == Qt.Key.Key_Escape and not self.writing.is_open:
            self.list.table.setFocus()
        else:
            super().keyPressEvent(event)

    @Slot()
    def _return_to_list(self) -> None:
        self.show_case()
        self.list.table.setFocus()

    @Slot(object)
    def _settle(self, value: Any) -> None:
        if case := self.case:
            self.writing.settle(case, value)

    @Slot(object)
    def _choose(self, key: object) -> None:
        """Enter on a row: its next step, or the buttons beside it where there is none."""
        case = self._cases.get(str(key))
        if case is None:
            return
        if self.writing.is_open:
            self.form.focus()
        elif case.line.is_disputed:
            self.versions.focus()
        elif steps := self.book.steps(case, self._day)[: bool(case.step)]:
            self.begin_step(steps[0])
        else:
            self.detail.focus()

    @Slot(QModelIndex)
    def _click(self, index: QModelIndex) -> None:
        if index.column() == self.book.link:
            self._choose(self.list.current())

    @Slot(object)
    def _follow(self, key: object) -> None:
        """Show the case under the cursor; a form that is open stays for its own."""
        case = self._cases.get(str(key))
        self.case_changed.emit(case)
        if self.writing.is_open or (case and self._beside_of == key):
            return
        self._beside_of = None
        if case is None:
            self.nothing.show_whether(empty=not self._cases)
            self._bring(self.nothing)
        elif case.line.is_disputed:
            self.versions.show_case(case)
            self._bring(self.versions)
        else:
            self.detail.show_case(case, self._day)
            self._bring(self.detail)

    @Slot()
    def _show_rows(self) -> None:
        wanted, unit = str(self.state.currentData() or ""), str(self.unit.currentData() or "")
        rows = [
            self.book.row(case, self._day)
            for case in self._cases.values()
            if self._keep(case) and case.fits(wanted) and unit in ("", case.value.unit)
        ]
        self.list.show_rows(rows)

    def _offer_units(self, cases: Sequence[Case]) -> None:
        """Only units of which something is there, in the order of the plan."""
        held, before = {case.value.unit for case in cases}, self.unit.currentData()
        with QSignalBlocker(self.unit):  # the rows are shown anew right after
            self.unit.clear()
            self.unit.add(self.tr("All units"), "")
            for code, text in self.book.short.items():
                if code in held:
                    self.unit.add(text, code)
            self.unit.setCurrentIndex(max(self.unit.findData(before), 0))

    def _bring(self, held: QWidget) -> None:
        self.side.setCurrentWidget(self._cards[held])

    def _dress(self) -> None:
        for value, text in self.book.choices().items():
            self.state.add(text, value)
        self.unit.add(self.tr("All units"), "")
        self.enter_button.setToolTip("Ctrl+N")
        self.detail.correct_button.setToolTip("F2")

    def _connect(self) -> None:
        self.state.currentIndexChanged.connect(self._show_rows)
        self.unit.currentIndexChanged.connect(self._show_rows)
        for enter in (self.enter_button, self.nothing.enter_button):
            enter.clicked.connect(self.begin_new)
        self.list.row_chosen.connect(self._choose)
        self.list.table.clicked.connect(self._click)
        self.list.current_changed.connect(self._follow)
        self.detail.step_requested.connect(self.begin_step)
        self.detail.correction_requested.connect(self.begin_correction)
        self.versions.taken.connect(self._settle)
        self.writing.begun.connect(lambda: self._bring(self.form))
        self.writing.ended.connect(self._return_to_list)

    def _lay_out(self) -> None:
        for widget in (self.state, self.unit):
            self.list.tools.insertWidget(self.list.tools.count() - 1, widget)
        self.list.tools.addWidget(self.enter_button)
        for held in (self.nothing, self.detail, self.versions, self.form):
            self._cards[held] = self._carded(held)
        row = QHBoxLayout()
        row.setSpacing(2 * self._step_room)
        row.addWidget(self.list, 3)
        row.addWidget(self.side, 2)
        filled(self).addLayout(row)

    def _carded(self, held: QWidget) -> QWidget:
        frame, column = card(margin=2 * self._step_room, spacing=self._step_room)
        column.addWidget(held)
        self.side.addWidget(frame)
        return frame
