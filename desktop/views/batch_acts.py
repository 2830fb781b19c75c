"""What is done to selected batches: handed out, closed, opened again, filled from files."""

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QWidget

from desktop.actions.backups import auto_backup
from desktop.actions.importing import import_forms
from desktop.actions.several_batches import (
    Outcome,
    assign_batches,
    close_batches,
    reopen_batches,
)
from desktop.actions.totals import enter_totals
from desktop.jobs import Job
from desktop.models.acting import Acting
from desktop.store.clerk_queries import BatchWork
from desktop.store.survey_file import SurveyFile
from desktop.views.batch_question import BatchQuestion
from desktop.views.job_bar import JobBar
from desktop.views.message_line import MessageLine
from desktop.views.path_field import open_dialog
from desktop.views.workplace import Workplace
from desktop.words import words_for

_NAMED = 4
"""Batches that a sentence names before it says how many there are."""


class BatchActs(QObject):
    """One thing at a time. What a question was asked about stays what it is done to, whatever is
    selected meanwhile; batches that were refused stay asked about. `question` and `bar` are shown
    by the page.
    """

    asked = Signal()
    ended = Signal()
    """It is done, or was put away."""

    def __init__(self, place: Workplace, message: MessageLine, parent: QWidget) -> None:
        super().__init__(parent)
        self._session, self._message = place.session, message
        self._words = words_for(place.language)
        self._codes: tuple[str, ...] = ()
        self.acting = Acting(place.session, self)
        self.bar = JobBar(self.acting, self.tr("The batches go on record…"), parent)
        self.question = BatchQuestion(place, parent)
        csv = self.tr("CSV files (*.csv)")
        self._choose_forms = open_dialog(self.tr("Forms keyed elsewhere"), csv)
        self._choose_totals = open_dialog(self.tr("Counts made outside"), csv)
        self.question.closed.connect(self.ended)
        self.acting.failed.connect(message.tell)
        self.acting.cancelled.connect(self._tell_stopped)

    def hand_to(self, station: str, name: str, chosen: Sequence[BatchWork]) -> None:
        """Hand these to a station, but for those that it has."""
        codes, by = [held.code for held in chosen if held.station != station], self._session.code
        if self._is_any(codes, self.tr("Select batches that are not there yet.")):
            self._act(
                lambda survey, job: assign_batches(
                    survey, codes, station, operator=by, progress=job.report
                ),
                lambda done: self._handed(done, name),
            )

    def _handed(self, done: str, name: str) -> str:
        return self.tr("{0} to {1}; the next kit tells the station").format(done, name)

    def close_batches(self, chosen: Sequence[BatchWork]) -> None:
        """Close what agrees with its slip; for what does not, a reason is asked."""
        codes = [held.code for held in chosen if not held.closed]
        if self._is_any(codes, self.tr("Select batches that are open.")):
            hint = self.tr("Reason, where a batch disagrees with its slip")
            self._ask(self.tr("Close {0}"), self.tr("Close"), hint, codes, self._close)

    def _close(self, reason: str) -> None:
        codes, by = self._codes, self._session.code

        def act(survey: SurveyFile, job: Job) -> Outcome:
            outcome = close_batches(survey, codes, reason=reason, operator=by, progress=job.report)
            return _backed_up(survey, outcome)

        self._act(act, lambda done: self.tr("closed {0}").format(done))

    def reopen(self, chosen: Sequence[BatchWork]) -> None:
        """Open closed batches again, with a reason."""
        codes = [held.code for held in chosen if held.closed]
        if self._is_any(codes, self.tr("Select batches that are closed.")):
            hint = self.tr("Why it is opened again")
            self._ask(self.tr("Open {0} again"), self.tr("Open again"), hint, codes, self._reopen)

    def _reopen(self, reason: str) -> None:
        codes, by = self._codes, self._session.code
        self._act(
            lambda survey, job: reopen_batches(
                survey, codes, reason=reason, operator=by, progress=job.report
            ),
            lambda done: self.tr("open again {0}").format(done),
        )

    def import_forms(self, batch: BatchWork) -> None:
        """Forms keyed elsewhere, into one batch: every line of the file or none."""
        if chosen := self._choose_forms(self.question, ""):
            self.bar.say(self.tr("Forms are being imported…"))
            self.acting.start(
                partial(_imported, path=Path(chosen), batch=batch, operator=self._session.code),
                lambda forms: self._tell(
                    self.tr("{0} forms in {1}").format(f"{forms:,}", batch.code)
                ),
            )

    @Slot()
    def enter_totals(self) -> None:
        """Counts made outside, of one channel; they join its marks and have no forms."""
        if chosen := self._choose_totals(self.question, ""):
            path = Path(chosen)
            self.asked.emit()
            self.question.ask(
                self.tr("Counts of {0}").format(path.name),
                self.tr("Take over"),
                self.tr("Whose counts these are, such as the survey team"),
                partial(self._enter_totals, path),
                counts=True,
            )

    def _enter_totals(self, path: Path, source: str) -> None:
        by, channel = self._session.code, self.question.channel.currentData()
        replace = self.question.replaces.isChecked()
        self.bar.say(self.tr("The batches go on record…"))
        self.acting.start(
            lambda survey, _: enter_totals(
                survey, path, channel=channel, source=source, replace=replace, operator=by
            ),
            lambda _: self._tell(path.name),
        )

    def _ask(
        self, title: str, act: str, hint: str, codes: list[str], then: Callable[[str], None]
    ) -> None:
        self.asked.emit()
        self._codes = tuple(codes)
        self.question.ask(title.format(self._in_short(codes)), act, hint, then)

    def _act(
        self, act: Callable[[SurveyFile, Job], Outcome], sentence: Callable[[str], str]
    ) -> None:
        """`sentence` says what was done, given the batches it was done to."""
        self.bar.say(self.tr("The batches go on record…"))
        self.acting.start(act, partial(self._tell_outcome, sentence))

    def _tell_outcome(self, sentence: Callable[[str], str], outcome: Outcome) -> None:
        done = sentence(self._in_short(outcome.done))
        if outcome.error is None:
            self._tell(done)
            return
        why = outcome.error.sentence(self._words)
        if not outcome.refused:
            self._tell(done)
            self._message.say(self.tr("On record: {0}. {1}").format(done, why), tone="warn")
            return
        self._codes = outcome.refused
        if outcome.done:
            refused = self._in_short(outcome.refused)
            why = self.tr("On record: {0}. Not done for {1}: {2}").format(done, refused, why)
        self._message.say(why, tone="bad")

    def _tell(self, what: str) -> None:
        """It is done: nothing is asked any more."""
        self.question.close_question()
        self._message.say(self.tr("On record: {0}.").format(what), tone="good")

    @Slot()
    def _tell_stopped(self) -> None:
        text = self.tr("Stopped. What the table shows is on record, and nothing else.")
        self._message.say(text, tone="warn")

    def _is_any(self, codes: Sequence[str], otherwise: str) -> bool:
        if not codes:
            self._message.say(otherwise, tone="warn")
        return bool(codes)

    def _in_short(self, codes: Sequence[str]) -> str:
        if len(codes) <= _NAMED:
            return " ".join(codes)
        return self.tr("{0} … {1} ({2} batches)").format(codes[0], codes[-1], len(codes))


def _imported(survey: SurveyFile, job: Job, *, path: Path, batch: BatchWork, operator: str) -> int:
    def progress(forms: int) -> None:
        job.report(forms, max(forms, batch.count))

    return import_forms(survey, path, batch=batch.code, operator=operator, progress=progress)


def _backed_up(survey: SurveyFile, outcome: Outcome) -> Outcome:
    """What was closed is copied to where backups go; where that fails, it is said."""
    _, error = auto_backup(survey) if outcome.done else (None, None)
    return outcome if outcome.error or not error else Outcome(outcome.done, (), error)
