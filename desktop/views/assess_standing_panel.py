"""The standing of a day: every unit by rank, with its points by chapter, score and band."""

from datetime import date

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from desktop.models.assess_entry import past_day
from desktop.models.assess_year import AssessYear
from desktop.models.rows_model import Column
from desktop.tally.errors import PingyiError
from desktop.views.assess_rows import AssessRows
from desktop.views.band_ground import BandGround
from desktop.views.drop_list import DropList
from desktop.views.filtered_table import FilteredTable
from desktop.views.message_line import MessageLine
from desktop.views.parts import button, card, filled, label
from desktop.views.table_copy import TableCopy
from desktop.views.workplace import Workplace

_UNIT = 1


class AssessStandingPanel(QWidget):
    """Enter on a unit opens its sheet; what is to be decided stands in a part of its own."""

    unit_chosen = Signal(object)
    waiting_requested = Signal()
    day_chosen = Signal(str)

    def __init__(
        self, place: Workplace, rows: AssessRows, message: MessageLine, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self._theme, self._rows, self._message = place.theme, rows, message
        self.year: AssessYear | None = None
        plan = place.session.opened.plan
        self._groups = {code: group.code for code, group in plan.group_of.items()}
        self._titles: list[Column] = []
        self.list: FilteredTable | None = None
        self.group = DropList(self.tr("Group"), place.theme, self)
        self.group.add(self.tr("All groups"), "")
        for group in plan.groups:
            self.group.add(group.name, group.code)
        self.band = DropList(self.tr("Band"), place.theme, self)
        self.day = QLineEdit()
        self.day.setAccessibleName(self.tr("Day of the standing"))
        self.day.setMaximumWidth(15 * place.theme.room["step"])
        self.today_button = button(self.tr("Today"))
        self.counts = label(type="row", wrap=True)
        self.note = label(type="label", tone="quiet", wrap=True)
        self.waiting_button = button("", link=True)
        self._lay_out(place.theme.room["step"])
        self._message_of = message
        self._connect()

    def show_year(self, year: AssessYear) -> None:
        """Filter, order and cursor stay."""
        self.year = year
        self.day.setText(year.day)
        self.today_button.setEnabled(year.day != year.today)
        self._offer_bands(year)
        self._show_units()
        text = self.tr("To be decided: {0}").format(f"{len(year.matters):,}")
        self.waiting_button.setText(text)
        self.waiting_button.setVisible(bool(year.matters))

    def activate(self) -> None:
        """The table has the focus: arrows and Enter work at once."""
        if self.list:
            self.list.table.setFocus()

    @Slot()
    def _show_units(self) -> None:
        if not (year := self.year) or not year.rules:
            return
        held = self._table(self._rows.standing_columns(year.rules))
        group, band = self.group.currentData(), self.band.currentData()
        units = year.row_by_unit
        held.show_rows(
            [
                row
                for row in self._rows.standing(year)
                if group in ("", self._groups[str(row.key)])
                and band in ("", None, units[str(row.key)].band.code)
            ]
        )
        bands = [one.name for one in year.rules.bands]
        self._grounds.show_names(bands)
        self._say_counts(year)

    def _say_counts(self, year: AssessYear) -> None:
        counts = (f"{band.name} {count}" for band, count in year.in_bands())
        void = len({held.unit for held in year.standing.void}) if year.standing else 0
        more = self.tr(" · void {0}").format(void) if void else ""
        self.counts.setText(" · ".join(counts) + more)

    def _table(self, columns: list[Column]) -> FilteredTable:
        """Its columns are the rule set's: another set makes it anew."""
        if self.list and columns == self._titles:
            return self.list
        if self.list:
            for kept in (self.group, self.band):
                kept.setParent(self)
            self.list.deleteLater()
        name, self._titles = self.tr("Standing"), columns
        self.list = made = FilteredTable(columns, name, self._theme, self, wide=_UNIT)
        self._grounds = BandGround(self._theme, made.table, len(columns) - 1)
        self._copying = TableCopy(made.table, self._message_of, made)
        for tool in (self.group, self.band):
            made.tools.addWidget(tool)
        made.table.horizontalHeader().setMinimumSectionSize(5 * self._theme.room["step"])
        made.row_chosen.connect(self.unit_chosen)
        self._place_of_table.insertWidget(1, made, 1)
        return made

    def _offer_bands(self, year: AssessYear) -> None:
        if self.band.count() or not year.rules:
            return
        self.band.blockSignals(True)
        self.band.add(self.tr("All bands"), "")
        for held in year.rules.bands:
            self.band.add(held.name, held.code)
        self.band.blockSignals(False)

    @Slot()
    def _go_to_day(self) -> None:
        assert self.year
        today = date.fromisoformat(self.year.today)
        try:
            day = past_day(self.day.accessibleName(), self.day.text(), today)
        except PingyiError as error:
            self._message.tell(error)
            self.day.selectAll()
            return
        self._message.tell(None)
        self.day_chosen.emit(day)

    def _connect(self) -> None:
        self.group.currentIndexChanged.connect(self._show_units)
        self.band.currentIndexChanged.connect(self._show_units)
        self.day.returnPressed.connect(self._go_to_day)
        self.today_button.clicked.connect(lambda: self.day_chosen.emit(""))
        self.waiting_button.clicked.connect(self.waiting_requested)

    def _lay_out(self, step: int) -> None:
        frame, column = card(margin=2 * step, spacing=step)
        head = QHBoxLayout()
        head.setSpacing(step)
        head.addWidget(self.counts, 1)
        head.addWidget(self.waiting_button)
        head.addSpacing(2 * step)
        head.addWidget(label(self.tr("As of"), type="label", tone="quiet"))
        head.addWidget(self.day)
        head.addWidget(self.today_button)
        column.addLayout(head)
        column.addWidget(self.note)
        self.note.setText(self.tr("Enter opens a unit's sheet. Only counted entries deduct."))
        self._place_of_table: QVBoxLayout = column
        filled(self).addWidget(frame)
