"""Two things are said of one entry: side by side, where they differ, and which of them is taken."""

from collections.abc import Sequence
from functools import partial
from itertools import pairwise

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QScrollArea, QWidget

from desktop.assess.ledger import Entry, State
from desktop.models.assess_year import AssessYear
from desktop.report.year_facts import facts_text
from desktop.store.ledger_queries import Line
from desktop.views.assess_rows import AssessRows
from desktop.views.parts import button, card, filled, label
from desktop.views.workplace import Workplace
from desktop.words import words_for

_LEAST, _PART = 12, 7
"""Steps of height, or that part of the window; what is more is scrolled to."""


class AssessDisputePanel(QWidget):
    """Nothing is settled until the version that was taken is saved."""

    taken = Signal(object)
    """The Entry of a version."""

    def __init__(self, place: Workplace, rows: AssessRows, parent: QWidget) -> None:
        super().__init__(parent)
        self._rows, self._words = rows, words_for(place.language)
        self._step = place.theme.room["step"]
        frame, self._column = card(margin=self._step, spacing=self._step // 2)
        text = self.tr("Two computers say different things of this entry: take one, mend, save.")
        self._column.addWidget(label(text, tone="bad", wrap=True))
        self._area = QScrollArea()
        self._area.setWidgetResizable(True)
        self._area.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._area.setAccessibleName(text)
        self._column.addWidget(self._area)
        self.buttons: list[QWidget] = []
        filled(self).addWidget(frame)
        self.hide()

    def show_line(self, year: AssessYear, line: Line[Entry]) -> None:
        """Only fields that differ."""
        versions = (line.value, *line.others)
        held = QWidget()
        grid = QGridLayout(held)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(2 * self._step)
        self._offer(grid, versions)
        for name, title in self._rows.says.fields().items():
            texts = [self._told(year, one, name) for one in versions]
            if len(set(texts)) > 1:
                self._add(grid, title, texts)
        self._area.setWidget(held)
        room = grid.totalSizeHint().height() + self._step
        most = max(_LEAST * self._step, self.window().height() // _PART)
        self._area.setFixedHeight(min(room, most))
        held.show()  # at once: what is hidden yet takes no focus
        for one, other in pairwise(self.buttons):
            QWidget.setTabOrder(one, other)
        self.show()

    def _offer(self, grid: QGridLayout, versions: Sequence[Entry]) -> None:
        self.buttons = []
        for at, held in enumerate(versions, 1):
            made = button(self.tr("Take version {0}").format(at))
            made.clicked.connect(partial(self.taken.emit, held))
            grid.addWidget(made, 0, at, Qt.AlignmentFlag.AlignLeft)
            grid.setColumnStretch(at, 1)
            self.buttons.append(made)

    def _add(self, grid: QGridLayout, title: str, texts: Sequence[str]) -> None:
        row = grid.rowCount()
        grid.addWidget(label(title, type="label", tone="quiet"), row, 0)
        for at, text in enumerate(texts, 1):
            grid.addWidget(label(text or "—", wrap=True), row, at)

    def _told(self, year: AssessYear, entry: Entry, name: str) -> str:
        """A field in words."""
        rule = year.rule_by_code.get(entry.rule)
        match name:
            case "unit":
                return self._rows.names.get(entry.unit, entry.unit)
            case "rule":
                return f"{rule.section} {rule.text}" if rule else entry.rule
            case "facts":
                return facts_text(rule, entry, self._words) if rule else ""
            case "states":
                words = self._rows.says.states
                days = (
                    f"{words[held]} {entry.states[held]}" for held in State if held in entry.states
                )
                return self._words(", ").join(days)
            case "attachments":
                return self._words(", ").join(held.name for held in entry.attachments)
            case "origin":
                return entry.origin[:8]
        return str(getattr(entry, name))
