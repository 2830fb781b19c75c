"""Simulated against what can be summed by hand, and against every outcome of tiny surveys."""

from fractions import Fraction
from itertools import pairwise, product
from math import prod, sqrt
from random import Random
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop.tally.confusion import Confusion
from desktop.tally.counting import channel_tallies, count_forms
from desktop.tally.ranking import competition_ranks, cut_off
from desktop.tally.results import agency_results, cut_of
from desktop.tally.stability import Edges, Stability, _Seen, stability
from tests.plans import small_plan, tallied
from tests.unit.tally.test_slips import certain

MARKS = "1230x-"


def no_report(done, rounds):
    """Nobody looks on."""


def tallies(plan, forms):
    """Forms by channel, or by channel and origin; a plain list came by C1."""
    by_source = forms if isinstance(forms, dict) else {"C1": forms}
    sources = (
        (source if isinstance(source, tuple) else (source, None), marks.encode())
        for source, sheets in by_source.items()
        for marks in sheets
    )
    return channel_tallies(plan, count_forms(plan, sources))


def simulated(plan, once, found, *, settled=(), rounds=2000, seed="stability"):
    """Rounds over forms keyed once, beside settled ones."""
    whole = once if isinstance(once, dict) else [*once, *settled]
    return stability(
        plan, tallies(plan, whole), tallies(plan, once), found, Random(seed), rounds, no_report
    )


def near(share, rounds=2000):
    return pytest.approx(share * rounds, abs=5 * sqrt(share * (1 - share) * rounds) + 1)


def one_cut(agencies=2, **changes):
    return small_plan(agencies, 1, cut={"top": 1, "bottom": 1}, **changes)


def test_one_cell_that_may_be_wrong():
    """A1 has 满意, A2 基本满意; with 0.3 the first was 基本满意, and both are first and last."""
    found = simulated(one_cut(), ["12"], certain(MARKS, as_1_was_2=0.3))
    assert (found.top, found.bottom, found.order) == ({"A1"}, {"A2"}, ("A1", "A2"))
    assert found.top_changed == found.bottom_changed == found.pairs[0].changed
    assert found.top_changed == near(0.3)
    assert found.edges["A1"] == Edges(2000, found.top_changed)
    assert found.edges["A2"] == Edges(found.top_changed, 2000)
    assert found.in_doubt == found.pairs


def test_settled_forms_never_change():
    plan = one_cut()
    found = certain(MARKS, as_1_was_3=1.0)
    counted = tallies(plan, ["12"])
    nothing = tallies(plan, [])
    drawn = stability(plan, counted, nothing, found, Random(1), 20, no_report)
    assert (drawn.top_changed, drawn.pairs[0].changed, drawn.in_doubt) == (0, 0, ())
    assert drawn.edges == {"A1": Edges(20, 0), "A2": Edges(0, 20)}


def test_a_tie_that_is_broken_is_another_order():
    found = simulated(one_cut(), ["11"], certain(MARKS, as_1_was_2=0.5))
    assert found.top == {"A1", "A2"}
    assert found.pairs[0].changed == near(0.5)


def test_an_agency_that_loses_its_only_vote_is_unscored():
    found = simulated(one_cut(), ["12"], certain(MARKS, as_1_was_0=0.25))
    assert found.top_changed == near(0.25)
    assert found.edges["A1"].top == near(0.75)
    assert found.pairs[0].changed == near(0.25)


SHARES = {"as_1_was_2": 0.3, "as_1_was_0": 0.1, "as_2_was_1": 0.2, "as_3_was_1": 0.4}


