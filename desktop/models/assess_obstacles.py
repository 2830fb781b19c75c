"""What stands against the year's seal, unit by unit, and how much of it there is of each kind."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from desktop.models.assess_year import NUMBER, AssessYear
from desktop.tally.errors import Problem


@dataclass(frozen=True, slots=True)
class Obstacle:
    """`line` is the entry it concerns, by its id, and `unit` a code; empty where it has none."""

    problem: Problem
    line: str = ""
    unit: str = ""

    @property
    def is_open(self) -> bool:
        """Neither counted nor withdrawn: such a problem names the state alone."""
        return self.problem.fields.keys() == {"state"}

    @property
    def is_later(self) -> bool:
        """Its state begins after the day of the seal: such a problem names that day."""
        return self.problem.fields.keys() == {"state", "on"}


@dataclass(frozen=True, slots=True)
class ObstacleCount:
    """How many there are of each kind."""

    open: int
    later: int
    others: int


def obstacles_of(
    problems: Iterable[Problem], year: AssessYear, units: Iterable[str]
) -> list[Obstacle]:
    """What concerns no entry first, then unit by unit in the order of `units`, by day."""
    by_number = {held[:NUMBER]: held for held in year.lines}
    order = {unit: at for at, unit in enumerate(units)}
    found = []
    for problem in problems:
        line = by_number.get(problem.place, "")
        unit = year.lines[line].value.unit if line else problem.place
        found.append(Obstacle(problem, line, unit if unit in order else ""))

    def place(held: Obstacle) -> tuple[bool, int, str]:
        day = year.lines[held.line].value.date if held.line else ""
        return bool(held.line), order.get(held.unit, -1), day

    return sorted(found, key=place)


def counted(found: Sequence[Obstacle]) -> ObstacleCount:
    later = sum(held.is_later for held in found)
    is_open = sum(held.is_open for held in found)
    return ObstacleCount(is_open, later, len(found) - later - is_open)
