"""Deadlines of complaints by kind, in days or working days: a setting of the office."""

from dataclasses import dataclass

from PySide6.QtCore import Slot
from PySide6.QtWidgets import (
    QGridLayout,
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QScrollArea,
    QSpinBox,
    QWidget,
)

from desktop.actions.terms import MOST_DAYS, set_terms
from desktop.assess.complaints import Terms
from desktop.assess.working_days import Term
from desktop.assess.year import TermsTable
from desktop.models.acting import Acting
from desktop.views.drop_list import DropList
from desktop.views.message_line import MessageLine
from desktop.views.parts import button, card, filled, label, number_box
from desktop.views.workplace import Workplace


@dataclass(frozen=True)
class _Line:
    """The widgets of one kind; the first line holds for every kind that has none of its own."""

    kind: QLineEdit
    accept: QSpinBox
    accept_by: DropList
    finish: QSpinBox
    finish_by: DropList
    remove: QPushButton

    def terms(self) -> Terms:
        return Terms(_term(self.accept, self.accept_by), _term(self.finish, self.finish_by))

    def widgets(self) -> tuple[QWidget, ...]:
        return (
            self.kind, self.accept, self.accept_by, self.finish, self.finish_by, self.remove,
        )  # fmt: skip


class ComplaintTerms(QWidget):
    """What is typed stays until it is saved, whatever is read meanwhile."""

    def __init__(self, place: Workplace, message: MessageLine, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme, self._session, self._message = place.theme, place.session, message
        self._shown: TermsTable | None = None
        self.acting = Acting(place.session, self)
        self.lines: list[_Line] = []
        self._inside = QWidget()
        self._grid = QGridLayout(self._inside)
        self.add_button = button(self.tr("Add a kind"))
        self.save_button = button(self.tr("Save the deadlines"))
        self._lay_out(place.theme.room["step"])
        self.add_button.clicked.connect(self.add_kind)
        self.save_button.clicked.connect(self.save)
        self.acting.failed.connect(message.tell)

    def show_terms(self, terms: TermsTable) -> None:
        if self._shown is not None and self.table() != self._shown:
            return  # somebody is typing
        self._shown = terms
        while self.lines:
            self._drop(self.lines[-1])
        self._add("", terms.standard)
        for kind, held in terms.kinds.items():
            self._add(kind, held)

    def table(self) -> TermsTable:
        """What stands in the fields; a kind without a name is left out."""
        standard, *others = self.lines
        kinds = {kind: line.terms() for line in others if (kind := line.kind.text().strip())}
        return TermsTable(standard.terms(), kinds)

    @Slot()
    def add_kind(self) -> None:
        self._add("", self.lines[0].terms())
        self.lines[-1].kind.show()  # what is not shown yet takes no focus
        self.lines[-1].kind.setFocus()

    @Slot()
    def save(self) -> None:
        table, by = self.table(), self._session.code
        said = self.tr("The deadlines are saved; what is due was reckoned anew.")

        def saved(_: object) -> None:
            self._shown = table
            self._message.say(said, tone="good")

        self.acting.start(lambda survey, _: set_terms(survey, table, operator=by), saved)

    def _add(self, kind: str, terms: Terms) -> None:
        is_first = not self.lines
        line = _Line(
            QLineEdit(kind), number_box(0, MOST_DAYS), self._unit(), number_box(0, MOST_DAYS),
            self._unit(), button(self.tr("Remove")),
        )  # fmt: skip
        line.kind.setAccessibleName(self.tr("Kind of complaint"))
        if is_first:
            line.kind.setText(self.tr("Every other kind"))
            line.kind.setEnabled(False)
        line.remove.clicked.connect(lambda: self._drop(line))
        for box, unit, term, name in (
            (line.accept, line.accept_by, terms.accept, self.tr("Accept within")),
            (line.finish, line.finish_by, terms.finish, self.tr("Finish within")),
        ):
            box.setAccessibleName(name)
            box.setFixedWidth(7 * self._theme.room["step"])
            box.setValue(term.days)
            unit.setCurrentIndex(0 if term.working else 1)
        row = self._grid.rowCount()
        for side, widget in enumerate(line.widgets()):
            self._grid.addWidget(widget, row, side)
        if is_first:
            line.remove.hide()
        self.lines.append(line)

    def _drop(self, line: _Line) -> None:
        self.lines.remove(line)
        for widget in line.widgets():
            self._grid.removeWidget(widget)
            widget.hide()
            widget.deleteLater()

    def _unit(self) -> DropList:
        made = DropList(self.tr("Days or working days"), self._theme, self._inside)
        made.add(self.tr("working days"), True)
        made.add(self.tr("days"), False)
        return made

    def _lay_out(self, step: int) -> None:
        frame, column = card(margin=2 * step, spacing=step)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(step)
        self._grid.setColumnStretch(0, 1)
        heads = (
            (self.tr("Kind of complaint"), 0, 1),
            (self.tr("Accept within"), 1, 2),
            (self.tr("Finish within"), 3, 2),
        )
        for head, side, wide in heads:
            self._grid.addWidget(label(head, type="label", tone="quiet"), 0, side, 1, wide)
        held = QWidget()
        inner = filled(held)
        inner.addWidget(self._inside)
        inner.addStretch(1)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFocusPolicy(area.focusPolicy().NoFocus)
        area.setWidget(held)
        row = QHBoxLayout()
        row.setSpacing(step)
        row.addWidget(self.save_button)
        row.addWidget(self.add_button)
        row.addStretch(1)
        column.addWidget(label(self.tr("Deadlines"), type="row"))
        text = self.tr("Accepting counts from the day of receipt, finishing from acceptance; "
                       "that day itself does not count.")  # fmt: skip
        column.addWidget(label(text, type="label", tone="quiet", wrap=True))
        column.addWidget(area, 1)
        column.addLayout(row)
        filled(self).addWidget(frame)


def _term(days: QSpinBox, unit: DropList) -> Term:
    return Term(days.value(), working=bool(unit.currentData()))
