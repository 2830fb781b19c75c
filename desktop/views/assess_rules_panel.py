"""The rule set of the year, line by line: chosen, copied for editing, frozen by an entry."""

from functools import partial

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QHBoxLayout, QHeaderView, QMenu, QWidget

from desktop.actions.rule_sets import SHIPPED, shipped_rules
from desktop.assess.rule_set import RuleSet
from desktop.models.assess_year import AssessYear
from desktop.report.figures import plain_number
from desktop.tally.plan import Band
from desktop.views.assess_rows import AssessRows
from desktop.views.assess_rules_acts import AssessRulesActs
from desktop.views.filtered_table import FilteredTable
from desktop.views.message_line import MessageLine
from desktop.views.parts import button, card, filled, label, set_tone
from desktop.views.table_copy import TableCopy
from desktop.views.workplace import Workplace
from desktop.words import words_for

_OFFICES = 4


class AssessRulesPanel(QWidget):
    """Before one is chosen the shipped set is shown, as what would hold."""

    def __init__(
        self, place: Workplace, rows: AssessRows, message: MessageLine, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self._rows, self._words = rows, words_for(place.language)
        self.year: AssessYear | None = None
        self._rules: RuleSet = shipped_rules(SHIPPED[0])
        self.acts = AssessRulesActs(place, message, self)
        self.name, self.state = label(type="row"), label(type="label", wrap=True)
        self.bands = label(type="label", tone="quiet", wrap=True)
        self.choose_button = button(self.tr("Choose a rule set"))
        self.copy_button = button(self.tr("Save an editable copy…"))
        columns = rows.rule_columns()
        self.list = FilteredTable(columns, self.tr("Rules"), place.theme, self, wide=1)
        header = self.list.table.horizontalHeader()
        header.setSectionResizeMode(_OFFICES, QHeaderView.ResizeMode.Interactive)
        header.resizeSection(_OFFICES, 26 * place.theme.room["step"])
        self.copying = TableCopy(self.list.table, message, self)
        self._offer()
        self._lay_out(place.theme.room["step"])
        self.copy_button.clicked.connect(self._save_copy)

    def show_year(self, year: AssessYear) -> None:
        self.year = year
        rules = self._rules = year.rules or self._rules
        self.name.setText(rules.name)
        self.list.show_rows(self._rows.rules(rules))
        self.bands.setText(self._bands_text(rules))
        self.choose_button.setEnabled(not year.entries)
        self.state.setText(self._state_text(year))
        set_tone(self.state, "quiet" if year.entries else "warn")

    def activate(self) -> None:
        self.list.filter.setFocus()

    def _state_text(self, year: AssessYear) -> str:
        if year.entries:
            return self.tr("Frozen since the first entry: it stays for this year.")
        if year.rules:
            return self.tr("Chosen; it can be changed until the first entry.")
        return self.tr("Not chosen yet: this is the set that comes with the program.")

    def _bands_text(self, rules: RuleSet) -> str:
        """Start, bounds of the bands, and on what they are read."""
        bands = self.tr("; ").join(map(self._band_text, rules.bands))
        text = self.tr("Begins with {0}, not below {1}. {2}. Bands go by the unrounded score.")
        start, least = (plain_number(held, 2) for held in (rules.start, rules.least))
        return text.format(start, least, bands)

    def _band_text(self, band: Band) -> str:
        if band.lower is None and band.upper is not None:
            return self.tr("{0}: below {1}").format(band.name, plain_number(band.upper, 2))
        least = plain_number(band.lower, 2) if band.lower is not None else "—"
        if band.upper is None:
            return self.tr("{0}: {1} and above").format(band.name, least)
        upper = plain_number(band.upper, 2)
        return self.tr("{0}: {1} to below {2}").format(band.name, least, upper)

    def _offer(self) -> None:
        menu = QMenu(self.choose_button)
        for name in SHIPPED:
            title = shipped_rules(name).name
            menu.addAction(title, partial(self.acts.choose_shipped, name))
        menu.addSeparator()
        menu.addAction(self.tr("From a file that was edited…"), self.acts.choose_file)
        self.choose_button.setMenu(menu)

    @Slot()
    def _save_copy(self) -> None:
        self.acts.save_copy(self._rules)

    def _lay_out(self, step: int) -> None:
        frame, column = card(margin=2 * step, spacing=step)
        head = QHBoxLayout()
        head.setSpacing(step)
        head.addWidget(self.name, 1)
        for made in (self.choose_button, self.copy_button):
            head.addWidget(made)
        column.addLayout(head)
        for text in (self.state, self.bands):
            column.addWidget(text)
        column.addWidget(self.list, 1)
        filled(self).addWidget(frame)
