"""Pace and forecast against figures worked out by hand, and what must hold for any work."""

from datetime import date, timedelta
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.tally.forecast import (
    Lack,
    Left,
    Measured,
    Pace,
    Stint,
    forecast,
    measured,
    pace_by_day,
    pace_by_operator,
)

MONDAY = date(2006, 5, 8)
SATURDAY = MONDAY + timedelta(days=5)


def day(number):
    return date(2006, 5, number)


def basis(stints, today=SATURDAY):
    found = measured(stints, today)
    assert found
    return found


def week(first=8, days=5):
    """Two clerks: on every day A keys 40 forms in 4 hours, B keys 20 in 3."""
    return [
        stint
        for number in range(first, first + days)
        for stint in (
            Stint("A", day(number), 40, 8_000, 14_400),
            Stint("B", day(number), 20, 3_000, 10_800),
        )
    ]


def test_pace_of_a_week():
    found = basis(week())
    assert found == Measured(
        tuple(map(day, range(8, 13))), Pace(300, 55_000, 126_000), 10, frozenset()
    )
    assert found.pace.forms_per_hour == Fraction(60, 7)
    assert found.pace.presses_per_form == Fraction(550, 3)
    assert found.pace.seconds_per_form == 420
    assert (found.forms_per_day, found.clerks) == (60, 2)
    assert found.hours == Fraction(7, 2)
    assert found.forms_per_shift == 30


def test_finish_counts_every_day_where_no_day_of_rest_was_seen():
    held = forecast(week(), Left(200, 40), SATURDAY)
    assert (held.finish, held.lacks) == (day(16), frozenset())  # 240 forms are four days: 13 … 16


def test_weekends_are_days_of_rest_once_one_passed_without_work():
    held = forecast([*week(first=5, days=1), *week()], Left(200, 40), SATURDAY)
    assert held.measured
    assert held.measured.rest == {5, 6}
    assert held.finish == day(18)  # 15, 16, 17, 18
    assert held.measured.days == tuple(map(day, range(8, 13)))


def test_a_weekday_that_was_given_up_is_a_day_of_rest_after_two_weeks():
    sundays = (7, 14, 21)
    work = [stint for stint in week(first=1, days=27) if stint.day.day not in sundays[1:]]
    assert basis(work, day(20)).rest == frozenset()
    assert basis(work, day(28)).rest == {6}


@pytest.mark.parametrize(
    ("wished", "clerks"),
    [(18, 2), (17, 3), (16, 4), (15, 8), (14, None), (13, None), (12, None), (21, 2), (22, 2)],
)
def test_clerks_needed_for_a_date(wished, clerks):
    held = forecast([*week(first=5, days=1), *week()], Left(200, 40), SATURDAY)
    assert held.clerks_for(day(wished)) == clerks


def test_a_started_form_needs_a_whole_day():
    assert forecast(week(), Left(241, 0), SATURDAY).finish == day(17)
    assert forecast(week(), Left(1, 0), SATURDAY).finish == day(13)


def test_today_counts_until_its_work_is_on_record():
    today = [Stint("A", SATURDAY, 500, 1, 1)]
    held = forecast([*week(), *today], Left(200, 40), SATURDAY)
    assert held.measured
    assert held.measured.forms_per_day == 60  # today is not over, and says nothing yet
    assert held.finish == day(17)
    assert held.clerks_for(day(14)) == 8
    assert held.clerks_for(SATURDAY) is None


def test_the_first_day_is_measured_by_itself():
    held = forecast([Stint("A", MONDAY, 30, 4_500, 9_000)], Left(90, 0), MONDAY)
    assert held.measured
    assert (held.measured.days, held.finish) == ((MONDAY,), day(11))
    assert held.measured.pace.forms_per_hour == 12


def test_only_the_last_five_days_of_work_are_measured():
    slow = [Stint("A", day(number), 1, 10, 3_600) for number in (1, 2, 3)]
    assert basis([*slow, *week()]).forms_per_day == 60


def test_two_stints_of_a_day_are_one_clerk():
    halves = [Stint("A", MONDAY, 10, 1_000, 3_600), Stint("A", MONDAY, 20, 2_000, 7_200)]
    found = basis(halves)
    assert (found.shifts, found.hours, found.forms_per_shift) == (1, 3, 30)


