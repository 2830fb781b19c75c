"""What every page of every PDF has: frame, fonts, mode; and that the same input gives the same."""

from typing import Any

import pypdf
import pytest

from desktop.report.documents import write_documents
from desktop.words import ENGLISH, words_for
from tests.plans import small_plan
from tests.unit.report.samples import (
    HASH,
    blank_forms,
    hostile_plan,
    material,
    pages_of,
    squeezed,
    written,
)

PDFS = ["result-sheet", "tables"]


@pytest.mark.parametrize("name", PDFS)
@pytest.mark.parametrize(("mode", "word"), [("official", "正式·第3版"), ("drill", "演练·第3版")])
def test_every_page_names_mode_edition_rule_hash_and_number(tmp_path, name, mode, word):
    plan = small_plan(60)
    made = material(plan, blank_forms(plan), mode=mode, edition=3, sealed=True)
    pages = [squeezed(page) for page in pages_of(written(made, tmp_path, name))]
    for number, page in enumerate(pages, 1):
        assert page.startswith(("评议·", "演练评议·"))
        for part in (f"{word}·已封存", "计分规则：（22×满意", HASH, "5e5e5e5e"):
            assert part in page
        assert f"第{number}页共{len(pages)}页" in page


def test_an_unsealed_edition_says_so(tmp_path):
    (page,) = pages_of(written(material(), tmp_path, "result-sheet"))
    assert "第1版·未封存" in squeezed(page)


def largest_text(page):
    """What is set larger than any title."""
    found = []

    def note(text, _matrix, _text_matrix, _font, size):
        found.append(text if size > 100 else "")

    page.extract_text(visitor_text=note)
    return "".join(found).strip()


@pytest.mark.parametrize(("mode", "word"), [("official", ""), ("drill", "演练")])
def test_a_drill_says_so_across_every_page(tmp_path, mode, word):
    for name in PDFS:
        pages = pypdf.PdfReader(written(material(mode=mode), tmp_path, name)).pages
        assert {largest_text(page) for page in pages} == {word}


def drawn(path):
    """The first page, grey value by grey value."""
    pypdfium2 = pytest.importorskip("pypdfium2")
    return pypdfium2.PdfDocument(path)[0].render(scale=1, grayscale=True).to_pil().tobytes()


def test_a_drill_shows_through_shading(tmp_path):
    plan = small_plan(30, 1, cut={"top": 30, "bottom": 0})
    forms = blank_forms(plan)
    official = drawn(written(material(plan, forms), tmp_path / "official", "tables"))
    drill = drawn(written(material(plan, forms, mode="drill"), tmp_path / "drill", "tables"))
    shaded = [after for before, after in zip(official, drill, strict=True) if before == 0xE9]
    assert sum(after < 0xD8 for after in shaded) > len(shaded) / 20


@pytest.mark.parametrize("name", PDFS)
def test_a_drill_is_multiplied_so_that_figures_stay_black(tmp_path, name):
    for page in pypdf.PdfReader(written(material(mode="drill"), tmp_path, name)).pages:
        resources: Any = page["/Resources"]
        states = [state.get_object() for state in resources["/ExtGState"].values()]
        assert "/Multiply" in [state.get("/BM") for state in states]


def fonts_of(path):
    for page in pypdf.PdfReader(path).pages:
        resources: Any = page["/Resources"]
        yield from (font.get_object() for font in resources["/Font"].values())


@pytest.mark.parametrize("name", PDFS)
def test_every_font_is_embedded(tmp_path, name):
    plan = hostile_plan()
    fonts = list(fonts_of(written(material(plan, blank_forms(plan)), tmp_path, name)))
    assert {font["/BaseFont"].split("+")[1].split("-")[0] for font in fonts} == {
        "NotoSansSC",
        "PingyiRareHan",
    }
    assert all("/FontFile2" in font["/FontDescriptor"].get_object() for font in fonts)


def test_rare_hanzi_are_copied_and_searched_as_what_they_are(tmp_path):
    plan = hostile_plan("囍𫖯")
    pages = pages_of(written(material(plan, blank_forms(plan)), tmp_path, "tables"))
    assert "𠮷野监督管理局𬱖" in pages[0]
    assert "囍𫖯" in pages[0]


@pytest.mark.parametrize("name", [*PDFS, "workbook", "forms", "counts"])
def test_the_same_results_give_the_same_bytes(tmp_path, name):
    first = written(material(), tmp_path / "first", name)
    second = written(material(), tmp_path / "second", name)
    assert first.read_bytes() == second.read_bytes()


def test_in_english_the_files_and_the_pages_are_english(tmp_path):
    paths = write_documents(material(), tmp_path, words=words_for(ENGLISH))
    assert [path.name for path in paths] == [
        "Count result sheet.pdf",
        "Statistical tables.pdf",
        "Statistical tables.xlsx",
        "Forms in detail.csv",
        "Counts in detail.csv",
    ]
    (page,) = pages_of(paths[0])
    assert "Check: valid 5 + void 2 = returned 7." in page
