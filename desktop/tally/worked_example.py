"""What a plan's rule gives for one agency's counts, and what each of its options changes.

With three grades the counts are those of RULES.md §2, so that anybody can compare; with others
they are small and follow a pattern that is stated in `_SHARES`.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction
from math import floor
from typing import Any

from desktop.tally.counting import AgencyTally, pooled
from desktop.tally.errors import Problem
from desktop.tally.marks import MarkCounts
from desktop.tally.plan import Agency, Group, Plan, Scoring
from desktop.tally.plan_checks import check_plan
from desktop.tally.scoring import Scorer

_RULES = (
    (6213, 3580, 702),
    (5804, 3702, 890),
    (5120, 4011, 1296),
    (4890, 4233, 1305),
    (5355, 3899, 1001),
)
_RULES_FORMS = 10834
_FORMS = 1000
_SHARES: Mapping[int, tuple[int, ...]] = {
    2: (700, 250),
    4: (420, 330, 150, 60),
    5: (300, 330, 200, 90, 40),
    6: (200, 300, 220, 130, 70, 40),
}
"""Votes of the first dimension among 1,000 forms; each further one moves ten from the best grade
to the last."""
_MOVED = 10
_KINDER = Fraction(3, 5)
"""What share of the best grade's votes comes by the first channel; of the last grade's the rest."""
_TRIM = Fraction(1, 20)
_FULL_MARK = 100


@dataclass(frozen=True, slots=True)
class Choice:
    """The rule with one option chosen otherwise; `value` is a word of the plan or a number.

    `score` is as printed, scaled; None where the rule cannot be so, for the reason in `problem`.
    `change` is against the plan's own rule.
    """

    option: str
    value: str | Fraction | None
    rule: Scoring
    score: Fraction | None
    change: Fraction | None
    is_chosen: bool
    is_default: bool
    problem: Problem | None = None


@dataclass(frozen=True, slots=True)
class WorkedExample:
    """One agency's counts under one plan's rule; scores are as printed, scaled."""

    forms: int
    counts: tuple[MarkCounts, ...]
    """Of all channels together, a dimension each."""
    dimensions: tuple[Fraction | None, ...]
    channels: tuple[Fraction | None, ...]
    """What each channel's forms give by themselves."""
    score: Fraction | None
    default: Fraction | None
    """What the rule of RULES.md §2 gives: votes, summed, pooled, neither capped nor scaled."""
    choices: tuple[Choice, ...]

    @property
    def change(self) -> Fraction | None:
        """The plan's rule against the default."""
        return _difference(self.score, self.default)


def worked_example(plan: Plan) -> WorkedExample:
    """The example for a plan that is sound; its agencies and their bonus lines play no part."""
    example = _Example(plan)
    scorer = Scorer(example.plan)
    return WorkedExample(
        example.whole.forms,
        example.whole.dimensions,
        tuple(scorer.dimension(held, example.whole.forms) for held in example.whole.dimensions),
        tuple(scorer.combined(tally) for tally in example.channels.values()),
        example.score(plan.scoring),
        example.score(usual_scoring(plan)),
        tuple(example.choices()),
    )


class _Example:
    """One agency and what it received by each channel of a plan."""

    def __init__(self, plan: Plan) -> None:
        group = Group("G", "G")
        self.plan = replace(
            plan,
            groups=(group,),
            agencies=(Agency("A", "A", group.code),),
            adjustments=(),
            vetoes=(),
            pages=(),
        )
        tallies = _tallies(plan)
        self.whole = pooled([[held] for held in tallies])[0]
        codes = [channel.code for channel in plan.channels]
        self.channels = dict(zip(codes, tallies, strict=True))

    def score(self, rule: Scoring) -> Fraction | None:
        """As printed."""
        found = Scorer(self._under(rule)).agency("A", self.whole, self.channels)
        return None if found is None else found * rule.display.scale

    def choices(self) -> Iterator[Choice]:
        for option, values in _options(self.plan).items():
            for value in values:
                yield self._choice(option, value)

    def _choice(self, option: str, value: Any) -> Choice:
        rule = _chosen(self.plan.scoring, option, value)
        problem = self._problem(rule)
        score = None if problem else self.score(rule)
        return Choice(
            option,
            value,
            rule,
            score,
            _difference(score, self.score(self.plan.scoring)),
            rule == self.plan.scoring,
            _chosen(self.plan.scoring, option, _value(usual_scoring(self.plan), option)) == rule,
            problem,
        )

    def _problem(self, rule: Scoring) -> Problem | None:
        """Why the plan's other options do not go with this one."""
        found = check_plan(self._under(rule))
        return next((held for held in found if held.place.startswith("scoring")), None)

    def _under(self, rule: Scoring) -> Plan:
        return replace(self.plan, scoring=rule)


