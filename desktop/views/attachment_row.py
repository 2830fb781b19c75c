"""Files that an entry rests on: named with their SHA-256, and left where they are."""

from collections.abc import Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QWidget

from desktop.assess.ledger import Attachment
from desktop.models.assess_entry import file_attached
from desktop.views.latest import Latest
from desktop.views.parts import button, label
from desktop.views.path_field import open_dialog
from desktop.views.workplace import Workplace

_DIGITS = 8


class AttachmentRow(QWidget):
    """A file is read beside the window, to its last byte.

    `text`, which names the files, is laid out by the form; without a file it takes no room.
    """

    failed = Signal(object)
    changed = Signal()

    def __init__(self, place: Workplace, parent: QWidget) -> None:
        super().__init__(parent)
        self.files: tuple[Attachment, ...] = ()
        self._work = Latest(self)
        self._choose = open_dialog(self.tr("A file that the entry rests on"), "")
        self.add_button = button(self.tr("Attach a file…"))
        self.drop_button = button(self.tr("Take the last off"))
        self.text = label(type="label", tone="quiet", wrap=True)
        hint = self.tr("Name and hash are recorded; the file stays put.")
        self.add_button.setToolTip(hint)
        self.add_button.setAccessibleDescription(hint)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(place.theme.room["step"])
        row.addWidget(self.add_button)
        row.addWidget(self.drop_button)
        self.add_button.clicked.connect(self.ask)
        self.drop_button.clicked.connect(self._drop)
        self._work.failed.connect(self.failed)
        self.show_files(())

    def show_files(self, files: Sequence[Attachment]) -> None:
        self._work.forget()
        self._show(tuple(files))

    @Slot()
    def ask(self) -> None:
        """Have somebody choose a file."""
        if chosen := self._choose(self, ""):
            self.text.setText(self.tr("The file is being read…"))
            self.text.show()
            self._work.ask(partial(file_attached, Path(chosen)), self._add)

    def _add(self, made: Attachment) -> None:
        self._show((*(held for held in self.files if held != made), made))

    @Slot()
    def _drop(self) -> None:
        self._show(self.files[:-1])
        self.add_button.setFocus()

    def _show(self, files: tuple[Attachment, ...]) -> None:
        self.files = files
        named = (f"{held.name} ({held.sha256[:_DIGITS]}…)" for held in files)
        self.text.setText(" · ".join(named))
        self.text.setVisible(bool(files) and self.text.parent() is not None)
        self.text.setToolTip("\n".join(f"{held.name} {held.sha256}" for held in files))
        self.drop_button.setVisible(bool(files))
        self.changed.emit()
