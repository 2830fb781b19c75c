"""归档目录: every file with its whole hash, heads, seals and waivers, and how they are checked."""

from dataclasses import replace
from typing import Any

import pytest

from desktop.report.archive_list import write_archive_list
from desktop.report.fonts import GlyphMissingError
from desktop.tally.document_rows import (
    ArchiveEdition,
    ArchiveFile,
    ArchiveHead,
    ArchiveList,
    ArchiveWaiver,
)
from tests.unit.report.samples import ZH, pages_of, squeezed, text_of
from tests.unit.report.sheets import EN, LONG, RESULTS, SURVEY, digest, inside, largest_text, named

PLAN = digest("plan")
FILES = (
    ArchiveFile("2005.pingyi", 29360128, digest("file"), "评议活动文件"),
    ArchiveFile("packages/一号.pypk", 77, digest("package"), "数据包"),
)
HEADS = (ArchiveHead("一号录入站", "ABCD-EFGH-JKLM", 2, 5733, digest("head")),)
WAIVER = ArchiveWaiver("一号录入站/1", "原表已重新录入", "陈监票")
FIRST = ArchiveEdition(1, digest("r1"), digest("s1"), (WAIVER,), "漏计一批", "李副主任")
EDITIONS = (FIRST, ArchiveEdition(2, digest("r2"), digest("s2")))
NOTHING = ArchiveList((), (), (), 0, PLAN)


def written(tmp_path, made=None, **changes: Any):
    archive = made or ArchiveList(FILES, HEADS, EDITIONS, 11512, PLAN)
    return write_archive_list(archive, tmp_path, **named(results=RESULTS, **changes))


def archived(tmp_path, made=None, **changes: Any):
    return text_of(written(tmp_path, made, **changes))


def test_a_file_has_name_kind_size_and_its_whole_hash(tmp_path):
    text = archived(tmp_path)
    assert f"12005.pingyi评议活动文件29,360,128{digest('file')}" in text
    assert f"2packages/一号.pypk数据包77{digest('package')}" in text


def test_the_archive_is_summed_up_with_survey_and_plan_in_full(tmp_path):
    text = archived(tmp_path)
    for said in (
        f"评议活动编号{SURVEY}",
        f"评议方案校验码{PLAN}",
        "文件数2",
        "29,360,205字节",
        "记录数11,512",
    ):
        assert said in text


def test_a_station_head_has_code_incarnation_last_number_and_whole_id(tmp_path):
    assert f"一号录入站ABCD-EFGH-JKLM25733{digest('head')}" in archived(tmp_path)


def test_each_edition_has_its_results_hash_seal_and_how_it_stands(tmp_path):
    text = archived(tmp_path)
    told = "1已启封：漏计一批（第二人：李副主任）"
    assert f"{told}{digest('r1')}{digest('s1')[:12]}" in text
    assert f"2已封存{digest('r2')}{digest('s2')[:12]}" in text


def test_a_waiver_has_edition_place_reason_and_second_person(tmp_path):
    assert "1一号录入站/1原表已重新录入陈监票" in archived(tmp_path)


def test_the_results_as_they_stand_are_named_on_every_page(tmp_path):
    files = tuple(replace(FILES[0], name=f"{at}.pdf") for at in range(60))
    path = written(tmp_path, ArchiveList(files, HEADS, EDITIONS[::-1], 1, PLAN))
    pages = [squeezed(page) for page in pages_of(path)]
    assert len(pages) > 2
    for number, page in enumerate(pages, 1):
        assert page.startswith("万人评议·归档目录")
        for said in ("正式·第2版", SURVEY[:16], f"第{number}页共{len(pages)}页"):
            assert said in page
        assert page.index(RESULTS) < page.index(SURVEY[:16])


def test_it_says_how_anyone_checks_it(tmp_path):
    text = archived(tmp_path)
    for said in (
        "sha256sum-cSHA256SUMS",
        "certutil-hashfile文件名SHA256",
        "pythonverify_pingyi.py.",
        "本目录和SHA256SUMS最后生成",
    ):
        assert said in text


def test_it_is_handed_over_and_signed_for(tmp_path):
    text = archived(tmp_path)
    assert "移交文件2个、记录11,512条" in text
    for said in ("移交人：年月日", "监票人：年月日", "接收人：年月日", "（盖章）"):
        assert said in text


@pytest.mark.parametrize("count", range(2, 30))
def test_nobody_signs_a_page_that_has_not_what_is_signed_for(tmp_path, count):
    made = ArchiveList(FILES[:1] * count, HEADS, EDITIONS, 1, PLAN)
    (page,) = [page for page in pages_of(written(tmp_path, made)) if "接收人" in page]
    assert "核对方法" in page


def test_an_empty_archive_says_what_there_is_not(tmp_path):
    path = written(tmp_path, NOTHING)
    text = text_of(path)
    for said in ("归档中没有文件。", "没有封存过。", "没有豁免的事项。", "没有站点记录。"):
        assert said in text
    assert len(pages_of(path)) == 1


def test_three_hundred_files_stand_below_repeated_heads(tmp_path):
    files = tuple(replace(FILES[0], name=f"第{at}号.pdf", sha256=digest(str(at)))
                  for at in range(300))  # fmt: skip
    pages = [squeezed(page) for page in pages_of(written(tmp_path, replace(NOTHING, files=files)))]
    listed = [page for page in pages if "号.pdf" in page]
    assert len(listed) > 8
    assert all("文件名内容字节SHA-256" in page for page in listed)
    text = "".join(listed)
    assert all(digest(str(at)) in text for at in range(300))


@pytest.mark.parametrize("words", [ZH, EN])
def test_long_names_fold_inside_the_margins(tmp_path, words):
    files = (ArchiveFile("长/" + "packages-" * 20, 10**10, digest("f"), LONG),)
    heads = (ArchiveHead(LONG, "WWWW-WWWW-WWWW", 12, 999999, digest("h")),)
    waiver = ArchiveWaiver(LONG, LONG, LONG)
    editions = (ArchiveEdition(12, digest("r"), digest("s"), (waiver,), LONG, LONG),)
    made = ArchiveList(files, heads, editions, 10**9, PLAN)
    path = written(tmp_path, made, title=LONG, words=words)
    # what it is, station, waiver and unsealing: none of them cut, no table in parts
    assert text_of(path).count("活动办公室") >= 6 * 8
    assert "部分，共" not in text_of(path)
    assert "(part1" not in text_of(path)
    assert inside(path)


def test_a_strange_file_name_is_told_by_its_code_and_a_strange_title_refused(tmp_path):
    made = replace(NOTHING, files=(replace(FILES[0], name="a😀.pdf"),))
    assert "a[U+1F600].pdf" in archived(tmp_path, made)
    with pytest.raises(GlyphMissingError):
        written(tmp_path / "none", title="评议😀")
    assert not (tmp_path / "none").exists()


@pytest.mark.parametrize(("mode", "across"), [("official", ""), ("drill", "演练")])
def test_a_drill_says_so_across_every_page(tmp_path, mode, across):
    assert largest_text(written(tmp_path, mode=mode)) == {across}


def test_an_english_list_reads_as_english(tmp_path):
    path = written(tmp_path, words=EN)
    text = " ".join("".join(pages_of(path)).split())
    for said in ("How to check this archive", "29,360,205 bytes", "Received by:", "sealed"):
        assert said in text
    assert path.name == "Archive list.pdf"
