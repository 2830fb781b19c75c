"""The real window for tests: on the screen, active, and with a documents folder of its own."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QKeyEvent, QWindow
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QTableWidget, QWidget

from desktop.app import make_window
from desktop.store.keys import Home
from desktop.views.main_window import MainWindow
from desktop.views.theme import load_fonts


@contextmanager
def no_stray_window(application: QApplication) -> Iterator[None]:
    """A widget that is shown before it has its place is a window for a moment, and takes the keys.

    Dialogs and lists that drop down are windows of other types.
    """
    seen: list[str] = []

    def note(window: QWindow | None) -> None:
        if window and window.type() == Qt.WindowType.Window:
            seen.append(window.objectName())

    application.focusWindowChanged.connect(note)
    yield
    application.focusWindowChanged.disconnect(note)
    assert set(seen) <= {"MainWindowClassWindow"}


@contextmanager
def shown_window(
    qtbot, application: QApplication, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> Iterator[MainWindow]:
    """A window of 1366 × 768; the user's folder is this one, with Documents in it."""
    monkeypatch.setenv("HOME", str(folder))
    monkeypatch.setenv("XDG_CONFIG_HOME", str(folder / "config"))
    (folder / "Documents").mkdir()
    load_fonts()
    window = make_window(application, Home.of_user())
    window.resize(1366, 768)
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    with no_stray_window(application):
        yield window
    window.close()
    window.deleteLater()
    qtbot.wait(1)


def focused() -> QWidget:
    """The widget that gets the keys."""
    widget = QApplication.focusWidget()
    assert widget
    return widget


def press(
    *keys: Qt.Key | str, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier
) -> None:
    """Press keys one after the other; each goes to whatever has the focus then."""
    for key in keys:
        if isinstance(key, str):
            _type(focused(), key)
        else:
            QTest.keyClick(focused(), key, modifier)


def go_to(window: MainWindow, page: str) -> QWidget:
    """Click the rail's button of a page; the page itself."""
    assert window.area
    QTest.mouseClick(window.area.rail.buttons[page], Qt.MouseButton.LeftButton)
    return await_page(window, page)


def await_page(window: MainWindow, page: str) -> QWidget:
    """The page itself, once it is in front: the rail's keys press its buttons, which takes time."""
    for _ in range(100):
        if window.area and window.area.page == page:
            break
        QTest.qWait(10)
    assert window.area
    assert window.area.page == page
    shown = window.area.stack.currentWidget()
    assert shown
    return shown


def _type(widget: QWidget, text: str) -> None:
    """Characters as an input method commits them: QTest itself aborts beyond ASCII."""
    if text.isascii():
        QTest.keyClicks(widget, text)
        return
    for character in text:
        event = QKeyEvent(QEvent.Type.KeyPress, 0, Qt.KeyboardModifier.NoModifier, character)
        QApplication.sendEvent(widget, event)


def click_row(table: QTableWidget, row: int) -> None:
    place = table.visualRect(table.model().index(row, 0)).center()
    QTest.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(place))
