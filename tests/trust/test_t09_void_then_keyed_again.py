"""T9: a form voided and keyed again, merged in either order, counts once."""

from itertools import permutations

import pytest

from desktop.actions.counting import count_survey
from tests.stations import Centre, tables


def counted(survey):
    forms = count_survey(survey).forms
    return forms.valid, sum(forms.void.values())


@pytest.mark.parametrize("back", [True, False])
def test_t09_void_and_back_in_packages_of_every_age(tmp_path, back):
    found = []
    for at, order in enumerate(permutations(range(3))):
        centre = Centre(tmp_path / str(at), 1, batches={"B001": 1})
        (station,) = centre.stations
        station.key(1, marks="111111")
        packages = [station.pack()]
        station.correct(1, "111111", void="V1")
        packages.append(station.pack())
        station.correct(1, "222222", void="" if back else "V2")
        packages.append(station.pack())
        for place in order:
            centre.merge(packages[place])
        with centre.opened(write=False) as survey:
            assert counted(survey) == ((1, 0) if back else (0, 1))
            found.append((tables(survey, "import"), centre.hash()))
        assert centre.supervisor.verify() == []
    assert all(state == found[0] for state in found)


@pytest.mark.parametrize("order", [(0, 1), (1, 0)])
def test_t09_void_at_one_station_keyed_again_at_another_is_for_people(tmp_path, order):
    """Nobody said that one replaces the other: neither counts, the clock decides nothing."""
    centre = Centre(tmp_path, 2, batches={"B001": 1})
    one, two = centre.stations
    one.key(1, marks="111111", void="V1")
    two.key(1, marks="111111")
    for at in order:
        centre.merge(centre.stations[at])
    assert centre.forms() == {"B001-001": "unsettled"}
    with centre.opened(write=False) as survey:
        assert counted(survey) == (0, 0)
