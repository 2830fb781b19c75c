"""The year's seal: what stands against it, both people, and the day it is closed on."""

from collections.abc import Sequence
from datetime import date
from functools import partial

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QStackedWidget, QWidget

from desktop.actions.operators import Second, confirmed
from desktop.actions.year_sealing import seal_year, unseal_year, year_obstacles
from desktop.jobs import Job
from desktop.models.acting import Acting
from desktop.models.assess_entry import past_day
from desktop.models.assess_obstacles import Obstacle, counted, obstacles_of
from desktop.models.assess_year import AssessYear
from desktop.models.reading import Reading
from desktop.models.rows_model import Column, Row
from desktop.store.survey_file import SurveyFile
from desktop.tally.errors import PingyiError, Problem
from desktop.tally.issuing import is_date
from desktop.views.assess_rows import AssessRows
from desktop.views.filtered_table import FilteredTable
from desktop.views.job_bar import JobBar
from desktop.views.message_line import MessageLine
from desktop.views.parts import button, card, filled, label, set_primary, set_tone
from desktop.views.signing_panel import SigningPanel
from desktop.views.workplace import Workplace

_RULE = 2
"""The column that gives way: what is to be done about an entry stands whole."""


class AssessSealPanel(QWidget):
    """After it every act of the year is refused, until two people open it again."""

    entries_chosen = Signal(object)
    changed = Signal()

    def __init__(
        self, place: Workplace, rows: AssessRows, message: MessageLine, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self._session, self._rows, self._message = place.session, rows, message
        self.year: AssessYear | None = None
        self._problems: Sequence[Problem] = ()
        self.acting, self.reading = Acting(place.session, self), Reading(place.session, self)
        self.bar = JobBar(self.acting, self.tr("The standing goes on record…"), self)
        self.state = label(type="row", wrap=True)
        self.day = QLineEdit()
        self.day.setAccessibleName(self.tr("Day of the year's last standing"))
        self.day.setMaximumWidth(15 * place.theme.room["step"])
        self.seal_button = button(self.tr("Seal the year…"), primary=True)
        self.unseal_button = button(self.tr("Unseal the year…"), danger=True)
        self.signing = SigningPanel(place, self)
        name = self.tr("What stands against the year's seal")
        columns = [
            Column(self.tr("Unit")),
            Column(self.tr("Day")),
            Column(self.tr("Rule")),
            Column(name),
            Column(self.tr("Number")),
        ]
        self.list = FilteredTable(columns, name, place.theme, self, wide=_RULE)
        self.nothing, self.stack = QWidget(), QStackedWidget()
        self._say(self.tr("The ledgers are being read…"), "quiet")
        self._lay_out(place.theme.room["step"])
        self._connect()

    def show_year(self, year: AssessYear) -> None:
        self.year = year
        if not self.day.text():
            self.day.setText(self._last_day(year))
        self.signing.second.show_people(year.people)
        for made, holds in ((self.seal_button, False), (self.unseal_button, True)):
            made.setVisible(year.edition.sealed is holds)
        self.day.setEnabled(not year.edition.sealed)
        self._ask()

    def activate(self) -> None:
        if not self.signing.isVisible():
            button_ = self.unseal_button if self._is_sealed else self.seal_button
            (self.list.table if self._problems else button_).setFocus()

    def put_away(self) -> None:
        """A PIN that was typed does not stay."""
        self.signing.put_away()

    @property
    def _is_sealed(self) -> bool:
        return bool(self.year and self.year.edition.sealed)

    def _last_day(self, year: AssessYear) -> str:
        """The last day of the plan's year, or today where that is still to come."""
        last = f"{self._session.opened.plan.year}-12-31"
        return min(last, year.today)

    @Slot()
    def _ask(self) -> None:
        """What stands against the seal on the day that is written; on any while it is no day."""
        text = self.day.text().strip()
        day = text if is_date(text) else ""
        self.reading.ask(partial(year_obstacles, day=day), self._show_problems)

    def _show_problems(self, problems: Sequence[Problem]) -> None:
        self._problems = () if self._is_sealed else problems
        found = obstacles_of(self._problems, self.year, self._rows.names) if self.year else []
        self.list.show_rows([self._row(held) for held in found])
        self.stack.setCurrentWidget(self.list if self._problems else self.nothing)
        set_primary(self.seal_button, is_primary=not self._problems)
        if self._problems and self.seal_button.hasFocus():
            self.list.table.setFocus()
        if self._is_sealed and self.year:
            text = self.tr("The year is sealed: edition {0}. Nothing is entered any more.")
            self._say(text.format(self.year.edition.number), "good")
        elif problems:
            self._say(self._summed(found), "warn")
        else:
            self._say(self.tr("Nothing stands against the year's seal."), "good")

    def _summed(self, found: Sequence[Obstacle]) -> str:
        """How many there are of each kind, and what helps against most of them."""
        many, day = counted(found), self.day.text().strip()
        kinds = (
            (many.open, self.tr("Not decided: {0}.")),
            (many.later, self.tr("Changing after {1}: {0}; choose a later day.")),
            (many.others, self.tr("Others: {0}.")),
        )
        text = self.tr("%n thing(s) stand against the year's seal.", "", len(found))
        if many.open == len(found):
            return text
        return " ".join((text, *(held.format(count, day) for count, held in kinds if count)))

    def _say(self, text: str, tone: str) -> None:
        set_tone(self.state, tone)
        self.state.setText(text)

    def _row(self, held: Obstacle) -> Row:
        assert self.year
        line = self.year.lines.get(held.line)
        rule = self.year.rule_by_code.get(line.value.rule) if line else None
        unit = self._rows.names.get(held.unit, "")
        texts = (
            unit or self.tr("(no unit)"),
            line.value.date if line else "",
            f"{rule.section}  {rule.text}" if rule else "",
            self._rows.problem(held.problem, self.year),
            "" if held.problem.place == held.unit else held.problem.place,
        )
        tones = ("text" if unit else "quiet", "quiet", "text", "text", "quiet")
        return Row(held, texts, tones=tones)

    @Slot(object)
    def _open(self, held: object) -> None:
        if isinstance(held, Obstacle) and held.line:
            self.entries_chosen.emit((held.line,))

    @Slot()
    def ask_to_seal(self) -> None:
        """Both people sign; with something left it says where that is."""
        if self._problems:
            self._message.say(self.tr("Settle what stands in the list first."), tone="warn")
            self.list.table.setFocus()
            return
        text = self.tr(
            "The standing of {0} goes on record with its hash. After it every entry, finding and"
            " complaint is refused, until two people open the year again."
        )
        self._message.tell(None)
        title, act = self.tr("Seal the year"), self.tr("Seal")
        self.signing.ask(title, text.format(self.day.text()), act, reason=False)

    @Slot()
    def ask_to_unseal(self) -> None:
        text = self.tr("The sealed standing stays on record as it is; the next edition begins.")
        self._message.tell(None)
        self.signing.ask(self.tr("Open the year again"), text, self.tr("Unseal"), reason=True)

    @Slot()
    def _sign(self) -> None:
        second, by = self.signing.second.given(), self._session.code
        if self._is_sealed:
            self._unseal(second, self.signing.reason.text(), by)
        else:
            self._seal(second, by)

    def _seal(self, second: Second, by: str) -> None:
        assert self.year
        today = date.fromisoformat(self.year.today)
        try:
            day = past_day(self.day.accessibleName(), self.day.text(), today)
        except PingyiError as error:
            self._message.tell(error)
            return

        def act(survey: SurveyFile, _: Job) -> tuple[int, str]:
            made = seal_year(survey, day, second=confirmed(survey, second), operator=by)
            return int(made.data["edition"]), str(made.data["standing"])

        self.acting.start(act, self._tell_sealed)

    def _unseal(self, second: Second, reason: str, by: str) -> None:
        def act(survey: SurveyFile, _: Job) -> int:
            who = confirmed(survey, second)
            return unseal_year(survey, reason=reason, second=who, operator=by)

        self.acting.start(act, self._tell_unsealed)

    def _tell_sealed(self, made: tuple[int, str]) -> None:
        self.signing.put_away()
        text = self.tr("The year is sealed: edition {0}. Hash of the standing: {1}…")
        self._message.say(text.format(made[0], made[1][:16]), tone="good")
        self.changed.emit()

    def _tell_unsealed(self, number: int) -> None:
        self.signing.put_away()
        text = self.tr("The year is open again: edition {0} begins.")
        self._message.say(text.format(number), tone="good")
        self.changed.emit()

    def _connect(self) -> None:
        for source in (self.acting, self.reading):
            source.failed.connect(self._message.tell)
        self.seal_button.clicked.connect(self.ask_to_seal)
        self.unseal_button.clicked.connect(self.ask_to_unseal)
        self.signing.signed.connect(self._sign)
        self.list.row_chosen.connect(self._open)
        self.day.editingFinished.connect(self._ask)

    def _lay_out(self, step: int) -> None:
        frame, column = card(margin=2 * step, spacing=step)
        head = QHBoxLayout()
        head.setSpacing(step)
        head.addWidget(self.state, 1)
        head.addWidget(label(self.tr("Standing of"), type="label", tone="quiet"))
        for made in (self.day, self.seal_button, self.unseal_button):
            head.addWidget(made)
        column.addLayout(head)
        for part in (self.nothing, self.list):
            self.stack.addWidget(part)
        column.addWidget(self.stack, 1)
        whole = filled(self)
        whole.setSpacing(step)
        whole.addWidget(self.signing)
        whole.addWidget(self.bar)
        whole.addWidget(frame, 1)
