"""The form as people will get it, laid out anew while its plan is written."""

from functools import partial
from io import BytesIO

from PySide6.QtCore import QTimer, Slot
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QWidget

from desktop.tally.errors import PingyiError
from desktop.tally.plan import Plan
from desktop.views.latest import Latest
from desktop.views.paper_preview import PaperPreview
from desktop.views.parts import filled
from desktop.views.theme import Theme
from desktop.words import Words, words_for

_REST = 250
"""Milliseconds without a change until the form is laid out anew."""


class FormPreview(QWidget):
    """Shows a plan's form; nothing is laid out while nobody can see it."""

    def __init__(self, theme: Theme, language: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._words = words_for(language)
        self._plan: Plan | None = None
        self._laid: tuple[Plan, str] | None = None
        self._mode = "official"
        self._work = Latest(self)
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(_REST)
        self.paper = PaperPreview(theme, self)
        filled(self).addWidget(self.paper)
        self.setFocusProxy(self.paper)
        self.setMinimumHeight(44 * theme.room["step"])
        self._rest.timeout.connect(self._lay_out)
        self._work.failed.connect(self._tell_failure)
        self.show_plan(None)

    @property
    def is_waiting(self) -> bool:
        """Whether another picture of the form is on its way."""
        return self._rest.isActive() or self._work.is_busy

    def show_plan(self, plan: Plan | None, mode: str = "official") -> None:
        """Show the form of this plan; None where the plan is not sound yet."""
        if plan is None:
            self._laid = None
            self._work.forget()
            self._rest.stop()
            self.paper.show_nothing(self.tr("The form is shown as soon as the plan is sound."))
        elif (plan, mode) != (self._plan, self._mode) and self.isVisible():
            self._rest.start()
        self._plan, self._mode = plan, mode

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._plan and self._laid != (self._plan, self._mode):
            self._rest.start(0)

    @Slot()
    def _lay_out(self) -> None:
        self._rest.setInterval(_REST)
        if self._plan is None:
            return
        if not self.paper.pages:
            self.paper.show_nothing(self.tr("The form is being laid out…"))
        self._laid = (self._plan, self._mode)
        self._work.ask(partial(form_pdf, *self._laid, self._words), self.paper.show_pdf)

    @Slot(object)
    def _tell_failure(self, error: Exception) -> None:
        """A name that cannot be printed, a page with too many rows: said in its place."""
        if not isinstance(error, PingyiError):
            raise error
        self.paper.show_nothing(error.sentence(self._words))


def form_pdf(plan: Plan, mode: str, words: Words) -> bytes:
    """The blank form; the errors of `questionnaire_writer`."""
    from desktop.report.questionnaire import questionnaire_writer

    held = BytesIO()
    questionnaire_writer(plan, words=words, mode=mode)(held)
    return held.getvalue()
