"""T38: a plan whose parts do not go together is refused, each mistake named with its place."""

import pytest

from desktop.tally.plan_reading import PlanInvalidError, plan_from_json
from tests.plans import grade_values, plan_value, plan_value_with

UNLISTED = 'names "{}", which the plan does not list'
TWICE = '"{}" stands already at {}[0]: every {} once'
CIRCLE = "is its own supervising unit by way of others: end the circle"
FALLING = "must be below the value of the grade before it: values fall strictly"
NO_POSITIVE = "no grade is positive: the satisfaction rate would mean nothing"
WEIGHTLESS = "every weight is 0: nothing would count"
NEGATIVE = "a weight is below 0"
TRIM = "must be from 0 to below 1/2: it is taken from either end"
SEAM = "must be where the band above begins: bands leave no gap and do not overlap"
SHARE = "must be from 0 to below 1"
QUORUM = "must be above 0, up to 1"
PAGES = "have {} rows together, and the plan lists 3 agencies: mend either"


def grades(*positive):
    held = grade_values("22", "17", "11")
    return [grade | {"positive": flag} for grade, flag in zip(held, positive, strict=True)]


def channels(*weights):
    codes = enumerate(weights, 1)
    return [{"code": f"C{n}", "name": f"渠道{n}", "weight": weight} for n, weight in codes]


def weighed(*weights):
    codes = enumerate(weights, 1)
    return [{"code": f"D{n}", "name": f"内容{n}", "points": 20, "weight": w} for n, w in codes]


MISTAKES = [
    (
        "groups",
        [{"code": f"G{n}", "name": f"{n}"} for n in range(100)],
        "must list 1 to 99, not 100",
    ),
    ("agencies", [], "must list 1 to 999, not 0"),
    ("dimensions", [], "must list 1 to 10, not 0"),
    ("dimensions", weighed(*["1"] * 11), "must list 1 to 10, not 11"),
    ("grades", grades(True, True, False)[:1], "must list 2 to 6, not 1"),
    ("channels", channels(*["1"] * 100), "must list 1 to 99, not 100"),
    ("void_reasons", [], "must list 1 to 99, not 0"),
    ("agencies[1].code", "A1", TWICE.format("A1", "agencies", "code")),
    ("agencies[1].code", "a1", TWICE.format("a1", "agencies", "code")),
    ("agencies[2].name", "单位1", TWICE.format("单位1", "agencies", "name")),
    ("dimensions[1].code", "D1", TWICE.format("D1", "dimensions", "code")),
    ("grades[2].name", "满意", TWICE.format("满意", "grades", "name")),
    ("channels[1].code", "C1", TWICE.format("C1", "channels", "code")),
    ("agencies[0].group", "G9", UNLISTED.format("G9")),
    ("agencies[0].parent", "A9", UNLISTED.format("A9")),
    ("agencies[0].parent", "A1", CIRCLE),
    ("groups[0].weights", {"C1": "1", "C9": "1"}, UNLISTED.format("C9")),
    ("grades[1].value", "22", FALLING),
    ("grades[1].value", "23", FALLING),
    ("grades[2].code", "4", 'must be "3": grades are coded 1, 2, 3 … from the best down'),
    ("grades", grades(False, False, False), NO_POSITIVE),
    ("dimensions[0].weight", "0", "must be above 0"),
    ("dimensions[1].weight", "-1", "must be above 0"),
    ("channels", channels("1", "-1"), NEGATIVE),
    ("channels", channels("0", "0"), WEIGHTLESS),
    ("groups[0].weights", {"C1": "2", "C2": "-1"}, NEGATIVE),
    ("groups[0].weights", {"C1": "0"}, WEIGHTLESS),
    ("groups[0].weights", {}, WEIGHTLESS),
    ("scoring.cap", "0", "must be above 0, or null for none"),
    ("scoring.display.scale", "0", "must be above 0"),
    ("scoring.display.scale", "-10/11", "must be above 0"),
    ("scoring.trim", "1/2", TRIM),
    ("scoring.trim", "-0.1", TRIM),
    ("validity.one_grade", "V9", UNLISTED.format("V9")),
    ("validity.quorum", "0", QUORUM),
    ("validity.quorum", "1.01", QUORUM),
    ("pages", [{"rows": 3}, {"rows": 1}], PAGES.format(4)),
    ("pages", [{"rows": 2, "check": "47"}], PAGES.format(2)),
]

