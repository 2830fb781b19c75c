from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.tally.issuing import is_date, register_warnings
from tests.plans import small_plan
from tools import verify_pingyi as tool


def warned(entered):
    return [problem.sentence() for problem in register_warnings(small_plan(), entered)]


@given(st.dates())
def test_every_day_of_the_calendar_is_one(day):
    assert is_date(day.isoformat())


@given(
    st.from_regex(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", fullmatch=True)
    | st.builds("{:04}-{:02}-{:02}".format, *map(st.integers, (0,) * 3, (9999, 14, 33)))
    | st.text("0123456789-/ 年", max_size=11)
)
def test_two_programs_say_the_same_of_any_day(text):
    assert is_date(text) == tool.is_day(text)


@pytest.mark.parametrize(
    "text",
    [
        "", "2005-02-29", "2005-13-01", "2005-04-31", "0000-01-01", "20051231", "2005-1-1",
        "2005-12-31 ", "2005-12-31\n", "２００５-12-31", "2005/12/31", "2005-W01-1", "31.12.2005",
    ],
)  # fmt: skip
def test_what_no_calendar_has_is_none(text):
    assert not is_date(text)


def test_leap_days_stand_in_leap_years():
    days = [date(year, 3, 1) - timedelta(days=1) for year in (1900, 2000, 2004, 2005)]
    assert [is_date(f"{day.year}-02-29") for day in days] == [day.day == 29 for day in days]


def test_a_register_that_agrees_with_the_plan_says_nothing():
    assert warned({}) == []
    assert warned({"C1": (100, 100), "C2": (7, 3)}) == []  # of C2 the plan states nothing


def test_the_register_is_compared_with_the_plan_and_with_itself():
    assert warned({"C2": (2, 3), "C1": (99, 120)}) == [
        "单位互评: the register counts 99 forms issued, the plan states 100",
        "单位互评: the register counts more forms returned (120) than issued (99)",
        "报纸读者评议: the register counts more forms returned (3) than issued (2)",
    ]
