"""Deadlines of complaints: working days, extensions, sent back, answered, overdue today."""

from dataclasses import replace
from datetime import date, datetime, time, timedelta
from random import Random

import pytest
from dateutil.rrule import (  # type: ignore[import-untyped]
    DAILY,
    FR,
    MO,
    TH,
    TU,
    WE,
    rrule,
    rruleset,
)

from desktop.assess.complaints import (
    Complaint,
    Due,
    Handling,
    SentBack,
    Terms,
    complaint_as_of,
    due,
    was_late,
)
from desktop.assess.steps import StepDayError, check_complaint
from desktop.assess.working_days import Holidays, Term

# 2006: the week of May and the first week of October, with weekends that were worked for them
FREE = [date(2006, 5, day) for day in range(1, 8)] + [date(2006, 10, day) for day in range(1, 8)]
WORKED = [date(2006, 4, 29), date(2006, 4, 30), date(2006, 9, 30), date(2006, 10, 8)]
HOLIDAYS = Holidays(frozenset(FREE), frozenset(WORKED))
TERMS = Terms(Term(2, working=True), Term(15, working=False))
CASE = Complaint("2006-04-28", "热线", "咨询", "A1", Handling.FORWARDED, "无人接电话", "某市民")


def by_library(begun, days):
    """The same day by an independent calendar library."""
    found = rruleset()
    found.rrule(
        rrule(DAILY, dtstart=begun + timedelta(days=1), count=200, byweekday=(MO, TU, WE, TH, FR))
    )
    for day in FREE:
        found.exdate(_moment(day))
    for day in WORKED:
        if day > begun.date():
            found.rdate(_moment(day))
    return found[days - 1].date()


def _moment(day):
    return datetime.combine(day, time.min)


def test_a_thousand_terms_end_where_an_independent_calendar_ends_them():
    random = Random(2006)
    for _ in range(1000):
        begun, days = (
            date(2006, 1, 1) + timedelta(days=random.randrange(330)),
            random.randint(1, 30),
        )
        assert Term(days, working=True).ends(begun, HOLIDAYS) == by_library(_moment(begun), days)
        assert Term(days, working=False).ends(begun, HOLIDAYS) == begun + timedelta(days=days)


def test_without_a_table_saturdays_and_sundays_are_free():
    assert Term(1, working=True).ends(date(2006, 6, 2), Holidays()) == date(2006, 6, 5)
    assert Term(0, working=True).ends(date(2006, 6, 3), Holidays()) == date(2006, 6, 3)


STEPS = [
    ({}, Due("accept", date(2006, 4, 30))),
    ({"accepted": "2006-04-30"}, Due("finish", date(2006, 5, 15))),
    ({"accepted": "2006-04-30", "extended": "2006-05-25"}, Due("finish", date(2006, 5, 25))),
    ({"accepted": "2006-04-30", "finished": "2006-05-10"}, Due("answer", date(2006, 5, 15))),
    ({"accepted": "2006-04-30", "finished": "2006-05-10", "complainant": ""}, None),
    ({"accepted": "2006-04-30", "finished": "2006-05-10", "answered": "2006-05-11"}, None),
    (
        {
            "accepted": "2006-04-30",
            "sent_back": (SentBack("2006-05-20", "2006-05-10"),),
        },
        Due("finish", date(2006, 6, 4)),
    ),
]


@pytest.mark.parametrize(("changes", "expected"), STEPS)
def test_what_is_next_and_by_when(changes, expected):
    held = replace(CASE, **changes)
    assert due(held, TERMS, HOLIDAYS) == expected
    assert held.is_open == (expected is not None)


def test_the_day_itself_is_in_time():
    step = due(CASE, TERMS, HOLIDAYS)
    assert step
    assert [step.is_overdue(date(2006, 4, 30) + timedelta(days=by)) for by in (0, 1)] == [
        False,
        True,
    ]


SENT_BACK = replace(
    CASE,
    accepted="2006-04-30",
    sent_back=(SentBack("2006-05-20", "2006-05-16", "2006-05-18", "领导批准"),),
    finished="2006-06-01",
    result="已整改",
    answered="2006-06-02",
)


@pytest.mark.parametrize(
    ("day", "known"),
    [
        ("2006-04-29", {"accepted": "", "finished": "", "answered": "", "extended": "2006-05-18"}),
        ("2006-05-15", {"accepted": "2006-04-30", "finished": "", "sent_back": ()}),
        ("2006-05-19", {"finished": "2006-05-16", "extended": "2006-05-18", "sent_back": ()}),
        ("2006-05-20", {"finished": "", "extended": "", "result": "", "answered": ""}),
        ("2006-06-01", {"finished": "2006-06-01", "result": "已整改", "answered": ""}),
        ("2006-06-02", {"answered": "2006-06-02", "sent_back": SENT_BACK.sent_back}),
    ],
)
def test_what_was_known_on_a_day(day, known):
    then = complaint_as_of(SENT_BACK, day)
    assert {name: getattr(then, name) for name in known} == known
    assert complaint_as_of(SENT_BACK, "2006-04-27") is None


@pytest.mark.parametrize(
    "changes",
    [
        {"received": "2006-05-01"},
        {"answered": "2006-05-31"},
        {"finished": "2006-05-19"},
        {"sent_back": (SentBack("2006-05-15", "2006-05-16"),)},
        {"accepted": "2006-05-17"},
    ],
)
def test_no_step_lies_before_the_one_before_it(changes):
    check_complaint(SENT_BACK)
    with pytest.raises(StepDayError):
        check_complaint(replace(SENT_BACK, **changes))


DONE = {"accepted": "2006-04-30", "finished": "2006-05-29"}
AGAIN = (SentBack("2006-05-10", "2006-05-09"), SentBack("2006-05-27", "2006-05-26"))
"""The second handling ran from 10 May and was a day late; the first and the last were not."""


@pytest.mark.parametrize(
    ("changes", "late"),
    [
        ({}, False),
        ({"accepted": "2006-04-30"}, False),
        ({"accepted": "2006-05-08"}, True),
        ({"accepted": "2006-04-30", "finished": "2006-05-15"}, False),
        ({"accepted": "2006-04-30", "finished": "2006-05-16"}, True),
        ({"accepted": "2006-04-30", "finished": "2006-05-16", "extended": "2006-05-16"}, False),
        (DONE | {"sent_back": (SentBack("2006-05-16", "2006-05-15"),)}, False),
        (DONE | {"sent_back": (SentBack("2006-05-20", "2006-05-16"),)}, True),
        (DONE | {"sent_back": (SentBack("2006-05-20", "2006-05-16", "2006-05-18", "x"),)}, False),
        (DONE | {"sent_back": AGAIN}, True),
    ],
)
def test_what_was_late_stays_late(changes, late):
    assert was_late(replace(CASE, **changes), TERMS, HOLIDAYS) is late
