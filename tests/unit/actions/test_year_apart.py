"""The year kept on two laptops: disputes settled, rates, rule sets and cases that met apart."""

import sqlite3
from contextlib import closing
from dataclasses import replace
from fractions import Fraction
from pathlib import Path

import pytest

from desktop.actions import ledgers, year_sealing
from desktop.actions.complaints import change_complaint, enter_complaint
from desktop.actions.consequences import annul_results
from desktop.actions.deductions import (
    SourceMissingError,
    correct_deduction,
    enter_deduction,
    move_deduction,
)
from desktop.actions.findings import enter_finding
from desktop.actions.operators import register_operator
from desktop.actions.proposals import (
    FiguresElsewhereError,
    complaint_proposals,
    draft_of_finding,
    link_survey,
)
from desktop.actions.rule_sets import choose_rules
from desktop.actions.year_sealing import seal_year, year_obstacles
from desktop.actions.year_standing import year_standing
from desktop.assess import steps
from desktop.assess.ledger import State
from desktop.assess.rule_set import RuleSet
from desktop.store import kinds
from desktop.store.errors import YearSealedError
from desktop.store.ledger_queries import lines
from desktop.store.ledgers import COMPLAINTS, DEDUCTIONS, FINDINGS
from tests import year_lines as made
from tests.stations import PIN, Centre

PEOPLE = {"C01": ["clerk"], "K01": ["checker"], "S01": ["supervisor"], "S02": ["supervisor"]}


@pytest.fixture
def centre(tmp_path: Path) -> Centre:
    held = Centre(tmp_path / "centre", 2, batches={"B001": 4}, operators=PEOPLE)
    with held.opened() as survey:
        choose_rules(survey, made.RULES)
    return held


def told(centre: Centre) -> Centre:
    for station in centre.stations:
        centre.tell(station)
    return centre


def sentences(problems) -> list[str]:
    return [problem.sentence() for problem in problems]


@pytest.mark.parametrize("ways", [made.STEPS[:1], made.STEPS[:3], (State.WITHDRAWN,)])
def test_a_dispute_settled_as_the_draft_stays_settled(centre, ways):
    with centre.opened() as survey:
        enter_deduction(survey, made.ENTRY, on="2006-03-02")
    station = told(centre).stations[0]
    with station.open() as survey:
        mended = replace(made.ENTRY, text="核对过")
        correct_deduction(survey, made.only(survey, DEDUCTIONS), mended, operator="K01")
    with centre.opened() as survey:
        for state in ways:
            move_deduction(survey, made.only(survey, DEDUCTIONS), state, on="2006-03-05")
    centre.merge(station)
    with centre.opened() as survey:
        line = made.only(survey, DEDUCTIONS)
        said = next(held for held in (line.value, *line.others) if held.text == "核对过")
        correct_deduction(survey, line, said)
        correct_deduction(survey, made.only(survey, DEDUCTIONS), replace(said, text="再核对"))
        for state in (State.VERIFIED, State.COUNTED):
            line = made.only(survey, DEDUCTIONS)
            assert not line.is_disputed
            move_deduction(survey, line, state, on="2006-04-01")
        assert year_obstacles(survey) == []
    assert centre.supervisor.verify() == []


def test_a_station_links_no_rates_and_changed_ones_stand_against_the_seal(centre):
    one, other = told(centre).stations
    one.key(1, 2, marks="333333", operator="C01")
    other.key(3, 4, marks="111111", operator="C01")
    with one.open() as survey, pytest.raises(FiguresElsewhereError):
        link_survey(survey, "2006-05-09", operator="C01")
    centre.merge(one)
    with centre.opened() as survey:
        assert len(link_survey(survey, "2006-05-09").drafts) == 3
        assert not [held for held in sentences(year_obstacles(survey)) if "rate" in held]
    centre.merge(other)
    with centre.opened() as survey:
        outdated = [held for held in sentences(year_obstacles(survey)) if "rate" in held]
        assert len(outdated) == 3
        for line in lines(survey, DEDUCTIONS):
            move_deduction(survey, line, State.WITHDRAWN, on="2006-05-10")
        assert len(link_survey(survey, "2006-05-10").drafts) == 3
        assert not [held for held in sentences(year_obstacles(survey)) if "rate" in held]


def test_a_rate_that_is_typed_over_is_the_surveys_no_more(centre):
    station = told(centre).stations[0]
    station.key(1, 2, marks="333333", operator="C01")
    centre.merge(station)
    with centre.opened() as survey:
        link_survey(survey, "2006-05-09")
        line = made.only(survey, DEDUCTIONS)
        facts = replace(line.value.facts, rate=line.value.facts.rate + 50)
        with pytest.raises(SourceMissingError):
            correct_deduction(survey, line, replace(line.value, facts=facts))
        correct_deduction(survey, line, replace(line.value, facts=facts, source="市城调队"))
        changed = next(held for held in lines(survey, DEDUCTIONS) if held.id == line.id)
        assert not changed.value.is_linked


