"""Tables of the year in and out: every refusal by its row, all or nothing, and the way back."""

import csv
from dataclasses import replace
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest
from openpyxl import Workbook, load_workbook
from openpyxl.worksheet.worksheet import Worksheet

from desktop.actions.bands_table import read_bands_table
from desktop.actions.composite import (
    ComponentComputedError,
    ComponentUnknownError,
    FigureWrongError,
    composite_setting,
    set_composite,
    set_figures,
)
from desktop.actions.consequences import former_bands, import_bands
from desktop.actions.deductions import enter_deduction, move_deduction
from desktop.actions.entry_table import import_entries, read_entry_table
from desktop.actions.errors import FileInvalidError
from desktop.actions.figures_table import read_figures_table
from desktop.actions.rule_sets import choose_rules, shipped_rules
from desktop.assess.composite import Component, ComponentKind
from desktop.assess.entry_heads import HEADS
from desktop.assess.ledger import Attachment, Entry, State
from desktop.assess.points import Facts
from desktop.assess.year import CompositeSetting
from desktop.papers.year import write_ledger
from desktop.papers.year_sources import YearSources
from desktop.store.ledger_queries import lines
from desktop.store.ledgers import DEDUCTIONS
from desktop.tally.letter import Letter
from desktop.words import CHINESE, ENGLISH, words_for
from tests.plans import small_plan
from tests.surveys import founded

PLAN = small_plan(
    [
        {"code": "A1", "name": "市教育局", "short": "教育局", "group": "G1"},
        {"code": "A2", "name": "市水务局", "group": "G1"},
        {"code": "A3", "name": "教育局窗口", "group": "G1", "parent": "A1"},
    ]
)
HEAD = "单位,细则,数量,应进/应办数,比率,分值,日期,依据提供单位,文号,案件,情况,理由,审批人,来源"
SHA = "ab" * 32


@pytest.fixture
def survey(tmp_path):
    with founded(tmp_path / "a.pingyi", PLAN) as held:
        choose_rules(held, shipped_rules("hundred-points"))
        yield held


def table(tmp_path: Path, *rows: str, head: str = HEAD) -> Path:
    path = tmp_path / "台账.csv"
    path.write_text("\n".join(["二〇〇六年扣分台账", head, *rows]), encoding="utf-8")
    return path


def read(survey, tmp_path, *rows, head=HEAD):
    return read_entry_table(survey, table(tmp_path, *rows, head=head)).entries


def refusals(survey, tmp_path, *rows, head=HEAD):
    with pytest.raises(FileInvalidError) as found:
        read(survey, tmp_path, *rows, head=head)
    return [problem.sentence() for problem in found.value.problems]


def test_rows_are_read_as_offices_write_them(survey, tmp_path):
    found = read(
        survey,
        tmp_path,
        "市教育局,1-1a,2,,,,2006年3月1日,市委办公室,督〔2006〕3号,,交办件,,,",
        "教育局,二行政审批事项应进未进行政服务中心的，按未进项数占应进项数的比例扣分,1,7,,,2006/4/2,,,,,,,",
        "A2,6-1,,,87.4%,,2006-12-20,领导小组办公室,,,,,,万人评议",
        "A2,5-1,,,,15分,2006.5.9,公安局,,,,情节较重,领导小组,",
    )
    assert found == (
        Entry("A1", "1-1a", Facts(2), "2006-03-01", "市委办公室", "督〔2006〕3号", text="交办件"),
        Entry("A1", "2-1", Facts(1, 7), "2006-04-02", "行政服务中心"),
        Entry(
            "A2", "6-1", Facts(rate=Fraction("87.4")), "2006-12-20", "领导小组办公室",
            source="万人评议",
        ),
        Entry(
            "A2", "5-1", Facts(amount=Fraction(15)), "2006-05-09", "公安局",
            reason="情节较重", approver="领导小组",
        ),
    )  # fmt: skip


