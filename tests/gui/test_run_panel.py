"""Questionnaires in runs: blank, numbered for a batch on record or a new one, for a newspaper."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from desktop.views import paper_acts
from desktop.views.run_panel import How
from tests.gui.office import Office, click, write
from tests.gui.papers import choose, look_at, small_centre, text_in_sight, text_of


@pytest.fixture
def centre(tmp_path):
    return small_centre(tmp_path / "centre", batches={"B001": 1, "B002": 12})


@pytest.fixture
def office(window, qtbot, centre):
    return Office(window(), qtbot, centre)


@pytest.fixture
def page(office):
    made = office.page("documents")
    choose(made, "questionnaire")
    return made


def number(page):
    click(page.run.choices.buttons[How.NUMBERED])


def take(page, code):
    """The batch of this code, by the keys of the list."""
    page.run.batch.setFocus()
    QTest.keyClicks(page.run.batch, code)
    assert page.run.batch.currentData() == code


def fill(box, value):
    box.setFocus()
    box.selectAll()
    QTest.keyClicks(box, str(value))
    QTest.keyClick(box, Qt.Key.Key_Tab)


def saved(page, office, monkeypatch, path):
    proposed = []

    def ask(_, name):
        proposed.append(name)
        return str(path)

    monkeypatch.setattr(paper_acts, "save_dialog", lambda *_: ask)
    click(page.save_button)
    office.until(lambda: not page.acts.acting.is_busy)
    return proposed


def test_the_panel_is_there_for_questionnaires_alone(page):
    assert page.run.isVisible()
    assert not page.run.batch.isVisible()
    choose(page, "covers")
    assert not page.run.isVisible()


def test_one_without_a_number_is_what_is_shown_first(page, office):
    office.until(lambda: page.sight.is_settled)
    assert "B001-001" not in text_in_sight(page)
    assert page.run.said.text() == "One form without a number, to be copied."


class TestNumbered:
    def test_the_first_is_shown_and_the_whole_run_is_saved(
        self, page, office, tmp_path, monkeypatch
    ):
        number(page)
        take(page, "B002")
        assert "12 forms, B002-001 to B002-012" in page.run.said.text()
        office.until(lambda: page.sight.is_settled)
        assert "B002-001" in text_in_sight(page)
        assert "B002-002" not in text_in_sight(page)
        proposed = saved(page, office, monkeypatch, tmp_path / "run.pdf")
        assert "B002-001–B002-012" in proposed[0]
        printed = text_of(tmp_path / "run.pdf")
        assert all(f"B002-{at:03d}" in printed for at in range(1, 13))
        assert "B002-013" not in printed

    def test_part_of_a_slip(self, page, office, tmp_path, monkeypatch):
        number(page)
        take(page, "B002")
        fill(page.run.first, 5)
        fill(page.run.last, 6)
        saved(page, office, monkeypatch, tmp_path / "run.pdf")
        printed = text_of(tmp_path / "run.pdf")
        assert [at for at in range(1, 14) if f"B002-{at:03d}" in printed] == [5, 6]

    def test_a_batch_that_is_not_on_record_yet(self, page, office, tmp_path, monkeypatch):
        number(page)
        page.run.batch.setFocus()
        QTest.keyClick(page.run.batch, Qt.Key.Key_End)
        assert "Give the batch a code" in page.run.said.text()
        assert page.run.channel.isVisible()
        write(page.run.code.edit, "N07")
        page.run.channel.setFocus()
        QTest.keyClick(page.run.channel, Qt.Key.Key_Down)
        fill(page.run.last, 3)
        office.until(lambda: page.sight.is_settled)
        assert "第二渠道" in text_in_sight(page) or page.run.channel.currentText() in (
            text_in_sight(page)
        )
        saved(page, office, monkeypatch, tmp_path / "run.pdf")
        assert "N07-003" in text_of(tmp_path / "run.pdf")

    @pytest.mark.parametrize(
        ("code", "said"),
        [("b002", "registered already"), ("N 07", "not a batch code"), ("评7", "not a batch code")],
    )
    def test_a_code_that_cannot_be_is_refused_and_stays(
        self, page, office, code, said, tmp_path, monkeypatch
    ):
        number(page)
        page.run.batch.setFocus()
        QTest.keyClick(page.run.batch, Qt.Key.Key_End)
        page.run.code.edit.setFocus()
        page.run.code.edit.setText(code)
        assert not saved(page, office, monkeypatch, tmp_path / "run.pdf")
        assert said in office.message()
        office.until(lambda: said in page.run.said.text())
        assert said in page.sight.preview.nothing.text() or page.sight._rest.isActive()
        assert page.run.code.text == code

    def test_numbers_that_run_backwards_are_refused(self, page, office):
        number(page)
        take(page, "B002")
        fill(page.run.first, 9)
        fill(page.run.last, 3)
        assert "smaller number first" in page.run.said.text()
        click(page.print_button)
        assert "smaller number first" in office.message()

    def test_too_many_for_one_file_are_refused(self, page, office):
        number(page)
        take(page, "B002")
        fill(page.run.last, 20000)
        assert "too many for one file" in page.run.said.text()

    def test_numbers_beyond_the_slip_are_warned_of(self, page):
        number(page)
        take(page, "B002")
        fill(page.run.last, 13)
        assert "numbers go beyond it" in page.run.said.text()
        assert page.run.said.property("tone") == "warn"

    def test_a_run_that_is_stopped_says_so_and_saves_nothing(
        self, page, office, tmp_path, monkeypatch
    ):
        number(page)
        take(page, "B002")
        fill(page.run.last, 5000)
        office.until(lambda: page.sight.is_settled)
        monkeypatch.setattr(
            paper_acts, "save_dialog", lambda *_: lambda *_: str(tmp_path / "run.pdf")
        )
        click(page.save_button)
        bar = page.acts.bar
        office.until(lambda: bar.isVisible() and bar.bar.value() > 5)
        assert bar.bar.maximum() == 5000
        click(bar.stop_button)
        office.until(lambda: not page.acts.acting.is_busy)
        assert office.message() == "Stopped: nothing was saved."
        assert not list(tmp_path.glob("*.pdf"))
        assert not list(tmp_path.glob(".part-*"))


class TestNewspaper:
    def test_it_says_where_it_goes_and_until_when(self, page, office, tmp_path, monkeypatch):
        choose(page, "newspaper")
        assert not page.run.choices.isVisible()
        write(page.run.send_to.edit, "PO Box 7")
        write(page.run.until.edit, "2006.5.30")
        QTest.keyClick(page.run.until.edit, Qt.Key.Key_Tab)
        assert page.run.until.text == "2006-05-30"
        office.until(lambda: page.sight.is_settled and "PO Box 7" in text_in_sight(page))
        saved(page, office, monkeypatch, tmp_path / "n.pdf")
        assert "2006-05-30" in text_of(tmp_path / "n.pdf")

    def test_a_day_that_is_none_stands_at_its_field(self, page, office, tmp_path, monkeypatch):
        choose(page, "newspaper")
        write(page.run.until.edit, "soon")
        saved(page, office, monkeypatch, tmp_path / "n.pdf")
        assert "no such day" in office.message()
        assert page.run.until.edit.hasFocus()
        assert not (tmp_path / "n.pdf").exists()

    def test_a_character_that_no_font_has_is_named(self, page, office):
        look_at(page, office, "newspaper")
        page.run.send_to.edit.setText("信箱\U0001f496")
        office.until(lambda: "U+1F496" in office.message())
