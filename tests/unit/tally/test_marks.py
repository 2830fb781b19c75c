import pytest

from desktop.tally.marks import (
    MarkCounts,
    MarksLengthError,
    MarkUnknownError,
    cell_name,
    check_marks,
    one_grade,
)
from tests.plans import small_plan


def test_all_four_states_and_every_grade_are_known():
    check_marks(small_plan(dont_know=True), "12?0x-")


@pytest.mark.parametrize("marks", ["", "11111", "1111111"])
def test_a_form_has_as_many_cells_as_the_plan(marks):
    with pytest.raises(MarksLengthError) as caught:
        check_marks(small_plan(), marks)
    assert caught.value.fields == {"expected": 6, "found": len(marks)}


@pytest.mark.parametrize("mark", ["4", "?", "X", "１", " ", "\n", "é"])
def test_a_mark_the_plan_does_not_know_is_named_with_its_cell(mark):
    with pytest.raises(MarkUnknownError) as caught:
        check_marks(small_plan(), f"123{mark}9x")
    assert caught.value.fields == {
        "agency": "A2",
        "dimension": "D2",
        "mark": mark,
        "known": "1 2 3 0 x -",
    }


def test_cells_run_along_the_dimensions_then_down_the_agencies():
    names = [cell_name(small_plan(), cell) for cell in range(6)]
    assert names[:3] == [("A1", "D1"), ("A1", "D2"), ("A2", "D1")]
    assert names[5] == ("A3", "D2")


def test_counts_add_and_subtract_state_by_state():
    some, more = MarkCounts((1, 2, 3), 4, 5, 6, 7), MarkCounts((10, 20, 30), 40, 50, 60, 70)
    assert some + more == MarkCounts((11, 22, 33), 44, 55, 66, 77)
    assert some + more - more == some
    assert more - some == MarkCounts((9, 18, 27), 36, 45, 54, 63)


def test_votes_are_grades_alone():
    assert MarkCounts((1, 2, 3), 4, 5, 6, 7).votes == 6


@pytest.mark.parametrize(
    ("marks", "grade"),
    [
        ("111111", "1"),
        ("202-22", "2"),
        ("111112", ""),
        ("000000", ""),
        ("??????", ""),
        ("xxxxxx", ""),
        ("11?111", ""),
        ("11x111", ""),
        ("------", ""),
    ],
)
def test_one_grade_throughout(marks, grade):
    assert one_grade(marks) == grade
