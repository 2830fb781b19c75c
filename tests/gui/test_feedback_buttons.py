"""The feedback sheet of the agency in sight: printed and saved with the letter of the survey."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from desktop.actions.letter_keeping import keep_letter
from desktop.tally.letter import Letter
from desktop.views import paper_buttons
from tests.gui.office import Office, click
from tests.gui.papers import small_centre, text_of


@pytest.fixture
def office(window, qtbot, tmp_path):
    return Office(window(), qtbot, small_centre(tmp_path / "centre"))


@pytest.fixture
def part(office):
    page = office.page("results")
    page.tabs.part_chosen.emit("agency")
    office.until(lambda: page.counting.latest and page.parts["agency"].panel.agency)
    return page.parts["agency"]


def saved(part, office, monkeypatch, path):
    proposed = []

    def ask(_, name):
        proposed.append(name)
        return str(path)

    monkeypatch.setattr(paper_buttons, "save_dialog", lambda *_: ask)
    click(part.feedback.save_button)
    office.settle()
    return proposed[0]


def test_the_sheet_is_of_the_agency_in_sight_and_has_the_letter(
    part, office, tmp_path, monkeypatch
):
    letter = Letter("PYB", deadline="2006-06-30")
    keep_letter(office.window.session.home, office.survey.id, letter)
    QTest.keyClick(part.panel.frame, Qt.Key.Key_PageDown)
    agency = part.panel.agency
    assert agency != office.survey.plan.agencies[0]
    proposed = saved(part, office, monkeypatch, tmp_path / "f.pdf")
    assert agency.code in proposed
    assert proposed.endswith(".pdf")
    text = text_of(tmp_path / "f.pdf")
    assert agency.name in text
    assert "PYB" in text
    others = {held.name for held in office.survey.plan.agencies} - {agency.name}
    assert not [name for name in others if name in text.splitlines()[0]]
    assert str(tmp_path / "f.pdf") in office.message()


def test_a_letter_that_is_broken_is_named_and_no_sheet_goes_out_without_it(
    part, office, tmp_path, monkeypatch
):
    path = office.window.session.home.letter_path(office.survey.id)
    path.write_text("{", encoding="utf-8")
    saved(part, office, monkeypatch, tmp_path / "f.pdf")
    assert "letter.json" in office.message()
    assert not (tmp_path / "f.pdf").exists()


def test_a_place_that_cannot_be_written_is_named(part, office, tmp_path, monkeypatch):
    saved(part, office, monkeypatch, tmp_path / "no" / "f.pdf")
    assert "cannot be written" in office.message()


def test_without_a_printer_saving_is_offered(part, office, monkeypatch):
    monkeypatch.setattr(paper_buttons, "printers", list)
    click(part.feedback.print_button)
    assert "no printer" in office.message()
    assert part.feedback.save_button.hasFocus()


def test_a_printer_that_is_gone_is_named(part, office, monkeypatch):
    monkeypatch.setattr(paper_buttons, "printers", lambda: ["HP"])
    click(part.feedback.print_button)
    office.settle()
    assert "HP took no page" in office.message()
