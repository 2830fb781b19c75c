"""The open survey and who works on it; handed to every page, kept by none."""

from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from desktop.actions.checking import verify_beside
from desktop.actions.operators import sign_in
from desktop.jobs import Job, JobRunner
from desktop.settings import Settings
from desktop.store import queries
from desktop.store.authority import MAY
from desktop.store.errors import NotVerifiedError, ReadOnlyError
from desktop.store.keys import Home
from desktop.store.queries import Operator
from desktop.store.survey_file import SurveyFile, open_survey
from desktop.tally.errors import Problem

_GRACE = 500
"""Milliseconds until a file that was opened is verified: by then its first page is painted."""


class Session(QObject):
    """One window's survey, operator and caller.

    A file is open at once and verified beside: `await_check` stands before everything that signs.
    """

    survey_changed = Signal()
    operator_changed = Signal()
    settings_changed = Signal()
    recorded = Signal()
    """An act beside the window has ended: pages that are in front read anew."""
    check_failed = Signal(object)
    """The error of a file that did not pass its verification; it is closed again."""

    def __init__(self, home: Home, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.home = home
        self.jobs = JobRunner(self)
        self.journals = JobRunner(self)
        """Writes the open forms' journals, which no long job may hold up."""
        self.readings = JobRunner(self)
        """Reads what pages show, which neither an act nor a document may hold up."""
        self.labours = JobRunner(self)
        """Documents, simulations: what takes its time and records nothing."""
        self.settings = Settings.read(self._settings_path)
        self.survey: SurveyFile | None = None
        self.operator: Operator | None = None
        self.caller = ""
        self.batch = ""
        """The batch on the desk, so that it is there again after a lock or a change of look."""
        self.joined = False
        """Whether this survey was joined just now, so that its code is shown first."""
        self._check: Job | None = None
        self._check_begun = False
        self._waiting: list[Callable[[], None]] = []
        """What is to be signed once the file is verified."""

    @property
    def code(self) -> str:
        """The operator's code; empty where nobody signs in."""
        return self.operator.code if self.operator else ""

    @property
    def opened(self) -> SurveyFile:
        """The open survey, for pages that are shown only then."""
        assert self.survey is not None
        return self.survey

    @property
    def asks_for_sign_in(self) -> bool:
        """Whether the survey has operators, so that nobody works in it unnamed."""
        return self.survey is not None and bool(queries.operators(self.survey))

    @property
    def is_working(self) -> bool:
        """Whether somebody may work now: signed in, or alone with a survey without operators."""
        return self.survey is not None and (self.operator is not None or not self.asks_for_sign_in)

    def may(self, kind: str) -> bool:
        """Whether whoever works now has the role for a kind of record."""
        return self.operator is None or bool(self.operator.roles & MAY[kind])

    def open(self, path: Path) -> None:
        """Open a survey to work on, or to view where this machine has no part in it.

        The errors of `open_survey`; what was open stays open then.
        """
        try:
            survey = open_survey(path, home=self.home, write=True, check=False)
        except ReadOnlyError:
            survey = open_survey(path, home=self.home)
        self.take(survey, checked=False)

    def take(self, survey: SurveyFile, *, checked: bool = True, joined: bool = False) -> None:
        """Go on with an open survey in the place of the one before."""
        self.close()
        self.survey, self.joined = survey, joined
        if not checked:
            self._start_check(survey)
        self.choose(self.settings.with_recent(survey.path.resolve()))
        self.survey_changed.emit()

    def close(self) -> None:
        """Close the survey, once nothing of it is under way."""
        self.sign_out()
        for runner in (self.readings, self.labours):
            runner.stop()
        for runner in self.runners:
            runner.drain()
        if self.survey:
            self.survey.close()
        self.survey, self._check, self._waiting = None, None, []

    @property
    def runners(self) -> tuple[JobRunner, ...]:
        """Everything that may be under way on this survey."""
        return self.journals, self.jobs, self.readings, self.labours

    def when_checked(self, then: Callable[[], None]) -> None:
        """Call this as soon as the file may be signed: now, or when its verification has passed."""
        if self._check is None:
            then()
        else:
            self._waiting.append(then)
            self._begin_check()

    @Slot()
    def go_on(self) -> None:
        """After an act beside the window: go on from what it recorded, and let pages know."""
        if self.survey:
            self.survey.refresh()
            self.recorded.emit()

    def await_check(self) -> None:
        """Wait until the file may be signed; NotVerifiedError."""
        if self._check and self.survey:
            self._begin_check()
            check, self._check = self._check, None
            try:
                problems = check.result()
                assert isinstance(problems, list)
                self._confirm(self.survey, problems)
            finally:
                self._call_waiting()

    @staticmethod
    def _confirm(survey: SurveyFile, problems: list[Problem]) -> None:
        """Sign from here on, or show figures of a file that is only viewed; NotVerifiedError."""
        if survey.station:
            survey.confirm_pen(problems)
        elif problems:
            raise NotVerifiedError(problems, path=survey.path, count=len(problems))

    def sign_in(self, code: str, pin: str, caller: str = "") -> None:
        """Work as this operator; the errors of `actions.operators.sign_in`."""
        operator = sign_in(self.opened, code, pin)
        if operator.code != self.code:
            self.batch = ""
        self.operator, self.caller = operator, caller
        self.operator_changed.emit()

    def sign_out(self) -> None:
        if self.operator or self.caller:
            self.operator, self.caller, self.batch = None, "", ""
            self.operator_changed.emit()

    def choose(self, settings: Settings) -> None:
        """Take other settings and keep them; a disk that refuses them is no reason to stop."""
        if settings == self.settings:
            return
        self.settings = settings
        with suppress(OSError):
            settings.write(self._settings_path)
        self.settings_changed.emit()

    @property
    def _settings_path(self) -> Path:
        return self.home.root / "settings.json"

    def _start_check(self, survey: SurveyFile) -> None:
        path, home = survey.path, self.home

        def check(_: Job) -> list[Problem]:
            return verify_beside(path, home)

        self._check = Job(check, self)
        self._check.finished.connect(self._finish_check)
        self._check_begun = False
        QTimer.singleShot(_GRACE, self, self._begin_check)

    def _call_waiting(self) -> None:
        """Whatever the verification found: what cannot be signed says so by itself."""
        waiting, self._waiting = self._waiting, []
        for then in waiting:
            then()

    def _begin_check(self) -> None:
        if self._check and not self._check_begun:
            self._check_begun = True
            self.jobs.start(self._check)

    def _finish_check(self, _: object) -> None:
        if self.sender() is self._check:
            try:
                self.await_check()
            except Exception as error:  # noqa: BLE001  whatever it is, the file is not worked on
                self.close()
                self.survey_changed.emit()
                self.check_failed.emit(error)
