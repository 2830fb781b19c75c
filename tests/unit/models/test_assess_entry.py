"""Rules found as they are typed, facts read by kind, points with their sign."""

from datetime import date
from fractions import Fraction

import pytest

from desktop.actions.rule_sets import shipped_rules
from desktop.assess.ledger import Entry
from desktop.assess.points import Facts
from desktop.models.assess_entry import (
    RuleFinder,
    moved,
    moved_text,
    past_day,
    points_text,
    read_facts,
    typed_facts,
)
from desktop.models.typed_values import NumberTypedError
from tests.plans import small_plan

RULES = shipped_rules("hundred-points")
ADDED = shipped_rules("added-points")
NAMES = {name: name for name in ("count", "due", "rate", "amount")}


@pytest.fixture
def finder():
    made = RuleFinder(small_plan(), "none")
    made.take(RULES)
    return made


@pytest.mark.parametrize(
    ("typed", "codes"),
    [
        ("4.4", ["4-4"]),
        ("4。4", ["4-4"]),
        ("四.3", ["4-3a", "4-3b"]),
        ("6", ["6-1", "6-2", "4-6"]),
        ("3-2c", ["3-2c"]),
        ("信访 敷衍", ["3-2b"]),
        ("no such words", []),
    ],
)
def test_a_rule_is_found_by_section_code_or_words(finder, typed, codes):
    assert [held.code for held in finder.find(typed)] == codes


def test_with_nothing_typed_every_rule_is_listed_and_none_is_meant(finder):
    assert [held.code for held in finder.find("")] == ["", *(rule.code for rule in RULES.rules)]
    assert finder.of("") == finder.whole


def test_points_of_a_rule_in_short():
    assert points_text(RULES.rule("4-4")) == "-2/人次"
    assert points_text(RULES.rule("5-1")) == "-10～-20/件次"
    assert points_text(ADDED.rule("B1")) == "+1/次"


def test_what_is_added_has_its_sign():
    added, taken = (
        moved(rules.rule(code), Entry("A1", code, Facts(count=2), "2006-01-01", ""))
        for rules, code in ((ADDED, "B1"), (RULES, "4-4"))
    )
    assert (moved_text(added), moved_text(taken), moved_text(None)) == ("+2", "-4", "")


def test_facts_are_read_as_the_rule_asks_and_typed_back():
    typed = {"count": "２", "due": "10", "rate": "87.4%", "amount": ""}
    assert read_facts(RULES.rule("2-1"), typed, NAMES) == Facts(count=2, due=10)
    assert read_facts(RULES.rule("6-1"), typed, NAMES) == Facts(rate=Fraction("87.4"))
    assert typed_facts(Facts(rate=Fraction("87.4")))["rate"] == "87.4"
    with pytest.raises(NumberTypedError):
        read_facts(RULES.rule("4-4"), typed | {"count": "1.5"}, NAMES)


@pytest.mark.parametrize(
    ("text", "day"), [("5-30", "2006-05-30"), ("12-31", "2005-12-31"), ("2006.1.2", "2006-01-02")]
)
def test_a_day_without_a_year_is_the_last_one(text, day):
    assert past_day("Day", text, date(2006, 6, 1)) == day
