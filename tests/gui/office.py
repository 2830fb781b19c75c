"""A supervisor at the real window: pages by their name, buttons and fields by what they say."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QPushButton, QWidget

from desktop.store.survey_file import open_survey
from desktop.views.main_window import MainWindow
from tests.stations import PIN, Centre

PEOPLE = {
    "Z01": ("supervisor",),
    "J01": ("scrutineer",),
    "K01": ("checker",),
    "C01": ("clerk",),
    "C02": ("clerk",),
}


class Office:
    """One window on the supervisor's file of a centre; whoever is named is signed in."""

    def __init__(self, window: MainWindow, qtbot: Any, centre: Centre, who: str = "Z01") -> None:
        self.window, self.qtbot, self.centre = window, qtbot, centre
        machine = centre.supervisor
        window.session.home = machine.home
        window.session.take(open_survey(machine.path, home=machine.home, write=True))
        if who:
            window.session.sign_in(who, PIN)
            window.show_survey()

    @property
    def survey(self):
        return self.window.session.opened

    def page(self, name: str) -> Any:
        """The page itself, once it shows what it reads."""
        assert self.window.area
        self.window.area.show_page(name)
        self.settle()
        return self.window.area.stack.currentWidget()

    def settle(self) -> None:
        """Until nothing is read or done beside the window, and its answers are in."""
        session = self.window.session
        self.until(lambda: all(runner.is_idle for runner in session.runners))

    def until(self, true: Callable[[], object]) -> None:
        def check() -> None:
            QApplication.processEvents()
            assert true()

        self.qtbot.waitUntil(check, timeout=10_000)
        QApplication.processEvents()

    def message(self) -> str:
        assert self.window.area
        page: Any = self.window.area.stack.currentWidget()
        return str(page.message.text.text())


def click(widget: QPushButton | QWidget) -> None:
    QTest.mouseClick(widget, Qt.MouseButton.LeftButton)


def write(line: QLineEdit, text: str) -> None:
    """Type into a field as a keyboard does; what stood there is replaced."""
    line.setFocus()
    line.selectAll()
    QTest.keyClicks(line, text)


def enter(widget: QWidget) -> None:
    QTest.keyClick(widget, Qt.Key.Key_Return)


def records(path: Path, home: Any) -> int:
    """How many records the file holds."""
    with open_survey(path, home=home) as survey:
        ((count,),) = survey.db.execute("SELECT count(*) FROM record").fetchall()
    return int(count)
