"""评议表: every agency with its boxes, on the pages that the plan wants, and nothing cut."""

import re
from dataclasses import replace
from functools import cache
from itertools import accumulate, pairwise
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pypdf
import pytest

from desktop.report.fonts import GlyphMissingError
from desktop.report.form_columns import FormColumns
from desktop.report.form_layout import lay_out
from desktop.report.form_pages import FormCrowdedError, FormPageFullError
from desktop.report.lines import widest
from desktop.report.questionnaire import printed_pages, write_questionnaire
from desktop.tally.plan import Page, Plan
from desktop.words import CHINESE, ENGLISH, words_for
from tests.plans import shipped_plan, small_plan
from tests.unit.report.samples import HOSTILE, ZH, hostile_plan, named, pages_of, squeezed
from tests.unit.report.sheets import EN, LONG, largest_text

MM = 72 / 25.4
SIX = ["很满意", "满意", "比较满意", "一般", "不太满意", "不满意"]
LATIN = ["Very satisfied", "Basically satisfied", "Rather unsatisfied", "Unsatisfied"]


def agencies(count: int, name: str = "市某某管理局第{0}分局") -> list[dict[str, Any]]:
    return named(*(name.format(at) for at in range(1, count + 1)))


def grades(*names: str) -> list[dict[str, Any]]:
    return [
        {"code": str(at), "name": name, "value": str(90 - at), "positive": at == 1}
        for at, name in enumerate(names, 1)
    ]


def dimensions(count: int, name: str = "内容{0}") -> list[dict[str, Any]]:
    return [{"code": f"D{at}", "name": name.format(at), "points": 20} for at in range(1, count + 1)]


PLANS: dict[str, Plan] = {
    "2005": shipped_plan("2005"),
    "four grades": shipped_plan("four-grades"),
    "three by two": small_plan(3, 2),
    "two hundred by ten": small_plan(agencies(200), 10),
    "six grades and don't know": small_plan(
        agencies(23), 10, grades=grades(*SIX), dont_know=True, title="评议\n活动"
    ),
    "six grades": small_plan(agencies(40), 5, grades=grades(*SIX)),
    "one of each": small_plan(agencies(1), 1, grades=grades("满意", "不满意")),
    "long English": small_plan(
        agencies(30, "Department of Housing and Urban Development No. {0}"),
        dimensions(4, "Attitude of service {0}"),
        grades=grades(*LATIN),
        dont_know=True,
        title="Citizens appraise public offices",
    ),
    "long names": small_plan(
        agencies(12, "{0}" + LONG),
        dimensions(6, LONG + "{0}"),
        grades=grades(*(f"{LONG}{at}" for at in range(6))),
        title=LONG,
        void_reasons=[{"code": f"V{at}", "name": f"{LONG}{at}"} for at in range(4)],
    ),
    "hostile": hostile_plan(),
    "pages": small_plan(
        agencies(97),
        5,
        pages=[
            {"rows": 30, "check": "47"},
            {"rows": 40, "check": ""},
            {"rows": 27, "check": "8012"},
        ],
    ),
    "long title": small_plan(agencies(60), 5, title=(LONG * 2)[:200]),
    "a full last page": small_plan(agencies(58), 5, pages=[{"rows": 13}, {"rows": 45}]),
    "crowded pages": small_plan(
        agencies(120), 5, pages=[{"rows": 60, "check": "47"}, {"rows": 60, "check": "81"}]
    ),
}


@pytest.fixture(params=PLANS, ids=list(PLANS))
def plan(request) -> Plan:
    return PLANS[request.param]


def written(plan: Plan, folder: Path, words=ZH, **options: Any) -> Path:
    return write_questionnaire(plan, folder / "form.pdf", words=words, **options)


def texts(path: Path) -> list[str]:
    return [squeezed(page) for page in pages_of(path)]


@cache
def printed(name: str, language: str) -> list[str]:
    """The text of every page of a plan's form: reading it takes longer than drawing it."""
    with TemporaryDirectory() as folder:
        return texts(written(PLANS[name], Path(folder), words_for(language)))


def rows_by_page(plan: Plan, words=ZH) -> list[range]:
    ends = accumulate((len(page.heights) for page in lay_out(plan, words).pages), initial=0)
    return [range(*pair) for pair in pairwise(ends)]


