"""The frame of every page: its foot has the hash as text and as a code, and costs little."""

from itertools import pairwise
from pathlib import Path
from typing import Any

import pypdf
import pytest

from desktop.report.imprint import Imprint
from desktop.report.page import Frame
from desktop.report.paper import Part, paper_writer
from desktop.report.strips import Strip
from desktop.report.theme import document_theme
from tests.unit.report.samples import ZH, pages_of, squeezed
from tests.unit.report.sheets import EN, LONG, SURVEY, digest, inside

THEME = document_theme()
HASH = digest("results")
PAPERS = (THEME.portrait, THEME.landscape)


def imprint(digits: str = HASH, **changes: Any) -> Imprint:
    given: dict[str, Any] = {
        "title": "万人评议", "document": "统计表", "survey": SURVEY, "drill": False,
        "standing": "正式·第1版", "rule": "计分规则：（22×满意＋17×基本满意）÷得票数",
        "proof": ("评议结果校验码（SHA-256）", digits),
    }  # fmt: skip
    return Imprint(**given | changes)


def filled(height: float) -> list[Strip]:
    """A body that blackens every point it is given, from margin to margin."""

    def draw(pen, x, top):
        pen.fill(x, top - height, THEME.portrait.room, height, "text")

    return [Strip(height, draw)]


def document(folder: Path, held: Imprint, pages: int = 1, paper=THEME.portrait, words=ZH) -> Path:
    path = folder / f"{pages}.pdf"
    parts = [Part([]) for _ in range(pages)]
    with path.open("wb") as file:
        paper_writer(held, paper, parts, words)(file)
    return path


@pytest.mark.parametrize("dpi", [150, 200])
@pytest.mark.parametrize("paper", PAPERS, ids=["portrait", "landscape"])
@pytest.mark.parametrize("drill", [False, True])
def test_a_scanner_reads_the_hash_from_every_page(tmp_path, dpi, paper, drill):
    pypdfium2, scanner = map(pytest.importorskip, ("pypdfium2", "zxingcpp"))
    path = document(tmp_path, imprint(drill=drill), 3, paper)
    for page in pypdfium2.PdfDocument(path):
        picture = page.render(scale=dpi / 72, grayscale=True).to_pil()
        assert [found.text for found in scanner.read_barcodes(picture)] == [HASH]


def test_the_code_stands_white_beside_a_body_that_is_black_to_its_end(tmp_path):
    pypdfium2, scanner = map(pytest.importorskip, ("pypdfium2", "zxingcpp"))
    held = imprint()
    room = Frame(held, THEME.portrait, THEME, ZH).room
    with (tmp_path / "black.pdf").open("wb") as file:
        paper_writer(held, THEME.portrait, [Part(filled(room))], ZH)(file)
    (page,) = pypdfium2.PdfDocument(tmp_path / "black.pdf")
    (found,) = scanner.read_barcodes(page.render(scale=150 / 72).to_pil())
    assert found.text == HASH


def test_a_page_more_costs_a_line_and_no_second_code(tmp_path):
    sizes = [document(tmp_path, imprint(), pages).stat().st_size for pages in (1, 101)]
    plain = [document(tmp_path, imprint(""), pages).stat().st_size for pages in (1, 101)]
    assert (sizes[1] - sizes[0]) - (plain[1] - plain[0]) < 100 * 500


def test_without_a_hash_there_is_no_code_and_a_dash(tmp_path):
    path = document(tmp_path, imprint(""))
    (page,) = pypdf.PdfReader(path).pages
    resources: Any = page["/Resources"]
    assert "/XObject" not in resources
    assert "校验码（SHA-256）—" in squeezed(page.extract_text())
    assert Frame(imprint(""), THEME.portrait, THEME, ZH).room > _room(imprint())
    assert _room(imprint(proof=None)) > _room(imprint(""))


def _room(held: Imprint, **changes: Any) -> float:
    given: dict[str, Any] = {"paper": THEME.portrait, "theme": THEME, "words": ZH}
    return Frame(held, **given | changes).room


def test_the_foot_grows_with_its_rule_and_no_sooner_than_it_must():
    long = ["短", "短" * 50, *(LONG * times for times in (1, 2, 4, 8))]
    rooms = [_room(imprint(rule=text)) for text in long]
    assert rooms[0] == rooms[1]
    assert all(before >= after for before, after in pairwise(rooms))
    assert rooms[0] > rooms[-1]


@pytest.mark.parametrize("words", [ZH, EN])
@pytest.mark.parametrize("paper", PAPERS, ids=["portrait", "landscape"])
def test_long_names_and_rules_leave_the_code_alone(tmp_path, words, paper):
    pypdfium2, scanner = map(pytest.importorskip, ("pypdfium2", "zxingcpp"))
    label = "Hash of the results (SHA-256)" if words is EN else "评议结果校验码（SHA-256）"
    held = imprint(title=LONG, rule=LONG, proof=(label, HASH))
    path = document(tmp_path, held, 1, paper, words)
    assert squeezed(pages_of(path)[0]).count(LONG) == 2
    assert inside(path)
    (found,) = scanner.read_barcodes(pypdfium2.PdfDocument(path)[0].render(scale=150 / 72).to_pil())
    assert found.text == HASH
