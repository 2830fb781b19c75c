"""T7: one form keyed at two stations: alike it counts once and is noted, else it is a conflict."""

import pytest

from desktop.actions.counting import count_survey
from desktop.actions.errors import ObstaclesError
from desktop.actions.sealing import seal
from desktop.store import form_queries
from desktop.tally.keyings import FormStage
from tests.stations import Centre


@pytest.fixture
def centre(tmp_path):
    return Centre(tmp_path, 2, batches={"B001": 2})


def counted(survey):
    results = count_survey(survey)
    return results.forms.valid, sum(agency.votes for agency in results.agencies)


@pytest.mark.parametrize("together", [True, False])
def test_t07_alike_counts_once_with_a_notice(centre, together):
    one, two = centre.stations
    one.key(1, 2, marks="123123")
    two.key(1, marks="123123")
    for sources in [(one, two)] if together else [(two,), (one,)]:
        report = centre.merge(*sources)
    assert report.notices == ("B001-001",)
    assert centre.merge(one, two).notices == ()
    with centre.opened(write=False) as survey:
        assert form_queries.notices(survey) == ["B001-001"]
        assert counted(survey) == (2, 12)
        assert form_queries.open_forms(survey) == []
    assert centre.supervisor.verify() == []


@pytest.mark.parametrize("void", ["", "V1"])
def test_t07_different_is_a_conflict_and_counts_as_nothing(centre, void):
    one, two = centre.stations
    one.key(1, 2, marks="123123")
    two.key(1, marks="123123" if void else "123122", void=void)
    report = centre.merge(one, two)
    assert [held.conflicts for held in report.sources] == [(), ("B001-001",)]
    with centre.opened() as survey:
        (held,) = form_queries.open_forms(survey)
        assert (held.name, held.stage) == ("B001-001", FormStage.CONFLICT)
        assert {head.station for head in held.heads} == {machine_key(one), machine_key(two)}
        assert counted(survey) == (1, 6)
        with pytest.raises(ObstaclesError, match="sealed"):
            seal(survey)


def machine_key(machine):
    with machine.open() as survey:
        return survey.station


def test_t07_alike_by_the_supervisor_s_own_keying(centre):
    one, _ = centre.stations
    one.key(1, 2, marks="123123")
    centre.supervisor.key(1, marks="123123")
    centre.merge(one)
    with centre.opened(write=False) as survey:
        assert form_queries.notices(survey) == ["B001-001"]
        assert counted(survey) == (2, 12)
