from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.models.day_entry import read_day

TODAY = date(2006, 5, 10)


@pytest.mark.parametrize(
    "text",
    [
        *("2006-05-30", "2006-5-30", "2006.5.30", "2006/05/30", "20060530", "2006 5 30"),
        *("2006年5月30日", "5月30日", "5-30", "05-30", "5/30", "0530", " 5-30 "),
    ],
)
def test_a_day_as_people_write_it(text):
    assert read_day(text, TODAY) == date(2006, 5, 30)


def test_without_a_year_it_is_the_next_such_day():
    assert read_day("5-10", TODAY) == TODAY
    assert read_day("5-9", TODAY) == date(2007, 5, 9)
    assert read_day("2-29", date(2007, 3, 1)) == date(2008, 2, 29)


def test_with_a_year_a_day_may_be_past():
    assert read_day("2006-05-09", TODAY) == date(2006, 5, 9)


@pytest.mark.parametrize("text", ["", "5", "2006", "2006-13-01", "2006-02-30", "morgen", "5-30-"])
def test_what_is_no_day(text):
    assert read_day(text, TODAY) is None


@given(st.text(alphabet="0123456789-./年月日 ", max_size=12))
def test_nothing_that_is_typed_fails(text):
    found = read_day(text, TODAY)
    assert found is None or isinstance(found, date)


@given(st.dates(min_value=date(1000, 1, 1)))
def test_every_day_reads_back(day):
    assert read_day(day.isoformat(), TODAY) == day
