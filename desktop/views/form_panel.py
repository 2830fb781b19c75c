"""The form as it is printed: looked at, printed, saved as PDF."""

from functools import partial

from PySide6.QtWidgets import QWidget

from desktop.tally.plan import Plan
from desktop.views.form_preview import FormPreview
from desktop.views.message_line import MessageLine
from desktop.views.paper_buttons import PaperButtons, Writer
from desktop.views.parts import filled
from desktop.views.workplace import Workplace
from desktop.words import words_for


class FormPanel(QWidget):
    """The form of the open survey; a drill's says so on every page."""

    def __init__(self, plan: Plan, place: Workplace, message: MessageLine, parent: QWidget) -> None:
        super().__init__(parent)
        self._plan, self._words = plan, words_for(place.language)
        self._mode = place.session.opened.mode
        self.preview = FormPreview(place.theme, place.language, self)
        self.preview.show_plan(plan, self._mode)
        title = self.tr("Appraisal form")
        self.papers = PaperButtons(place, message, title, self._writer, self)
        self.preview.paper.tools.addSpacing(2 * place.theme.room["step"])
        self.preview.paper.tools.addWidget(self.papers)
        column = filled(self)
        column.setContentsMargins(*[2 * place.theme.room["step"]] * 4)
        column.addWidget(self.preview)
        self.setFocusProxy(self.preview)

    def _writer(self) -> Writer:
        from desktop.report.questionnaire import write_questionnaire

        return partial(write_questionnaire, self._plan, words=self._words, mode=self._mode)
