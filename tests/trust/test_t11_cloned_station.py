"""T11: a station's folder is copied and keyed on at both places: flagged, nothing lost."""

import pytest

from desktop.store import station_queries
from desktop.store.merging import merge as merge_store
from tests.stations import Centre, sheet


@pytest.fixture
def cloned(tmp_path):
    centre = Centre(tmp_path, 1, batches={"B001": 10})
    (station,) = centre.stations
    clone = station.copied(tmp_path / "clone")
    station.key(*range(1, 6))
    clone.key(*range(6, 11))
    return centre, station, clone


@pytest.mark.parametrize("turn", [1, -1])
@pytest.mark.parametrize("together", [True, False])
@pytest.mark.parametrize("files", [True, False])
def test_t11_the_fork_is_flagged_and_ten_forms_are_there(cloned, turn, together, files):
    centre, *machines = cloned
    sources = [held.path if files else held.pack() for held in machines][::turn]
    if together:
        report = centre.merge(*sources)
        assert all(held.forks for held in report.sources)
    else:
        assert not centre.merge(sources[0]).sources[0].forks
        report = centre.merge(sources[1])
    (fork,) = report.sources[-1].forks
    assert (fork.incarnation, fork.seq) == (1, 2)
    assert centre.forms() == {f"B001-{number:03d}": "valid" for number in range(1, 11)}
    assert centre.supervisor.verify() == []
    with centre.opened(write=False) as survey:
        rows = survey.db.execute("SELECT number, marks FROM head ORDER BY number").fetchall()
        assert rows == [(number, sheet(number)) for number in range(1, 11)]
        assert len(station_queries.forks(survey)) == 1


def test_t11_both_branches_grow_and_are_merged_again_and_again(cloned):
    centre, station, clone = cloned
    centre.merge(station, clone)
    station.correct(1, "111111")
    clone.correct(6, "111111")
    for source in (clone, station, clone):
        centre.merge(source)
        assert centre.supervisor.verify() == []
    with centre.opened(write=False) as survey:
        heads = station_queries.chain_heads(survey)
        assert [head["last"] for head in heads if head["station"] != survey.founder] == [7, 7]
    assert set(centre.forms().values()) == {"valid"}


def test_t11_the_same_form_on_both_sides_is_a_conflict(cloned):
    centre, station, clone = cloned
    clone.key(1, marks="321321")
    report = centre.merge(station, clone)
    assert report.sources[1].conflicts == ("B001-001",)
    assert centre.forms()["B001-001"] == "unsettled"
    assert len(centre.forms()) == 10


def test_t11_a_station_takes_no_other_branch_of_itself(cloned):
    """It would sign on with two ends; both go to the supervisor."""
    _, station, clone = cloned
    package = clone.pack()
    with station.open() as survey:
        tip = survey.tip
        (source,) = merge_store(survey, [package]).sources
        assert "hand both to the supervisor" in str(source.refused)
        assert survey.tip == tip
    station.correct(1, "111111")
    assert station.verify() == []
