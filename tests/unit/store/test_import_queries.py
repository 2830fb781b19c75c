"""The import ledger, and how far each station is here."""

import pytest

from desktop.actions.merging import revoke
from desktop.store.import_queries import import_lines, station_standings
from tests.stations import Centre


@pytest.fixture
def centre(tmp_path):
    return Centre(tmp_path, 2)


def lines(centre):
    with centre.opened(write=False) as survey:
        return import_lines(survey)


def standings(centre):
    with centre.opened(write=False) as survey:
        return {held.station.name: held for held in station_standings(survey, import_lines(survey))}


def test_an_import_says_what_it_brought_and_what_was_here_before(centre):
    one, two = centre.stations
    one.key(1, 2)
    centre.merge(one)
    one.key(3)
    two.key(4, 5)
    centre.merge(one, two)
    first, second = lines(centre)
    assert (first.records, second.records) == (3, 4)
    assert [reach.last for reach in second.stations] == [4, 3]
    assert [len(held.files) for held in (first, second)] == [1, 2]
    assert first.at.endswith("Z")
    assert first.at < second.at
    assert first.standing
    assert second.standing


def test_the_ledger_names_who_merged(tmp_path):
    centre = Centre(tmp_path, 1, operators={"Z01": ("supervisor",)})
    centre.merge(centre.stations[0], operator="Z01")
    assert [held.operator for held in lines(centre)] == ["Z01"]


def test_a_revoked_import_tells_by_what_and_is_brought_back_by_it(centre):
    centre.stations[0].key(1)
    made = centre.merge(centre.stations[0]).identity
    with centre.opened() as survey:
        revocation = revoke(survey, made, reason="误合并")
    (held,) = lines(centre)
    assert held.revoked
    assert (held.revoked.record, held.revoked.reason) == (revocation, "误合并")
    assert not held.standing
    with centre.opened() as survey:
        revoke(survey, held.revoked.record, reason="恢复")
    assert lines(centre)[0].standing


def test_a_second_revocation_stands_where_the_first_was_revoked(centre):
    centre.stations[0].key(1)
    made = centre.merge(centre.stations[0]).identity
    with centre.opened() as survey:
        first = revoke(survey, made, reason="一")
        revoke(survey, first, reason="二")
        again = revoke(survey, made, reason="三")
    (held,) = lines(centre)
    assert held.revoked
    assert (held.revoked.record, held.revoked.reason) == (again, "三")


def test_every_branch_of_a_fork_is_counted_once(centre, tmp_path):
    one = centre.stations[0]
    one.key(1)
    copied = one.copied(tmp_path / "copy")
    one.key(2, 3)
    copied.key(4)
    centre.merge(one)
    centre.merge(copied)
    assert [held.records for held in lines(centre)] == [4, 1]


def test_a_station_is_as_far_as_its_newest_record_here(centre):
    one = centre.stations[0]
    one.key(1)
    older = one.pack()
    one.key(2)
    made = centre.merge(one).identity
    centre.merge(older, centre.stations[1])
    held = standings(centre)
    assert (held["S1"].records, held["S1"].last, held["S1"].incarnation) == (3, 3, 1)
    assert held["S1"].imported.record == made
    assert held["S1"].at < held["S1"].imported.at


def test_a_station_of_which_nothing_came_and_one_whose_import_is_revoked(centre):
    made = centre.merge(centre.stations[0]).identity
    held = standings(centre)
    assert (held["S2"].records, held["S2"].last, held["S2"].at) == (0, 0, "")
    assert held["S2"].imported is None
    with centre.opened() as survey:
        revoke(survey, made, reason="误合并")
    assert standings(centre)["S1"].imported is None