@pytest.mark.parametrize("language", [CHINESE, ENGLISH])
@pytest.mark.parametrize("name", PLANS)
def test_every_agency_stands_once_in_order_with_its_number(name, language):
    plan, pages = PLANS[name], printed(name, language)
    rows = rows_by_page(plan, words_for(language))
    assert [row for held in rows for row in held] == list(range(len(plan.agencies)))
    for page, held in zip(pages, rows, strict=True):
        at = 0
        for row in held:
            wanted = f"{row + 1}{squeezed(plan.agencies[row].name)}"
            found = page.find(wanted, at)
            assert found >= 0, wanted
            at = found + len(wanted)


@pytest.mark.parametrize("language", [CHINESE, ENGLISH])
@pytest.mark.parametrize("name", PLANS)
def test_the_head_and_the_number_field_stand_on_every_page(name, language):
    plan, pages, words = PLANS[name], printed(name, language), words_for(language)
    for number, page in enumerate(pages, 1):
        assert squeezed(words("Form number")) in page
        place = words("Page {page} of {pages}").format(page=number, pages=len(pages))
        assert squeezed(place) in page
        assert squeezed(plan.title) in page
        for dimension in plan.dimensions:
            assert squeezed(dimension.name) in page or dimension.code in page
    for named_thing in (*plan.dimensions, *plan.grades, *plan.void_reasons):
        assert squeezed(named_thing.name) in pages[0]  # type: ignore[attr-defined]
    assert squeezed(words("Opinions and suggestions (you may leave this empty):")) in pages[-1]


Box = tuple[float, float, float, float]


def boxes(page: pypdf.PageObject) -> list[Box]:
    """Left, lower edge, width and height of every rectangle."""
    content = page.get_contents()
    assert content is not None
    number = r"(-?[\d.]+)"
    found = re.findall(rf"n {number} {number} {number} {number} re", content.get_data().decode())
    return [(float(x), float(y), float(w), float(h)) for x, y, w, h in found]


def tick_boxes(page: pypdf.PageObject) -> list[Box]:
    """No other frame is as small."""
    return [box for box in boxes(page) if box[2] < 6.1 * MM and box[3] < 4.7 * MM]


def test_every_cell_has_a_box_for_each_answer(tmp_path, plan):
    across = len(plan.dimensions) * (len(plan.grades) + plan.dont_know)
    reader = pypdf.PdfReader(written(plan, tmp_path))
    for page, rows in zip(reader.pages, rows_by_page(plan), strict=True):
        found = tick_boxes(page)
        assert len(found) == len(rows) * across
        lefts, lows = ({round(box[at], 1) for box in found} for at in (0, 1))
        assert (len(lefts), len(lows)) == (across, len(rows))
        assert all(b - a > found[0][2] for a, b in pairwise(sorted(lefts)))
        assert all(b - a > found[0][3] for a, b in pairwise(sorted(lows)))


@pytest.mark.parametrize(
    ("name", "width", "height"),
    [
        ("2005", 5, 4),
        ("three by two", 5, 4),
        ("two hundred by ten", 3.6, 3.6),
        ("six grades", 3.6, 4),
        ("six grades and don't know", 2, 4),
        ("crowded pages", 4, 2.6),
    ],
)
def test_boxes_have_room_for_a_pen(tmp_path, name, width, height):
    for page in pypdf.PdfReader(written(PLANS[name], tmp_path)).pages:
        box = tick_boxes(page)[0]
        assert box[2] >= width * MM
        assert box[3] >= height * MM


def inside(path: Path) -> bool:
    """Whether the margins of the form, which are its own, are free of ink."""
    pypdfium2 = pytest.importorskip("pypdfium2")
    for page in pypdfium2.PdfDocument(path):
        picture = page.render(scale=1, grayscale=True).to_pil()
        (width, height), side, foot = picture.size, 38, 22
        edges = (
            (0, 0, side, height),
            (width - side, 0, width, height),
            (0, 0, width, foot),
            (0, height - foot, width, height),
        )
        if any(picture.crop(edge).getextrema()[0] < 128 for edge in edges):
            return False
    return True


def columns_of(plan: Plan, words=ZH) -> FormColumns:
    return lay_out(plan, words).columns


@pytest.mark.parametrize("words", [ZH, EN], ids=["zh", "en"])
def test_no_text_is_wider_than_its_place(tmp_path, plan, words):
    columns = columns_of(plan, words)
    styles = columns.look.styles
    for lines in columns.names:
        assert max(map(widest, lines)) * styles["name"].size <= columns.name
    for heading in columns.headings:
        width = max(widest(line, bold=True) for line in heading.lines)
        assert width * styles["dimension"].size <= columns.cell
    labels = columns.labels
    for lines in labels.lines:
        wide = max(map(widest, lines)) * labels.style.size
        high = len(lines) * labels.style.leading
        across, along = (high, wide) if labels.turned else (wide, high)
        assert across <= columns.pitch
        assert along <= labels.height + 0.01
    assert inside(written(plan, tmp_path, words))


