"""Enter findings and take them a step further (RULES.md §7)."""

from desktop.actions.deductions import check_days
from desktop.actions.ledgers import change_line, enter_line
from desktop.assess.findings import Finding
from desktop.store.ledger_queries import Line
from desktop.store.ledgers import FINDINGS
from desktop.store.records import Record
from desktop.store.survey_file import SurveyFile


def enter_finding(survey: SurveyFile, finding: Finding, *, operator: str = "") -> Record:
    """DayAheadError, LineWrongError, YearSealedError."""
    check_days(survey, finding.found)
    return enter_line(survey, FINDINGS, finding, operator=operator)


def change_finding(
    survey: SurveyFile, line: Line[Finding], finding: Finding, *, operator: str = ""
) -> Record:
    """What `assess.steps` made of it, or what somebody mended; a dispute is settled by it.

    LineWrongError, LineChangedError, YearSealedError.
    """
    return change_line(survey, FINDINGS, line, finding, operator=operator)
