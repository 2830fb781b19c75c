"""The issue register 领发登记: what was handed out and came back, entered line by line."""

from collections.abc import Sequence
from dataclasses import asdict, dataclass
from typing import Any

from desktop.actions.authority import check_may
from desktop.actions.batches import check_channel
from desktop.actions.paper_errors import (
    DateWrongError,
    IssueCountError,
    LineUnknownError,
    WayUnknownError,
)
from desktop.actions.text_files import read_name
from desktop.store import kinds, paper_queries
from desktop.store.kinds import RecordId
from desktop.store.records import Record
from desktop.store.survey_file import SurveyFile
from desktop.tally.errors import Problem
from desktop.tally.issuing import WAYS, is_date, register_warnings

_MOST = 999_999_999


@dataclass(frozen=True, slots=True)
class Issue:
    """A line of the register: `way` is `issued` or `returned`, `on` a day such as 2005-12-31."""

    channel: str
    way: str
    forms: int
    on: str
    giver: str
    taker: str
    signed: str = ""
    """Who signed for it, or "" where nobody did."""
    note: str = ""


def enter_issue(survey: SurveyFile, issue: Issue, *, operator: str = "") -> Record:
    """Put a line on record; it warns, and never changes a result.

    ChannelUnknownError, WayUnknownError, IssueCountError, DateWrongError, TextRefusedError.
    """
    return _append(survey, issue, (), operator)


def correct_issue(
    survey: SurveyFile, record_id: str, issue: Issue, *, operator: str = ""
) -> Record:
    """Put a line in the place of another; with 0 forms it takes that one back.

    LineUnknownError where no one standing line's id begins so, and the errors of `enter_issue`.
    """
    return _append(survey, issue, (_standing(survey, record_id),), operator)


def register_problems(survey: SurveyFile) -> list[Problem]:
    """Where the register differs from the plan's issued forms, by channel."""
    return register_warnings(survey.plan, paper_queries.issued_by_channel(survey))


def _append(
    survey: SurveyFile, issue: Issue, replaced: Sequence[RecordId], operator: str
) -> Record:
    check_may(survey, operator, kinds.ISSUE)
    fields = _checked(survey, issue, least=0 if replaced else 1)
    with survey.transaction():
        return survey.append(kinds.ISSUE, fields, parents=replaced, operator=operator)


def _checked(survey: SurveyFile, issue: Issue, *, least: int) -> dict[str, Any]:
    check_channel(survey, issue.channel)
    if issue.way not in WAYS:
        raise WayUnknownError(way=issue.way)
    if not least <= issue.forms <= _MOST:
        raise IssueCountError(count=issue.forms, least=least)
    if not is_date(issue.on):
        raise DateWrongError(text=issue.on)
    texts = {name: getattr(issue, name) for name in ("giver", "taker", "signed", "note")}
    optional = {"signed", "note"}
    read = {
        name: read_name(text, f"--{name}") if text.strip() or name not in optional else ""
        for name, text in texts.items()
    }
    return asdict(issue) | read


def _standing(survey: SurveyFile, record_id: str) -> RecordId:
    found = [
        line.record
        for line in paper_queries.issues(survey)
        if record_id and line.record.startswith(record_id)
    ]
    if len(found) != 1:
        raise LineUnknownError(record=record_id)
    return found[0]
