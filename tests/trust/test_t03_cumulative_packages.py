"""T3: packages of records 1–10, then of 1–20: ten are new each time."""

from tests.stations import Centre


def test_t03_a_cumulative_package_brings_what_is_new(tmp_path):
    centre = Centre(tmp_path, 1, batches={"B001": 19})
    station = centre.stations[0]
    station.key(*range(1, 10))  # the station's joining is its first record
    early = station.pack()
    station.key(*range(10, 20))
    late = station.pack()
    reports = [centre.merge(early), centre.merge(late)]
    told = [(source.new, source.present) for report in reports for source in report.sources]
    assert told == [(10, 0), (10, 10)]
    (change,) = reports[1].batches
    assert (change.before, change.after, change.missing) == (9, 19, 0)
    assert len(centre.forms()) == 19
    assert centre.supervisor.verify() == []


def test_t03_the_older_package_afterwards_brings_nothing(tmp_path):
    centre = Centre(tmp_path, 1, batches={"B001": 19})
    station = centre.stations[0]
    station.key(*range(1, 10))
    early = station.pack()
    station.key(*range(10, 20))
    late = station.pack()
    whole, figures = centre.merge(late), centre.hash()
    assert [(source.new, source.present) for source in whole.sources] == [(20, 0)]
    older = centre.merge(early)
    assert [(source.new, source.present) for source in older.sources] == [(0, 10)]
    assert older.batches == ()
    assert centre.hash() == figures
    assert centre.supervisor.verify() == []
