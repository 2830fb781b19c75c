"""Hand over: this station's package, on a stick, read back before anybody pulls it out."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QProgressBar, QVBoxLayout, QWidget

from desktop.jobs import Job
from desktop.models.handover import HandedOver, hand_over
from desktop.models.notices import Notice
from desktop.store.survey_file import SurveyFile
from desktop.tally.errors import PingyiError
from desktop.views.message_line import MessageLine
from desktop.views.parts import button, card, filled, label
from desktop.views.stick_choice import StickChoice
from desktop.views.workplace import Workplace


class HandoverPanel(QWidget):
    """One package at a time; what came of it stays to be read."""

    recorded = Signal()
    """The stretch went on record, so that the package holds it."""

    def __init__(self, place: Workplace, message: MessageLine, parent: QWidget) -> None:
        super().__init__(parent)
        self._place, self._session, self._message = place, place.session, message
        self._job: Job | None = None
        self.stick = StickChoice(place.theme, self)
        self.make_button = button(self.tr("Make the package"), primary=True)
        self.bar = QProgressBar()
        self.name = label(type="row", wrap=True)
        self.content, self.verdict = label(type="label", wrap=True), label(tone="good", wrap=True)
        self._lay_out()
        self.make_button.clicked.connect(self.make)
        self.stick.returned.connect(self.make)

    def refresh(self) -> None:
        """Look for sticks."""
        if self._session.opened.station is not None:
            self.stick.refresh()

    @Slot()
    def make(self) -> None:
        """Put the stretch on record, then pack beside; what stands against it is told."""
        if self._job:
            return
        self._show(None)
        self._message.tell(None)
        self.stick.refresh()
        folder = self.stick.path
        if folder is None:
            self._ask_for_folder()
            return
        try:
            self._session.await_check()
            self._place.stretch.record()
        except PingyiError as error:
            self._message.tell(error)
        else:
            self.recorded.emit()
            self._start(folder)

    def _ask_for_folder(self) -> None:
        if self.stick.is_other:
            self.stick.folder.setFocus()
        else:
            self._message.tell(Notice("stick_missing"))

    def _start(self, folder: Path) -> None:
        # the session outlives this page, which a change of language makes anew
        self._job = Job(partial(_packed, self._session.opened, folder), self._session)
        self._job.finished.connect(self._finish)
        self._job.failed.connect(self._fail)
        self._show_busy(busy=True)
        self._session.jobs.start(self._job)

    @Slot(object)
    def _finish(self, made: HandedOver) -> None:
        self._show_busy(busy=False)
        self._show(made)

    @Slot(object)
    def _fail(self, error: Exception) -> None:
        self._show_busy(busy=False)
        if not isinstance(error, PingyiError):
            raise error
        self._message.tell(error)

    def _show_busy(self, *, busy: bool) -> None:
        """The bar has the keys meanwhile, so that they press nothing else."""
        had_focus = self.bar.hasFocus()
        self.bar.setVisible(busy)
        self.stick.setEnabled(not busy)
        self.make_button.setEnabled(not busy)
        if busy:
            self.bar.setFocus()
            return
        self._job = None
        if had_focus:
            self.make_button.setFocus()

    def _show(self, made: HandedOver | None) -> None:
        for shown in (self.name, self.content, self.verdict):
            shown.setVisible(made is not None)
        if made is None:
            return
        self.name.setText(made.path.name)
        self.content.setText(
            self.tr("forms {0}, records {1}, last record {2}").format(
                made.forms, made.records, made.head[:8].upper()
            )
        )
        verified = self.tr("Read back and verified.")
        gone = self.tr("Read back and verified: the stick may be removed.")
        self.verdict.setText(verified if self.stick.is_other else gone)

    def _lay_out(self) -> None:
        step = self._place.theme.room["step"]
        frame, column = card(margin=2 * step, spacing=step)
        column.addWidget(label(self.tr("Hand over"), type="name"))
        if self._session.opened.station is None:
            self.stick.hide()
            column.addWidget(label(self._why_not(), tone="quiet", wrap=True))
        else:
            self._lay_out_controls(column)
        column.addStretch(1)
        filled(self).addWidget(frame)

    def _lay_out_controls(self, column: QVBoxLayout) -> None:
        self.bar.setRange(0, 0)
        self.bar.setTextVisible(False)
        self.bar.setAccessibleName(self.tr("The package is being written and read back"))
        self.bar.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.bar.setVisible(False)
        for widget in (
            self.stick,
            self.make_button,
            self.bar,
            self.name,
            self.content,
            self.verdict,
        ):
            column.addWidget(widget)
        self._show(None)

    def _why_not(self) -> str:
        return self.tr(
            "This file is only viewed here: this computer has no part in the survey, so there is"
            " nothing of it to hand over."
        )


def _packed(survey: SurveyFile, folder: Path, _: Job) -> HandedOver:
    return hand_over(survey, folder)