@pytest.mark.parametrize(
    ("row", "refusal"),
    [
        ("市档案局,1-1a,1,,,,2006-03-01,市委办公室", 'lists no unit "市档案局"'),
        (",1-1a,1,,,,2006-03-01,市委办公室", "names no unit"),
        ("A1,9-9,1,,,,2006-03-01,市委办公室", 'has no rule "9-9"'),
        ("A1,一.1,1,,,,2006-03-01,市委办公室", "1-1a, 1-1b: write the code"),
        ("A1,1-1a,两,,,,2006-03-01,市委办公室", '"两" is no whole number'),
        ("A1,1-1a,0,,,,2006-03-01,市委办公室", "counts by 件次"),
        ("A1,1-1a,1,3,,,2006-03-01,市委办公室", "does not ask for 应进/应办数"),
        ("A1,1-1a,1,,12,,2006-03-01,市委办公室", "does not ask for 比率"),
        ("A1,1-1a,1,,,9,2006-03-01,市委办公室", "gives 9 points for each where rule 一.1 has 4"),
        ("A1,1-1a,1,,,,2006-02-30,市委办公室", '"2006-02-30" is no date'),
        ("A1,1-1a,1,,,,2006-03-01,某局", "comes from"),
        ("A1,2-1,,7,,,2006-03-01,行政服务中心", "takes a share"),
        ("A1,6-1,,,0.874,,2006-12-20,领导小组办公室,,,,,,评议", 'write "0.874" in per cent'),
        ("A1,6-1,,,87.4,,2006-12-20,领导小组办公室", "needs its source"),
        ("A1,5-1,,,,15,2006-05-09,公安局", "write the reason"),
        ("A1,5-1,,,,9,2006-05-09,公安局,,,,重,领导小组", "10 to 20 points"),
        ("A1,1-1a,1,,,,2006-03-01,市委办公室,,,\u202e反", "Field text"),
        ("A1,3-2c,,,0.1,,2006-03-01,信访局", 'write "0.1" in per cent'),
        ("A1,3-2c,2,,10%,,2006-03-01,信访局", "does not ask for 数量"),
        ("A1,6-1,3,,87.4,,2006-12-20,领导小组办公室,,,,,,评议", "does not ask for 数量"),
    ],
)
def test_every_refusal_is_named_by_its_row(survey, tmp_path, row, refusal):
    sound = "A2,1-1a,1,,,,2006-03-01,市委办公室,,,,,,"
    (said,) = refusals(survey, tmp_path, sound, row)
    assert said.startswith("4: ")
    assert refusal in said


def test_all_refusals_are_told_at_once_and_nothing_is_taken(survey, tmp_path):
    said = refusals(survey, tmp_path, "市档案局,9-9,两,,,,昨天,", "A1,1-1a,1,,,,2006-03-01,某局")
    assert [one.partition(":")[0] for one in said] == ["3", "3", "3", "3", "4"]
    assert lines(survey, DEDUCTIONS) == []


def test_two_columns_of_one_thing_must_agree(survey, tmp_path):
    head = "单位代码,单位名称,细则代码,条款,扣分,日期,依据提供单位"
    assert len(read(survey, tmp_path, "A1,市教育局,1-1a,,4,2006-03-01,市委办公室", head=head)) == 1
    said = refusals(
        survey, tmp_path,
        "A1,市水务局,1-1a,,4,2006-03-01,市委办公室",
        "A1,,1-1a,1-1b,4,2006-03-01,市委办公室",
        "A1,,1-1a,,5,2006-03-01,市委办公室",
        head=head,
    )  # fmt: skip
    for one, text in zip(said, ("two units", "two rules", "states 5 points"), strict=True):
        assert text in one


