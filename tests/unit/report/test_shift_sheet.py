"""班次单: a shift, the station's batches, and the record the station's chain ends with."""

from dataclasses import replace
from typing import Any

import pytest

from desktop.report.fonts import GlyphMissingError
from desktop.report.shift_sheet import write_shift_sheet
from desktop.tally.shift import ShiftBatch, ShiftSheet
from tests.unit.report.samples import ZH, pages_of, squeezed, text_of
from tests.unit.report.sheets import (
    EN,
    LONG,
    PLAN_HASH,
    SURVEY,
    digest,
    inside,
    largest_text,
    named,
)

HEAD = digest("head")
CODE = "ABCD-EFGH-JKLM"
BATCHES = (
    ShiftBatch("B001", "单位互评", 50, 50, 2, 0, closed=True),
    ShiftBatch("B002", "报纸读者评议", 50, 31, 1, 19),
)
SHEET = ShiftSheet(
    "录入站03", CODE, 2, 1234, HEAD, "张晓红", "C02", "5月30日8:30", "11:52",
    81, 4, 3, 1, 31025, 3 * 3600 + 5 * 60 + 59, 17 * 60, "李四", BATCHES,
)  # fmt: skip


def sheet(tmp_path, words: Any = ZH, **changes: Any):
    kept = {key: changes.pop(key) for key in ("title", "mode", "edition") if key in changes}
    return write_shift_sheet(replace(SHEET, **changes), tmp_path, **named(words=words, **kept))


def test_a_shift_is_told_on_one_page(tmp_path):
    (page,) = pages_of(sheet(tmp_path))
    for said in (
        "万人评议·班次单·录入站03",
        f"录入站03准入码{CODE}",
        f"第2次启用，第1,234条记录，编号：{HEAD}",
        "张晓红C02李四5月30日8:3011:523小时5分17分",
        "已录无效票更正疑难按键次数8134131,025",
        f"评议方案校验码{PLAN_HASH}评议活动编号{SURVEY[:16]}",
        "正式·第2版",
        "第1页共1页",
    ):
        assert said in squeezed(page)


def test_each_batch_stands_against_its_slip_and_all_are_added_up(tmp_path):
    text = text_of(sheet(tmp_path))
    assert "B001单位互评505020已关闭B002报纸读者评议5031119未关闭" in text
    assert "合计10081319共2批，已关闭1批" in text


def test_a_batch_without_a_slip_has_dashes(tmp_path):
    batches = (ShiftBatch("B009", "单位互评", None, 3, 0, None),)
    assert "B009单位互评—30—未关闭" in text_of(sheet(tmp_path, batches=batches))


def test_those_who_were_there_sign(tmp_path):
    assert "录入员：年月日唱票人：年月日主管：年月日" in text_of(sheet(tmp_path))
    assert "录入员：年月日主管：年月日" in text_of(sheet(tmp_path, caller=""))


def test_a_station_without_records_and_batches_says_so(tmp_path):
    path = sheet(tmp_path, record="", last=0, batches=())
    text = text_of(path)
    assert "本站还没有记录。" in text
    assert "本站没有批次。" in text
    assert path.name == "班次单.pdf"


def test_a_short_shift_has_minutes_alone(tmp_path):
    assert "59分0分" in text_of(sheet(tmp_path, worked=3599, paused=59))


def test_many_batches_go_on_to_a_second_page_under_the_same_heading(tmp_path):
    batches = tuple(ShiftBatch(f"B{at:03d}", "单位互评", 50, 0, 0, 50) for at in range(1, 41))
    pages = [squeezed(page) for page in pages_of(sheet(tmp_path, batches=batches))]
    assert len(pages) == 2
    assert all("本站批次" in page and "第" in page for page in pages)
    assert "B040" in pages[1]
    assert "签字" in pages[1]


def test_a_scanner_reads_the_whole_id_from_the_page(tmp_path):
    pypdfium2, scanner = map(pytest.importorskip, ("pypdfium2", "zxingcpp"))
    picture = pypdfium2.PdfDocument(sheet(tmp_path))[0].render(scale=3).to_pil()
    found = sorted(scanner.read_barcodes(picture), key=lambda held: held.position.top_left.y)
    assert [held.text for held in found] == [HEAD, PLAN_HASH]


def test_the_file_is_named_after_the_head(tmp_path):
    assert sheet(tmp_path).name == f"班次单-{HEAD[:12]}.pdf"
    assert sheet(tmp_path / "named.pdf").name == "named.pdf"


def test_a_long_or_strange_name_folds_inside_the_margins(tmp_path):
    strange = f"{LONG}😀"
    batches = (replace(BATCHES[0], channel=strange),)
    path = sheet(tmp_path, station=strange, operator=strange, caller=strange, batches=batches)
    assert text_of(path).count("[U+1F600]") >= 4
    assert inside(path)


@pytest.mark.parametrize(("mode", "across"), [("official", ""), ("drill", "演练")])
def test_a_drill_says_so_across_the_page(tmp_path, mode, across):
    assert largest_text(sheet(tmp_path, mode=mode)) == {across}


def test_a_title_that_no_font_can_print_is_refused_and_nothing_is_written(tmp_path):
    with pytest.raises(GlyphMissingError):
        sheet(tmp_path / "none", title="评议😀")
    assert not (tmp_path / "none").exists()


def test_it_reads_as_english(tmp_path):
    path = sheet(tmp_path, words=EN)
    text = " ".join("".join(pages_of(path)).split())
    for said in ("Admission code", "Incarnation 2, record number 1,234", "3 h 5 min", "Left"):
        assert said in text
    assert path.name == f"Shift sheet-{HEAD[:12]}.pdf"
