"""The page Documents: chosen at the left, seen at the right as it will be printed."""

from dataclasses import dataclass
from functools import partial
from pathlib import Path

from PySide6.QtCore import QStandardPaths, QTimer, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.models.acting import Acting
from desktop.models.reading import Reading
from desktop.models.rows_model import Column, Row
from desktop.paper_list import BLANKS, PAPERS, RESULTS, WORK, Paper
from desktop.store import editions
from desktop.store.editions import Edition, SealedEdition
from desktop.store.survey_file import SurveyFile
from desktop.views.drop_list import DropList
from desktop.views.filtered_table import FilteredTable
from desktop.views.job_bar import JobBar
from desktop.views.message_line import PageLine
from desktop.views.page_head import PageHead
from desktop.views.paper_preview import PaperPreview
from desktop.views.paper_writing import LaidPaper, all_written, laid_out, written
from desktop.views.parts import button, card, filled
from desktop.views.path_field import folder_dialog, save_dialog
from desktop.views.printing import print_pdf, printer_named, printers
from desktop.views.saving import with_suffix
from desktop.views.workplace import Workplace
from desktop.words import words_for

_REST = 250
"""Milliseconds on a line of the list until its paper is laid out."""


@dataclass(frozen=True, slots=True)
class _Found:
    """The edition the survey is at, and every sealed one."""

    at: Edition
    sealed: list[SealedEdition]


