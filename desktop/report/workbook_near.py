"""Comparing a recomputed figure with a printed one, which is rounded: as formula and as value."""

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction


@dataclass(frozen=True, slots=True)
class Near:
    """Of figures printed with so many decimals; `halves` units of the last one are rounding."""

    decimals: int
    halves: int = 1

    @property
    def slack(self) -> Decimal:
        return Decimal(5 * self.halves).scaleb(-self.decimals - 1)

    def formula(self, *pairs: tuple[str, str]) -> str:
        """What recomputed and printed figures differ by beyond rounding, added up."""
        slack = format(self.slack, "f")
        parts = (f"MAX(0,ABS({found}-{printed})-{slack})" for found, printed in pairs)
        return f"ROUND({'+'.join(parts)},{self.decimals + 2})"

    def value(self, pairs: Iterable[tuple[Fraction | None, Decimal | Fraction | None]]) -> float:
        """What that formula comes to."""
        slack = Fraction(self.slack)
        apart = (
            max(Fraction(0), abs(found - Fraction(printed)) - slack)
            for found, printed in pairs
            if found is not None and printed is not None
        )
        return round(float(sum(apart, Fraction())), self.decimals + 2)
