"""The charts of a result: each answers one question, and its title says the answer."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from desktop.models.counted import Counted
from desktop.report.standing import Standing
from desktop.views.chart_view import ChartView
from desktop.views.choices import Choices
from desktop.views.drop_list import DropList
from desktop.views.message_line import MessageLine
from desktop.views.parts import filled, label
from desktop.views.results_state import state_text
from desktop.views.saving import Saving
from desktop.views.workplace import Workplace
from desktop.words import Words, words_for

if TYPE_CHECKING:
    from reportlab.graphics.shapes import Drawing


class ChartsPanel(QWidget):
    """One chart at a time, of all agencies or of one group."""

    failed = Signal(object)

    def __init__(self, place: Workplace, message: MessageLine, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = place.theme
        self._words = words_for(place.language)
        self._counted: Counted | None = None
        self.saving = Saving(message, self)
        self.titles = {
            "score_bars": self.tr("Scores"),
            "grade_shares": self.tr("Grades"),
            "channel_dots": self.tr("Channels"),
            "dimension_heat": self.tr("Dimensions"),
        }
        self.which = Choices(self.tr("Chart"), self.titles, place.theme, self)
        self.chosen = "score_bars"
        self.which.show_choice(self.chosen)
        self.group = DropList(self.tr("Group"), place.theme, self)
        self.group.add(self.tr("All groups"), "")
        for held in place.session.opened.plan.groups:
            self.group.add(held.name, held.code)
        self.view = ChartView(place.theme, self)
        self.nothing = label(
            self.tr("No agency here has a score yet, so there is nothing to draw."),
            type="row",
            tone="quiet",
            wrap=True,
        )
        self._lay_out()
        self._connect()

    def show_counted(self, counted: Counted) -> None:
        """Draw these results."""
        if counted is not self._counted:
            self._counted = counted
            self.draw()

    def activate(self) -> None:
        self.which.focus()

    @Slot(object)
    def choose(self, which: str) -> None:
        """Show another chart."""
        self.chosen = which
        self.which.show_choice(which)
        self.draw()

    @Slot()
    def draw(self) -> None:
        """Have the chosen chart drawn beside the window."""
        if self._counted is None:
            return
        group = str(self.group.currentData())
        plan = self._counted.results.plan
        is_empty = not any(
            held.score is not None and group in ("", plan.group_of[held.code].code)
            for held in self._counted.results.agencies
        )
        self.nothing.setVisible(is_empty)
        self.view.setVisible(not is_empty)
        if is_empty:
            self.view.clear()
        else:
            draw = partial(_drawn, self._counted, self._words, group, self.chosen)
            self.view.show_drawing(draw, self.titles[self.chosen])

    def _connect(self) -> None:
        self.which.chosen.connect(self.choose)
        self.group.currentIndexChanged.connect(self.draw)
        self.view.save_chosen.connect(self.saving.save)
        self.view.failed.connect(self.failed)

    def _lay_out(self) -> None:
        step = self._theme.room["step"]
        self.view.tools.insertWidget(0, self.which)
        self.view.tools.insertWidget(1, self.group)
        column = filled(self)
        column.setSpacing(step)
        column.addWidget(self.view, 1)
        column.addWidget(self.nothing)
        self.nothing.hide()


def _drawn(counted: Counted, words: Words, group: str, which: str) -> Drawing:
    from desktop.report.result_charts import ResultCharts

    made = ResultCharts(Standing(counted.results, words), state_text(counted, words), group)
    drawing: Drawing = getattr(made, which)()
    return drawing
