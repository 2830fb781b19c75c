"""`assess`, `findings`, `complaints` and `composite`, as scripts and as people use them."""

import json
import re
from dataclasses import replace

import pytest
from click.testing import CliRunner
from openpyxl import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from desktop.actions.deductions import correct_deduction, enter_deduction
from desktop.actions.operators import register_operator
from desktop.actions.rule_sets import choose_rules, shipped_rules
from desktop.assess.complaints import ComplaintState, Handling
from desktop.assess.composite import ComponentKind, Missing
from desktop.assess.findings import FindingKind, FindingState
from desktop.assess.ledger import Entry, State
from desktop.assess.points import Facts
from desktop.assess.promises import Kept
from desktop.cli.root import pingyi
from desktop.cli.year_words import code_words
from desktop.store.ledger_queries import lines
from desktop.store.ledgers import DEDUCTIONS
from desktop.store.verification import verify_survey
from desktop.tally.errors import PingyiError
from tests.plans import small_plan
from tests.stations import Centre
from tests.surveys import keyed

PIN = "1234"
DAY = ("--on", "2006-03-02")
END = ("--day", "2006-12-31")
END_DAY = ("--on", "2006-12-31")
PLAN = small_plan(
    [
        {"code": "A1", "name": "市教育局", "group": "G1"},
        {"code": "A2", "name": "市水务局", "group": "G1", "vertical": True},
        {"code": "A3", "name": "教育局窗口", "group": "G1", "parent": "A1"},
    ],
    cut={"top": 1, "bottom": 1},
)


def run(*words, refused=None, code=0):
    """What the command prints; with `refused`, the sentence it refuses with."""
    done = CliRunner().invoke(pingyi, [str(word) for word in words])
    if refused:
        assert isinstance(done.exception, PingyiError), done.output
        faults = getattr(done.exception, "problems", ())
        told = [done.exception.sentence(str), *(fault.sentence() for fault in faults)]
        assert refused in "\n".join(told)
    else:
        assert done.exit_code == code, (done.output, done.exception)
    return done.output


def told(*words):
    return json.loads(run(*words, "--json"))


@pytest.fixture
def empty(tmp_path):
    with keyed(tmp_path / "我的 评议.pingyi", ["112233", "121212"], PLAN) as survey:
        return survey.path


@pytest.fixture
def file(empty):
    run("assess", "rules", empty, "--choose", "hundred-points")
    return empty


def entered(file, *more, unit="A1", rule="1-1a", office="市委办公室"):
    given = ("--unit", unit, "--rule", rule, "--office", office, "--date", "2006-03-01")
    return told("assess", "add", file, *given, *more, *DAY)["line"]


def counted(file, *more, **given):
    line = entered(file, *more, **given)
    for state in ("verified", "circularised", "counted"):
        run("assess", "move", file, line, "--to", state, "--on", "2006-04-01")
    return line


def scores(file, *more):
    return {row["unit"]: row["score"] for row in told("assess", "standing", file, *more)["units"]}


def test_an_entry_goes_through_its_states_and_deducts_when_it_is_counted(file):
    line = entered(file, "--count", "2", "--case", "甲案", "--document", "督〔2006〕3号")
    assert scores(file, *END) == {"A1": "100/1", "A2": "100/1", "A3": "100/1"}
    (held,) = told("assess", "list", file, "--state", "draft")["entries"]
    assert (held["line"], held["points"], held["facts"]["count"]) == (line, "-8/1", 2)
    run("assess", "correct", file, line[:8], "--count", "3", "--text", "又一件")
    for state in ("verified", "counted"):
        done = told("assess", "move", file, line[:8], "--to", state, "--on", "2006-04-01")
        assert done == {"lines": [line], "state": state}
    assert scores(file, *END)["A1"] == "88/1"
    assert scores(file, "--day", "2006-03-31")["A1"] == "100/1"
    run("assess", "correct", file, line[:8], "--count", "1", refused="is not changed any more")
    shown = run("assess", "standing", file, *END, "--unit", "A1")
    for text in ("一.1", "督〔2006〕3号", "甲案", "-12.00", "88.00", "良好"):
        assert text in shown
    (unit,) = told("assess", "standing", file, *END, "--unit", "A1")["units"]
    assert [held["points"] for held in unit["lines"]] == ["-12/1"]
    run("assess", "move", file, line[:8], "--to", "withdrawn", "--on", "2006-05-01")
    assert scores(file, *END)["A1"] == "100/1"
    assert verify_survey(file) == []


