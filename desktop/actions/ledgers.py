"""Put lines of the year's ledgers on record, and change them: every act on a ledger ends here."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any, TypeVar

from desktop.actions.authority import check_may
from desktop.actions.opinion_errors import AgencyUnknownError
from desktop.assess.checks import check_line
from desktop.assess.ledger_data import to_value
from desktop.store import ledger_queries
from desktop.store.ledger_queries import Line
from desktop.store.ledgers import Ledger
from desktop.store.records import Record
from desktop.store.survey_file import SurveyFile
from desktop.tally.errors import PingyiError

T = TypeVar("T")


class LineUnknownError(PingyiError):
    message = "No one line of this ledger is called {line}: look its number up in the list."


class LineChangedError(PingyiError):
    message = "Line {line} was changed meanwhile: look at it again, and save what you want then."


class LineDisputedError(PingyiError):
    message = (
        "Line {line} was changed on two computers in different ways: open it, decide what holds, "
        "and save that first."
    )


def enter_line(
    survey: SurveyFile, ledger: Ledger[T], value: T, *, operator: str = "", kind: str = ""
) -> Record:
    """Begin a line; AgencyUnknownError, LineWrongError, YearSealedError, those of `check_may`."""
    return _append(survey, kind or ledger.kinds[0], None, value, operator)


def change_line(
    survey: SurveyFile,
    ledger: Ledger[T],
    line: Line[T],
    value: T,
    *,
    operator: str = "",
    kind: str = "",
) -> Record:
    """Put another value in a line's place; where it was disputed, that settles it."""
    return _append(survey, kind or ledger.kinds[0], line, value, operator)


def put_setting(survey: SurveyFile, ledger: Ledger[T], value: T, *, operator: str = "") -> Record:
    """Set what there is one of, in the place of what was set before."""
    before = ledger_queries.setting(survey, ledger)
    return _append(survey, ledger.kinds[0], before, value, operator)


def line_called(survey: SurveyFile, ledger: Ledger[T], begins: str) -> Line[T]:
    """The one line whose id begins so; LineUnknownError."""
    found = ledger_queries.lines(survey, ledger, begins=begins) if begins else []
    if len(found) != 1:
        raise LineUnknownError(line=begins)
    return found[0]


def undisputed(line: Line[T]) -> Line[T]:
    """The line itself; LineDisputedError where two things are said of it."""
    if line.is_disputed:
        raise LineDisputedError(line=line.id[:8])
    return line


def _append(
    survey: SurveyFile, kind: str, line: Line[Any] | None, value: object, operator: str
) -> Record:
    check_may(survey, operator, kind)
    if line and not ledger_queries.is_current(survey, line):
        raise LineChangedError(line=line.id[:8])
    units = {agency.code for agency in survey.plan.agencies}
    if (unit := getattr(value, "unit", None)) is not None and unit not in units:
        raise AgencyUnknownError(agency=unit)
    check_line(units, value)
    data = {"line": line.id if line else "", "value": to_value(value)}
    with _transaction(survey):
        return survey.append(kind, data, parents=line.heads if line else (), operator=operator)


@contextmanager
def _transaction(survey: SurveyFile) -> Iterator[None]:
    """Many lines go in together inside the caller's transaction, where there is one."""
    if survey.db.conn.in_transaction:
        yield
        return
    with survey.transaction():
        yield
