"""The workbook: numbers are numbers, texts are texts, and it prints as it should."""

import html
from decimal import Decimal
from fractions import Fraction
from io import BytesIO
from typing import Any
from zipfile import ZipFile

import openpyxl
import pytest

from desktop.report.workbook import workbook
from desktop.tally.numbers import ratio_text, rounded
from desktop.words import ENGLISH, words_for
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
from tests.unit.report.workbooks import loaded

FORBIDDEN = set("[]:*?/\\'")


@pytest.fixture
def book(tmp_path):
    return loaded(written(material(), tmp_path, "workbook"))


def column(sheet, heading):
    headings = [cell.value for cell in sheet[1]]
    at = headings.index(heading)
    return [row[at] for row in sheet.iter_rows(min_row=2)]


def values(sheet, heading):
    return [cell.value for cell in column(sheet, heading)]


def english(made) -> Any:
    packed = BytesIO()
    workbook(made, words_for(ENGLISH))(packed)
    return loaded(packed)


def test_it_has_a_sheet_for_every_table(book):
    assert book.sheetnames == [
        "说明", "总排名", "分类排名", "各渠道得分", "各项内容分等次票数", "分渠道票数",
        "各等次比例", "分类平均得分", "各渠道评议表份数", "收发与录入核对", "缺号与多号",
        "雷同票", "被评单位名单", "核对", "计分规则", "评议方案",
    ]  # fmt: skip


@pytest.mark.parametrize("language", ["zh", "en"])
def test_sheets_have_names_that_every_program_takes(book, language):
    made = material(totals=[outside("C2", "市城调队", 3000, 3000)])
    names = book.sheetnames if language == "zh" else english(made).sheetnames
    assert all(0 < len(name) <= 31 and not FORBIDDEN & set(name) for name in names)
    assert len({name.casefold() for name in names}) == len(names)


def test_scores_ranks_and_counts_are_numbers_with_the_exact_score_beside(book):
    made, sheet = material().results.agencies, book["总排名"]
    assert values(sheet, "名次") == [held.rank for held in made]
    scores = column(sheet, "得分")
    assert [Decimal(str(cell.value)) for cell in scores] == [Decimal(a.display or 0) for a in made]
    assert {cell.number_format for cell in scores} == {"0.0000_ "}
    exact = [ratio_text(held.score or Fraction()) for held in made]
    assert values(sheet, "精确得分") == exact
    assert {cell.data_type for cell in column(sheet, "满意率")} == {"n"}
    assert {cell.number_format for cell in column(sheet, "满意率")} == {"0.00%_ "}
    assert {cell.number_format for cell in column(sheet, "总票数")} == {"#,##0_ "}


def test_votes_stand_pooled_and_by_channel(book):
    pooled = list(book["各项内容分等次票数"].iter_rows(min_row=2, values_only=True))
    apart = list(book["分渠道票数"].iter_rows(min_row=2, values_only=True))
    assert len(pooled) == 3 * 2
    assert len(apart) == 3 * 2 * 2
    assert {row[0] for row in apart} == {"单位互评", "报纸读者评议"}
    # three grades, votes, and what is no vote
    assert [sum(row[at] for row in pooled) for at in range(4, 11)] == [
        sum(row[at] for row in apart) for at in range(4, 11)
    ]


def test_shares_and_means_are_those_of_the_charts(book):
    made = material().results.agencies
    first = made[0].dimensions
    votes = sum(held.counts.votes for held in first)
    share = Fraction(sum(held.counts.grades[0] for held in first), votes)
    assert str(values(book["各等次比例"], "满意")[0]) == rounded(share, 4)
    assert values(book["各等次比例"], "单位")[-1] == "全部单位"
    scores = [held.score for held in made if held.score is not None]
    mean = rounded(sum(scores, Fraction()) / len(scores), 4)
    assert Decimal(str(values(book["分类平均得分"], "平均得分")[0])) == Decimal(mean)
    assert values(book["分类平均得分"], "类别") == ["全部单位", "政府部门"]


def test_headings_that_stand_alone_say_what_they_count(book):
    headings = {sheet.title: [cell.value for cell in sheet[1]] for sheet in book}
    assert "内容1\n单项得分" in headings["总排名"]
    assert headings["各渠道得分"][4:7] == ["单位互评\n得分", "单位互评\n名次", "单位互评\n份数"]
    assert {"无效\n逾期", "无效票合计"} <= set(headings["收发与录入核对"])
    assert "合计" not in headings["收发与录入核对"]


