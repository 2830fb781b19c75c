"""What the formulas of scores come to: counted again from the votes of a sheet, exactly."""

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

from desktop.tally.marks import MarkCounts
from desktop.tally.plan import Plan
from desktop.tally.results import DimensionResult


@dataclass(frozen=True, slots=True)
class Recount:
    """Scores as printed, scale included, but not rounded; None where there is none."""

    plan: Plan

    def dimension(self, counts: MarkCounts, forms: int) -> Fraction | None:
        if not counts.votes:
            return None
        score = Fraction(self._earned(counts)) / self._among(counts, forms)
        cap = self.plan.scoring.cap
        return (score if cap is None else min(cap, score)) * self.plan.scoring.display.scale

    def combined(self, dimensions: Sequence[DimensionResult], forms: int) -> Fraction | None:
        counts = [held.counts for held in dimensions]
        if not all(held.votes for held in counts):
            return None
        if self.plan.scoring.dimensions == "pooled":
            return self._pooled(counts, forms)
        total, weights = Fraction(), Fraction()
        for held, dimension in zip(counts, self.plan.dimensions, strict=True):
            total += dimension.weight * (self.dimension(held, forms) or 0)
            weights += dimension.weight
        return total / weights if self.plan.scoring.dimensions == "mean" else total

    def _pooled(self, counts: Sequence[MarkCounts], forms: int) -> Fraction:
        earned = sum((self._earned(held) for held in counts), Fraction())
        among = sum(self._among(held, forms) for held in counts)
        return len(counts) * earned / among * self.plan.scoring.display.scale

    def _earned(self, counts: MarkCounts) -> Fraction:
        pairs = zip(self.plan.grades, counts.grades, strict=True)
        return sum((grade.value * count for grade, count in pairs), Fraction())

    def _among(self, counts: MarkCounts, forms: int) -> int:
        match self.plan.scoring.denominator:
            case "marks":
                return counts.votes
            case "marks+dont_know":
                return counts.votes + counts.dont_know
            case _:
                return forms
