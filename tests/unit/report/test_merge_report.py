"""合并报告: every source, batch and thing to be seen to; a dry run is not taken for a merge."""

from dataclasses import replace
from typing import Any

import pytest

from desktop.report.fonts import GlyphMissingError
from desktop.report.merge_report import write_merge_report
from desktop.tally.errors import PingyiError
from desktop.tally.merge_report import Fork, Gap, MergeReport
from tests.unit.report.samples import pages_of, squeezed, text_of
from tests.unit.report.sheets import (
    EN,
    FOREIGN,
    LONG,
    RESULTS,
    SURVEY,
    change,
    digest,
    inside,
    largest_text,
    named,
    source,
)

A, B = digest("a"), digest("b")
IMPORT = digest("import")
NAMES = {A: "一号录入站", B: LONG}


class TornError(PingyiError):
    message = "{path} was cut."


def written(tmp_path, sources=(), batches=(), *, identity=IMPORT, dry=False, notices=(), **changes):
    report = MergeReport(tuple(sources), tuple(batches), identity, dry, notices)
    looked_up: dict[str, Any] = {"station_names": NAMES, "channel_names": {"C1": "单位互评"}}
    looked_up |= {key: changes.pop(key) for key in looked_up if key in changes}
    return write_merge_report(report, tmp_path, **looked_up, **named(results=RESULTS, **changes))


def merged(tmp_path, *given, **changes):
    return text_of(written(tmp_path, *given, **changes))


def test_a_source_has_its_station_and_counts(tmp_path):
    text = merged(tmp_path, [source(1, conflicts=("B001-003",)), source(2, new=7, replacing=0)])
    assert "1PY-0001.pypk1号录入站40321" in text
    assert "2PY-0002.pypk2号录入站7300" in text
    assert "来源：接收2个，拒收0个。" in text
    assert "新增47条，已有6条；新增中有2条更正" in text


def test_a_refused_source_has_its_reason_and_no_counts(tmp_path):
    torn = source(name="", new=0, present=0, replacing=0, refused=TornError(path="/media/usb/x"))
    text = merged(tmp_path, [torn, source(2)])
    assert "1PY-0001.pypk（拒收）————" in text
    assert "/media/usb/xwascut." in text
    assert "接收1个，拒收1个" in text


def test_forms_left_unsettled_are_listed_by_source_with_runs_drawn_together(tmp_path):
    forms = ("B001-003", "B001-004", "B001-005", "B010-012")
    text = merged(tmp_path, [source(1, conflicts=forms), source(2)])
    assert "PY-0001.pypk1号录入站4B001-003至005、B010-012" in text
    assert "待裁定评议表4份" in text


def test_forms_keyed_twice_alike_are_named(tmp_path):
    text = merged(tmp_path, [source(1)], notices=("B001-003", "B001-004", "B010-012"))
    assert "只计一次：B001-003至004、B010-012" in text
    assert "只计一次" not in merged(tmp_path, [source(1)])


def test_gaps_and_forks_are_told_once_a_station(tmp_path):
    found = {"gaps": (Gap(A, 1, 40, 60),), "forks": (Fork(B, 2, 57),)}
    text = merged(tmp_path, [source(1, **found), source(2, **found)])
    assert text.count("第40至60条记录没有交来，共21条。") == 1
    assert "一号录入站1该站已签" in text
    assert f"{LONG}2第57条记录有两份" in text
    assert "记录缺段1处，站点文件夹被复制1处" in text


def test_a_station_without_a_name_is_its_first_digits(tmp_path):
    text = merged(tmp_path, [source(gaps=(Gap("c0ffee00" * 8, 3, 1, 1),))])
    assert "c0ffee003该站已签的第1至1条" in text


def test_batches_opened_without_assignment_are_named(tmp_path):
    text = merged(tmp_path, [source(unassigned=("B077", "B078"))])
    assert "PY-0001.pypk1号录入站B077、B078" in text
    assert "未经指派开录的批次2个" in text


def test_a_batch_stands_before_and_after_against_its_slip(tmp_path):
    uneven = change(2, after=49, missing=2, extra=1)
    text = merged(tmp_path, [source()], [change(1), uneven])
    assert "B001单位互评50205047210" + "0相符" in text
    assert "B002单位互评5020494721" + "21不符" in text
    assert "合计—10040999442" + "21—" in text


def test_one_batch_needs_no_sum(tmp_path):
    assert "合计" not in merged(tmp_path, [source()], [change()])


