"""What stands against the seal: each settled on its page, or waived by two people."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QWidget

from desktop.actions.sealing import Waiver
from desktop.models.rows_model import Column, Row
from desktop.tally.errors import Problem
from desktop.views.filtered_table import FilteredTable
from desktop.views.parts import button, card, filled, label
from desktop.views.workplace import Workplace
from desktop.words import words_for


class ObstaclesPanel(QWidget):
    """A waiver is kept here until the seal takes it; leaving the page keeps it."""

    waiver_requested = Signal(object)
    """The Problem that is to be let pass."""

    def __init__(self, place: Workplace, parent: QWidget) -> None:
        super().__init__(parent)
        self._words = words_for(place.language)
        self._problems: Sequence[Problem] = ()
        self.waivers: dict[str, Waiver] = {}
        name = self.tr("What stands against the seal")
        columns = [Column(self.tr("Place")), Column(name), Column(self.tr("Waived"))]
        self.list = FilteredTable(columns, name, place.theme, self, wide=1)
        self.waive_button = button(self.tr("Waive…"))
        self.list.tools.addWidget(self.waive_button)
        self.nothing = label(self._nothing_text(), tone="good", wrap=True)
        self.stack = QStackedWidget()
        self.stack.addWidget(self.list)
        self.stack.addWidget(self.nothing)
        step = place.theme.room["step"]
        frame, column = card(margin=2 * step, spacing=step)
        head = QHBoxLayout()
        head.addWidget(label(name, type="row"))
        column.addLayout(head)
        column.addWidget(self.stack, 1)
        filled(self).addWidget(frame)
        self.waive_button.clicked.connect(self._ask)
        self.list.row_chosen.connect(lambda _: self._ask())

    @property
    def open_count(self) -> int:
        """Obstacles that are neither settled nor waived."""
        return sum(problem.place not in self.waivers for problem in self._problems)

    def show_problems(self, problems: Sequence[Problem]) -> None:
        """Those that stand now; the waiver of one that is settled is dropped."""
        self._problems = problems
        places = {problem.place for problem in problems}
        self.waivers = {place: held for place, held in self.waivers.items() if place in places}
        self.list.show_rows([self._row(problem, self.waivers) for problem in problems])
        self.stack.setCurrentWidget(self.list if problems else self.nothing)

    def add_waiver(self, waiver: Waiver) -> None:
        """Let one obstacle pass, once both people have signed for it."""
        self.waivers[waiver.place] = waiver
        self.show_problems(self._problems)

    def _row(self, problem: Problem, waivers: Mapping[str, Waiver]) -> Row:
        waiver = waivers.get(problem.place)
        text = self._words(problem.message).format(**problem.fields)
        told = self.tr("{0} ({1})").format(waiver.reason, waiver.second) if waiver else ""
        tone = "quiet" if waiver else "text"
        return Row(problem, (problem.place, text, told), tones=(tone, tone, "good"))

    @Slot()
    def _ask(self) -> None:
        if problem := self.list.current():
            self.waiver_requested.emit(problem)

    def _nothing_text(self) -> str:
        return self.tr(
            "Nothing stands against the seal: every form is settled, every slip agrees, every"
            " station's records are here."
        )
