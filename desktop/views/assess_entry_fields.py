"""The single fields of an entry, row by row; what the chosen rule does not ask for is hidden."""

from collections.abc import Mapping

from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QWidget

from desktop.assess.rule_set import Rule, RuleKind
from desktop.models.assess_entry import ASKED
from desktop.models.assess_words import AssessWords
from desktop.views.drop_list import DropList
from desktop.views.parts import filled, label
from desktop.views.theme import Theme

FACTS = ("amount", "count", "due", "rate")
ALWAYS = ("date", "office", "document", "case", "text")
_ROWS = (
    (("amount", 2), ("count", 2), ("due", 2), ("rate", 2), ("date", 2), ("office", 3)),
    (("document", 3), ("case", 2)),
    (("text", 3), ("reason", 3), ("approver", 2), ("source", 3)),
)
"""Fields side by side, and how wide each is beside the others; Enter goes along them."""
_ORDER = tuple(name for row in _ROWS for name, _ in row)


class AssessEntryFields(QWidget):
    """A line for each, and for the evidence office the rule's own where it names some."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self.names = AssessWords(self).fields()
        self.lines = {name: QLineEdit() for name in _ORDER}
        self.office = DropList(self.names["office"], theme, self)
        self._boxes: dict[str, QWidget] = {}
        self._titles: dict[str, QLabel] = {}
        self._lay_out(theme.room["step"])

    def show_rule(self, rule: Rule | None) -> None:
        """What the rule asks for, under the rule's names; without one what most rules do."""
        shown = self._shown(rule)
        for name, box in self._boxes.items():
            box.setVisible(name in shown)
            self._titles[name].setText(self.title(name, rule))
            self.lines[name].setAccessibleName(self.title(name, rule))
        self.offer_offices(rule, self.office_text())

    def title(self, name: str, rule: Rule | None) -> str:
        if name not in FACTS:
            return self.names[name]
        title = self._fact_titles(rule.kind if rule else None)[name]
        counted = name in ("count", "due") and rule
        return f"{title} ({rule.unit})" if counted and rule else title

    def stops(self) -> list[QWidget]:
        """Fields that are shown, in the order of Enter."""
        return [self._stop(name) for name in _ORDER if self._boxes[name].isVisibleTo(self)]

    def shown(self) -> set[str]:
        """Names of the fields that are shown."""
        return {name for name, box in self._boxes.items() if box.isVisibleTo(self)}

    def office_text(self) -> str:
        return str(self.office.currentData() or self.lines["office"].text())

    def offer_offices(self, rule: Rule | None, office: str) -> None:
        """The rule's own; where it names none, any is typed."""
        offices = rule.offices if rule else ((office,) if office else ())
        self.office.clear()
        for held in offices:
            self.office.add(held, held)
        self.office.setCurrentIndex(max(0, self.office.findData(office)))
        self.office.setVisible(bool(offices))
        self.lines["office"].setVisible(not offices)
        self.lines["office"].setText(office)

    def _shown(self, rule: Rule | None) -> tuple[str, ...]:
        return (*ALWAYS, *(ASKED[rule.kind] if rule else ("count",)))

    def _stop(self, name: str) -> QWidget:
        is_list = name == "office" and self.office.count()
        return self.office if is_list else self.lines[name]

    def _fact_titles(self, kind: RuleKind | None) -> Mapping[str, str]:
        is_share, is_step = kind is RuleKind.PROPORTION, kind is RuleKind.STEP
        missed = self.tr("Missed by, percentage points")
        return {
            "amount": self.tr("Points for each"),
            "count": self.tr("How many are missing") if is_share else self.tr("How many"),
            "due": self.tr("How many were due"),
            "rate": missed if is_step else self.tr("Rate, %"),
        }

    def _lay_out(self, step: int) -> None:
        column = filled(self)
        column.setSpacing(step)
        for fields in _ROWS:
            row = QHBoxLayout()
            row.setSpacing(step)
            for name, wide in fields:
                row.addWidget(self._box(name, step), wide)
            column.addLayout(row)

    def _box(self, name: str, step: int) -> QWidget:
        box = self._boxes[name] = QWidget()
        self._titles[name] = label(type="label", tone="quiet")
        inner = filled(box)
        inner.setSpacing(step // 4)
        inner.addWidget(self._titles[name])
        if name == "office":
            policy = DropList.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
            self.office.setSizeAdjustPolicy(policy)
            inner.addWidget(self.office)
        inner.addWidget(self.lines[name])
        return box