@pytest.mark.parametrize(
    ("changes", "settled"),
    [
        ({}, []),
        ({}, ["132231", "212132"]),
        ({"scoring": {"dimensions": "pooled"}}, ["111123"]),
        ({"scoring": {"denominator": "forms"}}, ["121212"]),
        ({"scoring": {"tie_break": ["top_grade", "bottom_grade"]}}, ["131313"]),
        ({"scoring": {"cap": "20"}}, ["123123"]),
    ],
)
def test_against_every_outcome_of_a_tiny_survey(changes, settled):
    """Each of six cells is what it was keyed as, or one of what it may have been."""
    plan = small_plan(cut={"top": 1, "bottom": 2}, **changes)
    keyed = "112331"
    exact = every_outcome(plan, keyed, settled)
    found = simulated(plan, [keyed], certain(MARKS, **SHARES), settled=settled)
    assert found.top_changed == near(exact["top"])
    assert found.bottom_changed == near(exact["bottom"])
    for pair in found.pairs:
        assert pair.changed == near(exact["pairs"][pair.upper, pair.lower])
    for code, edges in found.edges.items():
        assert (edges.top, edges.bottom) == (near(exact["in"][code][0]), near(exact["in"][code][1]))


def every_outcome(plan, keyed, settled):
    """Exact shares over all that six cells may have been, scored by the whole program."""
    real = tallied(plan, [keyed, *settled])
    order = [held.code for held in real if held.score is not None]
    pairs = list(pairwise(order))
    shares: dict[str, Any] = {"top": 0.0, "bottom": 0.0, "pairs": dict.fromkeys(pairs, 0.0)}
    shares["in"] = {code: [0.0, 0.0] for code in order}
    for marks, share in outcomes(keyed):
        results = tallied(plan, [marks, *settled])
        ranks = {held.code: held.rank for held in results}
        edges = cut_of(plan, results)
        for name, at in (("top", 0), ("bottom", 1)):
            shares[name] += share * (set(edges[at]) != set(cut_of(plan, real)[at]))
            for code in edges[at]:
                shares["in"][code][at] += share
        for upper, lower in pairs:
            shares["pairs"][upper, lower] += share * changed(real, ranks, upper, lower)
    return shares


def changed(real, ranks, upper, lower):
    before = {held.code: held.rank for held in real}
    if ranks[upper] is None or ranks[lower] is None:
        return True
    tied = before[upper] == before[lower]
    return ranks[upper] != ranks[lower] if tied else ranks[upper] >= ranks[lower]


def outcomes(keyed):
    ways = []
    for mark in keyed:
        other = {name[-1]: share for name, share in SHARES.items() if name[3] == mark}
        ways.append([(mark, 1 - sum(other.values())), *other.items()])
    for chosen in product(*ways):
        yield "".join(mark for mark, _ in chosen), prod(share for _, share in chosen)


def test_channels_that_are_weighed_are_redrawn_apart():
    """C2 counts nine times; only its one form can be wrong, and only it was keyed once."""
    channels = [
        {"code": "C1", "name": "单位互评", "weight": "1"},
        {"code": "C2", "name": "报纸读者评议", "weight": "9"},
    ]
    plan = one_cut(channels=channels, scoring={"channels": "weighted"})
    counted = tallies(plan, {"C1": ["31", "31"], "C2": ["12"]})
    once = tallies(plan, {"C1": [], "C2": ["12"]})
    found = stability(
        plan, counted, once, certain(MARKS, as_1_was_3=0.4), Random(5), 2000, no_report
    )
    assert found.top == {"A1"}
    assert found.top_changed == near(0.4)


def test_own_forms_that_do_not_count_are_not_redrawn():
    plan = one_cut(scoring={"exclude_self": True})
    forms = {("C1", "A1"): ["32"] * 5, ("C1", None): ["21"]}
    found = simulated(plan, forms, certain(MARKS, as_3_was_1=1.0))
    assert found.edges["A1"].top == 0
    assert found.top_changed == 0


def test_groups_that_are_not_ranked_stay_out():
    groups = [
        {"code": "G1", "name": "政府部门"},
        {"code": "G2", "name": "单列", "ranked": False},
        {"code": "G3", "name": "不计分", "scored": False, "ranked": False},
    ]
    agencies = [
        {"code": f"A{n}", "name": f"单位{n}", "group": group}
        for n, group in enumerate(("G2", "G1", "G3", "G1"), 1)
    ]
    plan = one_cut(agencies=agencies, groups=groups)
    found = simulated(plan, ["1312"], certain(MARKS, as_2_was_3=0.5), rounds=500)
    assert found.order == ("A4", "A2")
    assert found.top_changed == near(0.5, 500)


