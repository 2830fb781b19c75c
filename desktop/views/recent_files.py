"""The survey files that were open lately; Enter opens the one that has the focus."""

from collections.abc import Sequence
from datetime import datetime
from pathlib import Path

from PySide6.QtCore import QSize, Qt, Signal, Slot
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QHeaderView, QTableWidget, QTableWidgetItem, QWidget

from desktop.views.theme import Theme

_ENTER = {Qt.Key.Key_Return, Qt.Key.Key_Enter}


class RecentFiles(QTableWidget):
    """Name, folder, and when it was last written; what is gone is said to be gone."""

    file_chosen = Signal(object)

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(0, 3, parent)
        self._theme, self._files = theme, list[Path]()
        self._gone = self.tr("not there")
        self.setAccessibleName(self.tr("Open lately"))
        titles = (self.tr("Open lately"), self.tr("Folder"), self.tr("Last saved"))
        self.setHorizontalHeaderLabels(titles)
        self._set_up()
        self.cellClicked.connect(self._choose_row)

    def show_files(self, files: Sequence[Path]) -> None:
        """List these files, the newest first."""
        self._files = list(files)
        self.setRowCount(len(files))
        for row, path in enumerate(files):
            for column, text in enumerate((path.stem, str(path.parent), self._when(path))):
                self.setItem(row, column, self._item(text, path, column))
        if files:
            self.setCurrentCell(0, 0)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in _ENTER and self.currentRow() >= 0:
            self._choose_row(self.currentRow())
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """The keyboard has a row as soon as it arrives."""
        super().focusInEvent(event)
        if self.currentRow() < 0 and self._files:
            self.setCurrentCell(0, 0)

    def sizeHint(self) -> QSize:
        rows = self.horizontalHeader().height() + self._theme.room["row"] * len(self._files)
        return QSize(super().sizeHint().width(), rows + 4)

    def _item(self, text: str, path: Path, column: int) -> QTableWidgetItem:
        item = QTableWidgetItem(text)
        item.setFlags(Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable)
        item.setToolTip(str(path))
        is_there = path.is_file()
        item.setForeground(self._theme.colours["text" if is_there and not column else "quiet"])
        item.setFont(self._theme.font("body", bold=is_there and not column))
        return item

    def _when(self, path: Path) -> str:
        """The time of the last record, as the file system has it."""
        try:
            moment = datetime.fromtimestamp(path.stat().st_mtime).astimezone()
        except (OSError, OverflowError, ValueError):
            return self._gone
        return f"{moment:%Y-%m-%d %H:%M}"

    def _set_up(self) -> None:
        self.setSelectionBehavior(QTableWidget.SelectionBehavior.SelectRows)
        self.setSelectionMode(QTableWidget.SelectionMode.SingleSelection)
        self.setTabKeyNavigation(False)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTextElideMode(Qt.TextElideMode.ElideMiddle)
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(self._theme.room["row"])
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        header.setSectionResizeMode(2, QHeaderView.ResizeMode.ResizeToContents)

    @Slot(int)
    def _choose_row(self, row: int) -> None:
        self.file_chosen.emit(self._files[row])
