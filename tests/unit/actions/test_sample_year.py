"""The made-up year: its full size, every rule and band, and nothing that no office would write."""

from collections import Counter
from dataclasses import replace
from datetime import date, timedelta
from itertools import pairwise

import pytest

from desktop.actions.deductions import check_entry
from desktop.actions.sample_year import Amounts, sample_year
from desktop.actions.sample_year_settings import sample_bands
from desktop.actions.sample_year_texts import public_holidays, sample_round, sample_texts
from desktop.assess.checks import check_line
from desktop.assess.complaints import ComplaintState, Handling, due, was_late
from desktop.assess.composite import ComponentKind, composite
from desktop.assess.consequences import consequences, last_bands
from desktop.assess.findings import FindingState, HalfMonth, InspectorKind, half_month_report
from desktop.assess.ledger import State, double_rules, moved
from desktop.assess.promises import Kept
from desktop.assess.rule_set import RuleKind
from desktop.assess.standing import standing
from tests.plans import shipped_plan, small_plan

PLAN = shipped_plan("2005")
UNITS = {agency.code: agency.parent for agency in PLAN.agencies}
SEEDS = (2005, 1, 2, 3)


@pytest.fixture(scope="module")
def year():
    return sample_year(PLAN, seed=2005)


def entries_of(year):
    return [held.entry for held in year.entries]


def scores(year):
    return standing(year.rules, UNITS, entries_of(year), year.day)


def test_a_whole_year_has_the_lines_of_120_units(year):
    assert len(year.entries) == 3000
    assert (len(year.complaints), len(year.findings), len(year.requests)) == (500, 300, 18)
    assert Counter(held.unit for held in year.pledges) == dict.fromkeys(UNITS, 2)
    assert year.lines == 3000 + 500 + 300 + 240 + 18


def test_equal_seeds_give_equal_years_and_others_do_not(year):
    assert sample_year(PLAN, seed=2005) == year
    other = sample_year(PLAN, seed=2006)
    assert other.entries != year.entries
    assert other.complaints != year.complaints


@pytest.mark.parametrize("seed", SEEDS)
def test_scores_are_those_of_a_real_year(seed):
    rows = scores(sample_year(PLAN, seed=seed))
    held = [row.score for row in rows]
    assert sum(75 <= score <= 98 for score in held) > 80
    assert 2 <= sum(score < 60 for score in held) <= 10
    assert sum(score >= 90 for score in held) >= 20
    assert min(held) > 15
    assert {row.band.code for row in rows} == {"excellent", "good", "pass", "fail"}


@pytest.mark.parametrize("seed", SEEDS)
def test_every_rule_and_every_state_occurs(seed):
    year = sample_year(PLAN, seed=seed)
    assert {held.rule for held in entries_of(year)} == {rule.code for rule in year.rules.rules}
    states = Counter(held.state for held in entries_of(year))
    assert states.keys() == set(State)
    assert states[State.COUNTED] > 2000


def test_every_entry_is_one_that_the_acts_take(year):
    for held in entries_of(year):
        check_line(UNITS, held)
        check_entry(year.rules, held)
        walked = replace(held, states={})
        for state, on in held.states.items():
            if state is not State.DRAFT:
                assert moved(year.rules, walked, state, on)[state] == on
            walked = replace(walked, states={**walked.states, state: on})
            assert held.date < on <= year.day or on == year.day


def test_every_other_line_is_one_that_the_acts_take(year):
    for held in (*year.complaints, *year.findings, *year.pledges, *year.requests):
        check_line(UNITS, held)


def test_what_is_left_to_a_person_has_its_reason_and_a_post_in_the_place_of_a_name(year):
    posts = sample_texts()["entries"]["approvers"]
    kinds = {rule.code: rule.kind for rule in year.rules.rules}
    found = [e for e in entries_of(year) if kinds[e.rule] is RuleKind.DISCRETIONARY]
    assert found
    assert all(held.reason and held.approver in posts for held in found)
    assert all(10 <= held.facts.amount <= 20 for held in found)


