"""The customer's table through the acts: every rule's points, rates, bounds, warnings, lists."""

from dataclasses import replace
from fractions import Fraction
from typing import Any

import pytest

from desktop.actions.consequences import annul_results, model_sections
from desktop.actions.deductions import (
    case_warnings,
    correct_deduction,
    enter_deduction,
    move_deduction,
)
from desktop.actions.proposals import GroupUnknownError, RuleUnproposedError, link_survey
from desktop.actions.rule_sets import choose_rules, shipped_rules
from desktop.actions.year_standing import year_standing
from desktop.assess.ledger import CircularMissingError, Entry, State, StateWrongError
from desktop.assess.points import Facts
from desktop.assess.rule_set import Rounding
from desktop.assess.steps import StepEarlyError, closed
from desktop.store.ledger_queries import lines
from desktop.store.ledgers import DEDUCTIONS
from desktop.words import CHINESE, words_for
from tests.plans import small_plan
from tests.surveys import founded, keyed

RULES = shipped_rules("hundred-points")
AGENCIES = [
    {"code": "A1", "name": "市教育局", "group": "G1"},
    {"code": "A2", "name": "基础教育科", "group": "G1", "parent": "A1"},
    {"code": "A3", "name": "办证窗口", "group": "G2", "parent": "A1"},
]
GROUPS = [{"code": "G1", "name": "政府部门"}, {"code": "G2", "name": "服务窗口"}]
PLAN = small_plan(AGENCIES, groups=GROUPS)
STATES = (State.VERIFIED, State.CIRCULARISED, State.COUNTED)
GRAVE = {"reason": "情节较重", "approver": "领导小组"}


@pytest.fixture
def survey(tmp_path):
    with founded(tmp_path / "a.pingyi", PLAN) as held:
        choose_rules(held, RULES)
        yield held


def entry(rule, unit="A2", facts=None, **more):
    found = next(held for held in RULES.rules if held.code == rule)
    office = found.offices[0]
    return Entry(unit, rule, facts or Facts(), "2006-03-01", office, **more)


def count(survey, *entries):
    for held in entries:
        made = enter_deduction(survey, held, on="2006-03-02")
        for state in STATES:
            (line,) = lines(survey, DEDUCTIONS, begins=made.id)
            move_deduction(survey, line, state, on="2006-03-03")


def row(survey, unit="A2"):
    return next(held for held in year_standing(survey, "2006-12-31").rows if held.unit == unit)


TABLE: dict[str, tuple[int | Fraction, dict[str, Any]]] = {
    "1-1a": (4, {}), "1-1b": (5, {}), "1-2a": (3, {}), "1-2b": (3, {}),
    "2-1": (Fraction(30, 7), {"facts": Facts(1, 7)}), "2-2": (5, {}), "2-3": (2, {}),
    "3-1a": (1, {}), "3-1b": (2, {}), "3-1c": (5, {}), "3-2a": (1, {}), "3-2b": (2, {}),
    "3-2c": (4, {"facts": Facts(rate=Fraction(12))}),
    "4-1a": (2, {}), "4-1b": (1, {}), "4-1c": (2, {}), "4-2": (10, {}), "4-3a": (5, {}),
    "4-3b": (3, {}), "4-4": (2, {}), "4-5": (1, {}), "4-6": (1, {}),
    "5-1": (10, {"facts": Facts(amount=Fraction(10)), **GRAVE}),
    "5-2": (20, {"facts": Facts(amount=Fraction(20)), **GRAVE}),
    "5-3": (5, {}), "5-4": (10, {}),
    "6-1": (2, {"facts": Facts(rate=Fraction("87.4")), "source": "评议"}),
    "6-2": (2, {"facts": Facts(rate=Fraction("87.4")), "source": "窗口评议"}),
}  # fmt: skip


def test_every_rule_of_the_table_deducts_its_points_once_it_is_counted(survey):
    assert set(TABLE) == {rule.code for rule in RULES.rules}
    count(survey, *(entry(code, **more) for code, (_, more) in TABLE.items()))
    found = {**row(survey).by_rule(), **row(survey, "A1").by_rule()}
    assert found == {code: -points for code, (points, _) in TABLE.items()}
    assert row(survey, "A1").unfloored == 97  # drinking at lunch: the unit above answers for it
    assert (row(survey).unfloored, row(survey).score) == (
        100 - sum(points for code, (points, _) in TABLE.items() if code != "4-3b"),
        0,
    )


@pytest.mark.parametrize(
    ("rounding", "points"),
    [(Rounding.WHOLE, 2), (Rounding.PROPORTIONAL, Fraction("2.6")), (Rounding.STARTED, 3)],
)
def test_a_rate_of_87_4_by_each_rounding_of_an_edited_rule_set(tmp_path, rounding, points):
    edited = tuple(replace(rule, rounding=rounding) for rule in RULES.rules)
    with founded(tmp_path / "a.pingyi", PLAN) as survey:
        choose_rules(survey, replace(RULES, rules=edited))
        count(survey, entry("6-1", facts=Facts(rate=Fraction("87.4")), source="评议"))
        assert row(survey).score == 100 - points


