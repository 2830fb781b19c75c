"""The year from its first entry to its seal: acts, standing, proposals, composite, consequences."""

from dataclasses import replace
from datetime import date
from fractions import Fraction
from pathlib import Path

import pytest

from desktop.actions.complaints import complaints_due, enter_complaint
from desktop.actions.composite import composite_table, set_composite
from desktop.actions.consequences import (
    AnnulledTwiceError,
    ConsequenceUnknownError,
    annul_results,
    confirm_consequence,
    confirm_consequences,
    consequence_lines,
    import_bands,
    restore_results,
    survey_cut,
    withdraw_confirmation,
)
from desktop.actions.deductions import (
    EntryDecidedError,
    OfficeForeignError,
    ReasonOrApproverMissingError,
    SourceMissingError,
    correct_deduction,
    enter_deduction,
    move_deduction,
)
from desktop.actions.errors import ObstaclesError, ReasonMissingError
from desktop.actions.findings import enter_finding
from desktop.actions.ledgers import LineChangedError
from desktop.actions.proposals import complaint_proposals, draft_of_finding, link_survey
from desktop.actions.rule_sets import RulesFrozenError, choose_rules, shipped_rules
from desktop.actions.terms import read_calendar, set_holidays
from desktop.actions.year_sealing import seal_year, unseal_year
from desktop.actions.year_standing import year_standing
from desktop.assess.complaints import Complaint, Handling
from desktop.assess.composite import Component, ComponentKind
from desktop.assess.findings import Finding, FindingKind, InspectorKind
from desktop.assess.ledger import Entry, State
from desktop.assess.points import Facts
from desktop.assess.steps import StepDayError
from desktop.assess.year import CompositeSetting, Confirmation, LastBands
from desktop.store.errors import YearSealedError
from desktop.store.ledger_queries import lines
from desktop.store.ledgers import ANNULMENTS, CONFIRMATIONS, DEDUCTIONS, FINDINGS
from desktop.store.survey_file import SurveyFile
from desktop.store.verification import verify_survey
from tests.stations import Centre
from tools import verify_pingyi as tool

RULES = shipped_rules("hundred-points")
PEOPLE = {"C01": ["clerk"], "S01": ["supervisor"], "S02": ["supervisor"]}
ENTRY = Entry("A1", "1-1a", Facts(), "2006-03-01", "市委办公室", document="督查通报第3期")
TO_COUNTED = (State.VERIFIED, State.COUNTED)


@pytest.fixture
def centre(tmp_path: Path) -> Centre:
    made = Centre(tmp_path / "centre", 1, batches={"B001": 2}, operators=PEOPLE)
    with made.opened() as survey:
        choose_rules(survey, RULES)
    return made


@pytest.fixture
def survey(centre: Centre):
    with centre.opened() as held:
        yield held


def entered(survey: SurveyFile, entry: Entry = ENTRY, *states: State) -> None:
    made = enter_deduction(survey, entry, on="2006-03-02")
    for state in states:
        (line,) = lines(survey, DEDUCTIONS, begins=made.id)
        move_deduction(survey, line, state, on="2006-03-03")


def score(survey: SurveyFile, unit: str = "A1", day: str = "2006-12-31") -> Fraction:
    return {row.unit: row.score for row in year_standing(survey, day).rows}[unit]


def test_only_counted_entries_deduct(survey):
    entered(survey)
    assert score(survey) == 100
    (line,) = lines(survey, DEDUCTIONS)
    for state, points in ((State.VERIFIED, 100), (State.COUNTED, 96), (State.WITHDRAWN, 100)):
        move_deduction(survey, line, state, on="2006-04-01")
        (line,) = lines(survey, DEDUCTIONS)
        assert score(survey) == points
    assert score(survey, day="2006-03-31") == 100


def test_the_rule_set_is_frozen_by_the_first_entry(survey):
    choose_rules(survey, shipped_rules("added-points"))
    choose_rules(survey, RULES)
    entered(survey)
    with pytest.raises(RulesFrozenError):
        choose_rules(survey, RULES)


@pytest.mark.parametrize(
    ("entry", "error"),
    [
        (replace(ENTRY, office="某局"), OfficeForeignError),
        (
            replace(ENTRY, rule="5-1", office="公安局", facts=Facts(amount=Fraction(12))),
            ReasonOrApproverMissingError,
        ),
        (
            replace(ENTRY, rule="6-1", office="领导小组办公室", facts=Facts(rate=Fraction(85))),
            SourceMissingError,
        ),
    ],
)
def test_what_an_entry_lacks_is_named(survey, entry, error):
    with pytest.raises(error):
        enter_deduction(survey, entry)
    assert lines(survey, DEDUCTIONS) == []


