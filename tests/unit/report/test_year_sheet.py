"""单位考评明细: entry by entry how a unit's score comes about; each sheet goes out singly."""

import re

import pytest

from desktop.assess.ledger import State
from desktop.report.fonts import GlyphMissingError
from desktop.report.year_sheet import write_year_sheets
from tests.unit.assess.samples import shipped
from tests.unit.report.samples import HOSTILE, pages_of, squeezed, text_of
from tests.unit.report.sheets import EN, FOREIGN, LONG, inside, largest_text, named
from tests.unit.report.years import (
    FALSIFIED,
    SMALL,
    WAITING,
    assessment,
    city,
    entry,
    units,
    year,
)


def sheets(tmp_path, made=None, *, of=(), **changes):
    return write_year_sheets(made or assessment(), tmp_path, units=of, **named(**changes))


def found(pattern, page):
    match = re.search(pattern, page)
    assert match is not None, page
    return match.groups()


def test_the_score_is_told_from_the_start_to_the_band(tmp_path):
    text = text_of(sheets(tmp_path, of=("A001",)))
    assert "单位代码：A001·类别：政府部门·2006年度，截至2006年12月31日" in text
    assert "起始分扣分未封底得分得分档次名次100.009.2990.7190.71优秀4（共5个）" in text
    assert (
        "档次按未经四舍五入的得分划分，不按打印的得分划分：优秀：90分及以上；"
        "良好：80分及以上、不满90分；合格：60分及以上、不满80分；不合格：不满60分。"
    ) in text


def test_points_stand_by_rule_and_by_office(tmp_path):
    text = text_of(sheets(tmp_path, of=("A003",)))
    assert "四.2在督查通报中被点名批评的130.00" in text
    assert "合计245.00" in text
    assert "依据提供单位条数扣分监察局245.00" in text


@pytest.mark.parametrize(
    ("unit", "said"),
    [
        ("A001", "12006-03-02二行政审批事项应进未进行政服务中心的，按未进项数占应进项数的比例扣分"
         "应有7，缺1：30×1÷7情况：应进未进1项监察局监发〔2006〕12号4.29"),
        ("A001", "满意率87.4%，低于90%的每1个百分点1分（不足1个百分点的不计）"
         "数据来源：2006年度万人评议"),
        ("A001", "1人次×3分发生单位：市档案馆情况：午间饮酒所属事项：午间检查"),
        ("A002", "2件次×4分"),
        ("A003", "1件次×15分（酌定）酌定理由：影响较大批准人：领导小组"),
    ],
)  # fmt: skip
def test_every_entry_says_how_its_points_come_about(tmp_path, unit, said):
    assert said in text_of(sheets(tmp_path, of=(unit,)))


def test_what_deducts_nothing_says_so(tmp_path):
    made = assessment(entry("A001", "3-2c", rate="4"))
    text = text_of(sheets(tmp_path, made, of=("A001",)))
    assert "三.2信访积案化解未达目标的，每低5个百分点1未扣分合计10.00" in text
    assert "监察局1未扣分" in text
    assert "监发〔2006〕12号未扣分合计0.00" in text
    other = assessment(
        entry("A001", "D1"), entry("A001", "C1", rate="97", source="评议"),
        of=year(shipped("added-points")),
    )  # fmt: skip
    text = text_of(sheets(tmp_path, other, of=("A001",)))
    assert "发生重大安全责任事故的，一票否决1一票否决" in text
    assert "1未计分" in text


@pytest.mark.parametrize(
    ("case", "origin", "printed"),
    [
        ("a9d6a8e8", "a9d6a8e8" + "0" * 56, False),
        ("a9d6a8e8", "", True),
        ("午间检查", "a9d6a8e8" + "0" * 56, True),
    ],
)
def test_the_number_of_a_finding_is_no_case_to_be_printed(tmp_path, case, origin, printed):
    made = assessment(entry("A001", "4-6", case=case, origin=origin))
    text = text_of(sheets(tmp_path, made, of=("A001",)))
    assert (f"所属事项：{case}" in text) == printed
    assert ("所属事项" in text) == printed


def test_what_does_not_count_stands_apart_with_its_state(tmp_path):
    made = assessment(*SMALL, *WAITING, entry("A002", "4-6", state=State.DRAFT), disputed=(2,))
    text = text_of(sheets(tmp_path, made, of=("A002",)))
    counted, _, apart = text.partition("未计入的记录")
    assert "没有计入的记录，得分即起始分。" in counted
    assert "核实" in apart
    assert "撤销" in apart
    assert "草稿" in apart
    assert f"计入填报不一致，记录号{made.entries[2].number}" in apart
    assert "8.00" in apart


def test_a_disputed_entry_does_not_count_beside_its_like(tmp_path):
    alike = entry("A002", "4-6")
    made = assessment(alike, alike, disputed=(1,))
    counted, _, apart = text_of(sheets(tmp_path, made, of=("A002",))).partition("未计入的记录")
    assert counted.count("上班迟到、早退或外出办私事的1人次×1分") == 1
    assert apart.count("上班迟到、早退或外出办私事的1人次×1分") == 1


