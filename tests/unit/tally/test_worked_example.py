"""The worked example of RULES.md §2 under any plan's rule, and what each option changes."""

from dataclasses import replace
from fractions import Fraction
from typing import Any

import pytest

from desktop.tally.numbers import rounded
from desktop.tally.plan import Plan, Scoring
from desktop.tally.worked_example import Choice, worked_example
from tests.plans import grade_values, shipped_plan, small_plan

PLANS = ["2005", "four-grades", "score-bands", "two-rounds"]


def choice(plan: Plan, option: str, value: Any) -> Choice:
    (found,) = (
        held
        for held in worked_example(plan).choices
        if held.option == option and held.value == value
    )
    return found


def under(plan: Plan, **options: Any) -> Plan:
    return replace(plan, scoring=replace(plan.scoring, **options))


def printed(score: Fraction | None) -> str:
    assert score is not None
    return rounded(score, 4)


def test_the_default_gives_what_the_rules_say():
    example = worked_example(shipped_plan("2005"))
    assert [held.grades for held in example.counts] == [
        (6213, 3580, 702), (5804, 3702, 890), (5120, 4011, 1296), (4890, 4233, 1305),
        (5355, 3899, 1001),
    ]  # fmt: skip
    assert example.forms == 10834
    assert printed(example.score) == printed(example.default) == "95.1649"
    assert example.change == 0


@pytest.mark.parametrize(
    ("option", "value", "score"),
    [
        ("denominator", "forms", "91.3571"),
        ("dimensions", "pooled", "95.1677"),
        ("dimensions", "mean", "19.0330"),
        ("scale", Fraction(10, 11), "86.5135"),
    ],
)
def test_each_option_gives_what_the_rules_say(option, value, score):
    plan = shipped_plan("2005")
    held = choice(plan, option, value)
    assert printed(held.score) == score
    assert held.change == held.score - worked_example(plan).score  # type: ignore[operator]
    assert not held.is_chosen
    assert not held.is_default


def test_a_dimension_scores_by_hand():
    example = worked_example(shipped_plan("2005"))
    votes = 6213 + 3580 + 702
    assert example.dimensions[0] == Fraction(22 * 6213 + 17 * 3580 + 11 * 702, votes)
    assert sum(example.dimensions) == example.score  # type: ignore[arg-type]


def test_the_plan_as_it_is_stands_once_under_every_option():
    for name in PLANS:
        example = worked_example(shipped_plan(name))
        by_option: dict[str, list[Choice]] = {}
        for held in example.choices:
            by_option.setdefault(held.option, []).append(held)
        for held in by_option.values():  # type: ignore[assignment]
            chosen = [it for it in held if it.is_chosen]  # type: ignore[attr-defined]
            assert [it.score for it in chosen] == [example.score]
            assert [it.is_default for it in held].count(True) == 1  # type: ignore[attr-defined]
            assert len({it.value for it in held}) == len(held)  # type: ignore[arg-type, attr-defined]


@pytest.mark.parametrize("name", PLANS)
def test_what_a_choice_says_is_what_a_plan_with_it_gives(name):
    plan = shipped_plan(name)
    for held in worked_example(plan).choices:
        if not held.problem:
            assert worked_example(replace(plan, scoring=held.rule)).score == held.score


@pytest.mark.parametrize("channels", [1, 2, 3, 6])
@pytest.mark.parametrize("dimensions", [1, 5, 10])
@pytest.mark.parametrize("grades", [2, 3, 4, 5, 6])
@pytest.mark.parametrize("dont_know", [False, True])
def test_every_shape_of_plan_has_an_example_that_adds_up(grades, dimensions, channels, dont_know):
    plan = small_plan(
        3,
        dimensions,
        grades=grade_values(*(str(100 - 9 * at) for at in range(grades))),
        channels=[{"code": f"C{at}", "name": f"渠道{at}"} for at in range(channels)],
        dont_know=dont_know,
    )
    example = worked_example(plan)
    for counts in example.counts:
        assert counts.votes + counts.blank + counts.dont_know == example.forms
        assert min(counts.grades) > 0
        assert bool(counts.dont_know) is dont_know
    assert all(score is not None for score in example.channels)
    assert (example.score == example.channels[0]) is (channels == 1)
    assert any(held.option == "channels" for held in example.choices) is (channels > 1)


def test_dont_knows_in_the_denominator_lower_the_score():
    held = choice(shipped_plan("score-bands"), "denominator", "marks+dont_know")
    assert held.change < 0  # type: ignore[operator]


def test_a_weighted_mean_follows_the_plans_weights():
    plan = shipped_plan("two-rounds")
    example = worked_example(plan)
    first, second = example.channels
    assert example.score == (first + second) / 2  # type: ignore[operator]
    heavy = replace(plan.channels[0], weight=Fraction(3))
    tilted = replace(plan, channels=(heavy, *plan.channels[1:]))
    share = Fraction(3) / (3 + plan.channels[1].weight)
    assert worked_example(tilted).score == share * first + (1 - share) * second  # type: ignore[operator]


def test_options_that_do_not_go_together_say_why():
    held = choice(under(shipped_plan("2005"), cap=Fraction(20)), "dimensions", "pooled")
    assert held.score is None
    assert held.change is None
    assert held.problem.place == "scoring.cap"  # type: ignore[union-attr]


def test_a_cap_below_the_dimensions_lowers_them():
    plan = under(shipped_plan("2005"), cap=Fraction(19))
    example = worked_example(plan)
    assert max(example.dimensions) == 19  # type: ignore[type-var]
    assert example.score < example.default  # type: ignore[operator]


@pytest.mark.parametrize(
    ("options", "scale"),
    [
        ({}, Fraction(100, 110)),
        ({"dimensions": "mean"}, Fraction(100, 22)),
        ({"dimensions": "pooled"}, Fraction(100, 110)),
        ({"cap": Fraction(20)}, None),
    ],
)
def test_a_scale_to_a_hundred_is_offered(options, scale):
    found = [held.value for held in worked_example(under(shipped_plan("2005"), **options)).choices
             if held.option == "scale"]  # fmt: skip
    assert found == [Fraction(1)] if scale is None else [Fraction(1), scale]


def test_agencies_bonus_lines_and_groups_play_no_part():
    plan = small_plan(3, 5)
    other = small_plan(
        2,
        5,
        groups=[{"code": "G1", "name": "不计分", "scored": False, "ranked": False}],
        adjustments=[{"agency": "A1", "points": "5", "reason": "加分"}],
        cut={"top": 1, "bottom": 1},
    )
    assert worked_example(plan).score == worked_example(other).score


def test_the_usual_rule_is_the_default_of_a_plan():
    assert small_plan().scoring == Scoring()
    example = worked_example(small_plan(3, 5))
    assert all(held.is_default for held in example.choices if held.is_chosen)