def test_several_entries_move_together_or_not_at_all(file):
    first, second = entered(file), entered(file, unit="A2")
    run("assess", "move", file, second, "--to", "verified", *DAY)
    refused = f"{second[:8]}: An entry that is verified cannot become verified"
    run("assess", "move", file, first, second, "--to", "verified", refused=refused)
    run("assess", "move", file, second, "--to", "verified", refused="cannot become verified")
    assert [held["state"] for held in told("assess", "list", file, "--unit", "A1")["entries"]] == [
        "draft"
    ]


def test_what_an_entry_lacks_is_said(file):
    add = ("assess", "add", file, "--unit", "A1")
    run(*add, "--rule", "9-9", refused="no rule 9-9")
    run(*add, "--rule", "1-1a", refused="needs the office")
    run(*add, "--rule", "5-1", "--office", "公安局", "--amount", "15", refused="write the reason")
    run(*add, "--rule", "5-1", "--office", "公安局", "--amount", "很多", refused="is no number")
    run("assess", "add", file, "--unit", "A9", "--rule", "2-2", refused="lists no agency")
    run("assess", "list", file, "--unit", "A9", refused="agency code")
    run("assess", "standing", file, "--day", "昨天", refused="is no date")
    assert run("assess", "list", file).strip() == "There is no such entry."
    assert len(told("assess", "add", file, "--unit", "A1", "--rule", "2-2")) == 2


def test_two_rules_on_one_case_warn_and_are_entered(file):
    entered(file, "--case", "甲案")
    given = ("--unit", "A1", "--rule", "1-1b", "--office", "市委办公室", "--case", "甲案")
    done = CliRunner().invoke(pingyi, ["assess", "add", str(file), *given])
    assert "1-1a and 1-1b are both entered" in done.stderr
    assert len(told("assess", "list", file)["entries"]) == 2


def test_nothing_is_entered_before_a_rule_set_is_chosen(empty, tmp_path):
    run("assess", "standing", empty, refused="No rule set is chosen")
    copy = tmp_path / "细则.json"
    run("assess", "rules", empty, "--choose", "added-points", "--copy", copy)
    run("assess", "rules", empty, "--choose", "hundred-points")
    assert len(told("assess", "rules", empty, "--from", copy)["rules"]) != 28
    run("assess", "rules", empty, "--choose", "hundred-points")
    assert "一.1" in run("assess", "rules", empty)
    both = run("assess", "rules", empty, "--choose", "added-points", "--from", copy, code=2)
    assert "either --choose or --from" in both
    entered(empty)
    run("assess", "rules", empty, "--from", copy, refused="frozen")


def test_a_table_comes_in_and_goes_out_and_in_again(file, tmp_path):
    table = tmp_path / "台账.csv"
    rows = "A1,1-1a,2,2006-03-01,市委办公室\nA2,2-2,1,2006-03-05,\n"
    table.write_text("单位,细则,数量,日期,依据提供单位\n" + rows, encoding="utf-8")
    assert len(told("assess", "import", file, table, *DAY)["entries"]) == 2
    run("assess", "import", file, table, refused="(mistakes: 2)")
    out = tmp_path / "台账.xlsx"
    assert told("assess", "export", file, "--out", out) == {"file": str(out), "entries": 2}
    for held in told("assess", "list", file)["entries"]:
        run("assess", "move", file, held["line"], "--to", "withdrawn")
    assert "Entered as drafts: 2." in run("assess", "import", file, out)
    assert len(told("assess", "list", file, "--state", "draft")["entries"]) == 2


