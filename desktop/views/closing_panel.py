"""Closing a batch: what is missing or extra, and the supervisor's way to close it all the same."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QFormLayout, QHBoxLayout, QLineEdit, QWidget

from desktop.actions.closing import close_batch
from desktop.actions.errors import BatchUnevenError
from desktop.actions.operators import sign_in
from desktop.tally.errors import PingyiError, Problem
from desktop.views.message_line import MessageLine
from desktop.views.parts import button, card, filled, label
from desktop.views.workplace import Workplace
from desktop.words import Words, words_for


class ClosingPanel(QWidget):
    """Stands in the place of the form while a batch does not agree with its slip."""

    closed = Signal(str, object)
    """Batch, and the numbers drawn for second keying."""
    left = Signal()

    def __init__(self, place: Workplace, parent: QWidget) -> None:
        super().__init__(parent)
        self._place, self._batch = place, ""
        self.title = label(type="name", wrap=True)
        self.problems = label(type="row", tone="bad", wrap=True)
        self.back_button = button(self.tr("Back to the forms (Esc)"), primary=True)
        self.code, self.pin, self.reason = QLineEdit(), QLineEdit(), QLineEdit()
        self.pin.setEchoMode(QLineEdit.EchoMode.Password)
        self.close_button = button(self.tr("Close all the same"), danger=True)
        self.message = MessageLine(place.language, self)
        self._lay_out()
        escape = QShortcut(QKeySequence(Qt.Key.Key_Escape), self)
        escape.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        escape.activated.connect(self.left)
        self.back_button.clicked.connect(self.left)
        self.close_button.clicked.connect(self._override)

    def close_or_ask(self, batch: str) -> None:
        """Close the batch; where it does not agree, show what to find. PingyiError otherwise."""
        self._batch = batch
        self.message.tell(None)
        try:
            self._close(self._place.session.code)
        except BatchUnevenError as error:
            self._show(error.problems)

    def _close(self, operator: str, reason: str = "") -> None:
        self._place.session.await_check()
        survey = self._place.session.opened
        drawn = close_batch(survey, self._batch, reason=reason, operator=operator)
        self.closed.emit(self._batch, drawn)

    def _show(self, problems: Sequence[Problem]) -> None:
        words = words_for(self._place.language)
        self.title.setText(
            self.tr("Batch {0} does not agree with its slip and stays open").format(self._batch)
        )
        self.problems.setText("\n".join(_told(held, words) for held in problems))
        for field in (self.code, self.pin, self.reason):
            field.clear()
        self.back_button.setFocus()

    @Slot()
    def _override(self) -> None:
        """Another person signs for it: the supervisor, with a reason."""
        session = self._place.session
        try:
            operator = ""
            if session.asks_for_sign_in:
                operator = sign_in(session.opened, self.code.text().strip(), self.pin.text()).code
            self._close(operator, self.reason.text())
        except BatchUnevenError as error:
            self._show(error.problems)
            self.message.say(self.tr("A reason is needed."), tone="bad")
        except PingyiError as error:
            self.message.tell(error)
        finally:
            self.pin.clear()

    def _lay_out(self) -> None:
        step = self._place.theme.room["step"]
        frame, column = card(margin=3 * step, spacing=2 * step)
        column.addWidget(self.title)
        column.addWidget(self.problems)
        column.addWidget(label(self._advice(), tone="quiet", wrap=True))
        row = QHBoxLayout()
        row.addWidget(self.back_button)
        row.addStretch(1)
        column.addLayout(row)
        column.addStretch(1)
        column.addWidget(label(self.tr("The supervisor may close it all the same"), type="row"))
        column.addLayout(self._override_form())
        column.addWidget(self.message)
        filled(self).addWidget(frame)

    def _advice(self) -> str:
        return self.tr(
            "Look for missing numbers in the pile and under the table; check extra ones against"
            " the cover. A paper that does not exist is the supervisor's to decide."
        )

    def _override_form(self) -> QFormLayout:
        form = QFormLayout()
        if self._place.session.asks_for_sign_in:
            form.addRow(self.tr("Supervisor's code"), self.code)
            form.addRow(self.tr("PIN"), self.pin)
        form.addRow(self.tr("Reason"), self.reason)
        row = QHBoxLayout()
        row.addWidget(self.close_button)
        row.addStretch(1)
        form.addRow("", row)
        return form


def _told(problem: Problem, words: Words) -> str:
    """What is at odds, its numbers as the list at the left writes them."""
    numbers = str(problem.fields.get("numbers", "")).split()
    fields = {**problem.fields, "numbers": " ".join(f"{int(number):03d}" for number in numbers)}
    return Problem("", problem.message, fields).sentence(words)
