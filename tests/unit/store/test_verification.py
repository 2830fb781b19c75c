import pytest

from desktop.store.errors import NotVerifiedError, SurveyMissingError
from desktop.store.keys import Home
from desktop.store.verification import verified_survey, verify_survey
from tests.surveys import keyed
from tests.tampering import tamper


def test_a_file_that_is_no_survey_is_one_problem_and_never_none(tmp_path):
    (problem,) = verify_survey(tmp_path / "none.pingyi")
    assert "does not exist" in problem.sentence()
    with pytest.raises(SurveyMissingError), verified_survey(tmp_path / "none.pingyi"):
        pass


def test_a_structure_sqlite_itself_finds_damaged_is_one_problem(tmp_path):
    path = tmp_path / "a.pingyi"
    keyed(path, ["123123"] * 60).close()
    whole = bytearray(path.read_bytes())
    whole[-4096:] = bytes(4096)
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
