"""T32: an agency without votes has no score, is never 0, and stands below the ranking."""

import pytest

from desktop.tally.ranking import competition_ranks
from desktop.tally.results import cut_of
from tests.plans import small_plan, stacked, tallied, votes

LAST = stacked(votes(4), votes(0, 0, 4), "0?x-")


def ranking(denominator="marks", channels="pooled"):
    scoring = {"denominator": denominator, "channels": channels, "missing_channel": "zero"}
    plan = small_plan(3, 1, dont_know=True, scoring=scoring, cut={"top": 1, "bottom": 1})
    return plan, tallied(plan, LAST)


@pytest.mark.parametrize("denominator", ["marks", "marks+dont_know", "forms"])
@pytest.mark.parametrize("channels", ["pooled", "weighted"])
def test_t32_an_agency_without_votes_is_unscored_never_zero(denominator, channels):
    _, results = ranking(denominator, channels)
    last = results[-1]
    assert (last.code, last.score, last.display, last.rate) == ("A3", None, None, None)
    assert (last.rank, last.group_rank, last.votes) == (None, None, 0)
    assert last.few_votes


def test_t32_it_stands_below_the_worst_and_takes_no_place_in_the_cut():
    plan, results = ranking()
    assert [(r.code, r.rank) for r in results] == [("A1", 1), ("A2", 2), ("A3", None)]
    assert cut_of(plan, results) == (("A1",), ("A2",))


def test_t32_one_dimension_without_votes_is_enough():
    plan = small_plan(2, 2)
    results = tallied(plan, stacked(votes(4), votes(0, 0, 4), votes(4), ""))
    assert [(r.code, r.rank, r.votes) for r in results] == [("A1", 1, 8), ("A2", None, 4)]


def test_t32_no_votes_at_all_rank_nobody():
    plan = small_plan(3, 1)
    results = tallied(plan, {})
    assert [r.rank for r in results] == [None] * 3
    assert cut_of(plan, results) == ((), ())
    assert competition_ranks({}) == {}
