"""Contributions that add up, weights by group, and figures that are missing."""

from dataclasses import replace
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.assess.composite import (
    Component,
    ComponentKind,
    Missing,
    NoWeightError,
    composite,
)

SURVEY = Component(
    "S", "群众评议", ComponentKind.SURVEY, Fraction(110), Fraction(60), {},
    {"A1": Fraction(99), "A2": Fraction(88), "A3": Fraction(110)},
)  # fmt: skip
PHONE = Component(
    "P", "电话访问", ComponentKind.PHONE, Fraction(5), Fraction(40), {"G2": Fraction(0)},
    {"A1": Fraction(4), "A3": Fraction(3)},
)  # fmt: skip
GROUPS = {"A1": "G1", "A2": "G1", "A3": "G2"}


def by_unit(*components, missing=Missing.RENORMALISE):
    return {line.unit: line for line in composite(components, GROUPS, missing)}


def test_scores_on_a_hundred_by_weights_that_differ_by_group():
    found = by_unit(SURVEY, PHONE)
    # 0.6 × 90 + 0.4 × 80; 80 alone; 100 alone, for G2 gives the phone no weight
    assert [found[unit].score for unit in GROUPS] == [86, 80, 100]
    assert [found[unit].rank for unit in GROUPS] == [2, 3, 1]
    assert [part.contribution for part in found["A1"].parts] == [54, 32]
    assert [part.contribution for part in found["A2"].parts] == [80, None]


def test_a_missing_figure_may_stop_a_unit_and_is_no_zero():
    found = by_unit(SURVEY, PHONE, missing=Missing.STOP)
    assert (found["A2"].score, found["A2"].rank) == (None, None)
    assert found["A3"].score == 100
    assert [line.unit for line in composite([SURVEY, PHONE], GROUPS, Missing.STOP)][-1] == "A2"


def test_weights_that_add_up_to_nothing_are_refused():
    with pytest.raises(NoWeightError, match="G2"):
        by_unit(PHONE)
    assert by_unit(replace(PHONE, weights={}))["A2"].score is None


figures = st.dictionaries(st.sampled_from(list(GROUPS)), st.fractions(0, 100), max_size=3)


@given(st.lists(st.tuples(figures, st.integers(1, 9)), min_size=1, max_size=5))
def test_contributions_add_up_to_the_score(given_figures):
    components = [
        Component(str(at), "", ComponentKind.OTHER, Fraction(100), Fraction(weight), {}, dict(held))
        for at, (held, weight) in enumerate(given_figures)
    ]
    for line in composite(components, GROUPS):
        parts = [part.contribution for part in line.parts if part.contribution is not None]
        assert line.score == (sum(parts) if parts else None)