def test_the_survey_is_linked_once(file):
    found = told("assess", "link", file)
    assert not found["sealed"]
    assert set(found["drafts"]) <= {"A1", "A2", "A3"}
    assert found["drafts"]
    again = run("assess", "link", file)
    assert "They have such an entry already" in again
    assert "is not sealed" in again


@pytest.fixture
def failing(file):
    """A2 fails after it failed the year before; it is managed from above."""
    for case in range(5):
        more = ("--case", str(case), "--document", f"第{case}期")
        counted(file, *more, unit="A2", rule="4-2", office="办公室")
    return file


def bands(tmp_path, *rows):
    book = Workbook()
    sheet = book.active
    assert isinstance(sheet, Worksheet)
    for row in (("单位", "档次", "现单位"), *rows):
        sheet.append(row)
    book.save(tmp_path / "上年.xlsx")
    return tmp_path / "上年.xlsx"


def test_a_unit_merged_of_different_bands_has_none_and_is_named(failing, tmp_path):
    table = bands(tmp_path, ("市水利局", "不合格", "A2"), ("市河道局", "优秀", "A2"))
    assert told("assess", "bands", failing, table)["mixed"] == ["A2"]
    assert "市水务局 has none: its parts" in run("assess", "bands", failing)


def test_consequences_follow_are_confirmed_and_done(failing, tmp_path):
    assert "No bands of last year" in run("assess", "bands", failing)
    table = bands(tmp_path, ("市水利局", "不合格", "A2"), ("A1", "优秀", None))
    found = told("assess", "bands", failing, table, "--source", "上年通报")
    assert found == {
        "year": 2004,
        "source": "上年通报",
        "bands": {"A1": "excellent", "A2": "fail"},
        "successors": {"市水利局": "A2"},
        "mixed": [],
    }
    assert "市水务局" in run("assess", "bands", failing)
    assert "parts were" not in run("assess", "bands", failing)
    of = ("assess", "consequences", failing, *END)
    lines = {(held["unit"], held["rule"]) for held in told(*of)["consequences"]}
    assert {("A1", "title"), ("A2", "heads"), ("A2", "superior")} < lines
    assert told(*of)["models"] == ["A3"]
    confirm = ("assess", "confirm", failing, "--unit", "A2", "--rule", "rectify")
    run(*confirm, "--on", "2007-01-10", "--document", "整改〔2007〕1号")
    run(*confirm, "--done", "2007-02-01")
    (held,) = (it for it in told(*of, "--unit", "A2")["consequences"] if it["rule"] == "rectify")
    confirmed = held["confirmed"]
    assert (confirmed["on"], confirmed["deadline"]) == ("2007-01-10", "2007-02-09")
    assert (confirmed["document"], confirmed["done"]) == ("整改〔2007〕1号", "2007-02-01")
    shown = run(*of)
    for text in ("整改〔2007〕1号", "done on 2007-02-01", "Model sections: 教育局窗口"):
        assert text in shown
    assert "教育局窗口" not in run(*of, "--unit", "A2")
    assert told(*of, "--unit", "市水务局")["models"] == []
    assert told(*of, "--unit", "A3")["models"] == ["A3"]
    run(*confirm, "--note", "已复查", "--on", "2007-03-01")
    (held,) = (it for it in told(*of, "--unit", "A2")["consequences"] if it["rule"] == "rectify")
    assert (held["confirmed"]["on"], held["confirmed"]["note"]) == ("2007-01-10", "已复查")
    run("assess", "confirm", failing, "--unit", "A1", "--rule", "talk", refused="does not follow")


