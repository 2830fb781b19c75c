"""An agency as clerks type it; the likeliest stands first."""

import pytest

from desktop.models.agency_finder import AgencyFinder, listed
from tests.plans import small_plan

NAMES = ("Water Board", "Parks Office", "Archive", "Road Works", "Board of Parks")
CODES = ("3", "P12", "X1", "X2", "X10")


def finder():
    agencies = [
        {"code": code, "name": name, "short": name[:5], "group": "G1"}
        for code, name in zip(CODES, NAMES, strict=True)
    ]
    return AgencyFinder(small_plan(agencies, 2), "The survey")


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        # the paper's number before a code that reads the same
        ("3", ["X1", "3"]),
        ("1", ["3", "P12", "X1", "X10"]),
        ("001", ["3"]),
        ("x1", ["X1", "X10"]),
        ("board", ["X10", "3"]),
        ("PARKS", ["P12", "X10"]),
        (" road  works ", ["X2"]),
        ("nobody", []),
        ("0", ["X10"]),
        ("6", []),
    ],
)
def test_what_fits_stands_in_order(typed, found):
    assert [held.code for held in finder().find(typed)] == found


def test_where_nothing_is_typed_the_survey_stands_before_the_agencies():
    held = finder()
    assert held.find("  ") == held.all
    assert listed(held.all)[:2] == ["The survey", "1  Water Board"]
    assert [held.place for held in held.all] == [0, 1, 2, 3, 4, 5]


def test_a_code_leads_back_to_its_agency():
    held = finder()
    assert [held.of(code) and held.of(code).name for code in ("X1", "", "Z")] == [
        "Archive", "The survey", None,
    ]  # fmt: skip
