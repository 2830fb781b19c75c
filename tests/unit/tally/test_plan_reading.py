import json
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.store.canonical import content_hash
from desktop.tally.plan import Page, Scoring, Validity
from desktop.tally.plan_reading import (
    PlanInvalidError,
    PlanKeyTwiceError,
    PlanNotJsonError,
    plan_from_json,
    plan_to_json,
    read_plan,
)
from tests.plans import PLANS, plan_value, shipped_plan, small_plan

RICH: dict[str, Any] = {
    "groups": [{"code": "G1", "name": "甲", "weights": {"C1": "1/3", "C2": "2"}}],
    "dont_know": True,
    "void_reasons": [{"code": "X1", "name": "复印"}],
    "second_keying": {"percent": 100},
    "scoring": {
        "denominator": "marks",
        "dimensions": "mean",
        "channels": "weighted",
        "missing_channel": "stop",
        "cap": "20",
        "display": {"scale": "10/11", "decimals": 2},
        "min_votes": 30,
        "exclude_self": True,
        "tie_break": ["bottom_grade", "top_grade"],
        "trim": "0.05",
    },
    "cut": {"top": 1, "bottom": 0},
    "validity": {
        "max_blank": {"share": "1/3", "reason": "X1"},
        "one_grade": "X1",
        "quorum": "2/3",
        "returned_above_issued": "stop",
    },
    "bands": [{"code": "B1", "name": "好", "from": "60"}, {"code": "B2", "name": "差", "to": "60"}],
    "adjustments": [{"agency": "A1", "points": "-0.5", "reason": "通报"}],
    "vetoes": [{"agency": "A2", "band": "B2", "reason": "事故"}],
    "pages": [{"rows": 2, "check": "047"}, {"rows": 1, "check": ""}],
    "offline": True,
}


def test_what_a_plan_leaves_out_is_as_documented():
    plan = small_plan()
    assert plan.scoring == Scoring()
    assert plan.validity == Validity()
    assert (plan.cut.top, plan.cut.bottom, plan.second_keying_percent) == (5, 5, 10)
    assert (plan.dont_know, plan.bands, plan.adjustments, plan.vetoes) == (False, (), (), ())
    assert [reason.name for reason in plan.void_reasons] == (
        ["答案系复印", "原件系复印", "逾期", "全空", "非本次表", "污损", "规则性填写", "其他"]
    )


def test_objects_that_say_nothing_say_the_same_as_absent_ones():
    silent: dict[str, Any] = {
        "scoring": {"display": {}},
        "cut": {},
        "second_keying": {},
        "validity": {},
    }
    assert plan_from_json(plan_value(**silent)) == small_plan()
    group = small_plan().groups[0]
    assert (group.scored, group.ranked, group.published, group.weights) == (True, True, True, None)


def test_every_key_is_read():
    plan = plan_from_json(plan_value(**RICH))
    assert plan.groups[0].weights == {"C1": Fraction(1, 3), "C2": Fraction(2)}
    assert plan.scoring.tie_break == ("bottom_grade", "top_grade")
    assert plan.scoring.display.scale == Fraction(10, 11)
    assert plan.validity.max_blank
    assert plan.validity.max_blank.share == Fraction(1, 3)
    assert (plan.bands[0].lower, plan.bands[0].upper) == (Fraction(60), None)
    assert plan.adjustments[0].points == Fraction(-1, 2)
    assert plan.pages == (Page(2, "047"), Page(1))


@pytest.mark.parametrize("changes", [{}, RICH], ids=["plain", "rich"])
def test_a_plan_written_and_read_back_is_the_same(changes):
    plan = plan_from_json(plan_value(**changes))
    written = plan_to_json(plan)
    assert plan_from_json(json.loads(json.dumps(written))) == plan
    assert plan_to_json(plan_from_json(written)) == written


@pytest.mark.parametrize("name", sorted(path.stem for path in PLANS.glob("*.json")))
def test_shipped_plans_written_and_read_back_are_the_same(name):
    plan = shipped_plan(name)
    assert plan_from_json(plan_to_json(plan)) == plan


def test_what_is_written_has_every_key_and_no_float():
    written = plan_to_json(plan_from_json(plan_value(**RICH)))
    assert {key: written[key] for key in RICH if key not in {"groups", "bands"}} == {
        key: value for key, value in RICH.items() if key not in {"groups", "bands"}
    }
    assert written["groups"][0]["scored"] is True
    assert written["bands"][1] == {"code": "B2", "name": "差", "from": None, "to": "60"}


def test_pages_and_offline_are_written_only_where_they_say_something():
    """The two keys that are: the hash of a plan from before there were these stays its hash."""
    assert not {"pages", "offline"} & plan_to_json(small_plan()).keys()
    assert plan_from_json(plan_value(pages=[], offline=False)) == small_plan()
    assert small_plan(offline=True).offline
    assert plan_to_json(small_plan(offline=True)) == plan_to_json(small_plan()) | {"offline": True}
    assert small_plan(pages=[{"rows": 3}]).pages == (Page(3, ""),)
    assert content_hash(plan_to_json(shipped_plan("2005"))) == (
        "2775d516cf1ca5ce96d72037cede4e5c1e0c87057488512b32b809b83112378f"
    )


@given(st.fractions(0, 1000, max_denominator=10**6), st.integers(0, 100))
def test_any_exact_number_survives_the_record(weight, percent):
    value = plan_value(second_keying={"percent": percent})
    value["dimensions"][0]["weight"] = f"{weight.numerator + 1}/{weight.denominator}"
    plan = plan_from_json(value)
    assert plan.dimensions[0].weight == Fraction(weight.numerator + 1, weight.denominator)
    assert plan_from_json(plan_to_json(plan)) == plan


@pytest.mark.parametrize(
    ("text", "line", "column"),
    [
        ("{\n  'title'", 2, 3),
        ("", 1, 1),
        ("[" * 100_000, 1, 1),
        ('{"year": ' + "9" * 5000 + "}", 1, 1),
    ],
    ids=["quotes", "empty", "depth", "digits"],
)
def test_text_that_is_not_json_is_shown_where(text, line, column):
    with pytest.raises(PlanNotJsonError) as caught:
        read_plan(text)
    assert caught.value.fields == {"line": line, "column": column}


def test_a_key_given_twice_is_an_error_not_the_last_one_taken():
    text = json.dumps(plan_value()).replace('"title"', '"year": 2004, "title"', 1)
    with pytest.raises(PlanKeyTwiceError) as caught:
        read_plan(text)
    assert caught.value.fields == {"key": "year"}


@pytest.mark.parametrize("text", ["null", "[]", "7", '"plan"', "NaN"])
def test_json_that_is_no_object_is_no_plan(text):
    with pytest.raises(PlanInvalidError):
        read_plan(text)
