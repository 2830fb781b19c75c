"""What every paper of the list keeps to: a paper is covered by being listed."""

from typing import Any

import pikepdf
import pypdf
import pytest

from desktop.papers.listing import PAPERS
from desktop.papers.sources import Sources
from desktop.report.fonts import GlyphMissingError
from desktop.words import CHINESE, ENGLISH, words_for
from tests.plans import small_plan
from tests.reference.extracted import text_of
from tests.reference.small_round import LETTER, small_round
from tests.stations import Centre
from tests.unit.report.samples import squeezed

PRINTED = [paper for paper in PAPERS if paper.is_pdf]
IDS = [f"{paper.name}{paper.suffix}" for paper in PAPERS]
each_paper = pytest.mark.parametrize("paper", PAPERS, ids=IDS)
each_print = pytest.mark.parametrize("paper", PRINTED, ids=lambda paper: paper.name)
each_language = pytest.mark.parametrize("language", [CHINESE, ENGLISH])
FACE, STEM = "😀", "某笑脸局"
"""What no font has, and what stands before it in every name."""


@pytest.fixture(scope="module")
def made(tmp_path_factory):
    """Every paper of a small round, by name, suffix and language, and the survey's title."""
    centre, _ = small_round(tmp_path_factory.mktemp("round") / "c")
    folder, found = tmp_path_factory.mktemp("papers"), {}
    with centre.opened(write=False) as survey:
        for language in (CHINESE, ENGLISH):
            sources = Sources(survey, words_for(language), LETTER)
            for paper in PAPERS:
                path = folder / f"{paper.name}-{language}{paper.suffix}"
                found[paper.name, paper.suffix, language] = paper.write(sources, path)
        return found, survey.plan.title


@each_language
@each_paper
def test_it_has_something_to_say(made, paper, language):
    assert made[0][paper.name, paper.suffix, language].stat().st_size


@each_language
@each_print
def test_a_strict_reader_has_no_complaint(made, paper, language):
    with pikepdf.open(made[0][paper.name, paper.suffix, language]) as document:
        assert not document.check_pdf_syntax()


@each_language
@each_print
def test_every_font_is_embedded(made, paper, language):
    with pikepdf.open(made[0][paper.name, paper.suffix, language]) as document:
        held = [it for it in document.objects if isinstance(it, pikepdf.Dictionary)]
        found = [it for it in held if it.get("/Type") == "/Font" and it.get("/Subtype") != "/Type0"]
        assert found
        assert all("/FontFile2" in it.get("/FontDescriptor", {}) for it in found)


@each_language
@each_print
def test_its_text_is_found(made, paper, language):
    paths, title = made
    words = words_for(language)
    pages = pypdf.PdfReader(paths[paper.name, paper.suffix, language]).pages
    text = squeezed("".join(page.extract_text() for page in pages))
    assert squeezed(words(paper.title)) in text or squeezed(title) in text


@each_print
def test_every_page_with_a_number_has_the_hash_beside_its_code(made, paper):
    """Framed pages say how many they are; those of them that hang on a hash have its code."""
    scanner, pypdfium2 = map(pytest.importorskip, ("zxingcpp", "pypdfium2"))
    path = made[0][paper.name, paper.suffix, CHINESE]
    pages = pypdf.PdfReader(path).pages
    for page, drawn in zip(pages, pypdfium2.PdfDocument(path), strict=True):
        text = squeezed(page.extract_text())
        if "校验码" in text and "共" in text and "评议活动编号" in text:
            picture = drawn.render(scale=150 / 72, grayscale=True).to_pil()
            codes = [found.text for found in scanner.read_barcodes(picture)]
            assert any(code in text for code in codes)


@pytest.fixture(scope="module")
def faced(tmp_path_factory):
    """A survey whose every name has a character that no font has."""
    names: Any = {
        key: [{"code": f"{code}{at}", "name": f"{STEM}{at}{FACE}"} | more for at in (1, 2)]
        for key, code, more in (
            ("agencies", "A", {"group": "G1"}),
            ("dimensions", "D", {"points": 20}),
            ("channels", "C", {}),
        )
    }
    plan = small_plan(**names, title=f"{STEM}{FACE}")
    centre = Centre(tmp_path_factory.mktemp("faced") / "c", plan=plan)
    first, second = centre.stations
    first.key(1, marks="1111")
    second.key(1, marks="1112")
    centre.merge(first, second)
    return centre


@each_paper
def test_a_missing_glyph_is_told_before_a_byte_is_written_or_the_name_is_whole(
    faced, tmp_path, paper
):
    path, refused = tmp_path / f"x{paper.suffix}", ""
    with faced.opened(write=False) as survey:
        try:
            paper.write(Sources(survey, words_for(CHINESE), LETTER), path)
        except GlyphMissingError as error:
            refused = error.sentence(str)
    if refused:
        assert FACE in refused
        assert not path.exists()
    else:
        text = text_of(path)
        assert STEM not in text or (FACE in text and not paper.is_pdf)