@pytest.mark.parametrize(
    ("score", "band"),
    [
        ("59.5", "fail"), ("60", "pass"), ("79.99", "pass"), ("80", "good"), ("89.6", "good"),
        ("90", "excellent"),
    ],
)  # fmt: skip
def test_bands_on_record_are_read_on_the_unrounded_score(survey, score, band):
    points = 100 - Fraction(score)
    whole, part = int(points), points % 1
    held = [entry("4-5", facts=Facts(whole))]
    held += [entry("2-1", facts=Facts(int(part * 100), 3000))] if part else []
    count(survey, *held)
    assert (row(survey).score, row(survey).band.code) == (Fraction(score), band)


def test_a_rule_that_needs_a_circular_is_not_counted_before_one(survey):
    made = enter_deduction(survey, entry("4-2"), on="2006-03-02")
    (line,) = lines(survey, DEDUCTIONS, begins=made.id)
    move_deduction(survey, line, State.VERIFIED, on="2006-03-03")
    (line,) = lines(survey, DEDUCTIONS, begins=made.id)
    with pytest.raises(CircularMissingError):
        move_deduction(survey, line, State.COUNTED, on="2006-03-03")


def test_another_rule_on_the_same_case_is_warned_of_and_refuses_nothing(survey):
    first = entry("3-1a", case="热线12号")
    assert case_warnings(survey, first) == []
    made = enter_deduction(survey, first)
    (twin,) = case_warnings(survey, first)
    assert twin.sentence().endswith(f"entry {made.id[:8]} says the same already")
    assert case_warnings(survey, replace(first, rule="3-1c", unit="A1")) == []
    assert case_warnings(survey, replace(first, rule="3-1c", case="")) == []
    (problem,) = case_warnings(survey, replace(first, rule="3-1c"))
    assert "3-1a and 3-1c" in problem.sentence()
    (line,) = lines(survey, DEDUCTIONS)
    changed = replace(first, rule="3-1c")
    assert case_warnings(survey, changed, without=line.id) == []
    correct_deduction(survey, line, changed)
    (line,) = lines(survey, DEDUCTIONS)
    move_deduction(survey, line, State.WITHDRAWN)
    assert case_warnings(survey, first) == []


def test_model_sections_stand_below_another_unit_in_the_best_band(survey):
    def models():
        return [held.unit for held in model_sections(survey, year_standing(survey))]

    assert models() == ["A2", "A3"]
    count(survey, entry("4-5", facts=Facts(10), unit="A2"), entry("4-5", unit="A1"))
    assert models() == ["A3", "A2"]
    count(survey, entry("4-5", unit="A2"))
    assert models() == ["A3"]
    annul_results(survey, "A3", "弄虚作假", "2006-12-01", second="监票人")
    assert models() == []


def test_windows_come_under_the_rule_for_windows(tmp_path):
    with keyed(tmp_path / "a.pingyi", ["333333"], PLAN) as survey:
        choose_rules(survey, RULES)
        with pytest.raises(GroupUnknownError, match="it has G1, G2"):
            link_survey(survey, "2006-12-01", windows=["G9"])
        link_survey(survey, "2006-12-01", windows=["G2"])
        found = {line.value.unit: line.value.rule for line in lines(survey, DEDUCTIONS)}
        assert found == {"A1": "6-1", "A2": "6-1", "A3": "6-2"}
        assert link_survey(survey, "2006-12-01").drafts == {}


def test_a_set_without_a_rule_for_rates_takes_none_from_the_survey(tmp_path):
    bare = tuple(replace(rule, proposed_for="") for rule in RULES.rules)
    with keyed(tmp_path / "a.pingyi", ["333333"], PLAN) as survey:
        choose_rules(survey, replace(RULES, rules=bare))
        with pytest.raises(RuleUnproposedError):
            link_survey(survey, "2006-12-01")


def test_what_an_act_refuses_is_said_in_chinese_throughout(survey):
    made = enter_deduction(survey, entry("4-5"), on="2006-03-02")
    (line,) = lines(survey, DEDUCTIONS, begins=made.id)
    with pytest.raises(StateWrongError) as found:
        move_deduction(survey, line, State.COUNTED)
    said = found.value.sentence(words_for(CHINESE))
    assert said == "草稿的条目不能改为计入，只能改为：核实、撤销。"
    with pytest.raises(StepEarlyError) as early:
        closed(finding(), "2006-03-02")
    assert early.value.sentence(words_for(CHINESE)) == "前一环节尚未登记：请先填写整改日期。"


def finding():
    from desktop.assess.findings import Finding, FindingKind, InspectorKind

    kind = FindingKind.ORDER
    return Finding("2006-03-01", "监督员01", InspectorKind.VOLUNTEER, "A1", kind, "空岗")
