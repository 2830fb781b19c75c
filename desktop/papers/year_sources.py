"""What the papers of the year are made from: its ledgers on a day, read once for all of them."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import TYPE_CHECKING, TypeVar

from desktop.actions.composite import composite_table
from desktop.actions.consequences import ConsequenceLine, consequence_lines
from desktop.actions.terms import deadlines
from desktop.actions.year_standing import YearStanding, year_standing
from desktop.assess.complaints import complaint_as_of
from desktop.assess.documents import (
    Assessment,
    ComplaintsBook,
    CompositeBook,
    ConsequenceRow,
    ConsequencesBook,
    FindingsBook,
    Row,
    Unit,
    Year,
    YearBook,
    YearLetter,
)
from desktop.assess.findings import finding_as_of
from desktop.papers.sheets import naming_of
from desktop.store import ledger_queries
from desktop.store.ledger_queries import Line
from desktop.store.ledgers import BANDS, COMPLAINTS, COMPOSITE, FINDINGS, PLEDGES, REQUESTS, Ledger
from desktop.store.survey_file import SurveyFile
from desktop.tally.letter import Letter
from desktop.words import Words

if TYPE_CHECKING:
    from desktop.report.imprint import Naming

T = TypeVar("T")

_NUMBER = 8
"""Digits of a line's id that people quote."""


@dataclass
class YearSources:
    """`day` is told as of, such as 2006-12-31; `letter` is what an office adds to what goes out."""

    survey: SurveyFile
    words: Words
    day: str
    letter: Letter
    units: Sequence[str] = ()
    """Whose papers are wanted, where a paper is one unit's; all of them where none is named."""

    @cached_property
    def naming(self) -> "Naming":
        return naming_of(self.survey)

    @cached_property
    def standing(self) -> YearStanding:
        """RulesMissingError."""
        return year_standing(self.survey, self.day)

    @cached_property
    def year(self) -> Year:
        plan, found = self.survey.plan, self.standing
        groups = {group.code: group.name for group in plan.groups}
        units = {
            it.code: Unit(it.code, it.name, groups[it.group], it.vertical, it.parent)
            for it in plan.agencies
        }
        edition = found.edition
        return Year(
            plan.year, self.day, found.rules, units, edition.number, edition.sealed, found.hash
        )

    @cached_property
    def assessment(self) -> Assessment:
        found = self.standing
        return Assessment(self.year, found.rows, [_row(line) for line in found.entries], found.void)

    @cached_property
    def findings(self) -> FindingsBook:
        return FindingsBook(self.year, _then(self._rows(FINDINGS), finding_as_of, self.day))

    @cached_property
    def complaints(self) -> ComplaintsBook:
        rows = _then(self._rows(COMPLAINTS), complaint_as_of, self.day)
        return ComplaintsBook(self.year, rows, *deadlines(self.survey))

    @cached_property
    def consequences(self) -> ConsequencesBook:
        """What follows now: what was confirmed once and follows no more is no consequence."""
        last = ledger_queries.setting(self.survey, BANDS)
        lines = consequence_lines(self.survey, self.standing)
        rows = [_consequence(line) for line in lines if not line.stale]
        return ConsequencesBook(self.year, rows, last.value if last else None)

    @cached_property
    def outgoing(self) -> YearLetter:
        return YearLetter(self.assessment, self.consequences, self.letter, self.findings)

    @cached_property
    def composite(self) -> CompositeBook | None:
        """None where no components are set; the errors of `composite_table`."""
        if ledger_queries.setting(self.survey, COMPOSITE) is None:
            return None
        found = composite_table(self.survey, day=self.day)
        groups = {agency.code: agency.group for agency in self.survey.plan.agencies}
        return CompositeBook(self.year, found.setting, found.lines, groups)

    @cached_property
    def book(self) -> YearBook:
        return YearBook(
            self.assessment,
            self.findings,
            self.complaints,
            self.consequences,
            self._rows(PLEDGES),
            self._rows(REQUESTS),
            self.composite,
        )

    def wanted(self, units: Sequence[str]) -> list[str]:
        """Those of these units whose papers are wanted, each once."""
        return [unit for unit in dict.fromkeys(units) if not self.units or unit in self.units]

    def _rows(self, ledger: Ledger[T]) -> list[Row[T]]:
        return [_row(line) for line in ledger_queries.lines(self.survey, ledger)]


def _row(line: Line[T]) -> Row[T]:
    return Row(line.id[:_NUMBER], line.value, line.is_disputed)


def _then(rows: Sequence[Row[T]], as_of: Callable[[T, str], T | None], day: str) -> list[Row[T]]:
    """What each said on the day; those that came later are left out."""
    said = ((row, as_of(row.value, day)) for row in rows)
    return [replace(row, value=value) for row, value in said if value is not None]


def _consequence(line: ConsequenceLine) -> ConsequenceRow:
    confirmed = line.confirmed
    return ConsequenceRow(
        line.unit,
        line.rule,
        line.band,
        line.last,
        confirmed.value if confirmed else None,
        bool(confirmed and confirmed.is_disputed),
    )
