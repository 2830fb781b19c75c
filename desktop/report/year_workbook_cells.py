"""What the sheets of the year's workbook share: exact figures, days, flags that formulas check."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from desktop.assess.documents import YearBook
from desktop.report.sheet import Field, Formula, Line, Sheet, Value
from desktop.report.year_parts import Told
from desktop.tally.numbers import number_text
from desktop.words import Words

_LEAST = 2
_FINE = 6
"""Decimals that what formulas recompute is compared in."""


@dataclass(frozen=True, slots=True)
class Drawing:
    """A workbook while its sheets are made."""

    book: YearBook
    words: Words

    @property
    def told(self) -> Told:
        return Told(self.book.year, self.words)

    def nothing(self, columns: int) -> list[Line]:
        """An empty table says that it is."""
        return [Line([self.words("(none)"), *[None] * (columns - 1)])]


def exact(value: Fraction | None) -> Decimal | Formula | None:
    """With two decimals at least; as a formula where its decimals never end."""
    if value is None:
        return None
    text = number_text(value)
    if "/" in text:
        return Formula(text, float(value))
    decimals = len(text.partition(".")[2])
    return Decimal(text).quantize(Decimal(1).scaleb(-max(decimals, _LEAST)))


def day(text: str) -> str | None:
    return text or None


def flag(*, of: bool) -> int:
    """1 or 0: what formulas add up."""
    return int(of)


def fine(text: str) -> str:
    """A formula that comes to nothing where only sums of floating point differ."""
    return f"ROUND({text},{_FINE})"


def with_overdue(drawing: Drawing, sheet: Sheet, condition: str, says: str, count: int) -> Sheet:
    """Checks the column `overdue` by this condition; a sheet that says (none) has no checks."""
    return sheet.with_formulas(
        Field("check_overdue", drawing.words("Check: overdue")),
        f"IF({condition},1,0)-{sheet.cell('overdue')}",
        [0] * count,
        says,
    )


def filled(
    drawing: Drawing, fields: Sequence[Field], rows: Sequence[Sequence[Value]]
) -> list[Line]:
    return [Line(cells) for cells in rows] or drawing.nothing(len(fields))