def usual_scoring(plan: Plan) -> Scoring:
    """The rule of RULES.md §2; decimals are the plan's, for they change nothing."""
    display = replace(Scoring().display, decimals=plan.scoring.display.decimals)
    return Scoring(display=display)


def _options(plan: Plan) -> dict[str, list[Any]]:
    """Every option with the values worth showing: its own, the default, and the usual others."""
    rule = plan.scoring
    points = min(Fraction(dimension.points) for dimension in plan.dimensions)
    caps = [points] if 0 < points < plan.grades[0].value else []
    scale = Fraction(_FULL_MARK) / _full_mark(plan) if _full_mark(plan) > 0 else Fraction(1)
    wished: dict[str, list[Any]] = {
        "denominator": ["marks", "marks+dont_know", "forms"],
        "dimensions": ["sum", "mean", "pooled"],
        "channels": ["pooled", "weighted"],
        "cap": [None, *caps, rule.cap],
        "trim": [Fraction(0), _TRIM, rule.trim],
        "scale": [Fraction(1), scale, rule.display.scale],
    }
    if not plan.dont_know and rule.denominator != "marks+dont_know":
        wished["denominator"].remove("marks+dont_know")
    if len(plan.channels) == 1 and rule.channels == "pooled":
        del wished["channels"]
    if not caps and rule.cap is None:
        del wished["cap"]
    return {option: list(dict.fromkeys(values)) for option, values in wished.items()}


def _full_mark(plan: Plan) -> Fraction:
    """The best score there is, by the way the plan combines dimensions."""
    best, rule = plan.grades[0].value, plan.scoring
    best = best if rule.cap is None else min(best, rule.cap)
    match rule.dimensions:
        case "sum":
            return best * sum((dimension.weight for dimension in plan.dimensions), Fraction())
        case "mean":
            return best
        case "pooled":
            return best * len(plan.dimensions)


def _value(rule: Scoring, option: str) -> Any:
    return rule.display.scale if option == "scale" else getattr(rule, option)


def _chosen(rule: Scoring, option: str, value: Any) -> Scoring:
    if option == "scale":
        return replace(rule, display=replace(rule.display, scale=value))
    return replace(rule, **{option: value})


def _tallies(plan: Plan) -> list[AgencyTally]:
    """What came by each channel; the first is kinder than the others, as colleagues are."""
    forms = _RULES_FORMS if len(plan.grades) == len(_RULES[0]) else _FORMS
    votes = [_votes(len(plan.grades), at) for at in range(len(plan.dimensions))]
    count = len(plan.channels)
    return [
        AgencyTally(
            _part(forms, at, count, Fraction(1, 2)),
            tuple(_counts(plan, forms, held, at, count) for held in votes),
        )
        for at in range(count)
    ]


def _votes(grades: int, dimension: int) -> tuple[int, ...]:
    if grades == len(_RULES[0]):
        return _RULES[dimension % len(_RULES)]
    best, *between, last = _SHARES[grades]
    return best - _MOVED * dimension, *between, last + _MOVED * dimension


def _counts(plan: Plan, forms: int, votes: Sequence[int], at: int, count: int) -> MarkCounts:
    """One channel's part of a dimension; of what is no vote half is don't know, where it may be."""
    last = len(votes) - 1
    leaning = [_KINDER + (1 - 2 * _KINDER) * Fraction(grade, last) for grade in range(len(votes))]
    grades = tuple(_part(n, at, count, lean) for n, lean in zip(votes, leaning, strict=True))
    empty = _part(forms - sum(votes), at, count, Fraction(1, 2))
    unknown = empty // 2 if plan.dont_know else 0
    return MarkCounts(grades, empty - unknown, unknown)


def _part(whole: int, at: int, count: int, first: Fraction) -> int:
    """The share of channel `at`: the first channel's, or an equal part of the rest, to the last."""
    if count == 1:
        return whole
    head = floor(first * whole)
    each = (whole - head) // (count - 1)
    if at == 0:
        return head
    return each if at < count - 1 else whole - head - each * (count - 2)


def _difference(score: Fraction | None, other: Fraction | None) -> Fraction | None:
    return None if score is None or other is None else score - other
