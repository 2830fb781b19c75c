"""Deadlines of complaints and the calendar they run by: settings that an office keeps (§7)."""

import json
import re
from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from desktop.actions.ledgers import put_setting
from desktop.actions.year_tables import day_in
from desktop.assess.ledger_data import from_value
from desktop.assess.working_days import Holidays, Term
from desktop.assess.year import TermsTable
from desktop.assets import resource
from desktop.store import ledger_queries
from desktop.store.ledgers import HOLIDAYS, TERMS
from desktop.store.records import Record
from desktop.store.survey_file import SurveyFile
from desktop.tally.errors import PingyiError, Problem, ProblemsError

MOST_DAYS = 366
_TO = re.compile(r"\s*(?:[~～至–]|[—―]{1,2}|-{2})\s*")
"""Between the first and the last day, however it is typed."""


class CalendarLineError(ProblemsError):
    """The first line that is no day; further ones stand in its list."""

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

    CalendarLineError names every line that is neither.
    """
    free: set[date] = set()
    worked: set[date] = set()
    wrong: list[tuple[int, str]] = []
    for number, line in enumerate(text.splitlines(), 1):
        held = line.strip()
        days = worked if held.startswith(("+", "＋")) else free
        try:
            days.update(_days(held.lstrip("+＋").strip()) if held else ())
        except ValueError:
            wrong.append((number, held[:40]))
    if wrong:
        raise _refusal(wrong)
    return Holidays(tuple(sorted(free)), tuple(sorted(worked)))


def _refusal(wrong: Sequence[tuple[int, str]]) -> CalendarLineError:
    (line, first), *others = wrong
    message = '"{text}" is no day and no range of days either'
    problems = [Problem(str(number), message, {"text": text}) for number, text in others]
    return CalendarLineError(problems, line=line, text=first)


def calendar_text(calendar: Holidays) -> str:
    """The table as `read_calendar` reads it."""
    free = (day.isoformat() for day in sorted(calendar.free))
    worked = (f"+{day.isoformat()}" for day in sorted(calendar.worked))
    return "\n".join((*free, *worked))


def _check_term(term: Term) -> None:
    if not 0 <= term.days <= MOST_DAYS:
        raise TermWrongError(days=term.days)


def _days(text: str) -> Iterator[date]:
    """ValueError."""
    first, *rest = _TO.split(text)
    begin, end = (date.fromisoformat(day_in(day)) for day in (first, rest[0] if rest else first))
    if len(rest) > 1 or not 0 <= (end - begin).days <= MOST_DAYS:
        raise ValueError(text)
    return (begin + timedelta(days=at) for at in range((end - begin).days + 1))
