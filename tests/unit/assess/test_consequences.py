"""Every consequence for every pair of two years' bands (RULES.md §6)."""

from itertools import product

import pytest

from desktop.assess.consequences import consequences, last_bands, mixed_units
from tests.unit.assess.samples import hundred_points

RULES = hundred_points()
BANDS = [band.code for band in RULES.bands]
ONE_YEAR = {"excellent": ["commend"], "fail": ["criticise", "talk", "eligibility", "rectify"]}
TWICE = {"excellent": ["title"], "fail": ["heads"]}


@pytest.mark.parametrize(("before", "now"), list(product([*BANDS, ""], BANDS)))
@pytest.mark.parametrize("vertical", [False, True])
def test_what_follows_from_two_years(before, now, vertical):
    last = {"A1": before} if before else {}
    found = consequences(RULES, {"A1": now}, last, ["A1"] if vertical else [])
    expected = [*ONE_YEAR.get(now, []), *(TWICE.get(now, []) if before == now else [])]
    if now == "fail" and vertical:
        expected.append("superior")
    assert [held.rule.code for held in found] == expected


def test_a_plan_for_rectification_has_a_deadline():
    (rule,) = (held for held in RULES.consequences if held.code == "rectify")
    assert rule.days == 30


def test_renamed_and_merged_units_keep_a_band_that_all_of_them_had():
    before = {"B1": "fail", "B2": "fail", "B3": "good", "B4": "excellent", "A5": "pass"}
    after = {"B1": "A1", "B2": "A1", "B3": "A2", "B4": "A2"}
    found = last_bands(before, after, ["A1", "A2", "A5", "A6"])
    assert found == {"A1": "fail", "A5": "pass"}
    assert mixed_units(before, after, ["A1", "A2", "A5", "A6"]) == ["A2"]
