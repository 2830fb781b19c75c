"""Does it matter: how far slips that nobody saw could change who is first and who is last."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from desktop.actions.stability import ROUNDS, SurveyStability, survey_stability
from desktop.jobs import Job
from desktop.models.acting import Acting
from desktop.models.counted import Counted
from desktop.models.reading import Reading
from desktop.store import station_queries
from desktop.store.survey_file import SurveyFile
from desktop.views.drop_list import DropList
from desktop.views.job_bar import JobBar
from desktop.views.message_line import MessageLine
from desktop.views.parts import button, filled, label, set_tone
from desktop.views.stability_tables import StabilityTables
from desktop.views.workplace import Workplace

_ROUNDS = (200, ROUNDS, 5000, 20000)
_REPORTED = 10
"""Rounds between two reports: each costs the window a moment."""


class StabilityPanel(QWidget):
    """Nothing is drawn before it is asked for: a thousand rounds take seconds."""

    page_requested = Signal(str)

    def __init__(self, place: Workplace, message: MessageLine, parent: QWidget) -> None:
        super().__init__(parent)
        self._place, self._message = place, message
        self._drawn: SurveyStability | None = None
        self._heads: Any = None
        """The end of every chain when it was drawn: what is added later moves one of them."""
        self.reading = Reading(place.session, self)
        self.acting = Acting(place.session, self)
        self.bar = JobBar(self.acting, self.tr("Drawing slips, and ranking anew each time…"), self)
        self.rounds = DropList(self.tr("Rounds"), place.theme, self)
        self.seed = QLineEdit()
        self.start_button = button(self.tr("Draw"), primary=True)
        self.start_button.setEnabled(False)
        self.told = label(self._invitation(), type="body", wrap=True)
        self.tables = StabilityTables(place.session.opened.plan, place.theme, self)
        self._lay_out()
        self._connect()

    def show_counted(self, _: Counted) -> None:
        """The file is verified. What was drawn stays; it is said where the file went on since."""
        self.start_button.setEnabled(True)
        if self._drawn:
            self.reading.ask(station_queries.chain_heads, self._show_age)

    def activate(self) -> None:
        """Take the focus; nothing is drawn from a file that is not verified yet."""
        (self.start_button if self.start_button.isEnabled() else self.rounds).setFocus()

    @Slot()
    def start(self) -> None:
        """Redraw the forms keyed once, so many rounds, beside the window."""
        if not self.start_button.isEnabled():
            return
        rounds, seed = int(self.rounds.currentData()), self.seed.text().strip()
        self._message.tell(None)

        def work(survey: SurveyFile, job: Job) -> tuple[SurveyStability, Any]:
            with survey.reading():
                heads = station_queries.chain_heads(survey)
                report = _seldom(job.report)
                return survey_stability(survey, rounds=rounds, seed=seed, report=report), heads

        self.acting.labour(work, self._show)

    def _show(self, found: tuple[SurveyStability, Any]) -> None:
        self._drawn, self._heads = found
        self._say(self._summary(self._drawn))
        self.tables.show_drawn(self._drawn)
        self.tables.show()

    def _show_age(self, heads: Any) -> None:
        if self._drawn and heads != self._heads:
            stale = self.tr("The file has gone on since: draw again.")
            self._say(f"{stale} {self._summary(self._drawn)}", tone="warn")

    def _say(self, sentence: str, tone: str = "text") -> None:
        self.told.setText(sentence)
        set_tone(self.told, tone)

    def _summary(self, drawn: SurveyStability) -> str:
        rounds, once, result = drawn.found.rounds, drawn.once, drawn.results.hash[:8]
        drawn_from = self.tr(
            "{0} rounds over {1} forms keyed once, seed {2}, results {3}…; the same file and the"
            " same seed give the same figures."
        ).format(f"{rounds:,}", f"{once:,}", drawn.seed, result)
        if not drawn.open:
            return drawn_from
        waiting = self.tr("{0} forms are open and count as nothing.").format(f"{drawn.open:,}")
        return self.tr("{0} {1}").format(drawn_from, waiting)

    def _invitation(self) -> str:
        return self.tr(
            "Nothing is drawn yet. Press Draw: 1,000 rounds over 10,000 forms take about ten"
            " seconds, and the window stays alive."
        )

    def _assumptions(self) -> str:
        return self.tr(
            "What is done: second keying measured how often which mark was keyed for which. Every"
            " cell of the forms keyed once is redrawn so, the measured rates as uncertain as they"
            " are (prior: half a slip for each mark), and everything is scored and ranked again by"
            " the plan. What is assumed: each cell errs by itself, though slips of a whole row come"
            " together, so the truth varies more and the shares are lower bounds; forms keyed"
            " twice, rulings and counts from outside are taken as right; which forms are void"
            " stays; what both people keyed wrong is not seen."
        )

    def _lay_out(self) -> None:
        whole = filled(self)
        whole.setSpacing(self._place.theme.room["step"])
        whole.addLayout(self._controls())
        whole.addWidget(self.bar)
        whole.addWidget(self.told)
        whole.addWidget(self.tables, 1)
        whole.addWidget(label(self._assumptions(), type="note", tone="quiet", wrap=True))
        whole.addStretch(0)
        self.tables.hide()

    def _controls(self) -> QHBoxLayout:
        row, step = QHBoxLayout(), self._place.theme.room["step"]
        row.setSpacing(step)
        for rounds in _ROUNDS:
            self.rounds.add(self.tr("{0} rounds").format(f"{rounds:,}"), rounds)
        self.rounds.setCurrentIndex(_ROUNDS.index(ROUNDS))
        self.seed.setMaxLength(64)
        self.seed.setPlaceholderText(self.tr("Seed: from the results' hash"))
        self.seed.setAccessibleName(self.tr("Seed"))
        self.seed.setMinimumWidth(32 * step)
        question = self.tr("Would slips that nobody saw change who is first and who is last?")
        row.addWidget(label(question, type="row", wrap=True), 1)
        for part in (self.rounds, self.seed, self.start_button):
            row.addWidget(part)
        return row

    def _connect(self) -> None:
        self.reading.failed.connect(self._message.tell)
        self.acting.failed.connect(self._message.tell)
        self.acting.cancelled.connect(self._tell_cancelled)
        self.start_button.clicked.connect(self.start)
        self.seed.returnPressed.connect(self.start)

    @Slot()
    def _tell_cancelled(self) -> None:
        self._message.say(self.tr("Stopped: nothing was drawn to its end."))


def _seldom(report: Callable[[int, int], None]) -> Callable[[int, int], None]:
    """The same report, not before every round."""

    def reported(done: int, rounds: int) -> None:
        if done % _REPORTED == 0 or done == rounds:
            report(done, rounds)

    return reported
