from dataclasses import asdict, replace

import pytest

from desktop.actions.counting import count_survey
from desktop.actions.errors import CallerSelfError, OperatorUnknownError
from desktop.actions.founding import declare_zero, found
from desktop.actions.operators import register_operator
from desktop.actions.working import Worked, log_work
from desktop.store import kinds, queries
from desktop.store.authority import ROLES
from desktop.store.errors import BadRecordError
from desktop.store.verification import verify_survey
from tests.plans import small_plan
from tests.stations import record_count, tables
from tests.surveys import keyed

STRETCH = Worked(
    caller="C02", began="2006-05-08T01:00:00Z", ended="2006-05-08T02:10:05Z", after=3, forms=12,
    presses=7400, fills=9, corrections=2, seconds=3600, idle=305, pauses=300,
)  # fmt: skip


@pytest.fixture
def survey(tmp_path):
    with keyed(tmp_path / "a.pingyi", ["111111"]) as made:
        for code in ("C01", "C02"):
            register_operator(made, code, name=code, roles=["clerk"], pin="1234")
        yield made


def logged(survey, stretch, operator=""):
    record = log_work(survey, stretch, operator=operator)
    assert record is not None
    return record


def test_a_stretch_goes_on_record_as_it_was(survey):
    record = logged(survey, STRETCH, "C01")
    assert record == list(survey.records())[-1]
    assert (record.kind, record.header.operator) == (kinds.WORKED, "C01")
    assert record.data == asdict(STRETCH)
    survey.close()
    assert verify_survey(survey.path) == []


def test_nobody_need_sign_in_and_nobody_read_aloud(survey):
    assert logged(survey, STRETCH).header.operator == ""
    assert logged(survey, replace(STRETCH, caller=""), "C01").data["caller"] == ""


@pytest.mark.parametrize("role", ROLES)
def test_every_role_may_work(survey, role):
    register_operator(survey, "X01", name="x", roles=[role], pin="1234")
    assert log_work(survey, STRETCH, operator="X01")


def test_a_stretch_without_a_press_and_a_form_is_no_stretch(survey):
    before = record_count(survey)
    assert log_work(survey, replace(STRETCH, forms=0, presses=0), operator="C01") is None
    assert record_count(survey) == before
    assert log_work(survey, replace(STRETCH, forms=0), operator="C01")
    assert log_work(survey, replace(STRETCH, presses=0), operator="C01")


@pytest.mark.parametrize(
    ("caller", "operator", "refused", "named"),
    [
        ("Z99", "C01", OperatorUnknownError, "Z99"),
        ("Z99", "", OperatorUnknownError, "Z99"),
        ("C02", "Z98", OperatorUnknownError, "Z98"),
        ("C01", "C01", CallerSelfError, "C01"),
    ],
)
def test_who_cannot_have_worked_is_refused(survey, caller, operator, refused, named):
    before = record_count(survey)
    with pytest.raises(refused, match=named):
        log_work(survey, replace(STRETCH, caller=caller), operator=operator)
    assert record_count(survey) == before


@pytest.mark.parametrize("wrong", [{"idle": -1}, {"ended": "2006-05-08 02:10:05"}])
def test_what_verification_would_refuse_does_not_get_in(survey, wrong):
    before = record_count(survey), tables(survey)
    with pytest.raises(BadRecordError):
        log_work(survey, replace(STRETCH, **wrong), operator="C01")
    assert (record_count(survey), tables(survey)) == before
    assert log_work(survey, STRETCH, operator="C01")


def test_it_stands_in_no_way_of_the_zero_report(tmp_path):
    with found(tmp_path / "b.pingyi", small_plan(), mode="official") as made:
        assert log_work(made, replace(STRETCH, caller=""))
        declare_zero(made)
        assert queries.zero_declared(made)


def test_it_changes_no_result(survey):
    before = count_survey(survey).hash
    log_work(survey, STRETCH, operator="C01")
    assert count_survey(survey).hash == before
