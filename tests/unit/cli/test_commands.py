"""Every command as a script calls it: output, JSON, exit codes, sentences."""

import json

import pytest
from click.testing import CliRunner

from desktop.cli.root import pingyi
from desktop.store.survey_file import open_survey
from desktop.tally.errors import PingyiError
from tests.plans import plan_value
from tests.tampering import tamper

HEADER = "form,void,A1.D1,A1.D2,A2.D1,A2.D2,A3.D1,A3.D2"


def run(*words, refused=None):
    """What the command prints; with `refused`, the sentence it refuses with."""
    done = CliRunner().invoke(pingyi, [str(word) for word in words])
    if refused:
        assert isinstance(done.exception, PingyiError), done.output
        assert refused in done.exception.sentence(str)
    else:
        assert done.exit_code == 0, (done.output, done.exception)
    return done.output


@pytest.fixture
def file(tmp_path):
    plan = tmp_path / "方案.json"
    plan.write_text(json.dumps(plan_value(), ensure_ascii=False), encoding="utf-8")
    file = tmp_path / "我的 评议.pingyi"
    run("new", file, "--plan", plan)
    run("zero", file)
    run("batch", "add", file, "--code", "B001", "--channel", "C1", "--count", "4")
    forms = tmp_path / "forms.csv"
    forms.write_text(f"{HEADER}\n1,,1,1,2,2,3,3\n2,,1,2,1,2,3,3\n3,V1,,,,,,\n5,,1,2,1,2,3,3\n")
    run("import", file, forms, "--batch", "B001")
    return file


def test_results_as_json_and_as_a_file_are_the_same_bytes(file, tmp_path):
    out = tmp_path / "results.json"
    shown = run("results", file, "--json", "--out", out)
    assert shown.encode().rstrip(b"\n") == out.read_bytes()
    results = json.loads(shown)
    assert results["forms"]["valid"] == 3
    assert results["forms"]["void"]["V1"] == 1
    assert results["agencies"][0]["score"] == "122/3"
    assert [agency["rank"] for agency in results["agencies"]] == [1, 2, 3]


@pytest.mark.parametrize("by", [(), ("--by", "channel"), ("--by", "group")])
def test_results_for_people(file, by):
    shown = run("results", file, *by)
    assert "40.6667" in shown
    assert "单位1" in shown


def test_reconcile_lists_channels_and_batches(file):
    rows = json.loads(run("reconcile", file, "--json"))
    assert [(row["channel"], row["batch"]) for row in rows] == [
        ("C1", None),
        ("C1", "B001"),
        ("C2", None),
    ]
    assert rows[1] == {
        "channel": "C1",
        "batch": "B001",
        "issued": None,
        "slip": 4,
        "keyed": 4,
        "valid": 3,
        "void": dict.fromkeys(("V1", "V2", "V3", "V4", "V5", "V6", "V7", "V8"), 0) | {"V1": 1},
        "missing": 1,
        "extra": 1,
    }
    assert "B001" in run("reconcile", file)


def test_identical_forms_are_listed(file):
    (held,) = json.loads(run("identical", file, "--json"))
    assert held == {"forms": ["B001-002", "B001-005"], "run": 1, "straight": ""}
    assert "B001-002 B001-005" in run("identical", file)


def test_totals_join_and_answer_in_json(file, tmp_path):
    totals = tmp_path / "t.csv"
    totals.write_text("agency,dimension,1,2,3\nA1,D1,5,0,0\n")
    said = run("totals", file, totals, "--channel", "C2", "--source", "市城调队", "--json")
    assert json.loads(said) == {"channel": "C2", "rows": 1, "source": "市城调队"}


def test_verify_passes_then_fails_naming_the_record(file):
    assert json.loads(run("verify", file, "--json"))["problems"] == []
    tamper(file, "UPDATE record SET body = replace(body, '\"112233\"', '\"112232\"')")
    done = CliRunner().invoke(pingyi, ["verify", str(file)])
    assert done.exit_code == 1
    assert "record 4 (" in done.output


@pytest.mark.parametrize("command", ["results", "reconcile", "identical", "report"])
def test_no_figure_leaves_a_file_that_fails_verification(file, command, tmp_path):
    tamper(file, "UPDATE head SET marks = '111111' WHERE number = 1")
    more = ["--out", tmp_path / "out"] if command == "report" else []
    run(command, file, *more, refused="fails its verification")
    assert not (tmp_path / "out").exists()


