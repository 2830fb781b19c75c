"""A clerk at the real window: a survey file of its own, and the presses a keyboard would send."""

from collections.abc import Iterable
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt
from PySide6.QtGui import QWindow
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from benchmarks.paper import home_of
from benchmarks.press_plans import BACK, ENTER
from desktop.app import make_application, make_window
from desktop.views.desk_panel import DeskPanel
from desktop.views.keying_view import KeyingView

_NAMED = {ENTER: Qt.Key.Key_Return, BACK: Qt.Key.Key_Backspace}
_PATIENCE = 5_000
"""Milliseconds until the screen must have shown the window."""


def press(window: QWindow, key: str) -> None:
    """One key of a press plan down and up, as the window system reports it to a window."""
    QTest.keyClick(window, _NAMED.get(key) or Qt.Key(ord(key)))


class Presses(QObject):
    """Counts the key presses that the window system's side of Qt hands to one window.

    Qt shows a press again to every widget it passes on its way; only the window's own counts.
    """

    def __init__(self, window: QObject) -> None:
        super().__init__()
        self.count = 0
        window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802  the name is Qt's
        self.count += event.type() == QEvent.Type.KeyPress
        return False


class Clerk:
    """Opens the survey in the window, and keys; the window is 1366 × 768."""

    def __init__(self, survey: Path) -> None:
        self.application = make_application(["pingyi"])
        self.window = make_window(self.application, home_of(survey))
        self.window.resize(1366, 768)
        self.window.show()
        self.come_to_front()
        self.window.open(survey)
        self._handle = self.window.windowHandle()
        self.presses = Presses(self._handle)

    @property
    def page(self) -> KeyingView:
        assert self.window.area
        page = self.window.area.stack.currentWidget()
        assert isinstance(page, KeyingView)
        return page

    @property
    def panel(self) -> DeskPanel:
        return self.page.panel

    def come_to_front(self) -> None:
        """Wait until the window has the keyboard."""
        self.window.activateWindow()  # where no window manager does it
        assert QTest.qWaitForWindowActive(self.window, _PATIENCE), "the screen shows no window"

    def take_batch(self, code: str) -> None:
        """Put the batch before away, and type the code of this one."""
        self.page.choose_batch()
        # the program's event loop does this by itself; there is none here
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        self.key([*code, ENTER])
        assert self.page.desk, f"{code} is not on the desk: {self.page.chooser.message.text.text()}"

    def press(self, key: str) -> None:
        press(self._handle, key)

    def key(self, keys: Iterable[str]) -> None:
        """Press keys, with everything they set off done before the next."""
        for key in keys:
            self.press(key)
            QApplication.processEvents()

    def key_form(self, keys: Iterable[str]) -> int:
        """Key a form to its end; the presses that the window got.

        Nobody looks: it is painted before the first key and after the last, to save an hour.
        """
        before = self.presses.count
        self.window.setUpdatesEnabled(False)
        self.key(keys)
        self.window.setUpdatesEnabled(True)
        QApplication.processEvents()
        assert self.page.desk
        assert self.page.desk.form is None, f"not finished: {self.panel.message.text.text()}"
        return self.presses.count - before

    def leave(self) -> None:
        """Close the window as its cross does."""
        self.window.close()
        QApplication.processEvents()
