"""Scores, bands and days: only what counts moves a score, and in whatever order it came."""

from dataclasses import replace
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.assess.ledger import (
    CircularMissingError,
    State,
    StateDateError,
    StateWrongError,
    double_rules,
    moved,
)
from desktop.assess.standing import standing
from tests.unit.assess.samples import counted, hundred_points, shipped

RULES = hundred_points()
UNITS = {"A1": None, "A2": None, "A3": "A1"}
NOW = "2006-12-31"


def by_unit(*entries, day=NOW, rules=RULES, units=UNITS):
    return {held.unit: held for held in standing(rules, units, entries, day)}


def taken(points):
    """Entries that deduct so many points, down to hundredths."""
    whole = int(points)
    found = [counted("A1", "4-5", count=whole)] if whole else []
    if part := Fraction(points) - whole:
        # 30 × missing ÷ due: a hundredth is one in 3,000
        found.append(counted("A1", "2-1", count=int(part * 100), due=3000))
    return found


@pytest.mark.parametrize(
    ("score", "band"),
    [
        ("100", "优秀"), ("90", "优秀"), ("89.6", "良好"), ("80", "良好"), ("79.99", "合格"),
        ("60", "合格"), ("59.5", "不合格"), ("0", "不合格"),
    ],
)  # fmt: skip
def test_bands_are_read_on_the_unrounded_score(score, band):
    held = by_unit(*taken(100 - Fraction(score)))["A1"]
    assert (held.score, held.band.name) == (Fraction(score), band)


def test_a_score_does_not_fall_below_zero_and_the_sum_is_kept():
    held = by_unit(counted("A1", "4-2", count=13))["A1"]
    assert (held.unfloored, held.score, held.rank) == (-30, 0, 3)


def test_a_subordinate_units_people_are_charged_to_the_unit_above():
    found = by_unit(counted("A3", "4-3b", count=2), counted("A3", "4-6"))
    assert (found["A1"].score, found["A2"].score, found["A3"].score) == (94, 100, 99)
    assert found["A1"].by_rule() == {"4-3b": -6}
    assert found["A3"].by_office() == {"监察局": -1}


@pytest.mark.parametrize("state", [State.DRAFT, State.VERIFIED, State.CIRCULARISED])
def test_what_is_not_counted_yet_deducts_nothing(state):
    entry = counted("A1", "4-2")
    held = {
        one: on
        for one, on in entry.states.items()
        if list(State).index(one) <= list(State).index(state)
    }
    assert by_unit(replace(entry, states=held))["A1"].score == 100


def test_the_standing_of_any_earlier_day():
    entry = counted("A1", "4-2", on="2006-06-01")
    withdrawn = replace(entry, states={**entry.states, State.WITHDRAWN: "2006-09-01"})
    scores = [by_unit(withdrawn, day=day)["A1"].score for day in
              ("2006-05-31", "2006-06-01", "2006-08-31", "2006-09-01")]  # fmt: skip
    assert scores == [100, 90, 90, 100]


entries = st.lists(
    st.builds(
        counted,
        st.sampled_from(list(UNITS)),
        st.sampled_from(["4-5", "4-2", "1-1a", "4-3b"]),
        st.sampled_from(["2006-03-01", "2006-06-01", "2007-01-01"]),
        count=st.integers(1, 9),
    ),
    max_size=8,
)


@given(entries, st.randoms())
def test_the_order_of_entries_never_matters(held, random):
    shuffled = list(held)
    random.shuffle(shuffled)
    assert standing(RULES, UNITS, held, NOW) == standing(RULES, UNITS, shuffled, NOW)


@given(entries, st.data())
def test_withdrawing_an_entry_restores_the_score_exactly(held, data):
    extra = counted("A1", "2-1", count=1, due=7)
    states = moved(RULES, extra, State.WITHDRAWN, "2006-07-01")
    at = data.draw(st.integers(0, len(held)))
    more = [*held[:at], replace(extra, states=states), *held[at:]]
    scores = {unit: found.unfloored for unit, found in by_unit(*more).items()}
    assert scores == {unit: found.unfloored for unit, found in by_unit(*held).items()}


def test_states_follow_one_another_and_nothing_is_skipped():
    entry = replace(counted("A1", "4-6"), states={State.DRAFT: "2006-05-01"})
    with pytest.raises(StateWrongError, match="verified, withdrawn"):
        moved(RULES, entry, State.COUNTED, "2006-05-02")
    with pytest.raises(StateDateError):
        moved(RULES, entry, State.VERIFIED, "2006-04-30")
    entry = replace(entry, states=moved(RULES, entry, State.VERIFIED, "2006-05-02"))
    assert State.COUNTED in moved(RULES, entry, State.COUNTED, "2006-05-03")
    with pytest.raises(CircularMissingError, match=r"四\.2"):
        moved(RULES, replace(entry, rule="4-2"), State.COUNTED, "2006-05-03")


def test_two_rules_on_one_case_are_told_and_one_rule_twice_is_not():
    one, other = (replace(counted("A1", rule), case="热线 12 号") for rule in ("3-1a", "3-1c"))
    (problem,) = double_rules([one, other])
    assert "3-1a" in problem.sentence()
    assert "热线 12 号" in problem.sentence()
    assert not list(double_rules([one, one]))
    assert not list(double_rules([one, replace(other, unit="A2")]))


def test_another_citys_set_adds_points_up_to_a_most_and_knows_a_veto():
    rules = shipped("added-points")
    found = by_unit(
        counted("A1", "B2", count=4), counted("A2", "B1"), counted("A2", "D1"), rules=rules
    )
    assert (found["A1"].unfloored, found["A1"].score, found["A1"].band.name) == (102, 100, "一等")
    assert (found["A2"].score, found["A2"].band.name, found["A2"].vetoed) == (91, "末等", True)
    assert (found["A3"].score, found["A3"].band.name, found["A3"].vetoed) == (90, "二等", False)
