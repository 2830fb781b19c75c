"""Enter complaints and take them a step further (RULES.md §7)."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from desktop.actions.deductions import check_days
from desktop.actions.ledgers import change_line, enter_line
from desktop.actions.terms import deadlines
from desktop.assess.complaints import Complaint, Due, complaint_as_of, due
from desktop.assess.steps import check_complaint
from desktop.store import ledger_queries
from desktop.store.ledger_queries import Line
from desktop.store.ledgers import COMPLAINTS
from desktop.store.records import Record
from desktop.store.survey_file import SurveyFile


def enter_complaint(survey: SurveyFile, complaint: Complaint, *, operator: str = "") -> Record:
    """DayAheadError, StepDayError, LineWrongError, YearSealedError."""
    _check(survey, complaint)
    return enter_line(survey, COMPLAINTS, complaint, operator=operator)


def change_complaint(
    survey: SurveyFile, line: Line[Complaint], complaint: Complaint, *, operator: str = ""
) -> Record:
    """What `assess.steps` made of it, or what somebody mended; a dispute is settled by it.

    DayAheadError, StepDayError, LineWrongError, LineChangedError, YearSealedError.
    """
    _check(survey, complaint)
    return change_line(survey, COMPLAINTS, line, complaint, operator=operator)


def _check(survey: SurveyFile, complaint: Complaint) -> None:
    held = complaint
    check_days(survey, held.received, held.accepted, held.finished, held.answered)
    check_complaint(held)


@dataclass(frozen=True, slots=True)
class ComplaintDue:
    """A complaint, what is to be done next, and whether its day has passed; None: nothing is."""

    line: Line[Complaint]
    due: Due | None
    overdue: bool


def complaints_due(
    survey: SurveyFile, today: date, *, as_of: bool = False
) -> Sequence[ComplaintDue]:
    """Every complaint, those first whose day comes first, those with nothing to do last.

    With `as_of` each as it stood on that day, to be told and not to be changed.
    """
    terms, holidays = deadlines(survey)
    lines: Iterable[Line[Complaint]] = ledger_queries.lines(survey, COMPLAINTS)
    found = []
    for line in _as_of(lines, today) if as_of else lines:
        step = due(line.value, terms.of(line.value.kind), holidays)
        found.append(ComplaintDue(line, step, bool(step and step.is_overdue(today))))
    last = date.max
    return sorted(found, key=lambda one: (one.due.by if one.due else last, one.line.value.received))


def _as_of(lines: Iterable[Line[Complaint]], day: date) -> Iterator[Line[Complaint]]:
    for line in lines:
        if then := complaint_as_of(line.value, day.isoformat()):
            yield replace(line, value=then)
