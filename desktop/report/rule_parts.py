"""Parts of the rule's sentences: the formula, weights, the range a score can take."""

from fractions import Fraction

from desktop.report.legend import Legend
from desktop.tally.numbers import number_text
from desktop.tally.plan import Group, Plan, TieBreak
from desktop.words import Words


def formula(plan: Plan, words: Words, *, legend: Legend | None = None) -> str:
    """`（22×满意＋17×基本满意＋11×不满意）÷该项得票数`; a legend shortens long names."""
    terms = words(" + ").join(
        f"{number_text(grade.value)}×{legend.grade(grade) if legend else grade.name}"
        for grade in plan.grades
    )
    return words("({terms}) ÷ {denominator}").format(
        terms=terms, denominator=denominator(plan, words)
    )


def denominator(plan: Plan, words: Words) -> str:
    match plan.scoring.denominator:
        case "marks":
            return words("votes of the dimension")
        case "marks+dont_know":
            return words("votes and don't-knows of the dimension")
        case _:
            return words("valid forms counted")


def dimension_names(plan: Plan, words: Words) -> tuple[str, bool]:
    """The dimensions, with their weights where these differ from 1."""
    weighted = any(dimension.weight != 1 for dimension in plan.dimensions)
    names = (
        f"{dimension.name}×{number_text(dimension.weight)}" if weighted else dimension.name
        for dimension in plan.dimensions
    )
    return words(", ").join(names), weighted


def channel_weights(plan: Plan, group: Group | None, words: Words) -> str:
    """The channels with their weights: the plan's, or a group's own."""
    weights = group.weights if group else None
    return words(", ").join(
        f"{channel.name} "
        + number_text(channel.weight if weights is None else weights.get(channel.code, Fraction(0)))
        for channel in plan.channels
    )


def tie_breaker(plan: Plan, name: TieBreak, words: Words) -> str:
    match name:
        case "top_grade":
            return words("the greater share of {grade}").format(grade=plan.grades[0].name)
        case "positive":
            return words("the higher satisfaction rate")
        case _:
            return words("fewer votes for {grade}").format(grade=plan.grades[-1].name)


def cut_text(plan: Plan, words: Words) -> str:
    """`top 5 and bottom 5`; what the plan does not cut is left out."""
    found = [words("top {count}").format(count=plan.cut.top)] if plan.cut.top else []
    if plan.cut.bottom:
        found.append(words("bottom {count}").format(count=plan.cut.bottom))
    return words(" and ").join(found)


def percent(share: Fraction) -> str:
    return number_text(100 * share)


def score_range(plan: Plan) -> tuple[Fraction, Fraction]:
    """The least and the greatest score before bonus and deduction lines and scaling.

    With don't-knows or forms in the denominator a score can come as near to 0 as one likes;
    a missing channel that counts as 0 can make it 0.
    """
    rule = plan.scoring
    low, high = plan.grades[-1].value, plan.grades[0].value
    if rule.denominator != "marks":
        low, high = min(low, Fraction(0)), max(high, Fraction(0))
    if rule.cap is not None:
        low, high = min(low, rule.cap), min(high, rule.cap)
    times = _times(plan)
    low, high = low * times, high * times
    if rule.channels == "weighted" and rule.missing_channel == "zero":
        low, high = min(low, Fraction(0)), max(high, Fraction(0))
    return low, high


def _times(plan: Plan) -> Fraction:
    match plan.scoring.dimensions:
        case "sum":
            return sum((dimension.weight for dimension in plan.dimensions), Fraction())
        case "mean":
            return Fraction(1)
        case _:
            return Fraction(len(plan.dimensions))
