"""What is to be noted, sentence by sentence, some with a button for what follows from it."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from desktop.views.parts import button, label
from desktop.views.theme import Theme


@dataclass(frozen=True, slots=True)
class Remark:
    """`action` is emitted when its button, which says `offer`, is pressed."""

    text: str
    tone: str = "text"
    offer: str = ""
    action: str = ""


class Remarks(QScrollArea):
    """A column that scrolls; it has the focus for the arrow keys."""

    action_requested = Signal(str)

    def __init__(self, name: str, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._step = theme.room["step"]
        self._shown: tuple[Remark, ...] = ()
        self.setAccessibleName(name)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setMinimumHeight(2 * theme.room["row"])

    @property
    def shown(self) -> tuple[Remark, ...]:
        return self._shown

    def show_remarks(self, remarks: Sequence[Remark]) -> None:
        """These, from the top."""
        if self._shown == tuple(remarks):
            return
        self._shown = tuple(remarks)
        inner = QWidget()
        column = QVBoxLayout(inner)
        column.setContentsMargins(self._step, self._step, self._step, self._step)
        column.setSpacing(self._step)
        for remark in self._shown:
            self._add(column, remark)
        column.addStretch(1)
        self.setWidget(inner)

    def _add(self, column: QVBoxLayout, remark: Remark) -> None:
        if remark.text:
            column.addWidget(label(remark.text, tone=remark.tone, wrap=True))
        if remark.action:
            made = button(remark.offer)
            made.clicked.connect(lambda _, action=remark.action: self.action_requested.emit(action))
            made.installEventFilter(self)
            column.addWidget(made, 0, Qt.AlignmentFlag.AlignLeft)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.FocusIn and isinstance(watched, QWidget):
            self.ensureWidgetVisible(watched)
        return super().eventFilter(watched, event)
