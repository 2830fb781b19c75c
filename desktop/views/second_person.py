"""Who stands beside whoever acts: chosen and confirmed by PIN, or named where nobody signs in."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from desktop.actions.operators import Second
from desktop.actions.rulings import WITNESSES
from desktop.store.queries import Operator
from desktop.views.drop_list import DropList
from desktop.views.parts import label
from desktop.views.workplace import Workplace


class SecondPerson(QWidget):
    """`given()` goes into the act, which confirms it beside the window: `operators.confirmed`."""

    returned = Signal()
    """Enter in the last field."""

    def __init__(self, place: Workplace, parent: QWidget) -> None:
        super().__init__(parent)
        self._place = place
        step = place.theme.room["step"]
        self.person = DropList(self.tr("Second person"), place.theme, self)
        self.person.setMinimumWidth(24 * step)
        self.name, self.pin = QLineEdit(), QLineEdit()
        self.name.setAccessibleName(self.tr("Name of the second person"))
        self.name.setPlaceholderText(self.tr("Name"))
        self.pin.setAccessibleName(self.tr("PIN of the second person"))
        self.pin.setPlaceholderText(self.tr("PIN"))
        self.pin.setEchoMode(QLineEdit.EchoMode.Password)
        self.pin.setMaximumWidth(16 * step)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(step)
        row.addWidget(label(self.tr("Second person"), type="label", tone="quiet"))
        for field in (self.person, self.name, self.pin):
            row.addWidget(field)
        row.addStretch(1)
        for line in (self.name, self.pin):
            line.returnPressed.connect(self.returned)
        self.person.activated.connect(lambda _: self.pin.setFocus())
        self.show_people([])

    def show_people(self, people: Sequence[Operator]) -> None:
        """Offer whoever may be the second; with nobody registered a name is typed."""
        code = self._place.session.code
        chosen = self.person.currentData()
        self.person.clear()
        self.person.add(self.tr("Choose…"), "")
        for held in people:
            if held.code != code and held.roles & WITNESSES:
                self.person.add(f"{held.code} {held.name}", held.code)
        self.person.setCurrentIndex(max(0, self.person.findData(chosen)))
        for field in (self.person, self.pin):
            field.setVisible(bool(people))
        self.name.setVisible(not people)
        self.setFocusProxy(self.person if people else self.name)

    def given(self) -> Second:
        """Who was named, with the PIN as it was typed."""
        if self.name.isVisibleTo(self):
            return Second(self.name.text())
        return Second(self.person.currentData() or "", self.pin.text())

    def clear(self) -> None:
        """Forget the PIN: it is typed for every act anew. The person stays chosen."""
        self.pin.clear()
        self.name.clear()
