from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.tally.plan import Cut
from desktop.tally.ranking import competition_ranks, cut_off, group_ranks
from tests.plans import small_plan, stacked, tallied, votes

scores = st.lists(st.integers(0, 6), max_size=12)


def strengths(*values):
    return {f"A{n}": (Fraction(value),) for n, value in enumerate(values, 1)}


@pytest.mark.parametrize(
    ("values", "ranks"),
    [((9, 7, 7, 5), [1, 2, 2, 4]), ((1, 1, 1), [1, 1, 1]), ((1, 2, 3), [3, 2, 1]), ((), [])],
)
def test_ties_share_a_rank_and_the_next_ranks_are_left_out(values, ranks):
    assert competition_ranks(strengths(*values)) == dict(
        zip(strengths(*values), ranks, strict=True)
    )


@given(scores)
def test_a_rank_is_one_more_than_those_above(values):
    ranks = competition_ranks(strengths(*values))
    for code, held in strengths(*values).items():
        assert ranks[code] == 1 + sum(value > held[0] for value in values)


def test_each_group_ranks_from_one():
    groups = [{"code": "G1", "name": "甲"}, {"code": "G2", "name": "乙"}]
    agencies = [
        {"code": f"A{n}", "name": f"单位{n}", "group": f"G{2 - n % 2}"} for n in range(1, 6)
    ]
    plan = small_plan(agencies, groups=groups)
    assert group_ranks(plan, strengths(5, 4, 5, 3, 2)) == {
        "A1": 1,
        "A3": 1,
        "A5": 3,
        "A2": 1,
        "A4": 2,
    }


@given(scores, st.integers(0, 6), st.integers(0, 6))
def test_the_cut_lists_at_least_as_many_as_asked_and_ties_whole(values, top, bottom):
    ranks = competition_ranks(strengths(*values))
    best, last = cut_off(Cut(top, bottom), ranks)
    assert len(best) >= min(top, len(values))
    assert len(last) >= min(bottom, len(values))
    for listed in (best, last):
        assert {ranks[c] for c in listed}.isdisjoint(ranks[c] for c in ranks if c not in listed)
    # one listed agency too many would mean the rank before filled the cut already
    assert all(sum(rank < ranks[c] for rank in ranks.values()) < top for c in best)
    assert all(sum(rank > ranks[c] for rank in ranks.values()) < bottom for c in last)


def test_the_cut_is_listed_by_rank_then_code():
    ranks = {"A4": 1, "A3": 2, "A2": 2, "A1": 4}
    assert cut_off(Cut(3, 1), ranks) == (("A4", "A2", "A3"), ("A1",))
    assert cut_off(Cut(0, 0), ranks) == ((), ())


def ranked(tie_break, *cells):
    plan = small_plan(len(cells), 1, scoring={"tie_break": tie_break})
    return {r.code: r.rank for r in tallied(plan, stacked(*cells))}


# 6·22 + 5·11 = 11·17: a mix of best and worst ties exactly with 基本满意 throughout
MIXED, MIDDLE = votes(6, 0, 5), votes(0, 11, 0)


def test_equal_scores_tie_without_a_rule():
    assert ranked([], MIXED, MIDDLE) == {"A1": 1, "A2": 1}


@pytest.mark.parametrize(
    ("tie_break", "ranks"),
    [
        (["top_grade"], {"A1": 1, "A2": 2}),
        (["positive"], {"A1": 2, "A2": 1}),
        (["bottom_grade"], {"A1": 2, "A2": 1}),
        (["top_grade", "positive"], {"A1": 1, "A2": 2}),
        (["bottom_grade", "top_grade"], {"A1": 2, "A2": 1}),
    ],
)
def test_each_tie_breaker_in_its_place(tie_break, ranks):
    assert ranked(tie_break, MIXED, MIDDLE) == ranks


def test_a_tie_breaker_never_outranks_a_score():
    assert ranked(["top_grade"], votes(6, 0, 6), MIDDLE) == {"A1": 2, "A2": 1}


def test_rates_break_ties_by_share_and_bottom_grades_by_number():
    double = votes(12, 0, 10)
    assert ranked(["top_grade"], double, MIXED) == {"A1": 1, "A2": 1}
    assert ranked(["positive"], double, MIXED) == {"A1": 1, "A2": 1}
    assert ranked(["bottom_grade"], double, MIXED) == {"A1": 2, "A2": 1}


def test_what_no_tie_breaker_parts_stays_a_tie():
    every = ["top_grade", "positive", "bottom_grade"]
    assert ranked(every, MIXED, MIXED[::-1], MIDDLE) == {"A1": 1, "A2": 1, "A3": 3}
