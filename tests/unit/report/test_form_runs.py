"""A stack of numbered forms in one file: each page drawn once, written while it is drawn."""

from io import BytesIO
from itertools import pairwise
from pathlib import Path
from typing import Any

import pypdf
import pytest

from desktop.report.fonts import GlyphMissingError
from desktop.report.form_stream import FormCanvas
from desktop.report.questionnaire import questionnaire_writer, run_writer, write_run
from desktop.report.theme import document_theme
from desktop.tally.print_run import PrintRun, RunReversedError
from tests.plans import shipped_plan, small_plan
from tests.unit.report.samples import ZH, hostile_plan, pages_of, squeezed
from tests.unit.report.sheets import EN, largest_text

PLAN = small_plan(31, 2)
RUN = PrintRun("B001", 1, 3, "C2")


def written(folder: Path, run: PrintRun = RUN, plan=PLAN, **options: Any) -> Path:
    given = {"words": ZH} | options
    return write_run(plan, run, folder / "run.pdf", **given)


def drawn(run: PrintRun, plan=PLAN, **options: Any) -> bytes:
    held = BytesIO()
    run_writer(plan, run, words=ZH, **options)(held)
    return held.getvalue()


def test_every_page_bears_number_channel_and_the_whole_form(tmp_path):
    pages = [squeezed(page) for page in pages_of(written(tmp_path))]
    assert len(pages) % 3 == 0
    of_form = len(pages) // 3
    for at, page in enumerate(pages):
        assert f"B001-{at // of_form + 1:03d}" in page
        assert "渠道：报纸读者评议" in page
        assert f"第{at % of_form + 1}页共{of_form}页" in page
    assert "1单位1" in pages[0]
    assert "31单位31" in pages[of_form - 1]


def test_the_channel_is_one_of_the_run_alone(tmp_path):
    held = BytesIO()
    questionnaire_writer(PLAN, words=ZH, form_numbers=["B001-001"])(held)
    assert "渠道" not in "".join(page.extract_text() for page in pypdf.PdfReader(held).pages)


@pytest.mark.parametrize("mode", ["official", "drill"])
def test_a_strict_reader_has_no_complaint(tmp_path, mode):
    pikepdf = pytest.importorskip("pikepdf")
    with pikepdf.open(written(tmp_path, mode=mode)) as document:
        assert document.check_pdf_syntax() == []
        assert not [held for held in document.objects if held is None]


def test_every_font_is_embedded_and_every_name_is_found(tmp_path):
    plan = hostile_plan()
    path = written(tmp_path, plan=plan)
    reader = pypdf.PdfReader(path)
    fonts = [
        font.get_object()
        for page in reader.pages
        for font in page["/Resources"]["/Font"].values()  # type: ignore[index]
    ]
    assert fonts
    assert all("/FontFile2" in font["/FontDescriptor"].get_object() for font in fonts)
    text = squeezed("".join(pages_of(path)))
    for agency in plan.agencies:
        assert text.count(squeezed(agency.name)) >= 3


def test_a_page_of_the_form_is_drawn_once_for_all_copies():
    few, many = (len(drawn(PrintRun("B001", 1, count, "C1"))) for count in (10, 60))
    one = len(pypdf.PdfReader(BytesIO(drawn(PrintRun("B001", 1, 1, "C1")))).pages)
    assert (many - few) / 50 / one < 2_500
    reader = pypdf.PdfReader(BytesIO(drawn(PrintRun("B001", 1, 60, "C1"))))
    shared = [page["/Resources"]["/XObject"] for page in reader.pages]  # type: ignore[index]
    streams = {held.raw_get(name).idnum for held in shared for name in held}
    assert len(streams) == one


def test_a_copy_leaves_the_memory_for_the_file_as_soon_as_it_is_drawn():
    file = BytesIO()
    sizes: list[int] = []
    run = PrintRun("B001", 1, 40, "C1")
    run_writer(PLAN, run, words=ZH, report=lambda *_: sizes.append(file.tell()))(file)
    grown = [after - before for before, after in pairwise(sizes)]
    assert len(sizes) == 40
    assert min(grown) > 500


def test_no_page_is_kept_by_the_canvas():
    canvas = FormCanvas(BytesIO(), document_theme().portrait)
    for _ in range(3):
        canvas.drawString(10, 10, "1")
        canvas.showPage()
    kept = [name for name, held in canvas._doc.idToObject.items() if held is not None]
    assert not [name for name in kept if name.startswith("Page")]
    canvas.save()


def test_progress_is_told_copy_by_copy_and_may_stop_the_writing(tmp_path):
    told: list[tuple[int, int]] = []
    written(tmp_path, report=lambda *at: told.append(at))
    assert told == [(1, 3), (2, 3), (3, 3)]

    class StoppedError(Exception):
        pass

    def stop(done: int, _: int) -> None:
        raise StoppedError

    with pytest.raises(StoppedError):
        written(tmp_path, PrintRun("B002", 1, 3, "C1"), report=stop)
    assert [path.name for path in tmp_path.glob("*.p*")] == ["run.pdf"]
    assert "B001-001" in squeezed(pages_of(tmp_path / "run.pdf")[0])


def test_the_same_run_gives_the_same_bytes():
    assert drawn(RUN) == drawn(RUN)


def test_a_drill_says_so_on_every_copy(tmp_path):
    path = written(tmp_path, mode="drill")
    assert largest_text(path) == {"演练"}
    assert {page.count("演练") for page in map(squeezed, pages_of(path))} == {2}


def test_what_cannot_be_printed_is_refused_before_a_byte_is_written(tmp_path):
    with pytest.raises(RunReversedError):
        written(tmp_path, PrintRun("B001", 3, 1, "C1"))
    with pytest.raises(GlyphMissingError):
        written(tmp_path, plan=small_plan(title="评议😀"))
    assert not list(tmp_path.glob("*.p*"))


@pytest.mark.parametrize(
    ("words", "name"),
    [(ZH, "评议表 B001-001 至 B001-003.pdf"), (EN, "Appraisal form B001-001 to B001-003.pdf")],
    ids=["zh", "en"],
)
def test_a_folder_gets_a_file_named_for_its_numbers(tmp_path, words, name):
    assert write_run(PLAN, RUN, tmp_path, words=words).name == name


def test_numbers_change_nothing_of_the_rows(tmp_path):
    plan = shipped_plan("2005")
    blank = BytesIO()
    questionnaire_writer(plan, words=ZH)(blank)
    run = PrintRun("B001", 1, 1, plan.channels[0].code)
    bare, numbered = (
        [page.extract_text() for page in pypdf.PdfReader(held).pages]
        for held in (blank, BytesIO(drawn(run, plan)))
    )
    assert len(bare) == len(numbered) == 4
    for before, after in zip(bare, numbered, strict=True):
        assert squeezed(before).split("序号")[1] in squeezed(after)
