"""The page Rulings: the paper is keyed, taken, voided, moved or missing; two people sign."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from desktop.actions.rulings import doubt_form
from desktop.store import form_queries, kinds
from tests.gui.office import PEOPLE, Office, click, enter, write
from tests.stations import PIN, Centre


@pytest.fixture
def centre(tmp_path):
    """B001-002 keyed differently at two stations, B001-003 flagged doubtful; B001-001 sound."""
    made = Centre(tmp_path / "centre", operators=PEOPLE, batches={"B001": 6})
    one, other = made.stations
    one.key(1, 2, marks="111111", operator="C01")
    other.key(2, marks="113112", operator="C02")
    with other.open() as survey:
        doubt_form(survey, "B001", 3, note="涂改", operator="C02")
    other.key(3, marks="222222", operator="C02")
    made.merge(one, other)
    return made


@pytest.fixture
def office(window, qtbot, centre):
    return Office(window(), qtbot, centre)


@pytest.fixture
def page(office):
    return office.page("rulings")


def sign(page, office, reason="以纸质为准", second="J01", pin=PIN):
    write_reason(page, reason)
    page.panel.second.person.setCurrentIndex(page.panel.second.person.findData(second))
    write(page.panel.second.pin, pin)
    enter(page.panel.second.pin)
    office.settle()


def write_reason(page, reason):
    page.panel.reason.setFocus()
    page.panel.reason.setText(reason)


def rulings(office):
    return [held.data for held in office.survey.records_of(kinds.RULED)]


def standing(office, number):
    return form_queries.open_form(office.survey, "B001", number)


def test_the_queue_says_what_waits_and_why(page):
    shown = [row.texts[:2] for row in page.list.shown_rows()]
    assert shown == [("B001-002", "keyed differently"), ("B001-003", "doubtful")]
    assert page.head.state.text() == "2 forms wait for a ruling."
    assert page.panel.number.text() == "B001-002"


def test_nothing_is_proposed_and_the_paper_is_keyed_cell_by_cell(page, office):
    table = page.panel.table.table
    assert [row.texts[-1] for row in page.panel.table._model.rows()] == ["…", "…"]
    enter(page.list.table)
    assert QApplication.focusWidget() is table
    assert table
    QTest.keyClicks(table, "3")
    QTest.keyClicks(table, "1")
    sign(page, office)
    (ruling,) = rulings(office)
    assert ruling["outcomes"] == [{"batch": "B001", "number": 2, "void": "", "marks": "113111"}]
    assert (ruling["reason"], ruling["second"]) == ("以纸质为准", "J01")
    assert page.panel.number.text() == "B001-003"
    assert standing(office, 2).stage.value == "ruled"


def test_a_keying_is_taken_with_alt_and_its_digit(page, office):
    QTest.keyClick(page, Qt.Key.Key_2, Qt.KeyboardModifier.AltModifier)
    assert QApplication.focusWidget() is page.panel.reason
    sign(page, office)
    head = page.panel.case
    assert head is None or head.held.name == "B001-003"
    assert rulings(office)[0]["outcomes"][0]["marks"] in {"111111", "113112"}


def test_open_cells_and_a_missing_reason_or_pin_are_refused_and_nothing_is_lost(page, office):
    table = page.panel.table.table
    QTest.keyClicks(table, "3")
    click(page.panel.rule_button)
    assert "1 cells of it are still open" in office.message()
    QTest.keyClicks(table, "1")
    sign(page, office, reason="")
    assert rulings(office) == []
    sign(page, office, pin="9999")
    assert rulings(office) == []
    assert "PIN" in office.message()
    assert page.panel.case.shown(2) == "3"
    sign(page, office)
    assert len(rulings(office)) == 1


@pytest.mark.parametrize("second", ["C01", "Z01"])
def test_who_keyed_or_who_rules_is_no_second_person(page, second):
    assert page.panel.second.person.findData(second) == -1


def test_a_paper_is_void_for_a_reason_of_the_plan(page, office):
    page.panel.void.setCurrentIndex(1)
    page.panel.void.activated.emit(1)
    sign(page, office)
    assert rulings(office)[0]["outcomes"][0]["void"] == office.survey.plan.void_reasons[0].code


def test_there_may_be_no_such_paper(page, office):
    click(page.panel.no_paper)
    sign(page, office, reason="没有这张表")
    assert rulings(office)[0]["outcomes"] == []


def test_two_papers_under_one_number_are_parted(page, office):
    panel = page.panel
    QTest.keyClick(page, Qt.Key.Key_1, Qt.KeyboardModifier.AltModifier)
    panel.other.setCurrentIndex(2)
    panel.other.activated.emit(2)
    write(panel.other_form, "B001-006")
    panel.other_form.editingFinished.emit()
    sign(page, office, reason="编号重复")
    first, moved = rulings(office)[0]["outcomes"]
    assert (first["number"], moved["number"]) == (2, 6)
    assert {first["marks"], moved["marks"]} == {"111111", "113112"}


def test_a_number_that_is_none_is_named(page, office):
    page.panel.other.setCurrentIndex(1)
    page.panel.other.activated.emit(1)
    write(page.panel.other_form, "six")
    page.panel.other_form.editingFinished.emit()
    assert "six" in office.message()


def test_a_doubtful_paper_shows_every_cell_and_its_note(page):
    page.list.table.selectRow(1)
    assert page.panel.number.text() == "B001-003"
    assert "涂改" in page.panel.why.text()
    assert page.panel.whole.isChecked()
    assert len(page.panel.table._model.rows()) == 6


def test_a_doubtful_paper_is_not_settled_by_saying_nothing(page, office):
    page.list.table.selectRow(1)
    click(page.panel.rule_button)
    assert "B001-003" in office.message()
    assert rulings(office) == []


def test_what_was_ruled_is_listed_with_both_people(page, office):
    QTest.keyClick(page, Qt.Key.Key_1, Qt.KeyboardModifier.AltModifier)
    sign(page, office)
    page.which.setCurrentIndex(2)
    page.which.activated.emit(2)
    (row,) = page.list.shown_rows()
    assert row.texts == ("B001-002", "以纸质为准", "Z01 J01")
    assert "B001-002" in page.nothing.text()
    assert "J01" in page.nothing.text()


@pytest.mark.parametrize("who", ["J01", "K01"])
def test_without_the_role_the_act_refuses(window, qtbot, centre, who):
    office = Office(window(), qtbot, centre, who)
    page = office.page("rulings")
    QTest.keyClick(page, Qt.Key.Key_1, Qt.KeyboardModifier.AltModifier)
    second = "Z01"
    sign(page, office, second=second)
    assert "supervisor" in office.message()
    assert rulings(office) == []


def test_a_second_click_meanwhile_rules_once(page, office):
    QTest.keyClick(page, Qt.Key.Key_1, Qt.KeyboardModifier.AltModifier)
    write_reason(page, "以纸质为准")
    page.panel.second.person.setCurrentIndex(page.panel.second.person.findData("J01"))
    write(page.panel.second.pin, PIN)
    click(page.panel.rule_button)
    click(page.panel.rule_button)
    office.settle()
    assert len(rulings(office)) == 1


def test_tab_goes_on_from_the_cells_of_any_form_to_the_reason(page, office):
    enter(page.list.table)
    page.list.table.selectRow(1)  # the table of cells is made anew for every form
    page.list.table.selectRow(0)
    office.settle()
    page.panel.focus()
    assert QApplication.focusWidget() is page.panel.table.table
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)  # type: ignore[arg-type]
    assert QApplication.focusWidget() is page.panel.reason
