"""The pages of a PDF in the window: turned by keys, zoomed, drawn beside, few of them kept."""

import threading
from io import BytesIO
from typing import Any

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt, QThreadPool
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from reportlab.pdfgen.canvas import Canvas
from shiboken6 import isValid

from desktop.views import pdf_pages, printing
from desktop.views.latest import Latest
from desktop.views.paper_preview import PaperPreview
from desktop.views.parts import filled
from desktop.views.pdf_pages import Fit
from desktop.views.theme import load_theme

Key = Qt.Key
A4 = (595, 842)


def document(pages: int, size: tuple[int, int] = A4) -> bytes:
    """Page n is black from the left edge to n hundredths of its width."""
    held = BytesIO()
    canvas = Canvas(held, size)
    for page in range(1, pages + 1):
        canvas.rect(0, 0, size[0] * page / 100, size[1], stroke=0, fill=1)
        canvas.showPage()
    canvas.save()
    return held.getvalue()


@pytest.fixture
def host(qtbot, qapp) -> QWidget:
    """A window as large as a page of the program's."""
    made = QWidget()
    qtbot.addWidget(made)
    made.resize(900, 500)
    return made


@pytest.fixture
def hidden(host) -> PaperPreview:
    made = PaperPreview(load_theme("light", 100), host)
    filled(host).addWidget(made)
    return made


@pytest.fixture
def preview(hidden, host, qtbot) -> PaperPreview:
    with qtbot.waitActive(host):
        host.show()
    return hidden  # type: ignore[no-any-return]


@pytest.fixture
def shown(preview, qtbot) -> Any:
    """A document of twelve pages, the first in sight."""
    preview.show_pdf(document(12))
    wait_for(preview, qtbot, 1)
    preview.view.setFocus()
    return preview


def page_in_sight(preview: PaperPreview) -> int:
    """By what is drawn: how far the black of the page reaches."""
    picture = preview.view.sheet.pixmap().toImage()
    middle = picture.height() // 2
    black = sum(picture.pixelColor(x, middle).lightness() < 128 for x in range(picture.width()))
    return round(100 * black / picture.width())


def wait_for(preview: PaperPreview, qtbot, page: int) -> None:
    qtbot.waitUntil(lambda: preview.page == page and page_in_sight(preview) == page)


def press(preview: PaperPreview, *keys: Qt.Key) -> None:
    for key in keys:
        QTest.keyClick(QApplication.focusWidget() or preview.view, key)


def test_nothing_is_said_in_the_place_of_a_page(preview):
    preview.show_nothing("No document yet.")
    assert preview.nothing.text() == "No document yet."
    assert preview.nothing.isVisible()
    assert not preview.bar.isVisible()
    assert (preview.page, preview.pages) == (0, 0)


def test_the_first_page_is_fitted_to_the_width(shown):
    assert (shown.page, shown.pages) == (1, 12)
    assert shown.count.text() == "of 12"
    assert 0.97 < shown.view.sheet.width() / shown.view.viewport().width() <= 1
    assert not shown.view.horizontalScrollBar().maximum()


def test_keys_go_down_the_page_and_then_to_the_next(shown, qtbot):
    bar = shown.view.verticalScrollBar()
    press(shown, Key.Key_PageDown)
    assert (shown.page, bar.value() > 0) == (1, True)
    while bar.value() < bar.maximum():
        press(shown, Key.Key_PageDown)
    press(shown, Key.Key_PageDown)
    wait_for(shown, qtbot, 2)
    assert bar.value() == 0
    press(shown, Key.Key_PageUp)
    wait_for(shown, qtbot, 1)
    assert bar.value() == bar.maximum()


def test_home_and_end_and_a_number_go_anywhere(shown, qtbot):
    press(shown, Key.Key_End)
    wait_for(shown, qtbot, 12)
    assert not shown.on.isEnabled()
    press(shown, Key.Key_PageDown, Key.Key_PageDown, Key.Key_PageDown)
    assert shown.page == 12
    shown.number.setFocus()
    shown.number.selectAll()
    QTest.keyClicks(shown.number, "7")
    QTest.keyClick(shown.number, Key.Key_Return)
    wait_for(shown, qtbot, 7)
    shown.number.setText("99")
    QTest.keyClick(shown.number, Key.Key_Return)
    wait_for(shown, qtbot, 12)
    assert shown.number.text() == "12"
    press(shown, Key.Key_Home)
    wait_for(shown, qtbot, 1)
    assert not shown.back.isEnabled()


def test_buttons_turn_pages(shown, qtbot):
    qtbot.mouseClick(shown.on, Qt.MouseButton.LeftButton)
    wait_for(shown, qtbot, 2)
    qtbot.mouseClick(shown.back, Qt.MouseButton.LeftButton)
    wait_for(shown, qtbot, 1)


def test_the_whole_page_fits_and_keys_turn_it_at_once(shown, qtbot):
    qtbot.mouseClick(shown.sizes.buttons[Fit.PAGE], Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: shown.view.sheet.height() <= shown.view.viewport().height())
    assert shown.view.sheet.height() > 0.9 * shown.view.viewport().height()
    shown.view.setFocus()
    press(shown, Key.Key_PageDown)
    wait_for(shown, qtbot, 2)


@pytest.mark.parametrize(("key", "grows"), [(Key.Key_Plus, True), (Key.Key_Minus, False)])
def test_plus_and_minus_change_the_size(shown, qtbot, key, grows):
    before = shown.view.sheet.width()
    press(shown, key)
    qtbot.waitUntil(lambda: shown.view.sheet.width() != before)
    assert (shown.view.sheet.width() > before) is grows
    assert not shown.sizes.buttons[Fit.WIDTH].isChecked()
    assert shown.sizes.buttons["own"].text().endswith(" %")


