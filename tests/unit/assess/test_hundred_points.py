"""Every line of the customer's table with its points (RULES.md §6), and the rates and bands."""

from fractions import Fraction

import pytest

from desktop.assess.points import (
    AmountWrongError,
    CountMissingError,
    Facts,
    FactUnaskedError,
    MissingBeyondDueError,
    ProportionWrongError,
    RateWrongError,
    check_asked,
    entry_points,
)
from desktop.assess.rule_set import Rounding, RuleKind
from tests.unit.assess.samples import hundred_points, other_rounding

RULES = hundred_points()
PER_OCCURRENCE = {
    "1-1a": 4, "1-1b": 5, "1-2a": 3, "1-2b": 3,
    "2-2": 5, "2-3": 2,
    "3-1a": 1, "3-1b": 2, "3-1c": 5, "3-2a": 1, "3-2b": 2,
    "4-1a": 2, "4-1b": 1, "4-1c": 2, "4-2": 10, "4-3a": 5, "4-3b": 3, "4-4": 2, "4-5": 1, "4-6": 1,
    "5-3": 5, "5-4": 10,
}  # fmt: skip
OTHERS = {
    "2-1": RuleKind.PROPORTION,
    "3-2c": RuleKind.STEP,
    "5-1": RuleKind.DISCRETIONARY,
    "5-2": RuleKind.DISCRETIONARY,
    "6-1": RuleKind.RATE,
    "6-2": RuleKind.RATE,
}


def points(code, **facts):
    return entry_points(RULES.rule(code), Facts(**facts))


def test_the_table_has_28_lines_and_every_one_of_them_is_tested():
    assert len(RULES.rules) == 28
    assert {rule.code for rule in RULES.rules} == set(PER_OCCURRENCE) | set(OTHERS)
    assert {code: RULES.rule(code).kind for code in OTHERS} == OTHERS
    assert RULES.start == 100
    assert RULES.least == 0
    assert RULES.most is None


@pytest.mark.parametrize("code", PER_OCCURRENCE)
@pytest.mark.parametrize("count", [1, 3])
def test_so_many_points_for_each(code, count):
    assert points(code, count=count) == PER_OCCURRENCE[code] * count
    assert not RULES.rule(code).adds


@pytest.mark.parametrize(
    ("missing", "due", "expected"), [(0, 7, 0), (1, 7, Fraction(30, 7)), (7, 7, 30)]
)
def test_approval_items_by_the_share_that_is_missing(missing, due, expected):
    assert points("2-1", count=missing, due=due) == expected


@pytest.mark.parametrize(
    ("below", "expected"), [("0", 0), ("4.99", 0), ("5", 2), ("12", 4), ("100", 40)]
)
def test_two_points_for_every_five_percentage_points_missed(below, expected):
    assert points("3-2c", rate=Fraction(below)) == expected


@pytest.mark.parametrize("code", ["5-1", "5-2"])
def test_ten_to_twenty_by_gravity(code):
    for amount in (10, 15, 20):
        assert points(code, amount=Fraction(amount)) == amount
    for wrong in (None, Fraction("9.9"), Fraction("20.1")):
        with pytest.raises(AmountWrongError, match="10 to 20 points"):
            points(code, amount=wrong)


@pytest.mark.parametrize("code", ["6-1", "6-2"])
@pytest.mark.parametrize(
    ("rate", "expected"),
    [
        ("100", "0 0 0"), ("90", "0 0 0"), ("89.6", "0 0.4 1"), ("87.4", "2 2.6 3"),
        ("0", "90 90 90"),
    ],
)  # fmt: skip
def test_each_point_below_ninety_whole_proportional_or_started(code, rate, expected):
    found = [
        entry_points(other_rounding(RULES.rule(code), how), Facts(rate=Fraction(rate)))
        for how in (Rounding.WHOLE, Rounding.PROPORTIONAL, Rounding.STARTED)
    ]
    assert found == [Fraction(text) for text in expected.split()]
    assert RULES.rule(code).rounding is Rounding.WHOLE


@pytest.mark.parametrize(
    ("code", "facts"),
    [
        ("4-5", {"rate": Fraction(50)}),
        ("4-5", {"amount": Fraction(9)}),
        ("4-5", {"due": 3}),
        ("6-1", {"rate": Fraction(87), "count": 2}),
        ("3-2c", {"rate": Fraction(12), "amount": Fraction(1)}),
        ("5-1", {"amount": Fraction(12), "rate": Fraction(1)}),
    ],
)
def test_what_no_point_would_come_from_is_refused(code, facts):
    with pytest.raises(FactUnaskedError):
        check_asked(RULES.rule(code), Facts(**facts))


@pytest.mark.parametrize(
    ("code", "facts", "error"),
    [
        ("4-5", {"count": 0}, CountMissingError),
        ("2-1", {"count": 1, "due": 0}, ProportionWrongError),
        ("2-1", {"count": 8, "due": 7}, MissingBeyondDueError),
        ("6-1", {}, RateWrongError),
        ("6-1", {"rate": Fraction("100.1")}, RateWrongError),
        ("3-2c", {"rate": Fraction(-1)}, RateWrongError),
    ],
)
def test_what_does_not_fit_its_rule_is_refused(code, facts, error):
    with pytest.raises(error, match=RULES.rule(code).section):
        points(code, **facts)
