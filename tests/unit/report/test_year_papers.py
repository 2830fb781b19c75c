"""考评排名, 半月报, 登记册, 综合评价表, 结果运用: figures, lists over pages, strange texts."""

import re
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from desktop.assess.complaints import Handling, SentBack
from desktop.assess.composite import Missing, composite
from desktop.assess.documents import YearBook
from desktop.report.complaint_register import write_complaint_register
from desktop.report.composite_table import write_composite_table
from desktop.report.consequence_list import consequence_table, write_consequence_list
from desktop.report.fonts import GlyphMissingError
from desktop.report.half_month import write_half_month
from desktop.report.table import Kind
from desktop.report.year_parts import Told
from desktop.report.year_sheet import write_year_sheets
from desktop.report.year_standing import write_year_standing
from desktop.report.year_workbook import write_year_workbook
from tests.unit.assess.samples import shipped
from tests.unit.report.samples import HOSTILE, ZH, pages_of, squeezed, text_of
from tests.unit.report.sheets import EN, FOREIGN, LONG, inside, largest_text, named
from tests.unit.report.years import (
    FALSIFIED,
    SMALL,
    TERMS,
    assessment,
    book,
    city,
    complaint,
    complaints,
    composite_book,
    consequences_book,
    entry,
    finding,
    findings,
    units,
    year,
)

JUNE = year(day="2006-06-30")


def strange():
    """A year whose every name and text is hostile."""
    held = year(units=units(*HOSTILE, groups=HOSTILE[:2]), day="2006-06-30")
    made = assessment(
        *(entry("A001", "5-4", "2006-06-01", count=5, text=text) for text in HOSTILE), of=held,
        void=[replace(FALSIFIED, unit="A003", reason=f"{LONG}😀", second=LONG)],
    )  # fmt: skip
    found = [
        finding("A002", "2006-06-20", f"{text}😀", inspector=text) for text in (*HOSTILE, LONG)
    ]
    came = [
        complaint("A002", "2006-03-01", text=f"{text}😀", channel=text, kind=text, complainant=text)
        for text in (*HOSTILE, LONG)
    ]
    return replace(
        book(made),
        findings=findings(*found, of=held),
        complaints=complaints(*came, of=held),
        composite=composite_book(held),
        consequences=consequences_book(made, A001="fail", A002=LONG),
    )


PAPERS: dict[str, tuple[Callable[..., Path], Callable[[YearBook], Any], str]] = {
    "考评排名": (write_year_standing, lambda made: made.assessment, "Assessment ranking"),
    "明察暗访半月报": (
        write_half_month, lambda made: made.findings, "Half-month report of inspections",
    ),
    "投诉件登记册": (
        write_complaint_register, lambda made: made.complaints, "Register of complaints",
    ),
    "综合评价表": (write_composite_table, lambda made: made.composite, "Composite evaluation"),
    "考评结果运用": (
        write_consequence_list, lambda made: made.consequences, "What follows from the assessment",
    ),
}  # fmt: skip
EACH = pytest.mark.parametrize("name", PAPERS)


def paper(name, tmp_path, made=None, words=ZH, **changes):
    write, part, _ = PAPERS[name]
    return write(part(made or book()), tmp_path, **named(words=words, **changes))


@EACH
def test_hostile_texts_are_printed_as_text_inside_the_margins(name, tmp_path):
    path = paper(name, tmp_path, strange(), title=LONG)
    assert inside(path)
    text = text_of(path)
    assert "[U+000A]" not in text
    assert squeezed(HOSTILE[1]) in text
    assert squeezed(HOSTILE[0].partition("\n")[2]) in text


@EACH
def test_a_name_that_no_font_draws_is_refused_before_a_byte_is_written(name, tmp_path):
    with pytest.raises(GlyphMissingError):
        paper(name, tmp_path / "new", title=FOREIGN)
    assert not (tmp_path / "new").exists()


@EACH
@pytest.mark.parametrize(("mode", "across"), [("official", ""), ("drill", "演练")])
def test_a_drill_says_so_across_every_page(name, tmp_path, mode, across):
    assert largest_text(paper(name, tmp_path, mode=mode)) == {across}


@EACH
def test_it_is_called_the_same_on_paper_and_on_the_disk(name, tmp_path):
    path = paper(name, tmp_path)
    assert path.stem.split("-")[0] == name
    assert name in text_of(path)
    english = paper(name, tmp_path, words=EN)
    assert english.stem.startswith(PAPERS[name][-1])
    text = "".join(pages_of(english)).replace("机关作风效能百分制考评细则", "")
    assert "Signatures" in text


@EACH
def test_long_lists_go_on_under_their_heads_with_numbered_pages(name, tmp_path):
    pages = [squeezed(page) for page in pages_of(paper(name, tmp_path, book(city(120, 600))))]
    assert len(pages) > 3
    for at, page in enumerate(pages, 1):
        assert f"第{at}页共{len(pages)}页" in page
    assert sum("（续）" in page for page in pages[1:]) >= len(pages) - 3


