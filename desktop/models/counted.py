"""The survey as counted for the page of results: from a verified file, and once for each state."""

from collections.abc import Mapping
from dataclasses import dataclass

from PySide6.QtCore import QObject, Signal, Slot
from shiboken6 import isValid

from desktop.actions.counting import count_survey
from desktop.models.reading import Reading
from desktop.session import Session
from desktop.store import editions, paper_queries, station_queries
from desktop.store.editions import Edition
from desktop.store.survey_file import SurveyFile
from desktop.store.verification import verified_survey
from desktop.tally.errors import PingyiError, Problem
from desktop.tally.reconciliation import reconciliation_warnings
from desktop.tally.results import Results

EarlierRanks = Mapping[int, Mapping[str, tuple[int | None, str]]]
"""Year, agency: rank and printed score, as `paper_queries.history` gives them."""


@dataclass(frozen=True, slots=True)
class Counted:
    """The results and what stands beside them; `records` is how many they were counted from."""

    results: Results
    edition: Edition
    warnings: tuple[Problem, ...]
    earlier: EarlierRanks
    records: int


class Counting(QObject):
    """No figure is given from a file that does not pass its verification.

    The session verifies a file that may be written; one that is only viewed is verified here.
    """

    counted = Signal(object)
    """A Counted; also where nothing changed since the one before."""
    failed = Signal(object)
    """A PingyiError: there are no figures."""

    def __init__(self, session: Session, parent: QObject) -> None:
        super().__init__(parent)
        self._session = session
        self._reading = Reading(session, self)
        self._reading.failed.connect(self.failed)
        self._awaits = False
        self.latest: Counted | None = None

    @property
    def is_waiting(self) -> bool:
        return self._awaits or self._reading.is_waiting

    @Slot()
    def count(self) -> None:
        """Count beside the window, as soon as the file is verified."""
        if not self._awaits:
            self._awaits = True
            self._session.when_checked(self._count)

    def _count(self) -> None:
        # the page may have gone while the file was verified
        if not isValid(self):
            return
        self._awaits = False
        survey, before = self._session.opened, self.latest
        if survey.station is None:
            self._reading.ask(lambda held: _viewed(held, before), self._show)
            return
        try:
            survey.key  # noqa: B018  UncheckedError where the verification failed
        except PingyiError as error:
            self.failed.emit(error)
        else:
            self._reading.ask(lambda held: _counted(held, before), self._show)

    def _show(self, counted: Counted) -> None:
        self.latest = counted
        self.counted.emit(counted)


def _viewed(survey: SurveyFile, before: Counted | None) -> Counted:
    """From a file that another program may write: verified anew whenever it has grown."""
    if before and before.records == station_queries.record_count(survey):
        return before
    with verified_survey(survey.path, home=survey.home) as verified:
        return _counted(verified, None)


def _counted(survey: SurveyFile, before: Counted | None) -> Counted:
    records = station_queries.record_count(survey)
    if before and before.records == records:
        return before
    results = count_survey(survey)
    return Counted(
        results,
        editions.edition(survey),
        tuple(reconciliation_warnings(survey.plan, results.reconciliation)),
        paper_queries.history(survey),
        records,
    )
