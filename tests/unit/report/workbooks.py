"""Plans of every kind for the tests of the workbook, with marks to count by them."""

from typing import Any

import openpyxl

from desktop.report.material import Material
from tests.plans import grade_values, small_plan
from tests.unit.report.samples import Batch, material, outside

GROUPS: list[dict[str, Any]] = [
    {"code": "G1", "name": "甲类"},
    {"code": "G2", "name": "乙类", "ranked": False},
    {"code": "G3", "name": "丙类", "scored": False, "ranked": False},
]
FORMS: list[Batch] = [
    ("C1", "B001", [("", "112131"), ("", "121312"), ("V1", "333333"), ("", "11111x")]),
    ("C2", "B002", [("", "213213"), ("", "1023x-"), ("V3", ""), ("", "112121")]),
]
WITHOUT_SECOND: list[Batch] = [("C1", "B001", [("", "110022"), ("", "120021")])]
"""Nobody marked the second agency."""


def loaded(file: Any, **how: bool) -> Any:
    """A workbook as openpyxl reads it: its cells may hold anything."""
    return openpyxl.load_workbook(file, **how)


def agencies(*groups: str) -> list[dict[str, Any]]:
    """Codes that a spreadsheet takes for numbers, for the same number, or for formulas."""
    codes = ("1", "01", "1E2", "100", "5-6", "0x1")
    return [
        {"code": code, "name": f"=单位{code}", "group": group}
        for code, group in zip(codes, groups, strict=False)
    ]


def variant(forms: list[Batch] = FORMS, changes: Any = None, **keys: Any) -> Material:
    given = keys.pop("agencies", 3), keys.pop("dimensions", 2)
    return material(small_plan(*given, **keys), forms, **(changes or {}))


def weights(*numbers: str) -> list[dict[str, Any]]:
    return [
        {"code": f"D{at}", "name": f"内容{at}", "points": 20, "weight": number}
        for at, number in enumerate(numbers, 1)
    ]


DONT_KNOW: list[Batch] = [("C1", "B001", [("", "1?2131"), ("", "12?312"), ("", "3?1?11")])]
LINES = [{"agency": "A2", "points": "-1.5", "reason": "通报"}]
BANDS = [
    {"code": "Y", "name": "优秀", "from": "40", "to": None},
    {"code": "B", "name": "不合格", "from": None, "to": "40"},
]


def variants() -> dict[str, Material]:
    """One for every convention that changes a formula, by a name that tells it."""
    scaled = {"display": {"scale": "10/11", "decimals": 2}}
    return {
        "as the customer has it": variant(),
        "codes like numbers": variant(agencies=agencies("G1", "G1", "G1")),
        "capped": variant(scoring={"cap": "18.5"}),
        "scaled": variant(scoring=scaled, adjustments=LINES, bands=BANDS),
        "many decimals": variant(scoring={"display": {"decimals": 6}}),
        "no decimals": variant(scoring={"display": {"decimals": 0}}),
        "weighted dimensions": variant(dimensions=weights("0.3", "0.7")),
        "mean": variant(scoring={"dimensions": "mean"}),
        "weighted mean": variant(dimensions=weights("1/3", "2"), scoring={"dimensions": "mean"}),
        "pooled dimensions": variant(scoring={"dimensions": "pooled"} | scaled),
        "don't-knows divide": variant(
            DONT_KNOW, dont_know=True, scoring={"denominator": "marks+dont_know"}
        ),
        "don't-knows aside": variant(DONT_KNOW, dont_know=True),
        "forms divide": variant(scoring={"denominator": "forms"}),
        "forms divide, pooled": variant(scoring={"denominator": "forms", "dimensions": "pooled"}),
        "grades of thirds": variant(grades=grade_values("1", "2/3", "1/3")),
        "weighted channels": variant(scoring={"channels": "weighted"}),
        "trimmed": variant(scoring={"trim": "0.1"}),
        "ties broken": variant(scoring={"tie_break": ["top_grade"]}),
        "too many digits": variant(scoring={"display": {"decimals": 10}}),
        "own forms left out": variant(scoring={"exclude_self": True}),
        "totals from outside": variant(changes={"totals": [outside("C2", "调查队", 30, 40)]}),
        "one unscored": variant(WITHOUT_SECOND),
        "groups not ranked": variant(agencies=agencies("G1", "G2", "G3"), groups=GROUPS),
        "all alike": variant([("C1", "B001", [("", "111111"), ("", "111111")])]),
        "no form": variant([]),
    }
