"""One person: code, name, roles, and the PIN twice."""

from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QCheckBox, QGridLayout, QHBoxLayout, QLineEdit, QWidget

from desktop.store.authority import ROLES
from desktop.store.queries import Operator
from desktop.views.parts import button, card, filled, label
from desktop.views.workplace import Workplace


@dataclass(frozen=True, slots=True)
class Given:
    """What was typed."""

    code: str
    name: str
    roles: tuple[str, ...]
    pin: str


class PersonForm(QWidget):
    """Enter goes from field to field, and in the last one registers."""

    register_requested = Signal()

    def __init__(self, place: Workplace, parent: QWidget) -> None:
        super().__init__(parent)
        self.code, self.name, self.pin, self.again = (QLineEdit() for _ in range(4))
        for line in (self.pin, self.again):
            line.setEchoMode(QLineEdit.EchoMode.Password)
        self.roles = {role: QCheckBox(text) for role, text in self.role_names().items()}
        self.register_button = button(self.tr("Register"), primary=True)
        self.cancel_button = button(self.tr("Not now"))
        self._lay_out(place.theme.room["step"])
        self._connect()
        self.hide()

    def role_names(self) -> dict[str, str]:
        """Roles as people call them, in their order."""
        names = {
            "clerk": self.tr("clerk"),
            "checker": self.tr("checker"),
            "supervisor": self.tr("supervisor"),
            "scrutineer": self.tr("scrutineer"),
        }
        return {role: names[role] for role in ROLES}

    def begin(self, held: Operator | None, code: str, role: str = "clerk") -> None:
        """Somebody new under this code in a role, or somebody who is registered."""
        self.code.setText(code)
        self.name.setText(held.name if held else "")
        roles = held.roles if held else frozenset({role})
        for name, box in self.roles.items():
            box.setChecked(name in roles)
        self._forget_pins()
        self.show()
        first = self.pin if held else self.code
        first.setFocus()
        first.selectAll()

    @Slot()
    def close_form(self) -> None:
        self._forget_pins()
        self.hide()

    def problem(self) -> str:
        """What keeps it from being registered; empty where nothing does."""
        if not any(box.isChecked() for box in self.roles.values()):
            return self.tr("Tick at least one role.")
        if self.pin.text() != self.again.text():
            self.again.setFocus()
            self.again.selectAll()
            return self.tr("The two PINs differ: type the second one again.")
        return ""

    def given(self) -> Given:
        roles = tuple(role for role, box in self.roles.items() if box.isChecked())
        return Given(self.code.text().strip(), self.name.text(), roles, self.pin.text())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.close_form()
        else:
            super().keyPressEvent(event)

    def _forget_pins(self) -> None:
        self.pin.clear()
        self.again.clear()

    def _connect(self) -> None:
        self.code.returnPressed.connect(self.name.setFocus)
        self.name.returnPressed.connect(self.pin.setFocus)
        self.pin.returnPressed.connect(self.again.setFocus)
        self.again.returnPressed.connect(self.register_requested)
        self.register_button.clicked.connect(self.register_requested)
        self.cancel_button.clicked.connect(self.close_form)

    def _lay_out(self, step: int) -> None:
        frame, column = card(margin=2 * step, spacing=step)
        grid = QGridLayout()
        grid.setHorizontalSpacing(step)
        fields = (
            (self.tr("Code"), self.code),
            (self.tr("Name"), self.name),
            (self.tr("PIN, 4 to 12 digits"), self.pin),
            (self.tr("PIN again"), self.again),
        )
        for at, (text, line) in enumerate(fields):
            line.setAccessibleName(text)
            row, side = 2 * (at // 2), at % 2
            grid.addWidget(label(text, type="label", tone="quiet"), row, side)
            grid.addWidget(line, row + 1, side)
        column.addLayout(grid)
        for widgets in (self.roles.values(), (self.register_button, self.cancel_button)):
            shelf = QHBoxLayout()
            shelf.setSpacing(step)
            for made in widgets:
                shelf.addWidget(made)
            shelf.addStretch(1)
            column.addLayout(shelf)
        filled(self).addWidget(frame)
