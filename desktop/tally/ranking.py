"""Ranks before rounding: 1, 2, 2, 4, true ties unless the plan lists tie-breakers."""

from collections.abc import Iterable, Mapping
from fractions import Fraction

from desktop.tally.counting import AgencyTally
from desktop.tally.plan import Cut, Plan

Strength = tuple[Fraction, ...]
"""What ranks an agency: its score, then the tie-breakers; greater is better."""


def strength(plan: Plan, score: Fraction, tally: AgencyTally) -> Strength:
    """The score and, in the plan's order, whatever breaks a tie."""
    return (score, *(_tie_breaker(plan, name, tally) for name in plan.scoring.tie_break))


def competition_ranks(strengths: Mapping[str, Strength]) -> dict[str, int]:
    """1 + how many are stronger, for every agency."""
    ranks: dict[str, int] = {}
    before: tuple[Strength, int] | None = None
    for place, code in enumerate(sorted(strengths, key=lambda c: strengths[c], reverse=True), 1):
        tied = before is not None and before[0] == strengths[code]
        ranks[code] = before[1] if before is not None and tied else place
        before = (strengths[code], ranks[code])
    return ranks


def group_ranks(plan: Plan, strengths: Mapping[str, Strength]) -> dict[str, int]:
    """Ranks among the agencies of the same group."""
    ranks: dict[str, int] = {}
    for group in plan.groups:
        members = {
            code: held for code, held in strengths.items() if plan.group_of[code].code == group.code
        }
        ranks.update(competition_ranks(members))
    return ranks


def cut_off(cut: Cut, ranks: Mapping[str, int]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The commended and the last, by rank then code; a tie at the edge is listed whole."""
    order = sorted(ranks, key=lambda code: (ranks[code], code))
    top = tuple(code for code in order if ranks[code] <= cut.top)
    bottom = tuple(code for code in order if _worse(ranks, code) < cut.bottom)
    return top, bottom


def _worse(ranks: Mapping[str, int], code: str) -> int:
    return sum(rank > ranks[code] for rank in ranks.values())


def _tie_breaker(plan: Plan, name: str, tally: AgencyTally) -> Fraction:
    match name:
        case "top_grade":
            return _share(tally, [True] + [False] * (len(plan.grades) - 1))
        case "positive":
            return _share(tally, [grade.positive for grade in plan.grades])
        case _:
            return Fraction(-sum(counts.grades[-1] for counts in tally.dimensions))


def _share(tally: AgencyTally, wanted: Iterable[bool]) -> Fraction:
    """Votes of the wanted grades ÷ all votes."""
    chosen = list(wanted)
    votes = sum(counts.votes for counts in tally.dimensions)
    good = sum(
        count
        for counts in tally.dimensions
        for count, want in zip(counts.grades, chosen, strict=True)
        if want
    )
    return Fraction(good, votes) if votes else Fraction(0)
