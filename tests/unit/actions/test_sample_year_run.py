"""The made-up year on record: on one laptop, and on two under the survey's seal."""

from contextlib import closing
from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from desktop.actions.complaints import complaints_due
from desktop.actions.composite import composite_table
from desktop.actions.consequences import consequence_lines, former_bands
from desktop.actions.counting import count_survey
from desktop.actions.sample_centre import SCRUTINEER, SUPERVISOR, Centre
from desktop.actions.sample_forms import sample_batches
from desktop.actions.sample_year import Amounts, sample_year
from desktop.actions.sample_year_run import Keeper, run_year
from desktop.actions.year_standing import YearStanding, year_standing
from desktop.assess.ledger import State
from desktop.assess.standing import standing
from desktop.store import ledger_queries
from desktop.store.ledgers import COMPLAINTS, DEDUCTIONS, FINDINGS, PLEDGES, REQUESTS, Ledger
from desktop.store.verification import verify_survey
from tests.plans import shipped_plan
from tests.surveys import founded

PLAN = replace(shipped_plan("2005"), agencies=shipped_plan("2005").agencies[:30])
AMOUNTS = Amounts(700, 30, 20, 4)
"""So many entries for 30 units that some of them fail."""
CASES: tuple[Ledger[Any], ...] = (FINDINGS, COMPLAINTS)


class YearCentre(Centre):
    """Keeps what the year was run on, what it showed, and what it found."""

    before: str
    shown: list[int]
    found: YearStanding


@pytest.fixture(scope="module")
def year():
    return sample_year(PLAN, seed=5, amounts=AMOUNTS)


@pytest.fixture(scope="module")
def centre(tmp_path_factory, year):
    """Sealed; then the year is kept by the supervisor and the first station."""
    folder = tmp_path_factory.mktemp("centre")
    batches = list(sample_batches(PLAN, forms=40, seed=5))
    with closing(YearCentre(folder, PLAN, batches, 5)) as held:
        held.prepare()
        held.key_everything(lambda _: None)
        held.merge_all(lambda _: None)
        held.rule_all(lambda _: None)
        held.seal()
        held.before = count_survey(held.survey).hash
        held.shown = []
        held.found = run_year(
            year,
            Keeper(held.survey, SUPERVISOR),
            held.shown.append,
            station=Keeper(held.stations[0], "C01"),
            second=SCRUTINEER,
            stick=held.stick,
        )
        yield held


def said(survey, ledger):
    return sorted(map(repr, ledger_queries.settled(survey, ledger)))


def test_every_line_stands_as_it_was_made_up(centre, year):
    for ledger, lines in (
        (FINDINGS, year.findings),
        (COMPLAINTS, year.complaints),
        (PLEDGES, year.pledges),
        (REQUESTS, year.requests),
    ):
        assert said(centre.survey, ledger) == sorted(map(repr, lines))
    held = ledger_queries.settled(centre.survey, DEDUCTIONS)
    linked = [one for one in held if one.origin == "survey"]
    assert len(held) == len(year.entries) + len(linked)


def test_the_standing_is_that_of_the_plain_lines(centre, year):
    """Computed from the made-up entries alone, with the survey's rates beside them."""
    survey = centre.survey
    linked = [one for one in ledger_queries.settled(survey, DEDUCTIONS) if one.origin == "survey"]
    units = {agency.code: agency.parent for agency in PLAN.agencies}
    void = [held.unit for held in centre.found.void]
    plain = [held.entry for held in year.entries]
    expected = standing(year.rules, units, [*plain, *linked], year.day, void)
    found = [(row.unit, row.rank, row.score) for row in centre.found.rows]
    assert found == [(row.unit, row.rank, row.score) for row in expected]
    assert centre.found.hash == year_standing(survey, year.day).hash


def test_what_the_survey_proposed_counts(centre):
    low = set()
    for agency in count_survey(centre.survey).agencies:
        assert agency.rate is not None
        if 100 * agency.rate <= 89:
            low.add(agency.code)
    held = ledger_queries.settled(centre.survey, DEDUCTIONS)
    linked = [one for one in held if one.origin == "survey"]
    assert {one.unit for one in linked} == low
    assert low
    assert all(one.state is State.COUNTED for one in linked)


def test_complaints_and_findings_came_from_the_station(centre):
    station = centre.stations[0].station
    for ledger in CASES:
        held = ledger_queries.lines(centre.survey, ledger)
        assert {(line.station, line.operator) for line in held} == {(station, "C01")}
        assert held == ledger_queries.lines(centre.stations[0], ledger)
    assert ledger_queries.lines(centre.stations[0], DEDUCTIONS) == []


def test_entries_name_the_lines_that_they_rest_on(centre, year):
    survey = centre.survey
    lines: dict[str, Any] = {
        held.id: held.value for ledger in CASES for held in ledger_queries.lines(survey, ledger)
    }
    held = [one for one in ledger_queries.settled(survey, DEDUCTIONS) if one.origin in lines]
    resting = [one for one in year.entries if (one.finding, one.complaint) != (None, None)]
    assert len(held) == len(resting) > 0
    assert all(lines[one.origin].unit == one.unit for one in held)


def test_an_entry_keeps_its_history(centre):
    line = next(
        held
        for held in ledger_queries.lines(centre.survey, DEDUCTIONS)
        if held.value.state is State.COUNTED
    )
    states = [
        value.state for _, value in ledger_queries.history(centre.survey, DEDUCTIONS, line.id)
    ]
    assert states == sorted(line.value.states, key=list(State).index)


def test_the_results_and_the_seal_stay_as_they_were(centre):
    assert centre.survey.is_sealed
    assert count_survey(centre.survey).hash == centre.before
    assert verify_survey(centre.survey.path, home=centre.survey.home) == []


def test_consequences_are_confirmed_but_for_some(centre):
    held = consequence_lines(centre.survey)
    confirmed = [(one.rule, one.confirmed.value) for one in held if one.confirmed]
    assert 0 < len(confirmed) < len(held)
    assert not any(one.stale for one in held)
    timed = [value for rule, value in confirmed if rule.days]
    assert timed
    assert {(one.on, one.deadline) for one in timed} == {("2005-12-31", "2006-01-30")}
    assert former_bands(centre.survey)


def test_one_unit_is_void_and_without_rank(centre):
    (void,) = centre.found.void
    row = next(row for row in centre.found.rows if row.unit == void.unit)
    assert row.rank is None
    assert void.second == SCRUTINEER


def test_deadlines_and_composite_are_there(centre, year):
    due = complaints_due(centre.survey, date.fromisoformat(year.day))
    assert len(due) == len(year.complaints)
    assert len(composite_table(centre.survey).lines) == len(PLAN.agencies) - 1


def test_progress_ends_at_the_last_line(centre, year):
    assert centre.shown == sorted(centre.shown)
    assert centre.shown[-1] == year.lines


def test_a_year_on_one_laptop_stands_alike(tmp_path, year):
    with founded(tmp_path / "a.pingyi", PLAN) as survey:
        found = run_year(year, Keeper(survey))
        assert found.void == []
        assert len(ledger_queries.lines(survey, DEDUCTIONS)) == len(year.entries)
        assert said(survey, COMPLAINTS) == sorted(map(repr, year.complaints))
