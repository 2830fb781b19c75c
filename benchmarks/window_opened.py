"""The real program on a survey: `python -m benchmarks.window_opened FILE CODE` prints when.

First when the keying page took a digit and showed it, then when a form of the batch is open. Here
is imported what a start of the program imports, in its order and no sooner.
"""

from __future__ import annotations

import json
import os
import sys
import time
from functools import partial
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication

    from desktop.views.main_window import MainWindow


def main(path: str, code: str) -> None:
    import desktop.cli.window
    from desktop import app  # as the command does, when it runs

    make = app.make_application

    def make_watched(arguments: list[str]) -> QApplication:
        from PySide6.QtCore import QTimer

        application = make(arguments)
        QTimer.singleShot(0, partial(_watch, application, code))
        return application

    app.make_application = make_watched
    sys.argv = ["pingyi", "window", path]
    desktop.cli.main()


def _watch(application: QApplication, code: str) -> None:
    """The clerk's first presses, as soon as the window takes any; then the program is done."""
    reached = {}
    from desktop.views.keying_view import KeyingView
    from desktop.views.main_window import MainWindow

    window = next(held for held in application.topLevelWidgets() if isinstance(held, MainWindow))
    window.activateWindow()  # where no window manager does it
    while not (window.windowHandle().isExposed() and application.focusWidget()):
        application.processEvents()
    assert window.area
    page = window.area.stack.currentWidget()
    assert isinstance(page, KeyingView)
    field = page.chooser.code
    assert field is application.focusWidget()
    _press(application, window, code[0])
    assert field.text() == code[0]
    reached["usable"] = time.monotonic()
    for key in (*code[1:], "\r", "\r"):
        _press(application, window, key)
    assert page.desk
    assert page.desk.form
    assert page.panel.grid.hasFocus()
    reached["open"] = time.monotonic()
    print(json.dumps(reached), flush=True)
    os._exit(0)


def _press(application: QApplication, window: MainWindow, text: str) -> None:
    from PySide6.QtCore import QEvent, Qt
    from PySide6.QtGui import QKeyEvent

    key = Qt.Key.Key_Return if text == "\r" else Qt.Key(ord(text))
    event = QKeyEvent(QEvent.Type.KeyPress, key, Qt.KeyboardModifier.NoModifier, text)
    application.sendEvent(window.windowHandle(), event)
    application.sync()


if __name__ == "__main__":
    main(*sys.argv[1:])
