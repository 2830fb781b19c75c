"""疑难裁定单: all that was said of a form, what its paper shows, and the empty one to fill in."""

import pytest

from desktop.report.fonts import GlyphMissingError
from desktop.report.ruling_sheet import write_ruling_sheets
from desktop.tally.document_rows import (
    Ruling,
    RulingCell,
    RulingDoubt,
    RulingKeying,
    RulingOutcome,
    RulingSheet,
)
from tests.unit.report.samples import pages_of, squeezed, text_of
from tests.unit.report.sheets import (
    EN,
    LONG,
    SURVEY,
    cells,
    digest,
    inside,
    largest_text,
    named,
    ruling_sheet,
)


def written(tmp_path, *sheets, **changes):
    return write_ruling_sheets(sheets, tmp_path, **named(**changes))


def sheet(tmp_path, *sheets, **changes):
    return text_of(written(tmp_path, *sheets, **changes))


def test_a_sheet_names_its_form_batch_channel_and_place(tmp_path):
    text = sheet(tmp_path, ruling_sheet(), ruling_sheet())
    assert "表号B001-017批次B001·单位互评·第1/2份" in text
    assert "第2/2份" in text


def test_each_keying_has_pass_station_keyer_and_record(tmp_path):
    text = sheet(tmp_path, ruling_sheet())
    assert f"①初录一号录入站张晓红有效票{digest('first')[:12]}" in text
    assert f"②复录二号录入站本站无效票：答案系复印{digest('second')[:12]}" in text
    assert digest("first")[:13] not in text


def test_an_earlier_ruling_is_told_from_a_keying(tmp_path):
    earlier = RulingKeying(0, "主管站", "王主任", digest("old"))
    text = sheet(tmp_path, ruling_sheet(keyings=(earlier,)))
    assert f"①前次裁定主管站王主任有效票{digest('old')[:12]}" in text


def test_each_differing_cell_has_every_value_and_the_paper(tmp_path):
    text = sheet(tmp_path, ruling_sheet())
    assert "单位评议内容" in text
    assert "票面所示" in text
    assert "单位001服务态度满意基本满意不满意" in text


def test_a_keying_that_voided_the_form_said_nothing_of_a_cell(tmp_path):
    silent = RulingCell("市教育局", "办事效率", ("满意", ""), "满意")
    assert "市教育局办事效率满意—满意" in sheet(tmp_path, ruling_sheet(cells=(silent,)))


@pytest.mark.parametrize(("count", "more"), [(20, ""), (21, "另有1格"), (600, "另有580格")])
def test_twenty_cells_are_listed_and_the_others_counted(tmp_path, count, more):
    text = sheet(tmp_path, ruling_sheet(cells=cells(count, "满意")))
    assert "单位020" in text
    assert "单位021" not in text
    assert more in text
    assert ("另有" in text) is bool(more)


def test_a_flag_has_its_note_and_whoever_made_it(tmp_path):
    assert "疑难标记站点标记人标记内容一号录入站张晓红第二页缺角" in sheet(tmp_path, ruling_sheet())
    assert "疑难标记" not in sheet(tmp_path, ruling_sheet(doubts=()))


def test_a_ruling_has_outcome_reason_both_people_and_record(tmp_path):
    text = sheet(tmp_path, ruling_sheet())
    for said in (
        "裁定结果：B001-017有效票，同录入①。",
        "理由：打勾靠线，以原表为准",
        "裁定人：王主任",
        "第二人：陈监票",
        f"裁定记录：{digest('ruled')[:12]}",
        "裁定人：年月日",
    ):
        assert said in text


OUTCOMES = {
    "no paper": ((), "裁定结果：没有这份评议表。"),
    "void": ((RulingOutcome("B1-001", "逾期"),), "裁定结果：B1-001无效票：逾期。"),
    "two papers": (
        (RulingOutcome("B1-001", "", 1), RulingOutcome("B1-051")),
        "裁定结果：B1-001有效票，同录入②；B1-051有效票。",
    ),
}


@pytest.mark.parametrize(("outcomes", "said"), OUTCOMES.values(), ids=OUTCOMES)
def test_whatever_was_ruled_is_said_in_a_sentence(tmp_path, outcomes, said):
    ruling = Ruling(outcomes, "理由", "甲", "乙", digest("r"))
    assert said in sheet(tmp_path, ruling_sheet(ruling=ruling))


def test_an_empty_form_leaves_the_paper_column_and_the_ruling_to_be_filled_in(tmp_path):
    text = sheet(tmp_path, ruling_sheet(ruling=None, cells=cells(2)))
    assert "单位001服务态度满意基本满意单位002" in text
    for said in (
        "同录入①同录入②没有这份评议表以上表“票面所示”栏所填为准无效票，原因：表号有误，应为：",
        "理由：",
        "裁定人：年月日",
        "第二人：年月日",
    ):
        assert said in text
    assert "裁定记录" not in text
    assert "裁定结果：" not in text


