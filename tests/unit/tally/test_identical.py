import pytest

from desktop.tally.identical import identical_forms


def found(*forms):
    return identical_forms((batch, number, marks.encode()) for batch, number, marks in forms)


def test_forms_with_equal_marks_stand_together_wherever_they_were_keyed():
    (held,) = found(("B2", 9, "123"), ("B1", 4, "123"), ("B1", 5, "321"))
    assert held.forms == (("B1", 4), ("B2", 9))
    assert held.names == ("B1-004", "B2-009")
    assert held.batches == ("B1", "B2")


def test_one_different_cell_is_different():
    assert found(("B1", 1, "1230"), ("B1", 2, "123x"), ("B1", 3, "123?")) == []


def test_the_largest_set_comes_first_then_the_lowest_number():
    forms = [("B1", n, "12") for n in (5, 6)] + [("B1", n, "21") for n in (1, 7)]
    forms += [("B2", n, "13") for n in (1, 2, 3)]
    assert [held.forms[0] for held in found(*forms)] == [("B2", 1), ("B1", 1), ("B1", 5)]


@pytest.mark.parametrize(
    ("marks", "straight"),
    [("111", "1"), ("303", "3"), ("2-2", "2"), ("112", ""), ("???", ""), ("xxx", ""), ("1?1", "")],
)
def test_straight_lined_forms_are_told_apart(marks, straight):
    (held,) = found(("B1", 1, marks), ("B1", 2, marks))
    assert held.straight == straight


def test_entirely_blank_forms_are_not_compared():
    assert found(("B1", 1, "000"), ("B1", 2, "000")) == []


@pytest.mark.parametrize(
    ("numbers", "run"), [((1, 2), 2), ((1, 3), 1), ((1, 3, 4, 5, 9, 10), 3), ((4, 2, 3), 3)]
)
def test_the_longest_run_of_numbers(numbers, run):
    (held,) = found(*(("B1", number, "121") for number in numbers))
    assert held.longest_run == run


def test_a_run_ends_with_its_batch():
    (held,) = found(("B1", 1, "121"), ("B2", 2, "121"), ("B2", 3, "121"))
    assert held.longest_run == 2


def test_numbers_in_a_row_are_one_range():
    forms = [("B1", n, "12") for n in (3, 4, 5, 9)] + [("B2", n, "12") for n in (10, 11)]
    (held,) = found(*forms)
    assert held.ranges == ("B1-003–005", "B1-009", "B2-010–011")
