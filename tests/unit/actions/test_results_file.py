"""results.json as a file: the bytes that were hashed, and nothing else is ever overwritten."""

import json

import pytest

from desktop.actions.counting import count_survey, results_file
from desktop.actions.results_file import TargetInUseError, save_results
from tests.surveys import keyed


@pytest.fixture
def results(tmp_path):
    with keyed(tmp_path / "a.pingyi", ["111111", "121212"]) as survey:
        return count_survey(survey)


def test_the_file_holds_the_results_with_their_hash(results, tmp_path):
    path = save_results(results, tmp_path / "results.json")
    assert path.read_bytes() == results_file(results)
    assert json.loads(path.read_bytes())["hash"] == results.hash


def test_earlier_results_give_way(results, tmp_path):
    path = save_results(results, tmp_path / "results.json")
    path.write_bytes(path.read_bytes() + b" ")
    save_results(results, path)
    assert path.read_bytes() == results_file(results)


def test_nothing_else_is_overwritten(results, tmp_path):
    survey = tmp_path / "a.pingyi"
    before = survey.read_bytes()
    with pytest.raises(TargetInUseError):
        save_results(results, survey)
    assert survey.read_bytes() == before
    with pytest.raises(TargetInUseError):
        save_results(results, tmp_path)
