"""Deductions that late and sent-back complaints give rise to: each taken, or passed over."""

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QWidget

from desktop.actions.deductions import enter_deduction
from desktop.actions.proposals import Proposal
from desktop.assess.rule_set import RuleSet
from desktop.models.acting import Acting
from desktop.models.assess_entry import moved, moved_text
from desktop.models.cases import ProposalsFound, read_proposals
from desktop.models.passed_over import Key, PassedOver
from desktop.models.reading import Reading
from desktop.models.rows_model import Column, Row
from desktop.views.filtered_table import FilteredTable
from desktop.views.message_line import MessageLine
from desktop.views.parts import button, card, filled, label
from desktop.views.workplace import Workplace


class ComplaintProposals(QWidget):
    """Enter takes the row as a draft, Del passes it over; nothing deducts by itself."""

    rules_requested = Signal()
    """To the page where a rule set is chosen."""

    def __init__(self, place: Workplace, message: MessageLine, parent: QWidget) -> None:
        super().__init__(parent)
        self._session, self._message = place.session, message
        self._proposals: dict[Key, Proposal] = {}
        self._rules: RuleSet | None = None
        self.passed = PassedOver.of(place.session)
        self.acting, self.reading = Acting(place.session, self), Reading(place.session, self)
        agencies = place.session.opened.plan.agencies
        self._names = {held.code: held.short or held.name for held in agencies}
        titles = (
            self.tr("Received"), self.tr("Unit"), self.tr("Why"), self.tr("Complaint"),
            self.tr("Rule"),
        )  # fmt: skip
        columns = [*map(Column, titles), Column(self.tr("Points"), is_number=True)]
        self.list = FilteredTable(columns, self.tr("Proposals"), place.theme, self, wide=3)
        self.rule = label(type="label", tone="quiet", wrap=True)
        self.nothing = label(type="row", tone="quiet", wrap=True)
        self.take_button = button(self.tr("Draft this deduction"), primary=True)
        self.pass_button = button(self.tr("Pass over"))
        self.again_button = button(self.tr("Show what was passed over"), link=True)
        self.rules_button = button(self.tr("To the assessment"), primary=True)
        hint = self.tr("Enter drafts the deduction of the row, Del passes it over.")
        self.hint = label(hint, type="label", tone="quiet")
        self._lay_out(place.theme.room["step"])
        self._connect()

    def activate(self) -> None:
        """Read what is proposed now, and take the focus."""
        self.read()
        self._take_focus()

    def read(self) -> None:
        self.reading.ask(read_proposals, self.show_found)

    def show_found(self, found: ProposalsFound | None) -> None:
        """None where no rule set is chosen."""
        self._rules = found.rules if found else None
        held = sorted(found.proposals if found else (), key=_by_day)
        self._proposals = {(one.entry.origin, one.entry.rule): one for one in held}
        text = self.tr("Nothing is proposed: no complaint is late or was sent back that no "
                       "deduction rests on.")  # fmt: skip
        unruled = self.tr("No rule set is chosen yet: choose one on the page of the assessment.")
        self.nothing.setText(text if found else unruled)
        self._show_rows()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Delete and self.list.table.hasFocus():
            self.pass_over()
        else:
            super().keyPressEvent(event)

    @Slot()
    def take(self) -> None:
        """Put the draft on record; somebody verifies and counts it later."""
        key = self.list.current()
        proposal = self._proposals.get(key) if isinstance(key, tuple) else None
        if proposal is None or self.acting.is_busy:
            return
        entry, by, unit = proposal.entry, self._session.code, self._names[proposal.entry.unit]
        said = self.tr("Drafted: {0}; it deducts once it is verified and counted.").format(unit)
        self.acting.start(
            lambda survey, _: enter_deduction(survey, entry, operator=by),
            lambda _: self._message.say(said, tone="good"),
        )

    @Slot()
    def pass_over(self) -> None:
        """The next row; this one is shown again when the survey is opened next."""
        key = self.list.current()
        if isinstance(key, tuple) and key in self._proposals:
            self.passed.keys.add(key)
            self._show_rows()

    @Slot()
    def show_again(self) -> None:
        self.passed.clear()
        self._show_rows()
        self._take_focus()

    def _take_focus(self) -> None:
        """Here, whatever is shown: what is hidden hands the focus on to another page."""
        stops: tuple[QWidget, ...] = (self.list.table, self.rules_button, self.again_button)
        next((stop for stop in stops if stop.isVisibleTo(self)), self).setFocus()

    def _show_rows(self) -> None:
        focus = QApplication.focusWidget()
        had = focus is not None and (focus is self or self.isAncestorOf(focus))
        shown = {key: held for key, held in self._proposals.items() if key not in self.passed.keys}
        self.list.show_rows([self._row(key, held) for key, held in shown.items()])
        passed = len(self._proposals) - len(shown)
        if had and not shown:
            self.setFocus()
        for widget in (self.list, self.take_button, self.pass_button, self.rule, self.hint):
            widget.setVisible(bool(shown))
        self.nothing.setVisible(not shown)
        self.again_button.setVisible(bool(passed))
        self.rules_button.setVisible(self._rules is None)
        if had:
            self._take_focus()

    def _row(self, key: Key, held: Proposal) -> Row:
        assert self._rules
        entry, rule = held.entry, self._rules.rule(held.entry.rule)
        points = moved_text(moved(rule, entry))
        why = self.tr("late") if held.purpose == "overdue" else self.tr("sent back")
        unit = self._names.get(entry.unit, entry.unit)
        return Row(key, (entry.date, unit, why, entry.text, rule.section, points))

    @Slot(object)
    def _follow(self, key: object) -> None:
        held = self._proposals.get(key) if isinstance(key, tuple) else None
        if held and self._rules:
            rule = self._rules.rule(held.entry.rule)
            text = self.tr("Rule {0}: {1}. Evidence office: {2}")
            self.rule.setText(text.format(rule.section, rule.text, held.entry.office))

    @Slot(object)
    def _choose(self, _: object) -> None:
        self.take()

    def _connect(self) -> None:
        self.list.row_chosen.connect(self._choose)
        self.list.current_changed.connect(self._follow)
        self.take_button.clicked.connect(self.take)
        self.pass_button.clicked.connect(self.pass_over)
        self.again_button.clicked.connect(self.show_again)
        self.rules_button.clicked.connect(self.rules_requested)
        self.reading.failed.connect(self._message.tell)
        self.acting.failed.connect(self._message.tell)

    def _lay_out(self, step: int) -> None:
        frame, column = card(margin=2 * step, spacing=step)
        row = QHBoxLayout()
        row.setSpacing(step)
        for made in (self.take_button, self.pass_button, self.again_button, self.rules_button):
            row.addWidget(made)
        row.addStretch(1)
        row.addWidget(self.hint)
        column.addWidget(self.nothing)
        column.addWidget(self.list, 1)
        column.addWidget(self.rule)
        column.addLayout(row)
        column.addStretch()  # where there is no list, what is said stands at the top
        self.rules_button.hide()
        filled(self).addWidget(frame)


def _by_day(proposal: Proposal) -> tuple[str, str, str]:
    entry = proposal.entry
    return entry.date, entry.unit, entry.rule
