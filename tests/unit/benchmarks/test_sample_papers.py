"""The made-up forms: what they look like, and the presses KEYING.md measured on such forms."""

from random import Random
from statistics import mean

import pytest

from benchmarks.paper import plan_2005
from benchmarks.peer_presses import PEERS, peer_presses
from benchmarks.press_plans import presses, slipped
from benchmarks.sample_papers import AGENCIES, DIMENSIONS, SCENARIOS, papers

PLAN = plan_2005()
SEED = 2005
PINGYI = "single keys and rest-of-row keys"
# KEYING.md's table, which counts neither slips nor that blank rows at the end need no key
MEASURED = {
    "CSPro 8 as shipped": (587, 578, 578),
    "EpiData 4": (606, 606, 606),
    "value and Tab (Excel, Abacus, Tally-Ho)": (1180, 1169, 1171),
    PINGYI: (299, 193, 150),
}
SIX_HEADER_KEYS = 3
"""What KEYING.md counts for the start and end of a form beyond Enter, and Enter Enter."""


@pytest.fixture(scope="module")
def forms():
    return {name: list(papers(name, 300, SEED)) for name in SCENARIOS}


def test_a_form_is_600_marks_of_the_plan_of_2005(forms):
    assert (len(PLAN.agencies), len(PLAN.dimensions)) == (AGENCIES, DIMENSIONS)
    for made in forms.values():
        assert {len(marks) for marks in made} == {PLAN.cells}
        assert set("".join(made)) == set("0123")


def test_equal_seeds_give_equal_forms(forms):
    assert list(papers("S2", 20, SEED)) == forms["S2"][:20]
    assert list(papers("S2", 20, SEED + 1)) != forms["S2"][:20]
    assert list(papers("S3", 20, SEED)) != forms["S2"][:20]


@pytest.mark.parametrize("peer", PEERS)
def test_peers_need_what_was_measured(forms, peer):
    for made, expected in zip(forms.values(), MEASURED[peer], strict=True):
        found = mean(peer_presses(peer, PLAN, marks, Random(1), 0) for marks in made)
        assert found == pytest.approx(expected, rel=0.01)


def test_pingyi_needs_what_was_measured(forms):
    for made, expected in zip(forms.values(), MEASURED[PINGYI], strict=True):
        found = SIX_HEADER_KEYS + mean(len(presses(PLAN, marks)) for marks in made)
        assert found == pytest.approx(expected, rel=0.03)


@pytest.mark.parametrize(("scenario", "most"), [("S1", 310), ("S2", 205), ("S3", 160)])
def test_pingyi_stays_below_its_targets_slips_and_all(forms, scenario, most):
    random = Random(SEED)
    found = mean(len(slipped(PLAN, marks, random)) for marks in forms[scenario])
    assert mean(len(presses(PLAN, marks)) for marks in forms[scenario]) < found <= most
