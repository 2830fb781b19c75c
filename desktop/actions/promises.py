"""Pledges and requests: entered, and followed up (RULES.md §7)."""

from desktop.actions.deductions import check_days
from desktop.actions.ledgers import change_line, enter_line
from desktop.assess.promises import Pledge, Request
from desktop.store.ledger_queries import Line
from desktop.store.ledgers import PLEDGES, REQUESTS
from desktop.store.records import Record
from desktop.store.survey_file import SurveyFile


def enter_pledge(survey: SurveyFile, pledge: Pledge, *, operator: str = "") -> Record:
    """DayAheadError, LineWrongError, YearSealedError; so for the three below."""
    check_days(survey, pledge.on)
    return enter_line(survey, PLEDGES, pledge, operator=operator)


def change_pledge(
    survey: SurveyFile, line: Line[Pledge], pledge: Pledge, *, operator: str = ""
) -> Record:
    check_days(survey, pledge.on)
    return change_line(survey, PLEDGES, line, pledge, operator=operator)


def enter_request(survey: SurveyFile, request: Request, *, operator: str = "") -> Record:
    check_days(survey, request.raised, request.answered)
    return enter_line(survey, REQUESTS, request, operator=operator)


def change_request(
    survey: SurveyFile, line: Line[Request], request: Request, *, operator: str = ""
) -> Record:
    check_days(survey, request.raised, request.answered)
    return change_line(survey, REQUESTS, line, request, operator=operator)
