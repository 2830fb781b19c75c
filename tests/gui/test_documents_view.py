"""The page Documents: seen as printed, of the edition that is chosen, saved and put on paper."""

import pytest
from PySide6.QtPrintSupport import QPrinter

from desktop.actions import sealing
from desktop.paper_list import PAPERS
from desktop.store.survey_file import open_survey
from desktop.views import documents_view
from desktop.views.printing import PrinterRefusedError
from tests.gui.office import PEOPLE, Office, click, enter
from tests.stations import Centre


@pytest.fixture
def centre(tmp_path):
    made = Centre(tmp_path / "centre", 1, operators=PEOPLE, batches={"B001": 1})
    (one,) = made.stations
    one.key(1, marks="111111", operator="C01")
    made.merge(one, operator="Z01")
    return made


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


def paper(name):
    (held,) = (one for one in PAPERS if one.name == name)
    return held


def look_at(page, office, name):
    page.list.select(paper(name))
    office.until(lambda: page._rest.isActive() is False)
    office.settle()
    office.until(lambda: page._is_shown(paper(name), page.edition.currentData()))


def saved(page, office, monkeypatch, path):
    monkeypatch.setattr(documents_view, "save_dialog", lambda *_: lambda *_: str(path))
    click(page.save_button)
    office.settle()


def test_the_paper_under_the_cursor_is_laid_out(page, office):
    assert page.list.table.hasFocus()
    look_at(page, office, "covers")
    assert page._laid.content.startswith(b"%PDF")
    assert page.preview.nothing.text() == ""


def test_a_paper_that_is_overtaken_by_another_never_appears(page, office, monkeypatch):
    look_at(page, office, "covers")
    shown = []
    monkeypatch.setattr(page.preview, "show_pdf", lambda content, **_: shown.append(content))
    page.list.select(paper("tables"))
    page.lay_out()
    page.list.select(paper("zero"))
    page.lay_out()
    assert page._laid is None
    office.until(lambda: page._is_shown(paper("zero"), None))
    office.settle()
    assert shown == [page._laid.content]  # type: ignore[attr-defined]


def test_a_file_for_other_programs_says_so_and_is_not_printed(page, office):
    look_at(page, office, "zero")
    page.list.select(paper("workbook"))
    office.until(lambda: "other programs" in page.preview.nothing.text())
    click(page.print_button)
    assert "Choose a paper" in office.message()


def test_what_is_lacking_is_said(page, office, tmp_path, monkeypatch):
    look_at(page, office, "rulings")
    assert "no form was ruled on" in page.preview.nothing.text()
    saved(page, office, monkeypatch, tmp_path / "r.pdf")
    assert "no form was ruled on" in office.message()
    assert not (tmp_path / "r.pdf").exists()


def test_enter_lays_out_what_was_cancelled(page, office):
    page.list.select(paper("tables"))
    page.lay_out()
    page.acting.cancel()
    page.acting.cancelled.emit()
    assert "press Enter" in page.preview.nothing.text()
    office.settle()
    page._laid = None
    enter(page.list.table)
    office.until(lambda: page._is_shown(paper("tables"), None))


def test_one_paper_is_saved_under_the_ending_of_its_kind(page, office, tmp_path, monkeypatch):
    page.list.select(paper("results"))
    saved(page, office, monkeypatch, tmp_path / "结果 1.0")
    path = tmp_path / "结果 1.0.json"
    assert path.read_bytes().startswith(b'{"agencies"')
    assert str(path) in office.message()
    path.write_text("mine", encoding="utf-8")
    saved(page, office, monkeypatch, tmp_path / "结果 1.0")
    assert path.read_text(encoding="utf-8") == "mine"
    assert "whole name" in office.message()


@pytest.mark.parametrize("name", ["zero", "counts", "log", "workbook"])
def test_a_place_that_cannot_be_written_is_named(page, office, tmp_path, monkeypatch, name):
    page.list.select(paper(name))
    (tmp_path / "file").write_text("x", encoding="utf-8")
    saved(page, office, monkeypatch, tmp_path / "file" / f"x{paper(name).suffix}")
    assert "cannot be written" in office.message()
    assert "file" in office.message()


