"""What follows, unit by unit: confirmed with its document, done; the survey's cut stands beside."""

from collections.abc import Sequence

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QTableView, QWidget

from desktop.actions.consequences import (
    ConsequenceLine,
    Cut,
    confirm_consequences,
    withdraw_confirmation,
)
from desktop.assess.year import Confirmation
from desktop.jobs import Job
from desktop.models.acting import Acting
from desktop.models.consequence_rows import (
    STALE,
    ConsequenceRows,
    ConsequencesFound,
    key_of,
    state_of,
)
from desktop.models.consequence_texts import ConsequenceTexts
from desktop.models.consequence_words import ALL, ConsequenceWords
from desktop.models.rows_model import KEY_ROLE
from desktop.store.survey_file import SurveyFile
from desktop.tally.errors import PingyiError
from desktop.views.choices import Choices
from desktop.views.consequence_forms import ConfirmForm, DoneForm, TakeBackForm
from desktop.views.filtered_table import FilteredTable
from desktop.views.job_bar import JobBar
from desktop.views.message_line import MessageLine
from desktop.views.parts import button, card, filled, label, set_primary
from desktop.views.table_copy import TableCopy
from desktop.views.workplace import Workplace
from desktop.views.year_papers import YearPapers


class ConsequenceLinesPanel(QWidget):
    """Several lines are confirmed by one document: Shift and Ctrl choose them."""

    bands_requested = Signal()

    def __init__(self, place: Workplace, message: MessageLine, parent: QWidget) -> None:
        super().__init__(parent)
        self._place, self._session, self._message = place, place.session, message
        self._units = {held.code: held.name for held in place.session.opened.plan.agencies}
        self._words = ConsequenceWords(self)
        self._found: ConsequencesFound | None = None
        self._cut: Cut | None = None
        self.acting = Acting(place.session, self)
        self.bar = JobBar(self.acting, self.tr("Consequences go on record…"), self)
        self._texts = ConsequenceTexts(self._units, self)
        name = self.tr("What follows")
        self.list = FilteredTable(self._texts.columns(), name, place.theme, self, wide=4)
        self.list.table.setSelectionMode(QTableView.SelectionMode.ExtendedSelection)
        self.copying = TableCopy(self.list.table, message, self)
        self.which = Choices(self.tr("Which lines"), dict(self._words.choices()), place.theme, self)
        self.confirm_button = button(self.tr("Confirm…"), primary=True)
        self.done_button = button(self.tr("Done…"))
        self.back_button = button(self.tr("Take back…"))
        self.bands_button = button(self.tr("Last year's bands…"))
        self.confirming = ConfirmForm(place.theme, self)
        self.finishing = DoneForm(place.theme, self)
        self.taking_back = TakeBackForm(place.theme, self)
        self.told = label(type="body", wrap=True)
        self.cut = label(type="label", tone="quiet", wrap=True)
        self.papers = YearPapers(place, message, self)
        self._wanted = ALL
        self._lay_out()
        self._connect()

    def activate(self) -> None:
        if not any(form.isVisible() for form in self._forms):
            self.list.table.setFocus()

    def show_found(self, found: ConsequencesFound) -> None:
        self._found = found
        self.bands_button.setVisible(found.last is None)
        self._show_rows()

    def show_cut(self, cut: Cut) -> None:
        """The survey's ranks: they come a moment later."""
        self._cut = cut
        self._show_rows()

    @Slot(object)
    def show_which(self, wanted: frozenset[str]) -> None:
        self._wanted = wanted
        self._show_rows()

    @Slot()
    def confirm(self) -> None:
        """Ask for the document of the lines that are chosen."""
        lines = self._chosen()
        if not lines or not self._found:
            self._message.say(self.tr("No consequence is chosen in the list."), tone="warn")
            return
        stale = [line for line in lines if state_of(line, self._found.today) == STALE]
        if stale:
            text = self.tr("“{0}” follows no more for {1}: take it back.")
            unit = self._texts.unit(stale[0].unit)
            self._message.say(text.format(stale[0].rule.text, unit), tone="warn")
            return
        self._begin(self.confirming, lines)

    @Slot()
    def finish(self) -> None:
        """Ask for the day that the chosen lines were done."""
        lines = self._chosen()
        if any(line.confirmed is None for line in lines) or not lines:
            text = self.tr("What is done was confirmed before: confirm it with its document first.")
            self._message.say(text, tone="warn")
            return
        self._begin(self.finishing, lines)

    @Slot()
    def take_back(self) -> None:
        """Ask why the chosen confirmations no longer hold."""
        lines = self._chosen()
        if not lines or any(line.confirmed is None for line in lines):
            text = self.tr("Choose what was confirmed: only that can be taken back.")
            self._message.say(text, tone="warn")
            return
        self._begin(self.taking_back, lines)

    @property
    def _forms(self) -> tuple[ConfirmForm, DoneForm, TakeBackForm]:
        return self.confirming, self.finishing, self.taking_back

    def _begin(
        self, form: ConfirmForm | DoneForm | TakeBackForm, lines: Sequence[ConsequenceLine]
    ) -> None:
        assert self._found
        self._message.tell(None)
        for other in self._forms:
            other.setVisible(other is form)
        form.begin(lines, self._texts.title(lines), self._found.today)

    @Slot()
    def _record(self) -> None:
        assert self._found
        form = self.confirming if self.confirming.isVisible() else self.finishing
        try:
            made = form.given_lines(self._found.today)
        except PingyiError as error:
            self._message.tell(error)
            return
        code = self._session.code

        def act(survey: SurveyFile, _: Job) -> list[Confirmation]:
            confirm_consequences(survey, made, operator=code)
            return made

        self.acting.start(act, self._tell)

    @Slot()
    def _record_back(self) -> None:
        held, code = self.taking_back.taken_back(), self._session.code

        def act(survey: SurveyFile, _: Job) -> list[Confirmation]:
            for line, reason, on in held:
                withdraw_confirmation(survey, line, reason, on, operator=code)
            return [line.value for line, _, _ in held]

        self.acting.start(act, self._tell)

    def _tell(self, made: list[Confirmation]) -> None:
        for form in self._forms:
            form.hide()
        self.list.table.setFocus()
        if len(made) == 1:
            unit = self._texts.unit(made[0].unit)
            told = self.tr("On record: {0}, {1}.").format(unit, made[0].done or made[0].on)
        else:
            told = self.tr("%n consequence(s) are on record.", "", len(made))
        self._message.say(told, tone="good")

    def _chosen(self) -> list[ConsequenceLine]:
        """The lines that are chosen, in the order they are shown in."""
        if self._found is None:
            return []
        lines = {key_of(line): line for line in self._found.lines}
        rows = self.list.table.selectionModel().selectedRows()
        keys = [index.data(KEY_ROLE) for index in sorted(rows, key=lambda index: index.row())]
        return [lines[key] for key in keys if key in lines]

    def _show_rows(self) -> None:
        if self._found is None:
            return
        rows = ConsequenceRows(
            self._found,
            self._units,
            self._words.states(),
            self.tr("first"),
            self.tr("last"),
            self._cut,
        )
        self.list.show_rows(rows.rows(self._wanted))
        self._follow_choice()
        self.cut.setText(self._texts.cut(self._cut) if self._cut else "")
        self.cut.setVisible(bool(self.cut.text()))

    @Slot()
    def _follow_choice(self) -> None:
        """What is confirmed already is changed; what waits is confirmed, and that is lit."""
        lines = self._chosen()
        waits = any(line.confirmed is None for line in lines)
        is_change = bool(lines) and not waits
        self.confirm_button.setText(self.tr("Change…") if is_change else self.tr("Confirm…"))
        set_primary(self.confirm_button, is_primary=waits)

    @Slot(object)
    def _tell_line(self, key: object) -> None:
        """By which document the line under the cursor was confirmed, and what was noted."""
        lines = {key_of(line): line for line in self._found.lines} if self._found else {}
        line = lines.get(key)  # type: ignore[call-overload]
        self.told.setText(self._texts.told(line) if line else "")

    def _connect(self) -> None:
        self.confirm_button.clicked.connect(self.confirm)
        self.done_button.clicked.connect(self.finish)
        self.back_button.clicked.connect(self.take_back)
        self.bands_button.clicked.connect(self.bands_requested)
        self.list.row_chosen.connect(lambda _: self.confirm())
        self.list.current_changed.connect(self._tell_line)
        self.list.table.selectionModel().selectionChanged.connect(self._follow_choice)
        self.which.chosen.connect(self.show_which)
        self.which.show_choice(ALL)
        for form in (self.confirming, self.finishing):
            form.given.connect(self._record)
        self.taking_back.given.connect(self._record_back)
        for each in self._forms:
            each.closed.connect(self.list.table.setFocus)
        self.acting.failed.connect(self._message.tell)

    def _lay_out(self) -> None:
        step = self._place.theme.room["step"]
        self.list.tools.insertWidget(1, self.which)
        self.list.tools.addSpacing(2 * step)
        for tool in (
            self.bands_button,
            self.back_button,
            self.done_button,
            self.confirm_button,
        ):
            self.list.tools.addWidget(tool)
        self.papers.offer(
            [
                (self.tr("List…"), ("consequences",)),
                (self.tr("Commendation…"), ("commendation", "commendation-text")),
                (self.tr("Criticism…"), ("criticism", "criticism-text")),
                (self.tr("Letters to superiors…"), ("superior", "superior-text")),
                (self.tr("Rectification notices…"), ("rectification", "rectification-text")),
            ]
        )
        frame, column = card(margin=2 * step, spacing=step)
        column.addWidget(self.list, 1)
        column.addWidget(self.told)
        column.addWidget(self.cut)
        foot = QHBoxLayout()
        foot.setSpacing(step)
        foot.addWidget(label(self.tr("Documents"), type="label", tone="quiet"))
        foot.addWidget(self.papers)
        foot.addStretch(1)
        column.addLayout(foot)
        whole = filled(self)
        whole.setSpacing(step)
        whole.addWidget(frame, 1)
        whole.addWidget(self.bar)
        whole.addWidget(self.confirming)
        whole.addWidget(self.finishing)
        whole.addWidget(self.taking_back)