def test_what_is_not_known_is_said():
    assert forecast([], Left(5, 0), MONDAY).lacks == {Lack.WORK}
    assert forecast([], Left(0, 0), MONDAY, has_slips=False).lacks == {Lack.SLIPS, Lack.WORK}
    nothing = forecast([Stint("A", MONDAY, 0, 9, 60)], Left(5, 0), SATURDAY)
    assert (set(nothing.lacks), nothing.finish) == ({Lack.FORMS}, None)
    assert nothing.clerks_for(day(20)) is None
    little = forecast([Stint("A", MONDAY, 9, 900, 600)], Left(18, 0), SATURDAY)
    assert (set(little.lacks), little.finish) == ({Lack.LITTLE}, day(14))
    far = forecast([Stint("A", MONDAY, 1, 100, 7_200)], Left(9_999, 0), SATURDAY)
    assert (set(far.lacks), far.finish) == ({Lack.FAR}, None)


def test_no_date_for_a_survey_without_slips():
    held = forecast(week(), Left(0, 0), SATURDAY, has_slips=False)
    assert (held.finish, held.is_done, set(held.lacks)) == (None, False, {Lack.SLIPS})


def test_nothing_left_is_no_date():
    held = forecast(week(), Left(0, 0), SATURDAY)
    assert (held.finish, held.is_done, held.clerks_for(SATURDAY)) == (None, True, 0)
    assert held.clerks_for(MONDAY) == forecast([], Left(0, 0), SATURDAY).clerks_for(SATURDAY) == 0


def test_work_of_days_to_come_is_left_aside():
    ahead = [Stint("A", day(20), 900, 1, 1)]  # a station whose clock is wrong
    assert measured(ahead, SATURDAY) is None
    assert measured([*week(), *ahead], SATURDAY) == measured(week(), SATURDAY)


def test_work_without_time_still_says_how_many_a_day():
    held = forecast([Stint("A", MONDAY, 10, 0, 0)], Left(20, 0), SATURDAY)
    assert held.measured
    assert (held.measured.pace.forms_per_hour, held.finish) == (None, day(14))
    assert Pace(0, 5, 60).presses_per_form is None


def test_pace_by_operator_and_by_day():
    assert pace_by_operator(week()) == {
        "A": Pace(200, 40_000, 72_000),
        "B": Pace(100, 15_000, 54_000),
    }
    assert pace_by_day(week())[MONDAY] == Pace(60, 11_000, 25_200)


STINTS = st.lists(
    st.builds(
        Stint,
        st.sampled_from(("A", "B", "C")),
        st.integers(-20, 2).map(lambda days: SATURDAY + timedelta(days=days)),
        st.integers(0, 300),
        st.integers(0, 40_000),
        st.integers(0, 30_000),
    ),
    max_size=12,
)
LEFTS = st.builds(Left, st.integers(0, 5_000), st.integers(0, 500))


@given(STINTS)
def test_day_is_clerks_times_hours_times_pace(stints):
    found = measured(stints, SATURDAY)
    if found and (rate := found.pace.forms_per_hour) is not None:
        assert found.forms_per_day == found.clerks * found.hours * rate
        assert found.forms_per_day == found.clerks * found.forms_per_shift


@given(STINTS, LEFTS, st.randoms())
def test_order_of_the_stints_changes_nothing(stints, left, chance):
    mixed = sorted(stints, key=lambda _: chance.random())
    assert forecast(mixed, left, SATURDAY) == forecast(stints, left, SATURDAY)


@given(STINTS, LEFTS)
def test_finish_is_a_working_day_that_the_clerks_of_these_days_reach(stints, left):
    held = forecast(stints, left, SATURDAY)
    if held.finish and held.measured:
        assert held.finish >= SATURDAY
        assert held.finish.weekday() not in held.measured.rest
        enough = held.measured.clerks
        assert (held.clerks_for(held.finish) or 0) <= -(-enough.numerator // enough.denominator)
        before = held.clerks_for(held.finish - timedelta(days=1))
        assert before is None or before > enough


@given(STINTS, LEFTS, st.integers(0, 200))
def test_more_left_is_never_earlier(stints, left, more):
    sooner = forecast(stints, left, SATURDAY).finish
    later = forecast(stints, Left(left.first + more, left.second), SATURDAY).finish
    assert sooner is None or later is None or sooner <= later


@given(STINTS, LEFTS, st.integers(0, 60))
def test_a_later_wish_never_takes_more_clerks(stints, left, days):
    held = forecast(stints, left, SATURDAY)
    needed = [held.clerks_for(SATURDAY + timedelta(days=at)) for at in range(days)]
    known = [count for count in needed if count is not None]
    assert known == sorted(known, reverse=True)
    assert needed[len(needed) - len(known) :] == known  # once it can be done, it can be done later
