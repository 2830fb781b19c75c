"""What all sheets of one workbook are worked out from."""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from functools import cached_property

from desktop.report.sheet import Value
from desktop.report.standing import Standing
from desktop.report.workbook_formulas import Formulas
from desktop.report.workbook_near import Near
from desktop.report.workbook_recount import Recount
from desktop.report.workbook_rule import Rule
from desktop.tally.numbers import number_text, ratio_text, rounded
from desktop.tally.plan import Plan
from desktop.tally.results import AgencyResult, Results
from desktop.words import Words


@dataclass(frozen=True)
class Workings:
    """Rows are found again by numbers: spreadsheets take codes such as 001 and 1E2 for numbers."""

    standing: Standing

    @property
    def words(self) -> Words:
        return self.standing.words

    @property
    def results(self) -> Results:
        return self.standing.results

    @property
    def plan(self) -> Plan:
        return self.standing.results.plan

    @cached_property
    def rule(self) -> Rule:
        return Rule(self.results, self.words)

    @cached_property
    def formulas(self) -> Formulas:
        return Formulas(self.rule)

    @cached_property
    def recount(self) -> Recount:
        return Recount(self.plan)

    @property
    def near(self) -> Near:
        """For scores as printed."""
        return Near(self.plan.scoring.display.decimals)

    @property
    def near_share(self) -> Near:
        """For shares: two decimals of a per cent."""
        return Near(4)

    @cached_property
    def agency_no(self) -> Mapping[str, int]:
        """The number of every agency, as the form lists them."""
        return {agency.code: number for number, agency in enumerate(self.plan.agencies, 1)}

    @cached_property
    def group_no(self) -> Mapping[str, int]:
        return {group.code: number for number, group in enumerate(self.plan.groups, 1)}

    @cached_property
    def outside(self) -> frozenset[str]:
        """Channels with totals from outside: their votes stand on no form that was keyed."""
        return frozenset(held.channel for held in self.results.totals)

    @cached_property
    def by_code(self) -> Mapping[str, AgencyResult]:
        return {held.code: held for held in self.results.agencies}

    def score(self, score: Fraction | None) -> Decimal | None:
        """The score as it is displayed, as a number."""
        display = self.plan.scoring.display
        return None if score is None else Decimal(rounded(score * display.scale, display.decimals))

    def points(self, agency: AgencyResult) -> Fraction:
        """The plan's bonus and deduction lines for an agency, added up."""
        lines = self.plan.adjustments
        return sum((it.points for it in lines if it.agency == agency.code), Fraction())

    def named(self, agency: str) -> list[Value]:
        """Code and name."""
        return [agency, self.standing.agencies[agency].name]

    def band(self, agency: AgencyResult) -> list[Value]:
        """The band's name, where the plan has bands."""
        if not self.plan.bands:
            return []
        return [self.standing.bands[agency.band].name if agency.band else None]

    def scaled(self, heading: str) -> str:
        """Printed scores may be scaled; exact ones never are, and their heading says so."""
        scale = self.plan.scoring.display.scale
        if scale == 1:
            return heading
        note = self.words(" (before × {scale})").format(scale=number_text(scale))
        return heading + note


def exact(score: Fraction | None) -> str | None:
    """The score without rounding, as text: `1957/20`."""
    return None if score is None else ratio_text(score)


def near_float(score: Fraction | None) -> float | None:
    return None if score is None else float(score)


def together(agency: AgencyResult) -> int:
    """The forms of all channels that could grade an agency."""
    return sum(channel.forms for channel in agency.channels)
