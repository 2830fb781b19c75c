"""Plans while they are written: places, codes that are named elsewhere, and all that is wrong."""

import pytest

from desktop.tally.plan_draft import (
    draft_value,
    empty_plan,
    new_row,
    next_code,
    value_at,
    with_code,
    with_rows,
    with_value,
)
from desktop.tally.plan_draft_findings import SECTIONS, look_into, section_of
from desktop.tally.plan_reading import plan_from_json, plan_to_json
from tests.plans import plan_value, shipped_plan


def draft(**changes):
    return draft_value(plan_value(**changes))[0]


def places(value):
    return [problem.place for problem in look_into(value).problems]


@pytest.mark.parametrize("name", ["2005", "four-grades", "two-rounds", "score-bands"])
def test_a_sound_plan_is_the_same_as_a_draft(name):
    plan = shipped_plan(name)
    value, left = draft_value(plan_to_json(plan))
    assert plan_from_json(value) == plan
    assert look_into(value).plan == plan
    assert not left


def test_a_draft_holds_every_key_that_a_plan_may_have():
    written = plan_to_json(shipped_plan("2005")) | {"pages": [], "offline": False}
    assert set(empty_plan()) == set(written)


def test_what_is_no_part_of_a_plan_is_left_out_and_told():
    held = plan_value() | {"colour": "red", "agencies": "many", "scoring": {"cap": [1], "x": 2}}
    value, left = draft_value(held)
    assert set(left) == {"colour", "agencies", "scoring.cap", "scoring.x"}
    assert value["agencies"] == []
    assert value["title"] == "评议"


def test_an_edit_leaves_the_plan_before_as_it_was():
    before = draft()
    after = with_value(before, "agencies[1].name", "新")
    assert value_at(after, "agencies[1].name") == "新"
    assert value_at(before, "agencies[1].name") == "单位2"
    assert after["agencies"][0] is before["agencies"][0]


@pytest.mark.parametrize("place", ["agencies[9].name", "validity.max_blank.share", "x.y"])
def test_a_way_that_ends_gives_nothing(place):
    assert value_at(draft(), place) is None


def test_a_code_that_is_changed_is_changed_wherever_it_is_named():
    value = draft(
        groups=[{"code": "G1", "name": "a", "weights": {"C1": "1"}}],
        adjustments=[{"agency": "A1", "points": "1", "reason": "r"}],
        vetoes=[{"agency": "A1", "band": "B1", "reason": "r"}],
        bands=[{"code": "B1", "name": "优", "from": None, "to": None}],
        validity={"one_grade": "V4", "max_blank": {"share": "1/2", "reason": "V4"}},
    )
    value = with_value(value, "agencies[1].parent", "A1")
    for name, row, code in (
        ("agencies", 0, "X1"), ("groups", 0, "X2"), ("channels", 0, "X3"), ("bands", 0, "X4"),
        ("void_reasons", 3, "X5"),
    ):  # fmt: skip
        value = with_code(value, name, row, code)
    assert not places(value)
    assert value_at(value, "agencies[1].parent") == value_at(value, "vetoes[0].agency") == "X1"
    assert value_at(value, "groups[0].weights") == {"X3": "1"}


def test_a_code_that_two_rows_have_is_changed_in_its_row_alone():
    value = with_value(draft(), "groups", [{**new_row(draft(), "groups"), "code": "G1"}] * 2)
    changed = with_code(value, "groups", 1, "G2")
    assert {agency["group"] for agency in changed["agencies"]} == {"G1"}


def test_new_codes_go_on_from_the_highest():
    value = with_value(draft(), "agencies[0].code", "A041")
    assert next_code(value, "agencies") == "A042"
    assert new_row(value, "agencies")["group"] == "G1"
    assert next_code(empty_plan(), "channels") == "C1"


def test_grades_are_counted_anew_when_they_move():
    rows = list(reversed(draft()["grades"]))
    assert [row["code"] for row in with_rows(draft(), "grades", rows)["grades"]] == list("123")


def test_an_empty_title_hides_no_other_mistake():
    value = with_value(with_value(draft(), "title", ""), "agencies[1].code", "A1")
    value = with_value(value, "grades[1].value", "99")
    assert places(value) == ["title", "agencies[1].code", "grades[1].value"]


def test_an_empty_name_is_told_once_and_no_twin():
    value = with_value(with_value(draft(), "agencies[0].name", ""), "agencies[1].name", "")
    assert places(value) == ["agencies[0].name", "agencies[1].name"]


def test_mistakes_come_in_the_order_of_the_sections():
    found = [section_of(problem.place) for problem in look_into(empty_plan()).problems]
    assert found == sorted(found, key=SECTIONS.index)
    assert {"title", "agencies", "dimensions", "grades", "channels"} <= set(found)


def test_weights_of_a_group_are_written_with_the_channels():
    assert section_of("groups[1].weights") == "channels"
    assert section_of("groups[1].name") == "agencies"
