"""The page Documents: seen as printed, of the edition that is chosen, saved and put on paper."""

import zipfile

import pytest
from PySide6.QtCore import Qt
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtTest import QTest

from desktop.actions import beside, sealing
from desktop.actions.batches import register_batch
from desktop.papers.listing import PAPERS
from desktop.store.survey_file import open_survey
from desktop.tally.reconciliation import Slip
from desktop.views import paper_acts, paper_writing
from tests.gui.clerk import focused
from tests.gui.office import Office, click, enter
from tests.gui.papers import choose, look_at, paper, small_centre, text_in_sight


@pytest.fixture
def centre(tmp_path):
    return small_centre(tmp_path / "centre")


@pytest.fixture
def office(window, qtbot, centre):
    return Office(window(), qtbot, centre)


@pytest.fixture
def page(office):
    return office.page("documents")


def seal(centre):
    with centre.opened() as survey:
        waivers = [sealing.Waiver(p.place, "缺", "J01") for p in sealing.obstacles(survey)]
        sealing.seal(survey, waivers=waivers, second="J01", operator="Z01")


def saved(page, office, monkeypatch, path):
    monkeypatch.setattr(paper_acts, "save_dialog", lambda *_: lambda *_: str(path))
    click(page.save_button)
    office.settle()


def test_the_paper_under_the_cursor_is_laid_out(page, office):
    assert page.choice.list.table.hasFocus()
    look_at(page, office, "covers")
    assert page.sight.laid.content.startswith(b"%PDF")
    assert page.sight.preview.nothing.text() == ""


def test_the_list_says_what_each_paper_is_for(page):
    rows = page.choice.list.model.rows()
    assert [row.key for row in rows] == list(PAPERS)
    assert {row.texts[2] for row in rows} == {"results", "letters", "work", "blanks"}
    assert ("Circular", "DOCX", "letters") in [row.texts for row in rows]


def test_a_paper_that_is_overtaken_by_another_never_appears(page, office, monkeypatch):
    look_at(page, office, "covers")
    shown = []
    preview = page.sight.preview
    monkeypatch.setattr(preview, "show_pdf", lambda content, **_: shown.append(content))
    choose(page, "tables")
    page.sight.lay_out()
    choose(page, "zero")
    page.sight.lay_out()
    office.until(lambda: page.sight.is_settled)
    office.settle()
    assert shown == [page.sight.laid.content]


def test_a_file_for_other_programs_says_so_and_is_not_printed(page, office):
    look_at(page, office, "zero")
    choose(page, "workbook")
    office.until(lambda: "other programs" in page.sight.preview.nothing.text())
    click(page.print_button)
    assert "other programs" in office.message()


def test_what_is_lacking_is_said(page, office, tmp_path, monkeypatch):
    look_at(page, office, "rulings")
    assert "no form was ruled on" in page.sight.preview.nothing.text()
    saved(page, office, monkeypatch, tmp_path / "r.pdf")
    assert "no form was ruled on" in office.message()
    assert not (tmp_path / "r.pdf").exists()


def test_enter_lays_out_what_was_cancelled(page, office):
    choose(page, "tables")
    page.sight.lay_out()
    page.sight.acting.cancel()
    office.until(lambda: "press Enter" in page.sight.preview.nothing.text())
    enter(page.choice.list.table)
    office.until(lambda: page.sight.is_settled)


def test_one_paper_is_saved_under_the_ending_of_its_kind(page, office, tmp_path, monkeypatch):
    choose(page, "results")
    saved(page, office, monkeypatch, tmp_path / "结果 1.0")
    path = tmp_path / "结果 1.0.json"
    assert path.read_bytes().startswith(b'{"agencies"')
    assert str(path) in office.message()
    path.write_text("mine", encoding="utf-8")
    saved(page, office, monkeypatch, tmp_path / "结果 1.0")
    assert path.read_text(encoding="utf-8") == "mine"
    assert "whole name" in office.message()


