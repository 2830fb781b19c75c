"""What other options would make of the same marks: set beside the result, never in its place."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction
from typing import Any

from desktop.tally.counting import MarkCounter, Source, Totals, channel_tallies
from desktop.tally.errors import Problem
from desktop.tally.plan import Cut, Plan, Scoring
from desktop.tally.plan_checks import check_plan
from desktop.tally.rescoring import Tallies
from desktop.tally.results import AgencyResult, agency_results, cut_of

_TRIM = Fraction(5, 100)
"""What is trimmed at either end where nothing is: a usual share."""


@dataclass(frozen=True, slots=True)
class Alternative:
    """Options that might have stood in the plan."""

    scoring: Scoring
    cut: Cut
    weights: Mapping[str, Fraction] | None = None
    """By channel, for every group; None leaves the plan's weights, the groups' own included."""


@dataclass(frozen=True, slots=True)
class CountedMarks:
    """A survey's tallies, counted once for every alternative."""

    plan: Plan
    whole: Tallies
    without_own: Tallies | None
    """As `exclude_self` has them; None where no batch names an agency as its origin."""


@dataclass(frozen=True, slots=True)
class Ranking:
    """What one set of options makes of the marks."""

    agencies: Mapping[str, AgencyResult]
    top: tuple[str, ...]
    bottom: tuple[str, ...]

    def rank_of(self, code: str) -> int | None:
        return self.agencies[code].rank


@dataclass(frozen=True, slots=True)
class Outcome:
    """An alternative's ranking beside the plan's own."""

    alternative: Alternative
    ranking: Ranking
    moved: tuple[str, ...]
    """Agencies whose rank is another, by their rank in the plan's ranking."""
    into_top: tuple[str, ...]
    out_of_top: tuple[str, ...]
    into_bottom: tuple[str, ...]
    out_of_bottom: tuple[str, ...]


def counted_marks(
    plan: Plan, counters: Mapping[Source, MarkCounter], totals: Sequence[Totals]
) -> CountedMarks:
    """Tallies from counters that keep origins apart, whatever the plan says of own forms."""
    codes = {agency.code for agency in plan.agencies}
    named = any(origin in codes for _, origin in counters)
    return CountedMarks(
        plan,
        channel_tallies(_with_own(plan, exclude=False), counters, totals),
        channel_tallies(_with_own(plan, exclude=True), counters, totals) if named else None,
    )


def changed_plan(plan: Plan, alternative: Alternative) -> Plan:
    """The plan with these options; it is not checked, and nothing records it."""
    changes: dict[str, Any] = {"scoring": alternative.scoring, "cut": alternative.cut}
    if (weights := alternative.weights) is not None:
        changes["groups"] = tuple(replace(group, weights=None) for group in plan.groups)
        changes["channels"] = tuple(
            replace(channel, weight=weights.get(channel.code, Fraction()))
            for channel in plan.channels
        )
    return replace(plan, **changes)


def clashes(plan: Plan, alternative: Alternative) -> list[Problem]:
    """Why these options do not go together; none where a plan might have them."""
    return check_plan(changed_plan(plan, alternative))


def plans_own(plan: Plan) -> Alternative:
    """The options of the plan itself."""
    return Alternative(plan.scoring, plan.cut)


def usual_alternatives(marks: CountedMarks) -> list[Alternative]:
    """Each option that offices quarrel about, changed by itself, where that changes anything."""
    plan, own = marks.plan, plans_own(marks.plan)
    found = [replace(own, scoring=replace(plan.scoring, **change)) for change in _changes(marks)]
    return [held for held in found if not clashes(plan, held)]


def ranked(marks: CountedMarks, alternative: Alternative) -> Ranking:
    """Score and rank everything by these options."""
    plan = changed_plan(marks.plan, alternative)
    without = alternative.scoring.exclude_self and marks.without_own
    agencies = agency_results(plan, without or marks.whole)
    return Ranking({held.code: held for held in agencies}, *cut_of(plan, agencies))


def outcomes(marks: CountedMarks, alternatives: Iterable[Alternative]) -> Iterator[Outcome]:
    """Every alternative beside the plan's own ranking."""
    real = ranked(marks, plans_own(marks.plan))
    for alternative in alternatives:
        yield _beside(real, alternative, ranked(marks, alternative))


def _beside(real: Ranking, alternative: Alternative, other: Ranking) -> Outcome:
    return Outcome(
        alternative,
        other,
        tuple(code for code, held in real.agencies.items() if held.rank != other.rank_of(code)),
        _without(other.top, real.top),
        _without(real.top, other.top),
        _without(other.bottom, real.bottom),
        _without(real.bottom, other.bottom),
    )


def _without(codes: Sequence[str], others: Sequence[str]) -> tuple[str, ...]:
    return tuple(code for code in codes if code not in others)


def _with_own(plan: Plan, *, exclude: bool) -> Plan:
    return replace(plan, scoring=replace(plan.scoring, exclude_self=exclude))


def _changes(marks: CountedMarks) -> Iterator[dict[str, Any]]:
    """A sum and a mean of the same dimensions rank alike, so neither is offered for the other."""
    plan, rule = marks.plan, marks.plan.scoring
    for denominator in ("marks", "marks+dont_know", "forms"):
        if denominator != rule.denominator and (plan.dont_know or "dont_know" not in denominator):
            yield {"denominator": denominator}
    yield {"dimensions": "sum" if rule.dimensions == "pooled" else "pooled"}
    if len(plan.channels) > 1:
        yield {"channels": "weighted" if rule.channels == "pooled" else "pooled"}
    points = {dimension.points for dimension in plan.dimensions}
    if rule.cap is not None or len(points) == 1:
        yield {"cap": None if rule.cap is not None else Fraction(points.pop())}
    yield {"trim": Fraction() if rule.trim else _TRIM}
    if marks.without_own is not None:
        yield {"exclude_self": not rule.exclude_self}