@pytest.mark.parametrize(("count", "whole"), [(0, True), (1, False), (20, False), (21, True)])
def test_a_form_whose_cells_are_not_all_listed_is_keyed_again_whole(tmp_path, count, whole):
    text = sheet(tmp_path, ruling_sheet(ruling=None, cells=cells(count)))
    assert ("有效票，须按票面整份重录" in text) is whole
    assert ("栏所填为准" in text) is not whole


def test_a_form_nobody_keyed_says_so(tmp_path):
    text = sheet(tmp_path, ruling_sheet(keyings=(), cells=(), ruling=None))
    assert "这份评议表没有录入。" in text
    assert "没有录入不同的格。" in text


def test_no_sheets_make_a_page_that_says_so(tmp_path):
    pages = pages_of(written(tmp_path))
    assert len(pages) == 1
    assert "没有已裁定或待裁定的评议表。" in squeezed(pages[0])


@pytest.mark.parametrize("ruled", [True, False])
def test_a_typical_sheet_is_one_page(tmp_path, ruled):
    made = ruling_sheet(cells=cells(4)) if ruled else ruling_sheet(cells=cells(4), ruling=None)
    assert len(pages_of(written(tmp_path, made))) == 1


def test_the_page_that_is_signed_holds_the_ruling_too(tmp_path):
    path = written(tmp_path, ruling_sheet(ruling=None, cells=cells(20)))
    last = squeezed(pages_of(path)[-1])
    assert "第二人：年月日" in last
    assert "无效票，原因：" in last


def test_every_page_names_its_own_form(tmp_path):
    made = [
        ruling_sheet(ruling=None, cells=cells(30)),
        RulingSheet("B002-001", "B002", "报纸读者评议"),
    ]
    pages = [squeezed(page) for page in pages_of(written(tmp_path, *made))]
    assert len(pages) == 3
    for number, (page, form) in enumerate(
        zip(pages, ("B001-017", "B001-017", "B002-001"), strict=True), 1
    ):
        assert page.startswith(f"万人评议·疑难裁定单·{form}")
        for said in ("正式·第2版", SURVEY[:16], f"第{number}页共3页"):
            assert said in page


def test_three_hundred_rulings_begin_on_pages_of_their_own(tmp_path):
    path = written(tmp_path, *[ruling_sheet()] * 300)
    pages = pages_of(path)
    assert len(pages) == 300
    assert "第300/300份" in squeezed(pages[-1])


def test_long_names_and_many_keyings_fold_inside_the_margins(tmp_path):
    keyings = [RulingKeying(1, LONG, LONG, digest(str(at)), LONG) for at in range(12)]
    said = tuple("比较满意" for _ in keyings)
    made = ruling_sheet(
        keyings=tuple(keyings),
        cells=(RulingCell(LONG, LONG, said, "满意"),),
        doubts=(RulingDoubt(LONG, LONG, LONG),),
        ruling=Ruling((RulingOutcome("B001-017", LONG),), LONG, LONG, LONG, digest("r")),
    )
    path = written(tmp_path, made, title=LONG)
    text = text_of(path)
    assert "(12)" in text
    assert text.count("比较满意") == 12
    assert inside(path)


def test_what_was_typed_by_hand_never_stops_a_sheet(tmp_path):
    text = sheet(tmp_path, ruling_sheet(doubts=(RulingDoubt("一号", "张", "看不清😀"),)))
    assert "看不清[U+1F600]" in text


def test_a_name_of_the_plan_that_no_font_can_print_is_refused(tmp_path):
    made = ruling_sheet(cells=(RulingCell("信访局😀", "服务", ("满意", "满意")),))
    with pytest.raises(GlyphMissingError):
        written(tmp_path / "none", made)
    assert not (tmp_path / "none").exists()


@pytest.mark.parametrize(("mode", "across"), [("official", ""), ("drill", "演练")])
def test_a_drill_says_so_across_every_page(tmp_path, mode, across):
    sheets = (ruling_sheet(), ruling_sheet(ruling=None, cells=cells(20)))
    assert largest_text(written(tmp_path, *sheets, mode=mode)) == {across}


def test_an_english_sheet_reads_as_english(tmp_path):
    path = written(tmp_path, ruling_sheet(), words=EN)
    text = " ".join("".join(pages_of(path)).split())
    for said in ("Form B001-017", "first keying", "void: ", "The paper shows: B001-017 valid form"):
        assert said in text
    assert path.name == "Ruling sheet.pdf"
