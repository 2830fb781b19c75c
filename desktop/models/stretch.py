"""Puts a stretch of work on record when somebody signs out, locks, hands over or prints."""

from contextlib import suppress
from dataclasses import asdict
from functools import partial
from typing import Any

from desktop.actions.working import Worked, log_work
from desktop.models.shift_figures import ShiftFigures
from desktop.models.work_meter import WorkMeter
from desktop.session import Session
from desktop.store.errors import BadRecordError, JournalUnwrittenError
from desktop.store.journal import Journal
from desktop.store.survey_file import SurveyFile, timestamp


class Stretch:
    """What whoever works now did since signing in; the meter counts, this records.

    A shift has one stretch as a rule; a handover or a sheet in its middle makes two of it.
    """

    def __init__(self, session: Session) -> None:
        self._session = session
        self.meter = WorkMeter()
        self.begin()

    def begin(self) -> None:
        """Count a shift from here on: somebody signed in, or a survey was opened."""
        self._earlier = ShiftFigures()
        self._go_on()
        self._shift_began = self._began

    @property
    def shift(self) -> ShiftFigures:
        """Everything since signing in, on record or not."""
        return self._earlier + ShiftFigures.of(self.meter)

    @property
    def shift_began(self) -> str:
        """When whoever works now signed in: UTC, as records write it."""
        return self._shift_began

    def _go_on(self) -> None:
        """The next stretch of the shift; desks keep the meter that they were given."""
        survey = self._session.survey
        self.meter.restart()
        self._operator, self._caller = self._session.code, self._session.caller
        self._kept: dict[str, Any] | None = None
        self._began = timestamp(survey.clock()) if survey else ""
        self._after = survey.tip.seq if survey else 0

    @property
    def began(self) -> str:
        """UTC, as records write it."""
        return self._began

    def record(self) -> None:
        """Put the stretch on record, unless nothing was done or the file is only viewed."""
        survey = self._session.survey
        if survey and survey.station and not survey.is_sealed and not self.meter.is_empty:
            self._session.await_check()
            self._record_left(survey)
            log_work(survey, self._worked(survey), operator=self._operator)
            self._session.journals.post(self._journal(survey).clear)
        self._earlier = self.shift
        self._go_on()

    def keep(self) -> None:
        """After each form: write the stretch beside the keys, so that a crash costs one form's."""
        survey = self._session.opened
        self._record_left(survey)
        self._kept = asdict(self._worked(survey))
        self._session.journals.post(partial(self._write, self._journal(survey), self._kept))

    def _record_left(self, survey: SurveyFile) -> None:
        """Put the stretch that a crash left behind on record, before another takes its place."""
        if self._kept is not None:
            return  # what lies there is this stretch's own
        self._session.journals.drain()
        journal = self._journal(survey)
        if held := journal.read():
            try:
                log_work(survey, Worked(**held), operator=self._operator)
            except (TypeError, BadRecordError):  # not what this program writes: kept for a look
                journal.put_aside()
            else:
                journal.clear()

    def _journal(self, survey: SurveyFile) -> Journal:
        return survey.home.journal(survey.id, f"stretch-{self._operator or 'station'}")

    @staticmethod
    def _write(journal: Journal, held: dict[str, Any]) -> None:
        # a full disk is told of when the open form cannot be kept either
        with suppress(JournalUnwrittenError):
            journal.write(held)

    def _worked(self, survey: SurveyFile) -> Worked:
        meter = self.meter
        return Worked(
            caller=self._caller,
            began=self._began,
            ended=timestamp(survey.clock()),
            after=self._after,
            forms=meter.forms,
            presses=meter.presses,
            fills=meter.fills,
            corrections=meter.corrections,
            seconds=int(meter.worked),
            idle=int(meter.idle),
            pauses=int(meter.paused),
        )
