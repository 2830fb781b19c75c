"""One case beside its list: what is known of it, and a button for each step that it can take."""

import itertools

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QPushButton, QScrollArea, QWidget

from desktop.models.case_fields import CaseStep
from desktop.models.cases import Case
from desktop.views.case_book import CaseBook, Fact
from desktop.views.parts import button, filled, label, set_tone
from desktop.views.workplace import Workplace


class CaseDetail(QWidget):
    """The next step has the first button."""

    step_requested = Signal(object)
    """A CaseStep."""
    correction_requested = Signal()

    def __init__(self, place: Workplace, book: CaseBook, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme, self._book = place.theme, book
        self.unit = label(type="name", wrap=True)
        self.state = label(type="label")
        self.heading = label(type="label", tone="quiet", wrap=True)
        self.steps: dict[str, QPushButton] = {}
        self.correct_button = button(self.tr("Correct…"))
        self._shown: tuple[Case, list[Fact], str] | None = None
        self._area = QScrollArea()
        self._step_row, self._foot = QHBoxLayout(), QHBoxLayout()
        self._lay_out(place.theme.room["step"])
        self.correct_button.clicked.connect(self.correction_requested)

    def add_action(self, made: QPushButton) -> None:
        """One more thing that can be done with a case, beside its correction."""
        self._foot.insertWidget(self._foot.count() - 1, made)

    def show_case(self, case: Case, day: str) -> None:
        book = self._book
        facts = book.facts(case)
        if (case, facts, day) == self._shown:
            return
        self._shown = (case, facts, day)
        self.unit.setText(book.names.get(case.value.unit, case.value.unit))
        late = f" · {book.state_text(case, day)}" if case.is_overdue else ""
        self.state.setText(f"{book.state_text(case)}{late}")
        set_tone(self.state, book.tone(case))
        self.heading.setText(book.heading(case))
        self._area.setWidget(self._inside(case, facts))
        self._show_steps(book.steps(case, day))

    def focus(self) -> None:
        """On the next step, or on the correction where there is none."""
        next(iter(self.steps.values()), self.correct_button).setFocus()

    def _inside(self, case: Case, facts: list[Fact]) -> QWidget:
        inside = QWidget()
        column, grid = filled(inside), QGridLayout()
        step = self._theme.room["step"]
        grid.setHorizontalSpacing(2 * step)
        grid.setVerticalSpacing(step // 2)
        grid.setColumnStretch(1, 1)
        text = _readable(label(case.value.text, wrap=True))
        column.setSpacing(2 * step)
        column.addWidget(text)
        top = Qt.AlignmentFlag.AlignTop
        for at, fact in enumerate(facts):
            grid.addWidget(label(fact.title, type="label", tone="quiet"), at, 0, top)
            grid.addWidget(_readable(label(fact.text, tone=fact.tone, wrap=True)), at, 1, top)
        column.addLayout(grid)
        column.addWidget(label(self._kept_by(case), type="note", tone="quiet", wrap=True))
        column.addStretch(1)
        return inside

    def _kept_by(self, case: Case) -> str:
        line = case.line
        text = self.tr("Line {0}, last changed by {1} on {2}")
        by = line.operator or line.station[:8]
        return text.format(line.id[:8], by, line.at[:10])

    def _show_steps(self, steps: list[CaseStep]) -> None:
        # what has the focus now may be one of those that go
        had = any(made.hasFocus() for made in self.steps.values())
        for made in self.steps.values():
            self._step_row.removeWidget(made)
            made.hide()
            made.deleteLater()
        self.steps = {}
        for at, step in enumerate(steps):
            made = button(step.title, primary=at == 0)
            made.clicked.connect(lambda _, step=step: self.step_requested.emit(step))
            self._step_row.insertWidget(at, made)
            self.steps[step.id] = made
        stops = [*self.steps.values(), self.correct_button]
        for one, other in itertools.pairwise(stops):
            QWidget.setTabOrder(one, other)
        if had:
            self.focus()

    def _lay_out(self, step: int) -> None:
        self._area.setWidgetResizable(True)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        head = QHBoxLayout()
        head.addWidget(self.unit, 1)
        head.addWidget(self.state, 0, Qt.AlignmentFlag.AlignTop)
        for row in (self._step_row, self._foot):
            row.setSpacing(step)
            row.addStretch(1)
        self._foot.insertWidget(0, self.correct_button)
        column = filled(self)
        column.setSpacing(step)
        column.addLayout(head)
        column.addWidget(self.heading)
        column.addWidget(self._area, 1)
        column.addLayout(self._step_row)
        column.addLayout(self._foot)


def _readable(made: QLabel) -> QLabel:
    """What people copy into a letter."""
    made.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    return made
