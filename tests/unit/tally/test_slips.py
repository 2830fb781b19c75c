from collections import Counter
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop.tally.confusion import Confusion
from desktop.tally.slips import UnseenSlips

RARE = 10**9
"""Cells compared, so many that the measured rate is as good as certain."""


def certain(marks, **shares):
    """A confusion known exactly: `as_1_was_2=0.25` of what was keyed as 1 was 2."""
    rows = {mark: dict.fromkeys(marks, 0.0) | {mark: 1.0} for mark in marks}
    for name, share in shares.items():
        _, keyed, _, true = name.split("_")
        rows[keyed][true] = share
        rows[keyed][keyed] -= share
    return Confusion(marks, tuple(tuple(round(rows[k][t] * RARE) for t in marks) for k in marks))


def changes(found, once, rounds, seed="slips"):
    chance, slips = Random(seed), UnseenSlips(found, once)
    return [slips.draw(chance) for _ in range(rounds)]


def test_a_mark_that_is_always_another_becomes_that_one():
    found = certain("123", as_1_was_3=1.0)
    (drawn,) = changes(found, [[4, 2, 0], [0, 5, 1], [7, 0, 0]], 1)
    assert drawn == {0: [-4, 0, 4], 2: [-7, 0, 7]}


def test_what_nobody_confused_hardly_changes():
    drawn = changes(certain("123"), [[100, 100, 100]] * 5, 50)
    assert sum(map(len, drawn)) == 0


def test_nothing_keyed_once_leaves_nothing_to_draw():
    assert changes(certain("12", as_1_was_2=0.5), [], 2) == [{}, {}]
    assert changes(certain("12", as_1_was_2=0.5), [[0, 0]], 2) == [{}, {}]


@pytest.mark.parametrize("cells", [2, 40])
def test_each_cell_changes_as_often_as_its_marks_are_wrong(cells):
    """Few and many cells take two ways through the same line of marks."""
    found = certain("123", as_1_was_2=0.2, as_1_was_3=0.1, as_3_was_1=0.5)
    once = [[1 + cell % 3, 2, cell % 2] for cell in range(cells)]
    rounds = 4000
    sums: Counter[tuple[int, int]] = Counter()
    for drawn in changes(found, once, rounds):
        for cell, change in drawn.items():
            for mark, many in enumerate(change):
                sums[cell, mark] += many
    for cell, (ones, _, threes) in enumerate(once):
        expected = (0.5 * threes - 0.3 * ones, 0.2 * ones, 0.1 * ones - 0.5 * threes)
        for mark, mean in enumerate(expected):
            assert sums[cell, mark] / rounds == pytest.approx(mean, abs=0.06)


def test_two_wrong_marks_of_one_form_never_take_the_same_cell_twice():
    """Half of the ones were 2 and half were 3: each is exactly one of them."""
    found = certain("123", as_1_was_2=0.5, as_1_was_3=0.5)
    for drawn in changes(found, [[10, 0, 0]], 200):
        (change,) = drawn.values()
        assert change[0] == -10
        assert change[1] + change[2] == 10


def test_the_measured_rate_is_as_uncertain_as_its_counts():
    """3 of 9 ones were twos: two cells are both wrong as a Beta(3 + ½, 6 + ½·2) has it.

    The rate of the survey is (3 + ½) ÷ (9 + 1): half a slip stands beside 0.65 ÷ 0.35 × ½ right
    cells.
    """
    found = Confusion("12", ((6, 3), (0, 0)))
    wrong, right = 3.5, 6 + 0.5 * 0.65 / 0.35
    both = wrong * (wrong + 1) / ((wrong + right) * (wrong + right + 1))
    drawn = changes(found, [[1, 0], [1, 0]], 20_000)
    assert sum(len(one) == 2 for one in drawn) / 20_000 == pytest.approx(both, abs=0.012)
    assert (wrong / (wrong + right)) ** 2 < both - 0.015  # certain rates would give less


def test_a_mark_that_was_never_compared_errs_like_all():
    found = Confusion("12x", ((960, 40, 0), (0, 1000, 0), (0, 0, 0)))
    drawn = changes(found, [[0, 0, 100]], 4000)
    wrong = sum(-one[0][2] for one in drawn if one) / (4000 * 100)
    assert wrong == pytest.approx(40.5 / 2001, rel=0.15)


@settings(max_examples=60, deadline=None)
@given(
    rows=st.lists(st.lists(st.integers(0, 9), min_size=3, max_size=3), min_size=3, max_size=3),
    once=st.lists(st.lists(st.integers(0, 6), min_size=3, max_size=3), max_size=8),
    seed=st.integers(0, 99),
)
def test_no_mark_is_lost_and_none_is_taken_that_is_not_there(rows, once, seed):
    (drawn,) = changes(Confusion("123", tuple(map(tuple, rows))), once, 1, str(seed))
    for cell, change in drawn.items():
        assert sum(change) == 0
        assert all(had + more >= 0 for had, more in zip(once[cell], change, strict=True))
