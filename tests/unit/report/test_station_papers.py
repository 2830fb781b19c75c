"""零报告 and 站点准入单: that a file is empty, and a code that is compared by eye."""

from typing import Any

import pypdf
import pytest

from desktop.report.fonts import GlyphMissingError
from desktop.report.station_sheet import write_station_sheets
from desktop.report.zero_report import write_zero_report
from desktop.tally.document_rows import StationSheet, ZeroReport
from tests.unit.report.samples import pages_of, squeezed, text_of
from tests.unit.report.sheets import (
    EN,
    LONG,
    SURVEY,
    digest,
    inside,
    largest_text,
    named,
)

PLAN = digest("plan")
ZERO = ZeroReport("主管站", PLAN, 120, 5)
CODE = "ABCD-EFGH-JKLM"
STATION = StationSheet("一号录入站", CODE)


def zero(tmp_path, **changes: Any):
    return write_zero_report(ZERO, tmp_path, **named(**changes))


def sheets(tmp_path, *stations, **changes: Any):
    return write_station_sheets(stations, tmp_path, **named(**changes))


def test_a_zero_report_says_what_file_is_empty(tmp_path):
    text = text_of(zero(tmp_path))
    for said in (
        "没有评议表，也没有汇总数，各项计数均为0。",
        f"评议活动编号{SURVEY}",
        f"评议方案校验码{PLAN}",
        "站点主管站",
        "被评单位数120",
        "评议内容项数5",
        "已录评议表0",
        "已导入汇总数0",
    ):
        assert said in text


def test_three_people_sign_a_zero_report_of_one_page(tmp_path):
    (page,) = pages_of(zero(tmp_path))
    for said in ("主管：年月日", "监票人：年月日", "总监票人：年月日", "第1页共1页", "正式·第1版"):
        assert said in squeezed(page)


def test_a_station_has_its_name_code_and_the_whole_survey_id(tmp_path):
    text = text_of(sheets(tmp_path, STATION))
    assert f"一号录入站准入码{CODE}评议活动编号{SURVEY}" in text
    assert "逐字相同" in text
    assert "站点：年月日" in text
    assert "主管：年月日" in text


def sizes(path, wanted):
    found = []

    def note(text, _matrix, _text_matrix, _font, size):
        if wanted in text:
            found.append(size)

    for page in pypdf.PdfReader(path).pages:
        page.extract_text(visitor_text=note)
    return found


def test_the_code_is_the_largest_thing_on_its_sheet(tmp_path):
    path = sheets(tmp_path, STATION)
    assert min(sizes(path, CODE)) > 40
    assert max(sizes(path, "准入单")) < 30


def test_each_station_has_a_page_that_names_it(tmp_path):
    stations = [StationSheet(f"{at}号站", f"CODE-CODE-{at:04d}") for at in range(300)]
    pages = [squeezed(page) for page in pages_of(sheets(tmp_path, *stations))]
    assert len(pages) == 300
    for at, page in enumerate(pages):
        assert page.startswith(f"万人评议·站点准入单·{at}号站")
        assert f"CODE-CODE-{at:04d}" in page
        assert f"第{at + 1}页共300页" in page


def test_no_station_makes_a_page_that_says_so(tmp_path):
    assert "没有站点加入。" in text_of(sheets(tmp_path))


def test_a_long_or_strange_name_folds_inside_the_margins(tmp_path):
    path = sheets(tmp_path, StationSheet(f"{LONG}😀", CODE), title=LONG)
    assert f"{LONG}[U+1F600]" in text_of(path)
    assert inside(path)


@pytest.mark.parametrize(("mode", "across"), [("official", ""), ("drill", "演练")])
def test_a_drill_says_so_across_both(tmp_path, mode, across):
    assert largest_text(zero(tmp_path, mode=mode)) == {across}
    assert largest_text(sheets(tmp_path, STATION, mode=mode)) == {across}


def test_a_title_that_no_font_can_print_is_refused_and_nothing_is_written(tmp_path):
    with pytest.raises(GlyphMissingError):
        zero(tmp_path / "none", title="评议😀")
    with pytest.raises(GlyphMissingError):
        sheets(tmp_path / "none", STATION, title="评议😀")
    assert not (tmp_path / "none").exists()


def test_both_read_as_english(tmp_path):
    path = zero(tmp_path, words=EN)
    assert "no form and no total" in " ".join("".join(pages_of(path)).split())
    assert path.name == "Zero report.pdf"
    path = sheets(tmp_path, STATION, words=EN)
    assert "Admission code" in "".join(pages_of(path))
    assert path.name == "Station admission sheet.pdf"
