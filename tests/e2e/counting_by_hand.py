"""The count once more, from the marks that were keyed and nothing of the program's own."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

WORTH = {"1": 22, "2": 17, "3": 11}


@dataclass(frozen=True, slots=True)
class Standing:
    """One agency: its rank, its score, and in each dimension how often each mark was found."""

    rank: int
    score: Fraction
    counts: tuple[Counter[str], ...]


def counted(forms: Sequence[str], agencies: int, dimensions: int) -> list[Standing]:
    """Agencies in paper order; those with one score share the better rank."""
    columns = [Counter(form[cell] for form in forms) for cell in range(agencies * dimensions)]
    rows = [tuple(columns[at : at + dimensions]) for at in range(0, len(columns), dimensions)]
    scores = [sum((_mean(column) for column in row), Fraction()) for row in rows]
    return [
        Standing(1 + sum(other > score for other in scores), score, row)
        for score, row in zip(scores, rows, strict=True)
    ]


def _mean(column: Counter[str]) -> Fraction:
    """Points a vote: blank and invalid cells are none."""
    votes = sum(column[mark] for mark in WORTH)
    return Fraction(sum(worth * column[mark] for mark, worth in WORTH.items()), votes)