class DocumentsView(QWidget):
    """A paper is laid out beside the window when the cursor rests on it."""

    page_requested = Signal(str)

    def __init__(self, place: Workplace, parent: QWidget) -> None:
        super().__init__(parent)
        self.strip: QWidget | None = None
        self._place, self._session = place, place.session
        self._words = words_for(place.language)
        self._laid: LaidPaper | None = None
        self.reading = Reading(place.session, self)
        self.acting, self.saving = Acting(place.session, self), Acting(place.session, self)
        self.message = PageLine(place.language, self)
        self.head = PageHead(self.tr("Documents"), place.theme, self)
        self.edition = DropList(self.tr("Edition"), place.theme, self)
        self.printer = DropList(self.tr("Printer"), place.theme, self)
        self.print_button = button(self.tr("Print"), primary=True)
        self.save_button = button(self.tr("Save…"))
        self.all_button = button(self.tr("Save all…"))
        columns = [Column(self.tr("Document")), Column(self.tr("As"))]
        self.list = FilteredTable(columns, self.tr("Documents"), place.theme, self, wide=0)
        self.preview = PaperPreview(place.theme, self)
        self.laying = JobBar(self.acting, self.tr("The paper is being laid out…"), self)
        self.bar = JobBar(self.saving, "", self)
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(_REST)
        self._lay_out()
        self._connect()

    def activate(self) -> None:
        """What was laid out before may be out of date."""
        self._offer_printers()
        self._read()
        self.list.table.setFocus()

    def put_away(self) -> None:
        """What is laid out is made anew."""
        self._rest.stop()
        self.acting.cancel()

    @Slot()
    def _read(self) -> None:
        self._laid = None
        self.reading.ask(_read, self._show)

    @Slot()
    def _read_again(self) -> None:
        if self.isVisible():
            self._read()

    @property
    def paper(self) -> Paper | None:
        held = self.list.current()
        return held if isinstance(held, Paper) else None

    def _show(self, found: _Found) -> None:
        self._offer_editions(found)
        if found.at.sealed:
            self.head.say(self.tr("Sealed: edition {0}.").format(found.at.number), "good")
        else:
            text = self.tr("Edition {0}, not sealed: every page says so.")
            self.head.say(text.format(found.at.number), "warn")
        self.list.show_rows(self._rows())
        self._rest.start()

    def _offer_editions(self, found: _Found) -> None:
        """The survey as it stands, and every sealed edition that it is not."""
        before = self.edition.currentData()
        sealed, open_ = self.tr("Sealed: edition {0}"), self.tr("As it stands: edition {0}")
        self.edition.clear()
        self.edition.add((sealed if found.at.sealed else open_).format(found.at.number), None)
        for held in reversed(found.sealed):
            if not (found.at.sealed and held.number == found.at.number):
                self.edition.add(sealed.format(held.number), held.number)
        self.edition.setCurrentIndex(max(0, self.edition.findData(before)))

    def _rows(self) -> list[Row]:
        parts = {
            RESULTS: self.tr("results"),
            WORK: self.tr("the work"),
            BLANKS: self.tr("to be filled in"),
        }
        return [
            Row(held, (self._title(held), held.suffix[1:].upper()), (parts[held.part], held.suffix))
            for held in PAPERS
        ]

    def _title(self, paper: Paper) -> str:
        return self._words(paper.title)

    @Slot()
    def lay_out(self) -> None:
        """Show the paper under the cursor, unless it is in sight."""
        paper, number = self.paper, self.edition.currentData()
        if paper is None or self._is_shown(paper, number):
            return
        self._laid = None
        if not paper.is_pdf:
            self.preview.show_nothing(self.tr("A file for other programs: save it."))
            return
        self.preview.show_nothing("")  # never another paper than the one that is chosen
        if self.acting.is_busy:
            self._rest.start()
            return
        words = self._words
        self.acting.labour(
            lambda survey, _: laid_out(survey, paper, number, words), self._show_laid
        )

    def _is_shown(self, paper: Paper, number: int | None) -> bool:
        held = self._laid
        return held is not None and (held.paper, held.edition) == (paper, number)

    def _show_laid(self, laid: LaidPaper) -> None:
        if laid.paper is not self.paper or laid.edition != self.edition.currentData():
            self._rest.start()
            return
        self._laid = laid
        if laid.content:
            self.preview.show_pdf(laid.content, first=True)
        else:
            self.preview.show_nothing(self._words(laid.paper.lacking))

    @Slot()
    def print_paper(self) -> None:
        """Print what is in sight."""
        name, content = self.printer.currentData(), self._laid.content if self._laid else b""
        if not content:
            self.message.say(self.tr("Choose a paper that is shown first."), tone="warn")
        elif not name:
            text = self.tr("This computer has no printer: save the PDF, and print it elsewhere.")
            self.message.say(text, tone="warn")
            self.save_button.setFocus()
        else:
            self.bar.say(self.tr("The paper goes to the printer…"))
            printer = printer_named(name)
            self.saving.labour(lambda _, __: print_pdf(content, printer), partial(self._sent, name))

    def _sent(self, printer: str, _: object) -> None:
        self.message.say(self.tr("Sent to the printer {0}.").format(printer), tone="good")

    @Slot()
    def save(self) -> None:
        """One document into a file."""
        paper = self.paper
        if paper is None:
            return
        kinds = self.tr("{0} files (*{1})").format(paper.suffix[1:].upper(), paper.suffix)
        ask = save_dialog(self._title(paper), kinds)
        chosen = ask(self, str(_documents() / f"{self._title(paper)}{paper.suffix}"))
        if chosen and (path := self._free(chosen, paper.suffix)):
            number, words = self.edition.currentData(), self._words
            self.bar.say(self.tr("The paper is being laid out…"))
            self.saving.labour(
                lambda survey, _: written(survey, paper, number, path, words),
                partial(self._tell_saved, paper, path),
            )

    def _free(self, chosen: str, suffix: str) -> Path | None:
        """The path with its ending; None where that names a file the dialog did not ask about."""
        path = with_suffix(chosen, suffix)
        if path == Path(chosen) or not path.exists():
            return path
        text = self.tr("{0} is there already: choose it by its whole name to replace it.")
        self.message.say(text.format(path), tone="warn")
        return None

    @Slot()
    def save_all(self) -> None:
        """Every document into a folder; files of the same names are replaced."""
        title = self.tr("A folder for the documents; those of the same name are replaced")
        chosen = folder_dialog(title)(self, str(_documents()))
        if chosen:
            folder, number, words = Path(chosen), self.edition.currentData(), self._words
            self.bar.say(self.tr("The documents are being written…"))
            self.saving.labour(
                lambda survey, job: all_written(survey, folder, number, words, job),
                self._tell_all,
            )

    def _tell_saved(self, paper: Paper, path: Path, found: Path | None) -> None:
        if found:
            self.message.say(self.tr("Saved: {0}").format(path), tone="good")
        else:
            self.message.say(self._words(paper.lacking), tone="warn")

    def _tell_all(self, paths: list[Path]) -> None:
        text = self.tr("{0} documents saved in {1}")
        self.message.say(text.format(len(paths), paths[0].parent), tone="good")

    @Slot()
    def _tell_stopped(self) -> None:
        """What was written by then is whole, and stays."""
        self.message.say(self.tr("Stopped; documents that were written stay."), tone="warn")

    @Slot()
    def _tell_not_laid(self) -> None:
        self.preview.show_nothing(self.tr("Not laid out: press Enter on the paper to see it."))

    def _offer_printers(self) -> None:
        self.printer.clear()
        for name in printers():
            self.printer.add(name, name)
        self.printer.setVisible(self.printer.count() > 1)

    def _connect(self) -> None:
        for signal in (self.reading.failed, self.acting.failed, self.saving.failed):
            signal.connect(self.message.tell)
        for signal in (self.acting.failed, self.acting.cancelled):
            signal.connect(self._tell_not_laid)
        self.saving.cancelled.connect(self._tell_stopped)
        self._session.recorded.connect(self._read_again)
        self._rest.timeout.connect(self.lay_out)
        self.list.current_changed.connect(lambda _: self._rest.start())
        self.list.row_chosen.connect(lambda _: self.lay_out())
        self.edition.activated.connect(lambda _: self._rest.start())
        self.print_button.clicked.connect(self.print_paper)
        self.save_button.clicked.connect(self.save)
        self.all_button.clicked.connect(self.save_all)

    def _lay_out(self) -> None:
        step = self._place.theme.room["step"]
        for made in (self.edition, self.printer, self.all_button, self.save_button):
            self.head.add(made)
        self.head.add(self.print_button)
        frame, column = card(margin=2 * step, spacing=step)
        column.addWidget(self.list, 1)
        paper, inner = card(margin=step, spacing=step)
        inner.addWidget(self.laying)
        inner.addWidget(self.preview, 1)
        row = QHBoxLayout()
        row.setSpacing(2 * step)
        row.addWidget(frame, 4)
        row.addWidget(paper, 9)
        whole: QVBoxLayout = filled(self)
        whole.setSpacing(2 * step)
        whole.addWidget(self.head)
        whole.addLayout(row, 1)
        whole.addWidget(self.bar)
        whole.addWidget(self.message)


def _read(survey: SurveyFile) -> _Found:
    return _Found(editions.edition(survey), editions.sealed_editions(survey))


def _documents() -> Path:
    return Path(QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation))