def test_rows_stay_between_the_margins(plan):
    layout = lay_out(plan, ZH)
    look, paper = layout.columns.look, layout.columns.paper
    head = sum(strip.height for strip in layout.head)
    free = paper.height - paper.top - paper.bottom - look.band - layout.columns.head_height
    for at, page in enumerate(layout.pages):
        used = page.height + page.opinion + (0 if at else head)
        assert used <= free
    assert layout.pages[-1].opinion >= look.opinion_least
    assert not any(page.opinion for page in layout.pages[:-1])


def test_the_plans_pages_and_check_numbers_are_kept(tmp_path):
    plan = PLANS["pages"]
    assert [len(rows) for rows in rows_by_page(plan)] == [30, 40, 27]
    first, second, third = texts(written(plan, tmp_path))
    assert "校验码47" in first
    assert "校验码" not in second
    assert "校验码8012" in third
    assert "校验码" not in "".join(texts(written(replace(plan, pages=()), tmp_path)))


def test_crowded_pages_are_set_smaller_and_no_smaller_than_can_be_read():
    columns = columns_of(PLANS["crowded pages"])
    assert 0.59 < columns.look.size < 1
    assert columns.look.styles["name"].size > 6


def test_pages_that_no_sheet_holds_are_refused_and_nothing_is_written(tmp_path):
    pages = [{"rows": 10}, {"rows": 190}]
    with pytest.raises(FormPageFullError) as refused:
        written(small_plan(agencies(200), 5, pages=pages), tmp_path)
    assert refused.value.fields == {"page": 2, "rows": 190}
    assert not list(tmp_path.glob("*.pdf"))


def test_names_that_leave_no_room_for_the_table_are_refused(tmp_path):
    reasons = [{"code": f"V{at}", "name": f"{LONG}{at}"} for at in range(60)]
    with pytest.raises(FormCrowdedError):
        written(small_plan(void_reasons=reasons), tmp_path)
    assert not list(tmp_path.glob("*.pdf"))


def test_a_hundred_and_twenty_agencies_take_two_sheets_in_tens():
    layout = lay_out(shipped_plan("2005"), ZH)
    assert [len(page.heights) for page in layout.pages] == [30, 30, 30, 30]
    assert layout.columns.paper.width < layout.columns.paper.height
    assert min(layout.pages[0].heights) >= 5.8 * MM
    assert layout.columns.look.styles["name"].size >= 10


@pytest.mark.parametrize("count", [1, 9, 10, 11, 29, 30, 31, 40, 61, 99, 120, 200, 333])
def test_no_page_is_left_nearly_empty_and_no_sheet_is_wasted(count):
    pages = [len(page.heights) for page in lay_out(small_plan(agencies(count), 5), ZH).pages]
    assert sum(pages) == count
    assert len(pages) <= 1 + count // 26
    assert all(page >= 15 for page in pages[:-1])


def test_wide_forms_lie_across():
    for name in ("two hundred by ten", "six grades and don't know"):
        paper = columns_of(PLANS[name]).paper
        assert paper.width > paper.height


def strokes(page: pypdf.PageObject, weight: str) -> list[float]:
    """Heights of the level lines drawn with a pen of this weight."""
    content = page.get_contents()
    assert content is not None
    found, now = [], ""
    for line in content.get_data().decode().splitlines():
        if width := re.search(r"([\d.]+) w\b", line):
            now = width[1]
        if now == weight:
            found += re.findall(r"[\d.]+ ([\d.]+) m [\d.]+ \1 l", line)
    return [float(height) for height in found]


def test_every_tenth_row_ends_with_an_anchor_line(tmp_path):
    plan = PLANS["a full last page"]
    reader = pypdf.PdfReader(written(plan, tmp_path))
    for page, rows in zip(reader.pages, rows_by_page(plan), strict=True):
        lows = sorted({box[1] for box in tick_boxes(page)}, reverse=True)
        tens = [low for row, low in zip(rows, lows, strict=True) if (row + 1) % 10 == 0]
        lines = strokes(page, "1.6")
        assert len(lines) == len(tens)
        assert all(0 < low - line < 2 * MM for low, line in zip(tens, lines, strict=True))


