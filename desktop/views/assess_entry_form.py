"""The fields of one entry: unit and rule found as they are typed, then what the rule asks for."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from typing import Any

from PySide6.QtCore import QEvent, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QWidget

from desktop.assess.ledger import Entry
from desktop.assess.points import Facts
from desktop.assess.rule_set import Rule, RuleKind
from desktop.models.agency_finder import AgencyFinder
from desktop.models.assess_entry import (
    ASKED,
    RuleFinder,
    RuleMissingError,
    UnitMissingError,
    past_day,
    read_facts,
    typed_facts,
    written,
)
from desktop.models.assess_words import AssessWords
from desktop.models.assess_year import AssessYear
from desktop.tally.errors import PingyiError
from desktop.views.agency_field import AgencyField
from desktop.views.attachment_row import AttachmentRow
from desktop.views.drop_list import DropList
from desktop.views.parts import filled, label
from desktop.views.workplace import Workplace

_WHOLE = Qt.FocusReason.TabFocusReason
"""A field that is gone to so has its text selected: what is typed takes its place."""
_ROWS = (
    (("amount", 2), ("count", 2), ("due", 2), ("rate", 2), ("date", 2), ("office", 3)),
    (("document", 3), ("case", 2)),
    (("text", 3), ("reason", 3), ("approver", 2), ("source", 3)),
)
"""Fields side by side, and how wide each is beside the others; Enter goes along them."""
_ORDER = tuple(name for row in _ROWS for name, _ in row)
_LISTED = 1
"""Lines of either list that are left beside a dispute, on the smallest screen."""
_FACTS = ("amount", "count", "due", "rate")
_ALWAYS = ("date", "office", "document", "case", "text")
_TEXTS = ("document", "case", "text", "reason", "approver", "source")


class AssessEntryForm(QWidget):
    """Enter goes on to the next field, in the last one it is `submitted`, as by Ctrl+Enter.

    What the chosen rule does not ask for is not shown.
    """

    submitted = Signal()
    typed = Signal()
    given_up = Signal()

    def __init__(self, place: Workplace, parent: QWidget) -> None:
        super().__init__(parent)
        self._place, plan = place, place.session.opened.plan
        self._year: AssessYear | None = None
        self._base: Entry | None = None
        self._names = AssessWords(self).fields()
        self._finder = RuleFinder(plan, self.tr("no rule chosen yet"))
        units = AgencyFinder(plan, self.tr("no unit chosen yet"))
        name = self.tr("Unit: number, code or part of its name")
        self.unit = AgencyField(units, name, place.theme, self)
        name = self.tr("Rule: section such as 4.4, or some of its words")
        self.rule = AgencyField(self._finder, name, place.theme, self)
        for field in (self.unit, self.rule):
            field.list.setMinimumHeight(_LISTED * place.theme.room["row"])
        self.lines = {name: QLineEdit() for name in _ORDER}
        self.office = DropList(self._names["office"], place.theme, self)
        self.attachments = AttachmentRow(place, self)
        self._boxes: dict[str, QWidget] = {}
        self._titles: dict[str, QLabel] = {}
        self._lay_out(place.theme.room["step"])
        self._connect()
        self._show_fields()

    def show_rules(self, year: AssessYear) -> None:
        """The rule set and the day of the year; what is typed stays."""
        is_other, self._year = self._year is None or self._year.rules != year.rules, year
        if is_other and year.rules:
            self._finder.take(year.rules)
            self.rule.show_code("")
            self.lines["count"].setText("1")
        if not self.lines["date"].text():
            self.lines["date"].setText(year.today)

    def begin(self) -> None:
        """The next entry: day and evidence office are those of the one before."""
        kept, self._base = (self.lines["date"].text(), self._office()), None
        for line in self.lines.values():
            line.clear()
        self.lines["date"].setText(kept[0])
        self.lines["count"].setText("1")
        self.attachments.show_files(())
        self.unit.show_code("")
        self.rule.show_code("")
        self._offer_offices(kept[1])
        self.unit.setFocus()

    def show_entry(self, entry: Entry) -> None:
        """An entry as it stands, to be mended."""
        self._base = entry
        self.unit.show_code(entry.unit)
        self.rule.show_code(entry.rule)
        texts = typed_facts(entry.facts) | {name: getattr(entry, name) for name in _TEXTS}
        for name, text in (texts | {"date": entry.date}).items():
            self.lines[name].setText(text)
            self.lines[name].home(False)
        self.attachments.show_files(entry.attachments)
        self._offer_offices(entry.office)
        self.typed.emit()

    def rule_chosen(self) -> Rule | None:
        """The rule that is marked, with nothing typed none."""
        chosen = self.rule.chosen
        rules = self._year.rule_by_code if self._year else {}
        return rules.get(chosen.code) if chosen else None

    def entry(self) -> Entry:
        """What stands in the fields.

        UnitMissingError, RuleMissingError, NumberTypedError, DayUnreadError, TextMissingError.
        """
        unit, rule = self._unit(), self._rule()
        asked = ASKED[rule.kind]
        texts = {
            name: written(self.lines[name].text()) if name in (*_ALWAYS, *asked) else ""
            for name in _TEXTS
        }
        facts, day, office = self._facts(rule), self._day(), written(self._office())
        base = self._base or Entry(unit, rule.code, facts, day, office)
        made = replace(base, unit=unit, rule=rule.code, facts=facts, date=day, office=office)
        changes: dict[str, Any] = {"attachments": self.attachments.files, **texts}
        return replace(made, **changes)

    def facts(self, rule: Rule) -> Facts:
        """What is typed so far; NumberTypedError."""
        typed = {name: self.lines[name].text() for name in _FACTS}
        names = {name: self._title(name, rule) for name in _FACTS}
        return read_facts(rule, typed, names)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and event.type() == QEvent.Type.KeyPress:
            self.given_up.emit()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            # a key held down too long must not enter the next one as well
            if not event.isAutoRepeat():
                self._go_on()
        else:
            super().keyPressEvent(event)

    def _unit(self) -> str:
        if (chosen := self.unit.chosen) and chosen.code:
            return chosen.code
        self.unit.setFocus()
        raise UnitMissingError

    def _rule(self) -> Rule:
        if rule := self.rule_chosen():
            return rule
        self.rule.setFocus()
        raise RuleMissingError

    def _facts(self, rule: Rule) -> Facts:
        try:
            return self.facts(rule)
        except PingyiError:
            self._stops()[0].setFocus(_WHOLE)
            raise

    def _day(self) -> str:
        assert self._year
        line, today = self.lines["date"], date.fromisoformat(self._year.today)
        try:
            return past_day(self._names["date"], line.text(), today)
        except PingyiError:
            line.setFocus(_WHOLE)
            raise

    def _office(self) -> str:
        return str(self.office.currentData() or self.lines["office"].text())

    def _stops(self) -> list[QWidget]:
        """Fields that are shown, in the order of Enter."""
        held: list[QWidget] = []
        for name in _ORDER:
            if self._boxes[name].isVisibleTo(self):
                is_list = name == "office" and self.office.count()
                held.append(self.office if is_list else self.lines[name])
        return held

    def _go_on(self) -> None:
        stops = self._stops()
        at = next((at for at, field in enumerate(stops) if field.hasFocus()), None)
        if at is None:
            return
        if at + 1 < len(stops):
            stops[at + 1].setFocus(_WHOLE)
        else:
            self.submitted.emit()

    @Slot()
    def _leave_unit(self) -> None:
        if self.unit.chosen and self.unit.chosen.code:
            self.rule.setFocus()

    @Slot()
    def _leave_rule(self) -> None:
        if self.rule_chosen():
            self._stops()[0].setFocus(_WHOLE)

    @Slot()
    def _show_fields(self) -> None:
        rule = self.rule_chosen()
        shown = (*_ALWAYS, *(ASKED[rule.kind] if rule else ("count",)))
        for name, box in self._boxes.items():
            box.setVisible(name in shown)
            self._titles[name].setText(self._title(name, rule))
            self.lines[name].setAccessibleName(self._title(name, rule))
        self._offer_offices(self._office())
        self.typed.emit()

    def _title(self, name: str, rule: Rule | None) -> str:
        if name not in _FACTS:
            return self._names[name]
        kind = rule.kind if rule else None
        titles: Mapping[str, str] = {
            "amount": self.tr("Points for each"),
            "count": self.tr("How many are missing")
            if kind is RuleKind.PROPORTION
            else self.tr("How many"),
            "due": self.tr("How many were due"),
            "rate": self.tr("Missed by, percentage points")
            if kind is RuleKind.STEP
            else self.tr("Rate, %"),
        }
        counted = name in ("count", "due") and rule
        return f"{titles[name]} ({rule.unit})" if counted and rule else titles[name]

    def _offer_offices(self, office: str) -> None:
        """The rule's own; where it names none, any is typed."""
        rule = self.rule_chosen()
        offices = rule.offices if rule else ((office,) if office else ())
        self.office.clear()
        for held in offices:
            self.office.add(held, held)
        self.office.setCurrentIndex(max(0, self.office.findData(office)))
        self.office.setVisible(bool(offices))
        self.lines["office"].setVisible(not offices)
        self.lines["office"].setText(office)

    def _connect(self) -> None:
        self.unit.taken.connect(self._leave_unit)
        self.rule.taken.connect(self._leave_rule)
        self.rule.chosen_changed.connect(self._show_fields)
        self.unit.chosen_changed.connect(self.typed)
        for field in (self.unit, self.rule):
            field.back_requested.connect(self.given_up)
        for line in self.lines.values():
            line.textEdited.connect(self.typed)
        for keys in ("Ctrl+Return", "Ctrl+Enter"):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(self.submitted)

    def _lay_out(self, step: int) -> None:
        column = filled(self)
        column.setSpacing(step)
        finders = QHBoxLayout()
        finders.setSpacing(2 * step)
        finders.addWidget(self.unit, 2)
        finders.addWidget(self.rule, 3)
        column.addLayout(finders, 1)
        for fields in _ROWS:
            row = QHBoxLayout()
            row.setSpacing(step)
            for name, wide in fields:
                row.addWidget(self._box(name, step), wide)
            column.addLayout(row)
        column.addWidget(self.attachments.text)

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
