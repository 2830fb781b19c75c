"""One agency: where it stands, dimension by dimension, channel by channel, year by year."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from desktop.models.counted import Counted
from desktop.report.figures import count_text, percent_text
from desktop.report.standing import Standing
from desktop.tally.plan import Agency
from desktop.tally.results import AgencyResult
from desktop.views.agency_choice import AgencyChoice
from desktop.views.agency_rows import (
    AgencyRows,
    channel_columns,
    dimension_columns,
    year_columns,
)
from desktop.views.chart_view import ChartSheet
from desktop.views.form_sources import form_sources
from desktop.views.parts import button, card, filled, label, set_tone
from desktop.views.plain_table import PlainTable
from desktop.views.results_state import state_text
from desktop.views.workplace import Workplace
from desktop.words import words_for

if TYPE_CHECKING:
    from reportlab.graphics.shapes import Drawing


class AgencyPanel(QWidget):
    """PgDn shows the next by rank, PgUp the one before; the name may be typed.

    `tools` is the row above, where may be added what can be done with the agency in sight.
    """

    history_requested = Signal()
    failed = Signal(object)

    def __init__(self, place: Workplace, parent: QWidget) -> None:
        super().__init__(parent)
        self._place, self._theme = place, place.theme
        self._words = words_for(place.language)
        self._counted: Counted | None = None
        self._shown = ""
        plan, theme = place.session.opened.plan, place.theme
        self.choice = AgencyChoice(self.tr("Agency"), theme, self)
        self.before_button = button(self.tr("Before (PgUp)"))
        self.next_button = button(self.tr("Next (PgDn)"))
        self.name = label(type="number", wrap=True)
        self.facts = label(type="row", wrap=True)
        self.remarks = label(type="row", tone="warn", wrap=True)
        self.dimensions = PlainTable(
            dimension_columns(plan, self._words), self.tr("Dimensions"), theme, self
        )
        self.against, self.shares = ChartSheet(theme, self), ChartSheet(theme, self)
        self.channels = PlainTable(
            channel_columns(plan, self._words), self.tr("Channels"), theme, self
        )
        self.years = PlainTable(year_columns(self._words), self.tr("Earlier years"), theme, self)
        self.history_button = button(self.tr("Bring in earlier ranks…"))
        self.sources = label(type="label", tone="quiet", wrap=True)
        self.frame = QScrollArea()
        self.tools = QHBoxLayout()
        self._lay_out()
        self._connect()

    def show_counted(self, counted: Counted) -> None:
        """Show these results; the same agency stays."""
        if counted is not self._counted:
            self._counted = counted
            self.choice.offer(Standing(counted.results, self._words))
            self.show_agency(self._shown or counted.results.agencies[0].code)

    def show_agency(self, code: str) -> None:
        """Show this agency."""
        if self._counted is None:
            self._shown = code
            return
        held = next(one for one in self._counted.results.agencies if one.code == code)
        self._shown = code
        self.choice.show_agency(code)
        self._fill(AgencyRows(Standing(self._counted.results, self._words), held), self._counted)

    @property
    def agency(self) -> Agency | None:
        """The agency in sight; None until there are figures."""
        held = self._counted.results.plan.agencies if self._counted else ()
        return next((one for one in held if one.code == self._shown), None)

    def activate(self) -> None:
        self.choice.begin_typing()

    @Slot()
    def step(self, by: int) -> None:
        """The next by rank, or the one before; the ends are ends."""
        if self._counted is None:
            return
        codes = [held.code for held in self._counted.results.agencies]
        place = codes.index(self._shown) + by
        if 0 <= place < len(codes):
            self.show_agency(codes[place])

    def _fill(self, rows: AgencyRows, counted: Counted) -> None:
        agency, standing = rows.agency, rows.standing
        self.name.setText(standing.agencies[agency.code].name)
        self.facts.setText(self._facts(rows))
        remarks = standing.remarks(agency)
        set_tone(self.remarks, "warn" if agency.few_votes or agency.score is None else "accent")
        self.remarks.setText(remarks)
        self.remarks.setVisible(bool(remarks))
        self.dimensions.show_rows(rows.dimensions())
        self.channels.show_rows(rows.channels())
        self.years.show_rows(rows.years(counted))
        self.sources.setText(form_sources(counted.results, agency))
        self._draw(standing, agency, state_text(counted, self._words))

    def _draw(self, standing: Standing, agency: AgencyResult, state: str) -> None:
        for sheet, which in ((self.against, "against_group"), (self.shares, "grade_shares")):
            if any(held.counts.votes for held in agency.dimensions):
                draw = partial(_drawn, standing, agency, state, which)
                sheet.show_drawing(draw, self.name.text())
            else:
                sheet.clear()

    def _facts(self, rows: AgencyRows) -> str:
        agency, standing = rows.agency, rows.standing
        ranked = sum(held.rank is not None for held in standing.results.agencies)
        in_group = sum(held.group_rank is not None for held in rows.members)
        mean = rows.group_mean
        facts = [
            self.tr("Rank {0} of {1}").format(count_text(agency.rank), ranked),
            self.tr("{0} of {1} in {2}").format(
                count_text(agency.group_rank), in_group, standing.group(agency).name
            ),
            self.tr("score {0}").format(rows.score(agency.score)),
            self.tr("group mean {0} ({1})").format(
                rows.score(mean), rows.difference(agency.score, mean)
            ),
            self.tr("satisfaction rate {0}").format(percent_text(agency.rate)),
            self.tr("votes {0}").format(agency.votes),
        ]
        return self.tr("; ").join(facts)

    def _connect(self) -> None:
        self.choice.agency_chosen.connect(self.show_agency)
        self.before_button.clicked.connect(partial(self.step, -1))
        self.next_button.clicked.connect(partial(self.step, 1))
        self.history_button.clicked.connect(self.history_requested)
        for sheet in (self.against, self.shares):
            sheet.failed.connect(self.failed)
        for key, by in ((Qt.Key.Key_PageUp, -1), (Qt.Key.Key_PageDown, 1)):
            shortcut = QShortcut(QKeySequence(key), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(partial(self.step, by))

    def _lay_out(self) -> None:
        step = self._theme.room["step"]
        self.tools.setSpacing(step)
        for made in (self.choice, self.before_button, self.next_button):
            self.tools.addWidget(made)
        self.tools.addStretch(1)
        frame, column = card(margin=2 * step, spacing=step)
        for widget in (self.name, self.facts, self.remarks):
            column.addWidget(widget)
        self._add_part(column, self.tr("Dimensions against the group"), self.dimensions)
        column.addLayout(self._charts(step))
        self._add_part(column, self.tr("By channel"), self.channels)
        self._add_part(column, self.tr("Year by year"), self.years)
        column.addWidget(self.history_button, 0, Qt.AlignmentFlag.AlignLeft)
        self._add_part(column, self.tr("What was counted for it"), self.sources)
        column.addStretch(1)
        self.frame.setWidget(frame)
        self.frame.setWidgetResizable(True)
        self.frame.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.frame.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.frame.setAccessibleName(self.tr("One agency"))
        whole = filled(self)
        whole.setSpacing(step)
        whole.addLayout(self.tools)
        whole.addWidget(self.frame, 1)

    def _add_part(self, column: QVBoxLayout, title: str, part: QWidget) -> None:
        column.addSpacing(self._theme.room["step"])
        column.addWidget(label(title, type="name"))
        column.addWidget(part)

    def _charts(self, step: int) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(4 * step)
        for sheet in (self.against, self.shares):
            row.addWidget(sheet, 1, Qt.AlignmentFlag.AlignTop)
        return row


def _drawn(standing: Standing, agency: AgencyResult, state: str, which: str) -> Drawing | None:
    from desktop.report.agency_charts import AgencyCharts

    drawing: Drawing | None = getattr(AgencyCharts(standing, agency, state), which)()
    return drawing
