"""What is asked once before it is done, because it cannot be undone: a sentence and two buttons."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from desktop.views.parts import button, card, filled, label
from desktop.views.workplace import Workplace


class AssessQuestion(QWidget):
    """Esc puts it away; the focus is on the button that does nothing."""

    closed = Signal()

    def __init__(self, place: Workplace, parent: QWidget) -> None:
        super().__init__(parent)
        self._then: Callable[[], None] | None = None
        step = place.theme.room["step"]
        frame, column = card(margin=step, spacing=step)
        self.text = label(wrap=True)
        self.act_button = button("", danger=True)
        self.cancel_button = button(self.tr("Not now"))
        row = QHBoxLayout()
        row.setSpacing(step)
        row.addWidget(self.text, 1)
        row.addWidget(self.cancel_button)
        row.addWidget(self.act_button)
        column.addLayout(row)
        filled(self).addWidget(frame)
        self.act_button.clicked.connect(self._answer)
        self.cancel_button.clicked.connect(self.put_away)
        self.hide()

    def ask(self, text: str, act: str, then: Callable[[], None]) -> None:
        """`act` stands on the button that does it."""
        self._then = then
        self.text.setText(text)
        self.act_button.setText(act)
        self.show()
        self.cancel_button.setFocus()

    @Slot()
    def put_away(self) -> None:
        if self._then:
            self._then = None
            self.hide()
            self.closed.emit()

    @Slot()
    def _answer(self) -> None:
        then = self._then
        self.put_away()
        if then:
            then()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and event.type() == QEvent.Type.KeyPress:
            self.put_away()
        else:
            super().keyPressEvent(event)
