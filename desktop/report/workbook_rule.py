"""What of a plan's rule a spreadsheet can recompute to the very same figure, and its names."""

from collections.abc import Iterable
from dataclasses import dataclass
from fractions import Fraction
from functools import cached_property
from itertools import pairwise

from desktop.report.rule_parts import score_range
from desktop.tally.plan import Plan
from desktop.tally.results import Results
from desktop.words import Words

_NOISE = Fraction(2, 10**14)
"""What sums of a spreadsheet's numbers are wrong by, as a share of the greatest: 15 digits."""


@dataclass(frozen=True)
class Rule:
    """Formulas read grade values, weights, scale and cap from the sheet of the plan, by names."""

    results: Results
    words: Words

    @property
    def plan(self) -> Plan:
        return self.results.plan

    @property
    def fine(self) -> int:
        """Decimals to which recomputed scores are rounded, so that ties are ties again."""
        return self.plan.scoring.display.decimals + 4

    @cached_property
    def sharp(self) -> bool:
        """Whether a spreadsheet's digits are enough for these scores."""
        greatest = max(map(abs, score_range(self.plan))) * self.plan.scoring.display.scale
        return greatest * _NOISE < Fraction(1, 10 ** (self.fine + 1))

    @property
    def dimensions_known(self) -> bool:
        return self.sharp and not self.plan.scoring.trim

    @property
    def scores_known(self) -> bool:
        """Whether an agency's score is one formula of all its votes."""
        return self.dimensions_known and self.plan.scoring.channels == "pooled"

    def ranks_known(self, scores: Iterable[Fraction | None]) -> bool:
        """No tie is broken by other figures, and different scores stay different when rounded."""
        if self.plan.scoring.tie_break or not self.dimensions_known:
            return False
        scale, least = self.plan.scoring.display.scale, Fraction(2, 10**self.fine)
        found = sorted({score * scale for score in scores if score is not None})
        return all(high - low > least for low, high in pairwise(found))

    def reasons(self) -> list[str]:
        """What no formula recomputes, and why."""
        words, scoring = self.words, self.plan.scoring
        if not self.sharp:
            return [words("Scores and ranks: too many digits for a spreadsheet.")]
        if scoring.trim:
            return [words("Scores and ranks: the plan leaves out the extreme votes.")]
        found = []
        if not self.scores_known:
            found.append(words("Overall scores and ranks: the plan weights the channels."))
        if scoring.tie_break:
            found.append(words("Ranks: the plan breaks ties by other figures."))
        elif not self.ranks_known(held.score for held in self.results.agencies):
            found.append(words("Ranks: two scores agree in all the digits that are compared."))
        return found

    def value_name(self, number: int) -> str:
        return self.words("Grade_value_{number}").format(number=number)

    def weight_name(self, number: int) -> str:
        return self.words("Dimension_weight_{number}").format(number=number)

    @property
    def scale_name(self) -> str:
        return self.words("Display_scale")

    @property
    def cap_name(self) -> str:
        return self.words("Dimension_cap")