def test_a_channel_that_counted_nothing_out_has_a_dash(book):
    issued = column(book["收发与录入核对"], "发放")
    assert [cell.value for cell in issued] == [100, "—", "—", "—", 100]
    assert issued[1].alignment.horizontal == "right"


def test_totals_taken_over_have_a_sheet_with_their_stated_forms(tmp_path):
    made = material(totals=[outside("C2", "市城调队", 3000, 3000)])
    book = loaded(written(made, tmp_path, "workbook"))
    _, *rows = book["汇总数导入"].iter_rows(values_only=True)
    assert rows == [("报纸读者评议", "市城调队", 2, 3000, 24)]
    # agencies' forms are then keyed ones and stated ones
    assert values(book["各渠道得分"], "报纸读者评议\n份数（含汇总数注明）") == [2, 3002, 3002]


def test_warnings_are_sentences_of_their_language(tmp_path):
    channels = [{"code": "C1", "name": "单位互评", "issued": 1}, {"code": "C2", "name": "报纸"}]
    made = material(small_plan(channels=channels))
    book = loaded(written(made, tmp_path, "workbook"))
    about = dict(book["说明"].iter_rows(min_row=2, values_only=True))
    assert about["提示"] == "单位互评发放 1 份，收回 4 份，须有签字说明。"


def test_no_name_is_a_formula_and_hostile_names_come_back_exactly(tmp_path):
    plan = hostile_plan("#N/A", "1234", "x_x0041_y", "表情😀局")
    made = material(plan, blank_forms(plan))
    book = loaded(written(made, tmp_path, "workbook"))
    for sheet in ("总排名", "分类排名", "分渠道票数", "各等次比例", "被评单位名单"):
        names = column(book[sheet], "单位")
        found = {cell.value for cell in names}
        assert {name[:200] for name in HOSTILE} | {"#N/A", "1234", "表情😀局"} <= found
        # what Excel would read as an escaped A is escaped itself
        assert "x_x005F_x0041_y" in found
        assert {cell.data_type for cell in names} == {"s"}
        assert all(cell.quotePrefix for cell in names if cell.value[0] in "=+-@")


def test_heads_and_names_stay_filters_stand_and_pages_fit(book):
    for sheet in book:
        assert sheet.page_setup.paperSize == 9
        assert sheet.page_setup.fitToHeight == 0
        assert sheet.sheet_properties.pageSetUpPr.fitToPage
        assert sheet.print_title_rows == "$1:$1"
        assert sheet.oddHeader.left.text == "评议"
        assert sheet.oddHeader.center.text == f"统计表·{sheet.title}"
        assert sheet.oddHeader.right.text == "正式·第1版·未封存"
        assert sheet.oddFooter.left.text == f"结果校验码：{HASH}"
        assert sheet.oddFooter.right.text == "第&P页 共&N页"
        assert not sheet.protection.sheet
    ranking = book["总排名"]
    assert ranking.freeze_panes == "D2"
    assert ranking.print_title_cols == "$A:$C"
    assert ranking.auto_filter.ref == f"A1:{ranking.cell(1, ranking.max_column).coordinate[:-1]}4"


def test_pages_stand_upright_unless_the_table_is_wide(tmp_path):
    path = written(material(small_plan(3, 6), []), tmp_path, "workbook")
    book = loaded(path)
    assert book["总排名"].page_setup.orientation == "landscape"
    assert book["计分规则"].page_setup.orientation == "portrait"


def test_filters_and_sorting_leave_lines_of_totals_where_they_are(book):
    for sheet, total in (("收发与录入核对", "合计"), ("各等次比例", "全部单位")):
        last = book[sheet].max_row
        assert total in [cell.value for cell in book[sheet][last]]
        assert book[sheet].auto_filter.ref.endswith(str(last - 1))


def test_columns_for_the_screen_alone_are_not_printed(book):
    for sheet in book:
        _, last = sheet.print_area.split(":")
        printed = openpyxl.utils.column_index_from_string(last.split("$")[1])
        beside = [cell.value for cell in sheet[1]][printed:]
        assert not any(name.startswith("核对：") for name in [c.value for c in sheet[1]][:printed])
        assert all("核对" in it or "序号" in it or "精确" in it or "复算" in it or "计入" in it
                   or "小计" in it for it in beside)  # fmt: skip


