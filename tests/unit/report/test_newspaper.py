"""The form that a newspaper prints: one page, no number, all of it in a type that can be read."""

import re
from itertools import pairwise
from pathlib import Path
from typing import Any

import pypdf
import pytest

from desktop.report.fonts import GlyphMissingError
from desktop.report.lines import widest
from desktop.report.newspaper import write_newspaper
from desktop.report.newspaper_layout import (
    Appeal,
    Extras,
    NewspaperCrowdedError,
    NewspaperLayout,
    largest,
    lay_out_newspaper,
)
from desktop.report.newspaper_look import newspaper_look
from desktop.tally.plan import Plan
from desktop.words import CHINESE, ENGLISH, words_for
from tests.plans import shipped_plan, small_plan
from tests.unit.report.samples import HOSTILE, ZH, hostile_plan, pages_of, squeezed
from tests.unit.report.sheets import EN, LONG, largest_text

MM = 72 / 25.4
OFFICE = "市机关作风效能建设活动办公室（人民路1号，邮编100000）"
CHECKED = [{"rows": 20, "check": "4711"}, {"rows": 20, "check": "8022"}]

PLANS: dict[str, Plan] = {
    "2005": shipped_plan("2005"),
    "four grades": shipped_plan("four-grades"),
    "three": small_plan(3, 2),
    "forty with check numbers": small_plan(40, 5, pages=CHECKED),
    "ninety-seven": small_plan(97, 5),
    "ten dimensions": small_plan(120, 10),
    "one": small_plan(1, 1),
    "hostile": hostile_plan(),
    "long title": small_plan(60, 5, title=LONG[:200]),
}


@pytest.fixture(params=PLANS, ids=list(PLANS))
def plan(request) -> Plan:
    return PLANS[request.param]


def written(plan: Plan, folder: Path, words=ZH, **options: Any) -> Path:
    return write_newspaper(plan, folder / "page.pdf", words=words, **options)


def laid(plan: Plan, words=ZH, *given: Any) -> NewspaperLayout:
    return lay_out_newspaper(plan, words, Appeal(*given))


def text_of_page(path: Path) -> str:
    (page,) = pages_of(path)
    return squeezed(page)


@pytest.mark.parametrize("language", [CHINESE, ENGLISH])
def test_every_agency_stands_once_on_one_page_with_its_number(tmp_path, plan, language):
    text, at = text_of_page(written(plan, tmp_path, words_for(language))), 0
    for row, agency in enumerate(plan.agencies, 1):
        wanted = f"{row}{squeezed(agency.name)}"
        found = text.find(wanted, at)
        assert found >= 0, wanted
        at = found + len(wanted)
    for named_thing in (*plan.dimensions, *plan.grades):
        assert squeezed(named_thing.name) in text
    assert squeezed(plan.title) in text


def test_there_is_no_number_no_check_number_and_no_place_for_them(tmp_path):
    text = text_of_page(written(PLANS["forty with check numbers"], tmp_path))
    for absent in ("表号", "校验码", "4711", "8022", "第1页", "请接着填写下一页"):
        assert absent not in text
    assert "沿虚线剪下" in text


def test_where_and_until_when_it_is_sent(tmp_path):
    told = text_of_page(written(PLANS["2005"], tmp_path, send_to=OFFICE, until="2006-05-30"))
    assert f"寄（送）至：{OFFICE}" in told
    assert "截止日期：2006年5月30日" in told
    english = text_of_page(written(PLANS["2005"], tmp_path, EN, until="2006-05-30"))
    assert squeezed("It must arrive by: 2006-05-30") in english


def levels(path: Path) -> int:
    """Level lines as thin as those that are written on."""
    content = pypdf.PdfReader(path).pages[0].get_contents()
    assert content is not None
    found, now = 0, ""
    for line in content.get_data().decode().splitlines():
        if width := re.search(r"([\d.]+) w\b", line):
            now = width[1]
        found += len(re.findall(r"[\d.]+ ([\d.]+) m [\d.]+ \1 l", line)) * (now in {".3", "0.3"})
    return found


def test_what_is_not_given_is_a_line_to_write_on(tmp_path):
    plan = PLANS["three"]
    both = levels(written(plan, tmp_path))
    one = levels(written(plan, tmp_path, send_to=OFFICE))
    none = levels(written(plan, tmp_path, send_to=OFFICE, until="2006-05-30"))
    assert (both - none, one - none) == (2, 1)


def test_a_hundred_and_twenty_agencies_fit_a3_and_can_be_read():
    layout = laid(PLANS["2005"])
    long, short = sorted((layout.paper.width / MM, layout.paper.height / MM), reverse=True)
    assert (round(long), round(short)) == (420, 297)
    assert [len(block.heights) for block in layout.blocks] == [60, 60]
    assert layout.columns.look.styles["name"].size >= 8.5
    assert layout.row >= 4.8 * MM
    assert layout.columns.pitch >= 5 * MM
    assert layout.opinion > 0