def test_the_same_seed_gives_the_same_answer_and_another_seed_another():
    plan, found = small_plan(), certain(MARKS, **SHARES)
    forms = ["112331", "123123", "211321"]
    first = simulated(plan, forms, found, rounds=300, seed="20060508")
    assert first == simulated(plan, forms, found, rounds=300, seed="20060508")
    assert first != simulated(plan, forms, found, rounds=300, seed="20060509")


def test_the_answer_of_a_seed_stays_what_it_was():
    """It is printed beside the seed: another Python, or another year, must find it again."""
    found = simulated(
        small_plan(cut={"top": 1, "bottom": 1}),
        ["112331", "123123", "211321"],
        certain(MARKS, **SHARES),
        rounds=300,
        seed="20060508",
    )
    assert (found.top_changed, found.bottom_changed) == (99, 136)
    assert [pair.changed for pair in found.pairs] == [67, 128]


def test_each_round_is_reported_and_may_be_stopped():
    seen = []

    class StoppedError(Exception):
        pass

    def report(done, rounds):
        seen.append((done, rounds))
        if done == 3:
            raise StoppedError

    plan = one_cut()
    whole = tallies(plan, ["12"])
    with pytest.raises(StoppedError):
        stability(plan, whole, whole, certain(MARKS), Random(1), 10, report)
    assert seen == [(0, 10), (1, 10), (2, 10), (3, 10)]


def test_as_counted_it_is_the_ranking_of_the_results():
    plan = small_plan(6, cut={"top": 2, "bottom": 2})
    forms = ["112233112233", "123321123321", "111111222222"]
    counted = tallies(plan, forms)
    results = agency_results(plan, counted)
    found = stability(plan, counted, tallies(plan, []), certain(MARKS), Random(1), 1, no_report)
    top, bottom = cut_of(plan, results)
    assert (found.top, found.bottom) == (frozenset(top), frozenset(bottom))
    ranks = {held.code: held.rank or 0 for held in results}
    assert sorted(found.order) == sorted(ranks)
    assert [ranks[code] for code in found.order] == sorted(ranks.values())


@settings(deadline=None)
@given(
    values=st.lists(st.integers(0, 6), min_size=1, max_size=9),
    top=st.integers(0, 10),
    bottom=st.integers(0, 10),
)
def test_the_edges_are_those_of_the_ranking(values, top, bottom):
    plan = small_plan(cut={"top": top, "bottom": bottom})
    scored = {f"A{at}": (Fraction(value),) for at, value in enumerate(values)}
    found = _Seen(plan, scored)._edges(scored)
    assert found == tuple(map(frozenset, cut_off(plan.cut, competition_ranks(scored))))


def told(top, bottom, edges):
    order = tuple(f"A{n}" for n in range(1, len(edges) + 1))
    held = dict(zip(order, (Edges(*one) for one in edges), strict=True))
    return Stability(9, frozenset(top), frozenset(bottom), 0, 0, order, held, ())


def test_near_are_members_then_and_now_and_the_first_outside():
    edges = [(9, 0), (6, 0), (3, 0), (0, 0), (0, 0), (0, 0), (0, 0), (0, 9)]
    assert told({"A1", "A2"}, {"A8"}, edges).near == ("A1", "A2", "A3", "A4", "A7", "A8")


def test_near_without_an_outside():
    assert told({"A1", "A2"}, (), [(9, 0), (9, 0)]).near == ("A1", "A2")
    assert told((), (), [(0, 0), (0, 0)]).near == ()


def test_the_confusion_is_of_this_plans_marks():
    with pytest.raises(AssertionError):
        simulated(one_cut(), ["12"], Confusion("12", ((1, 0), (0, 1))), rounds=5)