def test_falsified_results_are_void_and_can_hold_again(failing):
    void = (
        "assess",
        "annul",
        failing,
        "--unit",
        "A1",
        "--reason",
        "弄虚作假",
        "--second",
        "监票人",
    )
    run(*void, *DAY)
    found = told("assess", "standing", failing, *END)
    assert found["void"] == [{"unit": "A1", "reason": "弄虚作假"}]
    assert [row["rank"] for row in found["units"]] == [1, 2, None]
    assert "Void: 市教育局" in run("assess", "standing", failing, *END)
    again = ("assess", "restore", failing, "--unit", "A1", "--reason", "查无实据")
    run(*again, "--on", "2006-04-01")
    assert told("assess", "standing", failing, *END)["void"] == []
    run(*again, refused="are not void")


def test_the_year_is_sealed_and_opened_again(file):
    line = entered(file)
    seal = ("assess", "seal", file, "--on", "2006-12-31")
    assert len(told(*seal, "--check")["obstacles"]) == 1
    assert "this entry is draft" in run(*seal, "--check")
    run(*seal, "--second", "监票人", refused="cannot be sealed")
    run("assess", "move", file, line, "--to", "withdrawn")
    assert "Nothing stands against" in run(*seal, "--check")
    made = told(*seal, "--second", "监票人")
    standing = told("assess", "standing", file, *END)
    assert (made["hash"], made["edition"]) == (standing["hash"], 1)
    assert standing["sealed"]
    add = ("assess", "add", file, "--unit", "A1", "--rule", "2-2")
    run(*add, refused="is sealed")
    opened = told("assess", "unseal", file, "--reason", "漏计", "--second", "监票人")
    assert opened["edition"] == 2


def test_documents_of_the_year_are_written_all_or_by_name(failing, tmp_path):
    out = tmp_path / "文件"
    for name in ("commendation", "criticism-text", "superior", "rectification"):
        waiting = ("assess", "report", failing, "--out", out, "--only", name, *END)
        assert "nothing to print" in run(*waiting)
    decided = {"commend": "A1", "criticise": "A2", "rectify": "A2", "superior": "A2"}
    for rule, unit in decided.items():
        confirm = ("assess", "confirm", failing, "--unit", unit, "--rule", rule)
        run(*confirm, "--on", "2007-01-10", "--document", "市办发〔2007〕1号")
    for unit, rule in (
        ("A1", "commend"),
        ("A2", "criticise"),
        ("A2", "superior"),
        ("A2", "rectify"),
    ):
        run("assess", "confirm", failing, "--unit", unit, "--rule", rule, *END_DAY)
    found = told("assess", "report", failing, "--out", out, *END)
    names = {path.name for path in out.iterdir()}
    assert len(names) == len(found["files"]) == 15
    assert not {name for name in names if name.startswith(".")}
    one = tmp_path / "一件"
    run("assess", "report", failing, "--out", one, "--only", "superior", *END)
    assert len(list(one.iterdir())) == 1
    run("assess", "report", failing, "--out", one, "--only", "x", refused="There is no document")
    alone = tmp_path / "一个单位"
    run("assess", "report", failing, "--out", alone, "--unit", "市水务局", *END)
    assert len(list(alone.iterdir())) == 5
    of = ("--only", "rectification", "--unit", "A1", *END)
    assert "nothing to print" in run("assess", "report", failing, "--out", one, *of)
    before = ("--only", "criticism", "--day", "2006-01-31")
    assert "nothing to print" in run("assess", "report", failing, "--out", one, *before)


FINDING = ("--inspector", "监督员01", "--inspector-kind", "volunteer", "--kind", "pastime")


