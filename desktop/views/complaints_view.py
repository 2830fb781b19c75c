"""The page Complaints 投诉诉求: what is due today first; the register, pledges and requests."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QWidget

from desktop.models.cases import TODAY, Case, ComplaintsFound, count_of, due_when, read_complaints
from desktop.views.case_book import CaseBook
from desktop.views.case_panel import CasePanel
from desktop.views.complaint_book import ComplaintBook
from desktop.views.complaint_calendar import ComplaintCalendar
from desktop.views.complaint_due_panel import ComplaintDuePanel
from desktop.views.complaint_proposals import ComplaintProposals
from desktop.views.complaint_terms import ComplaintTerms
from desktop.views.message_line import MessageLine
from desktop.views.parts import filled
from desktop.views.promise_books import PledgeBook, RequestBook
from desktop.views.reading_page import ReadingPage
from desktop.views.tab_row import TabRow
from desktop.views.workplace import Workplace

_BOOKS: dict[str, type[CaseBook]] = {
    "register": ComplaintBook,
    "pledges": PledgeBook,
    "requests": RequestBook,
}


class ComplaintsView(ReadingPage):
    """Its parts are made when they are first shown, and then know what was read last."""

    help_requested = Signal()

    def __init__(self, place: Workplace, parent: QWidget) -> None:
        super().__init__(place, parent, read_complaints)
        self._found: ComplaintsFound | None = None
        self.head.title.setText(self.tr("Complaints and requests"))
        self.parts: dict[str, QWidget] = {}
        self.tabs = TabRow(self.tr("Parts of the page"), self._titles(), place.theme, self)
        self.stack = QStackedWidget()
        self.shown = "due"
        self._lay_out()
        self.tabs.part_chosen.connect(self.show_part)
        self.show_part("due")

    def activate(self) -> None:
        """Read the ledgers, and take the focus."""
        self.read()
        self._focus()

    def put_away(self) -> None:
        for part in self.parts.values():
            if put_away := getattr(part, "put_away", None):
                put_away()

    def show_found(self, found: ComplaintsFound) -> None:
        self._found = found
        for part in self.parts:
            self._give(part)
        self._say_state(found)

    @Slot(str)
    def show_part(self, part: str) -> None:
        self.shown = part
        if part not in self.parts:
            self.parts[part] = made = self._made(part)
            self.stack.addWidget(made)
            self._give(part)
        self.tabs.show_part(part)
        self.stack.setCurrentWidget(self.parts[part])
        if self.isVisible() and not self.tabs.is_walked:
            self._focus()

    def _focus(self) -> None:
        held = self.parts[self.shown]
        held.focus() if isinstance(held, CasePanel) else held.activate()  # type: ignore[attr-defined]

    def _made(self, part: str) -> QWidget:
        place, message = self._place, self.message
        if part in _BOOKS:
            return CasePanel(place, _BOOKS[part](place, self), message, self)
        match part:
            case "due":
                return ComplaintDuePanel(place, message, self)
            case "proposals":
                made = ComplaintProposals(place, message, self)
                made.rules_requested.connect(lambda: self.page_requested.emit("assessment"))
                return made
            case _:
                return ComplaintSettings(place, message, self)

    def _give(self, part: str) -> None:
        """What was read last, if anything was."""
        found, held = self._found, self.parts[part]
        if found is None:
            return
        match held:
            case CasePanel():
                held.show_cases(self._cases(found)[part](), found.today)
            case ComplaintDuePanel():
                held.show_cases(found.complaints, found.today)
            case ComplaintProposals() if held.isVisible():
                held.read()
            case ComplaintSettings():
                held.terms.show_terms(found.terms)
                held.calendar.show_calendar(found.calendar)

    def _cases(self, found: ComplaintsFound) -> dict[str, Callable[[], list[Case]]]:
        return {
            "register": partial(sorted, found.complaints, key=_received, reverse=True),
            "pledges": lambda: list(found.pledges),
            "requests": lambda: list(found.requests),
        }

    def _say_state(self, found: ComplaintsFound) -> None:
        held = found.complaints
        if not held:
            self.head.say(self.tr("No complaint yet."))
            return
        overdue = count_of(held, lambda case: case.is_overdue)
        today = count_of(held, lambda case: due_when(case, found.today) == TODAY)
        open_ = count_of(held, lambda case: case.is_open)
        text = self.tr("{0}: {1} overdue, {2} due today; {3} of {4} complaints open.")
        sentence = text.format(found.today, overdue, today, open_, len(held))
        self.head.say(sentence, "bad" if overdue else "warn" if today else "quiet")

    def _titles(self) -> list[tuple[str, str]]:
        return [
            ("due", self.tr("Due")),
            ("register", self.tr("Register")),
            ("proposals", self.tr("Deductions proposed")),
            ("pledges", self.tr("Pledges")),
            ("requests", self.tr("Requests")),
            ("settings", self.tr("Deadlines")),
        ]

    def _lay_out(self) -> None:
        column = filled(self)
        column.setSpacing(self._place.theme.room["step"])
        column.addWidget(self.head)
        column.addWidget(self.tabs)
        column.addWidget(self.stack, 1)
        column.addWidget(self.message)


class ComplaintSettings(QWidget):
    """Deadlines and the calendar they run by: the supervisor's to set, everybody's to see."""

    def __init__(self, place: Workplace, message: MessageLine, parent: QWidget) -> None:
        super().__init__(parent)
        self.terms = ComplaintTerms(place, message, self)
        self.calendar = ComplaintCalendar(place, message, self)
        row = QHBoxLayout()
        row.setSpacing(2 * place.theme.room["step"])
        row.addWidget(self.terms, 2)
        row.addWidget(self.calendar, 1)
        filled(self).addLayout(row)

    def activate(self) -> None:
        self.terms.save_button.setFocus()


def _received(case: Case) -> tuple[str, str]:
    return case.value.received, case.line.at