@pytest.mark.parametrize(
    ("field", "one", "other"),
    [
        ("count", "件数,2", "人次,3"),
        ("date", "日期,2006-03-01", "发生日期,2006-03-02"),
        ("document", "文号,1号", "依据文件,2号"),
        ("points", "扣分,4", "加减分,8"),
        ("text", "情况,迟到", "情况说明,早退"),
        ("case", "事项,甲", "事项,乙"),
        ("rate", "比率,10%", "百分比,20%"),
        ("attachments", "附件,甲", "附件,乙"),
    ],
)
def test_two_columns_of_one_field_that_differ_are_both_named(survey, tmp_path, field, one, other):
    day = "" if field == "date" else ",日期"
    head = f"单位,细则,依据提供单位,{one.split(',')[0]},{other.split(',')[0]}{day}"
    row = f"A1,1-1a,市委办公室,{one.split(',')[1]},{other.split(',')[1]},2006-03-01"
    (said,) = refusals(survey, tmp_path, row, head=head)
    assert said.startswith("3: ")
    for text in (*one.split(","), *other.split(",")):
        assert text in said
    same = f"A1,1-1a,市委办公室,{one.split(',')[1]},{one.split(',')[1]},2006-03-01"
    if field not in ("rate", "attachments"):
        assert len(read(survey, tmp_path, same, head=head)) == 1


def test_full_width_figures_are_figures(survey, tmp_path):
    (entry,) = read(survey, tmp_path, "Ａ１,１－１ａ,３,,,４,２００６－０３－０１,市委办公室")
    assert (entry.unit, entry.facts, entry.date) == ("A1", Facts(3), "2006-03-01")
    (entry,) = read(
        survey, tmp_path, "A1,6-1,,,８７．４％,,２００６年３月１日,领导小组办公室,,,,,,评议"
    )
    assert (entry.facts.rate, entry.date) == (Fraction("87.4"), "2006-03-01")
    (said,) = refusals(survey, tmp_path, "A1,6-1,,,０．８７４,,2006-03-01,领导小组办公室,,,,,,评议")
    assert "in per cent" in said
    assert "no whole number" in refusals(survey, tmp_path, "A1,1-1a,²,,,,2006-03-01,市委办公室")[0]


def test_what_a_header_lacks_is_named(survey, tmp_path):
    assert refusals(survey, tmp_path, "A1,1", head="单位,数量") == [
        "2: lacks the columns 细则, 日期: add them to this header"
    ]


def test_a_rate_that_a_sheet_shows_in_per_cent_is_taken(survey, tmp_path):
    heads = ("单位", "细则", "比率", "日期", "依据提供单位", "来源", "数量")
    path = workbook(
        tmp_path, heads,
        ("A1", "6-1", 0.865, "2006-12-20", "领导小组办公室", "评议", 1),
        ("A1", "3-2c", 0.1, "2006-06-01", "信访局", None, None),
    )  # fmt: skip
    book = load_workbook(path)
    for cell in book.worksheets[0]["C"]:
        cell.number_format = "0.0%"
    book.save(path)
    rates = [entry.facts.rate for entry in read_entry_table(survey, path).entries]
    assert rates == [Fraction("86.5"), Fraction(10)]


def test_twins_of_a_ledger_are_taken_where_it_is_read_into_an_empty_one(survey, tmp_path):
    for _ in range(2):
        enter_deduction(survey, ALL[0])
    sources = YearSources(survey, words_for(CHINESE), "2006-12-31", Letter())
    path = write_ledger(sources, tmp_path / "out.xlsx")
    with founded(tmp_path / "b.pingyi", PLAN, key="22" * 32) as other:
        choose_rules(other, shipped_rules("hundred-points"))
        assert len(read_entry_table(other, path).entries) == 2
    with pytest.raises(FileInvalidError):
        read_entry_table(survey, path)


def test_a_table_without_heads_or_rows_is_refused(survey, tmp_path):
    assert "names no columns: write 单位, 细则, 日期" in refusals(survey, tmp_path, head="甲,乙")[0]
    assert "no row stands below" in refusals(survey, tmp_path)[0]


