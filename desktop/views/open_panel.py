"""Open a survey file that exists: one that was open lately, or another."""

from pathlib import Path

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.session import Session
from desktop.tally.errors import PingyiError
from desktop.views.parts import button, filled, label
from desktop.views.path_field import PathField, open_dialog
from desktop.views.recent_files import RecentFiles
from desktop.views.rescue_panel import RescuePanel
from desktop.views.theme import Theme


class OpenPanel(QWidget):
    """A list to choose from, and a path for what is not in it."""

    refused = Signal(object)

    def __init__(self, session: Session, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._session, self._theme = session, theme
        kinds = self.tr("Survey files (*.pingyi)")
        self.file = PathField(
            self.tr("Survey file"), open_dialog(self.tr("Open a survey"), kinds), self
        )
        self.enter = button(self.tr("Open"), primary=True)
        self.recent = RecentFiles(theme, self)
        self.empty = label(self._empty_text(), tone="quiet", wrap=True)
        self.rescue = RescuePanel(session, theme, self)
        self._lay_out(theme.room["step"])
        self.setFocusProxy(self.file)
        self.enter.clicked.connect(self._open_typed)
        self.file.returned.connect(self._open_typed)
        self.recent.file_chosen.connect(self.open)
        self.rescue.opened.connect(self.open)
        self.rescue.refused.connect(self.refused)

    def refresh(self) -> None:
        """List the files that were open lately."""
        held = [Path(path) for path in self._session.settings.recent]
        self.recent.show_files(held)
        self.recent.setVisible(bool(held))
        self.empty.setVisible(not held)

    @property
    def has_recent(self) -> bool:
        """Whether there is a file to go on with."""
        return self.recent.rowCount() > 0

    @Slot(object)
    def open(self, path: Path) -> None:
        """Open this file, or say why not."""
        self.refused.emit(None)
        self.rescue.offer(None)
        try:
            self._session.open(path)
        except PingyiError as error:
            self.refuse(error)

    def refuse(self, error: object) -> None:
        """Say why a file did not open, and offer what may help."""
        self.refused.emit(error)
        self.rescue.offer(error)

    @Slot()
    def _open_typed(self) -> None:
        if path := self.file.path:
            self.open(path)
        else:
            self.refused.emit(self.tr("Name the survey file first."))
            self.file.setFocus()

    def _lay_out(self, step: int) -> None:
        column: QVBoxLayout = filled(self)
        column.setSpacing(step)
        column.addWidget(label(self.tr("Survey file"), type="label", tone="quiet"))
        row = QHBoxLayout()
        row.addWidget(self.file, 1)
        row.addWidget(self.enter)
        column.addLayout(row)
        column.addWidget(self.rescue)
        column.addSpacing(step)
        column.addWidget(self.recent)
        column.addWidget(self.empty)
        column.addStretch(1)

    def _empty_text(self) -> str:
        return self.tr(
            "Nothing was open on this machine yet. At the supervisor's laptop a survey is founded;"
            " at every other laptop it is joined with the supervisor's kit."
        )
