"""Puts a stretch of work on record when somebody signs out, locks, hands over or prints."""

from desktop.actions.working import Worked, log_work
from desktop.models.shift_figures import ShiftFigures
from desktop.models.work_meter import WorkMeter
from desktop.session import Session
from desktop.store.survey_file import timestamp


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
        self._began = timestamp(survey.clock()) if survey else ""
        self._after = survey.tip.seq if survey else 0

    @property
    def began(self) -> str:
        """UTC, as records write it."""
        return self._began

    def record(self) -> None:
        """Put the stretch on record, unless nothing was done or the file is only viewed."""
        survey, meter = self._session.survey, self.meter
        if survey and survey.station and not survey.is_sealed and not meter.is_empty:
            self._session.await_check()
            worked = Worked(
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
            log_work(survey, worked, operator=self._operator)
        self._earlier = self.shift
        self._go_on()
