"""A line that two people changed apart: both versions side by side, until somebody settles it."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QPushButton, QScrollArea, QWidget

from desktop.assess.ledger_data import to_value
from desktop.models.cases import Case
from desktop.views.case_book import CaseBook
from desktop.views.parts import button, filled, label
from desktop.views.workplace import Workplace


class CaseVersions(QWidget):
    """Only what differs is marked; nothing of it counts before one is taken."""

    taken = Signal(object)
    """The version that holds."""

    def __init__(self, place: Workplace, book: CaseBook, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme, self._book = place.theme, book
        self.buttons: list[QPushButton] = []
        self._area = QScrollArea()
        self._area.setWidgetResizable(True)
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        column = filled(self)
        column.setSpacing(place.theme.room["step"])
        self.title = label(type="name", wrap=True)
        column.addWidget(self.title)
        text = self.tr("Two computers say different things of this line. Take what holds.")
        column.addWidget(label(text, tone="bad", wrap=True))
        column.addWidget(self._area, 1)

    def show_case(self, case: Case) -> None:
        self.title.setText(self._book.names.get(case.value.unit, case.value.unit))
        self._area.setWidget(self._grid((case.value, *case.line.others)))

    def focus(self) -> None:
        self.buttons[0].setFocus()

    def _grid(self, versions: Sequence[Any]) -> QWidget:
        inside, step = QWidget(), self._theme.room["step"]
        grid = QGridLayout(inside)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(2 * step)
        grid.setVerticalSpacing(step // 2)
        fields = (*self._book.fields(()), *self._book.later_fields())
        rows = [(field.name, field.title) for field in fields]
        for at, (name, title) in enumerate(rows):
            said = [self._said(name, version) for version in versions]
            differs = len(set(said)) > 1
            grid.addWidget(label(title, type="label", tone="quiet"), at, 0)
            for side, text in enumerate(said, 1):
                tone = "bad" if differs else "quiet"
                grid.addWidget(label(text, tone=tone, wrap=True), at, side)
        self._add_buttons(grid, versions, len(rows))
        grid.setRowStretch(len(rows) + 1, 1)
        return inside

    def _add_buttons(self, grid: QGridLayout, versions: Sequence[Any], row: int) -> None:
        self.buttons = []
        for side, version in enumerate(versions, 1):
            made = button(self.tr("Take version {0}").format(side))
            made.clicked.connect(lambda _, version=version: self.taken.emit(version))
            grid.addWidget(made, row, side, Qt.AlignmentFlag.AlignLeft)
            grid.setColumnStretch(side, 1)
            self.buttons.append(made)

    def _said(self, name: str, version: Any) -> str:
        held = to_value(version)[name]
        text = "  ".join(held) if isinstance(held, list) else str(held)
        return self._book.shown(name, text) or "—"
