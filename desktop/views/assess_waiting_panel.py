"""What is to be decided: disputed, unsound, met by two rules, neither counted nor withdrawn."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QStackedWidget, QWidget

from desktop.models.assess_year import AssessYear, Matter
from desktop.models.rows_model import Column
from desktop.views.assess_rows import AssessRows
from desktop.views.drop_list import DropList
from desktop.views.filtered_table import FilteredTable
from desktop.views.message_line import MessageLine
from desktop.views.parts import card, filled, label
from desktop.views.workplace import Workplace

_WHAT = 2


class AssessWaitingPanel(QWidget):
    """The gravest first; Enter leads to the entry, or to both where two rules meet."""

    entries_chosen = Signal(object)

    def __init__(
        self, place: Workplace, rows: AssessRows, message: MessageLine, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self._rows = rows
        self.year: AssessYear | None = None
        name = self.tr("To be decided")
        columns = [Column(self.tr("Why")), Column(self.tr("Unit")), Column(self.tr("What"))]
        self.list = FilteredTable(columns, name, place.theme, self, wide=_WHAT)
        self.why = DropList(self.tr("Why"), place.theme, self)
        self.why.add(self.tr("Everything"), "")
        for why, text in rows.whys().items():
            self.why.add(text, why)
        self.list.tools.addWidget(self.why)
        text = self.tr("Every entry is counted or withdrawn, and nothing is in dispute.")
        self.nothing = label(text, tone="good", wrap=True)
        self.stack = QStackedWidget()
        step = place.theme.room["step"]
        frame, column = card(margin=2 * step, spacing=step)
        for part in (self.list, self.nothing):
            self.stack.addWidget(part)
        column.addWidget(self.stack, 1)
        text = self.tr("Enter leads to the entry in the ledger.")
        column.addWidget(label(text, type="label", tone="quiet"))
        filled(self).addWidget(frame)
        self.list.row_chosen.connect(self._open)
        self.why.currentIndexChanged.connect(self._show_rows)

    def show_year(self, year: AssessYear) -> None:
        self.year = year
        self._show_rows()

    def activate(self) -> None:
        self.list.table.setFocus()

    @Slot()
    def _show_rows(self) -> None:
        if not (year := self.year):
            return
        wanted = self.why.currentData()
        matters = [held for held in year.matters if wanted in ("", held.why)]
        self.list.show_rows([self._rows.matter(held, year) for held in matters])
        self.stack.setCurrentWidget(self.list if year.matters else self.nothing)

    @Slot(object)
    def _open(self, key: object) -> None:
        if isinstance(key, Matter):
            self.entries_chosen.emit(key.lines)
