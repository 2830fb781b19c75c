"""A draft deduction from a verified finding: the rule, how many, and whose evidence it is."""

from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QWidget

from desktop.assess.points import Facts, entry_points
from desktop.assess.rule_set import Rule, RuleKind, RuleSet
from desktop.models.rows_model import Column, Row
from desktop.tally.errors import PingyiError
from desktop.tally.numbers import number_text
from desktop.views.drop_list import DropList
from desktop.views.filtered_table import FilteredTable
from desktop.views.parts import button, filled, label, number_box
from desktop.views.workplace import Workplace

_MOST = 999
_SELECTING = Qt.FocusReason.TabFocusReason
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


@dataclass(frozen=True, slots=True)
class Choice:
    """What somebody chose for a deduction."""

    rule: Rule
    count: int
    office: str


class FindingDeduction(QWidget):
    """Enter goes from the rules to the count, to the office, and drafts; Esc leaves it."""

    draft_requested = Signal(object)
    """A Choice."""
    left = Signal()

    def __init__(self, place: Workplace, parent: QWidget) -> None:
        super().__init__(parent)
        self.title = label(type="row", wrap=True)
        titles = (self.tr("Rule"), self.tr("What it is for"))
        columns = [*map(Column, titles), Column(self.tr("Points"), is_number=True)]
        self.list = FilteredTable(columns, self.tr("Rules"), place.theme, self, wide=1)
        self.count = number_box(1, _MOST)
        self.office = DropList(self.tr("Evidence office"), place.theme, self)
        self.points = label(type="row")
        self.text = label(wrap=True)
        self.draft_button = button(self.tr("Draft the deduction"), primary=True)
        self.leave_button = button(self.tr("Not now"))
        self._lay_out(place.theme.room["step"])
        self._connect()

    def begin(self, unit: str, rules: RuleSet) -> None:
        """Offer the rules that ask for nothing but a count."""
        self.title.setText(self.tr("Deduction for {0}").format(unit))
        rows = [
            Row(
                rule,
                (
                    f"{rule.section}  {rule.code}",
                    rule.text,
                    f"{number_text(rule.points)} / {rule.unit}",
                ),
            )
            for rule in rules.rules
            if _is_plain(rule)
        ]
        self.list.filter.clear()
        self.list.show_rows(rows)
        self.count.setValue(1)
        self.list.filter.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        elif event.key() in _ENTER and self.list.filter.hasFocus():
            self.count.setFocus(_SELECTING)
        elif event.key() in _ENTER and self.count.hasFocus():
            self.office.setFocus(_SELECTING)
        elif event.key() in _ENTER:
            self.submit()
        else:
            super().keyPressEvent(event)

    @Slot()
    def submit(self) -> None:
        if isinstance(rule := self.list.current(), Rule):
            office = str(self.office.currentData() or "—")
            self.draft_requested.emit(Choice(rule, self.count.value(), office))

    @Slot()
    def _show_rule(self) -> None:
        """The offices of the rule under the cursor, and what the count comes to."""
        rule = self.list.current()
        if not isinstance(rule, Rule):
            self.points.setText("")
            self.text.setText("")
            return
        self.text.setText(f"{rule.section}  {rule.text}")
        offices = list(rule.offices)
        if offices != [self.office.itemData(at) for at in range(self.office.count())]:
            self.office.clear()
            for office in offices:
                self.office.add(office, office)
        points = number_text(entry_points(rule, Facts(count=self.count.value())))
        text = self.tr("Points added: {0}") if rule.adds else self.tr("Points deducted: {0}")
        self.points.setText(text.format(points))

    @Slot(object)
    def _take_rule(self, _: object) -> None:
        self.count.setFocus(_SELECTING)

    def _connect(self) -> None:
        self.list.current_changed.connect(self._show_rule)
        self.list.row_chosen.connect(self._take_rule)
        self.count.valueChanged.connect(self._show_rule)
        self.draft_button.clicked.connect(self.submit)
        self.leave_button.clicked.connect(self.left)

    def _lay_out(self, step: int) -> None:
        column, grid, row = filled(self), QGridLayout(), QHBoxLayout()
        column.setSpacing(step)
        grid.setHorizontalSpacing(step)
        grid.setColumnStretch(1, 1)
        self.office.setSizeAdjustPolicy(
            DropList.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        )
        fields = ((self.tr("How many"), self.count), (self.tr("Evidence office"), self.office))
        for side, (title, field) in enumerate(fields):
            field.setAccessibleName(title)
            grid.addWidget(label(title, type="label", tone="quiet"), 0, side)
            grid.addWidget(field, 1, side)
        text = self.tr("Rules that ask for an amount, a rate or a share are entered on the page "
                       "of the assessment.")  # fmt: skip
        for made in (self.draft_button, self.leave_button):
            row.addWidget(made)
        row.addStretch(1)
        row.addWidget(self.points)
        column.addWidget(self.title)
        column.addWidget(self.list, 1)
        column.addWidget(self.text)
        column.addWidget(label(text, type="label", tone="quiet", wrap=True))
        column.addLayout(grid)
        column.addLayout(row)


def _is_plain(rule: Rule) -> bool:
    """Whether a count is all that the rule needs."""
    try:
        entry_points(rule, Facts())
    except PingyiError:
        return False
    return rule.kind is RuleKind.OCCURRENCE
