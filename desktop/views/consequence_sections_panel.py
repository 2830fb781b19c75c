"""Model sections 先进科室: sections and windows in the best band, by rank."""

from PySide6.QtWidgets import QStackedWidget, QWidget

from desktop.models.consequence_rows import ConsequencesFound
from desktop.models.rows_model import Column, Row
from desktop.report.figures import DASH
from desktop.tally.numbers import rounded
from desktop.views.filtered_table import FilteredTable
from desktop.views.parts import card, filled, label
from desktop.views.workplace import Workplace


class ConsequenceSectionsPanel(QWidget):
    """Sections are units of the plan that stand below another one."""

    def __init__(self, place: Workplace, parent: QWidget) -> None:
        super().__init__(parent)
        self._agencies = {held.code: held for held in place.session.opened.plan.agencies}
        columns = [
            Column(self.tr("Rank"), is_number=True),
            Column(self.tr("Section")),
            Column(self.tr("Belongs to")),
            Column(self.tr("Score"), is_number=True),
            Column(self.tr("Band")),
        ]
        self.list = FilteredTable(columns, self.tr("Model sections"), place.theme, self, wide=1)
        self.empty = label(type="row", tone="quiet", wrap=True)
        self.stack = QStackedWidget()
        for part in (self.empty, self.list):
            self.stack.addWidget(part)
        frame, column = card(margin=2 * place.theme.room["step"])
        column.addWidget(self.stack)
        filled(self).addWidget(frame)

    def activate(self) -> None:
        self.list.table.setFocus()

    def show_found(self, found: ConsequencesFound) -> None:
        rows = {row.unit: row for row in found.standing.rows} if found.standing else {}
        held = [rows[code] for code in found.sections]
        self.list.show_rows(
            [
                Row(
                    row.unit,
                    (
                        str(row.rank),
                        self._agencies[row.unit].name,
                        self._parent(row.unit),
                        rounded(row.score, 2),
                        row.band.name,
                    ),
                    (row.rank, self._agencies[row.unit].name, None, float(row.score), None),
                )
                for row in held
            ]
        )
        self.empty.setText(self._nothing())
        self.stack.setCurrentWidget(self.list if held else self.empty)

    def _parent(self, code: str) -> str:
        parent = self._agencies[code].parent
        return self._agencies[parent].name if parent in self._agencies else DASH

    def _nothing(self) -> str:
        if any(held.parent for held in self._agencies.values()):
            return self.tr("No section is in the best band.")
        return self.tr(
            "The plan has no sections: a section is a unit that names its supervising unit."
        )