def test_rebuild_makes_the_tables_again(file):
    tamper(file, "UPDATE head SET marks = '111111' WHERE number = 1")
    assert json.loads(run("rebuild", file, "--json"))["rebuilt"] is True
    run("verify", file)


def test_plan_check_lists_each_mistake_and_fails(tmp_path):
    plan = tmp_path / "p.json"
    plan.write_text(json.dumps(plan_value(year=1, title="")))
    done = CliRunner().invoke(pingyi, ["plan", "check", str(plan), "--json"])
    assert done.exit_code == 1
    assert {item["place"] for item in json.loads(done.output)["problems"]} == {"title", "year"}


def test_plan_check_warns_of_a_cut_that_overlaps(tmp_path):
    plan = tmp_path / "p.json"
    plan.write_text(json.dumps(plan_value()))
    assert json.loads(run("plan", "check", plan, "--json"))["warnings"][0]["place"] == "cut"
    assert "overlap" in run("plan", "check", plan)


def test_a_plan_offered_to_a_survey_that_stands_is_refused(file, tmp_path):
    """T38: a plan cannot change after the survey is founded."""
    plan = tmp_path / "other.json"
    plan.write_text(json.dumps(plan_value(agencies=4)))
    before = file.read_bytes()
    run("new", file, "--plan", plan, refused="exists already")
    assert file.read_bytes() == before


def test_a_bad_forms_file_leaves_the_survey_as_it_was(file, tmp_path):
    bad = tmp_path / "bad.csv"
    bad.write_text(f"{HEADER}\n6,,1,1,9,1,1,1\n")
    before = json.loads(run("results", file, "--json"))["hash"]
    run(
        "import", file, bad, "--batch", "B001", refused="was not taken, nothing of it (mistakes: 1)"
    )
    assert json.loads(run("results", file, "--json"))["hash"] == before


def test_an_import_is_done_as_an_operator_with_a_pin(file, tmp_path, monkeypatch):
    forms = tmp_path / "more.csv"
    forms.write_text(f"{HEADER}\n4,,1,1,2,2,3,3\n")
    act = ("import", file, forms, "--batch", "B001", "--as", "C01")
    monkeypatch.setenv("PINGYI_NEW_PIN", "1234")
    run(*act, refused='no operator "C01"')
    run("operator", "add", file, "--code", "C01", "--name", "甲", "--role", "clerk")
    monkeypatch.setenv("PINGYI_PIN", "9999")
    run(*act, refused="not the PIN of C01")
    monkeypatch.setenv("PINGYI_PIN", "1234")
    assert "imported into batch B001: 1" in run(*act)
    with open_survey(file) as survey:
        assert {r.header.operator for r in survey.records() if r.data.get("number") == 4} == {"C01"}


def test_a_pin_is_asked_for_where_none_is_set(file, monkeypatch):
    monkeypatch.delenv("PINGYI_NEW_PIN", raising=False)
    words = ["operator", "add", str(file), "--code", "C1", "--name", "甲", "--role", "clerk"]
    done = CliRunner().invoke(pingyi, words, input="1234\n")
    assert done.exit_code == 0, done.output
    assert "1234" not in done.output


def test_a_pin_that_nobody_can_give_is_told(file, monkeypatch):
    monkeypatch.delenv("PINGYI_NEW_PIN", raising=False)
    words = ["operator", "add", file, "--code", "C1", "--name", "甲", "--role", "clerk"]
    run(*words, refused="give it in PINGYI_NEW_PIN")


def test_results_overwrite_earlier_results_and_nothing_else(file, tmp_path):
    before = file.read_bytes()
    run("results", file, "--out", file, refused="exists and holds no results")
    run("results", file, "--out", tmp_path, refused="exists and holds no results")
    assert file.read_bytes() == before
    for _ in range(2):
        run("results", file, "--out", tmp_path / "results.json")


def test_a_drill_says_so(tmp_path):
    plan = tmp_path / "p.json"
    plan.write_text(json.dumps(plan_value()))
    file = tmp_path / "d.pingyi"
    assert json.loads(run("new", file, "--plan", plan, "--drill", "--json"))["mode"] == "drill"
    with open_survey(file) as survey:
        assert {record.header.mode for record in survey.records()} == {"drill"}


def test_self_test_finds_this_installation_in_order():
    assert {check["error"] for check in json.loads(run("self-test", "--json"))} == {""}
