"""The deduction ledger: every entry with its state, and the next state for one or for many."""

from collections.abc import Sequence
from datetime import date
from functools import partial

from PySide6.QtCore import QItemSelectionModel, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QPushButton, QTableView, QWidget

from desktop.assess.ledger import Entry, State
from desktop.models.assess_entry import past_day
from desktop.models.assess_year import AssessYear
from desktop.store.ledger_queries import Line
from desktop.tally.errors import PingyiError
from desktop.views.assess_entry_detail import AssessEntryDetail
from desktop.views.assess_ledger_acts import AssessLedgerActs
from desktop.views.assess_rows import AssessRows
from desktop.views.drop_list import DropList
from desktop.views.filtered_table import FilteredTable
from desktop.views.message_line import MessageLine
from desktop.views.parts import button, card, filled, label
from desktop.views.table_copy import TableCopy
from desktop.views.workplace import Workplace

_UNIT = 2
_WAITS = "waits"
_DISPUTED = "disputed"


class AssessLedgerPanel(QWidget):
    """Enter corrects an entry; with Shift and Ctrl several are selected."""

    correct_requested = Signal(object)

    def __init__(
        self, place: Workplace, rows: AssessRows, message: MessageLine, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self._theme, self._rows, self._message = place.theme, rows, message
        self.year: AssessYear | None = None
        name = self.tr("Ledger")
        self.list = FilteredTable(rows.ledger_columns(), name, place.theme, self, wide=_UNIT)
        self.list.table.setSelectionMode(QTableView.SelectionMode.ExtendedSelection)
        self.copying = TableCopy(self.list.table, message, self)
        self.state = DropList(self.tr("State"), place.theme, self)
        self.selected = label(type="label", tone="quiet")
        self.day = QLineEdit()
        self.day.setAccessibleName(self.tr("Day of the step"))
        self.day.setMaximumWidth(15 * place.theme.room["step"])
        self.correct_button = button(self.tr("Correct…"))
        self.moves: dict[State, QPushButton] = {}
        self.acts = AssessLedgerActs(place, message, self)
        self.detail = AssessEntryDetail(place, rows, self)
        self.hint = label(self.tr("No entry yet: type the first under Enter."), tone="quiet")
        self._offer_states()
        self._lay_out(place.theme.room["step"])
        self._connect()

    def show_year(self, year: AssessYear) -> None:
        """Filter, order, cursor and selection stay."""
        self.year = year
        if not self.day.text():
            self.day.setText(year.today)
        self.acts.show_year(year)
        self._show_rows()

    def show_entries(self, lines: Sequence[str]) -> None:
        """These entries, whatever was filtered before; the cursor is on the first."""
        self.state.setCurrentIndex(0)
        self.list.filter.clear()
        self._select(lines)
        self.list.table.setFocus()

    def activate(self) -> None:
        self.list.table.setFocus()

    @property
    def chosen(self) -> list[Line[Entry]]:
        """The entries that are selected, in the order of the table."""
        places = sorted(index.row() for index in self.list.table.selectionModel().selectedRows())
        shown, lines = self.list.shown_rows(), self.year.lines if self.year else {}
        return [lines[key] for at in places if (key := str(shown[at].key)) in lines]

    @Slot()
    def _show_rows(self) -> None:
        if not (year := self.year):
            return
        selected = [line.id for line in self.chosen]
        lines = [line for line in year.latest if self._is_wanted(year, line)]
        self.list.show_rows(self._rows.ledger(year, lines))
        if len(selected) > 1:
            self._select(selected)
        self.hint.setVisible(not year.entries)
        self._follow()

    def _is_wanted(self, year: AssessYear, line: Line[Entry]) -> bool:
        """Whether the choice of states leaves it."""
        wanted, state = self.state.currentData(), year.states[line.id]
        if wanted == _DISPUTED:
            return line.is_disputed
        if wanted == _WAITS:
            return line.is_disputed or state not in (State.COUNTED, State.WITHDRAWN)
        return wanted == "" or (state == wanted and not line.is_disputed)

    def _select(self, keys: Sequence[str]) -> None:
        wanted = set(keys)
        places = [at for at, row in enumerate(self.list.shown_rows()) if row.key in wanted]
        if not places:
            return
        flag, model = QItemSelectionModel.SelectionFlag, self.list.table.selectionModel()
        self.list.table.selectRow(places[0])
        for at in places[1:]:
            model.select(self.list.model.index(at, 0), flag.Select | flag.Rows)
        self.list.table.scrollTo(self.list.model.index(places[0], 0))

    @Slot()
    def _follow(self) -> None:
        chosen = self.chosen
        if self.year:
            self.detail.show_line(self.year, self.year.lines.get(str(self.list.current())))
        text = self.tr("%n selected", "", len(chosen)) if len(chosen) > 1 else ""
        self.selected.setText(text)

    @Slot(object)
    def _correct(self, key: object) -> None:
        if key:
            self.correct_requested.emit(key)

    def _move(self, wished: State) -> None:
        """The selected entries to this state, on the day that is typed."""
        assert self.year
        today = date.fromisoformat(self.year.today)
        try:
            on = past_day(self.day.accessibleName(), self.day.text(), today)
        except PingyiError as error:
            self._message.tell(error)
            self.day.setFocus()
            return
        self.acts.move(self.chosen, wished, on)

    @Slot()
    def _go_back(self) -> None:
        self.list.table.setFocus()

    def _offer_states(self) -> None:
        self.state.add(self.tr("All states"), "")
        self.state.add(self.tr("Not decided"), _WAITS)
        self.state.add(self.tr("Disputed"), _DISPUTED)
        for state, word in self._rows.says.states.items():
            self.state.add(word, state)
        for wished, word in self._rows.says.acts().items():
            made = self.moves[wished] = button(word, danger=wished is State.WITHDRAWN)
            made.clicked.connect(partial(self._move, wished))

    def _connect(self) -> None:
        self.state.currentIndexChanged.connect(self._show_rows)
        self.list.row_chosen.connect(self._correct)
        self.list.current_changed.connect(self._follow)
        self.list.table.selectionModel().selectionChanged.connect(self._follow)
        self.correct_button.clicked.connect(lambda: self._correct(self.list.current()))
        self.acts.ended.connect(self._go_back)

    def _lay_out(self, step: int) -> None:
        frame, column = card(margin=2 * step, spacing=step)
        self.list.table.horizontalHeader().setMinimumSectionSize(5 * step)
        self.list.tools.addWidget(self.selected)
        self.list.tools.addWidget(self.state)
        self.list.tools.addWidget(self.acts.more_button)
        foot = QHBoxLayout()
        foot.setSpacing(step)
        foot.addWidget(self.correct_button)
        foot.addStretch(1)
        foot.addWidget(label(self.tr("On"), type="label", tone="quiet"))
        foot.addWidget(self.day)
        for state in (State.VERIFIED, State.CIRCULARISED, State.COUNTED):
            foot.addWidget(self.moves[state])
        foot.addSpacing(3 * step)
        foot.addWidget(self.moves[State.WITHDRAWN])
        for part in (self.acts.question, self.acts.bar, self.hint):
            column.addWidget(part)
        column.addWidget(self.list, 1)
        column.addWidget(self.detail)
        column.addLayout(foot)
        filled(self).addWidget(frame)
