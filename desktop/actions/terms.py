"""Deadlines of complaints and the calendar they run by: settings that an office keeps (§7)."""

import json
import re
from collections.abc import Iterator
from datetime import date, timedelta

from desktop.actions.ledgers import put_setting
from desktop.assess.ledger_data import from_value
from desktop.assess.working_days import Holidays, Term
from desktop.assess.year import TermsTable
from desktop.assets import resource
from desktop.store import ledger_queries
from desktop.store.ledgers import HOLIDAYS, TERMS
from desktop.store.records import Record
from desktop.store.survey_file import SurveyFile
from desktop.tally.errors import PingyiError
from desktop.tally.issuing import is_date

MOST_DAYS = 366


class CalendarLineError(PingyiError):
    message = (
        'Line {line} of the holiday table, "{text}", is no day: write 2006-05-01, or '
        "2006-05-01~2006-05-07, and + before a weekend day that is worked."
    )


class CalendarTwiceError(PingyiError):
    message = "{day} stands in the holiday table as free and as worked: delete one of them."


class TermWrongError(PingyiError):
    message = "A term has 0 to 366 days, not {days}: mend it."


def shipped_terms() -> TermsTable:
    """What holds until the office sets its own."""
    return from_value(TermsTable, json.loads(resource("assess", "terms.json").read_text("utf-8")))


def deadlines(survey: SurveyFile) -> tuple[TermsTable, Holidays]:
    """The terms and the calendar that stand."""
    terms, calendar = (ledger_queries.setting(survey, held) for held in (TERMS, HOLIDAYS))
    return (
        terms.value if terms else shipped_terms(),
        calendar.value if calendar else Holidays(),
    )


def set_terms(survey: SurveyFile, terms: TermsTable, *, operator: str = "") -> Record:
    """TermWrongError."""
    for held in (terms.standard, *terms.kinds.values()):
        for term in (held.accept, held.finish):
            _check_term(term)
    return put_setting(survey, TERMS, terms, operator=operator)


def set_holidays(survey: SurveyFile, calendar: Holidays, *, operator: str = "") -> Record:
    """Public holidays and worked weekend days, in the place of the table before.

    CalendarTwiceError.
    """
    for day in sorted({*calendar.free} & {*calendar.worked}):
        raise CalendarTwiceError(day=day)
    ordered = Holidays(tuple(sorted(calendar.free)), tuple(sorted(calendar.worked)))
    return put_setting(survey, HOLIDAYS, ordered, operator=operator)


def read_calendar(text: str) -> Holidays:
    """A table typed in or pasted, a day or a range a line, `+` before a worked one.

    CalendarLineError names the first line that is neither.
    """
    free: set[date] = set()
    worked: set[date] = set()
    for number, line in enumerate(text.splitlines(), 1):
        if held := line.strip():
            days = worked if held.startswith("+") else free
            days.update(_days(number, held.removeprefix("+").strip()))
    return Holidays(tuple(sorted(free)), tuple(sorted(worked)))


def calendar_text(calendar: Holidays) -> str:
    """The table as `read_calendar` reads it."""
    free = (day.isoformat() for day in sorted(calendar.free))
    worked = (f"+{day.isoformat()}" for day in sorted(calendar.worked))
    return "\n".join((*free, *worked))


def _check_term(term: Term) -> None:
    if not 0 <= term.days <= MOST_DAYS:
        raise TermWrongError(days=term.days)


def _days(number: int, text: str) -> Iterator[date]:
    first, *rest = re.split(r"\s*[~～至]\s*", text)
    last = rest[0] if rest else first
    if len(rest) > 1 or not (is_date(first) and is_date(last)):
        raise CalendarLineError(line=number, text=text[:40])
    day, end = date.fromisoformat(first), date.fromisoformat(last)
    if not 0 <= (end - day).days <= MOST_DAYS:
        raise CalendarLineError(line=number, text=text[:40])
    yield from (day + timedelta(days=at) for at in range((end - day).days + 1))