def test_documents_and_attachments_are_named(year):
    held = entries_of(year)
    assert all("〔2005〕" in one.document for one in held)
    attached = [one.attachments for one in held if one.attachments]
    assert 100 < len(attached) < 1000
    assert len({file.sha256 for (file,) in attached}) == len(attached)


def test_two_rules_meet_on_a_few_cases(year):
    assert 1 <= len(list(double_rules(entries_of(year)))) <= 12


def test_entries_rest_on_findings_and_complaints_of_their_unit(year):
    of_findings = [held for held in year.entries if held.finding is not None]
    of_complaints = [held for held in year.entries if held.complaint is not None]
    assert len(of_findings) > 100
    assert len(of_complaints) > 30
    for held in of_findings:
        finding = year.findings[held.finding]
        assert (finding.unit, finding.found, bool(finding.verified)) == (
            held.entry.unit,
            held.entry.date,
            True,
        )
    for held in of_complaints:
        complaint = year.complaints[held.complaint]
        late = was_late(complaint, year.terms.of(complaint.kind), year.holidays)
        assert held.entry.unit == complaint.unit
        assert late or complaint.sent_back


def test_complaints_went_every_way(year):
    held = year.complaints
    assert len({one.channel for one in held}) == 4
    assert {one.handling for one in held} == set(Handling)
    assert {one.state for one in held} == set(ComplaintState)
    assert any(one.sent_back for one in held)
    assert any(one.extended and one.extension for one in held)
    anonymous = [one for one in held if one.is_anonymous]
    assert 50 < len(anonymous) < 150
    assert not any(one.answered for one in anonymous)
    terms = {one.kind: year.terms.of(one.kind) for one in held}
    steps = [due(one, terms[one.kind], year.holidays) for one in held]
    day = date.fromisoformat(year.day)
    assert 3 <= sum(bool(step and step.is_overdue(day)) for step in steps) <= 30


def test_the_days_of_a_complaint_follow_each_other(year):
    for one in year.complaints:
        steps = [
            one.received,
            one.accepted,
            *(back.on for back in one.sent_back),
            one.finished,
            one.answered,
        ]
        days = [day for day in steps if day]
        if one.state in (ComplaintState.FINISHED, ComplaintState.ANSWERED):
            assert days == sorted(days)
        assert max(days) <= year.day
        assert not one.answered or one.finished


def test_ten_inspectors_of_four_kinds_found_it_in_every_half_month(year):
    held = year.findings
    people = {(one.inspector, one.inspector_kind) for one in held}
    assert len(people) == 10
    assert {kind for _, kind in people} == set(InspectorKind)
    halves = {HalfMonth.holding(date.fromisoformat(one.found)) for one in held}
    assert len(halves) == 24
    assert {one.state for one in held} == set(FindingState)
    assert any(one.is_overdue(year.day) for one in held)
    for one in held:
        days = [d for d in (one.found, one.verified, one.fed_back, one.rectified, one.closed) if d]
        assert days == sorted(days)
        assert days[-1] <= year.day


def test_the_customers_round_is_a_half_month_of_the_year(year):
    """RULES.md §7: ten inspectors, 25 units, 42 items."""
    held = sample_round(PLAN)
    report = half_month_report(year.findings, date.fromisoformat(held[0].found))
    assert sorted(report.findings, key=repr) == sorted(held, key=repr)
    assert (len(held), report.units) == (42, 25)
    people = {(one.inspector, one.inspector_kind) for one in held}
    assert (len(people), {kind for _, kind in people}) == (10, set(InspectorKind))
    assert all(one.fed_back for one in held)


def test_the_round_lies_in_the_year_of_its_plan():
    held = sample_round(replace(PLAN, year=2026))
    assert len(held) == 42
    assert {one.found[:4] for one in held} == {"2026"}


def test_another_plan_has_a_year_without_the_customers_round():
    plan = small_plan(5)
    assert sample_round(plan) == ()
    year = sample_year(plan, seed=1, amounts=Amounts(100, 40, 120, 5))
    assert (len(year.entries), len(year.findings), len(year.requests)) == (100, 120, 5)
    assert {held.unit for held in year.findings} <= {agency.code for agency in plan.agencies}


