"""Before the first form: nothing is keyed, and the supervisor says so for the record."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QWidget

from desktop.actions.founding import declare_zero
from desktop.jobs import Job
from desktop.models.acting import Acting
from desktop.store import kinds
from desktop.store.survey_file import SurveyFile
from desktop.views.message_line import MessageLine
from desktop.views.parts import button, card, filled, label
from desktop.views.workplace import Workplace


class ZeroPanel(QWidget):
    """The zero report 零报告, declared once."""

    declared = Signal()

    def __init__(self, place: Workplace, parent: QWidget) -> None:
        super().__init__(parent)
        self._place = place
        self.button = button(self.tr("Declare the zero report"), primary=True)
        self.message = MessageLine(place.language, self)
        self._acting = Acting(place.session, self)
        frame, column = card(margin=24, spacing=16)
        column.addWidget(label(self.tr("No zero report yet"), type="name"))
        column.addWidget(label(self._text(), type="row", wrap=True))
        row = QHBoxLayout()
        row.addWidget(self.button)
        row.addStretch(1)
        column.addLayout(row)
        column.addWidget(self.message)
        column.addStretch(1)
        filled(self).addWidget(frame)
        self.button.clicked.connect(self._declare)
        self._acting.failed.connect(self.message.tell)

    def activate(self) -> None:
        """Offer the button to those who may declare it."""
        may = self._place.session.may(kinds.ZERO)
        self.button.setEnabled(may)
        if may:
            self.button.setFocus()
        else:
            self.message.say(self.tr("Ask the supervisor to sign in and declare it."))

    def _text(self) -> str:
        return self.tr(
            "Keying opens with the zero report: it puts on record that this file holds not one"
            " form. Have the scrutineer watch, then declare it."
        )

    @Slot()
    def _declare(self) -> None:
        code = self._place.session.code

        def act(survey: SurveyFile, _: Job) -> None:
            declare_zero(survey, operator=code)

        self.message.tell(None)
        self._acting.start(act, lambda _: self.declared.emit())
