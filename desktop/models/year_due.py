"""What is due in the year's ledgers, for the overview: read after it, so that it never waits."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, TypeVar

from desktop.actions.complaints import complaints_due
from desktop.actions.consequences import consequence_lines
from desktop.actions.deductions import today
from desktop.actions.year_standing import standing_day, year_standing
from desktop.assess.ledger import State
from desktop.assess.year import Confirmation
from desktop.store import ledger_queries
from desktop.store.ledger_queries import Line
from desktop.store.ledgers import (
    ANNULMENTS,
    CONFIRMATIONS,
    DEDUCTIONS,
    FINDINGS,
    PLEDGES,
    REQUESTS,
    RULES,
    Ledger,
)
from desktop.store.survey_file import SurveyFile

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class YearDue:
    """One kind of thing that waits for somebody; `units` are codes, one for each of them."""

    kind: str
    page: str
    units: Sequence[str]


def read_year_due(survey: SurveyFile) -> list[YearDue]:
    """What is overdue first; nothing where the year is not used, or is sealed."""
    found = _Reader(survey)
    return [one for one in found.everything() if one.units] if found.is_open else []


class _Reader:
    """Reads each ledger once."""

    def __init__(self, survey: SurveyFile) -> None:
        self._survey, self._today = survey, today(survey)

    @property
    def is_open(self) -> bool:
        return not ledger_queries.year_edition(self._survey).sealed

    def everything(self) -> Iterator[YearDue]:
        yield from self._complaints()
        yield from self._findings()
        yield from self._consequences()
        yield from self._deductions()

    def _complaints(self) -> Iterator[YearDue]:
        day = date.fromisoformat(self._today)
        lines = complaints_due(self._survey, day)
        held = [one for one in lines if one.due and not one.line.is_disputed]
        overdue = [one.line.value.unit for one in held if one.overdue]
        now = [one.line.value.unit for one in held if one.due and one.due.by == day]
        yield YearDue("complaints-overdue", "complaints", overdue)
        yield YearDue("complaints-today", "complaints", now)
        every: list[Line[Any]] = [one.line for one in lines]
        every += [*self._lines(PLEDGES), *self._lines(REQUESTS)]
        yield _disputed("complaints", every)

    def _findings(self) -> Iterator[YearDue]:
        lines = self._lines(FINDINGS)
        overdue = [one.unit for one in _settled(lines) if one.is_overdue(self._today)]
        yield YearDue("findings-overdue", "findings", overdue)
        yield _disputed("findings", lines)

    def _consequences(self) -> Iterator[YearDue]:
        """What was to be done within days, such as a rectification: due today, or overdue."""
        lines = self._lines(CONFIRMATIONS)
        yield YearDue("deadlines", "consequences", list(_ended(_settled(lines), self._today)))
        every: list[Line[Any]] = [*lines, *self._lines(ANNULMENTS)]
        yield _disputed("consequences", every)

    def _deductions(self) -> Iterator[YearDue]:
        """Before the year is over a standing changes daily, and nothing is to be confirmed."""
        is_over = date.fromisoformat(self._today).year > self._survey.plan.year
        waiting: list[str] = []
        if is_over and ledger_queries.is_set(self._survey, RULES):
            standing = year_standing(self._survey, standing_day(self._survey))
            follow = consequence_lines(self._survey, standing)
            waiting = [line.unit for line in follow if line.confirmed is None]
            lines = standing.entries
        else:
            lines = self._lines(DEDUCTIONS)
        drafts = [one.unit for one in _settled(lines) if one.state is State.DRAFT]
        yield YearDue("drafts", "assessment", drafts)
        yield _disputed("assessment", lines)
        yield YearDue("unconfirmed", "consequences", waiting)

    def _lines(self, ledger: Ledger[T]) -> Sequence[Line[T]]:
        return ledger_queries.lines(self._survey, ledger)


def _ended(held: Iterable[Confirmation], day: str) -> Iterator[str]:
    still = (one for one in held if one.deadline and not (one.done or one.withdrawn))
    return (one.unit for one in still if one.deadline <= day)


def _settled(lines: Iterable[Line[T]]) -> Iterator[T]:
    return (line.value for line in lines if not line.is_disputed)


def _disputed(page: str, lines: Iterable[Line[Any]]) -> YearDue:
    units = [line.value.unit for line in lines if line.is_disputed]
    return YearDue(f"disputed-of-{page}", page, units)
