"""One day of the count, by the clock of the machine that asks."""

from datetime import UTC, date, datetime

import pytest

from desktop.actions.batches import correct_batch, register_batch
from desktop.actions.closing import close_batch, reopen_batch
from desktop.actions.keying import correct_form, key_form
from desktop.actions.merging import revoke
from desktop.actions.operators import register_operator
from desktop.actions.rulings import doubt_form, rule_form
from desktop.actions.second_keying import key_second
from desktop.actions.working import log_work
from desktop.store import day_queries as days
from desktop.store import overview_queries
from desktop.tally.form import Form
from desktop.tally.reconciliation import Slip
from tests.days import may, set_clock, time_zone, worked
from tests.plans import small_plan
from tests.stations import PIN, Centre
from tests.surveys import founded


@pytest.fixture
def survey(tmp_path):
    with founded(tmp_path / "a.pingyi", small_plan(second_keying={"percent": 50})) as survey:
        set_clock(survey, 8)
        register_batch(survey, Slip("B001", "C1", 4))
        yield survey


def key(survey, number, marks="111111", batch="B001", **options):
    return key_form(survey, Form(batch, number, marks), **options)


def people(survey):
    for code, role in (("Z01", "supervisor"), ("J01", "scrutineer")):
        register_operator(survey, code, name=code, roles=[role], pin=PIN)


@pytest.mark.parametrize(("zone", "day"), [("CST-8", 9), ("UTC0", 8), ("HST10", 8)])
def test_a_day_ends_at_midnight_here(zone, day):
    with time_zone(zone):
        assert days.day_of("2006-05-08T16:00:00Z") == date(2006, 5, day)
        assert days.day_of("2006-05-08T15:59:59Z") == date(2006, 5, 8)


@pytest.mark.parametrize(
    ("zone", "shown"), [("CST-8", "+08:00"), ("UTC0", "+00:00"), ("NST3:30", "-03:30")]
)
def test_the_zone_is_the_distance_from_utc(zone, shown):
    with time_zone(zone):
        assert days.zone(date(2006, 5, 8)) == shown


def test_the_same_record_may_fall_on_two_days(survey):
    set_clock(survey, 9, 16)
    key(survey, 1)
    with time_zone("CST-8"):
        assert days.last_day(survey) == date(2006, 5, 10)
        assert days.keyed_on(survey, date(2006, 5, 10))
    with time_zone("UTC0"):
        assert days.last_day(survey) == date(2006, 5, 9)
        assert not days.keyed_on(survey, date(2006, 5, 10))


def test_the_last_day_is_that_of_the_last_record(survey):
    set_clock(survey, 12)
    key(survey, 1)
    set_clock(survey, 20)
    assert days.last_day(survey) == may(12)
    assert days.last_moment(survey, may(12)) == datetime(2006, 5, 12, 4, tzinfo=UTC)
    assert days.last_moment(survey, may(11)) is None


def test_a_clock_that_ran_ahead_makes_no_last_day(survey):
    set_clock(survey, 9)
    key(survey, 1)
    set_clock(survey, 28)
    key(survey, 2)
    set_clock(survey, 10)
    assert days.last_day(survey) == may(9)


def test_where_this_clock_is_behind_the_last_day_is_the_last_of_all(survey):
    set_clock(survey, 1)
    assert days.last_day(survey) == may(8)


def test_a_form_is_new_on_the_day_it_was_first_keyed_or_flagged(survey):
    key(survey, 1)
    set_clock(survey, 9)
    correct_form(survey, Form("B001", 1, "222222"))
    doubt_form(survey, "B001", 2, note="缺角")
    set_clock(survey, 10)
    key(survey, 2)
    key(survey, 3)
    assert [dict(days.known_on(survey, may(day))) for day in (8, 9, 10, 11)] == [
        {"B001": 1},
        {"B001": 1},
        {"B001": 1},
        {},
    ]
    keyed = [days.keyed_on(survey, may(day)) for day in (8, 9, 10)]
    assert [[held.again for held in found] for found in keyed] == [[False], [True], [False, False]]


