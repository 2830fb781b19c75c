"""Means over agencies: one voice each, and none where there is nobody to compare with."""

from dataclasses import replace
from fractions import Fraction

from desktop.tally.means import dimension_means, group_means, mean
from tests.plans import small_plan
from tests.unit.report.samples import material

GROUPS = [{"code": "G1", "name": "政府部门"}, {"code": "G2", "name": "垂直管理单位"}]
FORMS = [("C1", "B001", [("", "112200"), ("", "131311")]), ("C2", "B002", [("", "121311")])]


def results(groups="G1 G1 G2", forms=FORMS, **changes):
    agencies = [
        {"code": f"A{at}", "name": f"单位{at}", "group": group}
        for at, group in enumerate(groups.split(), 1)
    ]
    return material(small_plan(agencies, 2, groups=GROUPS, **changes), forms).results


def test_every_agency_of_the_group_counts_alike():
    held = results()
    first, second = (one for one in held.agencies if one.code in ("A1", "A2"))
    found = group_means(held)["G1"]
    assert found.agencies == 2
    assert found.score == Fraction(first.score + second.score) / 2
    for at in range(2):
        both = first.dimensions[at].score + second.dimensions[at].score
        assert found.dimensions[at] == both / 2
        assert found.channels[at] == (first.channels[at].score + second.channels[at].score) / 2


def test_a_mean_is_exact():
    assert mean([Fraction(1, 3), None, Fraction(1, 7)]) == Fraction(5, 21)
    assert mean([None]) is None


def test_the_mean_of_one_alone_is_no_mean():
    found = group_means(results())["G2"]
    assert found.agencies == 1
    assert found.score is None
    assert set(found.dimensions + found.channels) == {None}


def test_an_agency_without_a_score_has_no_voice():
    """It has votes in one dimension, but those of a whole are compared with wholes."""
    held = results("G1 G1 G1", [("C1", "B001", [("", "113310"), ("", "112210")])])
    scored = [one for one in held.agencies if one.score is not None]
    found = group_means(held)["G1"]
    assert found.agencies == len(scored) == 2
    assert found.dimensions == tuple(dimension_means(scored))
    assert found.dimensions[0] != dimension_means(held.agencies)[0]


def test_a_channel_that_one_agency_alone_has_a_score_in_is_not_compared():
    forms = [("C1", "B001", [("", "112233")]), ("C2", "B002", [("", "110000")])]
    found = group_means(results(forms=forms))["G1"]
    assert found.channels[0] is not None
    assert found.channels[1] is None


def test_a_group_without_agencies_has_no_means():
    held = results("G1 G1 G1")
    assert group_means(held)["G2"].agencies == 0
    assert group_means(replace(held, agencies=()))["G1"].score is None