def all_saved(page, office, monkeypatch, folder):
    monkeypatch.setattr(documents_view, "folder_dialog", lambda *_: lambda *_: str(folder))
    click(page.all_button)
    office.settle()


def test_every_paper_that_there_is_goes_into_a_folder(page, office, tmp_path, monkeypatch):
    folder = tmp_path / "文件"
    folder.mkdir()
    all_saved(page, office, monkeypatch, folder)
    names = {path.name for path in folder.iterdir()}
    assert names == {f"{held.title}{held.suffix}" for held in PAPERS} - {"Ruling sheet.pdf"}
    assert f"{len(names)} documents saved" in office.message()


def test_a_folder_that_is_gone_is_named(page, office, tmp_path, monkeypatch):
    all_saved(page, office, monkeypatch, tmp_path / "拔掉的盘")
    assert "拔掉的盘" in office.message()
    assert "cannot be written" in office.message()


def test_while_sealed_there_is_one_choice(window, qtbot, centre):
    seal(centre)
    office = Office(window(), qtbot, centre)
    page = office.page("documents")
    assert [page.edition.itemText(at) for at in range(page.edition.count())] == [
        "Sealed: edition 1"
    ]
    assert page.head.state.text() == "Sealed: edition 1."
    look_at(page, office, "result-sheet")
    assert page._laid.content


def test_after_unsealing_the_sealed_edition_is_a_choice(window, qtbot, centre, tmp_path):
    seal(centre)
    with centre.opened() as survey:
        sealing.unseal(survey, reason="补录", second="J01", operator="Z01")
    office = Office(window(), qtbot, centre)
    page = office.page("documents")
    assert page.edition.itemText(0) == "As it stands: edition 2"
    page.edition.setCurrentIndex(1)
    page.edition.activated.emit(1)
    look_at(page, office, "result-sheet")
    assert page._laid.edition == 1


def test_a_copy_that_is_only_viewed_prints_as_well(window, qtbot, centre, tmp_path):
    held = window()
    held.session.take(open_survey(centre.supervisor.path, home=held.session.home))
    office = Office.__new__(Office)
    office.window, office.qtbot, office.centre = held, qtbot, centre
    held.session.sign_in("Z01", "1234")
    held.show_survey()
    page = office.page("documents")
    look_at(page, office, "zero")
    assert page._laid.content


class TestPrinting:
    def test_without_a_printer_saving_is_offered(self, page, office):
        look_at(page, office, "zero")
        click(page.print_button)
        assert "no printer" in office.message()
        assert page.save_button.hasFocus()

    def test_what_is_in_sight_goes_to_the_printer(self, page, office, tmp_path, monkeypatch):
        target = tmp_path / "printed.pdf"

        def printer(_):
            made = QPrinter(QPrinter.PrinterMode.ScreenResolution)
            made.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
            made.setOutputFileName(str(target))
            return made

        monkeypatch.setattr(documents_view, "printer_named", printer)
        look_at(page, office, "zero")
        page.printer.add("HP", "HP")
        click(page.print_button)
        office.settle()
        assert office.message() == "Sent to the printer HP."
        assert target.read_bytes().startswith(b"%PDF")

    def test_a_printer_that_refuses_is_named(self, page, office, monkeypatch):
        def refuse(*_):
            raise PrinterRefusedError(printer="HP")

        monkeypatch.setattr(documents_view, "print_pdf", refuse)
        monkeypatch.setattr(documents_view, "printer_named", lambda _: None)
        look_at(page, office, "zero")
        page.printer.add("HP", "HP")
        click(page.print_button)
        office.settle()
        assert "HP took no page" in office.message()


@pytest.mark.parametrize("who", ["J01", "K01"])
def test_whoever_sees_the_pages_may_save(window, qtbot, centre, who, tmp_path, monkeypatch):
    office = Office(window(), qtbot, centre, who)
    page = office.page("documents")
    page.list.select(paper("zero"))
    saved(page, office, monkeypatch, tmp_path / "z.pdf")
    assert (tmp_path / "z.pdf").is_file()
