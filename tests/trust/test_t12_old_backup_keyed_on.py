"""T12: last week's backup comes back: it opens as a new incarnation alone, no gap is silent."""

import shutil

import pytest

from desktop.actions.backups import set_backup
from desktop.actions.merging import merge, revoke, write_receipts
from desktop.actions.operators import register_operator
from desktop.actions.stations import restart
from desktop.store import station_queries
from desktop.store.errors import ImportsLackingError, NothingLostError, RecordsLostError
from tests.stations import Centre, record_count, tables


@pytest.fixture
def restored(tmp_path):
    """A station keyed 1–5, made a backup, keyed 6–9, and then got the backup back."""
    centre = Centre(tmp_path, 1, batches={"B001": 12})
    (station,) = centre.stations
    station.key(*range(1, 6))
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    with station.open() as survey:
        backup = set_backup(survey, elsewhere)
    station.key(*range(6, 10))
    lost = station.pack()
    shutil.copy(backup, station.path)
    return centre, station, lost


def restarted(station):
    clock = station.clock.__next__
    with restart(station.path, reason="硬盘坏了", home=station.home, clock=clock) as survey:
        return survey.tip


def test_t12_the_restored_file_does_not_open_for_keying(restored):
    _, station, _ = restored
    for _ in range(2):
        with pytest.raises(RecordsLostError, match="before record 10 ") as caught:
            station.key(10)
        assert str(station.path) in str(caught.value)
    with station.open(write=False) as survey:
        assert len(survey.db.execute("SELECT * FROM form").fetchall()) == 5
    assert any("record 10 that this station has signed" in told for told in station.verify())


def test_t12_a_new_incarnation_names_the_gap_at_the_merge(restored):
    centre, station, lost = restored
    tip = restarted(station)
    assert (tip.incarnation, tip.seq) == (2, 1)
    station.key(10, 11)
    report = centre.merge(station)
    (gap,) = report.sources[0].gaps
    assert (gap.incarnation, gap.first, gap.last) == (1, 7, 10)
    assert len(centre.forms()) == 7
    assert centre.supervisor.verify() == []
    late = centre.merge(lost)
    assert (late.sources[0].refused, late.sources[0].new, late.sources[0].gaps) == (None, 4, ())
    assert len(centre.forms()) == 11
    with centre.opened(write=False) as survey:
        assert station_queries.gaps(survey) == []
        assert station_queries.forks(survey) == []
    assert centre.supervisor.verify() == []


def test_t12_the_station_takes_its_lost_records_back(restored):
    _, station, lost = restored
    restarted(station)
    station.key(10)
    with station.open() as survey:
        (source,) = merge(survey, [lost]).sources
        assert (source.refused, source.new) == (None, 4)
        assert station_queries.gaps(survey) == []
        assert survey.tip.incarnation == 2
    station.key(11)
    assert station.verify() == []
    with station.open() as survey:
        assert survey.tip.seq == 3
        assert len(survey.db.execute("SELECT * FROM form").fetchall()) == 11


def test_t12_the_same_forms_keyed_again_are_no_second_copies(restored):
    centre, station, lost = restored
    restarted(station)
    station.key(*range(6, 10))
    centre.merge(station, lost)
    assert len(centre.forms()) == 9
    assert set(centre.forms().values()) == {"valid"}


def test_t12_restored_twice_begins_a_third_incarnation(restored, tmp_path):
    centre, station, _ = restored
    restarted(station)
    early = tmp_path / "early.pingyi"
    shutil.copy(station.path, early)
    station.key(10)
    shutil.copy(early, station.path)
    assert restarted(station).incarnation == 3
    station.key(11)
    report = centre.merge(station)
    told = [(gap.incarnation, gap.first, gap.last) for gap in report.sources[0].gaps]
    assert told == [(1, 7, 10), (2, 2, 2)]


def test_t12_a_file_that_lacks_nothing_is_not_restarted(tmp_path):
    centre = Centre(tmp_path, 1)
    (station,) = centre.stations
    station.key(1)
    with pytest.raises(NothingLostError):
        restarted(station)
    station.key(2)


@pytest.fixture
def supervisor_restored(tmp_path):
    """The supervisor got an old backup back; a receipt holds what was decided since."""
    centre = Centre(tmp_path, 1, batches={"B001": 12})
    (station,) = centre.stations
    station.key(1, 2)
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    with centre.opened() as survey:
        backup = set_backup(survey, elsewhere)
        register_operator(survey, "C01", name="甲", roles=["clerk"], pin="1234")
    centre.tell(station)
    station.key(3, operator="C01")
    centre.merge(station)
    station.key(4, operator="C01")
    package = station.pack()
    late = str(centre.merge(package).identity)
    with centre.opened() as survey:
        revoke(survey, late, reason="拿错了")
        (receipt,), _ = write_receipts(survey, [elsewhere])
        whole = tables(survey)
    shutil.copy(backup, centre.supervisor.path)
    restarted(centre.supervisor)
    return centre, receipt, package, whole


def test_t12_a_supervisor_s_lost_decisions_come_back_with_what_they_decided_on(supervisor_restored):
    centre, receipt, package, whole = supervisor_restored
    centre.merge(receipt, package)
    assert centre.supervisor.verify() == []
    with centre.opened() as survey:
        found = tables(survey)
        assert station_queries.gaps(survey) == []
        # the merge that brought all of it back is an import of its own, and stands
        assert len(found["import"]) == len(whole["import"]) + 1
        assert found["revocation"] == whole["revocation"]
        assert found["operator"] == whole["operator"]
    assert len(centre.forms()) == 4


def test_t12_they_do_not_come_back_without_it(supervisor_restored):
    """Else the file would lack what its imports brought, and open for nobody."""
    centre, receipt, package, _ = supervisor_restored
    with centre.opened(write=False) as survey:
        before = record_count(survey), tables(survey)
    with pytest.raises(ImportsLackingError, match=package.name):
        centre.merge(receipt)
    with centre.opened(write=False) as survey:
        assert (record_count(survey), tables(survey)) == before
        (gap,) = station_queries.gaps(survey)
        assert gap.station == survey.founder
    assert centre.supervisor.verify() == []
    centre.merge(package)
    centre.merge(receipt)
    assert centre.supervisor.verify() == []
    assert len(centre.forms()) == 4
