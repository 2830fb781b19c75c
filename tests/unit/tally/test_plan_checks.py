import pytest

from desktop.tally.plan_checks import check_plan, plan_warnings
from desktop.tally.plan_reading import PlanInvalidError, plan_from_json
from tests.plans import plan_value, small_plan


def places(**changes):
    with pytest.raises(PlanInvalidError) as caught:
        plan_from_json(plan_value(**changes))
    return [problem.place for problem in caught.value.problems]


def test_a_sound_plan_has_no_problems():
    assert check_plan(small_plan()) == []


def test_every_mistake_is_listed_at_once_and_counted():
    value = plan_value(cut={"top": 5}, scoring={"cap": "0", "trim": "1/2"}, vetoes=[])
    value["channels"][1]["code"] = "c1"
    with pytest.raises(PlanInvalidError) as caught:
        plan_from_json(value)
    assert caught.value.fields == {"count": 3}
    found = [problem.place for problem in caught.value.problems]
    assert found == ["channels[1].code", "scoring.cap", "scoring.trim"]


def test_names_may_differ_by_case_and_codes_may_not():
    agencies = [
        {"code": "A1", "name": "Office", "group": "G1"},
        {"code": "a1", "name": "office", "group": "G1"},
    ]
    assert places(agencies=agencies) == ["agencies[1].code"]


@pytest.mark.parametrize(
    ("parents", "circle"),
    [
        ((None, "A1", "A2"), []),
        (("A1", None, None), ["agencies[0].parent"]),
        (("A2", "A3", "A2"), ["agencies[1].parent", "agencies[2].parent"]),
        (("A2", "A3", "A1"), [f"agencies[{index}].parent" for index in range(3)]),
    ],
)
def test_supervising_units_form_no_circle(parents, circle):
    value = plan_value()
    for agency, parent in zip(value["agencies"], parents, strict=True):
        agency["parent"] = parent
    if circle:
        assert places(agencies=value["agencies"]) == circle
    else:
        assert [agency.parent for agency in plan_from_json(value).agencies] == list(parents)


def test_bands_without_a_gap_pass():
    bands = [
        {"code": "B1", "name": "优秀", "from": "90"},
        {"code": "B2", "name": "良好", "from": "80", "to": "90"},
        {"code": "B3", "name": "合格", "to": "80"},
    ]
    assert len(small_plan(bands=bands).bands) == 3
    assert len(small_plan(bands=[{"code": "B1", "name": "合格"}]).bands) == 1


@pytest.mark.parametrize(("cut", "overlaps"), [((2, 1), False), ((2, 2), True), ((0, 3), False)])
def test_a_cut_that_overlaps_is_a_warning(cut, overlaps):
    plan = small_plan(agencies=3, cut={"top": cut[0], "bottom": cut[1]})
    assert [warning.place for warning in plan_warnings(plan)] == ["cut"] * overlaps


def test_only_ranked_agencies_are_cut():
    groups = [{"code": "G1", "name": "甲", "ranked": False}]
    warning = plan_warnings(small_plan(groups=groups, cut={"top": 1, "bottom": 0}))[0]
    assert warning.sentence() == (
        "cut: the top 1 and the bottom 0 overlap: only 0 agencies are ranked"
    )


def test_weights_that_pooled_channels_leave_idle_are_warned_of():
    channels = [{"code": "C1", "name": "a"}, {"code": "C2", "name": "b", "weight": "2"}]
    places = [
        [warning.place for warning in plan_warnings(surveyed(channels, rule))]
        for rule in ("pooled", "weighted")
    ]
    assert places == [["cut", "scoring.channels"], ["cut"]]


def surveyed(channels, rule):
    return plan_from_json(plan_value(channels=channels, scoring={"channels": rule}))
