"""The supervisor at the real window: `python -m benchmarks.window_visits FOLDER ROUNDS`.

The folder is a tallying centre of `sample_centre`. Prints, page by page, the seconds from the click
on its name until all of it is shown, and the seconds that each click and key kept the window.
"""

import json
import sys
import time
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from desktop.actions.sample_centre import SUPERVISOR
from desktop.app import make_application, make_window
from desktop.jobs import JobRunner
from desktop.store.keys import Home
from desktop.views.main_window import MainWindow

_PIN = "2005"
_KEYS = [
    *[Qt.Key.Key_Tab] * 6,
    *[Qt.Key.Key_Down] * 4,
    Qt.Key.Key_End,
    Qt.Key.Key_PageUp,
    *[Qt.Key.Key_Backtab] * 3,
    Qt.Key.Key_Up,
    Qt.Key.Key_Right,
    Qt.Key.Key_Left,
]
"""Keys that go about a page and change nothing."""


class Visitor:
    """`blocks` are the seconds of one page in which the window took no event."""

    def __init__(self, application: QApplication, window: MainWindow) -> None:
        self._application, self._window = application, window
        self.blocks: list[float] = []

    def visit(self, page: str) -> float:
        """Seconds from the click until the page shows everything it reads."""
        assert self._window.area
        button = self._window.area.rail.buttons[page]
        begun = time.perf_counter()
        self._watch(lambda: QTest.mouseClick(button, Qt.MouseButton.LeftButton))
        self.settle()
        return time.perf_counter() - begun

    def walk(self) -> None:
        """Keys to whatever has the focus, each painted before the next."""
        for key in _KEYS:
            widget = self._application.focusWidget() or self._window
            self._watch(lambda widget=widget, key=key: QTest.keyClick(widget, key))
            self._watch(self._application.processEvents)
        # a paper that is being laid out is looked at before anybody leaves its page
        self.settle(self._window.session.labours)

    def settle(self, *others: JobRunner) -> None:
        """Until nothing is read and nothing waits to be painted, nor `others` are busy."""
        quiet, runners = 0, (self._window.session.readings, *others)
        while quiet < 3:
            before = time.perf_counter()
            self._watch(self._application.processEvents)
            took = time.perf_counter() - before
            is_quiet = all(runner.is_idle for runner in runners)
            quiet = quiet + 1 if is_quiet and took < 0.001 else 0
            time.sleep(0.001)  # as the program's own loop lets others work while it waits

    def _watch(self, work: object) -> None:
        begun = time.perf_counter()
        work()  # type: ignore[operator]
        self.blocks.append(time.perf_counter() - begun)


def main(folder: Path, rounds: int) -> None:
    application = make_application(["pingyi"])
    window = make_window(application, Home(folder / "machines" / "supervisor"))
    window.resize(1366, 768)
    window.show()
    window.open(folder / "2005.pingyi")
    window.session.await_check()
    window.session.sign_in(SUPERVISOR, _PIN)
    window.show_survey()
    visitor = Visitor(application, window)
    time.sleep(1)  # whoever opens the window looks at it first
    visitor.settle(window.session.labours)
    assert window.area
    pages = list(window.area.rail.buttons)
    found: dict[str, dict[str, list[float]]] = {
        page: {"first": [], "again": [], "blocks": []} for page in pages
    }
    for turn in range(rounds):
        for page in pages[1:] + pages[:1]:  # the first is in front already
            visitor.blocks = found[page]["blocks"]
            found[page]["again" if turn else "first"].append(visitor.visit(page))
            visitor.walk()
    print(json.dumps(found))
    sys.stdout.flush()
    window.close()


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]))
