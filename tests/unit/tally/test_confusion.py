import pytest

from desktop.tally.confusion import confusion
from desktop.tally.error_rates import Comparison, error_rates

MARKS = "1230x-"


def compared(first, settled, *, void="", settled_void=""):
    content = None if settled is None else (settled_void, settled)
    return Comparison("B1", "C1", "C2", (void, first), (void, first), content)


def test_cells_are_counted_by_what_was_keyed_and_what_was_settled():
    found = confusion(MARKS, [compared("1123", "1223"), compared("30x-", "20x1")])
    assert found.counts == (
        (1, 1, 0, 0, 0, 0),
        (0, 1, 0, 0, 0, 0),
        (0, 1, 1, 0, 0, 0),
        (0, 0, 0, 1, 0, 0),
        (0, 0, 0, 0, 1, 0),
        (1, 0, 0, 0, 0, 0),
    )
    assert (found.trials, found.errors) == (8, 3)
    assert [found.keyed(mark) for mark in MARKS] == [2, 1, 2, 1, 1, 1]
    assert [found.wrong(mark) for mark in MARKS] == [1, 0, 1, 0, 0, 1]


def test_open_and_void_forms_say_nothing_of_marks():
    forms = [
        compared("11", None),
        compared("", "", void="V1", settled_void="V1"),
        compared("", "12", void="V1"),
        compared("12", "", settled_void="V1"),
    ]
    assert confusion(MARKS, forms).trials == 0


@pytest.mark.parametrize("settled", ["1111", "1213", "3333", "0x-1"])
def test_they_are_the_cells_of_the_error_rate(settled):
    forms = [compared("1111", settled), compared("2222", settled), compared("11", None)]
    rate = error_rates(forms).overall.cells
    found = confusion(MARKS, forms)
    assert (found.errors, found.trials) == (rate.errors, rate.trials)
