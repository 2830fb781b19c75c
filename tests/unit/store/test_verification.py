import dataclasses

import pytest

from desktop.actions.founding import found
from desktop.store.errors import NotVerifiedError, SurveyMissingError
from desktop.store.keys import HighWater, Home, StationKey
from desktop.store.records import write_record
from desktop.store.verification import verified_survey, verify_survey
from tests.plans import small_plan
from tests.surveys import KEY, keyed
from tests.tampering import insertion, tamper


def test_a_file_that_is_no_survey_is_one_problem_and_never_none(tmp_path):
    (problem,) = verify_survey(tmp_path / "none.pingyi")
    assert "does not exist" in problem.sentence()
    with pytest.raises(SurveyMissingError), verified_survey(tmp_path / "none.pingyi"):
        pass


def test_a_structure_sqlite_itself_finds_damaged_is_one_problem(tmp_path):
    path = tmp_path / "a.pingyi"
    keyed(path, ["123123"] * 60).close()
    whole = bytearray(path.read_bytes())
    whole[-8192:] = bytes(8192)
    path.write_bytes(whole)
    assert "malformed" in verify_survey(path)[0].sentence()


def test_a_stranger_s_machine_verifies_without_a_high_water_mark(tmp_path):
    path = tmp_path / "a.pingyi"
    keyed(path, ["123123"]).close()
    assert verify_survey(path, home=Home(tmp_path / "elsewhere")) == []


def test_no_survey_is_handed_out_that_fails_and_every_problem_is_told(tmp_path):
    path = tmp_path / "a.pingyi"
    keyed(path, ["123123", "111111"]).close()
    tamper(path, "UPDATE form SET state = 'void'", "UPDATE batch SET count = 9")
    with pytest.raises(NotVerifiedError) as refused, verified_survey(path):
        pytest.fail("was handed out")
    places = [problem.place for problem in refused.value.problems]
    assert places == ["table batch", "table form"]


def test_a_signed_record_that_cannot_be_applied_is_named(tmp_path):
    """Only the station itself could write it: a program gone wrong, or a stolen key."""
    path = tmp_path / "a.pingyi"
    with keyed(path, ["123123"]) as survey:
        last = list(survey.records())[-1]
        header = dataclasses.replace(last.header, seq=last.header.seq + 1, prev=last.id)
    slip = {"code": "B002", "channel": "C9", "count": 1, "origin": None}
    made = write_record(StationKey.from_hex(KEY), header, "batch.registered", slip)
    tamper(path, insertion(header.seq, made))
    (problem,) = verify_survey(path)
    assert problem.place == f"record {header.seq} ({made.id})"
    assert "wrong shape" in problem.sentence()


def test_the_last_record_moved_to_another_place_is_named(tmp_path):
    path = tmp_path / "a.pingyi"
    keyed(path, ["123123"]).close()
    tamper(path, "UPDATE record SET number = 99 WHERE number = 4")
    assert "should be record 4" in verify_survey(path)[0].sentence()


def test_the_high_water_mark_stands_from_the_founding_on(tmp_path):
    with found(tmp_path / "a.pingyi", small_plan(), mode="drill") as survey:
        mark = survey.home.high_water(survey.id)
        assert mark == HighWater(1, 1, next(survey.records()).id)