def test_the_ranking_names_chapters_bands_and_void_units(tmp_path):
    made = replace(book(), assessment=assessment(void=[FALSIFIED]))
    text = text_of(paper("考评排名", tmp_path, made))
    assert "一二三四五六合计" in text
    assert "3市水务局政府部门—4.29—3.00—2.009.2990.7190.71优秀" in text
    assert "—市公安局直属单位——————————作废" in text
    assert "市公安局2006-12-28伪造满意率李副主任" in text
    assert (
        "一：“对领导交办的工作任务未按时完成的”等4条；二：“行政审批事项应进未进行政服务中心的”"
        in text
    )
    assert "六：“部门和重点科室评议满意率低于90%的”等2条。" in text
    assert "本排名依据经逐条核对的扣分台账计算。" in text
    assert "优秀90分及以上321" in text
    assert "合计431" in text


def test_ties_floors_and_vetoes_are_remarked(tmp_path):
    lines = (entry("A001", "5-4", count=12), entry("A002", "4-6"), entry("A003", "4-5"))
    text = text_of(paper("考评排名", tmp_path, replace(book(), assessment=assessment(*lines))))
    assert "-20.000.00不合格按上下限计" in text
    assert "99.0099.00优秀并列" in text
    other = assessment(entry("A001", "D2"), of=year(shipped("added-points")))
    text = text_of(paper("考评排名", tmp_path, replace(book(), assessment=other)))
    assert "90.0090.00末等并列、一票否决" in text
    assert "加减分" in text


def test_disputed_lines_of_the_ledger_are_named(tmp_path):
    made = assessment(*SMALL, disputed=(1, 3))
    numbers = "、".join(made.entries[at].number for at in (1, 3))
    text = text_of(paper("考评排名", tmp_path, replace(book(), assessment=made)))
    assert f"核定之前不计入的记录：{numbers}。" in text


def half_month(tmp_path, *found, **how):
    made = findings(*found, of=JUNE, **how)
    return text_of(paper("明察暗访半月报", tmp_path, replace(book(), findings=made)))


def test_the_half_month_counts_units_kinds_and_what_is_open(tmp_path):
    open_one = {"fed_back": "2006-06-18", "due": "2006-06-25"}
    text = half_month(
        tmp_path,
        finding("A001", "2006-06-16", **open_one),
        finding("A001", "2006-06-30", "窗口无人"),
        finding("A002", "2006-06-20", fed_back="2006-06-21", closed="2006-06-28"),
        finding("A003", "2006-06-15", "迟到早退", fed_back="2006-06-16", due="2006-07-16"),
        finding("A004", "2006-05-02", "玩游戏", closed="2006-06-28"),
        finding("A005", "2006-07-01"),
    )
    assert "2006年6月16日至2006年6月30日" in text
    assert "本期明察暗访发现问题3个，涉及单位2个。" in text
    assert "以前各期尚未销号的问题1个。" in text
    assert "截至2006年6月30日，逾期未整改的问题1个。" in text
    assert "市水务局211001" in text
    assert "合计311011" in text
    assert "打牌闲聊游戏32" in text
    assert "离退休专职32" in text
    assert "市档案馆" not in text
    before = text.partition("以前各期尚未销号序号")[2]
    assert "迟到早退张晓红已反馈限2006-07-16前" in before
    assert "玩游戏" not in text


def test_what_is_overdue_of_earlier_half_months_is_listed_once(tmp_path):
    late = finding("A001", "2006-05-02", "玩游戏", fed_back="2006-05-03", due="2006-06-03")
    text = half_month(tmp_path, late)
    assert text.count("玩游戏张晓红逾期限2006-06-03前") == text.count("玩游戏") == 1
    assert "没有其他未销号的问题。" in text


TOLD = {"fed_back": "2006-06-21", "due": "2006-07-21"}


@pytest.mark.parametrize(
    ("found", "said"),
    [
        ([finding("A001", "2006-06-20", **TOLD), finding("A002", "2006-05-02", **TOLD)], True),
        ([finding("A001", "2006-06-20", **TOLD), finding("A002", "2006-06-20")], False),
        ([finding("A001", "2006-06-20", **TOLD), finding("A002", "2006-05-02")], False),
        ([], False),
    ],
)
def test_nobody_signs_that_he_fed_back_what_still_waits_for_it(tmp_path, found, said):
    text = half_month(tmp_path, *found)
    assert ("以上问题已向有关单位反馈。" in text) == said
    assert ("以上各项均已核对。" in text) == (not said)


def test_a_disputed_finding_is_counted_nowhere(tmp_path):
    text = half_month(tmp_path, finding("A001", "2006-06-20"), disputed=(0,))
    assert "发现问题0个，涉及单位0个" in text
    assert "核定之前不计入的记录：" in text
    assert "本期没有发现问题。" in text