def test_a_dimension_whose_name_is_too_long_stands_as_its_code_and_is_explained(tmp_path):
    plan = PLANS["long names"]
    assert [held.lines for held in columns_of(plan).headings] == [
        (held.code,) for held in plan.dimensions
    ]
    first = texts(written(plan, tmp_path))[0]
    assert all(f"{held.code}:{held.name}" in first for held in plan.dimensions)


def test_numbers_make_a_copy_each_with_the_number_on_every_page(tmp_path):
    plan, numbers = PLANS["pages"], ["B001-001", "B001-002", "7" * 60]
    pages = texts(written(plan, tmp_path, form_numbers=numbers))
    assert len(pages) == 9
    for at, page in enumerate(pages):
        assert numbers[at // 3] in page
        assert f"第{at % 3 + 1}页共3页" in page
    assert inside(tmp_path / "form.pdf")


def test_no_numbers_make_no_page_and_none_given_one_blank_form(tmp_path):
    assert len(texts(written(PLANS["pages"], tmp_path))) == 3


@pytest.mark.parametrize(("mode", "word"), [("official", ""), ("drill", "演练")])
def test_a_drill_says_so_across_every_page(tmp_path, mode, word):
    path = written(PLANS["pages"], tmp_path, mode=mode)
    assert largest_text(path) == {word}
    # once across the page, and once where no box stands
    assert {page.count("演练") for page in texts(path)} == {2 * bool(word)}


def test_what_the_plan_allows_is_what_the_form_explains(tmp_path):
    with_it = texts(written(shipped_plan("four-grades"), tmp_path))[0]
    without = texts(written(shipped_plan("2005"), tmp_path))[0]
    assert "请选“不了解”" in with_it
    assert "不了解的单位，可以不填" in without
    assert "整张评议表无效：答案系复印、原件系复印、逾期" in without
    strict = small_plan(validity={
        "max_blank": {"share": "1/2", "reason": "V4"}, "one_grade": "V7",
    })  # fmt: skip
    said = texts(written(strict, tmp_path))[0]
    assert "50%" in said
    assert said.count("规则性填写") == 2


def test_a_year_that_the_title_does_not_name_stands_below_it(tmp_path):
    assert "评议表（2005年度）" in texts(written(small_plan(), tmp_path))[0]
    assert "（2005年度）" not in texts(written(shipped_plan("2005"), tmp_path))[0]


def test_the_chinese_form_is_chinese_throughout(tmp_path):
    text = "".join(texts(written(shipped_plan("2005"), tmp_path)))
    assert not re.findall("[A-Za-z]+", text)


@pytest.mark.parametrize("missing", [
    {"agencies": named("满意😀局")}, {"title": "评议😀"}, {"dimensions": dimensions(2, "😀{0}")},
    {"grades": grades("满😀意", "不满意")}, {"void_reasons": [{"code": "V1", "name": "污😀损"}]},
], ids=lambda held: next(iter(held)))  # fmt: skip
def test_a_name_that_no_font_can_print_is_refused_and_nothing_is_written(tmp_path, missing):
    with pytest.raises(GlyphMissingError):
        written(small_plan(**missing), tmp_path / "none")
    assert not (tmp_path / "none").exists()


def test_a_form_number_that_no_font_can_print_is_refused_too(tmp_path):
    with pytest.raises(GlyphMissingError):
        written(small_plan(), tmp_path / "none", form_numbers=["B001-001", "😀"])
    assert not (tmp_path / "none").exists()


def test_every_font_is_embedded_and_rare_characters_are_there(tmp_path):
    reader = pypdf.PdfReader(written(PLANS["hostile"], tmp_path))
    fonts = [
        font.get_object()
        for page in reader.pages
        for font in page["/Resources"]["/Font"].values()  # type: ignore[index]
    ]
    assert fonts
    assert all("/FontFile2" in font["/FontDescriptor"].get_object() for font in fonts)
    assert squeezed(HOSTILE[4]) in texts(tmp_path / "form.pdf")[0]


def test_the_same_plan_gives_the_same_bytes(tmp_path):
    first = written(PLANS["pages"], tmp_path).read_bytes()
    assert written(PLANS["pages"], tmp_path).read_bytes() == first


def test_a_plan_may_take_over_the_pages_as_they_are_printed():
    plan = shipped_plan("2005")
    pages = printed_pages(plan, ZH)
    assert pages == (Page(30),) * 4
    assert printed_pages(replace(plan, pages=pages), ZH) == pages


def test_the_file_has_its_name(tmp_path):
    assert write_questionnaire(small_plan(), tmp_path, words=ZH).name == "评议表.pdf"
