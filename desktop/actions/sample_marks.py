"""One made-up form: people's habits, not even noise (the generator of KEYING.md).

Nothing but `Random.random()` is drawn from, and shares come of plain sums, products and
quotients: these give the same marks on every platform and every Python version.
"""

from bisect import bisect
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import accumulate
from random import Random
from typing import Generic, NamedTuple, TypeVar

from desktop.tally.marks import BLANK

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Scenario:
    """How people fill in a form (KEYING.md): rows follow a chain, some forms do not.

    A row keeps the grade of the one before with probability `rho`, else draws from `p`; a cell
    leaves its row with `eps` and draws from `p`. A share `sl` of forms is one grade throughout,
    a share `iid` has independent cells. Blank rows start with `bl_start` and go on with
    `bl_cont`; `bl_cell` leaves single cells blank.
    """

    p: tuple[float, ...]
    rho: float
    eps: float
    sl: float
    iid: float
    bl_start: float
    bl_cont: float
    bl_cell: float


S1 = Scenario((0.70, 0.22, 0.08), 0.3, 0.20, 0.00, 0.25, 0.02, 0.5, 0.005)
S2 = Scenario((0.78, 0.16, 0.06), 0.6, 0.10, 0.15, 0.10, 0.03, 0.6, 0.003)
S3 = Scenario((0.85, 0.12, 0.03), 0.8, 0.05, 0.35, 0.05, 0.03, 0.7, 0.002)


def scenario_marks(random: Random, scenario: Scenario, agencies: int, dimensions: int) -> str:
    """The marks of one form, every agency thought of alike."""
    return _alike(scenario, agencies, dimensions).marks(random)


class Table(Generic[T]):
    """Values with their shares; a point from 0 to below 1 falls on one of them."""

    def __init__(self, values: Sequence[T], shares: Sequence[float]) -> None:
        self._values = values
        self._edges = list(accumulate(shares))[:-1]

    def at(self, point: float) -> T:
        return self._values[bisect(self._edges, point)]


class Opinion(NamedTuple):
    """What people think of one agency: the grade of its row, and of a cell that leaves it."""

    row: Table[str]
    cells: tuple[Table[str], ...]


class FormMaker:
    """Fills in forms by one scenario, with one opinion per agency."""

    def __init__(self, scenario: Scenario, general: Table[str], opinions: list[Opinion]) -> None:
        self._scenario = scenario
        self._general = general
        self._opinions = opinions
        self._width = len(opinions[0].cells)
        self._leaving = _cell_sets(scenario.eps, self._width)
        self._missed = _cell_sets(scenario.bl_cell, self._width)

    def marks(self, random: Random) -> str:
        kind = random.random()
        if kind < self._scenario.sl:
            return self._general.at(random.random()) * (len(self._opinions) * self._width)
        free = kind < self._scenario.sl + self._scenario.iid
        return "".join(self._rows(random, independent=free))

    def _rows(self, random: Random, *, independent: bool) -> Iterator[str]:
        scenario, blank = self._scenario, False
        grade = self._general.at(random.random())
        for opinion in self._opinions:
            if random.random() >= scenario.rho:
                grade = opinion.row.at(random.random())
            blank = random.random() < (scenario.bl_cont if blank else scenario.bl_start)
            if blank:
                yield BLANK * self._width
            else:
                yield self._row(random, grade, opinion, independent=independent)

    def _row(self, random: Random, grade: str, opinion: Opinion, *, independent: bool) -> str:
        leaving = range(self._width) if independent else self._leaving.at(random.random())
        missed = self._missed.at(random.random())
        row = [grade] * self._width
        for cell in leaving:
            row[cell] = opinion.cells[cell].at(random.random())
        for cell in missed:
            row[cell] = BLANK
        return "".join(row)


@cache
def _alike(scenario: Scenario, agencies: int, dimensions: int) -> FormMaker:
    general = grades(scenario.p)
    return FormMaker(scenario, general, [Opinion(general, (general,) * dimensions)] * agencies)


def sunk(shares: Sequence[float], factor: float) -> list[float]:
    """Shares with each grade down weighed `factor` times more than the one above."""
    factors = accumulate([1.0] + [factor] * (len(shares) - 1), lambda a, b: a * b)
    weights = [share * weight for share, weight in zip(shares, factors, strict=True)]
    *_, whole = accumulate(weights)  # sum() rounds otherwise since Python 3.12
    return [weight / whole for weight in weights]


def grades(shares: Sequence[float]) -> Table[str]:
    return Table([str(grade) for grade in range(1, len(shares) + 1)], shares)


def _cell_sets(chance: float, width: int) -> Table[tuple[int, ...]]:
    """Every set of a row's cells, when each is taken with `chance`."""
    sets: list[tuple[int, ...]] = [()]
    shares = [1.0]
    for cell in range(width):
        sets += [(*held, cell) for held in sets]
        shares = [s * (1 - chance) for s in shares] + [s * chance for s in shares]
    return Table(sets, shares)
