"""Lists that filter as one types: keys, the cursor, sorting, and the order of Tab."""

import time
from typing import Any

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox, QPushButton, QVBoxLayout, QWidget

from desktop.models.rows_model import Column, Row
from desktop.views.filtered_table import FilteredTable
from desktop.views.theme import apply_theme, load_theme
from tests.open_window import focused, press

K = Qt.Key
LEFT = Qt.MouseButton.LeftButton
ROWS = [
    Row(("B001", 7), ("B001-007", "单位互评", "12")),
    Row(("B001", 9), ("B001-009", "报纸读者", "3")),
    Row(("B002", 1), ("B002-001", "单位互评", "101")),
    Row(("B003", 1), ("B003-001", "单位互评", "—")),
]


@pytest.fixture
def table(qtbot, qapp):
    theme = load_theme("light", 100)
    apply_theme(qapp, theme)
    window = QWidget()
    qtbot.addWidget(window)
    columns = [Column("Form"), Column("Channel"), Column("Cells", is_number=True)]
    made = FilteredTable(columns, "Queue", theme, window, wide=1)
    QVBoxLayout(window).addWidget(made)
    window.resize(700, 400)
    with qtbot.waitActive(window):
        window.show()
    made.show_rows(ROWS)
    made.filter.setFocus()
    made.held = window  # type: ignore[attr-defined]
    return made


def names(table):
    return [row.texts[0] for row in table.shown_rows()]


