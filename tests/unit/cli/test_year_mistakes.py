"""The commands of the year in clumsy hands: nothing is lost, and the sentence says what to do."""

import pytest
from openpyxl import Workbook

from desktop.store.verification import verify_survey
from tests.unit.cli.test_year import (
    COMPLAINT,
    DAY,
    FINDING,
    bands,
    counted,
    empty,
    entered,
    failing,
    file,
    run,
    told,
)

__all__ = ["empty", "failing", "file"]


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
    copy.write_text("改过", "utf-8")
    added = ("assess", "rules", file, "--choose", "added-points", "--copy", copy)
    run(*added, refused="name a new file for the copy")
    assert copy.read_text("utf-8") == "改过"
    assert "一.1" in run("assess", "rules", file)


def test_an_export_gives_way_to_the_next_and_nothing_else_does(file, tmp_path, monkeypatch):
    out, csv, other = (tmp_path / name for name in ("台账.xlsx", "台账.csv", "别的.XLSX"))
    other.write_text("别的", "utf-8")
    export = ("assess", "export", file, "--out")
    run(*export, csv, refused="let it end in .xlsx")
    run(*export, other, refused="holds no exported ledger")
    Workbook().save(other)
    before = other.read_bytes()
    run(*export, other, refused="holds no exported ledger")
    assert other.read_bytes() == before
    run(*export, out)
    monkeypatch.setenv("PINGYI_LANG", "zh_CN")
    run(*export, out)
    run(*export, out)


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
    run("findings", "draft", file, made, "--rule", "4-4", "--office", "监察局")
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
    run(*take, refused="3: gives 6, which is below 0 or above the full mark 5")
    assert told("composite", "weights", file)["components"][0]["figures"] == 0


def test_weights_that_add_up_to_nothing_are_refused_when_they_are_set(file):
    for code in ("phone", "poll"):
        run("composite", "component", file, "--code", code)
    weights = ("composite", "weights", file)
    run(*weights, "phone=0", "poll=0", refused="group G1 add up to nothing")
    run(*weights, "phone=0", "poll=0", "--group", "G1", refused="group G1 add up to nothing")
    assert [it["weight"] for it in told(*weights)["components"]] == ["1", "1"]
    run(*weights, "phone=0")


def test_a_holiday_table_is_taken_whole_or_not_at_all(file, tmp_path):
    table = tmp_path / "放假.txt"
    take = ("complaints", "holidays", file, "--from", table)
    table.write_text("2006-05-01—2006-05-03\n2006年10月1日至2006年10月3日\n＋2006-04-29\n", "utf-8")
    found = told(*take)
    assert (len(found["free"]), found["worked"]) == (6, ["2006-04-29"])
    table.write_text(" \n", "utf-8")
    run(*take, refused="holds no day")
    table.write_text("五一\n2006-05-01\n十一\n", "utf-8")
    run(*take, refused='Line 1 of the holiday table, "五一"')
    run(*take, refused='3: "十一" is no day and no range')
    assert told("complaints", "holidays", file) == found


def test_every_day_that_is_typed_is_one_of_the_calendar(failing):
    no_day = ("2006-02-30", "2月30日")
    line = told("findings", "add", failing, "--unit", "A1", *FINDING, "--text", "脱岗", *DAY)[
        "line"
    ]
    case = told("complaints", "add", failing, "--unit", "A1", *COMPLAINT, *DAY)["line"]
    entry = entered(failing)
    confirm = ("assess", "confirm", failing, "--unit", "A2", "--rule", "rectify")
    pledge = ("--unit", "A1", "--text", "三日办结", "--indicator", "抽查")
    for command in (
        ("findings", "correct", failing, line, "--found"),
        ("complaints", "correct", failing, case, "--received"),
        ("assess", "correct", failing, entry, "--date"),
        ("assess", "add", failing, "--unit", "A1", "--rule", "2-2", "--date"),
        (*confirm, "--deadline"),
        (*confirm, "--done"),
        ("pledges", "add", failing, *pledge, "--due"),
        ("requests", "add", failing, *pledge[:4], "--by", "座谈会", "--due"),
    ):
        for day in no_day:
            run(*command, day, refused=f'"{day}" is no date')


