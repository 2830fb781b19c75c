import pytest

from desktop.tally.pages import Page, PagePlace, page_of_row, pages_of
from tests.plans import shipped_plan, small_plan

TWO = [{"rows": 3, "check": "47"}, {"rows": 2, "check": "083"}]


def test_a_plan_without_pages_is_one_page_without_a_check_number():
    plan = small_plan(agencies=5)
    assert plan.pages == ()
    assert pages_of(plan) == (Page(5, ""),)
    assert page_of_row(plan, 0) == PagePlace(1, 1, 4, "")


def test_every_row_knows_its_page_and_what_is_left_of_it():
    plan = small_plan(agencies=5, pages=TWO)
    assert [page_of_row(plan, row) for row in range(5)] == [
        PagePlace(1, 2, 2, "47"),
        PagePlace(1, 2, 1, "47"),
        PagePlace(1, 2, 0, "47"),
        PagePlace(2, 2, 1, "083"),
        PagePlace(2, 2, 0, "083"),
    ]


def test_a_page_ends_with_its_last_row():
    plan = small_plan(agencies=5, pages=TWO)
    assert [row for row in range(5) if page_of_row(plan, row).is_last_row] == [2, 4]
    assert page_of_row(shipped_plan("2005"), 119).is_last_row


@pytest.mark.parametrize("row", [-1, 5])
def test_a_row_beyond_the_form_stands_on_no_page(row):
    with pytest.raises(IndexError):
        page_of_row(small_plan(agencies=5, pages=TWO), row)
