"""T10: revoking an import keeps what another carried too; the revocation revoked restores all."""

import pytest

from desktop.actions.errors import ImportUnknownError
from desktop.actions.merging import revoke
from desktop.store import station_queries
from desktop.store.verification import verified_survey
from tests.stations import Centre, record_count, tables


@pytest.fixture
def carried(tmp_path):
    """Import A brought ten records of the station, import B the first seven of them."""
    centre = Centre(tmp_path, 1, batches={"B001": 9})
    (station,) = centre.stations
    station.key(*range(1, 7))
    seven = station.pack()
    station.key(*range(7, 10))
    ten = station.pack()
    first, second = centre.merge(ten), centre.merge(seven)
    assert [held.sources[0].new for held in (first, second)] == [10, 0]
    return centre, ten, first.identity, second.identity


def state(centre):
    """All that the two decisions may leave different are the decisions themselves."""
    with centre.opened(write=False) as survey:
        return tables(survey, "import", "revocation"), centre.hash()


def revoked(centre, identity):
    with centre.opened() as survey:
        return revoke(survey, identity, reason="拿错了")


def forms(centre):
    assert centre.supervisor.verify() == []
    return len(centre.forms())


def test_t10_revoking_keeps_what_the_other_import_carried(carried):
    centre, _, first, second = carried
    whole = state(centre)
    undoing = revoked(centre, first)
    assert forms(centre) == 6
    with centre.opened(write=False) as survey:
        assert len(station_queries.ignored(survey)) == 3
        assert record_count(survey) > 10
    revoked(centre, undoing)
    assert forms(centre) == 9
    assert state(centre) == whole
    again = revoked(centre, second)
    assert forms(centre) == 9
    assert state(centre) == whole
    revoked(centre, first)
    assert forms(centre) == 0
    revoked(centre, again)
    assert forms(centre) == 6


def test_t10_a_revocation_of_a_revocation_can_be_revoked_too(carried):
    centre, _, first, _ = carried
    whole = state(centre)
    first_undoing = revoked(centre, first)
    fewer = state(centre)
    back = revoked(centre, first_undoing)
    assert state(centre) == whole
    revoked(centre, back)
    assert state(centre) == fewer
    assert forms(centre) == 6


def test_t10_the_same_source_again_is_a_new_import(carried):
    centre, ten, first, _ = carried
    whole = state(centre)
    revoked(centre, first)
    report = centre.merge(ten)
    assert report.identity not in (None, first)
    assert report.sources[0].new == 0
    assert forms(centre) == 9
    assert state(centre) == whole


def test_t10_a_longer_package_after_the_revocation_brings_all(carried):
    centre, _, first, second = carried
    revoked(centre, first)
    revoked(centre, second)
    assert forms(centre) == 0
    (station,) = centre.stations
    station.correct(9, "111111")
    report = centre.merge(station)
    assert (report.sources[0].new, report.sources[0].present) == (1, 10)
    assert forms(centre) == 9


def test_t10_an_import_is_revoked_once(carried):
    centre, _, first, _ = carried
    revoked(centre, first)
    with pytest.raises(ImportUnknownError):
        revoked(centre, first)
    with pytest.raises(ImportUnknownError):
        revoked(centre, "00" * 32)


def test_t10_figures_leave_the_file_after_a_revocation(carried):
    """The chain of a sleeping station is no stranger's."""
    centre, _, first, second = carried
    revoked(centre, first)
    revoked(centre, second)
    with verified_survey(centre.supervisor.path, home=centre.supervisor.home) as survey:
        assert list(survey.records_of("form.keyed"))


def test_t10_corrections_sleep_with_their_import(tmp_path):
    """What a sleeping record replaced stands again."""
    centre = Centre(tmp_path, 1, batches={"B001": 1})
    (station,) = centre.stations
    station.key(1, marks="111111")
    early = station.pack()
    station.correct(1, "333333")
    late = station.pack()
    centre.merge(early)
    before = state(centre)
    identity = centre.merge(late).identity
    assert state(centre) != before
    undoing = revoked(centre, identity)
    again = state(centre)
    assert again[1] == before[1]
    assert again[0]["head"] == before[0]["head"]
    revoked(centre, undoing)
    assert [row[-1] for row in state(centre)[0]["head"]] == ["333333"]


def test_t10_a_fork_carried_by_two_imports_is_revoked_branch_by_branch(tmp_path):
    centre = Centre(tmp_path, 1, batches={"B001": 6})
    (station,) = centre.stations
    station.key(1, 2)
    clone = station.copied(tmp_path / "clone")
    station.key(3, 4)
    clone.key(5, 6)
    centre.merge(station)
    identity = centre.merge(clone).identity
    assert forms(centre) == 6
    revoked(centre, identity)
    assert sorted(centre.forms()) == [f"B001-00{number}" for number in (1, 2, 3, 4)]
    assert forms(centre) == 4
