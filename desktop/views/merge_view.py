"""The page Merge: sticks' files verified, tried and merged; and the ledger of what was."""

from pathlib import Path

from PySide6.QtCore import QLocale, Signal, Slot
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDropEvent
from PySide6.QtWidgets import QStackedWidget, QWidget

from desktop.models.merge_desk import MergeDesk, Stage
from desktop.models.merge_ledger import Ledger, read_ledger
from desktop.models.reading import Reading
from desktop.papers.sheets import merge_sheet
from desktop.views.choices import Choices
from desktop.views.import_ledger_panel import ImportLedgerPanel
from desktop.views.merge_panel import MergePanel
from desktop.views.merge_take_panel import dropped_files
from desktop.views.message_line import PageLine
from desktop.views.page_head import PageHead
from desktop.views.paper_buttons import PaperButtons, Writer
from desktop.views.parts import button, filled
from desktop.views.workplace import Workplace
from desktop.words import words_for

_MERGE, _IMPORTS = "merge", "imports"


class MergeView(QWidget):
    """One button does what comes next with the files; files may be dropped anywhere."""

    page_requested = Signal(str)
    changed = Signal()

    def __init__(self, place: Workplace, parent: QWidget) -> None:
        super().__init__(parent)
        self._place, self._session = place, place.session
        self.strip: QWidget | None = None
        self.desk = MergeDesk.of(place.session)
        self.reading = Reading(place.session, self)
        self._ledger: Ledger | None = None
        channels = {held.code: held.name for held in place.session.opened.plan.channels}
        self.message = PageLine(place.language, self)
        self.head = PageHead(self.tr("Merge"), place.theme, self)
        parts = {_MERGE: self.tr("Merge files"), _IMPORTS: self.tr("Import ledger")}
        self.parts = Choices(self.tr("Part of the page"), parts, place.theme, self)
        self.papers = PaperButtons(place, self.message, self.tr("Merge report"), self._paper, self)
        self.clear_button = button(self.tr("Clear the list"))
        self.go = button("", primary=True)
        self.merge = MergePanel(place, self.desk, channels, self.message, self)
        self.ledger = ImportLedgerPanel(place, channels, self.message, self)
        self.stack = QStackedWidget()
        self.setAcceptDrops(True)
        self._lay_out()
        self._connect()
        self._show_part(_MERGE)

    def activate(self) -> None:
        """The ledger as it is now; the files are as they were left."""
        self.merge.take.stick.refresh()
        self._read()
        self._focus()

    def put_away(self) -> None:
        """The files stay on the desk of the session."""

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if dropped_files(event.mimeData()):
            self.merge.take.show_over(over=True)
            event.acceptProposedAction()

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        self.merge.take.show_over(over=False)
        super().dragLeaveEvent(event)

    def dropEvent(self, event: QDropEvent) -> None:
        self.merge.take.show_over(over=False)
        if paths := dropped_files(event.mimeData()):
            event.acceptProposedAction()
            self._show_part(_MERGE)
            self.merge.add(paths)

    @Slot()
    def _go(self) -> None:
        """What comes next with the files: verify them, merge them, or begin with others."""
        self.message.tell(None)
        match self.desk.stage:
            case Stage.SHOWN:
                self.desk.merge()
            case Stage.DONE:
                self.desk.clear()
                self._focus()
            case Stage.LISTED:
                self.desk.verify()

    @Slot()
    def _show(self) -> None:
        """The head of the page, for the desk as it stands or for the ledger."""
        desk, is_here = self.desk, self.stack.currentIndex() == 0
        self.head.say(*(self._sentence() if is_here else self._ledger_sentence()))
        had_focus = self.go.hasFocus()
        self.go.setText(self._next())
        self.go.setVisible(is_here and bool(desk.files))
        self.go.setEnabled(desk.stage not in (Stage.VERIFYING, Stage.MERGING))
        is_done = desk.stage is Stage.DONE
        self.clear_button.setVisible(is_here and bool(desk.files) and not is_done)
        self.papers.setVisible(is_here and desk.stage in (Stage.SHOWN, Stage.DONE))
        if had_focus and not self.go.isEnabled():
            self.merge.bar.stop_button.setFocus()

    def _next(self) -> str:
        match self.desk.stage:
            case Stage.LISTED | Stage.VERIFYING:
                return self.tr("Verify")
            case Stage.SHOWN | Stage.MERGING:
                return self.tr("Merge")
            case _:
                return self.tr("Next files")

    def _sentence(self) -> tuple[str, str]:
        match self.desk.stage:
            case Stage.VERIFYING:
                return self.tr("Every record is verified, and the merge is tried."), "quiet"
            case Stage.MERGING:
                return self.tr("What the dry run has shown is being stored."), "quiet"
            case Stage.SHOWN | Stage.DONE:
                return self._figures()
            case _ if self.desk.files:
                return self.tr("Nothing is stored: see what stands below the files."), "quiet"
            case _:
                return self._standing(), "quiet"

    def _figures(self) -> tuple[str, str]:
        sources = self.desk.report.sources if self.desk.report else ()
        new = QLocale().toString(sum(held.new for held in sources))
        unsettled = len({form for held in sources for form in held.conflicts})
        if self.desk.stage is Stage.DONE:
            text = self.tr("Merged. New records: {0}; forms unsettled by them: {1}.")
            return text.format(new, unsettled), "good"
        text = self.tr("Dry run, nothing is stored. New records: {0}; forms unsettled: {1}.")
        return text.format(new, unsettled), "warn" if unsettled else "text"

    def _standing(self) -> str:
        """What nobody has handed over yet."""
        missing = [
            held.station.name
            for held in (self._ledger.standings if self._ledger else ())
            if held.imported is None
        ]
        if missing:
            return self.tr("Nothing has come yet from: {0}").format(" ".join(missing))
        return self.tr("Bring the stations' packages together; nothing counts twice.")

    def _ledger_sentence(self) -> tuple[str, str]:
        held = self._ledger.imports if self._ledger else ()
        revoked = sum(not one.standing for one in held)
        return self.tr("Imports: {0}, of them revoked: {1}.").format(len(held), revoked), "quiet"

    @Slot(object)
    def _show_part(self, part: str) -> None:
        self.parts.show_choice(part)
        self.stack.setCurrentIndex(0 if part == _MERGE else 1)
        self._show()

    def _focus(self) -> None:
        if self.stack.currentIndex():
            self.ledger.table.filter.setFocus()
        elif self.go.isVisible() and self.go.isEnabled():
            self.go.setFocus()
        else:
            self.merge.focus_files()

    @Slot()
    def _read(self) -> None:
        if self._session.survey:
            self.reading.ask(read_ledger, self._show_ledger)

    def _show_ledger(self, ledger: Ledger) -> None:
        self._ledger = ledger
        self.merge.show_ledger(ledger)
        self.ledger.show_ledger(ledger)
        self._show()
        self.desk.verify_admitted(ledger.admitted)

    def _paper(self) -> Writer:
        survey, report = self._session.opened, self.desk.report
        words = words_for(self._place.language)
        assert report

        def write(path: Path) -> Path:
            with survey.reader() as reader:
                return merge_sheet(reader, report, path, words)

        return write

    def _connect(self) -> None:
        self.desk.changed.connect(self._show)
        self.desk.failed.connect(self.message.tell)
        self.reading.failed.connect(self.message.tell)
        self._session.recorded.connect(self._read)
        self.merge.page_requested.connect(self.page_requested)
        self._session.recorded.connect(self.changed)
        self.parts.chosen.connect(self._show_part)
        self.go.clicked.connect(self._go)
        self.clear_button.clicked.connect(self.desk.clear)

    def _lay_out(self) -> None:
        for widget in (self.parts, self.papers, self.clear_button, self.go):
            self.head.add(widget)
        self.stack.addWidget(self.merge)
        self.stack.addWidget(self.ledger)
        whole = filled(self)
        whole.setSpacing(self._place.theme.room["step"])
        whole.addWidget(self.head)
        whole.addWidget(self.stack, 1)
        whole.addWidget(self.message)