def test_a_few_agencies_take_a4_at_full_size():
    for name in ("three", "one", "four grades"):
        layout = laid(PLANS[name])
        assert layout.size == 1
        assert max(layout.paper.width, layout.paper.height) < 300 * MM


def test_a_larger_paper_is_taken_where_the_smaller_has_no_good_type():
    sixty = small_plan(60, 5)
    look = newspaper_look()
    small = largest(look.papers[0], sixty, ZH, Appeal(), Extras())
    assert small
    assert small.size < look.good_size
    assert laid(sixty).size == 1
    assert laid(sixty).paper.width > small.paper.width


def test_blocks_stand_apart(tmp_path):
    content = pypdf.PdfReader(written(PLANS["2005"], tmp_path)).pages[0].get_contents()
    assert content is not None
    number = r"(-?[\d.]+)"
    found = re.findall(rf"n {number} {number} {number} {number} re", content.get_data().decode())
    tall = [(float(x), float(wide)) for x, _, wide, high in found if float(high) > 200 * MM]
    _, (first, wide), (second, _) = sorted(tall)  # the cutting line lies round both tables
    assert second - first - wide == pytest.approx(newspaper_look().block_gap, abs=0.01)


def test_blocks_stand_side_by_side_in_order_and_none_is_empty(plan):
    layout = laid(plan)
    rows = [len(block.heights) for block in layout.blocks]
    assert sum(rows) == len(plan.agencies)
    assert min(rows) > 0
    starts = [block.first for block in layout.blocks]
    assert all(b - a == held for (a, b), held in zip(pairwise(starts), rows, strict=False))
    look = newspaper_look()
    assert layout.size >= look.form.least_size
    assert layout.columns.pitch >= look.pitch_least
    assert layout.opinion == 0 or layout.opinion >= layout.columns.look.opinion_least


@pytest.mark.parametrize("words", [ZH, EN], ids=["zh", "en"])
def test_nothing_stands_beyond_the_cutting_line(tmp_path, plan, words):
    pypdfium2 = pytest.importorskip("pypdfium2")
    path = written(plan, tmp_path, words, send_to=OFFICE * 3, until="2006-05-30")
    picture = pypdfium2.PdfDocument(path)[0].render(scale=1, grayscale=True).to_pil()
    (width, height), edge = picture.size, int(newspaper_look().edge) - 4
    for box in (
        (0, 0, edge, height),
        (width - edge, 0, width, height),
        (0, 0, width, edge),
        (0, height - edge, width, height),
    ):
        assert picture.crop(box).getextrema()[0] > 200


def test_no_name_is_wider_than_its_column(plan):
    layout = laid(plan)
    size = layout.columns.look.styles["name"].size
    for lines in layout.columns.names:
        assert max(map(widest, lines)) * size <= layout.columns.name


def test_the_box_for_opinions_goes_before_the_type_becomes_unreadable(tmp_path):
    crowded = PLANS["ten dimensions"]
    assert laid(crowded).opinion == 0
    assert laid(crowded).columns.look.styles["name"].size >= 6.5
    assert "意见建议" not in text_of_page(written(crowded, tmp_path))
    assert "意见建议" in text_of_page(written(PLANS["2005"], tmp_path))


def test_what_no_page_holds_is_refused_with_the_remedy_and_nothing_is_written(tmp_path):
    with pytest.raises(NewspaperCrowdedError) as refused:
        written(small_plan(300, 5), tmp_path)
    assert "多页的评议表" in refused.value.sentence(ZH)
    assert not list(tmp_path.glob("*.pdf"))


@pytest.mark.parametrize("options", [{"send_to": "邮局😀"}, {}])
def test_a_character_that_no_font_has_is_refused_before_a_byte_is_written(tmp_path, options):
    with pytest.raises(GlyphMissingError):
        written(small_plan(title="评议" if options else "评议😀"), tmp_path, **options)
    assert not list(tmp_path.glob("*.pdf"))


@pytest.mark.parametrize(("mode", "word"), [("official", ""), ("drill", "演练")])
def test_a_drill_says_so_across_the_page_and_above_its_title(tmp_path, mode, word):
    path = written(PLANS["four grades"], tmp_path, mode=mode)
    assert largest_text(path) == {word}
    assert text_of_page(path).count("演练") == 2 * bool(word)


def test_a_strict_reader_has_no_complaint_and_rare_characters_are_found(tmp_path):
    pikepdf = pytest.importorskip("pikepdf")
    path = written(PLANS["hostile"], tmp_path, mode="drill")
    with pikepdf.open(path) as document:
        assert document.check_pdf_syntax() == []
    assert squeezed(HOSTILE[4]) in text_of_page(path)


def test_a_folder_gets_a_file_of_its_name(tmp_path):
    assert write_newspaper(small_plan(), tmp_path, words=ZH).name == "评议表（报纸版）.pdf"
