"""Enter findings and take them a step further (RULES.md §7)."""

from desktop.actions.deductions import check_days
from desktop.actions.ledgers import change_line, enter_line
from desktop.assess.findings import Finding
from desktop.assess.steps import check_finding
from desktop.store.ledger_queries import Line
from desktop.store.ledgers import FINDINGS
from desktop.store.records import Record
from desktop.store.survey_file import SurveyFile


def enter_finding(survey: SurveyFile, finding: Finding, *, operator: str = "") -> Record:
    """DayAheadError, StepDayError, LineWrongError, YearSealedError."""
    _check(survey, finding)
    return enter_line(survey, FINDINGS, finding, operator=operator)


def change_finding(
    survey: SurveyFile, line: Line[Finding], finding: Finding, *, operator: str = ""
) -> Record:
    """What `assess.steps` made of it, or what somebody mended; a dispute is settled by it.

    DayAheadError, StepDayError, LineWrongError, LineChangedError, YearSealedError.
    """
    _check(survey, finding)
    return change_line(survey, FINDINGS, line, finding, operator=operator)


def _check(survey: SurveyFile, finding: Finding) -> None:
    held = finding
    check_days(survey, held.found, held.verified, held.fed_back, held.rectified, held.closed)
    check_finding(held)
