"""Documents of the year from a page: a button each, a folder, and a line on what was made."""

from collections.abc import Sequence
from functools import partial
from pathlib import Path

from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from desktop.actions.letter_keeping import kept_letter
from desktop.jobs import Job
from desktop.models.acting import Acting
from desktop.store.survey_file import SurveyFile
from desktop.views.job_bar import JobBar
from desktop.views.message_line import MessageLine
from desktop.views.parts import button
from desktop.views.path_field import folder_dialog
from desktop.views.workplace import Workplace
from desktop.words import words_for


class YearPapers(QWidget):
    """Each button writes the documents of its kinds into a folder that is asked for."""

    def __init__(self, place: Workplace, message: MessageLine, parent: QWidget) -> None:
        super().__init__(parent)
        self._message, self._words = message, words_for(place.language)
        self.acting = Acting(place.session, self)
        self.bar = JobBar(self.acting, self.tr("Documents are being written…"), parent)
        self.ask_folder = folder_dialog(self.tr("Folder for the documents"))
        self.buttons: dict[tuple[str, ...], QPushButton] = {}
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(place.theme.room["step"])
        self._folder = ""
        self.acting.failed.connect(message.tell)
        self.acting.cancelled.connect(lambda: message.say(self.tr("Stopped: nothing was kept.")))

    def offer(self, papers: Sequence[tuple[str, tuple[str, ...]]]) -> None:
        """A button for each title, with the kinds that it writes."""
        for title, kinds in papers:
            self.buttons[kinds] = made = button(title)
            made.clicked.connect(partial(self.write, kinds))
            self._row.addWidget(made)

    def write(self, kinds: tuple[str, ...]) -> None:
        """Ask for a folder and write the documents there, beside the window."""
        chosen = self.ask_folder(self, self._folder)
        if not chosen:
            return
        self._folder = chosen
        words, folder = self._words, Path(chosen)

        def work(survey: SurveyFile, job: Job) -> list[Path]:
            from desktop.papers.year import write_year_report

            letter = kept_letter(survey.home, survey.id)
            return write_year_report(survey, folder, words, kinds, letter=letter, report=job.report)

        self._message.tell(None)
        self.acting.labour(work, self._tell)

    def _tell(self, made: list[Path]) -> None:
        if not made:
            self._message.say(self.tr("There is nothing to write of this kind yet."), tone="warn")
            return
        text = self.tr("%n document(s) written: {0}", "", len(made))
        self._message.say(text.format(made[0] if len(made) == 1 else made[0].parent), tone="good")
