"""Agency scores, exact: two agencies tie only when they truly tie (RULES.md §2)."""

from collections.abc import Mapping, Sequence
from fractions import Fraction
from math import floor, lcm
from operator import mul

from desktop.tally.counting import AgencyTally
from desktop.tally.marks import MarkCounts
from desktop.tally.plan import Plan


class Scorer:
    """Scores tallies by one plan's conventions; None stands for an undefined score."""

    def __init__(self, plan: Plan) -> None:
        self._plan = plan
        self._rule = plan.scoring
        self._cap, self._trim = plan.scoring.cap, plan.scoring.trim
        # whole multiples of 1/unit add up many times faster than fractions do
        self._unit = lcm(*(grade.value.denominator for grade in plan.grades))
        self._values = [int(grade.value * self._unit) for grade in plan.grades]
        shared = lcm(*(dimension.weight.denominator for dimension in plan.dimensions))
        self._weights = [int(dimension.weight * shared) for dimension in plan.dimensions]
        self._divisor = shared if self._rule.dimensions == "sum" else sum(self._weights)

    def dimension(self, counts: MarkCounts, forms: int) -> Fraction | None:
        """Σ v·n ÷ den, capped if the plan says so; None without a vote."""
        ratio = self._ratio(counts, forms)
        return None if ratio is None else Fraction(*ratio)

    def combined(self, tally: AgencyTally) -> Fraction | None:
        """One tally's dimensions as sum, mean or pooled; None unless every one is defined."""
        if self._rule.dimensions == "pooled":
            return self._pooled(tally)
        above, below = 0, 1
        for weight, counts in zip(self._weights, tally.dimensions, strict=True):
            ratio = self._ratio(counts, tally.forms)
            if ratio is None:
                return None
            earned, among = ratio
            above, below = above * among + weight * earned * below, below * among
        return Fraction(above, below * self._divisor)

    def agency(
        self, code: str, pooled: AgencyTally, channels: Mapping[str, AgencyTally]
    ) -> Fraction | None:
        """An agency's score before bonus and deduction lines."""
        if not self._plan.group_of[code].scored:
            return None
        if self._rule.channels == "pooled":
            return self.combined(pooled)
        return self._weighted(code, channels)

    def adjusted(self, code: str, score: Fraction | None) -> Fraction | None:
        """The score with the plan's bonus and deduction lines for this agency."""
        if score is None:
            return None
        lines = (line.points for line in self._plan.adjustments if line.agency == code)
        return score + sum(lines, Fraction())

    def _ratio(self, counts: MarkCounts, forms: int) -> tuple[int, int] | None:
        """A dimension's score above and below the line; lowest terms, which cost most, can wait."""
        grades = trimmed(counts.grades, self._trim) if self._trim else counts.grades
        votes = sum(grades)
        if not votes:
            return None
        earned = self._earned(grades)
        below = self._unit * self._denominator(counts, votes, forms)
        if self._cap is not None and Fraction(earned, below) > self._cap:
            return self._cap.as_integer_ratio()
        return earned, below

    def _earned(self, grades: Sequence[int]) -> int:
        return sum(map(mul, self._values, grades))

    def _denominator(self, counts: MarkCounts, votes: int, forms: int) -> int:
        match self._rule.denominator:
            case "marks":
                return votes
            case "marks+dont_know":
                return votes + counts.dont_know
            case "forms":
                return forms

    def _pooled(self, tally: AgencyTally) -> Fraction | None:
        if not all(counts.votes for counts in tally.dimensions):
            return None
        earned = sum(self._earned(counts.grades) for counts in tally.dimensions)
        below = sum(self._denominator(c, c.votes, tally.forms) for c in tally.dimensions)
        return Fraction(len(tally.dimensions) * earned, self._unit * below)

    def _weighted(self, code: str, channels: Mapping[str, AgencyTally]) -> Fraction | None:
        total, weights, missing = Fraction(), Fraction(), Fraction()
        for channel in self._plan.channels:
            weight = self._plan.channel_weight(code, channel)
            score = self.combined(channels[channel.code]) if weight else None
            if score is None:
                missing += weight
            else:
                total, weights = total + weight * score, weights + weight
        if not weights or (missing and self._rule.missing_channel == "stop"):
            return None
        return total / (weights + missing if self._rule.missing_channel == "zero" else weights)


def trimmed(grades: tuple[int, ...], share: Fraction) -> tuple[int, ...]:
    """Votes without the best and the worst ⌊share × votes⌋ of them (去掉最高最低)."""
    if not share:
        return grades
    drop = floor(share * sum(grades))
    return tuple(reversed(_without_first(tuple(reversed(_without_first(grades, drop))), drop)))


def _without_first(grades: tuple[int, ...], drop: int) -> tuple[int, ...]:
    left = []
    for count in grades:
        taken = min(count, drop)
        drop -= taken
        left.append(count - taken)
    return tuple(left)


def rate(plan: Plan, tally: AgencyTally) -> Fraction | None:
    """满意率: positive grades ÷ votes, over all dimensions; None without a vote."""
    votes = sum(counts.votes for counts in tally.dimensions)
    good = sum(
        count
        for counts in tally.dimensions
        for grade, count in zip(plan.grades, counts.grades, strict=True)
        if grade.positive
    )
    return Fraction(good, votes) if votes else None