def register(tmp_path, *came, **how):
    made = complaints(*came, of=JUNE, **how)
    return text_of(paper("投诉件登记册", tmp_path, replace(book(), complaints=made)))


def test_what_is_overdue_stands_first_the_longest_before_the_others(tmp_path):
    text = register(
        tmp_path,
        complaint("A001", "2006-06-12"),
        complaint("A002", "2006-05-08", handling=Handling.FORWARDED),
        complaint("A003", "2006-06-29"),
        complaint("A004", "2006-05-10", accepted="2006-05-11", finished="2006-05-20"),
    )
    head = text.partition("投诉件办理情况")[0]
    assert text.count("截至2006年6月30日逾期的投诉件") == 1
    assert "12006-05-08市教育局转办窗口无人应受理2006-05-1546" in head
    assert head.index("市教育局") < head.index("市公安局") < head.index("市水务局")
    assert "市地方税务局" not in head
    assert "应答复2006-06-0129" in head
    assert "热线430103" in text


def test_the_register_tells_deadlines_extensions_and_sendings_back(tmp_path):
    text = register(
        tmp_path,
        complaint(
            "A001", "2006-05-08", complainant="", accepted="2006-05-17", finished="2006-06-10",
            extended="2006-06-20", extension="案情复杂", result="已整改",
            sent_back=(SentBack("2006-06-01", "2006-05-30"),),
        ),
    )  # fmt: skip
    assert "匿名交办2006-05-152006-05-172006-06-222006-06-10已办结" in text
    assert "已整改延期至2006-06-20：案情复杂2006-06-01退回重办受理或办结逾期" in text
    assert TERMS.standard.finish.days == 15
    assert "部分" not in text  # all of a complaint stands side by side


def test_a_disputed_complaint_is_overdue_nowhere(tmp_path):
    text = register(tmp_path, complaint("A001", "2006-01-09"), disputed=(0,))
    assert "没有逾期的。" in text
    assert "填报不一致，记录号" in text


def test_contributions_add_up_and_a_missing_figure_is_explained(tmp_path):
    text = text_of(paper("综合评价表", tmp_path, replace(book(), composite=composite_book())))
    assert "万人评议本评议活动1106060———5" in text
    assert "电话访问电话访问54020统计局社情民意调查中心2006-11-201,2004" in text
    assert "市水务局政府部门100.0060.0090.0036.0096.00" in text
    assert "市教育局直属单位99.0999.09——99.09缺项" in text
    assert "名次按未经四舍五入的得分排列。" in text
    assert "市教育局电话访问其余各项权重乘以80÷60" in text


def test_a_missing_figure_that_stops_leaves_no_score(tmp_path):
    made = replace(book(), composite=composite_book(missing=Missing.STOP))
    text = text_of(paper("综合评价表", tmp_path, made))
    assert "缺少任何一项得分的单位，不计综合得分，不列名次。" in text
    assert "市教育局电话访问不计综合得分，不列名次" in text
    assert re.search("—市教育局直属单位.*—缺项", text)


def test_consequences_stand_with_their_document_or_as_unconfirmed(tmp_path):
    made = replace(book(), consequences=consequences_book(assessment()))
    text = text_of(paper("考评结果运用", tmp_path, made))
    assert "共11项，其中待确认9项、逾期1项。" in text
    assert "通报表彰2006-12-29市办发〔2007〕1号—2006-12-30" in text
    assert "2006-12-15，逾期" in text
    assert "制定整改方案，限期整改待确认—30日内" in text
    assert "2005年度档次的依据：市办发〔2006〕3号。" in text


def test_days_and_dashes_stand_under_the_middle_of_their_heads():
    made = consequences_book(assessment())
    table = consequence_table(made, Told(made.year, ZH))
    kinds = {column.title: column.kind for column in table.columns}
    assert {kinds[head] for head in ("确认日期", "完成期限", "完成日期")} == {Kind.CODE}


def test_six_components_stand_side_by_side_in_english_too(tmp_path):
    made = composite_book(year(units=units(*("市食品药品监督管理局",) * 3)))
    six = [replace(made.setting.components[0], code=str(at), name="现场评议会") for at in range(6)]
    setting = replace(made.setting, components=tuple(six))
    lines = composite(setting.components, made.groups, setting.missing)
    held = replace(book(), composite=replace(made, setting=setting, lines=lines))
    assert "part 1 of" not in "".join(pages_of(paper("综合评价表", tmp_path, held, words=EN)))


def test_all_documents_of_a_year_of_a_city_take_seconds(tmp_path):
    made = book(city())
    begun = time.perf_counter()
    for name in PAPERS:
        paper(name, tmp_path, made)
    write_year_sheets(made.assessment, tmp_path, **named())
    write_year_workbook(made, tmp_path, **named())
    assert time.perf_counter() - begun < 20
