"""Long work in the page: what is being done, how far it is, and a way to stop it."""

from PySide6.QtCore import Qt, QTimer, Slot
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QWidget

from desktop.models.acting import Acting
from desktop.views.parts import button, label

_PATIENCE = 150
"""Milliseconds: what ends sooner shows no bar."""


class JobBar(QWidget):
    """Shown while `acting` is busy; `text` says with what."""

    def __init__(self, acting: Acting, text: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.text = label(text, type="label", tone="quiet")
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.bar.setAccessibleName(text)
        self.stop_button = button(self.tr("Cancel"))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.text)
        row.addWidget(self.bar, 1, Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(self.stop_button)
        self._patience = QTimer(self)
        self._patience.setSingleShot(True)
        self._patience.setInterval(_PATIENCE)
        self._patience.timeout.connect(self.show)
        self.stop_button.clicked.connect(acting.cancel)
        self.stop_button.clicked.connect(self._say_stopping)
        acting.busy_changed.connect(self._follow)
        acting.progressed.connect(self._show_progress)
        self.hide()

    def say(self, text: str) -> None:
        """What is being done now."""
        self.text.setText(text)
        self.bar.setAccessibleName(text)

    @Slot(bool)
    def _follow(self, busy: bool) -> None:
        if busy:
            self.bar.setRange(0, 0)
            self.stop_button.setText(self.tr("Cancel"))
            self._patience.start()
        else:
            self._patience.stop()
            self.hide()

    @Slot()
    def _say_stopping(self) -> None:
        """It stops between two units of work, which may take a moment."""
        self.stop_button.setText(self.tr("Stopping…"))

    @Slot(object, object)
    def _show_progress(self, done: int, total: int) -> None:
        self.bar.setRange(0, total)
        self.bar.setValue(done)
