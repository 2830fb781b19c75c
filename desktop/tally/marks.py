"""Marks of one form: one character a cell in paper order, agencies down, dimensions across.

`1`…`6` are grades. Four states are not grades and stay four (DESIGN.md §3): `0` blank 未填,
`?` don't know 不了解, `x` invalid cell, `-` not applicable.
"""

from dataclasses import dataclass

from desktop.tally.errors import PingyiError
from desktop.tally.plan import Plan

GRADES = "123456"
BLANK = "0"
DONT_KNOW = "?"
INVALID = "x"
NOT_APPLICABLE = "-"


class MarksLengthError(PingyiError):
    message = "A form of this plan has {expected} cells, not {found}: key it again from the paper."


class MarkUnknownError(PingyiError):
    message = (
        'Cell {agency}.{dimension} holds "{mark}", which this plan does not know: key {known}.'
    )


@dataclass(frozen=True, slots=True)
class MarkCounts:
    """What one agency received in one dimension; `grades` counts votes, best grade first."""

    grades: tuple[int, ...]
    blank: int = 0
    dont_know: int = 0
    invalid: int = 0
    not_applicable: int = 0

    @property
    def votes(self) -> int:
        return sum(self.grades)

    def __add__(self, other: "MarkCounts") -> "MarkCounts":
        return MarkCounts(
            tuple(map(int.__add__, self.grades, other.grades)),
            self.blank + other.blank,
            self.dont_know + other.dont_know,
            self.invalid + other.invalid,
            self.not_applicable + other.not_applicable,
        )

    def __sub__(self, other: "MarkCounts") -> "MarkCounts":
        return MarkCounts(
            tuple(map(int.__sub__, self.grades, other.grades)),
            self.blank - other.blank,
            self.dont_know - other.dont_know,
            self.invalid - other.invalid,
            self.not_applicable - other.not_applicable,
        )


def one_grade(marks: str) -> str:
    """The grade of a straight-lined form, blank and not applicable cells aside; else empty."""
    kinds = set(marks) - {BLANK, NOT_APPLICABLE}
    return kinds.pop() if len(kinds) == 1 and kinds <= set(GRADES) else ""


def check_marks(plan: Plan, marks: str) -> None:
    """Raise MarksLengthError or MarkUnknownError unless every cell is one this plan knows."""
    if len(marks) != plan.cells:
        raise MarksLengthError(expected=plan.cells, found=len(marks))
    if unknown := set(marks) - set(plan.mark_codes):
        cell = min(marks.index(mark) for mark in unknown)
        agency, dimension = cell_name(plan, cell)
        known = " ".join(plan.mark_codes)
        raise MarkUnknownError(agency=agency, dimension=dimension, mark=marks[cell], known=known)


def cell_name(plan: Plan, cell: int) -> tuple[str, str]:
    """Agency code and dimension code of a cell, counted from 0 in paper order."""
    row, column = divmod(cell, len(plan.dimensions))
    return plan.agencies[row].code, plan.dimensions[column].code
