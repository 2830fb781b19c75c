"""The agencies of a plan in paper order: filtered as one types, ordered by any column."""

from PySide6.QtWidgets import QWidget

from desktop.models.rows_model import Column, Row
from desktop.tally.plan import Agency, Plan
from desktop.views.filtered_table import FilteredTable
from desktop.views.parts import filled
from desktop.views.theme import Theme


class AgencyList(QWidget):
    """Read only."""

    def __init__(self, plan: Plan, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._plan = plan
        self._names = {agency.code: agency.name for agency in plan.agencies}
        columns = (
            Column(self.tr("Row"), is_number=True),
            Column(self.tr("Code")),
            Column(self.tr("Agency")),
            Column(self.tr("Short name")),
            Column(self.tr("Group")),
            Column(self.tr("Supervising unit")),
            Column(self.tr("Vertical")),
        )
        self.table = FilteredTable(columns, self.tr("Agencies"), theme, self, wide=2)
        self.table.show_rows([self._row(at, held) for at, held in enumerate(plan.agencies, 1)])
        column = filled(self)
        column.setContentsMargins(*[2 * theme.room["step"]] * 4)
        column.addWidget(self.table)
        self.setFocusProxy(self.table.filter)

    def _row(self, at: int, agency: Agency) -> Row:
        texts = (
            agency.code,
            agency.name,
            agency.short,
            self._plan.group_of[agency.code].name,
            self._names.get(agency.parent or "", ""),
            self.tr("vertical") if agency.vertical else "",
        )
        return Row(agency.code, (str(at), *texts), (at, *texts))
