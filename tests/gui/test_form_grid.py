"""The grid as it is seen: the current cell, the rows in sight, the map and the page's end."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from desktop.models.form_table_model import FormRole
from desktop.models.keys import Prompt
from desktop.views.key_strip import KeyStrip
from tests.gui.clerk import focused
from tests.plans import grade_values, shipped_plan, small_plan

K = Qt.Key


@pytest.fixture
def clerk(at_work):
    clerk = at_work(small_plan(60, 5))
    clerk.open()
    return clerk


def shown(clerk, cell):
    model = clerk.panel.grid.form_model
    return model.data(model.cell_index(cell), FormRole.MARK)


def colour(clerk, cell):
    """The colour at the middle of a cell's upper edge inside its pill, as painted."""
    grid = clerk.panel.grid
    rect = grid.visualRect(grid.form_model.cell_index(cell))
    picture = grid.viewport().grab().toImage()
    return picture.pixelColor(rect.center().x(), rect.top() + 7).name()


def test_the_grid_shows_each_mark_the_moment_it_is_keyed(clerk):
    empty = colour(clerk, 0)
    clerk.type("3")
    QApplication.processEvents()
    assert shown(clerk, 0) == "3"
    bad = colour(clerk, 0)
    clerk.type("-1")
    assert len({empty, bad, colour(clerk, 0)}) == 3


def test_the_current_row_stays_in_sight_down_to_the_end(clerk):
    grid = clerk.panel.grid
    for row in range(60):
        clerk.type("7")
        rect = grid.visualRect(grid.form_model.index(min(row + 1, 59), 1))
        assert grid.viewport().rect().contains(rect)
        if row == 30:  # away from both ends it stands in the middle
            assert abs(rect.center().y() - grid.viewport().rect().center().y()) <= rect.height()
    assert clerk.panel.agency.text() == "End of the form"
    clerk.type("-")
    assert clerk.panel.agency.text() == "060  单位60"
    clerk.type("g1")
    clerk.press(K.Key_Return)
    assert grid.viewport().rect().contains(grid.visualRect(grid.form_model.index(0, 1)))


def test_the_name_at_the_top_is_the_current_rows(clerk):
    assert clerk.panel.agency.text() == "001  单位1"
    clerk.type("12312")
    assert clerk.panel.agency.text() == "002  单位2"
    assert clerk.panel.place.text() == "Row 2 of 60   58 rows left"
    assert clerk.panel.count.text() == "1 keyed, 59 to go"
    clerk.press(K.Key_Down)
    assert clerk.panel.agency.text() == "003  单位3"


def test_a_click_moves_nothing_and_leaves_the_keys_where_they_were(clerk):
    clerk.type("12")
    grid = clerk.panel.grid
    place = grid.visualRect(grid.form_model.index(5, 3)).center()
    QTest.mouseClick(grid.viewport(), Qt.MouseButton.LeftButton, pos=place)
    QTest.mouseDClick(grid.viewport(), Qt.MouseButton.LeftButton, pos=place)
    clerk.type("3")
    assert clerk.marks.startswith("123·")


def test_the_wheel_over_the_form_changes_no_mark(clerk, qtbot):
    clerk.type("12")
    before = clerk.form.snapshot()
    QTest.mouseMove(clerk.panel.grid.viewport(), QPoint(20, 20))
    assert clerk.form.snapshot() == before


def test_without_a_form_the_grid_takes_no_key(at_work):
    clerk = at_work()
    assert not clerk.panel.grid.isEnabled()
    assert focused() is clerk.panel.number
    clerk.panel.grid.setFocus()
    assert focused() is clerk.panel.number


def test_tab_leaves_the_grid_and_comes_back(clerk):
    assert focused() is clerk.panel.grid
    clerk.press(K.Key_Tab)
    assert focused() is not clerk.panel.grid
    clerk.press(K.Key_Backtab)
    assert focused() is clerk.panel.grid
    clerk.type("1")
    assert clerk.marks.startswith("1·")


def test_while_the_clock_is_paused_the_form_is_out_of_sight(clerk):
    clerk.type("1p")
    assert not clerk.panel.grid.viewport().isVisible()
    assert clerk.panel.prompt.text().startswith("Paused")
    clerk.type("2")
    assert clerk.panel.grid.viewport().isVisible()
    assert clerk.marks.startswith("1·")


def test_a_screen_reader_is_told_place_and_state(clerk):
    clerk.type("3")
    model = clerk.panel.grid.form_model
    spoken = Qt.ItemDataRole.AccessibleTextRole
    assert model.data(model.cell_index(0), spoken) == "001 单位1, 内容1: 不满意"
    assert model.data(model.cell_index(6), spoken) == "002 单位2, 内容2: not keyed"
    assert model.data(model.index(9, 0), spoken) == "010 单位10"


@pytest.mark.parametrize(
    ("grades", "dont_know", "wanted"),
    [
        (3, False, {"1 2 3", "7 8 9", "/", "0", "*", "−", "G", "V", "D"}),
        (3, True, {"1 2 3", "7 8 9", "/", "0", ".", "*", "−", "G", "V", "D"}),
        (6, False, {"1 2 3 4 5 6", "+ 1", "/", "0", "*", "−", "G", "V", "D"}),
    ],
)
def test_the_strip_names_the_keys_that_matter_now(at_work, grades, dont_know, wanted):
    changes = {"grades": grade_values(*"654321")} if grades == 6 else {}
    clerk = at_work(small_plan(dont_know=dont_know, **changes))
    strip = clerk.page.strip.currentWidget()
    assert isinstance(strip, KeyStrip)
    assert {cap for cap, _ in strip.shown} >= {"Enter", "F10", "Esc"}
    clerk.open()
    assert {cap for cap, _ in strip.shown} == wanted
    clerk.type("+")
    assert clerk.waits() is Prompt.FILL
    assert [cap for cap, _ in strip.shown] == ["1–9", "Esc"]


def test_the_form_of_2005_is_keyed_to_its_last_cell(at_work):
    plan = shipped_plan("2005")
    clerk = at_work(plan)
    clerk.open()
    for row in range(len(plan.agencies)):
        clerk.type("123"[row % 3] * len(plan.dimensions) if row % 7 == 0 else "789"[row % 3])
    assert clerk.form.at_end
    clerk.finish()
    width = len(plan.dimensions)
    wanted = "".join("123"[row % 3] * width for row in range(len(plan.agencies)))
    assert clerk.saved[0].finished().marks == wanted
