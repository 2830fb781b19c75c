"""The number of a form as a scanner finds it: on every page, askew, grey and blurred."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from desktop.report.qr import modules
from desktop.report.questionnaire import write_questionnaire, write_run
from desktop.tally.form import read_form_name
from desktop.tally.print_run import PrintRun
from tests.plans import shipped_plan, small_plan
from tests.unit.report.samples import ZH
from tests.unit.report.sheets import EN, LONG

DPI = 200
QR, BARS = "QRCode", "Code128"

Found = set[tuple[str, str]]
"""Kind of code and its text."""


def pictures(path: Path) -> Iterator[Any]:
    """Every page in grey, as a scanner takes it."""
    pypdfium2 = pytest.importorskip("pypdfium2")
    for page in pypdfium2.PdfDocument(path):
        yield page.render(scale=DPI / 72, grayscale=True).to_pil()


def decoded(picture: Any) -> Found:
    scanner = pytest.importorskip("zxingcpp")
    found = scanner.read_barcodes(picture)
    return {(str(held.format).rpartition(".")[2].replace(" ", ""), held.text) for held in found}


def clean(picture: Any) -> Any:
    return picture


def askew(picture: Any, degrees: float = 3.0) -> Any:
    return picture.rotate(degrees, resample=3, expand=True, fillcolor=255)


def photocopied(picture: Any) -> Any:
    """Black becomes grey, paper too, and edges run."""
    filters = pytest.importorskip("PIL.ImageFilter")
    return picture.filter(filters.GaussianBlur(1.5)).point(lambda tone: 70 + tone // 2)


def run_of(folder: Path, batch="B001", first=17, last=18, plan=None, **options: Any) -> Path:
    run = PrintRun(batch, first, last, "C1")
    given = {"words": ZH} | options
    return write_run(plan or small_plan(31, 2), run, folder / "run.pdf", **given)


def wanted(pages: int, *numbers: str) -> Sequence[str]:
    return [number for number in numbers for _ in range(pages)]


@pytest.mark.parametrize("spoilt", [clean, askew, photocopied], ids=lambda held: held.__name__)
def test_a_scanner_reads_the_number_on_every_page_of_every_copy(tmp_path, spoilt):
    plan = shipped_plan("2005")
    run = PrintRun("B001", 999, 1000, plan.channels[0].code)
    path = write_run(plan, run, tmp_path / "run.pdf", words=ZH)
    found = [decoded(spoilt(picture)) for picture in pictures(path)]
    assert len(found) == 8
    for codes, number in zip(found, wanted(4, "B001-999", "B001-1000"), strict=True):
        assert (QR, number) in codes
        assert {text for _, text in codes} == {number}


def test_a_photocopy_taken_askew_gives_the_number_of_its_original(tmp_path):
    (first, *_) = pictures(run_of(tmp_path))
    assert (QR, "B001-017") in decoded(photocopied(askew(first, -4.0)))
    assert (QR, "B001-017") in decoded(askew(first, 180.0))


@pytest.mark.parametrize("batch", ["B", "b1", "ABCDEFGHJKLM3456", "abcdefghjklm3456", "0012345678"])
def test_every_code_that_a_batch_may_have_is_read_back_as_it_is_keyed(tmp_path, batch):
    path = run_of(tmp_path, batch, 99_999, 99_999, mode="drill")
    for picture in pictures(path):
        for held in (picture, photocopied(picture)):
            assert (QR, f"{batch}-99999") in decoded(held)
    assert read_form_name(f"{batch}-99999") == (batch, 99_999)
    assert modules(f"{batch}-99999") <= 25


@pytest.mark.parametrize("words", [ZH, EN], ids=["zh", "en"])
def test_bars_stand_beside_the_number_where_they_have_room(tmp_path, words):
    for picture in pictures(run_of(tmp_path, words=words)):
        assert {kind for kind, _ in decoded(picture)} == {QR, BARS}


def test_a_title_that_needs_the_room_leaves_the_qr_code_alone(tmp_path):
    plan = replace(small_plan(31, 2), title=LONG[:120])
    for picture in pictures(run_of(tmp_path, plan=plan)):
        assert {kind for kind, _ in decoded(picture)} == {QR}


def test_a_form_without_a_number_has_no_code(tmp_path):
    path = write_questionnaire(small_plan(), tmp_path / "form.pdf", words=ZH)
    assert [decoded(picture) for picture in pictures(path)] == [set()]


def test_numbers_of_another_kind_have_a_code_too(tmp_path):
    path = write_questionnaire(
        small_plan(), tmp_path / "form.pdf", words=ZH, form_numbers=["表-7", "7" * 60]
    )
    first, second = (decoded(picture) for picture in pictures(path))
    assert (first, second) == ({(QR, "表-7")}, {(QR, "7" * 60)})
