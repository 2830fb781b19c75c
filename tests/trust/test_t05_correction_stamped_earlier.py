"""T5: a correction wins whatever the clocks say; no rule reads a time."""

from datetime import UTC, datetime

import pytest

from desktop.store import kinds
from tests.stations import Centre


@pytest.mark.parametrize("year", [2003, 2006, 2009, 1970, 9999])
def test_t05_a_correction_wins_whatever_its_clock_says(tmp_path, year):
    centre = Centre(tmp_path, 1, batches={"B001": 1})
    (station,) = centre.stations
    station.key(1, marks="111111")
    station.clock = iter([datetime(year, 5, 8, tzinfo=UTC)] * 9)
    correction = station.correct(1, "333333")
    assert correction.header.at.startswith(str(year))
    centre.merge(station)
    with centre.opened(write=False) as survey:
        (head,) = survey.db.execute("SELECT record, marks, counts FROM head").fetchall()
    assert head == (correction.id, "333333", 1)
    assert centre.supervisor.verify() == []


def test_t05_two_stations_with_clocks_years_apart_still_conflict(tmp_path):
    """Neither the newer nor the older of two keyings wins by its clock."""
    centre = Centre(tmp_path, 2, batches={"B001": 1})
    one, two = centre.stations
    two.clock = iter([datetime(2001, 1, 1, tzinfo=UTC)] * 9)
    one.key(1, marks="111111")
    two.key(1, marks="333333")
    centre.merge(one, two)
    assert centre.forms() == {"B001-001": "unsettled"}
    with centre.opened(write=False) as survey:
        stamps = {held.header.at[:4] for held in survey.records_of(kinds.FORM)}
    assert stamps == {"2001", "2006"}
