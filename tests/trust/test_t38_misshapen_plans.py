"""T38: a key or a value of a plan that cannot be read is named, with its place and what fits."""

import json

import pytest

from desktop.tally.plan_reading import (
    PlanInvalidError,
    PlanKeyTwiceError,
    PlanNotJsonError,
    plan_from_json,
    read_plan,
)
from tests.plans import DROP, plan_value, plan_value_with

CODE = "must be a code of up to 16 letters A–Z, digits, _ or -"
NUMBER = 'must be a number written as text, such as "22" or "10/11"'
NOT_NUMBER = 'must be a decimal or p/q such as "22", "0.55" or "10/11", not "{}"'
NO_KEY = "is not a key of a plan; remove it or mend its spelling"
BOOLEAN = "must be true or false"
OBJECT = "must be an object {…}"
EMPTY = "must be a text that is not empty"
WHOLE = "must be a whole number from {} to {}"
CHOICE = "must be one of: {}"
DIGITS = 'must be 1 to 4 digits written as text, such as "47", or "" for none'

MISTAKES = [
    ("title", DROP, "is missing"),
    ("title", "", EMPTY),
    ("title", "评" * 201, "is longer than 200 characters"),
    ("title", "a\x07", "holds the control character U+0007"),
    ("titel", "评议", NO_KEY),
    ("year", "2005", WHOLE.format(1900, 2999)),
    ("year", 1899, WHOLE.format(1900, 2999)),
    ("year", True, WHOLE.format(1900, 2999)),
    ("groups", {}, "must be a list"),
    ("groups[0]", "G1", OBJECT),
    ("groups[0].scored", "yes", BOOLEAN),
    ("groups[0].weights", [], OBJECT),
    ("groups[0].weights", {"C1": 1}, NUMBER),
    ("agencies[1].code", "单位", CODE),
    ("agencies[1].code", "A" * 17, CODE),
    ("agencies[2].name", DROP, "is missing"),
    ("agencies[2].group", None, CODE),
    ("agencies[2].vertical", 1, BOOLEAN),
    ("agencies[0].short", " ", EMPTY),
    ("agencies[0].nmae", "甲", NO_KEY),
    ("dimensions[0].points", 20.5, WHOLE.format(0, 10000)),
    ("dimensions[1].weight", 1, NUMBER),
    ("grades[0].code", "7", CHOICE.format("1, 2, 3, 4, 5, 6")),
    ("grades[0].value", 22, NUMBER),
    ("grades[0].value", "22 分", NOT_NUMBER.format("22 分")),
    ("grades[0].value", "1/0", NOT_NUMBER.format("1/0")),
    ("grades[2].positive", DROP, "is missing"),
    ("dont_know", None, BOOLEAN),
    ("offline", 1, BOOLEAN),
    ("offline", "true", BOOLEAN),
    ("channels[0].issued", -1, WHOLE.format(0, 10**9)),
    ("channels[1].name", 7, EMPTY),
    ("void_reasons", None, "must be a list"),
    ("second_keying.percent", 101, WHOLE.format(0, 100)),
    ("scoring", [], OBJECT),
    ("scoring.denominator", "votes", CHOICE.format("marks, marks+dont_know, forms")),
    ("scoring.dimensions", "total", CHOICE.format("sum, mean, pooled")),
    ("scoring.channels", "mean", CHOICE.format("pooled, weighted")),
    ("scoring.missing_channel", "skip", CHOICE.format("renormalise, zero, stop")),
    ("scoring.cap", 20, NUMBER),
    ("scoring.display.decimals", 11, WHOLE.format(0, 10)),
    ("scoring.display.scale", "10:11", NOT_NUMBER.format("10:11")),
    ("scoring.min_votes", 0, WHOLE.format(1, 10**9)),
    ("scoring.exclude_self", "no", BOOLEAN),
    ("scoring.tie_break", "positive", "must be a list"),
    ("scoring.tie_break", ["positive", "positive"], "names one thing twice"),
    ("scoring.tie_break", ["age"], CHOICE.format("top_grade, positive, bottom_grade")),
    ("scoring.trim", 0.05, NUMBER),
    ("cut.top", 1001, WHOLE.format(0, 1000)),
    ("cut.bottom", "5", WHOLE.format(0, 1000)),
    ("validity.returned_above_issued", "error", CHOICE.format("warn, stop")),
    ("validity.max_blank.reason", "V1", "is missing"),
    ("validity.quorum", 0.5, NUMBER),
    ("bands", [{"code": "B1", "name": "好", "from": 90}], NUMBER),
    ("adjustments", [{"agency": "A1", "points": "1"}], "is missing"),
    ("vetoes", [{"agency": "A1", "reason": "事故"}], "is missing"),
    ("pages", [{"rows": 3, "check": 47}], DIGITS),
    ("pages", [{"rows": 3, "check": "12345"}], DIGITS),
    ("pages", [{"rows": 3, "check": "４７"}], DIGITS),
    ("pages", [{"rows": 3, "check": None}], DIGITS),
]
# named a step further down than it was written
DEEPER = {
    "validity.max_blank.reason": "validity.max_blank.share",
    "bands": "bands[0].from",
    "adjustments": "adjustments[0].reason",
    "vetoes": "vetoes[0].band",
    "pages": "pages[0].check",
}


@pytest.mark.parametrize(
    ("place", "wrong", "says"), MISTAKES, ids=[f"{place}: {says}" for place, _, says in MISTAKES]
)
def test_t38_a_value_that_does_not_fit_is_named(place, wrong, says):
    with pytest.raises(PlanInvalidError) as caught:
        plan_from_json(plan_value_with(place, wrong))
    found = [problem.sentence() for problem in caught.value.problems]
    assert found == [f"{DEEPER.get(place, place)}: {says}"]


@pytest.mark.parametrize("key", ["title", "year", "groups", "agencies", "dimensions", "grades"])
def test_t38_a_missing_key_is_named(key):
    with pytest.raises(PlanInvalidError) as caught:
        plan_from_json(plan_value_with(key, DROP))
    assert [problem.sentence() for problem in caught.value.problems] == [f"{key}: is missing"]


def test_t38_all_mistakes_are_named_at_once():
    value = plan_value(titel="评议", year="2005")
    del value["title"], value["grades"][1]["value"]
    with pytest.raises(PlanInvalidError) as caught:
        plan_from_json(value)
    places = [problem.place for problem in caught.value.problems]
    assert places == ["titel", "title", "year", "grades[1].value"]
    assert str(caught.value).startswith("The plan is not sound (mistakes: 4)")


def test_t38_text_that_is_no_json_is_shown_by_line_and_column():
    text = json.dumps(plan_value(), indent=1).replace('"year": 2005,', '"year": 2005')
    with pytest.raises(PlanNotJsonError) as caught:
        read_plan(text)
    assert str(caught.value).startswith("The plan is not valid JSON at line 4, column 2")


def test_t38_a_key_named_twice_is_named():
    text = json.dumps(plan_value()).replace('{"code": "A1"', '{"code": "A7", "code": "A1"')
    with pytest.raises(PlanKeyTwiceError, match='names the key "code" twice'):
        read_plan(text)