BANDS = [
    {"code": "B1", "name": "优秀", "from": "90"},
    {"code": "B2", "name": "良好", "from": "80", "to": "90"},
    {"code": "B3", "name": "合格", "to": "80"},
]
BANDED = {"bands": BANDS}
VETO = {"agency": "A1", "band": "B3", "reason": "事故"}
VETOED = {"bands": BANDS, "vetoes": [VETO]}
LINES = {"adjustments": [{"agency": "A1", "points": "1", "reason": "表彰"}]}
BLANKS = {"validity": {"max_blank": {"share": "0.9", "reason": "V4"}}}
PAGED = {"pages": [{"rows": 3, "check": "47"}]}
POOLED = {"scoring": {"dimensions": "pooled"}}
UNSCORED = {"groups": [{"code": "G1", "name": "甲", "scored": False, "ranked": False}]}
UPSIDE_DOWN = [BANDS[0], BANDS[1] | {"from": "95"}, BANDS[2] | {"to": "95"}]
EMPTY = [BANDS[0], BANDS[1] | {"from": "90"}, BANDS[2] | {"to": "90"}]

IN_CONTEXT = [
    (POOLED, "scoring.cap", "20", "pooled dimensions cannot be capped one by one"),
    (POOLED, "scoring.trim", "0.1", "pooled dimensions cannot be trimmed one by one"),
    (POOLED, "dimensions", weighed("1", "2"), "pooled dimensions need equal weights"),
    (
        {},
        "scoring",
        {"trim": "0.1", "denominator": "forms"},
        'goes with the denominator "marks" alone',
    ),
    (UNSCORED, "groups[0].ranked", True, "a group that is not scored cannot be ranked"),
    (
        {"grades": grades(True, False, False)},
        "grades[2].positive",
        True,
        "cannot be positive below a grade that is not",
    ),
    (BLANKS, "validity.max_blank.share", "1", SHARE),
    (BLANKS, "validity.max_blank.share", "-1/2", SHARE),
    (BLANKS, "validity.max_blank.reason", "V9", UNLISTED.format("V9")),
    (PAGED, "pages[0].rows", 0, "must be a whole number from 1 to 999"),
    (BANDED, "bands[2].code", "b1", TWICE.format("b1", "bands", "code")),
    (BANDED, "bands[0].to", "100", "the best band has no upper bound: leave it null"),
    (BANDED, "bands[2].from", "0", "the last band has no lower bound: leave it null"),
    (BANDED, "bands[1].to", "89", SEAM),
    (BANDED, "bands[1].to", "91", SEAM),
    (BANDED, "bands[1].to", None, SEAM),
    (BANDED, "bands[2].to", "80.000000000001", SEAM),
    (BANDED, "bands", UPSIDE_DOWN, "must be below its upper bound"),
    (BANDED, "bands", EMPTY, "must be below its upper bound"),
    (LINES, "adjustments[0].agency", "A9", UNLISTED.format("A9")),
    (VETOED, "vetoes[0].agency", "A9", UNLISTED.format("A9")),
    (VETOED, "vetoes[0].band", "B9", UNLISTED.format("B9")),
    (VETOED, "vetoes", [VETO, VETO | {"band": "B2"}], TWICE.format("A1", "vetoes", "agency")),
]
# told of a step further down than it was written, or at the rule that it breaks
TOLD_AT = {
    "dimensions": "scoring.dimensions",
    "scoring": "scoring.trim",
    "bands": "bands[1].from",
    "vetoes": "vetoes[1].agency",
}


def sentences(value):
    with pytest.raises(PlanInvalidError) as caught:
        plan_from_json(value)
    return [problem.sentence() for problem in caught.value.problems]


@pytest.mark.parametrize(
    ("place", "wrong", "says"), MISTAKES, ids=[f"{place}: {says}" for place, _, says in MISTAKES]
)
def test_t38_a_mistake_is_named_with_its_place(place, wrong, says):
    assert sentences(plan_value_with(place, wrong)) == [f"{place}: {says}"]


@pytest.mark.parametrize(
    ("given", "place", "wrong", "says"), IN_CONTEXT, ids=[f"{m[1]}: {m[3]}" for m in IN_CONTEXT]
)
def test_t38_what_clashes_with_the_rest_of_the_plan_is_named(given, place, wrong, says):
    plan_from_json(plan_value(**given))
    found = sentences(plan_value_with(place, wrong, **given))
    assert found == [f"{TOLD_AT.get(place, place)}: {says}"]