def test_pledges_and_requests_were_followed_up(year):
    assert {held.kept for held in year.pledges} == set(Kept)
    assert {held.is_open for held in year.requests} == {True, False}
    for held in year.pledges:
        assert (held.kept is Kept.OPEN) == (held.on == "")
        assert held.on == "" or held.due < held.on <= year.day


def test_the_composite_has_six_components_and_a_few_figures_lack(year):
    parts = year.composite.components
    assert [part.kind for part in parts] == [
        ComponentKind.SURVEY,
        ComponentKind.ASSESSMENT,
        ComponentKind.PHONE,
        ComponentKind.MYSTERY,
        ComponentKind.ON_SITE,
        ComponentKind.ONLINE,
    ]
    assert sum(part.weight for part in parts) == 100
    imported = parts[2:]
    assert all(len(part.figures) == 117 and part.sample and part.date for part in imported)
    assert all(0 <= figure <= p.full for p in imported for figure in p.figures.values())
    groups = {agency.code: agency.group for agency in PLAN.agencies}
    assert len(composite(imported, groups)) == 120


@pytest.mark.parametrize("seed", SEEDS)
def test_two_years_bands_bring_every_consequence(seed):
    year = sample_year(PLAN, seed=seed)
    bands = {row.unit: row.band.code for row in scores(year)}
    held = sample_bands(PLAN, seed, bands)
    last = last_bands(held.bands, held.successors, bands)
    vertical = {agency.code for agency in PLAN.agencies if agency.vertical}
    follows = consequences(year.rules, bands, last, vertical)
    assert {one.rule.code for one in follows} == {rule.code for rule in year.rules.consequences}
    assert held.year == 2004
    for code in set(bands.values()):
        units = [unit for unit, band in bands.items() if band == code]
        assert (last[units[0]], last[units[-1]]) == (code, code)


def test_one_unit_was_renamed_and_one_merged(year):
    bands = {row.unit: row.band.code for row in scores(year)}
    held = sample_bands(PLAN, 2005, bands)
    renamed, merged = held.successors.values()
    last = last_bands(held.bands, held.successors, bands)
    assert renamed not in held.bands
    assert renamed in last
    assert merged in held.bands
    assert merged not in last  # its parts had two bands


def test_a_small_year_is_in_proportion():
    assert Amounts.of(3000) == Amounts()
    assert Amounts.of(9000) == Amounts()
    assert Amounts.of(300) == Amounts(300, 50, 30, 2)
    year = sample_year(PLAN, seed=2005, amounts=Amounts.of(75))
    assert (len(year.entries), len(year.complaints)) == (75, 12)


@pytest.mark.parametrize(
    ("year", "free", "worked"), [(2005, 24, 7), (2006, 24, 8)], ids=["2005", "2006"]
)
def test_holidays_are_those_that_were_published(year, free, worked):
    """Three days, and three times seven; weekend days are worked in their place."""
    held = public_holidays(year)
    days = sorted(day for day in held.free if day.year == year)
    assert len(days) == free
    assert all(day.weekday() >= 5 for day in held.worked)
    assert len([day for day in held.worked if day.year == year]) == worked
    assert not set(held.free) & set(held.worked)
    breaks = [after for before, after in pairwise(days) if after - before > timedelta(1)]
    assert [day.month for day in breaks] == [2 if year == 2005 else 1, 5, 10]


@pytest.mark.parametrize(
    ("day", "works"),
    [
        ("2005-01-03", False),
        ("2005-02-05", True),
        ("2005-02-15", False),
        ("2005-05-08", True),
        ("2005-10-09", True),
        ("2005-12-31", True),
        ("2006-01-03", False),
        ("2006-01-28", True),
        ("2006-02-03", False),
        ("2006-04-30", True),
        ("2006-10-08", True),
        ("2006-12-31", True),
    ],
)
def test_a_day_is_worked_or_free_as_it_was(day, works):
    assert public_holidays(2005).is_working(date.fromisoformat(day)) is works
