"""A line that offers what was written there before, and takes nothing that nobody chose."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from desktop.tally.texts import folded

_MOVES = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}


class CaseLine(QLineEdit):
    """Up and Down bring the texts that begin as what was typed, one after the other.

    No text completes itself: inspector 1 would become inspector 10 with the next Enter.
    """

    def __init__(self, known: Sequence[str], parent: QWidget) -> None:
        super().__init__(parent)
        self._known, self._typed = known, ""
        self._place: int | None = None
        if known:
            self.setPlaceholderText("↑ ↓")
        self.textEdited.connect(self._remember)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        by = _MOVES.get(Qt.Key(event.key()), 0)
        begun = folded(self._typed)
        fitting = [text for text in self._known if folded(text).startswith(begun)]
        if not by or not fitting:
            super().keyPressEvent(event)
            return
        # the first Down is the first of them, the first Up the last
        self._place = (self._place + by if self._place is not None else min(by, 0)) % len(fitting)
        self.setText(fitting[self._place])

    @Slot(str)
    def _remember(self, text: str) -> None:
        self._typed, self._place = text, None
