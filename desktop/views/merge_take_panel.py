"""Where files to be merged come from: dropped, off a stick, or chosen one by one."""

from pathlib import Path

from PySide6.QtCore import QMimeData, Qt, Signal, Slot
from PySide6.QtWidgets import QFileDialog, QFrame, QHBoxLayout, QVBoxLayout, QWidget

from desktop.views.parts import button, filled, label
from desktop.views.stick_choice import StickChoice
from desktop.views.theme import Theme


class MergeTakePanel(QWidget):
    """Large while there is no file yet, one line afterwards."""

    files_taken = Signal(object)
    """Paths of files, or of one folder whose packages are meant."""
    stick_missed = Signal()
    """There is no stick, and no other folder was named."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self.frame = QFrame(self)
        self.frame.setObjectName("drop")
        self.stick = StickChoice(theme, self)
        self.take_button = button(self.tr("Take every package"), primary=True)
        self.choose_button = button(self.tr("Choose files…"))
        self.call = label(self.tr("Drop the stations' packages here"), type="name")
        text = self.tr(
            "Every file is verified in full, and a dry run shows what it would bring. Nothing is"
            " stored before you say so."
        )
        self.hint = label(text, tone="quiet", wrap=True)
        self._lay_out()
        self.show_over(over=False)
        self.take_button.clicked.connect(self.take_all)
        self.stick.returned.connect(self.take_all)
        self.choose_button.clicked.connect(self._choose)

    def show_large(self, *, large: bool) -> None:
        """Say what is to be done first, or leave the room to the files."""
        for held in (self.call, self.hint):
            held.setVisible(large)
        if self.take_button.property("primary") != large:
            self.take_button.setProperty("primary", large)
            self.take_button.style().unpolish(self.take_button)
            self.take_button.style().polish(self.take_button)

    def show_over(self, *, over: bool) -> None:
        """Mark that what is dragged may be dropped here."""
        colours, step = self._theme.colours, self._theme.room["step"]
        line, ground = ("accent", "accent_ground") if over else ("line", "card")
        self.frame.setStyleSheet(
            f"QFrame#drop {{ border: 2px dashed {colours[line].name()};"
            f" background: {colours[ground].name()}; border-radius: {step}px; }}"
        )

    @Slot()
    def take_all(self) -> None:
        """Every package of the stick."""
        self.stick.refresh()
        path = self.stick.path
        if path is not None:
            self.files_taken.emit([path])
        elif self.stick.is_other:
            self.stick.folder.setFocus()
        else:
            self.stick_missed.emit()

    @Slot()
    def _choose(self) -> None:
        kinds = self.tr("Packages and survey files (*.pyp *.pingyi)")
        title = self.tr("Files to merge")
        found, _ = QFileDialog.getOpenFileNames(self, title, str(self.stick.path or ""), kinds)
        if found:
            self.files_taken.emit([Path(name) for name in found])

    def _lay_out(self) -> None:
        step = self._theme.room["step"]
        column = QVBoxLayout(self.frame)
        column.setContentsMargins(2 * step, step, 2 * step, step)
        column.setSpacing(step)
        for text in (self.call, self.hint):
            text.setAlignment(Qt.AlignmentFlag.AlignCenter)
            column.addWidget(text)
        row = QHBoxLayout()
        row.setSpacing(step)
        row.addStretch(1)
        row.addWidget(self.stick, 2)
        row.addWidget(self.take_button)
        row.addWidget(self.choose_button)
        row.addStretch(1)
        column.addLayout(row)
        filled(self).addWidget(self.frame)


def dropped_files(held: QMimeData) -> list[Path]:
    """Local files and folders that are dragged, in their order."""
    return [Path(url.toLocalFile()) for url in held.urls() if url.isLocalFile()]
