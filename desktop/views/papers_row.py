"""The papers of a clerk: the shift sheet and the key card, printed or saved as PDF."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory

from PySide6.QtCore import QStandardPaths, Signal, Slot
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QPushButton, QWidget

from desktop.jobs import Job
from desktop.models.shift_rows import shift_sheet
from desktop.models.times import in_words, local
from desktop.store import editions
from desktop.store.survey_file import timestamp
from desktop.tally.errors import PingyiError
from desktop.views.message_line import MessageLine
from desktop.views.parts import button, filled
from desktop.views.path_field import save_dialog
from desktop.views.printing import print_pdf, printer_named, printers
from desktop.views.workplace import Workplace
from desktop.words import words_for

Writer = Callable[[Path], Path]
"""Writes a PDF of this name."""


@dataclass(frozen=True, slots=True)
class _Printable:
    content: bytes
    printer: str


class PapersRow(QWidget):
    """Laying a paper out takes a second: it is done beside, one at a time."""

    recorded = Signal()
    """The stretch went on record, so that the sheet names the last record there is."""

    def __init__(self, place: Workplace, message: MessageLine, parent: QWidget) -> None:
        super().__init__(parent)
        self._place, self._session, self._message = place, place.session, message
        self._words = words_for(place.language)
        self._job: Job | None = None
        self.printer = QComboBox()
        self.printer.setAccessibleName(self.tr("Printer"))
        self.print_sheet, self.save_sheet = self._pair(
            self.tr("Print shift sheet"), self.tr("Shift sheet"), self._sheet
        )
        self.print_card, self.save_card = self._pair(
            self.tr("Print key card"), self.tr("Key card"), self._card
        )
        self._lay_out()

    def refresh(self) -> None:
        """Look for printers; a file that is only viewed has no shift to put on paper."""
        held = printers()
        self.printer.clear()
        self.printer.addItems(held)
        self.printer.setVisible(len(held) > 1)
        is_station = self._session.opened.station is not None
        for made in (self.print_sheet, self.save_sheet):
            made.setVisible(is_station)

    def _pair(
        self, text: str, paper: str, made: Callable[[], Writer]
    ) -> tuple[QPushButton, QPushButton]:
        to_printer = button(text)
        to_file = button(self.tr("PDF…"))
        to_file.setAccessibleName(self.tr("Save as PDF: {0}").format(paper))
        to_file.setToolTip(to_file.accessibleName())
        to_printer.clicked.connect(lambda: self._print(made, to_file))
        to_file.clicked.connect(lambda: self._save(made, paper))
        return to_printer, to_file

    def _print(self, made: Callable[[], Writer], instead: QPushButton) -> None:
        printer = self.printer.currentText() or next(iter(printers()), "")
        if not printer:
            text = self.tr("This computer has no printer: save the PDF, and print it elsewhere.")
            self._message.say(text, tone="warn")
            instead.setFocus()
        elif write := self._ready(made):
            self._start(lambda _: _Printable(_content(write), printer))

    def _save(self, made: Callable[[], Writer], paper: str) -> None:
        folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        ask = save_dialog(paper, self.tr("PDF documents (*.pdf)"))
        chosen = ask(self, str(Path(folder) / f"{paper}.pdf"))
        if chosen and (write := self._ready(made)):
            path = Path(chosen)
            whole = path if path.suffix.lower() == ".pdf" else path.with_name(f"{path.name}.pdf")
            self._start(lambda _: write(whole))

    def _ready(self, made: Callable[[], Writer]) -> Writer | None:
        """What the paper says is read now; None where another is under way, or it is refused."""
        if self._job and not self._job.is_done:
            return None
        try:
            return made()
        except PingyiError as error:
            self._message.tell(error)
            return None

    def _sheet(self) -> Writer:
        from desktop.report.shift_sheet import write_shift_sheet

        survey, stretch = self._session.opened, self._place.stretch
        stretch.record()
        self.recorded.emit()
        began, ended = local(stretch.shift_began), local(timestamp(survey.clock()))
        hour = self.tr("H:mm")
        day = self.tr("d MMM H:mm")
        end = hour if began.date() == ended.date() else day
        sheet = shift_sheet(
            self._session, stretch, began=in_words(began, day), ended=in_words(ended, end)
        )
        return partial(
            write_shift_sheet,
            sheet,
            survey=survey.id,
            mode=survey.mode,
            title=survey.plan.title,
            edition=editions.edition(survey).number,
            words=self._words,
        )

    def _card(self) -> Writer:
        from desktop.report.key_card import write_key_card

        return partial(write_key_card, self._session.opened.plan, words=self._words)

    def _start(self, work: Callable[[Job], object]) -> None:
        self._message.say(self.tr("The paper is being laid out…"), tone="quiet")
        # the session outlives this page, which a change of language makes anew
        self._job = Job(work, self._session)
        self._job.finished.connect(self._finish)
        self._job.failed.connect(self._tell_failure)
        self._session.jobs.start(self._job)

    @Slot(object)
    def _finish(self, result: object) -> None:
        match result:
            case _Printable(content, printer):
                self._put_on_paper(content, printer)
            case _:
                self._message.say(self.tr("Saved: {0}").format(result), tone="good")

    def _put_on_paper(self, content: bytes, name: str) -> None:
        try:
            print_pdf(content, printer_named(name))
        except PingyiError as error:
            self._message.tell(error)
        else:
            self._message.say(self.tr("Sent to the printer {0}.").format(name), tone="good")

    @Slot(object)
    def _tell_failure(self, error: Exception) -> None:
        match error:
            case PingyiError():
                self._message.tell(error)
            case OSError():
                text = self.tr("{0} cannot be written ({1}): choose another folder.")
                self._message.say(text.format(error.filename, error.strerror), tone="bad")
            case _:
                raise error

    def _lay_out(self) -> None:
        step = self._place.theme.room["step"]
        row = QHBoxLayout()
        row.setSpacing(2 * step)
        for pair in ((self.print_sheet, self.save_sheet), (self.print_card, self.save_card)):
            side = QHBoxLayout()
            side.setSpacing(step // 2)
            for made in pair:
                side.addWidget(made)
            row.addLayout(side)
        row.addStretch(1)
        row.addWidget(self.printer)
        filled(self).addLayout(row)


def _content(write: Writer) -> bytes:
    """The bytes of a paper that nobody keeps."""
    with TemporaryDirectory() as folder:
        return write(Path(folder) / "paper.pdf").read_bytes()
