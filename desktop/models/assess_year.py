"""What the assessment page shows: the ledger, the standing of a day, and what waits."""

from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction
from functools import cached_property

from desktop.actions.deductions import today
from desktop.actions.rule_sets import RulesMissingError
from desktop.actions.year_standing import YearStanding, standing_day, undecided, year_standing
from desktop.assess.ledger import Entry, State
from desktop.assess.points import entry_points
from desktop.assess.rule_set import Rule, RuleSet
from desktop.assess.standing import UnitStanding
from desktop.store import editions, ledger_queries, queries
from desktop.store.editions import Edition
from desktop.store.ledger_queries import Line
from desktop.store.queries import Operator
from desktop.store.survey_file import SurveyFile
from desktop.tally.errors import PingyiError, Problem
from desktop.tally.plan import Band

NUMBER = 8
"""Digits of a line's id by which people quote it."""


class Waiting(StrEnum):
    """Why a line waits for somebody, the gravest first."""

    DISPUTED = "disputed"
    UNSOUND = "unsound"
    DOUBLE = "double"
    TWIN = "twin"
    UNDECIDED = "undecided"


@dataclass(frozen=True, slots=True)
class Matter:
    """Something that somebody is to decide; `lines` are the entries it concerns."""

    why: Waiting
    unit: str
    lines: tuple[str, ...]
    problem: Problem | None = None


@dataclass(frozen=True)
class AssessYear:
    """Read in one view of the file; without a rule set there is no standing."""

    today: str
    day: str
    """The day of the standing."""
    standing: YearStanding | None
    edition: Edition
    """Of the year."""
    survey: Edition
    people: Sequence[Operator]

    @property
    def rules(self) -> RuleSet | None:
        return self.standing.rules if self.standing else None

    @property
    def entries(self) -> Sequence[Line[Entry]]:
        return self.standing.entries if self.standing else ()

    @cached_property
    def lines(self) -> Mapping[str, Line[Entry]]:
        """By id."""
        return {line.id: line for line in self.entries}

    @cached_property
    def rule_by_code(self) -> Mapping[str, Rule]:
        return {rule.code: rule for rule in self.rules.rules} if self.rules else {}

    @cached_property
    def row_by_unit(self) -> Mapping[str, UnitStanding]:
        return {row.unit: row for row in self.standing.rows} if self.standing else {}

    @cached_property
    def matters(self) -> Sequence[Matter]:
        """The gravest first."""
        return list(_matters(self.standing)) if self.standing else []

    @cached_property
    def cases(self) -> Mapping[tuple[str, str], Sequence[Line[Entry]]]:
        """Entries that stand, by unit and case."""
        found: dict[tuple[str, str], list[Line[Entry]]] = {}
        for line in self.entries:
            entry = line.value
            if entry.case and entry.state is not State.WITHDRAWN:
                found.setdefault((entry.unit, entry.case), []).append(line)
        return found

    def in_bands(self) -> list[tuple[Band, int]]:
        """How many ranked units each band holds, best band first."""
        if not self.standing:
            return []
        rows = [row for row in self.standing.rows if row.rank is not None]
        return [
            (band, sum(row.band.code == band.code for row in rows))
            for band in self.standing.rules.bands
        ]

    @cached_property
    def points(self) -> Mapping[str, Fraction | None]:
        """By the line's id, as they move the score; None where the rule set does not fit."""
        return {line.id: self._signed(line.value) for line in self.entries}

    @cached_property
    def states(self) -> Mapping[str, State]:
        """By the line's id."""
        return {line.id: line.value.state for line in self.entries}

    @cached_property
    def latest(self) -> Sequence[Line[Entry]]:
        """The latest day first."""
        return sorted(self.entries, key=lambda line: (line.value.date, line.id), reverse=True)

    def _signed(self, entry: Entry) -> Fraction | None:
        rule = self.rule_by_code.get(entry.rule)
        try:
            points = entry_points(rule, entry.facts) if rule else None
        except PingyiError:
            return None
        return None if points is None or rule is None else points if rule.adds else -points


def read_year(survey: SurveyFile, day: str = "") -> AssessYear:
    """As of this day, or of today."""
    now, on = today(survey), standing_day(survey, day)
    found = AssessYear(
        now,
        on,
        _standing(survey, on),
        ledger_queries.year_edition(survey),
        editions.edition(survey),
        queries.operators(survey),
    )
    for _ in (found.matters, found.cases, found.lines, found.points, found.states, found.latest):
        pass  # worked out here, beside the window
    return found


def _standing(survey: SurveyFile, day: str) -> YearStanding | None:
    with suppress(RulesMissingError):
        return year_standing(survey, day)
    return None


def chapters(rules: RuleSet) -> list[str]:
    """The parts of the document, such as 一 of 一.1, in its order."""
    return list(dict.fromkeys(chapter(rule) for rule in rules.rules))


def chapter(rule: Rule) -> str:
    return rule.section.split(".")[0]


def _matters(found: YearStanding) -> Iterator[Matter]:
    for line in found.disputed:
        yield Matter(Waiting.DISPUTED, line.value.unit, (line.id,))
    by_number = {line.id[:NUMBER]: line for line in found.entries}
    for problem in found.unsound:
        if held := by_number.get(problem.place):
            yield Matter(Waiting.UNSOUND, held.value.unit, (held.id,), problem)
    crossed = sorted(found.crossed, key=_is_twin)
    for problem in crossed:
        why = Waiting.TWIN if _is_twin(problem) else Waiting.DOUBLE
        yield Matter(why, problem.place, _concerned(found, problem), problem)
    for line in undecided(found):
        if not line.is_disputed:
            yield Matter(Waiting.UNDECIDED, line.value.unit, (line.id,))


def _is_twin(problem: Problem) -> bool:
    """Of one thing that stands twice, told by what it names; else two rules meet on one case."""
    return "count" in problem.fields


def _concerned(found: YearStanding, problem: Problem) -> tuple[str, ...]:
    meets = _is_one_of_twins if _is_twin(problem) else _is_of_case
    return tuple(
        line.id
        for line in found.entries
        if line.value.unit == problem.place
        and line.value.state is not State.WITHDRAWN
        and meets(line.value, problem.fields)
    )


def _is_of_case(entry: Entry, named: Mapping[str, object]) -> bool:
    return entry.case == named["case"] and entry.rule in (named["one"], named["other"])


def _is_one_of_twins(entry: Entry, named: Mapping[str, object]) -> bool:
    return (entry.rule, entry.text, entry.date) == (named["rule"], named["text"], named["day"])
