"""Entries typed by keyboard alone: points show as they come, Enter saves, the next begins."""

from collections.abc import Sequence

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QHBoxLayout, QWidget

from desktop.actions.deductions import correct_deduction, enter_deduction
from desktop.assess.ledger import Entry, charged
from desktop.assess.points import Facts
from desktop.assess.rule_set import Rule
from desktop.jobs import Job
from desktop.models.acting import Acting
from desktop.models.assess_entry import meetings, moved, moved_text
from desktop.models.assess_year import NUMBER, AssessYear
from desktop.models.rows_model import Column, Row
from desktop.store.ledger_queries import Line
from desktop.store.survey_file import SurveyFile
from desktop.tally.errors import PingyiError
from desktop.tally.numbers import rounded
from desktop.views.assess_dispute_panel import AssessDisputePanel
from desktop.views.assess_entry_form import AssessEntryForm
from desktop.views.assess_rows import AssessRows
from desktop.views.filtered_table import FilteredTable
from desktop.views.message_line import MessageLine
from desktop.views.parts import button, card, label
from desktop.views.workplace import Workplace
from desktop.words import words_for

_LATEST = 100
"""Entries that stand beside the form, the last one first."""


class AssessEntryPanel(QWidget):
    """Esc gives a correction up; what is typed and not saved stays when the page is left."""

    def __init__(
        self, place: Workplace, rows: AssessRows, message: MessageLine, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self._session, self._rows, self._message = place.session, rows, message
        self._words = words_for(place.language)
        self._parents = {held.code: held.parent for held in place.session.opened.plan.agencies}
        self.year: AssessYear | None = None
        self._line: Line[Entry] | None = None
        self.acting = Acting(place.session, self)
        self.title = label(type="row")
        self.points, self.told = label(type="name"), label(type="label", tone="quiet", wrap=True)
        self.double = label(type="label", tone="warn", wrap=True)
        self.form = AssessEntryForm(place, self)
        self.dispute = AssessDisputePanel(place, rows, self)
        self.save_button = button(self.tr("Save (Ctrl+Enter)"), primary=True)
        self.cancel_button = button(self.tr("Not now"))
        columns = [
            Column(self.tr("Unit")),
            Column(self.tr("Rule")),
            Column(self.tr("Points"), is_number=True),
            Column(self.tr("State")),
        ]
        self.latest = FilteredTable(columns, self.tr("Entered last"), place.theme, self, wide=0)
        self.latest.filter.hide()
        self.latest.count.hide()
        self.latest.tools.setSpacing(0)
        self._lay_out(place.theme.room["step"])
        self._connect()
        self._name_act()

    def show_year(self, year: AssessYear) -> None:
        """What is typed stays; that somebody changed an entry meanwhile, its act says."""
        self.year = year
        self.form.show_rules(year)
        lines = sorted(year.entries, key=lambda line: line.at, reverse=True)[:_LATEST]
        self.latest.show_rows([self._row(year, line) for line in lines])
        self._follow()

    def activate(self) -> None:
        """At the first field."""
        self.form.unit.setFocus()

    @Slot(object)
    def correct(self, key: object) -> None:
        """A draft, an entry that was verified, or one in dispute, by its id."""
        line = self.year.lines.get(str(key)) if self.year else None
        if line is None or self.year is None:
            return
        self._message.tell(None)
        self._line = line
        self.form.show_entry(line.value)
        self.dispute.setVisible(line.is_disputed)
        self.title.setVisible(not line.is_disputed)
        if line.is_disputed:
            self.dispute.show_line(self.year, line)
        self._name_act()
        self.form.lines["text"].setFocus()
        if line.is_disputed:
            self.dispute.buttons[0].setFocus()

    @Slot()
    def save(self) -> None:
        """Put the entry on record as a draft, or in the place of the one that is corrected."""
        try:
            entry = self.form.entry()
        except PingyiError as error:
            self._message.tell(error)
            return
        by, line = self._session.code, self._line

        def act(survey: SurveyFile, _: Job) -> str:
            made = (
                correct_deduction(survey, line, entry, operator=by)
                if line
                else enter_deduction(survey, entry, operator=by)
            )
            return line.id if line else str(made.id)

        self.acting.start(act, lambda made: self._tell(made, entry))

    @Slot()
    def give_up(self) -> None:
        """The entry stays as it is; the fields are free for another."""
        if self._line:
            self._message.tell(None)
            self._begin()

    def _tell(self, made: str, entry: Entry) -> None:
        rule = self.year.rule_by_code.get(entry.rule) if self.year else None
        name, section = self._rows.names[entry.unit], rule.section if rule else entry.rule
        points = moved_text(moved(rule, entry)) if rule else ""
        text = self.tr("Corrected: {0}, rule {1}, {2}. Number {3}.")
        if not self._line:
            text = self.tr("Saved as a draft: {0}, rule {1}, {2}. Number {3}.")
        self._begin()
        self._message.say(text.format(name, section, points, made[:NUMBER]), tone="good")

    def _begin(self) -> None:
        self._line = None
        self.dispute.hide()
        self.title.show()
        self.form.begin()
        self._name_act()
        self._follow()

    def _name_act(self) -> None:
        line = self._line
        self.title.setText(
            self.tr("Entry {0} is corrected").format(line.id[:NUMBER])
            if line
            else self.tr("A new entry")
        )
        self.cancel_button.setVisible(line is not None)

    @Slot(object)
    def _take_version(self, entry: Entry) -> None:
        self.form.show_entry(entry)
        self.form.lines["text"].setFocus()
        self._message.say(self.tr("Taken into the fields: mend it if need be, and save."))

    @Slot()
    def _follow(self) -> None:
        """Points as typed, who is charged, and where another rule meets the case."""
        rule = self.form.rule_chosen()
        text, told = self._points(rule) if rule else ("", self.tr("Choose a unit and a rule."))
        self.points.setText(text)
        self.points.setVisible(bool(text))
        self.told.setText(told)
        self._say_double(rule)

    def _points(self, rule: Rule) -> tuple[str, str]:
        try:
            entry = Entry("", rule.code, self.form.facts(rule), "", "")
            points = moved(rule, entry)
        except PingyiError as error:
            return "—", error.sentence(self._words)
        return moved_text(points), self._charged(rule)

    def _charged(self, rule: Rule) -> str:
        """What becomes of the points: whom they are charged to, and when they count."""
        chosen, parts = self.form.unit.chosen, []
        if chosen and chosen.code:
            unit = charged(rule, chosen.code, self._parents)
            if unit != chosen.code:
                parts.append(self.tr("charged to {0}").format(self._rows.names[unit]))
            if self.year and (row := self.year.row_by_unit.get(unit)):
                name, score = self._rows.names[unit], rounded(row.score, 2)
                parts.append(self.tr("{0} stands at {1}").format(name, score))
        if rule.circular:
            parts.append(self.tr("counts after a circular"))
        return self.tr("; ").join(parts)

    def _say_double(self, rule: Rule | None) -> None:
        case, chosen = self.form.lines["case"].text().strip(), self.form.unit.chosen
        found: Sequence[str] = ()
        if self.year and rule and chosen and chosen.code and case:
            entry = Entry(chosen.code, rule.code, Facts(), "", "", case=case)
            line = self._line.id if self._line else ""
            problems = meetings(self.year, entry, line)
            found = [self._rows.problem(held, self.year) for held in problems]
        self.double.setText("\n".join(found))
        self.double.setVisible(bool(found))

    def _row(self, year: AssessYear, line: Line[Entry]) -> Row:
        entry, (state, tone) = line.value, self._rows.says.state(line, year.states[line.id])
        rule, points = year.rule_by_code.get(entry.rule), moved_text(year.points[line.id])
        name = self._rows.names.get(entry.unit, entry.unit)
        section = rule.section if rule else entry.rule
        return Row(line.id, (name, section, points, state), tones=("text", "text", "text", tone))

    def _connect(self) -> None:
        self.form.submitted.connect(self.save)
        self.form.typed.connect(self._follow)
        self.form.given_up.connect(self.give_up)
        self.form.attachments.failed.connect(self._message.tell_failure)
        self.save_button.clicked.connect(self.save)
        self.cancel_button.clicked.connect(self.give_up)
        self.dispute.taken.connect(self._take_version)
        self.latest.row_chosen.connect(self.correct)
        self.acting.failed.connect(self._message.tell)

    def _lay_out(self, step: int) -> None:
        left, column = card(margin=2 * step, spacing=step)
        right, beside = card(margin=2 * step, spacing=step)
        column.addWidget(self.title)
        column.addWidget(self.dispute)
        column.addWidget(self.form, 1)
        column.addWidget(self.double)
        foot = QHBoxLayout()
        foot.setSpacing(2 * step)
        foot.addWidget(self.points)
        foot.addWidget(self.told, 1)
        foot.addWidget(self.form.attachments)
        foot.addWidget(self.cancel_button)
        foot.addWidget(self.save_button)
        column.addLayout(foot)
        beside.addWidget(label(self.tr("Entered last"), type="row"))
        beside.addWidget(self.latest, 1)
        text = self.tr("Enter corrects one that nobody has decided on.")
        beside.addWidget(label(text, type="label", tone="quiet", wrap=True))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(2 * step)
        row.addWidget(left, 5)
        row.addWidget(right, 3)