def test_a_unit_is_meant_by_its_name_too(file):
    entered(file, unit="市水务局")
    run("assess", "list", file, "--unit", "水务", refused='no agency "水务"')
    (held,) = told("assess", "list", file, "--unit", "市水务局")["entries"]
    assert held["unit"] == "A2"
    of = ("--unit", "市水务局", "--text", "三日办结")
    run("pledges", "add", file, *of, "--indicator", "抽查", "--due", "2006-06-30")
    run("requests", "add", file, *of, "--by", "座谈会", *DAY)
    run("findings", "add", file, *of, *FINDING, *DAY)
    run("complaints", "add", file, *COMPLAINT, *of, *DAY, code=2)  # --text twice
    run("complaints", "add", file, *of[:2], *COMPLAINT, *DAY)
    for ledger in ("pledges", "requests", "findings", "complaints"):
        (held,) = told(ledger, "list", file, "--unit", "A2")[ledger]
        assert told(ledger, "list", file, "--unit", "市水务局")[ledger] == [held]
    units = told("assess", "standing", file, "--unit", "市水务局")["units"]
    assert [row["unit"] for row in units] == ["A2"]


def test_lists_tell_their_lines_apart(file):
    for who, text in (("张三", "窗口无人接待，电话也无人接听"), ("李四", "超" * 40)):
        given = ("--channel", "热线", "--kind", "咨询", "--handling", "own", "--complainant", who)
        run("complaints", "add", file, "--unit", "A1", *given, "--text", text, *DAY)
    for command in ("list", "due"):
        shown = run("complaints", command, file)
        for part in ("张三", "李四", "窗口无人接待，电话也无人接听", "超" * 23 + "…"):
            assert part in shown
    entered(file, "--count", "7", "--document", "督〔2006〕9号")
    entered(file, "--due", "9", "--count", "4", rule="2-1", office="行政服务中心")
    entered(file, "--rate", "12.5", rule="3-2c", office="信访局")
    shown = run("assess", "list", file)
    for part in ("督〔2006〕9号", " 7 ", "4/9", "12.50%"):
        assert part in shown
    counted(file, "--document", "通报", unit="A3", rule="4-3b", office="监察局")
    shown = run("assess", "standing", file, "--unit", "A1", "--day", "2006-12-31")
    assert "教育局窗口" in shown


def test_a_rule_set_shows_how_far_its_points_go(file):
    shown = run("assess", "rules", file)
    for text in ("-10.00 to -20.00", "up to -30.00"):
        assert text in shown


def test_what_is_confirmed_is_told_by_its_names(failing):
    of = (failing, "--unit", "A2", "--rule", "rectify")
    undone = ("assess", "unconfirm", *of, "--reason", "重新认定")
    run(*undone, refused="is not confirmed for 市水务局")
    said = run("assess", "confirm", *of, "--on", "2006-12-31")
    assert said.startswith("Confirmed for 市水务局")
    assert "rectify" not in said
    said = run("assess", "confirm", *of, "--document", "整改1号")
    assert said.startswith("Added for 市水务局")
    said = run(*undone, "--on", "2007-01-02")
    assert said.startswith("Taken back for 市水务局")
    assert "rectify" not in said


def test_last_years_bands_outlive_another_rule_set(empty, tmp_path):
    run("assess", "rules", empty, "--choose", "hundred-points")
    run("assess", "bands", empty, bands(tmp_path, ("A1", "优秀", None)))
    run("assess", "rules", empty, "--choose", "added-points")
    assert "The rule set has no such band: excellent." in run("assess", "bands", empty)
    run("assess", "bands", empty, tmp_path / "上年.xlsx", "--year", "2003", refused="of 2004")
