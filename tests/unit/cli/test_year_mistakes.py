"""The commands of the year in clumsy hands: nothing is lost, and the sentence says what to do."""

import pytest

from desktop.actions.rule_sets import rules_text
from desktop.store.verification import verify_survey
from tests.unit.cli.test_year import DAY, empty, file, run, told
from tests.year_lines import RULES

__all__ = ["empty", "file"]


def test_no_command_writes_over_a_survey_or_a_folder(file, tmp_path):
    before = file.read_bytes()
    for command in (("rules", "--copy"), ("export", "--out")):
        words = ("assess", command[0], file, command[1])
        run(*words, file, refused="is a survey file")
        run(*words, tmp_path, refused="is a folder")
    assert file.read_bytes() == before
    assert verify_survey(file) == []
    copy = tmp_path / "细则.json"
    run("assess", "rules", file, "--copy", copy)
    run("assess", "rules", file, "--copy", copy)
    assert copy.read_text("utf-8") == rules_text(RULES)


def test_a_rate_without_its_sign_is_asked_back(file):
    add = ("assess", "add", file, "--unit", "A1", "--rule", "6-1", "--source", "调查", *DAY)
    run(*add, "--rate", "0.874", refused="in per cent with its sign")
    told(*add, "--rate", "87.4")
    told(*add, "--rate", "0.5%")
    points = [held["points"] for held in told("assess", "list", file)["entries"]]
    assert sorted(points) == ["-2/1", "-89/1"]


def test_a_count_that_no_record_holds_is_refused(file):
    add = ("assess", "add", file, "--unit", "A1", "--rule", "2-2", "--count")
    assert "999999" in run(*add, "99999999999999999999", code=2)


def test_steps_ask_for_the_day_they_set(file):
    given = ("--inspector", "监督员01", "--inspector-kind", "volunteer", "--kind", "order")
    made = told("findings", "add", file, "--unit", "A1", *given, "--text", "脱岗", *DAY)["line"]
    step = ("findings", "step", file, made, "--on", "2006-03-05", "--to")
    run(*step, "fed-back", refused="the day to rectify it by")
    run(*step, "fed-back", "--due", "2006-03-20")
    run(*step, "verified")
    run("findings", "draft", file, made, "--rule", "9-9", refused="no rule 9-9")
    run("findings", "draft", file, made, "--rule", "4-4")
    run("findings", "draft", file, made, "--rule", "4-4", refused="already")
    more = ("--channel", "热线", "--kind", "投诉", "--handling", "own", "--text", "无人接待")
    made = told("complaints", "add", file, "--unit", "A1", *more, *DAY)["line"]
    run("complaints", "step", file, made, "--to", "accepted", *DAY)
    extend = ("complaints", "step", file, made, "--to", "extended", "--decision", "局长办公会")
    run(*extend, refused="until when")
    run(*extend, "--until", "2006-04-30")
    run("complaints", "propose", file, "--unit", "A9", refused="agency code")


def test_a_half_month_without_findings_is_one_line(file):
    said = run("findings", "report", file, "--day", "2006-02-20").splitlines()
    assert said[:2] == ["Half-month 2006-02-16 to 2006-02-28", "Findings: 0; units: 0."]


@pytest.mark.parametrize("sample", ["0", "-5"])
def test_a_component_keeps_its_figures_when_the_new_ones_are_wrong(file, tmp_path, sample):
    phone = ("--code", "phone", "--name", "电话", "--full", "5")
    run("composite", "component", file, *phone)
    table = tmp_path / "得分.csv"
    table.write_text("单位,得分\nA1,4\n", "utf-8")
    take = ("composite", "import", file, table, "--component", "phone", "--source", "调查公司")
    run(*take, "--sample", sample, refused="its sample must be 1 or more")
    run(*take, "--on", "2106-01-01", refused="has not come yet")
    table.write_text("单位,得分\nA1,4\nA2,6\n", "utf-8")
    run(*take, refused="电话 gives A2 the figure 6")
    assert told("composite", "weights", file)["components"][0]["figures"] == 0
