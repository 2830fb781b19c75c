import pytest

from desktop.actions.approving import approve_plan, read_names
from desktop.actions.errors import NotSupervisorError, RoleMissingError, TextRefusedError
from desktop.actions.paper_errors import NamesMissingError, NameTwiceError
from desktop.store.paper_queries import approvals
from desktop.store.verification import verify_survey
from tests.stations import Centre, record_count
from tests.surveys import founded


@pytest.fixture
def survey(tmp_path):
    with founded(tmp_path / "a.pingyi") as survey:
        yield survey


def test_an_approval_names_the_plan_and_its_people(survey):
    record = approve_plan(survey, [" 王主任 ", "赵副主任"])
    assert record.data == {"plan": survey.plan_hash, "names": ["王主任", "赵副主任"]}
    (approval,) = approvals(survey)
    assert (approval.names, approval.record) == (("王主任", "赵副主任"), record.id)
    assert (approval.at, approval.operator) == (record.header.at, "")


def test_later_approvals_stand_beside_the_first_in_their_order(survey):
    for name in ("王主任", "赵副主任", "李书记"):
        approve_plan(survey, [name])
    names = [approval.names for approval in approvals(survey)]
    assert names == [("王主任",), ("赵副主任",), ("李书记",)]
    assert verify_survey(survey.path) == []


@pytest.mark.parametrize(
    ("names", "error"),
    [
        ([], NamesMissingError),
        (["王主任", " 王主任"], NameTwiceError),
        (["ＡＢ", "ab"], NameTwiceError),
        (["李书记"], NameTwiceError),
        (["王主任", ""], TextRefusedError),
        (["王\n主任"], TextRefusedError),
    ],
)
def test_nobody_and_the_same_person_twice_are_refused(survey, names, error):
    approve_plan(survey, ["李书记"])
    before = record_count(survey)
    with pytest.raises(error):
        approve_plan(survey, names)
    assert record_count(survey) == before


def test_names_are_read_before_anything_is_made():
    assert read_names([" a "]) == ["a"]
    with pytest.raises(NamesMissingError):
        read_names([])


def test_a_supervisor_approves_at_his_own_station(tmp_path):
    centre = Centre(tmp_path, 1, operators={"F01": ["checker"], "S01": ["supervisor"]})
    with centre.opened() as survey:
        with pytest.raises(RoleMissingError):
            approve_plan(survey, ["x"], operator="F01")
        approve_plan(survey, ["x"], operator="S01")
        assert [approval.operator for approval in approvals(survey)] == ["S01"]
    with centre.stations[0].open() as survey, pytest.raises(NotSupervisorError):
        approve_plan(survey, ["x"])
