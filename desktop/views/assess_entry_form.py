"""The fields of one entry: unit and rule found as they are typed, then what the rule asks for."""

from dataclasses import replace
from datetime import date
from typing import Any

from PySide6.QtCore import QEvent, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QWidget

from desktop.assess.ledger import Entry
from desktop.assess.points import Facts
from desktop.assess.rule_set import Rule
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
from desktop.models.assess_year import AssessYear
from desktop.tally.errors import PingyiError
from desktop.views.agency_field import AgencyField
from desktop.views.assess_entry_fields import ALWAYS, FACTS, AssessEntryFields
from desktop.views.attachment_row import AttachmentRow
from desktop.views.parts import filled
from desktop.views.workplace import Workplace

_WHOLE = Qt.FocusReason.TabFocusReason
"""A field that is gone to so has its text selected: what is typed takes its place."""
_LISTED = 1
"""Lines of either list that are left beside a dispute, on the smallest screen."""
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
        self._finder = RuleFinder(plan, self.tr("no rule chosen yet"))
        units = AgencyFinder(plan, self.tr("no unit chosen yet"))
        name = self.tr("Unit: number, code or part of its name")
        self.unit = AgencyField(units, name, place.theme, self)
        name = self.tr("Rule: section such as 4.4, or some of its words")
        self.rule = AgencyField(self._finder, name, place.theme, self)
        for field in (self.unit, self.rule):
            field.list.setMinimumHeight(_LISTED * place.theme.room["row"])
        self.fields = AssessEntryFields(place.theme, self)
        self.lines, self.office = self.fields.lines, self.fields.office
        self.attachments = AttachmentRow(place, self)
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
        kept, self._base = (self.lines["date"].text(), self.fields.office_text()), None
        for line in self.lines.values():
            line.clear()
        self.lines["date"].setText(kept[0])
        self.lines["count"].setText("1")
        self.attachments.show_files(())
        self.unit.show_code("")
        self.rule.show_code("")
        self.fields.offer_offices(self.rule_chosen(), kept[1])
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
        self.fields.offer_offices(self.rule_chosen(), entry.office)
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
            name: written(self.lines[name].text()) if name in (*ALWAYS, *asked) else ""
            for name in _TEXTS
        }
        facts, day, office = self._facts(rule), self._day(), written(self.fields.office_text())
        base = self._base or Entry(unit, rule.code, facts, day, office)
        made = replace(base, unit=unit, rule=rule.code, facts=facts, date=day, office=office)
        changes: dict[str, Any] = {"attachments": self.attachments.files, **texts}
        return replace(made, **changes)

    def facts(self, rule: Rule) -> Facts:
        """What is typed so far; NumberTypedError."""
        typed = {name: self.lines[name].text() for name in FACTS}
        names = {name: self.fields.title(name, rule) for name in FACTS}
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
            self.fields.stops()[0].setFocus(_WHOLE)
            raise

    def _day(self) -> str:
        assert self._year
        line, today = self.lines["date"], date.fromisoformat(self._year.today)
        try:
            return past_day(self.fields.names["date"], line.text(), today)
        except PingyiError:
            line.setFocus(_WHOLE)
            raise

    def _go_on(self) -> None:
        stops = self.fields.stops()
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
            self.fields.stops()[0].setFocus(_WHOLE)

    @Slot()
    def _show_fields(self) -> None:
        self.fields.show_rule(self.rule_chosen())
        self.typed.emit()

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
        column.addWidget(self.fields)
        column.addWidget(self.attachments.text)