def test_the_wheel_with_control_zooms_and_alone_scrolls(shown, qtbot):
    before = shown.view.sheet.width()

    def turn(modifiers: Qt.KeyboardModifier) -> None:
        place = QPointF(50, 50)
        event = QWheelEvent(
            place, place, QPoint(), QPoint(0, -120), Qt.MouseButton.NoButton, modifiers,
            Qt.ScrollPhase.NoScrollPhase, False,
        )  # fmt: skip
        QApplication.sendEvent(shown.view.viewport(), event)

    turn(Qt.KeyboardModifier.NoModifier)
    assert shown.view.verticalScrollBar().value() > 0
    turn(Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: shown.view.sheet.width() < before)


def test_sizes_end_somewhere(shown, qtbot):
    shown.choose_zoom(4.0)
    qtbot.waitUntil(lambda: shown.view.sheet.width() > 3000)
    before = shown.view.sheet.width()
    press(shown, Key.Key_Plus)
    qtbot.waitUntil(lambda: not shown._drawing._latest.is_busy)
    assert shown.view.sheet.width() == before


def test_a_window_that_grows_draws_the_page_anew(shown, host, qtbot):
    qtbot.waitUntil(lambda: not shown._rest.isActive())
    before = shown.view.sheet.width()
    host.resize(1200, 500)
    qtbot.waitUntil(lambda: shown.view.sheet.width() > before + 250)


def test_a_document_made_anew_is_seen_at_the_same_page(shown, qtbot):
    shown.go_to(5)
    wait_for(shown, qtbot, 5)
    with qtbot.waitSignal(shown.page_shown):
        shown.show_pdf(document(12))
    assert shown.page == 5
    with qtbot.waitSignal(shown.page_shown):
        shown.show_pdf(document(3))
    assert (shown.page, shown.pages) == (3, 3)
    with qtbot.waitSignal(shown.page_shown):
        shown.show_pdf(document(4), first=True)
    assert (shown.page, shown.pages) == (1, 4)


def test_one_page_has_nothing_to_turn(preview, qtbot):
    preview.show_pdf(document(1))
    wait_for(preview, qtbot, 1)
    assert not preview.turning.isVisible()
    assert preview.sizes.isVisible()


def test_what_is_opened_unseen_is_drawn_when_it_is_seen(hidden, host, qtbot):
    hidden.show_pdf(document(2))
    assert not hidden._drawing._latest.is_busy
    host.show()
    wait_for(hidden, qtbot, 1)


@pytest.mark.parametrize("content", [b"no PDF", document(1)[:200]])
def test_what_is_no_pdf_is_said_so(preview, qtbot, content):
    preview.show_pdf(content)
    qtbot.waitUntil(lambda: "cannot be shown" in preview.nothing.text())
    assert preview.nothing.isVisible()


def test_three_hundred_pages_are_turned_in_bounded_memory(preview, qtbot, monkeypatch):
    monkeypatch.setattr(pdf_pages, "_KEPT", 8 << 20)
    preview.show_pdf(document(300))
    wait_for(preview, qtbot, 1)
    one = preview._drawing.kept_bytes
    for page in range(2, 40):
        with qtbot.waitSignal(preview.page_shown):
            preview.go_to(page)
    qtbot.waitUntil(lambda: not preview._drawing._latest.is_busy)
    assert one < preview._drawing.kept_bytes <= 8 << 20


def test_a_page_that_is_kept_is_not_drawn_again(shown, qtbot, monkeypatch):
    shown.go_to(2)
    wait_for(shown, qtbot, 2)
    monkeypatch.setattr(pdf_pages, "drawn_page", None)
    shown.go_to(1)
    wait_for(shown, qtbot, 1)


def test_pdfium_is_in_one_call_at_a_time(shown, qtbot):
    with printing.PDFIUM:
        shown.go_to(2)
        qtbot.wait(50)
        assert page_in_sight(shown) == 1
    wait_for(shown, qtbot, 2)


def test_only_the_latest_of_what_was_asked_for_is_done_and_answered(host, qtbot):
    held, latest, done, told = threading.Event(), Latest(host), list[int](), list[int]()

    def work(number: int) -> int:
        held.wait(5)
        done.append(number)
        return number

    for number in range(5):
        latest.ask(lambda number=number: work(number), told.append)  # type: ignore[misc]
    held.set()
    qtbot.waitUntil(lambda: not latest.is_busy)
    assert done == [0, 4]
    assert told == [4]


def test_whoever_forgets_is_told_nothing(host, qtbot):
    latest, told = Latest(host), list[object]()
    latest.failed.connect(told.append)
    latest.ask(lambda: 1 / 0, told.append)
    latest.forget()
    qtbot.waitUntil(lambda: not latest.is_busy)
    assert told == []


def test_a_failure_is_handed_over(host, qtbot):
    latest = Latest(host)
    with qtbot.waitSignal(latest.failed) as failed:
        latest.ask(lambda: 1 / 0, print)
    assert isinstance(failed.args[0], ZeroDivisionError)


def test_a_preview_may_go_while_its_page_is_being_drawn(preview, qtbot):
    with printing.PDFIUM:
        preview.show_pdf(document(2))
        assert preview._drawing._latest.is_busy
        preview.deleteLater()
        qtbot.waitUntil(lambda: not isValid(preview))
    QThreadPool.globalInstance().waitForDone()
    qtbot.wait(10)


def test_without_pages_it_needs_no_room_to_turn_them(preview):
    """It stands beside tables: a window without a manager grows to what any page of it needs."""
    preview.turning.hide()
    without = preview.bar.minimumSizeHint().width()
    preview.turning.show()
    assert preview.bar.minimumSizeHint().width() - without >= 300
