"""T13: records 40–60 never arrive: the gap is named, sealing waits or two people waive it."""

import shutil

import pytest

from desktop.actions.errors import ObstaclesError, SecondMissingError, SecondSameError
from desktop.actions.sealing import Waiver, obstacles, seal
from desktop.actions.stations import restart
from desktop.store import kinds, station_queries
from tests.plans import keyed_once
from tests.stations import Centre


@pytest.fixture
def lacking(tmp_path):
    """A station lost its records 40–60 with its disk, and keyed again what they held."""
    people = {"S01": ["supervisor"]}
    centre = Centre(tmp_path, 1, batches={"B001": 59}, operators=people, plan=keyed_once())
    (station,) = centre.stations
    station.key(*range(1, 39))
    shutil.copy(station.path, tmp_path / "old.pingyi")
    station.key(*range(39, 60))
    lost = station.pack()
    shutil.copy(tmp_path / "old.pingyi", station.path)
    clock = station.clock.__next__
    restart(station.path, reason="硬盘坏了", home=station.home, clock=clock).close()
    station.key(*range(39, 60))
    return centre, station, lost


def test_t13_the_gap_is_named(lacking):
    centre, station, _ = lacking
    report = centre.merge(station)
    with centre.opened() as survey:
        (gap,) = station_queries.gaps(survey)
        assert report.sources[0].gaps == (gap,)
        assert (gap.incarnation, gap.first, gap.last) == (1, 40, 60)
        with pytest.raises(ObstaclesError) as caught:
            seal(survey, operator="S01")
        assert list(survey.records_of(kinds.SEALED)) == []
    (problem,) = caught.value.problems
    assert problem.sentence() == "S1/1: records 40 to 60 of this station never came"


def test_t13_two_people_may_waive_it(lacking):
    centre, station, _ = lacking
    centre.merge(station)
    with centre.opened() as survey:
        for second, wrong in {"": SecondMissingError, "S01": SecondSameError}.items():
            with pytest.raises(wrong):
                seal(survey, [Waiver("S1/1", "重新录入", second)], operator="S01")
        made = seal(survey, [Waiver("S1/1", "重新录入", "S01")])
        (waiver,) = made.data["waivers"]
    assert waiver == {"place": "S1/1", "reason": "重新录入", "second": "S01"}
    assert centre.supervisor.verify() == []


def test_t13_what_arrives_late_closes_it(lacking):
    centre, station, lost = lacking
    centre.merge(station)
    assert centre.merge(lost).sources[0].gaps == ()
    with centre.opened() as survey:
        assert station_queries.gaps(survey) == []
        assert obstacles(survey) == []
        assert seal(survey).kind == kinds.SEALED
    assert set(centre.forms().values()) == {"valid"}
    assert len(centre.forms()) == 59


def test_t13_what_another_station_hands_over_closes_nothing(lacking):
    centre, station, _ = lacking
    other = centre.join(centre.kit(), 9)
    centre.admit(other)
    centre.merge(other, station)
    with centre.opened(write=False) as survey:
        assert [(gap.first, gap.last) for gap in station_queries.gaps(survey)] == [(40, 60)]


def test_t13_the_order_of_arrival_does_not_matter(lacking):
    centre, station, lost = lacking
    assert centre.merge(lost).sources[0].gaps == ()
    assert centre.merge(station).sources[0].gaps == ()
    assert centre.supervisor.verify() == []


@pytest.mark.parametrize(("more", "first"), [(0, 40), (6, 46), (21, 60), (30, 60)])
def test_t13_a_copy_that_signed_as_many_numbers_hides_no_gap(tmp_path, more, first):
    """Nobody can tell whose records 40 and on these are; that record 60 is lacking is certain."""
    centre = Centre(tmp_path, 1, batches={"B001": 99})
    (station,) = centre.stations
    station.key(*range(1, 39))
    clone = station.copied(tmp_path / "clone")
    station.key(*range(39, 60))
    lost = station.pack()
    clone.key(*range(62, 62 + more))
    shutil.copy(clone.path, station.path)
    clock = station.clock.__next__
    restart(station.path, reason="硬盘坏了", home=station.home, clock=clock).close()
    centre.merge(clone)
    report = centre.merge(station)
    told = [(gap.incarnation, gap.first, gap.last) for gap in report.sources[0].gaps]
    assert told == [(1, first, 60)]
    assert centre.merge(lost).sources[0].gaps == ()
    assert centre.supervisor.verify() == []
