"""What a clerk sees of the batches, against what was done to them."""

import pytest

from desktop.actions.batches import register_batch
from desktop.actions.closing import assign_batch, close_batch, reopen_batch
from desktop.actions.keying import correct_form, key_form
from desktop.actions.operators import register_operator
from desktop.actions.rulings import doubt_form
from desktop.actions.second_keying import key_second
from desktop.store import clerk_queries
from desktop.store.clerk_queries import BatchWork, FormLine
from desktop.tally.form import Form, FormState
from desktop.tally.keyings import FormStage
from desktop.tally.reconciliation import Slip
from tests.plans import small_plan
from tests.stations import Centre
from tests.surveys import keyed

MARKS = ["111111", "222222", "333333"]


@pytest.fixture
def survey(tmp_path):
    plan = small_plan(second_keying={"percent": 100})
    with keyed(tmp_path / "a.pingyi", MARKS, plan) as made:
        register_batch(made, Slip("A001", "C2", 5))
        yield made


def work(survey, code):
    return next(held for held in clerk_queries.batch_work(survey) if held.code == code)


def test_batches_come_by_code_with_what_their_slips_say(survey):
    assert clerk_queries.batch_work(survey) == [
        BatchWork("A001", "C2", 5, 0, 0, 0, closed=False, station=None),
        BatchWork("B001", "C1", 3, 3, 0, 0, closed=False, station=None),
    ]


def test_void_and_extra_forms_are_counted_apart(survey):
    key_form(survey, Form("A001", 1, "", "V1"))
    key_form(survey, Form("A001", 6, "111111"))
    key_form(survey, Form("A001", 7, "", "V1"))
    found = work(survey, "A001")
    assert (found.keyed, found.void, found.extra, found.left) == (3, 2, 2, 4)


def test_a_correction_is_no_further_form(survey):
    correct_form(survey, Form("B001", 2, "", "V1"))
    found = work(survey, "B001")
    assert (found.keyed, found.void, found.left) == (3, 1, 0)


def test_a_batch_is_closed_until_it_is_reopened(survey):
    close_batch(survey, "B001")
    assert [held.closed for held in clerk_queries.batch_work(survey)] == [False, True]
    reopen_batch(survey, "B001", reason="one was forgotten")
    assert not work(survey, "B001").closed


def test_lines_say_how_each_form_stands(survey):
    key_form(survey, Form("A001", 5, "111111"))
    correct_form(survey, Form("B001", 2, "", "V1"))
    doubt_form(survey, "B001", 3, note="illegible")
    assert clerk_queries.form_lines(survey, "B001") == [
        FormLine(1, FormState.VALID, FormStage.SINGLE, ""),
        FormLine(2, FormState.VOID, FormStage.SINGLE, "V1"),
        FormLine(3, FormState.UNSETTLED, FormStage.DOUBTFUL, ""),
    ]
    assert [line.number for line in clerk_queries.form_lines(survey, "A001")] == [5]
    assert clerk_queries.form_lines(survey, "nowhere") == []


def test_second_keying_is_due_for_what_was_drawn_and_not_keyed_twice(survey):
    assert clerk_queries.second_keying_due(survey) == {}
    close_batch(survey, "B001")
    assert clerk_queries.second_keying_due(survey) == {"B001": (1, 2, 3)}
    register_operator(survey, "C02", name="C02", roles=["clerk"], pin="1234")
    key_second(survey, Form("B001", 2, "222222"), operator="C02")
    assert clerk_queries.second_keying_due(survey) == {"B001": (1, 3)}


def test_the_form_saved_last_is_this_stations(survey):
    assert clerk_queries.last_saved(survey) == ("B001", 3)
    key_form(survey, Form("A001", 4, "111111"))
    correct_form(survey, Form("B001", 1, "111112"))
    register_batch(survey, Slip("C001", "C1", 1))
    assert clerk_queries.last_saved(survey) == ("B001", 1)


def test_nothing_was_saved_at_first(tmp_path):
    centre = Centre(tmp_path, stations=1, batches={"B001": 3, "B002": 3})
    with centre.stations[0].open() as station:
        assert clerk_queries.last_saved(station) is None


def test_a_batch_given_away_is_not_here(tmp_path):
    centre = Centre(tmp_path, stations=1, batches={"B001": 3, "B002": 3, "B003": 3})
    with centre.stations[0].open() as station:
        given = str(station.station)
    with centre.opened() as survey:
        assign_batch(survey, "B002", given)
        assign_batch(survey, "B003", str(survey.station))
        held = clerk_queries.batch_work(survey)
        assert [batch.station for batch in held] == [None, given, survey.station]
        assert [clerk_queries.is_here(survey, batch) for batch in held] == [True, False, True]
    centre.tell(centre.stations[0])
    with centre.stations[0].open() as station:
        held = clerk_queries.batch_work(station)
        assert [clerk_queries.is_here(station, batch) for batch in held] == [True, True, False]
