"""The marks of a survey's valid forms as peers keep them, and what all must find in them."""

import math
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Protocol

from desktop.store import queries
from desktop.store.survey_file import SurveyFile
from desktop.tally.plan import Plan
from desktop.tally.results import AgencyResult

COLUMNS = ("channel", "form", "agency", "dimension", "grade")
"""Of a table with a row per mark: whole numbers from 1; grade 0 is a blank cell."""


@dataclass(frozen=True, slots=True)
class Marks:
    """Valid forms in the order of the file: the channel of each, and its marks."""

    plan: Plan
    channels: list[int]
    forms: list[bytes]

    @property
    def codes(self) -> range:
        """0 for a blank cell, then the grades, best first."""
        return range(len(self.plan.grades) + 1)

    @property
    def values(self) -> list[int]:
        """What each grade is worth, best first."""
        return [int(grade.value) for grade in self.plan.grades]

    @property
    def shape(self) -> tuple[int, int]:
        """Agencies and dimensions."""
        return len(self.plan.agencies), len(self.plan.dimensions)

    def rows(self) -> Iterator[tuple[int, ...]]:
        """A row per mark, by COLUMNS."""
        agencies, dimensions = self.shape
        cells = [(a, d) for a in range(1, agencies + 1) for d in range(1, dimensions + 1)]
        for form, (channel, marks) in enumerate(zip(self.channels, self.forms, strict=True), 1):
            for (agency, dimension), mark in zip(cells, marks, strict=True):
                yield channel, form, agency, dimension, mark - ord("0")


def marks_of(survey: SurveyFile) -> Marks:
    """Made-up paper knows grades and blanks only; so do the peers' tables."""
    numbers = {channel.code: at for at, channel in enumerate(survey.plan.channels, 1)}
    channels, forms = [], []
    for (channel, _), marks in queries.marks_by_source(survey):
        channels.append(numbers[channel])
        forms.append(marks)
    return Marks(survey.plan, channels, forms)


Row = tuple[Any, ...]
"""Channel (0: pooled), agency, dimension, counts by code, score, agency's sum, its rank."""
Outcome = dict[tuple[int, int, int], Row]
"""Rows by channel, agency and dimension."""


class Peer(Protocol):
    """Counts, scores and ranks the marks of its file."""

    name: str
    file: Path

    def run(self) -> Any:
        """The results in the peer's own form."""

    def rows(self, found: Any) -> Iterable[Row]:
        """What `run` found, row by row; not timed."""

    def close(self) -> None:
        """Let go of the file."""


def outcome_of(rows: Iterable[Row]) -> Outcome:
    return {(int(row[0]), int(row[1]), int(row[2])): tuple(row[3:]) for row in rows}


def result_rows(plan: Plan, results: Iterable[AgencyResult]) -> Iterator[Row]:
    """Pingyi's results as rows; channels without forms are left out, for peers have none."""
    numbers = {agency.code: number for number, agency in enumerate(plan.agencies, 1)}
    for result in results:
        parts = [(0, result.score, result.dimensions)]
        channels = enumerate(result.channels, 1)
        parts += [(at, held.score, held.dimensions) for at, held in channels if held.forms]
        for channel, total, dimensions in parts:
            for dimension, held in enumerate(dimensions, 1):
                counts = (held.counts.blank, *held.counts.grades)
                cell = (channel, numbers[result.code], dimension)
                yield (*cell, *counts, held.score, total, result.rank)


def check_same(name: str, found: Outcome, expected: Outcome) -> None:
    """Raise unless counts and ranks are equal, and scores as equal as floats can be."""
    same = found.keys() == expected.keys()
    if not (same and all(_agree(cell, found[cell], expected[cell]) for cell in expected)):
        raise AssertionError(f"{name} finds other results")


def _agree(cell: tuple[int, int, int], found: Row, expected: Row) -> bool:
    *counts, score, total, rank = found
    *right, right_score, right_total, right_rank = expected
    ranked = cell[0] != 0 or rank == right_rank  # channels are not ranked
    close = math.isclose(score, right_score) and math.isclose(total, right_total)
    return counts == right and ranked and close
