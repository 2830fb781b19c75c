"""How a form stands: every rule by an example; test_form_histories.py has the walks."""

import pytest

from desktop.tally.keyings import (
    OPEN,
    RULING_QUEUE,
    UNKEYED,
    FormStage,
    Keying,
    Standing,
    blind_copy,
    differing_cells,
    own_second_keyings,
    same_person,
    standing,
)
from desktop.tally.marks import MarkUnknownError, check_marks
from tests.plans import small_plan

A, B, C = "123123", "123122", "111111"


def keyed(record, marks=A, who="wang", *, void="", station="S1", against=(), number=1):
    return Keying(record, number, station, who, void, marks, frozenset(against))


def again(record, marks=A, who="li", **other):
    return keyed(record, marks, who, number=2, **other)


def ruled(record, marks=A, **other):
    return keyed(record, marks, "zhao", number=0, **other)


def stands(first=(), second=(), rulings=(), doubts=(), *, drawn=True):
    return standing(first, second, rulings, doubts, drawn=drawn)


@pytest.mark.parametrize(
    ("heads", "drawn", "expected"),
    [
        (([keyed("a")],), False, Standing(FormStage.SINGLE, ("", A), "a")),
        (([keyed("a")],), True, Standing(FormStage.AWAITING, ("", A), "a")),
        (([keyed("b")], [again("a")]), True, Standing(FormStage.AGREED, ("", A), "a")),
        (([keyed("a")], [again("b")]), False, Standing(FormStage.AGREED, ("", A), "a")),
        (([keyed("a")], [again("b", B)]), True, Standing(FormStage.DIFFERING)),
        (([keyed("b"), keyed("a")],), False, Standing(FormStage.SINGLE, ("", A), "a", notice=True)),
        (([keyed("a"), keyed("b", B)],), True, Standing(FormStage.CONFLICT)),
        (([keyed("a")], [again("b"), again("c", B)]), True, Standing(FormStage.CONFLICT)),
        (([], [], [ruled("a", C)]), True, Standing(FormStage.RULED, ("", C), "a")),
        (([keyed("a")], [again("b")], [], ["d"]), True, Standing(FormStage.DOUBTFUL)),
        (([], [], [], ["d"]), False, Standing(FormStage.DOUBTFUL)),
    ],
)
def test_heads_decide_how_a_form_stands(heads, drawn, expected):
    assert stands(*heads, drawn=drawn) == expected


def test_a_form_of_which_nothing_is_known_has_no_standing():
    with pytest.raises(ValueError, match="no head"):
        stands()


def test_one_keying_twice_in_the_list_is_one():
    assert not stands([keyed("a"), keyed("a")]).notice


@pytest.mark.parametrize("drawn", [True, False])
def test_a_second_keying_without_a_first_is_the_one_keying(drawn):
    assert stands([], [again("b")], drawn=drawn) == Standing(FormStage.SINGLE, ("", A), "b")


def test_after_the_blind_rekeying_a_difference_is_disputed():
    first = [keyed("c", A, against=["b"])]
    assert stands(first, [again("b", B)]).stage is FormStage.DISPUTED
    assert stands(first, [again("b", A)]).stage is FormStage.AGREED


def test_a_rekeying_asked_for_less_than_stands_is_not_the_last_word():
    second = [again("b", B), again("e", B, "sun")]
    assert stands([keyed("c", against=["b"])], second).stage is FormStage.DIFFERING
    assert stands([keyed("c", against=["b", "e"])], second).stage is FormStage.DISPUTED
    both = [keyed("c", against=["b", "e"]), keyed("f")]
    assert stands(both, second).stage is FormStage.DIFFERING


def test_a_ruling_and_a_late_head_that_differs_are_a_conflict():
    late = keyed("e", B)
    assert stands([late], [], [ruled("r")]).stage is FormStage.CONFLICT
    assert stands([], [again("e", B)], [ruled("r")]).stage is FormStage.CONFLICT
    assert stands([], [], [ruled("r"), ruled("s", B)]).stage is FormStage.CONFLICT


def test_a_late_head_that_says_what_was_ruled_changes_nothing_but_may_be_the_counted_one():
    assert stands([keyed("e")], [], [ruled("r")]) == Standing(FormStage.RULED, ("", A), "e")
    assert stands([], [], [ruled("r"), ruled("s")]).notice


def test_a_ruling_leaves_no_doubt():
    assert stands([], [], [ruled("r")], ["d"]).stage is FormStage.RULED


@pytest.mark.parametrize(
    ("first", "second", "same"),
    [
        (keyed("a"), again("b", who="wang"), True),
        (keyed("a"), again("b", who="wang", station="S2"), True),
        (keyed("a"), again("b"), False),
        (keyed("a", who=""), again("b", who=""), True),
        (keyed("a", who=""), again("b", who="", station="S2"), False),
        (keyed("a", who=""), again("b", who="wang"), False),
    ],
)
def test_a_person_is_an_operator_or_else_a_station(first, second, same):
    assert same_person(first, second) is same
    assert same_person(second, first) is same


@pytest.mark.parametrize("marks", [A, B])
def test_ones_own_second_keying_settles_nothing(marks):
    first, own = keyed("b"), again("a", marks, "wang")
    assert own_second_keyings([first], [own]) == (own,)
    assert stands([first], [own]) == Standing(FormStage.AWAITING, ("", A), "b")
    assert stands([first], [own], drawn=False).stage is FormStage.SINGLE
    assert stands([first], [own, again("c")]) == Standing(FormStage.AGREED, ("", A), "b")
    assert stands([first], [own, again("c", C)]).stage is FormStage.DIFFERING


def test_a_second_keying_by_one_of_two_first_keyers_is_one():
    first = [keyed("a"), keyed("b", who="sun")]
    assert own_second_keyings(first, [again("c", who="sun")]) == ()
    assert stands(first, [again("c", B, "sun")]).stage is FormStage.DIFFERING


def test_under_a_ruling_ones_own_second_keying_is_a_head_like_any():
    heads = [keyed("b")], [again("a", B, "wang")], [ruled("r")]
    assert stands(*heads).stage is FormStage.CONFLICT


def test_cells_of_void_forms_are_not_compared_but_reasons_are():
    void = keyed("a", "", void="V1")
    assert stands([void], [again("b", A, void="V1")]) == Standing(FormStage.AGREED, ("V1", ""), "a")
    assert stands([void], [again("b", A, void="V2")]).stage is FormStage.DIFFERING
    assert stands([void], [again("b", A)]).stage is FormStage.DIFFERING


def test_what_counts_is_what_is_not_open():
    assert {"differing", "conflict", "disputed", "doubtful"} == OPEN
    assert {"conflict", "disputed", "doubtful"} == RULING_QUEUE


@pytest.mark.parametrize(
    ("first", "second", "cells"),
    [(A, A, ()), (A, B, (5,)), ("000", "1-?", (0, 1, 2)), ("", "12", (0, 1)), ("123", "1", (1, 2))],
)
def test_differing_cells_are_counted_from_0(first, second, cells):
    assert differing_cells(first, second) == cells
    assert differing_cells(second, first) == cells


def test_a_blind_copy_shows_neither_value():
    assert blind_copy(A, differing_cells(A, B)) == "12312" + UNKEYED
    assert blind_copy(A, differing_cells(A, B)) == blind_copy(B, differing_cells(A, B))
    assert blind_copy(A, ()) == A
    assert blind_copy("", range(3)) == UNKEYED * 3


def test_a_blind_copy_cannot_go_on_record():
    with pytest.raises(MarkUnknownError):
        check_marks(small_plan(), blind_copy(A, [2]))
