"""Presses in other programs, computed by hand on a form of seven rows."""

from random import Random

import pytest

from benchmarks.peer_presses import PEERS, peer_presses
from benchmarks.press_plans import LATE
from tests.plans import small_plan

CSPRO, _, VALUE_AND_TAB = PEERS
ROWS = ["11111", "00000", "12000", "00003", "00000", "00000", "00000"]


@pytest.mark.parametrize(
    ("peer", "expected"), [*zip(PEERS, (5 + 1 + 3 + 5 + 2, 35, 35 + 8), strict=True)]
)
def test_peers_are_computed_from_their_keys(peer, expected):
    plan = small_plan(7, 5)
    assert peer_presses(peer, plan, "".join(ROWS), Random(1), 0) == 6 + expected


def test_cspro_leaves_a_blank_roster_by_one_chord():
    plan = small_plan(7, 5)
    assert peer_presses(CSPRO, plan, "0" * 35, Random(1), 0) == 6 + 2


@pytest.mark.parametrize("peer", PEERS)
def test_a_slip_costs_the_peers_what_it_costs_here(peer):
    plan, marks = small_plan(120, 5), "1" * 600
    right = peer_presses(peer, plan, marks, Random(1), 0)
    more = peer_presses(peer, plan, marks, Random(1), 1000) - right
    assert more / len(marks) == pytest.approx(2 + 2 * LATE, abs=0.1)


def test_tab_never_slips():
    plan = small_plan(120, 5)
    assert peer_presses(VALUE_AND_TAB, plan, "0" * 600, Random(1), 1000) == 606