def test_a_counted_entry_is_not_changed(survey):
    entered(survey, ENTRY, *TO_COUNTED)
    (line,) = lines(survey, DEDUCTIONS)
    with pytest.raises(EntryDecidedError):
        correct_deduction(survey, line, replace(ENTRY, text="别的"))


def test_a_line_changed_meanwhile_is_not_overwritten(survey):
    entered(survey)
    (line,) = lines(survey, DEDUCTIONS)
    correct_deduction(survey, line, replace(ENTRY, text="甲"))
    with pytest.raises(LineChangedError):
        correct_deduction(survey, line, replace(ENTRY, text="乙"))


def test_a_verified_finding_becomes_a_draft(survey):
    finding = Finding(
        "2006-03-01", "监督员01", InspectorKind.VOLUNTEER, "A2", FindingKind.PASTIME, "上班打牌",
        verified="2006-03-02",
    )  # fmt: skip
    enter_finding(survey, finding)
    (line,) = lines(survey, FINDINGS)
    enter_deduction(survey, draft_of_finding(RULES, line, "4-4", "2006-03-03"))
    (entry,) = lines(survey, DEDUCTIONS)
    assert (entry.value.unit, entry.value.origin, entry.value.state) == ("A2", line.id, "draft")


COMPLAINT = Complaint("2006-04-27", "hotline", "服务态度", "A1", Handling.OWN, "无人接待", "某市民")


def test_a_late_complaint_is_proposed_once(survey):
    set_holidays(survey, read_calendar("2006-05-01~2006-05-07\n+2006-04-29\n+2006-04-30"))
    enter_complaint(survey, replace(COMPLAINT, accepted="2006-05-09"))
    (proposal,) = complaint_proposals(survey)
    assert (proposal.purpose, proposal.entry.rule) == ("overdue", "3-1a")
    enter_deduction(survey, proposal.entry)
    assert complaint_proposals(survey) == []


def test_the_calendar_decides_what_is_overdue(survey):
    enter_complaint(survey, COMPLAINT)
    (found,) = complaints_due(survey, date(2006, 5, 8))
    assert found.overdue
    set_holidays(survey, read_calendar("2006-04-28\n2006-05-01~2006-05-07"))
    (found,) = complaints_due(survey, date(2006, 5, 8))
    assert found.due
    assert (found.due.by, found.overdue) == (date(2006, 5, 9), False)


def test_the_surveys_rates_become_drafts_once(centre):
    centre.stations[0].key(1, 2, batch="B001", marks="333333")
    centre.merge(centre.stations[0])
    with centre.opened() as survey:
        found = link_survey(survey, "2006-12-01")
        assert set(found.drafts) == {"A1", "A2", "A3"}
        assert not found.sealed
        again = link_survey(survey, "2006-12-01")
        assert (again.drafts, again.present) == ({}, ("A1", "A2", "A3"))
        entry = lines(survey, DEDUCTIONS)[0].value
    assert entry.facts.rate == 0
    assert "未封存" in entry.source


def test_the_composite_takes_the_assessment_from_the_ledger(survey):
    entered(survey, ENTRY, *TO_COUNTED)
    phone = {"A1": Fraction(4), "A2": Fraction(5), "A3": Fraction(3)}
    parts = (
        Component("assess", "百分制", ComponentKind.ASSESSMENT, Fraction(100), Fraction(1), {}, {}),
        Component("phone", "电话访问", ComponentKind.PHONE, Fraction(5), Fraction(1), {}, phone),
    )
    set_composite(survey, CompositeSetting(parts))
    found = {line.unit: (line.rank, line.score) for line in composite_table(survey).lines}
    expected = {"A2": (1, Fraction(100)), "A1": (2, Fraction(88)), "A3": (3, Fraction(80))}
    assert found == expected
    what_if = CompositeSetting((parts[0], replace(parts[1], weight=Fraction())))
    assert composite_table(survey, what_if).lines[-1].unit == "A1"
    assert composite_table(survey).lines[-1].unit == "A3"


