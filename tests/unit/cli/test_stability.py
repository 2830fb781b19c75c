import json

import pytest
from click.testing import CliRunner

from desktop.actions.batches import register_batch
from desktop.actions.keying import key_form
from desktop.actions.operators import register_operator
from desktop.actions.stability import NothingComparedError
from desktop.cli.root import pingyi
from desktop.tally.form import Form
from desktop.tally.reconciliation import Slip
from tests.plans import small_plan
from tests.surveys import founded
from tests.twice_keyed import key_some_twice


@pytest.fixture
def file(tmp_path):
    path = tmp_path / "a.pingyi"
    plan = small_plan(second_keying={"percent": 50}, cut={"top": 1, "bottom": 1})
    with founded(path, plan) as survey:
        register_batch(survey, Slip("B001", "C1", 9))
        for code in ("C1", "C2"):
            register_operator(survey, code, name=code, roles=["clerk"], pin="1234")
        key_some_twice(survey)
    return path


def run(*words):
    return CliRunner().invoke(pingyi, ["stability", *map(str, words)])


def test_json_for_scripts_and_the_same_for_the_same_seed(file):
    first = run(file, "--rounds", "60", "--seed", "20060508", "--json")
    assert first.exit_code == 0, first.output
    told = json.loads(first.output)
    assert (told["rounds"], told["seed"], told["once"], told["open"]) == (60, "20060508", 3, 1)
    assert told["confusion"]["3"]["1"] == 1
    assert told["top"] == ["A1"]
    assert told["agencies"]["A1"]["top"] == 60 - told["top_changed"]
    assert all(pair["changed"] > 3 for pair in told["in_doubt"])
    assert run(file, "--rounds", "60", "--seed", "20060508", "--json").output == first.output


def test_people_read_shares_the_seed_and_what_is_assumed(file):
    shown = run(file, "--rounds", "60", "--seed", "20060508").output
    for text in ("Another top 1: ", "Another bottom 1: ", "Near the edges", "单位1", "20060508"):
        assert text in shown
    assert "lower bounds" in shown


def test_nothing_compared_is_said_in_a_sentence(tmp_path):
    with founded(tmp_path / "b.pingyi") as survey:
        register_batch(survey, Slip("B001", "C1", 1))
        key_form(survey, Form("B001", 1, "111111"))
    assert isinstance(run(tmp_path / "b.pingyi").exception, NothingComparedError)
