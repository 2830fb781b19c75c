from collections.abc import Iterable
from dataclasses import replace
from fractions import Fraction

import pytest

from desktop.tally.counting import Source, count_forms
from desktop.tally.plan import Cut
from desktop.tally.plan_reading import plan_from_json
from desktop.tally.results import agency_results
from desktop.tally.what_if import (
    Alternative,
    changed_plan,
    clashes,
    counted_marks,
    outcomes,
    plans_own,
    ranked,
    usual_alternatives,
)
from tests.plans import plan_value, small_plan, tallied

Forms = dict[str | Source, Iterable[str]]
SHEETS = ["112233", "123321", "111122", "220033"]


def marks(plan, forms):
    by_source = forms if isinstance(forms, dict) else {("C1", None): forms}
    held = ((source, sheet.encode()) for source, sheets in by_source.items() for sheet in sheets)
    return counted_marks(plan, count_forms(plan, held), ())


def with_rule(plan, **changes):
    return Alternative(replace(plan.scoring, **changes), plan.cut)


def test_the_plans_own_options_give_the_result():
    plan = small_plan()
    assert list(ranked(marks(plan, SHEETS), plans_own(plan)).agencies.values()) == tallied(
        plan, SHEETS
    )


@pytest.mark.parametrize(
    "change",
    [
        {"denominator": "forms"},
        {"dimensions": "pooled"},
        {"dimensions": "mean"},
        {"channels": "weighted", "missing_channel": "zero"},
        {"cap": "18"},
        {"trim": "1/4"},
        {"tie_break": ["top_grade"]},
    ],
)
def test_an_alternative_gives_what_a_plan_with_it_gives(change):
    plan, other = small_plan(), small_plan(scoring=change)
    forms: Forms = {("C1", None): SHEETS, ("C2", None): ["332211"]}
    (found,) = outcomes(marks(plan, forms), [Alternative(other.scoring, other.cut)])
    assert list(found.ranking.agencies.values()) == tallied(other, forms)


def test_what_moves_and_who_crosses_an_edge():
    """By votes A1 has 22 and A2 20.33; by forms A1, graded by one of three, falls to 7⅓."""
    plan = small_plan(3, 1, cut={"top": 1, "bottom": 1})
    (found,) = outcomes(marks(plan, ["113", "013", "023"]), [with_rule(plan, denominator="forms")])
    assert found.ranking.rank_of("A2") == 1
    assert found.moved == ("A1", "A2", "A3")
    assert (found.into_top, found.out_of_top) == (("A2",), ("A1",))
    assert (found.into_bottom, found.out_of_bottom) == (("A1",), ("A3",))


def test_another_cut_moves_nobody_and_changes_the_edges():
    plan = small_plan(3, 1, cut={"top": 1, "bottom": 1})
    (found,) = outcomes(marks(plan, ["123"]), [Alternative(plan.scoring, Cut(2, 0))])
    assert found.moved == ()
    assert (found.into_top, found.out_of_bottom) == (("A2",), ("A3",))


def test_own_forms_are_told_apart_from_the_same_count():
    plan = small_plan(2, 1)
    forms: Forms = {("C1", "A1"): ["13"] * 3, ("C1", None): ["21"]}
    held = marks(plan, forms)
    (found,) = outcomes(held, [with_rule(plan, exclude_self=True)])
    assert (found.ranking.rank_of("A1"), found.ranking.rank_of("A2")) == (1, 2)
    excluding = small_plan(2, 1, scoring={"exclude_self": True})
    assert list(found.ranking.agencies.values()) == tallied(excluding, forms)
    assert ranked(held, plans_own(plan)).agencies["A1"].votes == 4
    assert found.ranking.agencies["A1"].votes == 1


def test_without_an_origin_that_is_an_agency_there_are_no_own_forms():
    plan = small_plan(2, 1)
    held = marks(plan, {("C1", "外单位"): ["13"], ("C1", None): ["21"]})
    assert held.without_own is None
    assert not any(one.scoring.exclude_self for one in usual_alternatives(held))


def test_weights_of_an_alternative_stand_for_every_group():
    groups = [{"code": "G1", "name": "政府部门", "weights": {"C1": "1", "C2": "0"}}]
    plan = small_plan(2, 1, groups=groups, scoring={"channels": "weighted"})
    held = marks(plan, {("C1", None): ["12"], ("C2", None): ["31"]})
    wanted = Alternative(plan.scoring, plan.cut, {"C1": Fraction(), "C2": Fraction(1)})
    (found,) = outcomes(held, [wanted])
    assert ranked(held, plans_own(plan)).rank_of("A1") == 1
    assert found.ranking.rank_of("A2") == 1
    assert changed_plan(plan, replace(wanted, weights=None)) == plan


@pytest.mark.parametrize(
    ("change", "place"),
    [
        ({"dimensions": "pooled", "cap": Fraction(20)}, "scoring.cap"),
        ({"denominator": "forms", "trim": Fraction(1, 20)}, "scoring.trim"),
        ({"trim": Fraction(1, 2)}, "scoring.trim"),
    ],
)
def test_options_that_clash_are_told(change, place):
    plan = small_plan()
    assert [problem.place for problem in clashes(plan, with_rule(plan, **change))] == [place]
    assert clashes(plan, plans_own(plan)) == []


def test_weights_of_nothing_clash():
    plan = small_plan()
    nothing = dict.fromkeys(("C1", "C2"), Fraction())
    (problem,) = clashes(plan, Alternative(plan.scoring, plan.cut, nothing))
    assert problem.place == "channels"


@pytest.mark.parametrize(
    "scoring",
    [
        {},
        {"dimensions": "pooled"},
        {"channels": "weighted", "denominator": "forms"},
        {"cap": "20", "trim": "1/10"},
    ],
)
def test_the_usual_alternatives_change_one_option_each_and_go_together(scoring):
    plan = plan_from_json(plan_value(scoring=scoring, dont_know=True))
    held = marks(plan, {("C1", "A1"): ["11??33"], ("C2", None): ["332211"]})
    usual = usual_alternatives(held)
    assert len(usual) >= 4
    assert plans_own(plan) not in usual
    for one in usual:
        assert clashes(plan, one) == []
        differing = [
            name
            for name in type(one.scoring).__slots__
            if getattr(one.scoring, name) != getattr(plan.scoring, name)
        ]
        assert len(differing) == 1
    assert len(list(outcomes(held, usual))) == len(usual)


def test_nothing_is_scored_in_place_of_the_plan():
    plan = small_plan()
    held = marks(plan, SHEETS)
    before = agency_results(plan, held.whole)
    list(outcomes(held, usual_alternatives(held)))
    assert agency_results(plan, held.whole) == before
    assert held.plan is plan
