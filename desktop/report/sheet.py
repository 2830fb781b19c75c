"""A sheet of the workbook: columns, lines, and the formulas that recompute what stands in them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from decimal import Decimal
from fractions import Fraction

from openpyxl.utils import get_column_letter

_FIRST = 2
"""The row of the first line, below the headings."""
LONGEST_FORMULA = 8000
"""Excel takes 8,192 signs."""


@dataclass(frozen=True, slots=True)
class Formula:
    """`text` has no equals sign, and # where the number of its row belongs.

    `value` is what it comes to, for programs that show a workbook and do not calculate.
    """

    text: str
    value: float


@dataclass(frozen=True, slots=True)
class Link:
    """Text that leads to another sheet."""

    sheet: str


Value = str | int | float | Decimal | Fraction | Formula | Link | None
"""Text, a count, a score with the decimals to show, a share shown as a percentage, a formula."""


@dataclass(frozen=True, slots=True)
class Field:
    """A column. Other sheets' formulas know it by `key`; `thousands` groups digits of a count.

    Figures stand on the right but in a column of `mixed` things.
    """

    key: str
    title: str
    thousands: bool = False
    mixed: bool = False


@dataclass(frozen=True, slots=True)
class Line:
    """`band` shades it, as on paper; `strong` sets it bold."""

    cells: Sequence[Value]
    band: bool = False
    strong: bool = False


@dataclass(frozen=True, slots=True)
class Whole:
    """A check of a whole sheet: one figure, which must be zero."""

    says: str
    formula: Formula


@dataclass(frozen=True, slots=True)
class Sheet:
    """A table below one row of headings.

    The first `keys` columns stay in sight and stand again on every page across. Columns after the
    first `printed` are for the screen alone. The last `totals` lines are no part of the table:
    filters, sorting and other sheets' formulas leave them aside. `checks` says of a column of
    formulas what they compare: each must come to zero.
    """

    title: str
    about: str
    fields: Sequence[Field]
    lines: Sequence[Line]
    keys: int = 1
    totals: int = 0
    filtered: bool = True
    printed: int = 0
    checks: Mapping[str, str] = field(default_factory=dict)
    wholes: Sequence[Whole] = ()

    @property
    def last(self) -> int:
        """The row of the table's last line."""
        return max(_FIRST, len(self.lines) - self.totals + 1)

    @property
    def across(self) -> int:
        """How many columns are printed."""
        return self.printed or len(self.fields)

    def cell(self, key: str) -> str:
        """A column's cell in the formula's own row."""
        return f"{self._letter(key)}#"

    def column(self, key: str) -> str:
        """A column's cells, for formulas of the same sheet."""
        letter = self._letter(key)
        return f"${letter}${_FIRST}:${letter}${self.last}"

    def outside(self, key: str) -> str:
        """A column's cells, for formulas of other sheets."""
        return f"{self._place()}!{self.column(key)}"

    def whole(self, key: str) -> str:
        """The same, lines of totals included."""
        letter = self._letter(key)
        last = max(_FIRST, len(self.lines) + 1)
        return f"{self._place()}!${letter}${_FIRST}:${letter}${last}"

    def single(self, key: str, line: int) -> str:
        """One cell, by the index of its line, for defined names."""
        return f"{self._place()}!${self._letter(key)}${line + _FIRST}"

    def beside(self, fields: Sequence[Field], cells: Sequence[Sequence[Value]]) -> "Sheet":
        """With more columns, which are not printed: cells for every line but totals."""
        empty = [[None] * len(fields)] * self.totals
        lines = [
            replace(line, cells=[*line.cells, *more])
            for line, more in zip(self.lines, [*cells, *empty], strict=True)
        ]
        return replace(self, fields=[*self.fields, *fields], lines=lines, printed=self.across)

    def with_formulas(
        self, held: Field, text: str, values: Sequence[float | None], says: str = ""
    ) -> "Sheet":
        """With a column of one formula, which is a check if it says something.

        A line whose value is None has none; values end before lines of totals, or with them.
        """
        if len(text) > LONGEST_FORMULA:
            return self
        padded = [*values, *[None] * (len(self.lines) - len(values))]
        cells = [None if value is None else Formula(text, value) for value in padded]
        lines = [
            replace(line, cells=[*line.cells, cell])
            for line, cell in zip(self.lines, cells, strict=True)
        ]
        checks = {**self.checks, held.key: says} if says else self.checks
        fields = [*self.fields, held]
        return replace(self, fields=fields, lines=lines, checks=checks, printed=self.across)

    def values(self, key: str) -> list[float]:
        """What a column's formulas come to."""
        at = self._at(key)
        cells = (line.cells[at] for line in self.lines)
        return [cell.value for cell in cells if isinstance(cell, Formula)]

    def _letter(self, key: str) -> str:
        return get_column_letter(self._at(key) + 1)

    def _at(self, key: str) -> int:
        return [held.key for held in self.fields].index(key)

    def _place(self) -> str:
        quoted = self.title.replace("'", "''")
        return f"'{quoted}'"
