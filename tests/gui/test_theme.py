"""What the themes promise: texts that can be read, on a chosen row and in an empty field too."""

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QWidget

from desktop.models.rows_model import Column, Row
from desktop.settings import THEMES
from desktop.views.filtered_table import FilteredTable
from desktop.views.theme import READABLE, apply_theme, contrast, load_theme


@pytest.fixture(params=THEMES)
def theme(request, qapp):
    """Each theme in turn, and daylight again behind it."""
    held = load_theme(request.param, 100)
    apply_theme(qapp, held)
    yield held
    apply_theme(qapp, load_theme("light", 100))


@pytest.mark.parametrize("kind", [QLineEdit, QPlainTextEdit])
def test_what_stands_in_an_empty_field_is_readable(theme, qtbot, kind):
    field = kind()
    qtbot.addWidget(field)
    field.show()
    ink = field.palette().color(QPalette.ColorRole.PlaceholderText)
    assert ink.alpha() == 255
    assert contrast(ink, theme.colours["field"]) >= READABLE


def test_a_chosen_row_keeps_the_tone_that_tells_something(theme, qtbot):
    """A cell full of blocks shows the ink that letters are drawn in."""
    page = QWidget()
    qtbot.addWidget(page)
    table = FilteredTable([Column("A"), Column("B")], "list", theme, page, wide=0)
    page.resize(400, 200)
    table.resize(400, 200)
    page.show()
    table.show_rows([Row(1, ("■" * 9, "■" * 9), tones=("bad", "quiet"))])
    table.select(1)
    picture = table.table.viewport().grab().toImage()
    rows = [table.table.visualRect(table.model.index(0, at)) for at in range(2)]
    inks = [
        {
            picture.pixelColor(QPoint(x, y)).name()
            for x in range(room.left(), room.right())
            for y in range(room.top(), room.bottom())
        }
        for room in rows
    ]
    assert theme.colours["bad"].name() in inks[0]
    assert theme.colours["accent"].name() not in inks[0]
    assert theme.colours["accent"].name() in inks[1]