def test_a_finding_from_what_was_seen_to_its_deduction(file):
    add = ("findings", "add", file, "--unit", "A2", *FINDING, "--text", "上班打牌")
    line = told(*add, *DAY)["line"]
    step = ("findings", "step", file, line[:8])
    run("findings", "draft", file, line[:8], "--rule", "4-4", refused="verified findings alone")
    run(*step, "--to", "closed", refused="enter the day it was rectified first")
    run(*step, "--to", "verified", "--on", "2006-03-03")
    run(*step, "--to", "fed-back", "--on", "2006-03-04", "--due", "2006-03-20")
    (held,) = told("findings", "list", file, "--overdue")["findings"]
    assert (held["line"], held["state"], held["overdue"]) == (line, "fed-back", True)
    assert "2006-03-20, overdue" in run("findings", "list", file)
    draft = ("findings", "draft", file, line[:8], "--rule", "4-4")
    run(*draft, refused="needs the office")
    run(*draft, "--office", "公安局", refused="comes from")
    run(*draft, "--office", "监察局", "--on", "2006-03-05")
    (entry,) = told("assess", "list", file)["entries"]
    assert (entry["origin"], entry["rule"], entry["unit"]) == (line, "4-4", "A2")
    assert (entry["office"], entry["states"]) == ("监察局", {"draft": "2006-03-05"})
    judged = ("findings", "draft", file, line[:8], "--rule", "5-1", "--office", "公安局")
    run(*judged, "--amount", "15", refused="write the reason")
    run(*judged, "--amount", "15", "--reason", "情节较重", "--approver", "领导小组", *DAY)
    (entry,) = (it for it in told("assess", "list", file)["entries"] if it["rule"] == "5-1")
    assert (entry["points"], entry["approver"]) == ("-15/1", "领导小组")
    run(*step, "--to", "rectified", "--on", "2006-03-15", "--proof", "照片")
    assert told(*step, "--to", "closed", "--on", "2006-03-16")["state"] == "closed"
    run("findings", "correct", file, line[:8], "--text", "上班下棋", "--kind", "order")
    report = told("findings", "report", file, "--day", "2006-03-09")
    assert (report["first"], report["last"], report["units"]) == ("2006-03-01", "2006-03-15", 1)
    assert report["findings"][0]["text"] == "上班下棋"
    assert "Findings: 1; units: 1." in run("findings", "report", file, "--day", "2006-03-09")
    assert "no such finding" in run("findings", "list", file, "--unit", "A1")


def test_a_pledge_from_its_day_to_what_became_of_it(file):
    of = ("--text", "办照三日办结", "--indicator", "抽查件", "--due", "2005-06-30")
    line = told("pledges", "add", file, "--unit", "A1", *of)["line"]
    (held,) = told("pledges", "list", file, "--overdue")["pledges"]
    assert (held["line"], held["kept"], held["overdue"]) == (line, "open", True)
    assert "2005-06-30, overdue" in run("pledges", "list", file, "--state", "open")
    run("pledges", "correct", file, line[:8], "--due", "2005-07-31")
    found = ("pledges", "found", file, line[:8], "--on", "2005-07-30", "--note", "抽查30件")
    assert told(*found, "--to", "broken")["state"] == "broken"
    assert "not kept." in run(*found, "--to", "broken")
    (held,) = told("pledges", "list", file, "--unit", "A1")["pledges"]
    expected = ("2005-07-31", "broken", "2005-07-30", "抽查30件", False)
    assert tuple(held[name] for name in ("due", "kept", "on", "note", "overdue")) == expected
    assert "no such pledge" in run("pledges", "list", file, "--unit", "A2")
    run("pledges", "add", file, "--unit", "A9", *of, refused="A9")
    run("pledges", "correct", file, line[:8], "--due", "2005-13-01", refused="2005-13-01")


def test_a_request_is_raised_and_answered(file):
    of = ("--unit", "A2", "--by", "代表座谈会", "--text", "延长窗口时间", "--due", "2005-04-01")
    line = told("requests", "add", file, *of, "--on", "2005-03-02")["line"]
    (held,) = told("requests", "list", file, "--open", "--overdue")["requests"]
    assert (held["line"], held["raised"], held["overdue"]) == (line, "2005-03-02", True)
    assert "request not answered" in run("requests", "list", file)
    answer = ("requests", "answer", file, line[:8])
    run(*answer, "--answer", "已延长", "--on", "2005-03-01", refused="lies before 2005-03-02")
    run(*answer, "--answer", "已延长", "--on", "2005-03-09")
    run("requests", "correct", file, line[:8], "--raised", "3月2日", refused="3月2日")
    run("requests", "correct", file, line[:8], "--by", "人大代表")
    (held,) = told("requests", "list", file)["requests"]
    assert (held["answered"], held["answer"], held["by"]) == ("2005-03-09", "已延长", "人大代表")
    assert "no such request" in run("requests", "list", file, "--open")


