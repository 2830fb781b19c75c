"""Documents of the year from a page: a button each, a folder, and a line on what was made."""

from collections.abc import Callable, Sequence
from contextlib import closing
from functools import partial
from pathlib import Path

from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from desktop.actions.deductions import today
from desktop.actions.letter_keeping import kept_letter
from desktop.actions.writing import refusal_named
from desktop.jobs import Job
from desktop.models.acting import Acting
from desktop.papers.orders import Order, YearWish
from desktop.store.survey_file import SurveyFile
from desktop.views.job_bar import JobBar
from desktop.views.message_line import MessageLine
from desktop.views.paper_writing import PaperWriting
from desktop.views.parts import button
from desktop.views.path_field import folder_dialog
from desktop.views.workplace import Workplace


def year_papers_into(
    folder: Path, kinds: Sequence[str], language: str, day: str = ""
) -> Callable[[SurveyFile, Job], list[Path]]:
    """What `Acting.labour` is to do: a process of its own writes them, all of them or none.

    It ends with the work, for it holds the whole survey in memory; the folder is made where it is
    not. The errors of `PaperWriting`, and of `kept_letter`.
    """

    def write(survey: SurveyFile, job: Job) -> list[Path]:
        letter = kept_letter(survey.home, survey.id)
        wish = YearWish(day or today(survey))
        order = Order(survey.path, language, letter=letter, papers=tuple(kinds), year=wish)
        with closing(PaperWriting(survey.home)) as writing:
            return writing.save_all(order, _made(folder), job.report)

    return write


def _made(folder: Path) -> Path:
    """FileUnwritableError."""
    with refusal_named(folder):
        folder.mkdir(parents=True, exist_ok=True)
    return folder


class YearPapers(QWidget):
    """Each button writes the documents of its kinds into a folder that is asked for."""

    def __init__(self, place: Workplace, message: MessageLine, parent: QWidget) -> None:
        super().__init__(parent)
        self._message, self._language = message, place.language
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
        self._message.tell(None)
        self.acting.labour(year_papers_into(Path(chosen), kinds, self._language), self._tell)

    def _tell(self, made: list[Path]) -> None:
        if not made:
            self._message.say(self.tr("There is nothing to write of this kind yet."), tone="warn")
            return
        text = self.tr("%n document(s) written: {0}", "", len(made))
        self._message.say(text.format(made[0] if len(made) == 1 else made[0].parent), tone="good")