def test_more_forms_than_the_slip_says_do_not_agree(tmp_path):
    assert "不符" in merged(tmp_path, [source()], [change(after=51)])


def test_a_merge_is_signed_by_two_below_its_whole_record(tmp_path):
    text = merged(tmp_path, [source()])
    for said in (f"导入记录：{IMPORT}", "合并时间", "主管：", "监票人：", "年月日", "（盖章）"):
        assert said in text


def test_a_dry_run_says_so_on_every_page_and_is_not_signed(tmp_path):
    path = written(tmp_path, [source()], map(change, range(120)), identity=None, dry=True)
    pages = [squeezed(page) for page in pages_of(path)]
    assert len(pages) > 1
    assert all("合并报告（试合并）" in page for page in pages)
    assert "试合并，未存入" in pages[0]
    assert not any(signed in page for page in pages for signed in ("主管：", "导入登记"))
    assert path.name == "合并报告（试合并）.pdf"


def test_a_merge_that_brought_nothing_new_says_so(tmp_path):
    text = merged(tmp_path, [source(new=0)], identity=None)
    assert "没有新记录，未作导入登记。" in text
    assert "导入记录：" not in text


def test_nothing_at_all_is_told_and_not_left_blank(tmp_path):
    text = merged(tmp_path, identity=None)
    for said in ("没有指定来源。", "没有批次的份数发生变化。", "来源：接收0个，拒收0个。"):
        assert said in text
    assert "记录链异常" not in text


def test_every_page_names_survey_mode_edition_import_results_and_number(tmp_path):
    path = written(tmp_path, [source()], map(change, range(300)))
    pages = [squeezed(page) for page in pages_of(path)]
    assert len(pages) > 5
    for number, page in enumerate(pages, 1):
        assert page.startswith("万人评议·合并报告")
        for said in (
            "正式·第2版",
            SURVEY[:16],
            RESULTS,
            IMPORT[:12],
            f"第{number}页共{len(pages)}页",
        ):
            assert said in page


def test_three_hundred_batches_stand_below_repeated_heads(tmp_path):
    path = written(tmp_path, [source()], map(change, range(1, 301)))
    pages = [squeezed(page) for page in pages_of(path)]
    rows = [page for page in pages if "单位互评5020" in page]
    assert all("封面份数" in page for page in rows)
    assert all(f"B{at:03d}单位互评" in "".join(pages) for at in range(1, 301))
    assert "（续）" in pages[2]


def test_three_hundred_unsettled_forms_are_all_named(tmp_path):
    forms = tuple(f"B{at:03d}-{2 * at:03d}" for at in range(1, 301))
    text = merged(tmp_path, [source(conflicts=forms)])
    assert all(form in text for form in forms)


def test_long_names_fold_inside_the_margins(tmp_path):
    long = source(2, name=LONG, conflicts=("B001-001",), unassigned=("B9",) * 200)
    path = written(tmp_path, [long], [change()], title=LONG, channel_names={"C1": LONG}, words=EN)
    assert text_of(path).count(LONG) >= 4
    assert inside(path)


def test_a_file_name_that_no_font_can_print_is_told_by_its_code(tmp_path):
    strange = replace(source(name="站😀"), path=f"C:\\交接\\{FOREIGN}")
    assert "1[U+1F600]包.pypk站[U+1F600]" in merged(tmp_path, [strange])


def test_a_title_that_no_font_can_print_is_refused_and_nothing_is_written(tmp_path):
    with pytest.raises(GlyphMissingError):
        written(tmp_path / "none", [source()], title="评议😀")
    assert not (tmp_path / "none").exists()


@pytest.mark.parametrize(("mode", "across"), [("official", ""), ("drill", "演练")])
def test_a_drill_says_so_across_every_page(tmp_path, mode, across):
    path = written(tmp_path, [source()], map(change, range(120)), mode=mode)
    assert largest_text(path) == {across}


def test_an_english_report_holds_no_chinese_of_ours(tmp_path):
    path = written(tmp_path, [source(name="ST1")], [change()], words=EN, title="Survey")
    text = "".join(pages_of(path))
    for said in ("Merge report", "Records: new 40, already here 3", "Supervisor:", "agree"):
        assert said in text
    assert path.name == f"Merge report-{IMPORT[:12]}.pdf"


def test_a_path_that_names_a_pdf_is_taken_as_it_is(tmp_path):
    report = MergeReport((source(),), ())
    path = write_merge_report(report, tmp_path / "a.pdf", **named(), station_names={})
    assert path == tmp_path / "a.pdf"
    assert path.is_file()
