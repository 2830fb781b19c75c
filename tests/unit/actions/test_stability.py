"""Simulated from a survey file: what is redrawn, from what, and that nothing is recorded."""

from random import Random

import pytest

from desktop.actions.alternatives import count_marks
from desktop.actions.batches import register_batch
from desktop.actions.counting import count_survey
from desktop.actions.keying import key_form
from desktop.actions.operators import register_operator
from desktop.actions.stability import (
    NothingComparedError,
    RoundsError,
    survey_confusion,
    survey_stability,
)
from desktop.store import queries
from desktop.tally.counting import channel_tallies, count_forms
from desktop.tally.form import Form
from desktop.tally.reconciliation import Slip
from desktop.tally.stability import stability
from desktop.tally.what_if import plans_own, ranked
from tests.plans import small_plan
from tests.surveys import founded
from tests.twice_keyed import ONCE, key_some_twice


@pytest.fixture
def survey(tmp_path):
    plan = small_plan(second_keying={"percent": 50}, cut={"top": 1, "bottom": 1})
    with founded(tmp_path / "a.pingyi", plan) as made:
        register_batch(made, Slip("B001", "C1", 9))
        for code in ("C1", "C2"):
            register_operator(made, code, name=code, roles=["clerk"], pin="1234")
        yield made


def test_forms_keyed_once_are_redrawn_by_what_second_keying_found(survey):
    key_some_twice(survey)
    key_form(survey, Form("B001", 7, "", "V1"), operator="C1")
    drawn = survey_stability(survey, rounds=40)
    assert (drawn.once, drawn.open, drawn.found.rounds) == (3, 1, 40)
    assert (drawn.confusion.trials, drawn.confusion.errors) == (12, 1)
    assert drawn.confusion.counts[2][0] == 1  # a 3 that was a 1
    results = count_survey(survey)
    assert drawn.results == results
    assert (drawn.found.top, drawn.found.bottom) == (
        frozenset(results.top),
        frozenset(results.bottom),
    )


def test_it_is_the_simulation_of_the_rules_on_those_forms(survey):
    key_some_twice(survey)
    plan = survey.plan
    drawn = survey_stability(survey, rounds=40, seed="20060508")
    counted, once = (
        channel_tallies(plan, count_forms(plan, [(("C1", None), one.encode()) for one in sheets]))
        for sheets in (["111111", "222221", *ONCE], ONCE)
    )
    chance = Random("20060508")
    assert drawn.found == stability(
        plan, counted, once, drawn.confusion, chance, 40, lambda *_: None
    )


def test_the_marks_of_forms_keyed_once_alone(survey):
    key_some_twice(survey)
    key_form(survey, Form("B001", 7, "", "V1"), operator="C1")
    held = sorted(marks.decode() for _, marks in queries.marks_keyed_once(survey))
    assert held == sorted(ONCE)


def test_without_a_seed_it_is_the_beginning_of_the_hash(survey):
    key_some_twice(survey)
    drawn = survey_stability(survey, rounds=40)
    assert drawn.seed == drawn.results.hash[:8]
    assert survey_stability(survey, rounds=40, seed=drawn.seed) == drawn
    other = survey_stability(survey, rounds=40, seed="另一个种子")
    assert other.seed == "另一个种子"
    assert other.found != drawn.found


def test_nothing_is_recorded(survey):
    key_some_twice(survey)
    before = survey.path.read_bytes()
    survey_stability(survey, rounds=5)
    survey_confusion(survey)
    count_marks(survey)
    assert survey.path.read_bytes() == before


def test_nothing_is_known_before_anything_was_compared(survey):
    key_form(survey, Form("B001", 1, "111111"), operator="C1")
    with pytest.raises(NothingComparedError):
        survey_stability(survey)


@pytest.mark.parametrize("rounds", [0, -1, 100_001])
def test_rounds_have_a_limit(survey, rounds):
    with pytest.raises(RoundsError):
        survey_stability(survey, rounds=rounds)


def test_it_tells_how_far_it_is(survey):
    key_some_twice(survey)
    told = []
    survey_stability(survey, rounds=3, report=lambda *now: told.append(now))
    assert told == [(0, 3), (1, 3), (2, 3), (3, 3)]


def test_own_forms_are_told_apart_whatever_the_plan_says(survey):
    register_batch(survey, Slip("B002", "C1", 5, "A1"))
    key_form(survey, Form("B002", 1, "111133"), operator="C1")
    key_some_twice(survey)
    marks = count_marks(survey)
    assert marks.without_own is not None
    own = [tallies["C1"][0].forms for tallies in (marks.whole, marks.without_own)]
    assert own == [6, 5]  # five of B001 are settled
    found = ranked(marks, plans_own(survey.plan))
    assert tuple(found.agencies.values()) == count_survey(survey).agencies