def test_a_paper_that_a_ruling_found_is_new_on_the_day_of_the_ruling(survey):
    people(survey)
    key(survey, 1)
    set_clock(survey, 9)
    two = [Form("B001", 1, "111111"), Form("B001", 4, "333333")]
    rule_form(survey, "B001", 1, two, reason="两张", second="J01", operator="Z01")
    assert dict(days.known_on(survey, may(9))) == {"B001": 1}
    set_clock(survey, 10)
    correct = [Form("B001", 4, "333332")]
    rule_form(survey, "B001", 4, correct, reason="看错", second="J01", operator="Z01")
    assert days.ruling_days(survey) == [may(9), may(10)]


def test_second_keyings_are_told_from_first_ones(survey):
    for code in ("C01", "C02"):
        register_operator(survey, code, name=code, roles=["clerk"], pin=PIN)
    for number in range(1, 5):
        key(survey, number, operator="C01")
    drawn = close_batch(survey, "B001", operator="C01")
    set_clock(survey, 9)
    key_second(survey, Form("B001", drawn[0], "111111"), operator="C02")
    (held,) = days.keyed_on(survey, may(9))
    assert (held.pass_number, held.operator, held.station) == (2, "C02", survey.station)
    assert not days.known_on(survey, may(9))


def test_batches_are_registered_begun_and_closed_on_days_of_their_own(survey):
    people(survey)
    set_clock(survey, 9)
    register_batch(survey, Slip("B002", "C1", 2))
    correct_batch(survey, Slip("B001", "C1", 1), operator="Z01")
    key(survey, 1)
    set_clock(survey, 10)
    close_batch(survey, "B001")
    key(survey, 1, batch="B002")
    set_clock(survey, 11)
    key(survey, 2, batch="B002")
    close_batch(survey, "B002")
    reopen_batch(survey, "B002", reason="再查", operator="Z01")
    found = [
        [codes(survey, may(day)) for day in (8, 9, 10, 11)]
        for codes in (days.registered_on, days.begun_on, days.closed_on)
    ]
    assert found == [
        [["B001"], ["B002"], [], []],
        [[], ["B001"], ["B002"], []],
        [[], [], ["B001"], []],
    ]


def test_an_evening_holds_what_was_recorded_until_then_and_no_more(survey):
    key(survey, 1)
    before = overview_queries.batch_progress(survey)
    set_clock(survey, 9)
    key(survey, 2)
    with days.evening(survey, may(8)) as view:
        assert overview_queries.batch_progress(view) == before
        assert days.last_day(view) == may(8)
    assert overview_queries.batch_progress(survey) != before


def test_the_last_evening_is_the_survey_itself_and_stays_open(survey):
    with days.evening(survey, may(8)) as view:
        assert view is survey
    key(survey, 1)


def test_a_day_before_the_founding_has_the_plan_and_nothing_else(survey):
    with days.evening(survey, may(1)) as view:
        assert view.plan == survey.plan
        assert overview_queries.batch_progress(view) == []


def test_what_is_left_aside_was_not_done(tmp_path):
    centre = Centre(tmp_path, 1)
    (station,) = centre.stations
    station.key(1, 2)
    made = centre.merge(station).identity
    assert made
    with centre.opened() as survey:
        day = days.last_day(survey)
        assert len(days.keyed_on(survey, day)) == 2
        assert days.begun_on(survey, day) == ["B001"]
        revoke(survey, made, reason="误")
        assert days.keyed_on(survey, day) == []
        assert days.begun_on(survey, day) == []
        assert dict(days.known_on(survey, day)) == {}


def test_work_belongs_to_the_day_on_which_it_began(survey):
    register_operator(survey, "C01", name="张", roles=["clerk"], pin=PIN)
    log_work(survey, worked(8, 3), operator="C01")
    log_work(survey, worked(9, 5))
    assert [(place, stint.day, stint.forms) for place, stint in days.stints_by_place(survey)] == [
        ((survey.station, "C01"), may(8), 3),
        ((survey.station, ""), may(9), 5),
    ]
    assert [stint.operator for stint in days.stints(survey)] == ["C01", survey.station]