def dearer() -> RuleSet:
    """The rule set with dress at 7 points."""
    rules = [replace(it, points=Fraction(7)) if it.code == "4-5" else it for it in made.RULES.rules]
    return replace(made.RULES, rules=tuple(rules))


def test_an_entry_of_another_rule_set_counts_for_nothing_until_it_is_mended(centre):
    station = told(centre).stations[0]
    with station.open() as survey:
        enter_deduction(survey, made.ENTRY, on="2006-03-02", operator="C01")
    with centre.opened() as survey:
        choose_rules(survey, dearer())
    centre.merge(station)
    with centre.opened() as survey:
        for state in (State.VERIFIED, State.COUNTED):
            move_deduction(survey, made.only(survey, DEDUCTIONS), state, on="2006-03-05")
        found = year_standing(survey)
        assert {row.unit: row.score for row in found.rows}["A1"] == 100
        (said,) = sentences(found.problems)
        assert "another rule set" in said
        assert said in sentences(year_obstacles(survey))


def test_one_finding_drafted_on_two_laptops_is_told(centre):
    with centre.opened() as survey:
        enter_finding(survey, made.FINDING)
    station = told(centre).stations[0]
    for machine, who in ((station, "C01"), (centre.supervisor, "S01")):
        with machine.open() as survey:
            line = made.only(survey, FINDINGS)
            entry = draft_of_finding(made.RULES, line, "4-4", "2006-03-05")
            enter_deduction(survey, entry, on="2006-03-05", operator=who)
    centre.merge(station)
    with centre.opened() as survey:
        (said,) = sentences(year_standing(survey).problems)
        assert "entered 2 times for the same" in said


def test_a_second_sending_back_is_proposed_once_more(centre):
    with centre.opened() as survey:
        enter_complaint(survey, steps.accepted(made.COMPLAINT, "2006-03-02"))
        for finished, back in (("2006-03-08", "2006-03-10"), ("2006-03-12", "2006-03-14")):
            line = made.only(survey, COMPLAINTS)
            case = steps.finished(line.value, finished, "已答复")
            change_complaint(survey, line, steps.sent_back(case, back))
            (held,) = complaint_proposals(survey, "2006-03-15")
            assert (held.purpose, held.entry.facts.count, held.entry.date) == ("sent-back", 1, back)
            enter_deduction(survey, held.entry, on="2006-03-15")
        assert complaint_proposals(survey, "2006-03-15") == []


def test_results_void_after_the_seals_day_stand_against_it(centre):
    with centre.opened() as survey:
        annul_results(survey, "A3", "数据不实", "2007-01-10", second="S02", operator="S01")
        (said,) = sentences(year_obstacles(survey, "2006-12-31"))
        assert said == "A3: its results change after the day of the seal: seal later"
        assert year_obstacles(survey, "2007-01-10") == []


def test_after_the_seal_its_own_day_is_meant_and_no_other_is_sealed(centre):
    with centre.opened() as survey:
        seal = seal_year(survey, "2006-12-31", second="S02", operator="S01")
        found = year_standing(survey)
        assert (found.day, found.hash) == ("2006-12-31", seal.data["standing"])
        assert found.edition.sealed
        assert not year_standing(survey, "2006-06-30").edition.sealed


def test_a_role_given_after_the_years_seal_wakes_nothing(centre, monkeypatch):
    with centre.opened() as survey:
        enter_deduction(survey, made.ENTRY, on="2006-03-02")
    station = told(centre).stations[0]
    monkeypatch.setattr(ledgers, "check_may", lambda *given: None)
    with station.open() as survey:
        line = made.only(survey, DEDUCTIONS)
        states = {State.DRAFT: "2006-03-02", State.VERIFIED: "2006-03-03"}
        counted = replace(line.value, states=states | {State.COUNTED: "2006-03-04"})
        ledgers.change_line(
            survey, DEDUCTIONS, line, counted, operator="C01", kind=kinds.DEDUCTION_DECIDED
        )
    monkeypatch.undo()
    centre.merge(station)
    with centre.opened() as survey:
        move_deduction(survey, made.only(survey, DEDUCTIONS), State.WITHDRAWN, on="2006-03-05")
        sealed = seal_year(survey, "2006-12-31", second="S02", operator="S01")
        with pytest.raises(YearSealedError):
            register_operator(survey, "C01", name="C01", roles=["clerk", "supervisor"], pin=PIN)
        assert year_standing(survey).hash == sealed.data["standing"]


def test_nobody_writes_between_the_years_standing_and_its_seal(centre, monkeypatch):
    tried = []

    def standing_of(survey, day=""):
        with closing(sqlite3.connect(survey.path)) as other:
            other.execute("PRAGMA busy_timeout = 0")
            with pytest.raises(sqlite3.OperationalError, match="locked"):
                other.execute("BEGIN IMMEDIATE")
        tried.append(day)
        return year_standing(survey, day)

    monkeypatch.setattr(
        year_sealing, "year_standing", lambda survey, day="": standing_of(survey, day)
    )
    with centre.opened() as survey:
        seal_year(survey, "2006-12-31", second="S02", operator="S01")
    assert "2006-12-31" in tried
