"""The count once more, from the marks that were keyed and with nothing of the program's own."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

WORTH = {"1": 22, "2": 17, "3": 11}
POSITIVE = "1"


@dataclass(frozen=True, slots=True)
class Column:
    """How often each mark was found in one dimension of one agency."""

    marks: Counter[str]

    @property
    def votes(self) -> int:
        """Blank and invalid cells are none."""
        return sum(self.marks[mark] for mark in WORTH)

    @property
    def score(self) -> Fraction:
        points = sum(worth * self.marks[mark] for mark, worth in WORTH.items())
        return Fraction(points, self.votes)


@dataclass(frozen=True, slots=True)
class Standing:
    """One agency: its rank, and its dimensions in their order."""

    rank: int
    columns: tuple[Column, ...]

    @property
    def score(self) -> Fraction:
        return _sum(self.columns)

    @property
    def votes(self) -> int:
        return sum(held.votes for held in self.columns)

    @property
    def rate(self) -> Fraction:
        """The satisfied among the votes."""
        return Fraction(sum(held.marks[POSITIVE] for held in self.columns), self.votes)


def counted(forms: Sequence[str], agencies: int) -> list[Standing]:
    """Agencies in paper order; those with one score share the better rank."""
    cells = [Column(Counter(marks)) for marks in zip(*forms, strict=True)]
    wide = len(cells) // agencies
    rows = [tuple(cells[at : at + wide]) for at in range(0, len(cells), wide)]
    scores = [_sum(row) for row in rows]
    ranks = [1 + sum(other > score for other in scores) for score in scores]
    return [Standing(rank, row) for rank, row in zip(ranks, rows, strict=True)]


def written(value: Fraction, decimals: int) -> str:
    """As papers write it: rounded half up."""
    whole = str(int(value * 10**decimals + Fraction(1, 2))).rjust(decimals + 1, "0")
    return f"{whole[:-decimals]}.{whole[-decimals:]}"


def _sum(columns: Sequence[Column]) -> Fraction:
    return sum((held.score for held in columns), Fraction())
