"""Complaints by the last day for what is next: overdue, today, this week, later."""

from collections.abc import Sequence

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget

from desktop.models.cases import LATER, OVERDUE, TODAY, WEEK, Case, due_when
from desktop.views.case_panel import CasePanel
from desktop.views.choices import Choices
from desktop.views.complaint_book import DueBook
from desktop.views.message_line import MessageLine
from desktop.views.parts import filled
from desktop.views.workplace import Workplace

_ALL = "all"


class ComplaintDuePanel(QWidget):
    """What is due first stands first; Enter on a row goes to its next step."""

    def __init__(self, place: Workplace, message: MessageLine, parent: QWidget) -> None:
        super().__init__(parent)
        self._cases: Sequence[Case] = ()
        self._day, self._when = "", _ALL
        self._titles = {
            _ALL: self.tr("Everything that waits"),
            OVERDUE: self.tr("Overdue"),
            TODAY: self.tr("Due today"),
            WEEK: self.tr("Due within a week"),
            LATER: self.tr("Later"),
        }
        self.when = Choices(self.tr("When it is due"), self._titles, place.theme, self)
        self.panel = CasePanel(place, DueBook(place, self), message, self)
        self.panel.state.hide()  # the row above narrows by day
        self.when.show_choice(_ALL)
        self.when.chosen.connect(self._choose)
        column = filled(self)
        column.setSpacing(place.theme.room["step"])
        column.addWidget(self.when)
        column.addWidget(self.panel, 1)

    def activate(self) -> None:
        self.panel.focus()

    def put_away(self) -> None:
        self.panel.put_away()

    def show_cases(self, cases: Sequence[Case], day: str) -> None:
        """Cases that wait for nothing are left out."""
        self._cases, self._day = [case for case in cases if case.by], day
        for when, title in self._titles.items():
            count = sum(self._fits(case, when) for case in self._cases)
            self.when.buttons[when].setText(f"{title}  {count}")
        self.panel.show_cases(self._cases, day)

    @Slot(object)
    def _choose(self, when: str) -> None:
        self._when = when
        self.when.show_choice(when)
        self.panel.narrow(lambda case: self._fits(case, when))

    def _fits(self, case: Case, when: str) -> bool:
        return when in (_ALL, due_when(case, self._day))
