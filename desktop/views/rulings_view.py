"""The page Rulings: the queue, one form at a time from its paper, and what was ruled before."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from desktop.actions.operators import confirmed
from desktop.actions.rulings import rule_form
from desktop.jobs import Job
from desktop.models.acting import Acting
from desktop.models.rows_model import Column, Row
from desktop.models.times import in_words, local
from desktop.papers.sheets import ruling_sheets
from desktop.store.form_queries import OpenForm
from desktop.store.ruling_queries import RuledForm, RulingQueue, ruling_queue
from desktop.store.survey_file import SurveyFile
from desktop.tally.errors import PingyiError
from desktop.tally.keyings import RULING_QUEUE, FormStage
from desktop.views.drop_list import DropList
from desktop.views.filtered_table import FilteredTable
from desktop.views.job_bar import JobBar
from desktop.views.paper_buttons import PaperButtons, Writer
from desktop.views.parts import button, card, filled, label
from desktop.views.reading_page import ReadingPage
from desktop.views.ruling_panel import RulingPanel
from desktop.views.workplace import Workplace
from desktop.words import words_for


class RulingsView(ReadingPage):
    """Enter on a form of the queue begins with it; the next one follows by itself."""

    def __init__(self, place: Workplace, parent: QWidget) -> None:
        super().__init__(place, parent, ruling_queue)
        self._words = words_for(place.language)
        self._queue: RulingQueue | None = None
        self._goes_on = False
        self.acting = Acting(place.session, self)
        self.head.title.setText(self.tr("Rulings"))
        title = self.tr("Ruling sheets")
        self.papers = PaperButtons(place, self.message, title, self._sheets, self)
        self.which = DropList(self.tr("Which forms"), place.theme, self)
        columns = [Column(self.tr("Form")), Column(self.tr("Why")), Column(self.tr("Who"))]
        self.list = FilteredTable(columns, self.tr("Queue"), place.theme, self, wide=2)
        self.panel = RulingPanel(place, self.message, self)
        self.bar = JobBar(self.acting, self.tr("The ruling goes on record…"), self)
        self.nothing = label(wrap=True, tone="good", type="row")
        self.merge_button = button(self.tr("To the merge page"))
        self._lay_out()
        self._connect()

    def activate(self) -> None:
        """The queue as the file has it; a form that was begun stays as it is."""
        self.read()
        (self.panel.focus if self.panel.case else self.list.table.setFocus)()

    def put_away(self) -> None:
        """A PIN that was typed does not stay."""
        self.panel.second.clear()

    def show_found(self, queue: RulingQueue) -> None:
        self._queue = queue
        self.panel.second.show_people(queue.people)
        waiting = [held for held in queue.open if held.stage in RULING_QUEUE]
        self._say_state(len(waiting), len(queue.open) - len(waiting))
        self._show_list()
        if self._goes_on:
            self._goes_on = False
            (self.panel.focus if self.panel.case else self.list.table.setFocus)()

    def _say_state(self, waiting: int, blind: int) -> None:
        if waiting:
            self.head.say(self.tr("%n form(s) wait for a ruling.", "", waiting), "warn")
        elif blind:
            text = self.tr("No ruling is due; %n form(s) are with their first keyers.", "", blind)
            self.head.say(text)
        else:
            self.head.say(self.tr("Nothing waits for a ruling."), "good")

    @Slot()
    def _show_list(self) -> None:
        if self._queue is None:
            return
        which = self.which.currentData()
        if which == "ruled":
            rows = [self._ruled_row(held) for held in self._queue.ruled]
        else:
            rows = [self._row(held) for held in self._queue.open if _is_in(held, which)]
        self.list.show_rows(rows)
        self._show_form(self.list.current())

    @Slot(object)
    def _show_form(self, key: object) -> None:
        """The form under the cursor, unless it is the one before us."""
        if isinstance(key, OpenForm) and key.stage in RULING_QUEUE and self._queue:
            if not self.panel.case or self.panel.case.held != key:
                self.panel.show_form(key, self._queue)
            self.stack.setCurrentWidget(self.panel)
            return
        self.panel.case = None
        self.nothing.setText(self._told(key))
        self.stack.setCurrentIndex(1)

    def _told(self, key: object) -> str:
        if isinstance(key, OpenForm):
            return self.tr(
                "{0} is with its first keyer, who keys the differing cells again without seeing"
                " either value. Hand the batch's paper back; a ruling is due only if they differ"
                " still."
            ).format(key.name)
        if isinstance(key, RuledForm):
            return self._ruled_text(key)
        return self.tr("Nothing waits here. Merging packages may bring more.")

    def _ruled_text(self, held: RuledForm) -> str:
        when = in_words(local(held.at), self.tr("d MMM H:mm"))
        left = self.tr(", ").join(held.outcomes) or self.tr("no such paper")
        text = self.tr("{0}: {1}. Ruled {2} by {3} with {4}: {5}. Everything keyed is on record.")
        return text.format(held.form, left, when, held.operator, held.second, held.reason)

    def _row(self, held: OpenForm) -> Row:
        stages = {
            FormStage.CONFLICT: self.tr("keyed differently"),
            FormStage.DISPUTED: self.tr("differs still"),
            FormStage.DOUBTFUL: self.tr("doubtful"),
            FormStage.DIFFERING: self.tr("with its keyer"),
        }
        assert self._queue
        who = dict.fromkeys(
            head.operator or self._queue.stations.get(head.station, "") for head in held.heads
        )
        return Row(held, (held.name, stages[held.stage], " ".join(who)))

    def _ruled_row(self, held: RuledForm) -> Row:
        return Row(held, (held.form, held.reason, f"{held.operator} {held.second}"))

    @Slot()
    def rule(self) -> None:
        """Put what the paper shows on record, with the second person's PIN."""
        if self.panel.case is None:
            return
        held = self.panel.case.held
        try:
            outcomes = self.panel.case.outcomes()
        except PingyiError as error:
            self.message.tell(error)
            self.panel.focus()
            return
        reason, second = self.panel.reason.text(), self.panel.second.given()
        code = self._session.code

        def act(survey: SurveyFile, _: Job) -> str:
            who = confirmed(survey, second)
            rule_form(
                survey,
                held.batch,
                held.number,
                outcomes,
                reason=reason,
                second=who,
                operator=code,
            )
            return held.name

        self.acting.start(act, self._tell_ruled)

    def _tell_ruled(self, form: str) -> None:
        text = self.tr("{0} is ruled on; what was keyed stays on record.").format(form)
        self.message.say(text, tone="good")
        self.panel.case = None
        self._goes_on = True
        self.changed.emit()
        self.read()

    @Slot(object)
    def _begin(self, _: object) -> None:
        if self.panel.case:
            self.panel.focus()

    def _sheets(self) -> Writer:
        survey, words = self._session.opened, self._words

        def write(path: Path) -> Path:
            with survey.reader() as reader, reader.reading():
                return ruling_sheets(reader, path, words) or path

        return write

    def _connect(self) -> None:
        self.acting.failed.connect(self.message.tell)
        self.list.current_changed.connect(self._show_form)
        self.list.row_chosen.connect(self._begin)
        self.which.activated.connect(self._show_list)
        self.panel.rule_requested.connect(self.rule)
        self.merge_button.clicked.connect(partial(self.page_requested.emit, "merge"))

    def _lay_out(self) -> None:
        step = self._place.theme.room["step"]
        self.which.add(self.tr("Waiting for a ruling"), "waiting")
        self.which.add(self.tr("With their first keyers"), "blind")
        self.which.add(self.tr("Ruled on"), "ruled")
        self.head.add(self.papers)
        frame, column = card(margin=2 * step, spacing=step)
        column.addWidget(self.which)
        column.addWidget(self.list, 1)
        empty, inner = card(margin=3 * step, spacing=step)
        inner.addWidget(self.nothing)
        row = QHBoxLayout()
        row.addWidget(self.merge_button)
        row.addStretch(1)
        inner.addLayout(row)
        inner.addStretch(1)
        self.stack = QStackedWidget()
        self.stack.addWidget(self.panel)
        self.stack.addWidget(empty)
        middle = QHBoxLayout()
        middle.setSpacing(2 * step)
        middle.addWidget(frame, 2)
        middle.addWidget(self.stack, 5)
        whole: QVBoxLayout = filled(self)
        whole.setSpacing(2 * step)
        whole.addWidget(self.head)
        whole.addLayout(middle, 1)
        whole.addWidget(self.bar)
        whole.addWidget(self.message)


def _is_in(held: OpenForm, which: str) -> bool:
    return (held.stage in RULING_QUEUE) == (which != "blind")
