"""T30: the slip says 50 and 49 or 51 were keyed: the batch stays open, its numbers are named."""

import pytest

from desktop.actions.batches import correct_batch
from desktop.actions.closing import close_batch
from desktop.actions.errors import BatchUnevenError, ObstaclesError, OverrideError
from desktop.actions.sealing import Waiver, obstacles, seal
from desktop.store import form_queries, kinds
from desktop.tally.reconciliation import Slip
from tests.stations import Centre, sheet


@pytest.fixture
def centre(tmp_path):
    return Centre(tmp_path, 1, batches={"B001": 50}, operators={"S01": ["supervisor"]})


def keyed(centre, numbers):
    """Forms of these numbers, keyed at the station and merged."""
    (station,) = centre.stations
    station.key(*numbers)
    centre.merge(station)


def uneven(survey, **options):
    with pytest.raises(BatchUnevenError) as caught:
        close_batch(survey, "B001", **options)
    assert not form_queries.is_closed(survey, "B001")
    assert list(survey.records_of(kinds.CLOSED)) == []
    return [problem.sentence() for problem in caught.value.problems]


@pytest.mark.parametrize(
    ("numbers", "named"),
    [
        ([*range(1, 38), *range(39, 51)], ["B001: missing: 38"]),
        (range(1, 52), ["B001: beyond the slip: 51"]),
        ([*range(1, 50), 51], ["B001: missing: 50", "B001: beyond the slip: 51"]),
        ([*range(1, 50), 99999], ["B001: missing: 50", "B001: beyond the slip: 99999"]),
    ],
    ids=["49", "51", "50 and one of them another's", "50 and one misread"],
)
def test_t30_the_batch_does_not_close_and_names_the_numbers(centre, numbers, named):
    keyed(centre, numbers)
    (station,) = centre.stations
    for machine in (centre.supervisor, station):
        with machine.open() as survey:
            assert uneven(survey) == named
            assert uneven(survey, reason="  ") == named
    with centre.opened() as survey:
        assert [problem.place for problem in obstacles(survey)] == ["B001", "B001/1"]
        with pytest.raises(ObstaclesError):
            seal(survey)


def test_t30_fifty_of_fifty_closes(centre):
    keyed(centre, range(1, 51))
    with centre.opened() as survey:
        assert len(close_batch(survey, "B001")) == 5
        (closed,) = survey.records_of(kinds.CLOSED)
        assert (closed.data["valid"], closed.data["void"]) == (50, 0)


def test_t30_a_form_that_is_in_conflict_is_named(centre):
    keyed(centre, range(1, 51))
    other = centre.join(centre.kit(), 7)
    centre.admit(other)
    other.key(7, marks="111111" if sheet(7) != "111111" else "222222")
    centre.merge(other)
    with centre.opened() as survey:
        assert uneven(survey) == ["B001: forms not settled: 1"]


def test_t30_a_station_closes_it_by_no_reason(centre):
    keyed(centre, range(1, 50))
    (station,) = centre.stations
    with station.open() as survey, pytest.raises(OverrideError):
        close_batch(survey, "B001", reason="丢了一份")


def test_t30_a_corrected_slip_or_a_supervisor_s_reason_closes_it(centre):
    keyed(centre, range(1, 50))
    with centre.opened() as survey:
        close_batch(survey, "B001", reason="丢了一份", operator="S01")
        (closed,) = survey.records_of(kinds.CLOSED)
        assert closed.data["reason"] == "丢了一份"
        assert [problem.place for problem in obstacles(survey)] == ["B001", "B001/2"]
        correct_batch(survey, Slip("B001", "C1", 49))
        assert [problem.place for problem in obstacles(survey)] == ["B001/2"]
        made = seal(survey, [Waiver("B001/2", "另有安排", "S01")])
        assert made.data["waivers"][0]["second"] == "S01"
