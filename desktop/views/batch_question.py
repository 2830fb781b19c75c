"""What an act on batches asks before it is done: a reason, or whose counts a file holds."""

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from desktop.views.check_box import CheckBox
from desktop.views.drop_list import DropList
from desktop.views.parts import button, card, filled, label
from desktop.views.workplace import Workplace


class BatchQuestion(QWidget):
    """Enter in the line does it, Esc puts the question away; refused, it stays as it was typed."""

    closed = Signal()

    def __init__(self, place: Workplace, parent: QWidget) -> None:
        super().__init__(parent)
        self._then: Callable[[str], None] | None = None
        self.title = label(type="row", wrap=True)
        self.channel = DropList(self.tr("Channel of the counts"), place.theme, self)
        for held in place.session.opened.plan.channels:
            self.channel.add(held.name, held.code)
        self.text = QLineEdit()
        self.replaces = CheckBox(self.tr("Replace what this source gave before"), place.theme)
        self.act_button = button("")
        self.cancel_button = button(self.tr("Not now"))
        self._lay_out(place.theme.room["step"])
        self.text.returnPressed.connect(self._answer)
        self.act_button.clicked.connect(self._answer)
        self.cancel_button.clicked.connect(self.close_question)
        self.hide()

    def ask(
        self, title: str, act: str, hint: str, then: Callable[[str], None], *, counts: bool = False
    ) -> None:
        """`act` stands on the button; with `counts` a channel is chosen, and what is replaced."""
        self._then = then
        self.title.setText(title)
        self.act_button.setText(act)
        self.text.setPlaceholderText(hint)
        self.text.setAccessibleName(hint)
        self.text.clear()
        self.replaces.setChecked(False)
        for made in (self.channel, self.replaces):
            made.setVisible(counts)
        self.show()
        self.text.setFocus()

    @Slot()
    def close_question(self) -> None:
        """Nothing was done, or all of it."""
        if self._then:
            self._then = None
            self.hide()
            self.closed.emit()

    @Slot()
    def _answer(self) -> None:
        if self._then:
            self._then(self.text.text())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.close_question()
        else:
            super().keyPressEvent(event)

    def _lay_out(self, step: int) -> None:
        frame, column = card(margin=2 * step, spacing=step)
        column.addWidget(self.title)
        asked, shelf = QHBoxLayout(), QHBoxLayout()
        for row in (asked, shelf):
            row.setSpacing(step)
            column.addLayout(row)
        asked.addWidget(self.channel)
        asked.addWidget(self.text, 1)
        shelf.addWidget(self.replaces)
        shelf.addStretch(1)
        shelf.addWidget(self.act_button)
        shelf.addWidget(self.cancel_button)
        filled(self).addWidget(frame)
