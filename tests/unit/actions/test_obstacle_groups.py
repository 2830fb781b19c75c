"""What stands against the seal, by what settles it: the same things as `obstacles` names."""

import shutil

import pytest

from desktop.actions.batches import register_batch
from desktop.actions.closing import close_batch
from desktop.actions.keying import key_form
from desktop.actions.rulings import doubt_form
from desktop.actions.sealing import OBSTACLE_KINDS, obstacle_groups, obstacles
from desktop.actions.second_keying import key_second
from desktop.actions.stations import restart
from desktop.store import kinds
from desktop.tally.form import Form
from desktop.tally.reconciliation import Slip
from tests.plans import keyed_once, small_plan
from tests.stations import Centre
from tests.surveys import founded


@pytest.fixture
def survey(tmp_path):
    with founded(tmp_path / "a.pingyi", small_plan(second_keying={"percent": 100})) as made:
        register_batch(made, Slip("B001", "C1", 2))
        yield made


def places(survey):
    """Places by kind; whatever is grouped is what stands against the seal, and nothing else."""
    groups = obstacle_groups(survey)
    grouped = [problem for group in groups for problem in group.problems]
    found = obstacles(survey)
    assert sorted(map(repr, grouped)) == sorted(map(repr, found))
    assert [group.kind for group in groups] == [
        kind for kind in OBSTACLE_KINDS if kind in {group.kind for group in groups}
    ]
    return {group.kind: [problem.place for problem in group.problems] for group in groups}


def key(survey, number, marks="111111", batch="B001"):
    key_form(survey, Form(batch, number, marks))


def append(survey, batch, number, **changes):
    """A keying as another station's package brings it."""
    fields = {"pass": 1, "void": "", "marks": "111111", "filled": "", "against": []}
    with survey.transaction():
        survey.append(kinds.FORM, {"batch": batch, "number": number} | fields | changes)


def test_a_batch_on_its_way_to_the_seal(survey):
    assert places(survey) == {"slips": ["B001"]}
    key(survey, 1)
    assert places(survey) == {"slips": ["B001"], "closings": ["B001/1"]}
    key(survey, 2)
    close_batch(survey, "B001")
    assert places(survey) == {"second": ["B001/2"]}


def test_differing_forms_are_apart_from_those_to_be_ruled_on(tmp_path):
    people = {"C1": ["clerk"], "C2": ["clerk"]}
    centre = Centre(tmp_path, 1, batches={"B001": 3}, operators=people, plan=keyed_once())
    with centre.opened() as survey:
        for number in (1, 2, 3):
            key_form(survey, Form("B001", number, "111111"), operator="C1")
        key_second(survey, Form("B001", 1, "222222"), operator="C2")
        doubt_form(survey, "B001", 2, note="字迹不清", operator="C1")
        assert places(survey) == {"differing": ["B001-001"], "rulings": ["B001-002"]}


def test_forms_without_a_slip(survey):
    for number in (1, 2):
        append(survey, "X001", number)
    assert places(survey)["unregistered"] == ["X001"]


def test_records_that_never_came(tmp_path):
    centre = Centre(tmp_path, 1, batches={"B001": 3}, plan=keyed_once())
    (station,) = centre.stations
    station.key(1)
    shutil.copy(station.path, tmp_path / "old.pingyi")
    station.key(2, 3)
    shutil.copy(tmp_path / "old.pingyi", station.path)
    restart(
        station.path, reason="硬盘坏了", home=station.home, clock=station.clock.__next__
    ).close()
    station.key(2, 3)
    centre.merge(station)
    with centre.opened() as survey:
        assert places(survey) == {"gaps": ["S1/1"]}


def test_nothing_stands_against_a_survey_that_is_ready(tmp_path):
    with founded(tmp_path / "a.pingyi", keyed_once()) as survey:
        register_batch(survey, Slip("B001", "C1", 1))
        key(survey, 1)
        assert places(survey) == {}
