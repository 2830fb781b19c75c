from fractions import Fraction

import pytest

from desktop.tally.plan import Band
from tests.plans import grade_values, small_plan


def test_cells_are_agencies_times_dimensions():
    assert small_plan(agencies=7, dimensions=3).cells == 21


@pytest.mark.parametrize(
    ("grades", "dont_know", "codes"),
    [(2, False, "120x-"), (3, True, "1230?x-"), (6, True, "1234560?x-")],
)
def test_mark_codes_list_grades_first(grades, dont_know, codes):
    values = grade_values(*(str(10 - value) for value in range(grades)))
    assert small_plan(grades=values, dont_know=dont_know).mark_codes == codes


def test_a_groups_own_weights_stand_before_the_channels():
    groups = [{"code": "G1", "name": "甲", "weights": {"C1": "2"}}, {"code": "G2", "name": "乙"}]
    agencies = [{"code": f"A{n}", "name": f"单位{n}", "group": f"G{n}"} for n in (1, 2)]
    plan = small_plan(groups=groups, agencies=agencies)
    own = [plan.channel_weight("A1", channel) for channel in plan.channels]
    general = [plan.channel_weight("A2", channel) for channel in plan.channels]
    assert own == [Fraction(2), Fraction(0)]
    assert general == [Fraction(1), Fraction(1)]


def test_every_agency_finds_its_group():
    groups = [{"code": "G1", "name": "甲"}, {"code": "G2", "name": "乙"}]
    agencies = [{"code": f"A{n}", "name": f"单位{n}", "group": f"G{3 - n}"} for n in (1, 2)]
    plan = small_plan(groups=groups, agencies=agencies)
    assert {code: group.name for code, group in plan.group_of.items()} == {"A1": "乙", "A2": "甲"}


@pytest.mark.parametrize(
    ("lower", "upper", "holds"),
    [
        (80, 90, {80: True, 90: False, "799/10": False, "899/10": True}),
        (None, 60, {0: True, 60: False, -1: True}),
        (90, None, {90: True, 110: True, "899/10": False}),
    ],
)
def test_a_band_holds_its_lower_bound_and_not_its_upper(lower, upper, holds):
    band = Band("B1", "良好", lower, upper)
    assert {score: band.holds(Fraction(score)) for score in holds} == holds