COMPLAINT = ("--channel", "热线", "--kind", "服务态度", "--handling", "own", "--text", "无人接待")


def test_a_complaint_from_its_day_to_its_answer_and_its_deduction(file):
    add = ("complaints", "add", file, "--unit", "A1", *COMPLAINT, "--complainant", "某市民")
    line = told(*add, *DAY)["line"]
    due = ("complaints", "due", file)
    assert told(*due, "--day", "2006-03-03")["complaints"][0]["next"] == {
        "step": "accept",
        "by": "2006-03-06",
    }
    assert told(*due, "--day", "2006-03-03", "--overdue")["complaints"] == []
    assert "2006-03-06, overdue" in run(*due, "--overdue")
    step = ("complaints", "step", file, line[:8])
    run(*step, "--to", "finished", "--result", "已办", refused="the day it was accepted")
    run(*step, "--to", "accepted", "--on", "2006-03-10")
    run(*step, "--to", "extended", "--until", "2006-05-01", "--decision", "领导批准")
    run(*step, "--to", "finished", "--on", "2006-04-01", "--result", "已道歉")
    run(*step, "--to", "sent-back", "--on", "2006-04-05")
    run(*step, "--to", "finished", "--on", "2006-04-20", "--result", "已整改")
    run(*step, "--to", "answered", "--on", "2006-04-21")
    run("complaints", "correct", file, line[:8], "--channel", "市长信箱")
    (held,) = told("complaints", "list", file, "--state", "answered")["complaints"]
    assert (held["channel"], held["next"]) == ("市长信箱", None)
    assert [(back["on"], back["finished"]) for back in held["sent_back"]] == [
        ("2006-04-05", "2006-04-01")
    ]
    assert "no such complaint" in run(*due)
    proposed = told("complaints", "propose", file)["proposals"]
    assert [held["why"] for held in proposed] == ["overdue", "sent-back"]
    propose = ("complaints", "propose", file)
    run(*propose, "--enter", refused="needs the office that gives the evidence")
    assert told("assess", "list", file)["entries"] == []
    enter = (*propose, "--enter", "--office", "信访局", "--on", "2006-06-30")
    assert "Entered as drafts: 2." in run(*enter)
    assert "No complaint leads" in run(*propose)
    held = told("assess", "list", file)["entries"]
    assert [(it["office"], it["states"]["draft"]) for it in held] == [("信访局", "2006-06-30")] * 2


def test_terms_and_holidays_are_settings(file, tmp_path):
    assert told("complaints", "terms", file)["standard"]["finish"] == {"days": 15, "working": True}
    run("complaints", "terms", file, "--kind", "咨询", "--accept", "1", "--finish", "5d")
    table = told("complaints", "terms", file, "--accept", "3")
    assert table["standard"]["accept"]["days"] == 3
    assert table["kinds"]["咨询"]["finish"] == {"days": 5, "working": False}
    assert "咨询" in run("complaints", "terms", file)
    run("complaints", "terms", file, "--accept", "一周", refused="is no term")
    assert "No holidays" in run("complaints", "holidays", file)
    text = tmp_path / "放假.txt"
    text.write_text("2006-05-01~2006-05-03\n+2006-04-29\n", encoding="utf-8")
    found = told("complaints", "holidays", file, "--from", text)
    assert found == {
        "free": ["2006-05-01", "2006-05-02", "2006-05-03"],
        "worked": ["2006-04-29"],
    }
    assert "+2006-04-29" in run("complaints", "holidays", file)


def figures(tmp_path, *rows):
    table = tmp_path / "电话.csv"
    lines = "\n".join(f"{unit},{figure}" for unit, figure in rows)
    table.write_text(f"单位,得分\n{lines}\n", encoding="utf-8")
    return table


