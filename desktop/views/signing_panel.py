"""What two people sign for: a reason, the second person, and one button that does it."""

from PySide6.QtCore import QEvent, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from desktop.views.parts import button, card, filled, label
from desktop.views.second_person import SecondPerson
from desktop.views.workplace import Workplace


class SigningPanel(QWidget):
    """Stands in the page while it is asked for; Esc puts it away, and so does what was done."""

    signed = Signal()
    closed = Signal()

    def __init__(self, place: Workplace, parent: QWidget) -> None:
        super().__init__(parent)
        step = place.theme.room["step"]
        frame, column = card(margin=2 * step, spacing=step)
        self.title = label(type="row")
        self.text = label(type="label", tone="quiet", wrap=True)
        self.reason = QLineEdit()
        self.reason.setAccessibleName(self.tr("Reason"))
        self.reason.setPlaceholderText(self.tr("Reason, in a few words"))
        self.second = SecondPerson(place, self)
        self.sign_button = button("", primary=True)
        self.cancel_button = button(self.tr("Not now"))
        row = QHBoxLayout()
        row.setSpacing(step)
        row.addWidget(self.second, 1)
        row.addWidget(self.sign_button)
        row.addWidget(self.cancel_button)
        for made in (self.title, self.text, self.reason):
            column.addWidget(made)
        column.addLayout(row)
        filled(self).addWidget(frame)
        self.reason.returnPressed.connect(self.second.setFocus)
        self.second.returned.connect(self.sign_button.click)
        self.sign_button.clicked.connect(self.signed)
        self.cancel_button.clicked.connect(self.put_away)
        self.hide()

    def ask(self, title: str, text: str, action: str, *, reason: bool) -> None:
        """Ask for a signature; `reason` where the record takes one."""
        self.title.setText(title)
        self.text.setText(text)
        self.sign_button.setText(action)
        self.reason.setVisible(reason)
        self.reason.clear()
        self.second.clear()
        self.show()
        (self.reason if reason else self.second).setFocus()

    @Slot()
    def put_away(self) -> None:
        """Nothing is asked any more."""
        self.second.clear()
        self.hide()
        self.closed.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and event.type() == QEvent.Type.KeyPress:
            self.put_away()
        else:
            super().keyPressEvent(event)
