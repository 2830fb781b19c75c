"""The foot of a page that has a desk at times: its keys while it is there, else nothing."""

from PySide6.QtWidgets import QStackedWidget, QWidget

from desktop.models.desk import Desk
from desktop.models.keys import Prompt
from desktop.views.key_strip import Keys, KeyStrip


class DeskStrip(QStackedWidget):
    """Holds one strip of keys, or none."""

    def show_desk(self, desk: Desk | None, leave: str = "") -> None:
        """Follow this desk from now on; `leave` says where Esc leads from the number field."""
        while old := self.currentWidget():
            self.removeWidget(old)
            old.deleteLater()
        if desk:
            self.addWidget(_PaperKeyStrip(desk, leave, self))


class _PaperKeyStrip(KeyStrip):
    """The keys of a desk without a batch to close."""

    def __init__(self, desk: Desk, leave: str, parent: QWidget) -> None:
        self._leave = leave  # first: the strip is filled while it is made
        super().__init__(desk, parent)

    def _keys(self) -> Keys:
        if self._desk.prompt is not Prompt.NUMBER:
            return super()._keys()
        return (
            ("Enter", self.tr("take this number")),
            ("0–9", self.tr("another number, or scan")),
            ("Esc", self._leave),
            ("F1", self.tr("help")),
        )
