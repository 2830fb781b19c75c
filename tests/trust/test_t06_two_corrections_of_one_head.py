"""T6: two corrections of one keying that differ: a conflict, not counted, and sealing waits."""

import pytest

from desktop.actions.counting import count_survey
from desktop.actions.errors import ObstaclesError
from desktop.actions.rulings import rule_form
from desktop.actions.sealing import obstacles, seal
from desktop.store import form_queries, kinds
from desktop.tally.form import Form
from desktop.tally.keyings import FormStage
from tests.plans import keyed_once
from tests.stations import Centre


@pytest.fixture
def centre(tmp_path):
    """A copied station: form 1 was keyed before the copy, and corrected on both sides."""
    centre = Centre(tmp_path, 1, batches={"B001": 1}, plan=keyed_once())
    (station,) = centre.stations
    station.key(1, marks="111111")
    clone = station.copied(tmp_path / "clone")
    station.correct(1, "222222")
    clone.correct(1, "333333")
    centre.stations.append(clone)
    return centre


def votes(survey):
    return sum(agency.votes for agency in count_survey(survey).agencies)


@pytest.mark.parametrize("order", [(0, 1), (1, 0)])
def test_t06_both_stand_and_neither_counts(centre, order):
    first, second = (centre.stations[at] for at in order)
    centre.merge(first)
    assert centre.forms() == {"B001-001": "valid"}
    report = centre.merge(second)
    assert report.sources[0].conflicts == ("B001-001",)
    with centre.opened(write=False) as survey:
        (held,) = form_queries.open_forms(survey)
        assert held.stage is FormStage.CONFLICT
        assert sorted(head.marks for head in held.heads) == ["222222", "333333"]
        assert votes(survey) == 0
    assert centre.supervisor.verify() == []


def test_t06_sealing_waits_for_a_ruling(centre):
    centre.merge(*centre.stations)
    with centre.opened() as survey:
        with pytest.raises(ObstaclesError) as caught:
            seal(survey)
        assert "B001-001" in [problem.place for problem in caught.value.problems]
        assert list(survey.records_of(kinds.SEALED)) == []
        rule_form(survey, "B001", 1, [Form("B001", 1, "222222")], reason="纸上如此", second="乙")
        assert votes(survey) == 6
        assert obstacles(survey) == []
        assert seal(survey).kind == kinds.SEALED
    assert centre.supervisor.verify() == []


def test_t06_two_corrections_alike_are_no_conflict(tmp_path):
    centre = Centre(tmp_path, 1, batches={"B001": 1})
    (station,) = centre.stations
    station.key(1, marks="111111")
    clone = station.copied(tmp_path / "clone")
    station.correct(1, "222222")
    clone.correct(1, "222222")
    report = centre.merge(station, clone)
    assert [held.conflicts for held in report.sources] == [(), ()]
    assert centre.forms() == {"B001-001": "valid"}
    with centre.opened(write=False) as survey:
        assert form_queries.notices(survey) == ["B001-001"]
        assert votes(survey) == 6
