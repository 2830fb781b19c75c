"""From the printed page by a scanner into the window: what was drawn is what may be keyed."""

from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from desktop.papers.sheets import batch_covers
from desktop.report.questionnaire import write_run
from desktop.tally.print_run import PrintRun
from desktop.words import CHINESE, words_for
from tests.gui.clerk import Clerk, focused

ZH = words_for(CHINESE)
DPI = 200
CODE128, QR = "Code128", "QRCode"


def read_off(path: Path, page: int, kind: str) -> str:
    """The one code of this kind on a page, as a scanner's picture has it."""
    pypdfium2, scanner = map(pytest.importorskip, ("pypdfium2", "zxingcpp"))
    picture = pypdfium2.PdfDocument(path)[page].render(scale=DPI / 72, grayscale=True).to_pil()
    wanted = getattr(scanner.BarcodeFormat, kind)
    (text,) = [held.text for held in scanner.read_barcodes(picture) if held.format == wanted]
    return str(text)


def scan(text: str) -> None:
    """As a scanner does it: a keyboard without a pause, Enter last."""
    for character in text:
        QTest.keyClicks(focused(), character)
    QTest.keyClick(focused(), Qt.Key.Key_Return)


@pytest.fixture
def papers(tmp_path) -> Any:
    """Prints the forms of a batch, by the survey that a clerk has before him."""

    def printed(clerk: Clerk, batch: str = "B001", last: int = 3) -> Path:
        run = PrintRun(batch, 1, last, "C1")
        plan, mode = clerk.survey.plan, clerk.survey.mode
        return write_run(plan, run, tmp_path / f"{batch}.pdf", words=ZH, mode=mode)

    return printed


@pytest.mark.parametrize("kind", [QR, CODE128])
def test_forms_are_opened_by_the_code_printed_on_them(at_work, papers, kind):
    clerk = at_work()
    path = papers(clerk)
    for number in (2, 1):
        scan(read_off(path, number - 1, kind))
        assert (clerk.form.batch, clerk.form.number) == ("B001", number)
        clerk.type("789")
        clerk.finish()
    assert clerk.page.batch.counts.text() == "keyed 2  void 0  left 1"


def test_a_copy_shows_itself_by_a_number_seen_twice(at_work, papers):
    clerk = at_work()
    code = read_off(papers(clerk), 0, QR)
    scan(code)
    clerk.type("789")
    clerk.finish()
    scan(code)
    assert clerk.desk.form is None
    assert (clerk.number, clerk.sounds[-1]) == ("W31", "warn")
    assert "Form B001-001 is keyed already." in clerk.message


def test_a_form_of_another_batch_is_refused_by_its_code(at_work, papers):
    clerk = at_work()
    scan(read_off(papers(clerk, "B002", 2), 0, QR))
    assert (clerk.desk.form, clerk.number) == (None, "F13")


def test_the_code_on_a_cover_puts_its_batch_on_the_desk(at_work, tmp_path):
    clerk = at_work(batch="")
    path = batch_covers(clerk.survey, {"B002"}, tmp_path / "covers.pdf", ZH)
    scan(read_off(path, 0, CODE128))
    clerk.listen()
    clerk.open()
    assert (clerk.form.batch, clerk.form.number) == ("B002", 1)
