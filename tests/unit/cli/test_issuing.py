"""`issue`, `approve`, `history` and `new --approved`, as a script and as a supervisor use them."""

import json

import pytest
from click.testing import CliRunner

from desktop.actions.errors import RoleMissingError
from desktop.actions.founding import declare_zero
from desktop.actions.operators import register_operator
from desktop.cli.root import pingyi
from desktop.cli.screen import words
from desktop.store.paper_queries import approvals, history, issues
from desktop.store.survey_file import open_survey
from desktop.store.verification import verify_survey
from desktop.tally.errors import PingyiError
from tests.plans import plan_value

PIN = "1234"
LINE = ("--channel", "C1", "--on", "2005-12-01", "--giver", "评议办", "--taker", "张三")


def run(*words, refused=None, code=0):
    """What the command prints; with `refused`, the sentence it refuses with."""
    done = CliRunner().invoke(pingyi, [str(word) for word in words])
    if refused:
        assert isinstance(done.exception, PingyiError), done.output
        assert refused in done.exception.sentence(str)
    else:
        assert done.exit_code == code, (done.output, done.exception)
    return done.output


@pytest.fixture
def plan(tmp_path):
    path = tmp_path / "方案.json"
    path.write_text(json.dumps(plan_value(), ensure_ascii=False), encoding="utf-8")
    return path


@pytest.fixture
def file(tmp_path, plan):
    file = tmp_path / "我的 评议.pingyi"
    run("new", file, "--plan", plan)
    return file


def test_a_line_is_entered_corrected_and_listed(file):
    out = json.loads(run("issue", "add", file, "--way", "issued", "--count", 60, *LINE, "--json"))
    assert out.pop("record")
    people = {"giver": "评议办", "taker": "张三", "signed": "", "note": ""}
    expected = {"channel": "C1", "way": "issued", "forms": 60, "on": "2005-12-01"} | people
    assert out == expected
    back = ("--way", "returned", "--count", 20, *LINE, "--signed", "李四", "--note", "两捆")
    said = run("issue", "add", file, *back)
    assert "C1, returned, 20 forms on 2005-12-01" in said
    identity = said.split()[1]
    run("issue", "correct", file, identity, "--way", "returned", "--count", 21, *LINE)
    listed = json.loads(run("issue", "list", file, "--json"))
    assert [(line["way"], line["forms"]) for line in listed["lines"]] == [
        ("issued", 60),
        ("returned", 21),
    ]
    assert listed["channels"] == [
        {"channel": "C1", "plan": 100, "issued": 60, "returned": 21},
        {"channel": "C2", "plan": None, "issued": 0, "returned": 0},
    ]
    assert [held["place"] for held in listed["warnings"]] == ["单位互评"]
    assert verify_survey(file) == []


def test_the_register_for_people(file):
    assert "issue add" in run("issue", "list", file)
    for count in (99, 1):
        run("issue", "add", file, "--way", "issued", "--count", count, *LINE)
    shown = run("issue", "list", file)
    assert "To be explained" not in shown
    with open_survey(file) as survey:
        line = issues(survey)[0]
    back = ("--way", "issued", "--count", 0, *LINE)
    assert "taken back" in run("issue", "correct", file, line.record, *back)
    shown = run("issue", "list", file)
    assert line.record[:12] not in shown
    assert "the register counts 1 forms issued, the plan states 100" in shown
    for text in ("评议办", "张三", "2005-12-01"):
        assert text in shown


def test_a_line_that_cannot_be_is_refused_with_its_remedy(file):
    add = ("issue", "add", file, "--way", "issued")
    run(*add, "--count", 0, *LINE, refused="enter a whole number from 1")
    run(*add, "--count", 5, *LINE[2:], "--channel", "C9", refused="use one of C1 C2")
    wrong = ("--channel", "C1", "--on", "31.12.2005", *LINE[4:])
    run(*add, "--count", 5, *wrong, refused="write it as 2005-12-31")
    run(
        "issue", "correct", file, "zz", "--way", "issued", "--count", 5, *LINE, refused="issue list"
    )
    assert "lent" in run("issue", "add", file, "--way", "lent", "--count", 5, *LINE, code=2)


