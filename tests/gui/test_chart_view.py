"""Charts in the window: drawn beside it, as wide as told, in the theme's colours, and saved."""

import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog, QWidget

from desktop.report.chart_look import palette
from desktop.report.chart_sheet import Sheet, text_room
from desktop.views.chart_picture import picture_of
from desktop.views.chart_view import ChartView
from desktop.views.parts import filled
from desktop.views.theme import FAMILIES, load_theme

TEXT = "前五名领先下一名 0.0877 分"


def drawing(text: str = TEXT):
    sheet = Sheet()
    sheet.title(text)
    sheet.box(0, sheet.at, 100, 20, "bar")
    sheet.at += 20
    return sheet.drawing()


@pytest.fixture
def shown(qtbot):
    """Makes a chart's view in a window of its own."""
    windows = []  # qtbot keeps none alive

    def make(theme="light"):
        windows.append(QWidget())
        qtbot.addWidget(windows[-1])
        made = ChartView(load_theme(theme, 100), windows[-1])
        filled(windows[-1]).addWidget(made)
        windows[-1].resize(600, 300)
        windows[-1].show()
        return made

    return make


@pytest.fixture
def view(shown):
    return shown()


def drawn(qtbot, view, draw=drawing):
    view.show_drawing(draw, "得分")
    qtbot.waitUntil(lambda: view.sheet.picture is not None and not view.sheet.is_waiting)
    return view.sheet


def colours(image: QImage) -> set[str]:
    places = ((x, y) for x in range(0, image.width(), 3) for y in range(0, image.height(), 3))
    return {image.pixelColor(*place).name().upper() for place in places}


def ink(image: QImage) -> tuple[int, int]:
    """The first and the last column that is not paper, in the upper part."""
    rows = range(image.height() // 2)
    dark = [
        x for x in range(image.width()) if any(image.pixelColor(x, y).value() < 128 for y in rows)
    ]
    return dark[0], dark[-1]


def test_chinese_is_as_wide_on_the_screen_as_the_documents_count_it():
    sheet = Sheet()
    sheet.text(0, 10, TEXT)
    sheet.at = 100
    picture = picture_of(sheet.drawing(), "")
    first, last = ink(picture.image(QSize(4 * picture.width, 4 * picture.height), "light"))
    assert (last - first) / 4 == pytest.approx(text_room(TEXT), abs=1.5)
    font = QFont(list(FAMILIES))
    font.setPixelSize(100)
    in_window = QFontMetricsF(font).horizontalAdvance(TEXT) * 8.5 / 100
    assert text_room(TEXT) == pytest.approx(in_window, rel=0.01)


def test_it_is_as_wide_as_its_frame_and_larger_by_keys(view, qtbot):
    sheet = drawn(qtbot, view)
    assert sheet.width() == view.frame.viewport().width()
    assert sheet.height() == sheet.heightForWidth(sheet.width())
    view.frame.setFocus()
    QTest.keyClick(view.frame, Qt.Key.Key_Plus, Qt.KeyboardModifier.ControlModifier)
    assert sheet.width() == round(1.25 * view.frame.viewport().width())
    assert view.fit_button.text() == "125%"
    QTest.keyClick(view.frame, Qt.Key.Key_0, Qt.KeyboardModifier.ControlModifier)
    assert sheet.width() == view.frame.viewport().width()


def test_it_is_painted_in_the_dots_of_the_screen(view, qtbot):
    sheet = drawn(qtbot, view)
    view.larger_button.click()
    qtbot.waitUntil(lambda: not sheet.is_waiting)
    assert sheet._image.size() == sheet.size() * sheet.devicePixelRatioF()


def test_the_dark_theme_has_its_own_colours_and_the_file_those_of_paper(qtbot, shown):
    sheet = drawn(qtbot, shown("dark"))
    seen = colours(sheet._image)
    assert {palette("dark")["paper"], palette("dark")["bar"]} <= seen
    assert palette()["paper"] not in seen
    saved = QImage.fromData(sheet.picture.png())
    assert {palette()["paper"], palette()["bar"]} <= colours(saved)
    assert saved.width() == 2 * sheet.picture.width


@pytest.mark.parametrize(
    ("chosen", "name"), [("a.png", "a.png"), ("b.svg", "b.svg"), ("c", "c.png")]
)
def test_it_is_saved_as_the_name_says(view, qtbot, tmp_path, monkeypatch, chosen, name):
    drawn(qtbot, view)
    path = tmp_path / chosen
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(path), ""))
    with qtbot.waitSignal(view.save_chosen) as caught:
        qtbot.mouseClick(view.save_button, Qt.MouseButton.LeftButton)
    (write,) = caught.args
    assert write() == tmp_path / name
    content = (tmp_path / name).read_bytes()
    assert content.startswith(b"\x89PNG" if name.endswith("png") else b"<?xml")


def test_a_survey_is_never_overwritten_by_a_picture(view, qtbot, tmp_path, monkeypatch):
    drawn(qtbot, view)
    survey = tmp_path / "2005.pingyi"
    survey.write_bytes(b"survey")
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(survey), ""))
    with qtbot.waitSignal(view.save_chosen) as caught:
        view.save()
    assert caught.args[0]() == tmp_path / "2005.pingyi.png"
    assert survey.read_bytes() == b"survey"


def test_nothing_to_draw_is_no_picture(view, qtbot):
    drawn(qtbot, view)
    view.show_drawing(lambda: None, "")
    qtbot.waitUntil(lambda: view.sheet.picture is None)
    view.clear()
    assert not view.save_button.isEnabled()