def test_the_composite_is_made_of_components_and_tried_with_other_weights(file, tmp_path):
    counted(file)
    run("composite", "table", file, refused="No components are set")
    part = ("composite", "component", file)
    run(*part, "--code", "assess", "--kind", "assessment", "--name", "百分制", "--weight", "60")
    run(*part, "--code", "survey", "--kind", "survey", "--name", "问卷", "--full", "44")
    run(*part, "--code", "survey", "--remove")
    run(*part, "--code", "poll", "--remove", refused="no component poll")
    run(*part, "--code", "phone", "--kind", "phone", "--name", "电话", "--full", "5")
    table = figures(tmp_path, ("A1", 5), ("A2", 4), ("A3", 3))
    more = ("--component", "phone", "--source", "统计局", "--sample", "1200", *DAY)
    assert told("composite", "import", file, table, *more)["figures"] == 3
    made = told("composite", "weights", file, "phone=40", "--missing", "stop")
    assert [held["weight"] for held in made["components"]] == ["60", "40"]
    assert (made["missing"], made["components"][1]["sample"]) == ("stop", 1200)
    of = ("composite", "table", file, *END)
    assert [(row["unit"], row["score"]) for row in told(*of)["units"]] == [
        ("A1", "488/5"),
        ("A2", "92/1"),
        ("A3", "84/1"),
    ]
    parts = told(*of)["units"][0]["parts"]
    assert [held["points"] for held in parts] == ["288/5", "40/1"]
    tried = (*of, "--what-if", "phone=0")
    assert [row["unit"] for row in told(*tried)["units"]] == ["A2", "A3", "A1"]
    assert "nobody keeps it" in run(*tried)
    assert told(*of)["units"][0]["unit"] == "A1"
    run("composite", "weights", file, "phone=0", "--group", "G1")
    assert told(*of)["units"][0]["unit"] == "A2"
    assert "G1=0" in run("composite", "weights", file)
    assert "CODE=WEIGHT" in run("composite", "weights", file, "phone", code=2)
    run("composite", "weights", file, "poll=1", refused="no component poll")


def test_a_line_in_dispute_is_marked_and_settled(tmp_path, monkeypatch):
    centre = Centre(tmp_path / "centre", 1, plan=PLAN)
    station, path = centre.stations[0], centre.supervisor.path
    with centre.opened() as survey:
        choose_rules(survey, shipped_rules("hundred-points"))
        entry = Entry("A1", "2-2", Facts(), "2006-03-01", "行政服务中心")
        identity = enter_deduction(survey, entry).id
    centre.tell(station)
    for machine, text in ((station, "甲"), (centre.supervisor, "乙")):
        with machine.open() as survey:
            (line,) = lines(survey, DEDUCTIONS)
            correct_deduction(survey, line, replace(line.value, text=text))
    package = station.pack()
    monkeypatch.setenv("PINGYI_HOME", str(centre.supervisor.home.root))
    assert told("merge", path, package, "--no-receipt")["disputed"] == [identity[:8]]
    assert f"to be settled by `correct`: {identity[:8]}" in run("merge", path, package)
    (held,) = told("assess", "list", path, "--disputed")["entries"]
    assert (held["line"], held["disputed"]) == (identity, True)
    assert len(held["others"]) == 1
    assert {held["text"], held["others"][0]["text"]} == {"甲", "乙"}
    assert run("assess", "list", path, "--disputed").count(f"{identity[:8]} !") == 2
    assert f"{identity[:8]} !" in run("assess", "list", path)
    assert identity[:8] in run("assess", "standing", path)
    move = ("assess", "move", path, identity[:8], "--to", "verified")
    run(*move, refused="changed on two computers")
    run("assess", "correct", path, identity[:8], "--text", "甲、乙")
    assert told("assess", "list", path, "--disputed")["entries"] == []
    run(*move)


