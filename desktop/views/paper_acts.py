"""What is done with a paper of the survey: printed, saved, or all of them saved."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QWidget

from desktop.models.acting import Acting
from desktop.papers.listing import Paper
from desktop.papers.orders import Order
from desktop.views.job_bar import JobBar
from desktop.views.message_line import MessageLine
from desktop.views.new_survey_path import documents
from desktop.views.paper_writing import PaperWriting
from desktop.views.path_field import folder_dialog, save_dialog
from desktop.views.saving import with_suffix
from desktop.views.workplace import Workplace
from desktop.words import words_for


class PaperActs(QObject):
    """One thing at a time; `bar` says how far it is, the message line what came of it."""

    printer_missing = Signal()

    def __init__(
        self, place: Workplace, writing: PaperWriting, message: MessageLine, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self._writing, self._message, self._page = writing, message, parent
        self._words = words_for(place.language)
        self._stopped = ""
        self.acting = Acting(place.session, self)
        self.bar = JobBar(self.acting, "", parent)
        self.acting.failed.connect(message.tell)
        self.acting.cancelled.connect(self._tell_stopped)

    def print_paper(self, paper: Paper, order: Order, printer: str) -> None:
        """Put a paper on the printer of this name; where there is none, offer to save it."""
        if not paper.is_pdf:
            text = self.tr("A file for other programs: save it, and print it there.")
            self._message.say(text, tone="warn")
        elif not printer:
            text = self.tr("This computer has no printer: save the PDF, and print it elsewhere.")
            self._message.say(text, tone="warn")
            self.printer_missing.emit()
        else:
            stopped = self.tr("Stopped: what the printer has taken by then, it may still print.")
            sent = self.tr("Sent to the printer {0}.").format(printer)
            self._begin(self.tr("The paper is laid out and printed…"), stopped)
            self.acting.labour(
                lambda _, job: self._writing.print_paper(order, printer, job.report),
                partial(self._tell, paper, sent),
            )

    def save(self, paper: Paper, order: Order, name: str) -> None:
        """One paper into a file that somebody names; `name` is proposed, without its ending."""
        kinds = self.tr("{0} files (*{1})").format(paper.suffix[1:].upper(), paper.suffix)
        ask = save_dialog(self._words(paper.title), kinds)
        chosen = ask(self._page, str(documents() / f"{name}{paper.suffix}"))
        if chosen and (path := self._free(chosen, paper.suffix)):
            stopped = self.tr("Stopped: nothing was saved.")
            self._begin(self.tr("The paper is being laid out…"), stopped)
            self.acting.labour(
                lambda _, job: self._writing.save(order, path, job.report),
                partial(self._tell, paper, self.tr("Saved: {0}").format(path)),
            )

    def save_all(self, order: Order) -> None:
        """Every paper into a folder; files of the same names are replaced."""
        title = self.tr("A folder for the documents; those of the same name are replaced")
        chosen = folder_dialog(title)(self._page, str(documents()))
        if not chosen:
            return
        folder = Path(chosen)
        stopped = self.tr("Stopped: nothing in {0} has changed.").format(folder)
        self._begin(self.tr("The documents are being laid out…"), stopped)
        self.acting.labour(
            lambda _, job: self._writing.save_all(order, folder, job.report),
            partial(self._tell_all, folder),
        )

    def _begin(self, text: str, stopped: str) -> None:
        """A second click meanwhile does nothing, and says nothing else."""
        if not self.acting.is_busy:
            self.bar.say(text)
            self._stopped = stopped

    def _free(self, chosen: str, suffix: str) -> Path | None:
        """The path with its ending; None where that names a file the dialog did not ask about."""
        path = with_suffix(chosen, suffix)
        if path == Path(chosen) or not path.exists():
            return path
        text = self.tr("{0} is there already: choose it by its whole name to replace it.")
        self._message.say(text.format(path), tone="warn")
        return None

    def _tell(self, paper: Paper, done: str, made: object) -> None:
        if made:
            self._message.say(done, tone="good")
        else:
            self._message.say(self._words(paper.lacking), tone="warn")

    def _tell_all(self, folder: Path, paths: list[Path]) -> None:
        text = self.tr("{0} documents saved in {1}")
        self._message.say(text.format(len(paths), folder), tone="good")

    @Slot()
    def _tell_stopped(self) -> None:
        self._message.say(self._stopped, tone="warn")
