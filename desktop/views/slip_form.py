"""A batch slip, or many of one receipt: channel, count, first code, origin."""

from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLineEdit, QWidget

from desktop.tally.plan import Plan
from desktop.views.drop_list import DropList
from desktop.views.parts import button, card, filled, label, number_box
from desktop.views.workplace import Workplace

BUNDLE = 50
"""Forms of a batch, as centres bundle them."""
_MOST = 99_999
_MOST_RETURNED = 999_999_999
"""A receipt may hold far more forms than a batch."""

_WHOLE = Qt.FocusReason.TabFocusReason
"""A field that is gone to so has its text selected: what is typed takes its place."""


@dataclass(frozen=True, slots=True)
class GivenSlip:
    """What was typed; with `size` the forms are bundled into batches of so many."""

    code: str
    channel: str
    forms: int
    size: int
    origin: str | None
    replaces: bool


class SlipForm(QWidget):
    """Enter goes from field to field, and in the last one registers; Esc puts the form away."""

    register_requested = Signal()
    closed = Signal()

    def __init__(self, place: Workplace, parent: QWidget) -> None:
        super().__init__(parent)
        self._plan: Plan = place.session.opened.plan
        self._replaces = False
        self.title = label(type="row")
        self.code = QLineEdit()
        self.channel = DropList(self.tr("Channel"), place.theme, self)
        self.origin = DropList(self.tr("Origin"), place.theme, self)
        self.forms, self.bundle = number_box(1, _MOST), number_box(1, _MOST)
        self.register_button = button(self.tr("Register"), primary=True)
        self.cancel_button = button(self.tr("Not now"))
        self._dress()
        self._lay_out(place.theme.room["step"])
        self._connect()
        self.hide()

    def begin(
        self,
        title: str,
        code: str,
        *,
        channel: str = "",
        forms: int = BUNDLE,
        origin: str = "",
        bundled: bool = False,
        replaces: bool = False,
    ) -> None:
        """A slip to be copied from its paper; `replaces` corrects the one on record."""
        self._replaces = replaces
        self.title.setText(title)
        self.code.setText(code)
        self.code.setEnabled(not replaces)
        if channel:
            self.channel.setCurrentIndex(self.channel.findData(channel))
        self.origin.setCurrentIndex(max(0, self.origin.findData(origin)))
        self.forms.setMaximum(_MOST_RETURNED if bundled else _MOST)
        self.forms.setValue(forms)
        for made in (self.bundle, self.bundle_label):
            made.setVisible(bundled)
        self.show()
        self._first().setFocus(_WHOLE)

    @Slot()
    def close_form(self) -> None:
        """What was typed is of no more use."""
        if not self.isHidden():
            self.hide()
            self.closed.emit()

    def given(self) -> GivenSlip:
        return GivenSlip(
            self.code.text().strip(),
            self.channel.currentData(),
            self.forms.value(),
            self.bundle.value() if self.bundle.isVisibleTo(self) else 0,
            self.origin.currentData() or None,
            self._replaces,
        )

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.close_form()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._go_on()
        else:
            super().keyPressEvent(event)

    def _fields(self) -> list[QWidget]:
        """What is filled in now, in the order of the form."""
        every = (self.code, self.channel, self.forms, self.origin, self.bundle)
        return [field for field in every if field.isVisibleTo(self) and field.isEnabled()]

    def _first(self) -> QWidget:
        return self._fields()[0]

    def _go_on(self) -> None:
        fields = self._fields()
        at = next((at for at, field in enumerate(fields) if field.hasFocus()), len(fields) - 1)
        if at + 1 < len(fields):
            fields[at + 1].setFocus(_WHOLE)
        else:
            self.register_requested.emit()

    def _dress(self) -> None:
        for held in self._plan.channels:
            self.channel.add(held.name, held.code)
        self.origin.add(self.tr("none"), "")
        for agency in self._plan.agencies:
            self.origin.add(f"{agency.code} {agency.short or agency.name}", agency.code)
        for box in (self.forms, self.bundle):
            box.setValue(BUNDLE)
            box.setGroupSeparatorShown(True)
        self.bundle.setAccessibleName(self.tr("Forms a batch"))
        self.code.setMaxLength(16)

    def _connect(self) -> None:
        self.register_button.clicked.connect(self.register_requested)
        self.cancel_button.clicked.connect(self.close_form)

    def _lay_out(self, step: int) -> None:
        frame, column = card(margin=2 * step, spacing=step)
        column.addWidget(self.title)
        self.bundle_label = label(self.tr("Forms a batch"), type="label", tone="quiet")
        grid = QGridLayout()
        grid.setHorizontalSpacing(step)
        fields = (
            (self.tr("Batch code"), self.code),
            (self.tr("Channel"), self.channel),
            (self.tr("Forms, counted by hand"), self.forms),
            (self.tr("Origin, if one unit filled them in"), self.origin),
        )
        for at, (text, field) in enumerate(fields):
            field.setAccessibleName(text)
            row, side = 2 * (at // 2), at % 2
            grid.addWidget(label(text, type="label", tone="quiet"), row, side)
            grid.addWidget(field, row + 1, side)
        for side in (0, 1):
            grid.setColumnStretch(side, 1)
        column.addLayout(grid)
        shelf = QHBoxLayout()
        shelf.setSpacing(step)
        for made in (self.bundle_label, self.bundle):
            shelf.addWidget(made)
        shelf.addStretch(1)
        shelf.addWidget(self.register_button)
        shelf.addWidget(self.cancel_button)
        column.addLayout(shelf)
        self.origin.setSizeAdjustPolicy(
            DropList.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        )
        filled(self).addWidget(frame)