def test_the_same_table_is_not_taken_twice(survey, tmp_path):
    row = "A1,1-1a,1,,,,2006-03-01,市委办公室,,甲案,,,,"
    (record,) = import_entries(survey, read(survey, tmp_path, row))
    assert "stands in the ledger already" in refusals(survey, tmp_path, row)[0]
    (line,) = lines(survey, DEDUCTIONS)
    assert (line.id, line.value.state) == (record.id, State.DRAFT)
    move_deduction(survey, line, State.WITHDRAWN)
    assert len(read(survey, tmp_path, row)) == 1


def test_cases_on_which_two_rules_meet_are_told_and_taken(survey, tmp_path):
    enter_deduction(survey, Entry("A1", "1-1a", Facts(), "2006-03-01", "市委办公室", case="甲案"))
    path = table(tmp_path, "A1,1-1b,1,,,,2006-03-01,市委办公室,,甲案,,,,")
    found = read_entry_table(survey, path)
    assert len(found.entries) == 1
    (warning,) = found.warnings
    assert "1-1a and 1-1b" in warning.sentence()


def test_many_rows_go_in_together_or_not_at_all(survey):
    entry = Entry("A1", "1-1a", Facts(), "2006-03-01", "市委办公室")
    with pytest.raises(Exception, match="choose one of its list"):
        import_entries(survey, [entry, replace(entry, rule="9-9")])
    assert lines(survey, DEDUCTIONS) == []


ALL = (
    Entry("A1", "1-1a", Facts(2), "2006-03-01", "市委办公室", "督〔2006〕3号", "甲案", "=1+1"),
    Entry("A1", "2-1", Facts(1, 7), "2006-04-02", "行政服务中心"),
    Entry(
        "A3", "4-3b", Facts(3), "2006-05-01", "监察局",
        attachments=(Attachment("照片 1.jpg", SHA), Attachment("记录.pdf", "0" * 64)),
    ),
    Entry("A2", "3-2c", Facts(rate=Fraction(12)), "2006-06-01", "信访局"),
    Entry("A1", "6-1", Facts(rate=Fraction(1, 2)), "2006-12-20", "领导小组办公室", source="评议"),
    Entry("A2", "6-1", Facts(rate=Fraction(200, 3)), "2006-12-20", "领导小组办公室", source="评议"),
    Entry(
        "A2", "5-1", Facts(2, amount=Fraction("12.5")), "2006-05-09", "公安局",
        text="第一行\n第二行", reason="重", approver="领导小组",
    ),
)  # fmt: skip


@pytest.mark.parametrize("language", [CHINESE, ENGLISH])
def test_what_is_written_is_read_back_as_it_was(survey, tmp_path, language):
    for entry in ALL:
        enter_deduction(survey, entry)
    withdrawn = replace(ALL[0], case="撤销案")
    record = enter_deduction(survey, withdrawn)
    (line,) = lines(survey, DEDUCTIONS, begins=record.id)
    move_deduction(survey, line, State.WITHDRAWN)
    sources = YearSources(survey, words_for(language), "2006-12-31", Letter())
    path = write_ledger(sources, tmp_path / "out.xlsx")
    assert [len(sheet["A"]) for sheet in load_workbook(path).worksheets] == [8, 2, 29]
    with founded(tmp_path / "b.pingyi", PLAN, key="22" * 32) as other:
        choose_rules(other, shipped_rules("hundred-points"))
        import_entries(other, read_entry_table(other, path).entries)
        found = [replace(line.value, states={}, rules="") for line in lines(other, DEDUCTIONS)]
    assert sorted(found, key=repr) == sorted(ALL, key=repr)


def test_every_head_is_a_head_of_one_field():
    heads = [head for names in HEADS.values() for head in names]
    assert len(heads) == len(set(heads))


def workbook(tmp_path: Path, *rows: tuple[Any, ...]) -> Path:
    book = Workbook()
    sheet = book.active
    assert isinstance(sheet, Worksheet)
    for row in rows:
        sheet.append(row)
    book.save(tmp_path / "t.xlsx")
    return tmp_path / "t.xlsx"


