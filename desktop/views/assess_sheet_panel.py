"""One unit's sheet: what it comes to, entries that count, by rule and office, and the others."""

from functools import partial

from PySide6.QtCore import QEvent, QObject, Qt, Signal, Slot
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from desktop.assess.ledger import Entry, State, charged
from desktop.assess.standing import UnitStanding
from desktop.models.assess_year import AssessYear
from desktop.models.rows_model import Column
from desktop.store.ledger_queries import Line
from desktop.tally.numbers import rounded
from desktop.views.assess_entry_detail import AssessEntryDetail
from desktop.views.assess_rows import AssessRows
from desktop.views.filtered_table import FilteredTable
from desktop.views.message_line import MessageLine
from desktop.views.parts import button, card, filled, label, set_tone
from desktop.views.plain_table import PlainTable
from desktop.views.unit_choice import UnitChoice
from desktop.views.workplace import Workplace

_WHAT = 2


class AssessSheetPanel(QWidget):
    """PgDn shows the next by rank, PgUp the one before; Enter on an entry leads to the ledger.

    Below stands the whole of the entry under the cursor, in whichever list that is.
    """

    entries_chosen = Signal(object)

    def __init__(
        self, place: Workplace, rows: AssessRows, message: MessageLine, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self._theme, self._rows = place.theme, rows
        self.year: AssessYear | None = None
        self.unit = ""
        plan = place.session.opened.plan
        self._parents = {held.code: held.parent for held in plan.agencies}
        self.choice = UnitChoice(self.tr("Unit"), place.theme, self)
        self.before_button = button(self.tr("Before (PgUp)"))
        self.next_button = button(self.tr("Next (PgDn)"))
        self.name = label(type="name", wrap=True)
        self.facts, self.floor = label(type="row", wrap=True), label(tone="bad", wrap=True)
        theme = place.theme
        title = self.tr("Entries that count")
        self.counted = FilteredTable(rows.counted_columns(), title, theme, self, wide=_WHAT)
        title = self.tr("Entries that do not count")
        self.others = FilteredTable(rows.other_columns(), title, theme, self, wide=_WHAT + 1)
        points = Column(self.tr("Points"), is_number=True)
        self.by_rule = PlainTable([Column(self.tr("Rule")), points], "", theme, self)
        self.by_office = PlainTable([Column(self.tr("Evidence office")), points], "", theme, self)
        self.others_title = label(type="row")
        self.detail = AssessEntryDetail(place, rows, self)
        self._told = self.counted
        self._lay_out(theme.room["step"])
        self._connect()

    def show_year(self, year: AssessYear) -> None:
        """The same unit stays."""
        self.year = year
        rows = year.standing.rows if year.standing else ()
        self.choice.offer_units((row.unit, self._listed(row)) for row in rows)
        if rows:
            self.show_unit(self.unit or rows[0].unit)

    def show_unit(self, code: str) -> None:
        self.unit = code
        if self.year and (row := self.year.row_by_unit.get(code)):
            self.choice.show_agency(code)
            self._fill(self.year, row)

    def activate(self) -> None:
        self.choice.begin_typing()

    @Slot()
    def step(self, by: int) -> None:
        """The next by rank, or the one before; the ends are ends."""
        if self.year and self.year.standing:
            codes = [row.unit for row in self.year.standing.rows]
            place = codes.index(self.unit) + by
            if 0 <= place < len(codes):
                self.show_unit(codes[place])

    def _listed(self, row: UnitStanding) -> str:
        rank = "—" if row.rank is None else str(row.rank)
        return f"{rank}  {self._rows.names[row.unit]}  {row.unit}"

    def _fill(self, year: AssessYear, row: UnitStanding) -> None:
        self.name.setText(self._rows.names[row.unit])
        self.facts.setText(self._facts(year, row))
        below = row.unfloored != row.score
        text = self.tr("Unfloored {0}: the score stays within its bounds.")
        self.floor.setText(text.format(rounded(row.unfloored, 2)) if below else "")
        self.floor.setVisible(below)
        self.counted.show_rows(self._rows.counted(year, row))
        sections = {code: rule.section for code, rule in year.rule_by_code.items()}
        by_rule = {f"{sections[code]}  ({code})": sum_ for code, sum_ in row.by_rule().items()}
        self.by_rule.show_rows(self._rows.sums(by_rule))
        self.by_office.show_rows(self._rows.sums(row.by_office()))
        others = [line for line in year.entries if self._is_other(year, line, row.unit)]
        others.sort(key=lambda line: line.value.date)
        self.others.show_rows(self._rows.others(year, others, row.unit))
        text = self.tr("Entries that do not count: {0}")
        self.others_title.setText(text.format(len(others)))
        self._told = self.counted if row.lines else self.others
        self._tell()
        set_tone(self.others_title, "text" if others else "quiet")

    def _facts(self, year: AssessYear, row: UnitStanding) -> str:
        rank = self.tr("void") if row.rank is None else self.tr("rank {0}").format(row.rank)
        facts = [
            self.tr("As of {0}").format(year.day),
            self.tr("score {0}").format(rounded(row.score, 2)),
            row.band.name + (self.tr(" (veto)") if row.vetoed else ""),
            rank,
            self.tr("entries that count: {0}").format(len(row.lines)),
        ]
        return self.tr("; ").join(facts)

    def _is_other(self, year: AssessYear, line: Line[Entry], unit: str) -> bool:
        """Whether it concerns this unit and moves nothing on the day."""
        entry = line.value
        rule = year.rule_by_code.get(entry.rule)
        answers = charged(rule, entry.unit, self._parents) if rule else entry.unit
        if unit not in (answers, entry.unit):
            return False
        counts = entry.state_on(year.day) is State.COUNTED and not line.is_disputed
        return not counts

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Whichever list has the keys says what its row is."""
        if event.type() == QEvent.Type.FocusIn:
            self._told = self.others if watched is self.others.table else self.counted
            self._tell()
        return super().eventFilter(watched, event)

    @Slot()
    def _tell(self) -> None:
        if self.year:
            self.detail.show_line(self.year, self.year.lines.get(str(self._told.current())))

    @Slot(object)
    def _open(self, line: str) -> None:
        if line:
            self.entries_chosen.emit((line,))

    def _connect(self) -> None:
        self.choice.agency_chosen.connect(self.show_unit)
        self.before_button.clicked.connect(partial(self.step, -1))
        self.next_button.clicked.connect(partial(self.step, 1))
        for table in (self.counted, self.others):
            table.row_chosen.connect(self._open)
            table.current_changed.connect(self._tell)
            table.table.installEventFilter(self)
        for key, by in ((Qt.Key.Key_PageUp, -1), (Qt.Key.Key_PageDown, 1)):
            shortcut = QShortcut(QKeySequence(key), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(partial(self.step, by))

    def _lay_out(self, step: int) -> None:
        tools = QHBoxLayout()
        tools.setSpacing(step)
        for made in (self.choice, self.before_button, self.next_button):
            tools.addWidget(made)
        tools.addStretch(1)
        left, column = card(margin=2 * step, spacing=step)
        for widget in (self.name, self.facts, self.floor):
            column.addWidget(widget)
        for table in (self.counted, self.others):
            table.table.horizontalHeader().setMinimumSectionSize(5 * step)
            table.filter.hide()
            table.count.hide()
            table.tools.setSpacing(0)
        column.addWidget(self.counted, 3)
        column.addWidget(self.others_title)
        column.addWidget(self.others, 2)
        column.addWidget(self.detail)
        row = QHBoxLayout()
        row.setSpacing(2 * step)
        row.addWidget(left, 3)
        row.addWidget(self._sums(step), 1)
        whole = filled(self)
        whole.setSpacing(step)
        whole.addLayout(tools)
        whole.addLayout(row, 1)

    def _sums(self, step: int) -> QWidget:
        right, beside = card(margin=2 * step, spacing=step)
        inner = QWidget()
        column = QVBoxLayout(inner)
        column.setContentsMargins(0, 0, step, 0)
        for title, table in (
            (self.tr("By rule"), self.by_rule),
            (self.tr("By evidence office"), self.by_office),
        ):
            column.addWidget(label(title, type="row"))
            column.addWidget(table)
        column.addStretch(1)
        area = QScrollArea()
        area.setWidget(inner)
        area.setWidgetResizable(True)
        area.setAccessibleName(self.tr("Sums"))
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        beside.addWidget(area)
        return right