def test_consequences_follow_and_are_confirmed(survey):
    for case in range(5):
        grave = replace(ENTRY, rule="4-2", office="办公室", case=str(case))
        entered(survey, grave, State.VERIFIED, State.CIRCULARISED, State.COUNTED)
    import_bands(survey, LastBands(2004, "上年通报", {"A1": "fail", "A2": "excellent"}))
    found = [(held.unit, held.rule.code) for held in consequence_lines(survey)]
    assert ("A1", "heads") in found
    assert ("A2", "title") in found
    assert ("A3", "title") not in found
    confirm_consequence(survey, Confirmation("A1", "rectify", "2007-01-10", "整改通知〔2007〕1号"))
    held = {(one.unit, one.rule.code): one.confirmed for one in consequence_lines(survey)}
    confirmed = held["A1", "rectify"]
    assert confirmed
    assert confirmed.value.deadline == "2007-02-09"
    assert held["A1", "talk"] is None


def test_several_consequences_are_confirmed_together_or_not_at_all(survey):
    import_bands(survey, LastBands(2004, "上年通报", {}))
    follows = consequence_lines(survey)
    wished = [Confirmation(one.unit, one.rule.code, "2007-01-10", "通报") for one in follows]
    assert len(wished) > 1
    for wrong in (replace(wished[0], rule="rectify"), wished[0]):
        with pytest.raises(ConsequenceUnknownError):
            confirm_consequences(survey, [*wished, wrong])
        assert not any(one.confirmed for one in consequence_lines(survey))
    before = survey.tip.seq
    confirm_consequences(survey, wished)
    assert [one.confirmed.value.document for one in consequence_lines(survey) if one.confirmed] == [
        "通报"
    ] * len(wished)
    assert survey.tip.seq == before + len(wished)


def test_a_confirmation_is_taken_back_with_a_reason(survey):
    """One whose ground has gone leaves the list; one that still follows waits again."""
    import_bands(survey, LastBands(2004, "上年通报", {}))
    for unit in ("A1", "A2"):
        confirm_consequence(survey, Confirmation(unit, "commend", "2007-01-10", "通报"))
    annul_results(survey, "A1", "弄虚作假", "2006-02-01", second="S02", operator="S01")
    assert [one.unit for one in consequence_lines(survey) if one.stale] == ["A1"]
    for held in lines(survey, CONFIRMATIONS):
        with pytest.raises(ReasonMissingError):
            withdraw_confirmation(survey, held, " ", "2007-02-02")
        with pytest.raises(StepDayError):
            withdraw_confirmation(survey, held, "考评结果已变", "2007-01-09")
        withdraw_confirmation(survey, held, "考评结果已变", "2007-02-02")
    left = {one.unit: one for one in consequence_lines(survey) if one.rule.code == "commend"}
    assert left.keys() == {"A2", "A3"}
    assert left["A2"].confirmed is None
    confirm_consequence(survey, Confirmation("A2", "commend", "2007-03-01", "再通报"))
    (again,) = (one.confirmed for one in consequence_lines(survey) if one.confirmed)
    assert again.value.document == "再通报"
    assert verify_survey(survey.path, home=survey.home) == []
    assert tool.verify([survey.path]).wrongs == []


def test_void_results_leave_the_ranking(survey):
    before = {row.unit: row.rank for row in year_standing(survey).rows}
    annul_results(survey, "A1", "弄虚作假", "2006-12-01", second="S02", operator="S01")
    after = {row.unit: row.rank for row in year_standing(survey).rows}
    assert before["A1"] == 1
    assert after == {"A2": 1, "A3": 1, "A1": None}
    assert "A1" not in survey_cut(survey).ranks
    with pytest.raises(AnnulledTwiceError):
        annul_results(survey, "A1", "再来", "2006-12-02", second="S02", operator="S01")
    (line,) = lines(survey, ANNULMENTS)
    with pytest.raises(StepDayError):
        restore_results(survey, line, "查无实据", "2006-11-30")
    restore_results(survey, line, "查无实据", "2006-12-01")
    assert before == {row.unit: row.rank for row in year_standing(survey).rows}


def test_the_year_is_sealed_by_two_and_opened_by_two(survey):
    entered(survey)
    with pytest.raises(ObstaclesError):
        seal_year(survey, "2006-12-31", second="S02", operator="S01")
    (line,) = lines(survey, DEDUCTIONS)
    for state in TO_COUNTED:
        move_deduction(survey, line, state, on="2006-04-01")
        (line,) = lines(survey, DEDUCTIONS)
    made = seal_year(survey, "2006-12-31", second="S02", operator="S01")
    assert made.data["standing"] == year_standing(survey, "2006-12-31").hash
    with pytest.raises(YearSealedError):
        entered(survey)
    assert unseal_year(survey, reason="漏计一件", second="S02", operator="S01") == 2
    entered(survey)
    assert len(lines(survey, DEDUCTIONS)) == 2
