"""The workbook: numbers are numbers, texts are texts, and it prints as it should."""

from decimal import Decimal
from fractions import Fraction
from typing import Any
from zipfile import ZipFile

import openpyxl
import pytest

from desktop.tally.numbers import ratio_text
from tests.plans import small_plan
from tests.unit.report.samples import (
    HASH,
    HOSTILE,
    blank_forms,
    hostile_plan,
    material,
    outside,
    written,
)


@pytest.fixture
def book(tmp_path):
    return openpyxl.load_workbook(written(material(), tmp_path, "workbook"))


def column(sheet, heading):
    headings = [cell.value for cell in sheet[1]]
    at = headings.index(heading)
    return [row[at] for row in sheet.iter_rows(min_row=2)]


def test_it_has_a_sheet_for_every_table(book):
    assert book.sheetnames == [
        "总排名", "分类排名", "各渠道得分", "各项内容分等次票数", "收发与录入核对",
        "缺号与多号", "雷同票", "计分规则", "说明",
    ]  # fmt: skip


def test_scores_ranks_and_counts_are_numbers_with_the_exact_score_beside(book):
    made, sheet = material().results.agencies, book["总排名"]
    assert [cell.value for cell in column(sheet, "名次")] == [held.rank for held in made]
    scores = column(sheet, "得分")
    assert [Decimal(str(cell.value)) for cell in scores] == [Decimal(a.display or 0) for a in made]
    assert {cell.number_format for cell in scores} == {"0.0000"}
    exact = [ratio_text(held.score or Fraction()) for held in made]
    assert [cell.value for cell in column(sheet, "精确得分")] == exact
    assert {cell.data_type for cell in column(sheet, "满意率")} == {"n"}


def test_counts_are_long_pooled_and_by_channel(book):
    rows = list(book["各项内容分等次票数"].iter_rows(min_row=2, values_only=True))
    assert len(rows) == 3 * 2 * (1 + 2)
    assert {row[0] for row in rows} == {"各渠道合计", "单位互评", "报纸读者评议"}
    pooled = [row for row in rows if row[0] == "各渠道合计"]
    apart = [row for row in rows if row[0] != "各渠道合计"]
    assert [sum(row[at] for row in pooled) for at in range(4, 12)] == [
        sum(row[at] for row in apart) for at in range(4, 12)
    ]


def test_headings_that_stand_alone_say_what_they_count(book):
    headings = {sheet.title: [cell.value for cell in sheet[1]] for sheet in book}
    assert "单项得分：内容1" in headings["总排名"]
    assert headings["各渠道得分"][4:7] == ["单位互评·得分", "单位互评·名次", "单位互评·份数"]
    assert {"无效：逾期", "无效票合计"} <= set(headings["收发与录入核对"])
    assert "合计" not in headings["收发与录入核对"]


def test_a_channel_that_counted_nothing_out_has_a_dash(book):
    issued = column(book["收发与录入核对"], "发放")
    assert [cell.value for cell in issued] == [100, "—", "—", "—"]
    assert issued[1].alignment.horizontal == "right"


def test_totals_taken_over_have_a_sheet_with_their_stated_forms(tmp_path):
    made = material(totals=[outside("C2", "市城调队", 3000, 3000)])
    book = openpyxl.load_workbook(written(made, tmp_path, "workbook"))
    _, *rows = book["汇总数导入"].iter_rows(values_only=True)
    assert rows == [("报纸读者评议", "市城调队", 2, 3000, 24)]
    # agencies' forms are then keyed ones and stated ones
    forms = column(book["各渠道得分"], "报纸读者评议·份数（含汇总数注明）")
    assert [cell.value for cell in forms] == [2, 3002, 3002]


def test_warnings_are_sentences_of_their_language(tmp_path):
    channels = [{"code": "C1", "name": "单位互评", "issued": 1}, {"code": "C2", "name": "报纸"}]
    made = material(small_plan(channels=channels))
    book = openpyxl.load_workbook(written(made, tmp_path, "workbook"))
    *_, (item, told) = book["说明"].iter_rows(values_only=True)
    assert item == "提示"
    assert told == "单位互评发放 1 份，收回 4 份，须有签字说明。"


def test_no_cell_is_a_formula_and_hostile_names_come_back_exactly(tmp_path):
    plan = hostile_plan("#N/A", "1234", "x_x0041_y")
    made = material(plan, blank_forms(plan))
    book = openpyxl.load_workbook(written(made, tmp_path, "workbook"))
    cells = [cell for sheet in book for row in sheet.iter_rows() for cell in row]
    assert {cell.data_type for cell in cells} <= {"n", "s"}
    names = column(book["总排名"], "单位")
    found = {cell.value for cell in names}
    assert {name[:200] for name in HOSTILE} | {"#N/A", "1234"} <= found
    # what Excel would read as an escaped A is escaped itself
    assert "x_x005F_x0041_y" in found
    assert all(cell.quotePrefix for cell in names if cell.value[0] in "=+-@")


def test_heads_stay_filters_stand_and_pages_fit(book):
    for sheet in book:
        assert sheet.freeze_panes == "A2"
        assert sheet.page_setup.orientation == "landscape"
        assert sheet.page_setup.fitToWidth == 1
        assert sheet.page_setup.fitToHeight == 0
        assert sheet.sheet_properties.pageSetUpPr.fitToPage
        assert sheet.print_title_rows == "$1:$1"
        assert "评议·统计表·正式·第1版·未封存" in sheet.oddHeader.center.text
        assert sheet.oddFooter.center.text == "第&P页 共&N页"
    assert book["总排名"].auto_filter.ref == "A1:L4"


def test_columns_are_wide_enough_for_hanzi(tmp_path):
    plan = small_plan([{"code": "A001", "name": "市机构编制委员会办公室", "group": "G1"}], 1)
    book = openpyxl.load_workbook(written(material(plan, blank_forms(plan)), tmp_path, "workbook"))
    assert book["总排名"].column_dimensions["C"].width >= 22


def test_a_title_with_an_ampersand_is_no_print_code(tmp_path):
    made = material(small_plan(title="甲&P乙"), [])
    book: Any = openpyxl.load_workbook(written(made, tmp_path, "workbook"))
    assert "甲&&P乙" in book["总排名"].oddHeader.center.text


def test_no_clock_is_in_it(tmp_path):
    with ZipFile(written(material(), tmp_path, "workbook")) as archive:
        assert {entry.date_time[0] for entry in archive.infolist()} == {1980}
        assert archive.read("docProps/core.xml").count(b">1980-01-01T00:00:00Z<") == 2


def test_it_says_what_it_belongs_to(book):
    about = dict(book["说明"].iter_rows(min_row=2, values_only=True))
    assert about["结果校验码（SHA-256）"] == HASH
    assert about["模式"] == "正式"
    assert about["版次"] == 1
