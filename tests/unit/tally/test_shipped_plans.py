"""The plans in resources/plans say what RULES.md §1 and their README say."""

from fractions import Fraction

import pytest

from desktop.tally.plan import Scoring
from desktop.tally.plan_checks import plan_warnings
from desktop.tally.plan_reading import STANDARD_VOID_REASONS
from tests.plans import PLANS, only, shipped_plan

NAMES = sorted(path.stem for path in PLANS.glob("*.json"))


def test_the_customers_plan_and_three_samples_are_shipped():
    assert NAMES == ["2005", "four-grades", "score-bands", "two-rounds"]


@pytest.mark.parametrize("name", NAMES)
def test_every_shipped_plan_is_sound_and_its_short_names_differ(name):
    plan = shipped_plan(name)
    assert plan_warnings(plan) == []
    shorts = [agency.short for agency in plan.agencies]
    assert all(1 < len(short) < 8 for short in shorts)
    assert len(set(shorts)) == len(shorts)


def test_the_2005_plan_asks_600_marks_of_three_grades():
    plan = shipped_plan("2005")
    assert (len(plan.agencies), plan.cells, plan.year) == (120, 600, 2005)
    assert [agency.code for agency in plan.agencies] == [f"A{n:03d}" for n in range(1, 121)]
    assert [d.name for d in plan.dimensions] == [
        "教育管理",
        "依法行政",
        "机关作风",
        "效能建设",
        "系统监管",
    ]
    assert {dimension.points for dimension in plan.dimensions} == {20}
    assert [(g.name, int(g.value), g.positive) for g in plan.grades] == [
        ("满意", 22, True),
        ("基本满意", 17, True),
        ("不满意", 11, False),
    ]


def test_the_2005_plan_issued_7000_forms():
    issued = {channel.name: channel.issued for channel in shipped_plan("2005").channels}
    assert sum(count or 0 for count in issued.values()) == 7000
    assert (issued["单位互评"], issued["下级单位评"], issued["流动评议台"]) == (5200, 800, 800)
    assert (issued["群众义务监督员"], issued["报纸读者评议"]) == (200, None)


def test_the_2005_plan_counts_as_the_customer_wrote():
    plan = shipped_plan("2005")
    assert plan.scoring == Scoring()
    assert plan.void_reasons == STANDARD_VOID_REASONS
    assert (plan.cut.top, plan.cut.bottom, plan.second_keying_percent) == (5, 5, 10)


def test_every_vertical_agency_of_2005_stands_in_its_group():
    plan = shipped_plan("2005")
    assert {plan.group_of[a.code].name for a in plan.agencies if a.vertical} == {"垂直管理单位"}
    assert 4 <= len(plan.groups) <= 5


def test_four_grades_weigh_channels_by_group():
    plan = shipped_plan("four-grades")
    forms = {"C1": ["1" * plan.cells], "C2": ["2" * plan.cells], "C3": ["4" * plan.cells]}
    assert only(plan, forms).score == Fraction("0.4") * 100 + Fraction("0.3") * (80 + 30)


def test_two_rounds_count_half_each_and_need_both():
    plan = shipped_plan("two-rounds")
    first, second = ["1" * plan.cells], ["3" * plan.cells]
    assert only(plan, {"R1": first, "R2": second}).score == 65
    assert only(plan, {"R1": first}).score is None


def test_score_bands_name_the_band_of_a_score():
    plan = shipped_plan("score-bands")
    bands = {band.code: band.name for band in plan.bands}
    found = [only(plan, [str(grade) * plan.cells]).band for grade in (1, 2, 3)]
    assert [bands[code or ""] for code in found] == ["优秀", "合格", "不合格"]