@pytest.mark.parametrize("name", ["zero", "log", "workbook", "circular-text"])
def test_a_place_that_cannot_be_written_is_named(page, office, tmp_path, monkeypatch, name):
    choose(page, name)
    (tmp_path / "file").write_text("x", encoding="utf-8")
    saved(page, office, monkeypatch, tmp_path / "file" / f"x{paper(name).suffix}")
    assert "cannot be written" in office.message()
    assert "file" in office.message()


def all_saved(page, monkeypatch, folder):
    monkeypatch.setattr(paper_acts, "folder_dialog", lambda *_: lambda *_: str(folder))
    click(page.all_button)


class TestSavingAll:
    def test_every_paper_that_there_is_goes_into_a_folder(
        self, page, office, tmp_path, monkeypatch
    ):
        folder = tmp_path / "文件"
        folder.mkdir()
        all_saved(page, monkeypatch, folder)
        office.until(lambda: "documents saved" in office.message())
        names = {path.name for path in folder.iterdir()}
        assert names == {f"{held.title}{held.suffix}" for held in PAPERS} - {"Ruling sheet.pdf"}
        assert f"{len(names)} documents saved" in office.message()

    def test_a_folder_that_is_gone_is_named(self, page, office, tmp_path, monkeypatch):
        all_saved(page, monkeypatch, tmp_path / "拔掉的盘")
        office.settle()
        assert "拔掉的盘" in office.message()
        assert "cannot be written" in office.message()

    def test_stopped_it_has_changed_nothing_and_says_so(self, page, office, tmp_path, monkeypatch):
        folder = tmp_path / "文件"
        folder.mkdir()
        (folder / "Zero report.pdf").write_bytes(b"before")
        look_at(page, office, "zero")  # nothing else is under way
        all_saved(page, monkeypatch, folder)
        bar = page.acts.bar
        office.until(lambda: bar.isVisible() and bar.bar.value() >= 2)
        click(bar.stop_button)
        office.until(lambda: not page.acts.acting.is_busy)
        assert office.message() == f"Stopped: nothing in {folder} has changed."
        assert [path.name for path in folder.iterdir()] == ["Zero report.pdf"]
        assert (folder / "Zero report.pdf").read_bytes() == b"before"

    def test_a_second_click_meanwhile_does_nothing(self, page, office, tmp_path, monkeypatch):
        one, other = tmp_path / "one", tmp_path / "other"
        one.mkdir()
        other.mkdir()
        all_saved(page, monkeypatch, one)
        all_saved(page, monkeypatch, other)
        office.until(lambda: "documents saved" in office.message())
        assert str(one) in office.message()
        assert not list(other.iterdir())


def test_while_sealed_there_is_one_choice(window, qtbot, centre):
    seal(centre)
    office = Office(window(), qtbot, centre)
    page = office.page("documents")
    assert [page.edition.itemText(at) for at in range(page.edition.count())] == [
        "Sealed: edition 1"
    ]
    assert page.head.state.text() == "Sealed: edition 1."
    look_at(page, office, "result-sheet")
    assert page.sight.laid.content


def test_after_unsealing_the_sealed_edition_is_a_choice(window, qtbot, centre, tmp_path):
    seal(centre)
    with centre.opened() as survey:
        sealing.unseal(survey, reason="补录", second="J01", operator="Z01")
    office = Office(window(), qtbot, centre)
    page = office.page("documents")
    assert page.edition.itemText(0) == "As it stands: edition 2"
    look_at(page, office, "result-sheet")
    assert "not sealed" in text_in_sight(page)
    page.edition.setFocus()
    QTest.keyClick(page.edition, Qt.Key.Key_Down)
    office.until(lambda: page.sight.is_settled)
    assert page.sight.laid.order.edition == 1
    assert "not sealed" not in text_in_sight(page)


def test_a_copy_that_is_only_viewed_prints_as_well(window, qtbot, centre, tmp_path):
    held = window()
    held.session.take(open_survey(centre.supervisor.path, home=held.session.home))
    office = Office.__new__(Office)
    office.window, office.qtbot, office.centre = held, qtbot, centre
    held.session.sign_in("Z01", "1234")
    held.show_survey()
    page = office.page("documents")
    look_at(page, office, "zero")
    assert page.sight.laid.content