def test_last_years_bands_with_merged_and_renamed_units(survey, tmp_path):
    path = workbook(
        tmp_path,
        ("上年考评结果",),
        ("单位", "档次", "现单位"),
        ("市教育局", "优秀", None),
        ("市水利局", "不合格", "市水务局"),
        ("市水产局", "不合格", "A2"),
    )
    read = read_bands_table(survey, path, 2004, "上年通报")
    assert read.bands == {"A1": "excellent", "市水利局": "fail", "市水产局": "fail"}
    assert read.successors == {"市水利局": "A2", "市水产局": "A2"}
    import_bands(survey, read)
    assert former_bands(survey) == {"A1": "excellent", "A2": "fail"}


def test_bands_that_nobody_can_place_are_refused_by_row(survey, tmp_path):
    path = workbook(
        tmp_path,
        ("单位", "档次", "现单位"),
        ("市水利局", "优秀", None),
        ("市教育局", "特优", None),
        ("市教育局", "优秀", None),
        ("市教育局", "优秀", None),
        ("市水产局", "优秀", "无此单位"),
        ("市水务局", None, None),
    )
    with pytest.raises(FileInvalidError) as found:
        read_bands_table(survey, path, 2004, "")
    said = [problem.sentence() for problem in found.value.problems]
    assert [one.partition(":")[0] for one in said] == ["2", "3", "5", "6", "7"]
    texts = ("市水利局", "特优", "stands there already", "无此单位", "names no band")
    for one, text in zip(said, texts, strict=True):
        assert text in one


PARTS = (
    Component("assess", "百分制", ComponentKind.ASSESSMENT, Fraction(100), Fraction(1), {}, {}),
    Component("phone", "电话访问", ComponentKind.PHONE, Fraction(5), Fraction(1), {}, {}),
)


def test_figures_of_a_component_are_taken_over_with_where_they_are_from(survey, tmp_path):
    set_composite(survey, CompositeSetting(PARTS))
    path = workbook(tmp_path, ("单位", "得分"), ("市教育局", 4.5), ("A2", "3.8"), ("A3", None))
    figures = read_figures_table(survey.plan, path)
    assert figures == {"A1": Fraction("4.5"), "A2": Fraction("3.8")}
    set_figures(survey, "phone", figures, source="统计局", date="2006-11-20", sample=1200)
    held = composite_setting(survey).components[1]
    assert (held.figures, held.source, held.sample) == (figures, "统计局", 1200)
    more: dict[str, Any] = {"source": "", "date": "2006-11-20"}
    with pytest.raises(ComponentUnknownError, match="it has assess, phone"):
        set_figures(survey, "poll", figures, **more)
    with pytest.raises(ComponentComputedError):
        set_figures(survey, "assess", figures, **more)
    with pytest.raises(FigureWrongError, match="A1 the figure 6"):
        set_figures(survey, "phone", {"A1": Fraction(6)}, **more)


def test_figures_that_nobody_can_place_are_refused_by_row(survey, tmp_path):
    path = workbook(tmp_path, ("单位", "得分"), ("无", 4), ("A1", "好"), ("A1", 4), ("A1", 3))
    with pytest.raises(FileInvalidError) as found:
        read_figures_table(survey.plan, path)
    said = [problem.sentence() for problem in found.value.problems]
    assert [one.partition(":")[0] for one in said] == ["2", "3", "5"]
    path = workbook(tmp_path, ("单位", "得分"), ("A1", 6), ("A2", 4), ("A3", -1))
    with pytest.raises(FileInvalidError) as found:
        read_figures_table(survey.plan, path, Fraction(5))
    said = [problem.sentence() for problem in found.value.problems]
    assert [one[:8] for one in said] == ["2: gives", "4: gives"]
    assert read_figures_table(survey.plan, path)["A1"] == 6


def test_a_table_of_an_office_in_gb18030_is_read(survey, tmp_path):
    path = tmp_path / "t.csv"
    with path.open("w", encoding="gb18030", newline="") as file:
        csv.writer(file).writerows([("单位", "得分"), ("市教育局", "4.5")])
    assert read_figures_table(survey.plan, path) == {"A1": Fraction("4.5")}
