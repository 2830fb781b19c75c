"""T33: a tie at the edge of the top or the bottom five is shown whole, by the written rule."""

import pytest

from desktop.tally.results import cut_of
from tests.plans import small_plan, stacked, tallied, votes

FORMS = 40


def cut(*best_votes, tie_break=()):
    """Top and bottom five of agencies with so many 满意 votes of 40, the others 不满意."""
    cells = [votes(good, 0, FORMS - good) for good in best_votes]
    plan = small_plan(len(cells), 1, scoring={"tie_break": list(tie_break)})
    results = tallied(plan, stacked(*cells))
    return cut_of(plan, results), {r.code: r.rank for r in results}


def test_t33_without_a_tie_five_and_five():
    (top, bottom), _ = cut(*range(12, 0, -1))
    assert top == ("A1", "A2", "A3", "A4", "A5")
    assert bottom == ("A8", "A9", "A10", "A11", "A12")


def test_t33_a_tie_at_5_and_6_lists_both():
    (top, _), ranks = cut(20, 19, 18, 17, 15, 15, 14, 5, 4, 3, 2, 1)
    assert top == ("A1", "A2", "A3", "A4", "A5", "A6")
    assert (ranks["A5"], ranks["A6"], ranks["A7"]) == (5, 5, 7)


def test_t33_a_tie_at_4_and_5_lists_no_sixth():
    (top, _), ranks = cut(20, 19, 18, 16, 16, 15, 14, 5, 4, 3, 2, 1)
    assert top == ("A1", "A2", "A3", "A4", "A5")
    assert (ranks["A4"], ranks["A5"], ranks["A6"]) == (4, 4, 6)


def test_t33_a_tie_at_the_edge_of_the_bottom_five_lists_both():
    (_, bottom), ranks = cut(20, 19, 18, 17, 16, 15, 6, 6, 4, 3, 2, 1)
    assert bottom == ("A7", "A8", "A9", "A10", "A11", "A12")
    assert (ranks["A7"], ranks["A8"]) == (7, 7)


def test_t33_a_tie_within_the_bottom_five_lists_no_sixth():
    (_, bottom), ranks = cut(20, 19, 18, 17, 16, 15, 6, 5, 5, 5, 2, 2)
    assert set(bottom) == {"A8", "A9", "A10", "A11", "A12"}
    assert (ranks["A8"], ranks["A11"], ranks["A12"]) == (8, 11, 11)


def test_t33_twelve_equal_agencies_are_all_listed_at_both_ends():
    (top, bottom), ranks = cut(*[20] * 12)
    assert set(top) == set(bottom) == set(ranks)
    assert set(ranks.values()) == {1}


@pytest.mark.parametrize(
    ("tie_break", "top"), [((), 6), (("top_grade",), 5), (("positive",), 5), (("bottom_grade",), 5)]
)
def test_t33_the_plans_tie_break_parts_the_tie(tie_break, top):
    # 6·22 + 5·11 = 11·17: equal scores by different votes
    cells = [votes(11 - n, n) for n in range(4)] + [votes(6, 0, 5), votes(0, 11)]
    plan = small_plan(6, 1, scoring={"tie_break": list(tie_break)}, cut={"top": 5, "bottom": 0})
    assert len(cut_of(plan, tallied(plan, stacked(*cells)))[0]) == top
