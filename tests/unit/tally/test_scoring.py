"""Every convention of RULES.md §2, from plans and forms to scores."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.tally.scoring import trimmed
from tests.plans import grade_values, only, small_plan, stacked, tallied, votes

WORKED = ((6213, 3580, 702), (5804, 3702, 890), (5120, 4011, 1296), (4890, 4233, 1305))
COUNTS_2005 = (*WORKED, (5355, 3899, 1001))
FORMS_2005 = stacked(*(votes(*counts) for counts in COUNTS_2005), forms=10834)


@pytest.mark.parametrize(
    ("scoring", "display"),
    [
        ({}, "95.1649"),
        ({"display": {"scale": "10/11"}}, "86.5135"),
        ({"dimensions": "pooled"}, "95.1677"),
        ({"denominator": "forms"}, "91.3571"),
        ({"dimensions": "mean"}, "19.0330"),
    ],
    ids=["as written", "of 100", "pooled", "by forms", "mean"],
)
def test_the_worked_figures_of_the_rules(scoring, display):
    assert only(small_plan(1, 5, scoring=scoring), FORMS_2005).display == display


@pytest.mark.parametrize(
    ("counts", "score"),
    [
        ((10, 0, 0), "110"),
        ((0, 10, 0), "85"),
        ((0, 0, 10), "55"),
        ((60, 30, 10), "97"),
        ((45, 45, 10), "93.25"),
    ],
)
def test_the_check_figures_of_the_rules(counts, score):
    result = only(small_plan(1, 5), stacked(*[votes(*counts)] * 5))
    assert result.score == Fraction(score)


def test_a_score_runs_by_the_formula_of_the_rules():
    a, b, c = COUNTS_2005[0]
    n = a + b + c
    score = only(small_plan(1, 5), FORMS_2005).dimensions[0].score
    assert score == 11 + 6 * Fraction(a + b, n) + 5 * Fraction(a, n)


@pytest.mark.parametrize(
    ("denominator", "score"),
    [("marks", Fraction(39, 2)), ("marks+dont_know", 13), ("forms", Fraction(39, 6))],
)
def test_what_enters_the_denominator(denominator, score):
    plan = small_plan(1, 1, dont_know=True, scoring={"denominator": denominator})
    assert only(plan, list("12?0x-")).score == score


@pytest.mark.parametrize(
    ("combination", "score"), [("sum", 22 + 2 * 17 + 11), ("mean", Fraction(67, 4))]
)
def test_dimensions_count_by_their_weights(combination, score):
    dimensions = [
        {"code": f"D{n}", "name": f"内容{n}", "points": 20, "weight": weight}
        for n, weight in enumerate(("1", "2", "1"), 1)
    ]
    plan = small_plan(1, dimensions, scoring={"dimensions": combination})
    assert only(plan, ["123"]).score == score


@pytest.mark.parametrize("combination", ["sum", "mean", "pooled"])
def test_a_dimension_without_votes_leaves_the_agency_unscored(combination):
    plan = small_plan(1, 2, dont_know=True, scoring={"dimensions": combination})
    result = only(plan, ["1?", "10", "1x", "1-"])
    assert (result.score, result.display, result.rank) == (None, None, None)
    assert result.dimensions[0].score == 22
    assert result.dimensions[1].score is None


def test_pooled_dimensions_weigh_by_their_marks():
    forms = stacked(votes(3), votes(0, 0, 1))
    assert only(small_plan(1, 2), forms).score == 33
    plan = small_plan(1, 2, scoring={"dimensions": "pooled"})
    assert only(plan, forms).score == 2 * Fraction(3 * 22 + 11, 4)


def test_a_cap_is_taken_dimension_by_dimension_and_changes_ranks():
    forms = stacked(votes(4), votes(0, 2, 2), votes(1, 3), votes(0, 4))
    free = tallied(small_plan(2, 2), forms)
    capped = tallied(small_plan(2, 2, scoring={"cap": "20"}), forms)
    assert [(r.code, r.score) for r in free] == [("A1", 36), ("A2", Fraction(141, 4))]
    assert [(r.code, r.score) for r in capped] == [("A2", Fraction(141, 4)), ("A1", 34)]


def weighted(missing, **changes):
    channels = [
        {"code": "C1", "name": "互评", "weight": "3"},
        {"code": "C2", "name": "读者", "weight": "1"},
    ]
    scoring = {"channels": "weighted", "missing_channel": missing}
    return small_plan(2, 1, **({"channels": channels, "scoring": scoring} | changes))


@pytest.mark.parametrize("missing", ["renormalise", "zero", "stop"])
def test_weighted_channels_count_by_weight_not_by_forms(missing):
    forms = {"C1": ["11"], "C2": ["33"] * 50}
    assert only(weighted(missing), forms).score == Fraction(3 * 22 + 11, 4)
    assert only(small_plan(2, 1), forms).score == Fraction(22 + 50 * 11, 51)


@pytest.mark.parametrize(
    ("missing", "score"), [("renormalise", 22), ("zero", Fraction(33, 2)), ("stop", None)]
)
def test_a_missing_channel_is_treated_as_the_plan_says(missing, score):
    results = {r.code: r.score for r in tallied(weighted(missing), {"C1": ["11"], "C2": ["01"]})}
    assert results == {"A1": score, "A2": 22}


@pytest.mark.parametrize("missing", ["renormalise", "zero", "stop"])
def test_an_agency_no_channel_scored_is_never_zero(missing):
    assert only(weighted(missing), {"C1": ["01"]}).score is None


@pytest.mark.parametrize("missing", ["renormalise", "zero", "stop"])
def test_a_channel_of_no_weight_is_not_missed_and_still_printed(missing):
    groups = [{"code": "G1", "name": "甲", "weights": {"C1": "1"}}]
    plan = weighted(missing, groups=groups)
    assert only(plan, {"C1": ["11"]}).score == 22
    result = only(plan, {"C1": ["11"], "C2": ["33"]})
    assert result.score == 22
    assert [channel.score for channel in result.channels] == [22, 11]


def test_groups_weigh_channels_each_in_their_own_way():
    groups = [
        {"code": "G1", "name": "甲", "weights": {"C1": "1", "C2": "1"}},
        {"code": "G2", "name": "乙"},
    ]
    agencies = [{"code": f"A{n}", "name": f"单位{n}", "group": f"G{n}"} for n in (1, 2)]
    scoring = {"channels": "weighted"}
    channels = [
        {"code": "C1", "name": "互评", "weight": "3"},
        {"code": "C2", "name": "读者", "weight": "1"},
    ]
    plan = small_plan(agencies, 1, groups=groups, channels=channels, scoring=scoring)
    scores = {r.code: r.score for r in tallied(plan, {"C1": ["11"], "C2": ["33"]})}
    assert scores == {"A1": Fraction(33, 2), "A2": Fraction(77, 4)}


@pytest.mark.parametrize(
    ("share", "score"), [("0.1", Fraction(8 * 17 + 22, 9)), ("0.25", 17), ("0.49", 17)]
)
def test_trimming_drops_the_best_and_the_worst(share, score):
    plan = small_plan(1, 1, scoring={"trim": share})
    forms = list(votes(2, 8, 1))
    assert only(small_plan(1, 1), forms).score == Fraction(2 * 22 + 8 * 17 + 11, 11)
    assert only(plan, forms).score == score


@pytest.mark.parametrize(
    ("counts", "share", "left"),
    [
        ((5, 5, 5), "0", (5, 5, 5)),
        ((5, 5, 5), "1/15", (4, 5, 4)),
        ((5, 5, 5), "2/5", (0, 3, 0)),
        ((1, 0, 9), "1/5", (0, 0, 6)),
        ((0, 0, 1), "49/100", (0, 0, 1)),
        ((0, 0, 0), "1/4", (0, 0, 0)),
    ],
)
def test_trimmed_counts(counts, share, left):
    assert trimmed(counts, Fraction(share)) == left


@given(
    st.lists(st.integers(0, 30), min_size=2, max_size=6),
    st.fractions(0, Fraction(49, 100), max_denominator=100),
)
def test_trimming_counts_equals_trimming_the_sorted_votes(counts, share):
    cast = [grade for grade, count in enumerate(counts) for _ in range(count)]
    drop = int(share * len(cast))
    kept = cast[drop : len(cast) - drop]
    assert trimmed(tuple(counts), share) == tuple(kept.count(g) for g in range(len(counts)))


@pytest.mark.parametrize(
    ("values", "score"),
    [
        (("100", "80", "30"), Fraction(210, 3)),
        (("1", "0.9", "0.7", "0.5"), Fraction(31, 40)),
        (("1/3", "1/7"), Fraction(5, 21)),
        (("5", "4", "3", "2", "1", "0"), Fraction(5, 2)),
        (("1", "-1"), Fraction(0)),
    ],
)
def test_two_to_six_grades_of_any_value(values, score):
    plan = small_plan(1, 1, grades=grade_values(*values))
    assert only(plan, list("123456"[: len(values)])).score == score


def test_bonus_and_deduction_lines_count_into_the_score():
    lines = [
        {"agency": "A1", "points": "-2.5", "reason": "通报"},
        {"agency": "A1", "points": "1", "reason": "表彰"},
        {"agency": "A3", "points": "1", "reason": "表彰"},
    ]
    plan = small_plan(3, 1, adjustments=lines, scoring={"display": {"scale": "10/11"}})
    results = {r.code: r for r in tallied(plan, ["110"])}
    assert {code: r.score for code, r in results.items()} == {
        "A1": Fraction(41, 2),
        "A2": 22,
        "A3": None,
    }
    assert (results["A1"].rank, results["A1"].display) == (2, "18.6364")


def test_a_group_that_is_not_scored_has_no_score_and_keeps_its_rate():
    plan = small_plan(1, 1, groups=[{"code": "G1", "name": "甲", "scored": False, "ranked": False}])
    result = only(plan, ["1", "3"])
    assert (result.score, result.rank, result.rate) == (None, None, Fraction(1, 2))


def test_the_rate_is_positive_grades_over_votes_of_every_dimension():
    forms = stacked(votes(1, 2, 3), votes(0, 0, 4))
    assert only(small_plan(1, 2), forms).rate == Fraction(3, 10)
    assert only(small_plan(1, 2), ["00"]).rate is None
