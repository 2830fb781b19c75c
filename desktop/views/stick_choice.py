"""Where a package goes: a stick, shown by its name and room, or another folder."""

from pathlib import Path

from PySide6.QtCore import QLocale, Signal, Slot
from PySide6.QtWidgets import QWidget

from desktop.models.sticks import Volume, sticks
from desktop.views.drop_list import DropList
from desktop.views.parts import filled
from desktop.views.path_field import PathField, folder_dialog
from desktop.views.theme import Theme

_OTHER = ""
"""Stands for another folder, where a stick has its root."""


class StickChoice(QWidget):
    """What is mounted is looked up whenever it is needed; the first stick is chosen by itself."""

    returned = Signal()
    """Enter, in the line for another folder."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self.box = _VolumeBox(self.tr("Stick"), theme, self)
        title = self.tr("Folder for the package")
        self.folder = PathField(title, folder_dialog(title), self)
        column = filled(self)
        column.setSpacing(theme.room["step"])
        column.addWidget(self.box)
        column.addWidget(self.folder)
        self.setFocusProxy(self.box)
        self.box.opening.connect(self.refresh)
        self.box.currentIndexChanged.connect(self._show_folder)
        self.folder.returned.connect(self.returned)
        self.refresh()

    @property
    def is_other(self) -> bool:
        """Whether another folder is to be taken, no stick."""
        return bool(self.box.currentData() == _OTHER)

    @property
    def path(self) -> Path | None:
        """The chosen stick or folder; None where there is no stick, or no folder is named."""
        if self.is_other:
            return self.folder.path
        root = self.box.currentData()
        return Path(root) if root else None

    @Slot()
    def refresh(self) -> None:
        """Look for sticks again; a stick that was pulled out is no choice any more."""
        self.offer(sticks())

    def offer(self, held: list[Volume]) -> None:
        """Offer these and another folder; what was chosen stays chosen while it is there."""
        before = self.box.currentData()
        self.box.blockSignals(True)
        self.box.clear()
        for volume in held:
            self.box.addItem(self._text(volume), str(volume.root))
        if not held:
            self.box.addItem(self.tr("No stick is in this computer"), None)
        self.box.addItem(self.tr("Another folder…"), _OTHER)
        # findData finds nothing for None
        self.box.setCurrentIndex(max(self.box.findData(before), 0) if before is not None else 0)
        self.box.blockSignals(False)
        self._show_folder()

    @Slot()
    def _show_folder(self) -> None:
        self.folder.setVisible(self.is_other)

    def _text(self, volume: Volume) -> str:
        room = QLocale().formattedDataSize(volume.free)
        return self.tr("{0} — {1} free").format(volume.name, room)


class _VolumeBox(DropList):
    opening = Signal()
    """The list is about to be shown."""

    def showPopup(self) -> None:
        self.opening.emit()
        super().showPopup()
