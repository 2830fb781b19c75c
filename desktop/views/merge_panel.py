"""Merging itself: where files come from, the files, what they would change, what is to be noted."""

from collections.abc import Mapping
from pathlib import Path

from PySide6.QtCore import QTimer, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QWidget

from desktop.models.merge_desk import Added, MergeDesk, Stage
from desktop.models.merge_files import MergeFile
from desktop.models.merge_ledger import Ledger
from desktop.models.notices import Notice
from desktop.views.batch_changes import BatchChanges
from desktop.views.job_bar import JobBar
from desktop.views.merge_files_panel import MergeFilesPanel
from desktop.views.merge_remarks import RECEIPTS, MergeRemarks
from desktop.views.merge_take_panel import MergeTakePanel
from desktop.views.message_line import MessageLine
from desktop.views.parts import filled
from desktop.views.station_standing_panel import StationStandingPanel
from desktop.views.workplace import Workplace


class MergePanel(QWidget):
    """What is under way belongs to the desk, which outlives the page."""

    page_requested = Signal(str)

    def __init__(
        self,
        place: Workplace,
        desk: MergeDesk,
        channels: Mapping[str, str],
        message: MessageLine,
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self.desk, self._message = desk, message
        self._names: dict[str, str] = {}
        theme = place.theme
        self.take = MergeTakePanel(theme, self)
        self.bar = JobBar(desk.acting, self.tr("The files are being verified"), self)
        self.stations = StationStandingPanel(theme, self)
        self.files = MergeFilesPanel(theme, self)
        self.below = QWidget()
        self.batches = BatchChanges(channels, theme, self)
        self.remarks = MergeRemarks(place.language, theme, self)
        self._next_turn = QTimer(self)
        self._next_turn.setSingleShot(True)
        self._next_turn.timeout.connect(self._show_remarks)
        self._lay_out(theme.room["step"])
        self._connect()
        self.show_desk()
        # the page was made anew while something went on
        self.bar.setVisible(desk.is_busy)

    @Slot(object)
    def add(self, paths: list[Path]) -> None:
        """Take files, or folders and what is in them, into the list."""
        self._message.tell(None)
        sentences = self._not_added(self.desk.add(paths))
        if sentences:
            self._message.say(sentences[0], tone="warn")

    @Slot()
    def show_desk(self) -> None:
        """The desk as it stands."""
        report, is_empty = self.desk.report, not self.desk.files
        had_focus = any(held.hasFocus() for held in self.take.findChildren(QWidget))
        self.take.show_large(large=is_empty)
        self.stations.setVisible(is_empty)
        self.files.setVisible(not is_empty)
        self.files.show_files(self.desk.files, report.sources if report else ())
        self.files.remove_button.setVisible(self.desk.stage is not Stage.DONE)
        self.batches.setVisible(bool(report and report.batches))
        self.batches.show_changes(report.batches if report else ())
        self.bar.say(self._under_way())
        # two tables and hundreds of names in one turn would keep a key waiting
        self._next_turn.start()
        if had_focus and self.desk.stage is Stage.SHOWN:
            self.files.table.table.setFocus()

    def show_ledger(self, ledger: Ledger) -> None:
        """How far stations are, and what they are called."""
        self._names = dict(ledger.stations)
        self.stations.show_ledger(ledger)
        self._next_turn.start()

    def focus_files(self) -> None:
        """Where the hands go on: to the files, or to where they come from."""
        if self.desk.files:
            self.files.table.table.setFocus()
        else:
            self.take.stick.setFocus()

    @Slot()
    def _show_remarks(self) -> None:
        self.remarks.show_desk(self.desk, self._names)
        self.remarks.setVisible(bool(self.remarks.shown))
        self.below.setVisible(bool(self.remarks.shown or self.desk.report))

    def _under_way(self) -> str:
        if self.desk.stage is Stage.MERGING:
            return self.tr("The files are being merged")
        if self.desk.stage is Stage.DONE:
            return self.tr("The receipt is being written")
        return self.tr("The files are being verified")

    def _not_added(self, added: Added) -> list[str]:
        """Why files are not in the list, the most important first."""
        unreadable = self.tr("{0} cannot be read: put the stick in again.")
        empty = self.tr("There is no package on {0}.")
        known = self.tr("In the list already: {0}")
        names = " ".join(path.name for path in added.known)
        busy = self.tr("One thing at a time: wait until this is done, or cancel it.")
        return [
            *([busy] if added.is_busy else ()),
            *(unreadable.format(path) for path in added.unreadable),
            *(empty.format(path) for path in added.empty),
            *([known.format(names)] if names else ()),
        ]

    @Slot(object)
    def _show_progress(self, _: MergeFile) -> None:
        report = self.desk.report
        self.files.show_files(self.desk.files, report.sources if report else ())

    @Slot(str)
    def _act_on(self, action: str) -> None:
        if action == RECEIPTS:
            self.desk.leave_receipts()
        else:
            self.page_requested.emit(action)

    @Slot()
    def _tell_no_stick(self) -> None:
        self._message.tell(Notice("stick_missing"))

    def _connect(self) -> None:
        self.bar.stop_button.clicked.connect(self.desk.stop)
        self.desk.changed.connect(self.show_desk)
        self.desk.file_changed.connect(self._show_progress)
        self.take.files_taken.connect(self.add)
        self.take.stick_missed.connect(self._tell_no_stick)
        self.files.removal_requested.connect(self.desk.remove)
        self.remarks.action_requested.connect(self._act_on)

    def _lay_out(self, step: int) -> None:
        column = filled(self)
        column.setSpacing(step)
        row = QHBoxLayout(self.below)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(2 * step)
        row.addWidget(self.batches, 2)
        row.addWidget(self.remarks, 1)
        column.addWidget(self.take)
        column.addWidget(self.bar)
        for part in (self.stations, self.files, self.below):
            column.addWidget(part, 1)
