"""What the hand-over slips say, beside the survey's own queries."""

import pytest

from desktop.actions.batches import register_batch
from desktop.actions.closing import assign_batch, close_batch
from desktop.actions.stations import suspend
from desktop.papers.hand_over import hand_over_slips
from desktop.store import form_queries, station_queries
from desktop.tally.hand_over_rows import HandOverBatch
from desktop.tally.reconciliation import Slip
from tests.plans import keyed_once
from tests.stations import Centre
from tests.surveys import founded


@pytest.fixture
def centre(tmp_path):
    batches = {"B001": 4, "B002": 2, "B003": 1, "B004": 9}
    centre = Centre(tmp_path, 2, batches=batches, plan=keyed_once())
    with centre.opened() as survey:
        register_batch(survey, Slip("N001", "C2", 120, "A2"))
        for batch, station in (("B001", "S2"), ("N001", "S2"), ("B003", "S1"), ("B002", "S2")):
            assign_batch(survey, batch, station)
    return centre


def slips(centre):
    with centre.opened(write=False) as survey:
        return hand_over_slips(survey)


def test_each_station_has_its_bundles_and_the_rest_a_slip_at_the_end(centre):
    found = [(slip.station, [held.code for held in slip.batches]) for slip in slips(centre)]
    assert found == [("S1", ["B003"]), ("S2", ["B001", "B002", "N001"]), ("", ["B004"])]


def test_a_bundle_is_named_in_full_and_nothing_is_known_of_it_before(centre):
    _, second, _ = slips(centre)
    held = second.batches[2]
    assert held == HandOverBatch(
        "N001", "报纸读者评议", "单位2", 120, "N001-001", "N001-120", missing=120
    )
    assert not held.known


def test_what_is_on_record_already_comes_with_it(centre):
    one, two = centre.stations
    for machine in (one, two):
        centre.tell(machine)
    with two.open() as survey:
        reason = survey.plan.void_reasons[0].code
    two.key(1, 3)
    two.key(4, void=reason)
    one.key(1, batch="B003")
    with one.open() as survey:
        close_batch(survey, "B003")
    centre.merge(one, two)
    first, second, rest = slips(centre)
    (closed,) = first.batches
    assert (closed.keyed, closed.missing, closed.closed, closed.known) == (1, 0, True, True)
    held = second.batches[0]
    assert (held.keyed, held.void, held.missing, held.closed) == (3, 1, 1, False)
    assert [batch.known for batch in (*second.batches, *rest.batches)] == [
        True,
        False,
        False,
        False,
    ]


def test_the_slips_hold_every_batch_where_the_records_say(centre):
    with centre.opened(write=False) as survey:
        names = station_queries.station_names(survey)
        for slip in hand_over_slips(survey):
            for held in slip.batches:
                given = form_queries.assigned_station(survey, held.code)
                assert names.get(given or "", "") == slip.station


def test_a_station_that_was_suspended_keeps_its_slip(centre):
    with centre.opened() as survey:
        suspend(survey, "S2", reason="换机")
        assert [slip.station for slip in hand_over_slips(survey)] == ["S1", "S2", ""]


def test_where_nothing_is_registered_there_is_no_slip(tmp_path):
    with founded(tmp_path / "a.pingyi") as survey:
        assert hand_over_slips(survey) == []