def test_an_entry_that_was_not_there_on_the_day_is_not_listed(tmp_path):
    made = assessment(entry("A002", "4-6", "2006-07-01"), of=year(day="2006-06-30"))
    assert "2006-07-01" not in text_of(sheets(tmp_path, made))


def test_an_entry_that_the_rule_set_lacks_is_named(tmp_path):
    made = assessment(entry("A002", "4-6", case="早退"))
    line = made.entries[0].value
    strange = type(line)(**{name: getattr(line, name) for name in line.__slots__} | {"rule": "9-9"})
    row = type(made.entries[0])("abcdef123456", strange)
    made = type(made)(made.year, made.standings, [row])
    assert "与考评细则不符，记录号abcdef123456" in text_of(sheets(tmp_path, made, of=("A002",)))


def test_void_results_have_neither_rank_nor_a_way_to_be_overlooked(tmp_path):
    text = text_of(sheets(tmp_path, assessment(void=[FALSIFIED]), of=("A004",)))
    assert "考评结果自2006-12-28起作废：伪造满意率" in text
    assert "100.000.00———作废" in text


def test_a_set_that_adds_prints_signs_and_a_veto_forces_the_band(tmp_path):
    lines = (entry("A001", "B2", count=2), entry("A001", "A1"), entry("A001", "D1"))
    made = assessment(*lines, of=year(shipped("added-points")))
    text = text_of(sheets(tmp_path, made, of=("A001",)))
    assert "90.00+3.0093.0093.00末等" in text
    assert "一票否决，不论得分，直接定档。" in text
    assert "一票否决：不计分，直接定档" in text
    assert "-3.00" in text


def test_every_unit_has_pages_of_its_own_in_the_order_of_the_plan(tmp_path):
    made = city(60, 900)
    pages = [squeezed(page) for page in pages_of(sheets(tmp_path, made))]
    starts = [page for page in pages if "单位代码：" in page]
    codes = [code for page in starts for code in found("单位代码：(A[0-9]+)", page)]
    assert codes == list(made.year.units)
    numbers = [found("第([0-9]+)页共([0-9]+)页", page) for page in pages]
    assert numbers[0][0] == "1"
    assert sum(number == "1" for number, _ in numbers) == 60
    assert all(int(number) <= int(of) for number, of in numbers)


def test_a_long_list_goes_on_under_its_heading(tmp_path):
    made = assessment(*(entry("A002", "4-6", text=f"第{at}次") for at in range(90)))
    pages = [squeezed(page) for page in pages_of(sheets(tmp_path, made, of=("A002",)))]
    assert len(pages) > 2
    assert all("计入的记录（续）序号日期条款情况" in page for page in pages[1:-1])
    assert "未封底得分" in pages[0]
    assert "90.00" in pages[-1]


def test_hostile_texts_are_printed_as_text_inside_the_margins(tmp_path):
    lines = [
        entry("A001", "4-6", text=text, case=text, document=text, source=text) for text in HOSTILE
    ]
    made = assessment(
        *lines, entry("A001", "4-6", text=f"{LONG}😀"), of=year(units=units(*HOSTILE))
    )
    path = sheets(tmp_path, made, title=LONG)
    text = text_of(path)
    assert inside(path)
    for name in HOSTILE:
        assert squeezed(name) in text
    assert "[U+000A]" not in text
    assert "[U+1F600]" in text


def test_a_name_that_no_font_draws_is_refused_before_a_byte_is_written(tmp_path):
    made = assessment(entry("A001", "4-6"), of=year(units=units(FOREIGN)))
    with pytest.raises(GlyphMissingError):
        sheets(tmp_path / "new", made)
    assert not (tmp_path / "new").exists()


@pytest.mark.parametrize(("mode", "across"), [("official", ""), ("drill", "演练")])
def test_a_drill_says_so_across_every_page(tmp_path, mode, across):
    assert largest_text(sheets(tmp_path, mode=mode)) == {across}


@pytest.mark.parametrize(("sealed", "said"), [(True, "已封存"), (False, "未封存")])
def test_every_page_says_how_the_year_stands_and_what_it_hangs_on(tmp_path, sealed, said):
    made = assessment(of=year(sealed=sealed))
    for page in map(squeezed, pages_of(sheets(tmp_path, made))):
        assert f"正式·第1版·{said}" in page
        assert "考评细则：机关作风效能百分制考评细则；截至2006-12-31" in page
        assert squeezed("年度考评校验码（SHA-256）") in page


def test_it_reads_as_english(tmp_path):
    path = sheets(tmp_path, words=EN)
    assert path.name == "Assessment sheet of a unit.pdf"
    text = "".join(pages_of(path))
    assert "Sum before" in text
    assert "Bands are read on the score before rounding" in text