def test_operators_of_the_right_role_alone(file, monkeypatch):
    monkeypatch.setenv("PINGYI_PIN", PIN)
    with open_survey(file, write=True) as survey:
        declare_zero(survey)
        for code, role in (("C01", "clerk"), ("F01", "checker"), ("S01", "supervisor")):
            register_operator(survey, code, name=code, roles=[role], pin=PIN)
    add = ("issue", "add", file, "--way", "issued", "--count", 5, *LINE)
    run(*add, "--as", "C01", refused="C01 may not do this")
    run(*add, "--as", "F01")
    run("approve", file, "--name", "王主任", "--as", "F01", refused="F01 may not do this")
    run("approve", file, "--name", "王主任", "--as", "S01")
    monkeypatch.setenv("PINGYI_LANG", "zh_CN")
    with pytest.raises(RoleMissingError) as caught:
        pingyi(["approve", str(file), "--name", "x", "--as", "C01"], standalone_mode=False)
    assert caught.value.sentence(words) == "C01 无权做这件事：须有角色 主管。"
    with open_survey(file) as survey:
        assert [line.operator for line in issues(survey)] == ["F01"]
        assert [held.operator for held in approvals(survey)] == ["S01"]


def test_a_survey_is_founded_with_those_who_approved(tmp_path, plan):
    file = tmp_path / "a.pingyi"
    names = ("--approved", "王主任", "--approved", "赵副主任")
    made = json.loads(run("new", file, "--plan", plan, *names, "--json"))
    assert made["approved"] == ["王主任", "赵副主任"]
    assert "Approved by 李书记." in run("approve", file, "--name", "李书记")
    later = json.loads(run("approve", file, "--name", "周市长", "--json"))
    assert later == {"plan_hash": made["plan_hash"], "names": ["周市长"]}
    with open_survey(file) as survey:
        kinds = [record.kind for record in survey.records()]
        held = [approval.names for approval in approvals(survey)]
    assert kinds == ["survey.founded", *["plan.approved"] * 3]
    assert held == [("王主任", "赵副主任"), ("李书记",), ("周市长",)]


def test_no_survey_is_founded_where_a_name_is_refused(tmp_path, plan):
    file = tmp_path / "a.pingyi"
    names = ("--approved", "王主任", "--approved", " 王主任")
    run("new", file, "--plan", plan, *names, refused="王主任 stands among those who approved")
    assert not file.exists()
    assert json.loads(run("new", file, "--plan", plan, "--json"))["approved"] == []


def test_an_earlier_year_is_taken_over(file, tmp_path):
    table = tmp_path / "2004.csv"
    table.write_bytes("单位,名次,得分\n单位2,1,97.5\nA1,2,96\n".encode("gb18030"))
    command = ("history", file, table, "--source", "2004 年通报")
    said = json.loads(run(*command, "--year", 2004, "--json"))
    assert said == {"year": 2004, "source": "2004 年通报", "agencies": 2}
    assert "Ranks of 2003 taken over: 2 agencies." in run(*command, "--year", 2003)
    with open_survey(file) as survey:
        assert history(survey)[2004] == {"A2": (1, "97.5"), "A1": (2, "96")}
    run(*command, "--year", 2005, refused="no earlier year than 2005")
    table.write_text("单位,名次\n单位9,1\n", encoding="utf-8")
    run(*command, "--year", 2004, refused="mistakes: 1")


def test_everything_is_said_in_chinese(file, tmp_path, monkeypatch):
    monkeypatch.setenv("PINGYI_LANG", "zh_CN")
    table = tmp_path / "2004.csv"
    table.write_text("单位,名次\nA1,1\n", encoding="utf-8")
    said = run("issue", "add", file, "--way", "returned", "--count", 60, *LINE)
    assert "渠道 C1，收回 60 份，2005-12-01。" in said
    shown = run("issue", "list", file)
    for text in ("领发登记", "收回", "单位互评: 领发登记共发放 0 份，评议方案写的是 100 份"):
        assert text in shown
    assert "批准人：王主任、赵副主任。" in run(
        "approve", file, "--name", "王主任", "--name", "赵副主任"
    )
    told = run("history", file, table, "--year", 2004, "--source", "通报")
    assert told == "已录入 2004 年名次：1 个单位。\n"
