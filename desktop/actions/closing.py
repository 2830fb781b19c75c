"""A batch's way through the centre: handed to a station, closed against its slip, reopened."""

import secrets

from desktop.actions.authority import check_may, is_supervising
from desktop.actions.batches import check_registered
from desktop.actions.errors import (
    BatchClosedError,
    BatchOpenError,
    BatchUnevenError,
    OverrideError,
)
from desktop.actions.stations import find_station, read_reason
from desktop.store import form_queries, kinds, queries
from desktop.store.survey_file import SurveyFile
from desktop.tally.errors import Problem
from desktop.tally.reconciliation import ReconciliationRow


def assign_batch(survey: SurveyFile, batch: str, station: str, *, operator: str = "") -> None:
    """Hand a batch to a station; it learns of it from the next kit. StationUnknownError."""
    check_may(survey, operator, kinds.ASSIGNED)
    check_registered(survey, batch)
    fields = {"batch": batch, "station": find_station(survey, station).station}
    parents = form_queries.assignment_heads(survey, batch)
    with survey.transaction():
        survey.append(kinds.ASSIGNED, fields, parents=parents, operator=operator)


def close_batch(
    survey: SurveyFile, batch: str, *, reason: str = "", operator: str = "", seed: str = ""
) -> tuple[int, ...]:
    """Close a batch whose slip, keyed and void agree; the numbers drawn for second keying.

    Otherwise BatchUnevenError lists what is missing, extra or unsettled; a supervisor who keyed
    nothing of the batch may close it all the same, with a reason. `seed` makes drills repeatable.
    """
    check_may(survey, operator, kinds.CLOSED)
    check_registered(survey, batch)
    if form_queries.is_closed(survey, batch):
        raise BatchClosedError(batch=batch)
    row = next(held for held in queries.batch_rows(survey) if held.batch == batch)
    if not row.agrees:
        _check_override(survey, row, reason, operator)
    fields = {"batch": batch, "valid": row.valid, "void": sum(row.void.values()), "reason": reason}
    parents = form_queries.closing_heads(survey, batch)
    with survey.transaction():
        survey.append(kinds.CLOSED, fields, parents=parents, operator=operator)
        if form_queries.drawing(survey, batch) is None:
            _draw(survey, batch, seed or secrets.token_hex(8))
    return form_queries.drawn(survey, batch)


def _draw(survey: SurveyFile, batch: str, seed: str) -> None:
    """The station draws, nobody at it: not even the clerk who closes knows the seed before."""
    if percent := survey.plan.second_keying_percent:
        survey.append(kinds.DRAWN, {"batch": batch, "seed": seed, "percent": percent})


def _check_override(survey: SurveyFile, row: ReconciliationRow, reason: str, operator: str) -> None:
    if not reason.strip():
        raise BatchUnevenError(list(_differences(row)), batch=row.batch)
    read_reason(reason)
    keyed = form_queries.has_keyed(survey, str(row.batch), operator)
    if keyed or not is_supervising(survey, operator):
        raise OverrideError(batch=row.batch)


def _differences(row: ReconciliationRow) -> list[Problem]:
    found = {
        "missing: {numbers}": row.missing_numbers,
        "beyond the slip: {numbers}": row.extra_numbers,
    }
    problems = [
        Problem(str(row.batch), message, {"numbers": " ".join(map(str, numbers))})
        for message, numbers in found.items()
        if numbers
    ]
    if row.unsettled:
        message = "forms not settled: {count}"
        problems.append(Problem(str(row.batch), message, {"count": row.unsettled}))
    return problems


def reopen_batch(survey: SurveyFile, batch: str, *, reason: str, operator: str = "") -> None:
    """Open a closed batch again; a supervisor's act. BatchOpenError, OverrideError."""
    check_may(survey, operator, kinds.REOPENED)
    if not is_supervising(survey, operator):
        raise OverrideError(batch=batch)
    if not form_queries.is_closed(survey, batch):
        raise BatchOpenError(batch=batch)
    fields = {"batch": batch, "reason": read_reason(reason)}
    parents = form_queries.closing_heads(survey, batch)
    with survey.transaction():
        survey.append(kinds.REOPENED, fields, parents=parents, operator=operator)
