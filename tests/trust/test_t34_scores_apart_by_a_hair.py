"""T34: scores that differ in the 12th decimal rank apart; what is printed plays no part."""

from fractions import Fraction

import pytest

from desktop.tally.counting import Totals, TotalsRow
from desktop.tally.marks import MarkCounts
from tests.plans import small_plan, tallied


def two(plan, forms, totals=()):
    return {r.code: r for r in tallied(plan, forms, totals)}


def one_good_vote_of(agency, count):
    return TotalsRow(agency, "D1", MarkCounts((1, count - 1, 0)))


@pytest.mark.parametrize("count", [2_236_067, 10**9])
def test_t34_one_vote_among_millions_decides(count):
    """17 + 5/n against 17 + 5/(n+1): about 10⁻¹² apart, then less than a float can hold."""
    rows = (one_good_vote_of("A1", count + 1), one_good_vote_of("A2", count))
    results = two(small_plan(2, 1), {}, [Totals("C1", "城调队", rows)])
    gap = results["A2"].score - results["A1"].score
    assert gap == Fraction(5, count * (count + 1))
    assert gap < Fraction(2, 10**12)
    assert (results["A2"].rank, results["A1"].rank) == (1, 2)
    assert results["A2"].display == results["A1"].display


@pytest.mark.parametrize(("points", "ranks"), [("0.000000000001", (1, 2)), ("0", (1, 1))])
def test_t34_a_bonus_in_the_12th_decimal_ranks_apart(points, ranks):
    lines = [{"agency": "A1", "points": points, "reason": "加分"}]
    results = two(small_plan(2, 1, adjustments=lines), ["11"])
    assert (results["A1"].rank, results["A2"].rank) == ranks
    assert results["A1"].display == results["A2"].display


@pytest.mark.parametrize("scale", ["1", "10/11", "1/1000000"])
@pytest.mark.parametrize("decimals", [0, 10])
def test_t34_no_scale_and_no_rounding_makes_a_tie(scale, decimals):
    dimensions = [
        {"code": "D1", "name": "作风", "points": 20},
        {"code": "D2", "name": "效能", "points": 20, "weight": "0.000000000001"},
    ]
    scoring = {"display": {"scale": scale, "decimals": decimals}}
    results = two(small_plan(2, dimensions, scoring=scoring), ["1211"])
    assert (results["A2"].rank, results["A1"].rank) == (1, 2)


def test_t34_scores_equal_by_different_votes_still_tie():
    rows = (
        TotalsRow("A1", "D1", MarkCounts((6 * 10**9, 0, 5 * 10**9))),
        TotalsRow("A2", "D1", MarkCounts((0, 11, 0))),
    )
    results = two(small_plan(2, 1), {}, [Totals("C1", "城调队", rows)])
    assert (results["A1"].rank, results["A2"].rank) == (1, 1)
