"""The ranking: sorted, filtered by text, group and channel, and copied for a spreadsheet."""

from PySide6.QtCore import QSignalBlocker, Signal, Slot
from PySide6.QtWidgets import QHeaderView, QWidget

from desktop.models.counted import Counted
from desktop.report.standing import Standing
from desktop.tally.plan import Plan
from desktop.views.drop_list import DropList
from desktop.views.filtered_table import FilteredTable
from desktop.views.message_line import MessageLine
from desktop.views.parts import button, card, filled, label
from desktop.views.ranking_rows import RankingColumns, RankingRows
from desktop.views.row_bands import RowBands
from desktop.views.table_copy import TableCopy
from desktop.views.workplace import Workplace
from desktop.words import words_for


class RankingPanel(QWidget):
    """Enter on a row opens that agency."""

    agency_chosen = Signal(object)

    def __init__(self, place: Workplace, message: MessageLine, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = place.theme
        self._words = words_for(place.language)
        plan = place.session.opened.plan
        self._columns = RankingColumns(plan, self._words)
        self._counted: Counted | None = None
        self.list = FilteredTable(
            self._columns.columns(),
            self.tr("Ranking"),
            place.theme,
            self,
            wide=RankingColumns.AGENCY,
        )
        self.bands = RowBands(place.theme, self.list.table)
        self.copying = TableCopy(self.list.table, message, self)
        self.group = DropList(self.tr("Group"), place.theme, self)
        self.channel = DropList(self.tr("Channel"), place.theme, self)
        self.what = DropList(self.tr("Columns"), place.theme, self)
        self.copy_button = button(self.tr("Copy table"))
        self.copy_button.setToolTip(self.tr("Copies what is shown for a spreadsheet (Ctrl+C)"))
        self.key = label(type="label", tone="quiet", wrap=True)
        self._offer(plan)
        self._lay_out()
        self._connect()
        self._show_columns()

    def show_counted(self, counted: Counted) -> None:
        """Show these results; filter, order and cursor stay."""
        if counted is not self._counted:
            self._counted = counted
            self._show_rows()

    def activate(self) -> None:
        """The table has the focus: arrows and Enter work at once, typing filters."""
        self.list.table.setFocus()

    def _offer(self, plan: Plan) -> None:
        self.group.add(self.tr("All groups"), "")
        for group in plan.groups:
            hidden = "" if group.published else self.tr(" (not published)")
            self.group.add(f"{group.name}{hidden}", group.code)
        self.channel.add(self.tr("All channels"), "")
        for channel in plan.channels:
            self.channel.add(channel.name, channel.code)
        for text, what in (
            (self.tr("Overview"), "brief"),
            (self.tr("Dimension scores"), "dimensions"),
            (self.tr("Channel scores"), "channels"),
            (self.tr("All columns"), "all"),
        ):
            self.what.add(text, what)

    @Slot()
    def _show_rows(self) -> None:
        if self._counted is None:
            return
        standing = Standing(self._counted.results, self._words)
        rows = RankingRows(standing, str(self.channel.currentData()))
        self.list.show_rows(rows.rows(str(self.group.currentData())))
        results = standing.results
        self.bands.mark({*results.top, *results.bottom})
        self.key.setText(self._key_text(standing))

    def _key_text(self, standing: Standing) -> str:
        """What the bands mean, and what is left to know of these scores."""
        cut, found = standing.results.plan.cut, []
        if standing.results.top or standing.results.bottom:
            text = self.tr("Bands: top {0} and bottom {1} of the overall ranking.")
            found.append(text.format(cut.top, cut.bottom))
        if self.channel.currentData():
            text = self.tr(
                "By {0} alone: score, rate, votes and “{1}”; other ranks and remarks are overall."
            )
            found.append(
                text.format(self.channel.currentText(), self._words("Rank by this channel"))
            )
        found.append(self.tr("Enter opens an agency."))
        return " ".join(found)

    @Slot()
    def _show_columns(self) -> None:
        channel = str(self.channel.currentData())
        if channel and self.what.currentData() == "channels":
            # one channel has no channels beside it
            with QSignalBlocker(self.what):
                self.what.setCurrentIndex(self.what.findData("brief"))
        self._hide_all_but(self._columns.shown(str(self.what.currentData()), channel=channel))

    def _hide_all_but(self, shown: frozenset[int]) -> None:
        table, modes = self.list.table, QHeaderView.ResizeMode
        header = table.horizontalHeader()
        header.setSectionResizeMode(modes.Fixed)  # else each change measures every column anew
        for place in range(self.list.model.columnCount()):
            table.setColumnHidden(place, place not in shown)
        header.setSectionResizeMode(modes.ResizeToContents)
        # beside every column the name would have no room left
        mode = modes.ResizeToContents if self.what.currentData() == "all" else modes.Stretch
        header.setSectionResizeMode(RankingColumns.AGENCY, mode)

    def _connect(self) -> None:
        self.list.row_chosen.connect(self.agency_chosen)
        self.group.currentIndexChanged.connect(self._show_rows)
        self.channel.currentIndexChanged.connect(self._show_columns)
        self.channel.currentIndexChanged.connect(self._show_rows)
        self.what.currentIndexChanged.connect(self._show_columns)
        self.copy_button.clicked.connect(self.copying.copy)

    def _lay_out(self) -> None:
        header = self.list.table.horizontalHeader()
        header.setMinimumSectionSize(4 * self._theme.room["step"])
        for widget in (self.group, self.channel, self.what, self.copy_button):
            self.list.tools.addWidget(widget)
        frame, column = card(margin=self._theme.room["step"])
        column.addWidget(self.list, 1)
        column.addWidget(self.key)
        filled(self).addWidget(frame)