def click_title(table, column):
    header = table.table.horizontalHeader()
    place = QPoint(header.sectionViewportPosition(column) + 20, header.height() // 2)
    QTest.mouseClick(header.viewport(), LEFT, pos=place)


def rows_told(table):
    heard: list[Any] = []
    table.current_changed.connect(heard.append)
    return heard


def test_the_first_row_is_current_and_no_count_is_shown(table):
    assert table.current() == ("B001", 7)
    assert table.count.text() == ""
    assert table.table.horizontalHeader().sortIndicatorSection() == -1
    assert names(table) == ["B001-007", "B001-009", "B002-001", "B003-001"]


def test_typing_filters_and_says_how_many_are_left(table):
    press("b001")
    assert names(table) == ["B001-007", "B001-009"]
    assert table.count.text() == "2 of 4"
    press(" 9")
    assert (names(table), table.count.text()) == (["B001-009"], "1 of 4")
    press("x")
    assert (names(table), table.count.text()) == ([], "0 of 4")
    assert table.current() is None


def test_escape_clears_the_filter_and_then_is_the_pages(table, qtbot):
    heard = []
    table.parentWidget().keyPressEvent = lambda event: heard.append(event.key())
    press("b001", K.Key_Escape)
    assert (table.filter.text(), heard) == ("", [])
    assert len(names(table)) == 4
    press(K.Key_Escape)
    assert heard == [K.Key_Escape]


def test_down_goes_to_the_rows_and_enter_opens_one(table):
    chosen: list[Any] = []
    table.row_chosen.connect(chosen.append)
    press("b00", K.Key_Return)
    assert chosen == []
    press(K.Key_Down)
    assert focused() is table.table
    press(K.Key_Down, K.Key_Return, K.Key_Down, K.Key_Enter)
    assert chosen == [("B001", 9), ("B002", 1)]


def test_a_double_click_opens_a_row(table):
    chosen: list[Any] = []
    table.row_chosen.connect(chosen.append)
    place = table.table.visualRect(table.model.index(2, 1)).center()
    QTest.mouseClick(table.table.viewport(), LEFT, pos=place)
    QTest.mouseDClick(table.table.viewport(), LEFT, pos=place)
    assert chosen == [("B002", 1)]


def test_enter_on_an_empty_list_opens_nothing(table):
    chosen: list[Any] = []
    table.row_chosen.connect(chosen.append)
    table.show_rows([])
    table.table.setFocus()
    press(K.Key_Return)
    assert (chosen, table.current()) == ([], None)


def test_the_row_under_the_cursor_is_told_once_each_time_it_changes(table):
    heard = rows_told(table)
    table.table.setFocus()
    press(K.Key_Down)
    press(K.Key_Right, K.Key_Left)
    assert heard == [("B001", 9)]
    table.filter.setFocus()
    press("b002")
    assert heard[1:] == [("B002", 1)]
    press("x")
    assert heard[2:] == [None]


def test_a_filter_leaves_the_cursor_on_its_row(table):
    table.select(("B002", 1))
    heard = rows_told(table)
    press("单")
    assert (table.current(), heard) == (("B002", 1), [])
    press(K.Key_Escape)
    assert (table.current(), heard) == (("B002", 1), [])


def test_rows_shown_anew_leave_the_cursor_on_its_row_and_tell_it_again(table):
    table.select(("B002", 1))
    heard = rows_told(table)
    table.show_rows([Row("new", ("A", "", "")), *ROWS])
    assert (table.current(), heard) == (("B002", 1), [("B002", 1)])


@pytest.mark.parametrize(
    ("gone", "after"), [(("B001", 9), ("B002", 1)), (("B003", 1), ("B002", 1))]
)
def test_where_the_row_is_gone_the_cursor_stays_at_its_place(table, gone, after):
    """A queue goes on by itself: what was settled leaves it, and the next one stands there."""
    table.select(gone)
    heard = rows_told(table)
    table.show_rows([row for row in ROWS if row.key != gone])
    assert (table.current(), heard) == (after, [after])


def test_an_empty_list_is_told_too(table):
    heard = rows_told(table)
    table.show_rows([])
    table.show_rows(ROWS)
    assert heard == [None, ("B001", 7)]


def test_select_says_whether_the_row_is_there(table):
    assert table.select(("B003", 1))
    assert table.current() == ("B003", 1)
    assert not table.select("nobody")
    assert table.current() == ("B001", 7)
    press("b001")
    assert not table.select(("B003", 1))


def test_figures_are_sorted_as_numbers_and_the_third_click_brings_the_order_back(table):
    given = names(table)
    table.select(("B002", 1))
    click_title(table, 2)
    assert names(table) == ["B001-009", "B001-007", "B002-001", "B003-001"]
    click_title(table, 2)
    assert names(table) == ["B002-001", "B001-007", "B001-009", "B003-001"]
    assert table.current() == ("B002", 1)
    click_title(table, 2)
    assert names(table) == given
    assert table.current() == ("B002", 1)


def test_rows_shown_anew_are_sorted_as_those_before(table):
    click_title(table, 2)
    table.show_rows([*ROWS, Row("new", ("B009-001", "", "4"))])
    assert names(table)[:3] == ["B001-009", "B009-001", "B001-007"]
    table.filter.setFocus()
    press("b009")
    assert names(table) == ["B009-001"]


def test_tab_goes_from_the_filter_through_the_tools_to_the_rows(table, qtbot):
    tool, choice, held, passed = QPushButton("More"), QComboBox(), QWidget(), QComboBox()
    QVBoxLayout(held).addWidget(choice)
    for widget in (tool, held, passed):
        table.tools.addWidget(widget)
    passed.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    for one in (choice, passed):
        one.view()  # a list that drops down is a window of its own
    table.hide()
    table.show()
    qtbot.waitUntil(tool.isVisible)
    table.filter.setFocus()
    order = []
    for _ in range(3):
        press(K.Key_Tab)
        order.append(focused())
    assert order == [tool, choice, table.table]


def test_names_are_read_aloud(table):
    assert table.filter.accessibleName() == "Filter: Queue"
    assert table.table.accessibleName() == "Queue"


def test_as_many_rows_as_a_round_has_forms_are_sorted_and_filtered_at_once(table):
    """A click may not stop the window: half a second is ten times what it takes here."""
    texts = ("单位互评", "报纸读者", "流动评议台")
    rows = [
        Row(n, (f"B{n % 230:03d}-{n}", texts[n % 3], str(n * 7919 % 99991))) for n in range(11436)
    ]
    table.show_rows(rows)
    began = time.perf_counter()
    click_title(table, 2)
    press("报纸 9", K.Key_Escape)
    table.show_rows(rows)
    assert time.perf_counter() - began < 1.0