def test_operators_of_the_right_role(file, monkeypatch):
    monkeypatch.setenv("PINGYI_PIN", PIN)
    from desktop.store.survey_file import open_survey

    with open_survey(file, write=True) as survey:
        for who in ("clerk", "checker", "supervisor", "scrutineer"):
            register_operator(survey, who, name=who, roles=[who], pin=PIN)
    line = entered(file, "--as", "clerk")
    move = ("assess", "move", file, line, "--to")
    run(*move, "verified", "--as", "clerk", refused="clerk may not do this")
    run(*move, "verified", "--as", "checker")
    run(*move, "counted", "--as", "checker", refused="checker may not do this")
    run(*move, "counted", "--as", "supervisor")
    add = ("complaints", "add", file, "--unit", "A1", *COMPLAINT)
    run(*add, "--as", "scrutineer", refused="scrutineer may not do this")
    assert told("assess", "list", file)["entries"][0]["operator"] == "supervisor"


KINDS = (State, Kept, FindingState, FindingKind, ComplaintState, Handling, ComponentKind, Missing)


@pytest.mark.parametrize("code", [str(code) for kind in KINDS for code in kind])
def test_every_code_has_its_words_in_chinese(code, monkeypatch):
    assert code_words(code)
    monkeypatch.setenv("PINGYI_LANG", "zh_CN")
    assert not re.search("[a-z]", code_words(code))


ENGLISH = re.compile("[A-Za-z]{3,}")
CODES = re.compile(
    r"\b[0-9a-f]{8,64}\b|commend|title|criticise|talk|eligibility|rectify|heads|superior"
)


def test_what_people_read_is_chinese_throughout(failing, tmp_path, monkeypatch):
    """Commands print no English word but what was typed in, and codes of the rule set."""
    monkeypatch.setenv("PINGYI_LANG", "zh_CN")
    run("assess", "bands", failing, bands(tmp_path, ("A2", "不合格", None)))
    add = ("findings", "add", failing, "--unit", "A2", *FINDING, "--text", "打牌", *DAY)
    seen = told(*add)["line"][:8]
    complaint = ("complaints", "add", failing, "--unit", "A1", *COMPLAINT, *DAY)
    line = told(*complaint)["line"][:8]
    run("composite", "component", failing, "--code", "P", "--kind", "phone", "--name", "电话")
    for command in (
        ("assess", "standing", failing, *END),
        ("assess", "standing", failing, *END, "--unit", "A2"),
        ("assess", "list", failing),
        ("assess", "rules", failing),
        ("assess", "bands", failing),
        ("assess", "link", failing),
        ("assess", "seal", failing, "--check"),
        ("assess", "consequences", failing, *END),
        ("assess", "add", failing, "--unit", "A1", "--rule", "2-2"),
        ("findings", "step", failing, seen, "--to", "verified", *DAY),
        ("findings", "list", failing),
        ("findings", "report", failing, "--day", "2006-03-09"),
        ("complaints", "step", failing, line, "--to", "accepted", "--on", "2006-03-10"),
        ("complaints", "list", failing),
        ("complaints", "due", failing),
        ("complaints", "propose", failing),
        ("complaints", "terms", failing),
        ("complaints", "holidays", failing),
        ("composite", "weights", failing),
        ("composite", "table", failing, *END),
        ("assess", "confirm", failing, "--unit", "A2", "--rule", "rectify", *END_DAY),
        ("assess", "confirm", failing, "--unit", "A2", "--rule", "rectify", "--note", "已办"),
        ("assess", "unconfirm", failing, "--unit", "A2", "--rule", "rectify", "--reason", "误"),
        ("assess", "annul", failing, "--unit", "A1", "--reason", "不实", "--second", "监票人"),
        ("assess", "restore", failing, "--unit", "A1", "--reason", "查无实据"),
        ("complaints", "propose", failing, "--enter", "--office", "信访局"),
    ):
        shown = CODES.sub("", run(*command))
        assert not ENGLISH.search(shown), (command, shown)
