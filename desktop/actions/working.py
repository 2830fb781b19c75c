"""Log what one person did in one stretch of work, with whoever read aloud."""

from dataclasses import asdict, dataclass

from desktop.actions.authority import check_may, known_operator
from desktop.actions.errors import CallerSelfError
from desktop.store import kinds
from desktop.store.content import check_content
from desktop.store.records import Record
from desktop.store.survey_file import SurveyFile


@dataclass(frozen=True, slots=True, kw_only=True)
class Worked:
    """A stretch between signing in and signing out or locking, as it goes on record."""

    caller: str = ""
    """Code of the operator who read aloud 唱票人; "" for nobody."""
    began: str
    ended: str
    """As `survey_file.timestamp` writes them."""
    after: int
    """Seq of the station's tip when the stretch began."""
    forms: int
    presses: int
    fills: int
    corrections: int
    seconds: int
    idle: int
    """Seconds in gaps of more than a minute."""
    pauses: int
    """Seconds paused."""


def log_work(survey: SurveyFile, stretch: Worked, *, operator: str = "") -> Record | None:
    """Put a stretch on record; None, and no record, where nothing was pressed and nothing keyed.

    OperatorUnknownError for operator or caller, CallerSelfError; BadRecordError where a count is
    below zero or a time is not written as `timestamp` does.
    """
    if not (stretch.presses or stretch.forms):
        return None
    check_may(survey, operator, kinds.WORKED)
    _check_caller(survey, stretch.caller, operator)
    with survey.transaction():
        record = survey.append(kinds.WORKED, asdict(stretch), operator=operator)
        check_content(survey.plan, record)  # what verification refuses must not get in
    return record


def _check_caller(survey: SurveyFile, caller: str, operator: str) -> None:
    if not caller:
        return
    known_operator(survey, caller)
    if caller == operator:
        raise CallerSelfError(operator=operator)