def test_a_wide_table_takes_several_pages_across(tmp_path):
    channels = [{"code": f"C{at}", "name": f"第{at:02d}号评议渠道"} for at in range(1, 31)]
    made = material(small_plan(channels=channels))
    book = loaded(written(made, tmp_path, "workbook"))
    assert book["各渠道得分"].page_setup.fitToWidth > 1
    assert book["总排名"].page_setup.fitToWidth == 1


def test_the_best_and_the_last_have_the_band_of_the_paper(tmp_path):
    plan = small_plan(3, 1, cut={"top": 1, "bottom": 1})
    made = material(plan, [("C1", "B001", [("", "123")])])
    book = loaded(written(made, tmp_path, "workbook"))
    shades = [cell.fill.fgColor.rgb for cell in column(book["总排名"], "单位")]
    assert shades == ["00E9E9E9", "00000000", "00E9E9E9"]


def test_columns_are_wide_enough_for_hanzi_and_rows_high_enough_for_lines(tmp_path):
    plan = small_plan([{"code": "A001", "name": "市机构编制委员会办公室" * 6, "group": "G1"}], 1)
    book = loaded(written(material(plan, blank_forms(plan)), tmp_path, "workbook"))
    sheet = book["总排名"]
    assert sheet.column_dimensions["C"].width == 48
    # 132 letters in 46 are three lines
    assert sheet.row_dimensions[2].height == 17 + 2 * 14
    assert book["说明"].column_dimensions["B"].width > 64


def test_a_title_with_an_ampersand_is_no_print_code(tmp_path):
    made = material(small_plan(title="甲&P乙"), [])
    book = loaded(written(made, tmp_path, "workbook"))
    assert "甲&&P乙" in book["总排名"].oddHeader.left.text


def test_a_long_title_is_left_out_of_the_head_of_pages(tmp_path):
    made = material(small_plan(title="评" * 200), [], mode="drill")
    path = written(made, tmp_path, "workbook")
    with ZipFile(path) as archive:
        heads = archive.read("xl/worksheets/sheet2.xml").decode()
    assert "评评" not in loaded(path)["总排名"].oddHeader.left.text
    assert "oddHeader" in heads


def test_a_drill_says_so_in_every_head_and_on_the_first_sheet(tmp_path):
    made = material(mode="drill")
    path = written(made, tmp_path, "workbook")
    book = loaded(path)
    with ZipFile(path) as archive:
        for number, _ in enumerate(book, 1):
            sheet = archive.read(f"xl/worksheets/sheet{number}.xml")
            # its size, itself, and the smaller size of the survey's name
            assert "&L&16 演练  &8 评议&C" in html.unescape(sheet.decode())
    assert dict(book["说明"].iter_rows(min_row=2, values_only=True))["模式"] == "演练"


def test_no_clock_is_in_it(tmp_path):
    with ZipFile(written(material(), tmp_path, "workbook")) as archive:
        assert {entry.date_time[0] for entry in archive.infolist()} == {1980}
        assert archive.read("docProps/core.xml").count(b">1980-01-01T00:00:00Z<") == 2


def test_it_says_what_it_belongs_to_and_leads_to_every_sheet(book):
    about = dict(book["说明"].iter_rows(min_row=2, values_only=True))
    assert about["结果校验码（SHA-256）"] == HASH
    assert about["模式"] == "正式"
    assert about["版次"] == 1
    links = [cell.hyperlink.location for (cell, _) in book["说明"].iter_rows() if cell.hyperlink]
    assert links == [f"'{name}'!A1" for name in book.sheetnames[1:]]


def test_the_plan_stands_in_it_with_its_values(tmp_path):
    plan = small_plan(scoring={"cap": "20", "display": {"scale": "10/11", "decimals": 2}})
    book = loaded(written(material(plan), tmp_path, "workbook"))
    rows = list(book["评议方案"].iter_rows(min_row=2, values_only=True))
    assert rows[0][:4] == ("等次", "1", "满意", 22)
    assert ("单项封顶", 20) in [(row[2], row[3]) for row in rows]
    names = {name: book.defined_names[name].attr_text for name in book.defined_names}
    sheet, cell = names["单项封顶"].replace("$", "").split("!")
    assert (sheet, book["评议方案"][cell].value) == ("'评议方案'", 20)
    assert book["评议方案"][names["折合系数"].replace("$", "").split("!")[1]].value == 10 / 11
    assert book["评议方案"][names["分值_2"].replace("$", "").split("!")[1]].value == 17


def test_empty_tables_say_so(book):
    assert values(book["缺号与多号"], "批次") == ["（无）"]