class TestTheProcessBeside:
    def test_it_goes_on_from_paper_to_paper_and_ends_with_the_page(self, page, office):
        look_at(page, office, "zero")
        process = page.writing._beside._process
        look_at(page, office, "covers")
        assert page.writing._beside._process is process
        office.page("seal")
        office.until(lambda: process.poll() is not None)
        assert page.writing._beside._process is None

    def test_a_process_that_dies_is_told_of_and_the_next_paper_comes(self, page, office):
        look_at(page, office, "zero")
        page.writing._beside._process.kill()
        look_at(page, office, "covers")
        assert page.sight.laid.content

    def test_where_none_can_be_started_the_paper_comes_all_the_same(
        self, page, office, monkeypatch
    ):
        office.settle()
        page.writing.close()
        monkeypatch.setattr(beside, "program", lambda: ["/absent/pingyi"])
        look_at(page, office, "zero")
        assert page.sight.laid.content.startswith(b"%PDF")

    def test_what_is_recorded_meanwhile_is_on_the_next_paper(self, page, office):
        look_at(page, office, "covers")
        assert "B002" not in text_in_sight(page)
        register_batch(office.survey, Slip("B002", "C1", 5), operator="Z01")
        office.window.session.go_on()
        office.until(lambda: page.sight.is_settled and "B002" in text_in_sight(page))


class TestPrinting:
    def test_without_a_printer_saving_is_offered(self, page, office):
        look_at(page, office, "zero")
        click(page.print_button)
        assert "no printer" in office.message()
        assert page.save_button.hasFocus()

    def test_a_paper_goes_to_the_printer(self, page, office, tmp_path, monkeypatch):
        """Without a process of its own, for no printer of this test exists in another."""
        target = tmp_path / "printed.pdf"

        def printer(_):
            made = QPrinter(QPrinter.PrinterMode.ScreenResolution)
            made.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
            made.setOutputFileName(str(target))
            return made

        look_at(page, office, "zero")
        page.writing.close()
        monkeypatch.setattr(beside, "program", lambda: ["/absent/pingyi"])
        monkeypatch.setattr(paper_writing, "printer_named", printer)
        page.printer.add("HP", "HP")
        click(page.print_button)
        office.until(lambda: office.message() == "Sent to the printer HP.")
        assert target.read_bytes().startswith(b"%PDF")

    def test_a_printer_that_is_gone_is_named(self, page, office):
        look_at(page, office, "zero")
        page.printer.add("HP", "HP")
        click(page.print_button)
        office.until(lambda: "HP took no page" in office.message())


@pytest.mark.parametrize("who", ["J01", "K01"])
def test_whoever_sees_the_pages_may_save(window, qtbot, centre, who, tmp_path, monkeypatch):
    office = Office(window(), qtbot, centre, who)
    page = office.page("documents")
    choose(page, "zero")
    saved(page, office, monkeypatch, tmp_path / "z.pdf")
    assert (tmp_path / "z.pdf").is_file()


def test_a_text_to_go_on_with_has_the_letter(page, office, tmp_path, monkeypatch):
    choose(page, "circular-text")
    assert page.letter.isVisible()
    field = page.letter.fields["office"].edit
    field.setFocus()
    QTest.keyClicks(field, "PYB")
    saved(page, office, monkeypatch, tmp_path / "通报.docx")
    with zipfile.ZipFile(tmp_path / "通报.docx") as docx:
        assert b"PYB" in docx.read("word/document.xml")


@pytest.mark.parametrize("name", ["zero", "workbook", "circular-text", "newspaper"])
def test_tab_goes_through_the_whole_page_and_round(page, office, name):
    choose(page, name)
    office.until(lambda: page.sight.is_settled or not paper(name).is_pdf)
    first = page.choice.list.table
    first.setFocus()
    seen = []
    while (held := focused()) not in seen:
        seen.append(held)
        QTest.keyClick(held, Qt.Key.Key_Tab)
    assert held is first
    assert {page.print_button, page.save_button, page.all_button, page.edition} <= {*seen}
