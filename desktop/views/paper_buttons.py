"""Two buttons for one paper: Print and PDF…; the paper is laid out beside the window."""

from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory

from PySide6.QtCore import QStandardPaths, Slot
from PySide6.QtWidgets import QHBoxLayout, QWidget

from desktop.jobs import Job
from desktop.tally.errors import PingyiError
from desktop.views.message_line import MessageLine
from desktop.views.parts import button
from desktop.views.path_field import save_dialog
from desktop.views.printing import print_pdf, printer_named, printers
from desktop.views.workplace import Workplace

Writer = Callable[[Path], Path]
"""Writes a PDF of this name, and gives the path written."""


class PaperButtons(QWidget):
    """Print and save one paper, called `title`; a second click meanwhile does nothing.

    `make()` is called on the window's thread when a button is pressed: it reads what the paper is
    to say, or raises a PingyiError, which is told on `message`. The writer it gives is called
    beside, so whatever it reads of a survey it reads from a connection of its own:

        def _report(self) -> Writer:
            survey, held = self._session.opened, self._report

            def write(path: Path) -> Path:
                with survey.reader() as reader:
                    return papers.merge_sheet(reader, held, path, words)

            return write

    `text` is what the first button says where "Print" is not enough. `printer` names the printer
    that was chosen, the usual one where it gives an empty text. `print_button` and `save_button`
    are the buttons, for whoever disables or hides them.
    """

    def __init__(
        self,
        place: Workplace,
        message: MessageLine,
        title: str,
        make: Callable[[], Writer],
        parent: QWidget,
        *,
        text: str = "",
        printer: Callable[[], str] = lambda: "",
    ) -> None:
        super().__init__(parent)
        self._session, self._message, self._title = place.session, message, title
        self._make, self._printer = make, printer
        self._job: Job | None = None
        self._told: Callable[[object], str] = str
        self.print_button = button(text or self.tr("Print"))
        self.print_button.setAccessibleName(text or self.tr("Print: {0}").format(title))
        self.save_button = button(self.tr("PDF…"))
        self.save_button.setAccessibleName(self.tr("Save as PDF: {0}").format(title))
        for made in (self.print_button, self.save_button):
            made.setToolTip(made.accessibleName())
        self.print_button.clicked.connect(self.print_paper)
        self.save_button.clicked.connect(self.save_paper)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(place.theme.room["step"] // 2)
        row.addWidget(self.print_button)
        row.addWidget(self.save_button)

    @Slot()
    def print_paper(self) -> None:
        """Put the paper on the chosen printer; where there is none, offer the PDF."""
        printer = self._printer() or next(iter(printers()), "")
        if not printer:
            text = self.tr("This computer has no printer: save the PDF, and print it elsewhere.")
            self._message.say(text, tone="warn")
            self.save_button.setFocus()
        elif write := self._ready():
            done = self.tr("Sent to the printer {0}.").format(printer)
            self._start(
                lambda _: print_pdf(_content(write), printer_named(printer)), lambda _: done
            )

    @Slot()
    def save_paper(self) -> None:
        """Ask for a name, and write the PDF there."""
        folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        ask = save_dialog(self._title, self.tr("PDF documents (*.pdf)"))
        chosen = ask(self, str(Path(folder) / f"{self.proposed_name()}.pdf"))
        if chosen and (write := self._ready()):
            path = Path(chosen)
            whole = path if path.suffix.lower() == ".pdf" else path.with_name(f"{path.name}.pdf")
            self._start(lambda _: write(whole), self.tr("Saved: {0}").format)

    def proposed_name(self) -> str:
        """What the file is called until somebody gives it another name."""
        return self._title

    def _ready(self) -> Writer | None:
        """What the paper says is read now; None where another is under way, or it is refused."""
        if self._job and not self._job.is_done:
            return None
        try:
            return self._make()
        except PingyiError as error:
            self._message.tell(error)
            return None

    def _start(self, work: Callable[[Job], object], told: Callable[[object], str]) -> None:
        """Work beside the window; `told` says what came of it."""
        self._told = told
        self._message.say(self.tr("The paper is being laid out…"), tone="quiet")
        # the session outlives this page, which a change of language makes anew
        self._job = Job(work, self._session)
        self._job.finished.connect(self._finish)
        self._job.failed.connect(self._message.tell_failure)
        self._session.labours.start(self._job)

    @Slot(object)
    def _finish(self, result: object) -> None:
        self._message.say(self._told(result), tone="good")


def _content(write: Writer) -> bytes:
    """The bytes of a paper that nobody keeps."""
    with TemporaryDirectory() as folder:
        return write(Path(folder) / "paper.pdf").read_bytes()
