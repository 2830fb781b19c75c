"""Enter complaints and take them a step further (RULES.md §7)."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from desktop.actions.deductions import check_days
from desktop.actions.ledgers import change_line, enter_line
from desktop.actions.terms import deadlines
from desktop.assess.complaints import Complaint, Due, due
from desktop.store import ledger_queries
from desktop.store.ledger_queries import Line
from desktop.store.ledgers import COMPLAINTS
from desktop.store.records import Record
from desktop.store.survey_file import SurveyFile


def enter_complaint(survey: SurveyFile, complaint: Complaint, *, operator: str = "") -> Record:
    """DayAheadError, LineWrongError, YearSealedError."""
    check_days(survey, complaint.received)
    return enter_line(survey, COMPLAINTS, complaint, operator=operator)


def change_complaint(
    survey: SurveyFile, line: Line[Complaint], complaint: Complaint, *, operator: str = ""
) -> Record:
    """What `assess.steps` made of it, or what somebody mended; a dispute is settled by it.

    LineWrongError, LineChangedError, YearSealedError.
    """
    return change_line(survey, COMPLAINTS, line, complaint, operator=operator)


@dataclass(frozen=True, slots=True)
class ComplaintDue:
    """A complaint, what is to be done next, and whether its day has passed; None: nothing is."""

    line: Line[Complaint]
    due: Due | None
    overdue: bool


def complaints_due(survey: SurveyFile, today: date) -> Sequence[ComplaintDue]:
    """Every complaint, those first whose day comes first, those with nothing to do last."""
    terms, holidays = deadlines(survey)
    found = []
    for line in ledger_queries.lines(survey, COMPLAINTS):
        step = due(line.value, terms.of(line.value.kind), holidays)
        found.append(ComplaintDue(line, step, bool(step and step.is_overdue(today))))
    last = date.max
    return sorted(found, key=lambda one: (one.due.by if one.due else last, one.line.value.received))
