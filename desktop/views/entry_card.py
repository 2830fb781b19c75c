"""A card that is filled in on the page: fields with their names above, one button that does it."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLineEdit, QWidget

from desktop.views.parts import button, card, filled, label
from desktop.views.theme import Theme


class EntryCard(QWidget):
    """Enter goes from field to field and in the last one does it; Esc puts the card away."""

    given = Signal()
    closed = Signal()

    def __init__(self, action: str, theme: Theme, parent: QWidget, *, columns: int) -> None:
        super().__init__(parent)
        self._columns, self._place = columns, 0
        self._stops: list[QWidget] = []
        step = theme.room["step"]
        self.title = label(type="row", wrap=True)
        self.text = label(type="label", tone="quiet", wrap=True)
        self.give_button = button(action, primary=True)
        self.cancel_button = button(self.tr("Not now"))
        self.grid = QGridLayout()
        self.grid.setHorizontalSpacing(step)
        self.grid.setVerticalSpacing(step // 4)
        for at in range(columns):
            self.grid.setColumnStretch(at, 1)
        self.foot = QHBoxLayout()
        self.foot.setSpacing(step)
        frame, self.column = card(margin=2 * step, spacing=step)
        for part in (self.title, self.text):
            self.column.addWidget(part)
        self.column.addLayout(self.grid)
        self.column.addLayout(self.foot)
        self.foot.addStretch(1)
        self.foot.addWidget(self.give_button)
        self.foot.addWidget(self.cancel_button)
        filled(self).addWidget(frame)
        self.give_button.clicked.connect(self.given)
        self.cancel_button.clicked.connect(self.put_away)
        self.hide()

    def add(
        self, title: str, field: QWidget, *, span: int = 1, stops: Sequence[QWidget] = ()
    ) -> None:
        """One more field, `span` columns wide; a row that it does not fit in is left.

        `stops` are the fields in it that Enter goes through, where it has several.
        """
        if self._place % self._columns + span > self._columns:
            self._place += self._columns - self._place % self._columns
        row, column = divmod(self._place, self._columns)
        self._place += span
        self._stops.extend(stops or (field,))
        if not stops:
            field.setAccessibleName(title)
        name = label(title, type="label", tone="quiet")
        name.setBuddy(field)
        self.grid.addWidget(name, 2 * row, column, 1, span)
        self.grid.addWidget(field, 2 * row + 1, column, 1, span)

    def ask(self, title: str, text: str, first: QWidget) -> None:
        """Show it, with the focus in this field."""
        self.title.setText(title)
        self.text.setText(text)
        self.text.setVisible(bool(text))
        self.show()
        first.setFocus()
        if isinstance(first, QLineEdit):
            first.selectAll()

    @Slot()
    def put_away(self) -> None:
        """Nothing is asked any more."""
        self.hide()
        self.closed.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """What a field has no use for."""
        if event.key() == Qt.Key.Key_Escape:
            self.put_away()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._go_on()
        else:
            super().keyPressEvent(event)

    def _go_on(self) -> None:
        """To the next field; from the last one it is given."""
        stops = [held for held in self._stops if held.isVisibleTo(self) and held.isEnabled()]
        at = next((at for at, held in enumerate(stops) if held.hasFocus()), len(stops))
        if at + 1 < len(stops):
            stops[at + 1].setFocus(Qt.FocusReason.TabFocusReason)
        else:
            self.give_button.click()
