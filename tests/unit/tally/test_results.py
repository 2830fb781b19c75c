from fractions import Fraction

import pytest

from desktop.tally.form import FormState
from desktop.tally.reconciliation import FormStanding, Slip, reconcile, reconcile_batch
from desktop.tally.results import cut_of, form_counts
from tests.plans import only, small_plan, stacked, tallied, votes

GROUPS = [
    {"code": "G1", "name": "甲"},
    {"code": "G2", "name": "乙", "ranked": False},
    {"code": "G3", "name": "丙", "scored": False, "ranked": False},
]
BANDS = [
    {"code": "B1", "name": "优秀", "from": "20"},
    {"code": "B2", "name": "合格", "from": "17", "to": "20"},
    {"code": "B3", "name": "不合格", "to": "17"},
]


def grouped(*groups):
    agencies = [{"code": f"A{n}", "name": f"单位{n}", "group": g} for n, g in enumerate(groups, 1)]
    return small_plan(agencies, 1, groups=GROUPS, cut={"top": 1, "bottom": 1})


def test_agencies_stand_by_rank_then_code_unranked_then_unscored():
    plan = grouped("G3", "G1", "G2", "G1", "G1", "G1", "G2")
    results = tallied(plan, ["1120311"])
    assert [(r.code, r.rank) for r in results] == [
        ("A2", 1),
        ("A6", 1),
        ("A5", 3),
        ("A3", None),
        ("A7", None),
        ("A1", None),
        ("A4", None),
    ]


def test_agencies_of_a_group_not_ranked_take_no_rank_from_others():
    plan = grouped("G2", "G1", "G1")
    results = tallied(plan, ["123"])
    assert {r.code: (r.rank, r.group_rank) for r in results} == {
        "A1": (None, None),
        "A2": (1, 1),
        "A3": (2, 2),
    }
    assert cut_of(plan, results) == (("A2",), ("A3",))


def test_ranks_overall_and_within_the_group_differ():
    groups = [{"code": "G1", "name": "甲"}, {"code": "G2", "name": "乙"}]
    agencies = [{"code": f"A{n}", "name": f"单位{n}", "group": f"G{1 + n // 2}"} for n in (1, 2, 3)]
    results = tallied(small_plan(agencies, 1, groups=groups), ["213"])
    assert {r.code: (r.rank, r.group_rank) for r in results} == {
        "A1": (2, 1),
        "A2": (1, 1),
        "A3": (3, 2),
    }


@pytest.mark.parametrize(
    ("display", "text"),
    [
        ({}, "18.3333"),
        ({"decimals": 0}, "18"),
        ({"decimals": 1}, "18.3"),
        ({"scale": "10/11", "decimals": 2}, "16.67"),
        ({"scale": "3/10", "decimals": 1}, "5.5"),
    ],
)
def test_the_display_scales_and_rounds_and_leaves_the_score(display, text):
    result = only(small_plan(1, 1, scoring={"display": display}), ["1", "1", "3"])
    assert (result.display, result.score) == (text, Fraction(55, 3))


def test_a_half_is_shown_rounded_up():
    plan = small_plan(1, 1, scoring={"display": {"decimals": 0}})
    assert only(plan, ["1", "1", "2", "2", "1", "2"]).score == Fraction(39, 2)
    assert only(plan, ["1", "1", "2", "2", "1", "2"]).display == "20"


@pytest.mark.parametrize(
    ("counts", "band"),
    [((3, 2), "B1"), ((299, 201), "B2"), ((0, 1), "B2"), ((5, 0, 6), "B3"), ((0,), None)],
    ids=["20", "19.99", "17", "16", "none"],
)
def test_bands_are_read_on_the_unrounded_score_at_their_edges(counts, band):
    plan = small_plan(1, 1, bands=BANDS, scoring={"display": {"decimals": 0}})
    assert only(plan, list(votes(*counts))).band == band


def test_bands_are_read_on_the_scaled_score():
    plan = small_plan(1, 1, bands=BANDS, scoring={"display": {"scale": "10/11"}})
    assert [only(plan, [mark]).band for mark in "12"] == ["B1", "B3"]


def test_a_veto_forces_the_band_and_keeps_score_and_rank():
    vetoes = [{"agency": "A1", "band": "B3", "reason": "事故"}]
    plan = small_plan(2, 1, bands=BANDS, vetoes=vetoes)
    first, second = tallied(plan, ["12"])
    assert first.score == 22
    assert (first.code, first.rank, first.band) == ("A1", 1, "B3")
    assert (first.vetoed, second.vetoed, second.band) == (True, False, "B2")


@pytest.mark.parametrize(("least", "flagged"), [(1, False), (3, False), (4, True), (6, True)])
def test_few_votes_in_any_dimension_are_flagged_and_never_hidden(least, flagged):
    plan = small_plan(1, 2, scoring={"min_votes": least})
    result = only(plan, stacked(votes(5), votes(2, 1)))
    assert result.few_votes is flagged
    assert (result.votes, result.rank) == (8, 1)
    assert result.display is not None


def test_every_channel_and_dimension_stands_there_empty_or_not():
    result = only(small_plan(1, 2), {"C2": ["10"]})
    assert [channel.code for channel in result.channels] == ["C1", "C2"]
    assert [channel.forms for channel in result.channels] == [0, 1]
    assert [[d.score for d in channel.dimensions] for channel in result.channels] == [
        [None, None],
        [22, None],
    ]


def test_forms_are_summed_over_channels_with_every_reason_listed():
    plan = small_plan(void_reasons=[{"code": "V1", "name": "复印"}, {"code": "V2", "name": "逾期"}])
    standings = {
        "B1": [FormStanding(1, FormState.VALID), FormStanding(2, FormState.VOID, "V1")],
        "B2": [FormStanding(1, FormState.UNSETTLED), FormStanding(2, FormState.VALID)],
    }
    slips = (Slip("B1", "C1", 2), Slip("B2", "C2", 2))
    rows = reconcile(plan, [reconcile_batch(plan, slip, standings[slip.code]) for slip in slips])
    counts = form_counts(plan, rows)
    assert (counts.valid, counts.unsettled, counts.keyed) == (2, 1, 4)
    assert counts.void == {"V1": 1, "V2": 0}
