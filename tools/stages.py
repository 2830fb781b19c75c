"""The window with a drill open in it, for pictures: a clerk's, and a supervisor's."""

import shutil
import time
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path
from random import Random

from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from desktop.actions.operators import register_operator
from desktop.actions.sample_centre import SUPERVISOR
from desktop.actions.sample_marks import S1, scenario_marks
from desktop.actions.trial import open_trial
from desktop.app import Dresser
from desktop.models.network_guard import NetworkGuard
from desktop.session import Session
from desktop.store.keys import Home
from desktop.store.survey_file import SurveyFile, open_survey
from desktop.views.main_window import MainWindow
from tools.centres import FILE, MACHINE, PIN

CLERK, _PIN = "C01", "2468"
_PATIENCE = 30
"""Seconds that a page may take to show what it reads."""


@dataclass(frozen=True, slots=True)
class Look:
    """How the window is dressed, and its size in pixels."""

    language: str
    theme: str
    size: tuple[int, int]
    text_size: int


class Wardrobe(Dresser):
    """What dresses the program for one stage alone."""

    def undress(self) -> None:
        """The program speaks its source again: texts of one language end with their stage."""
        for translator in self._translators:
            self._application.removeTranslator(translator)


@dataclass(frozen=True, slots=True)
class Stage:
    """The window with a drill open in it; `folder` holds everything of it."""

    application: QApplication
    window: MainWindow
    folder: Path
    wardrobe: Wardrobe

    def settle(self) -> None:
        """Until nothing is read or laid out beside the window, and everything is drawn."""
        begun, quiet = time.monotonic(), 0
        while quiet < 12 and time.monotonic() - begun < _PATIENCE:
            self.application.processEvents()
            _delete()
            # a wait of Qt's own would keep Python's lock, and with it everything beside the window
            time.sleep(0.02)
            busy = [runner for runner in self.window.session.runners if not runner.is_idle]
            quiet = 0 if busy else quiet + 1

    @property
    def focus(self) -> QWidget:
        widget = self.application.focusWidget()
        assert widget is not None
        return widget

    def keys(self, text: str) -> None:
        """Press keys on whatever has the focus; `\\n` is Enter, `\\t` Tab."""
        for char in text:
            if char == "\n":
                QTest.keyClick(self.focus, Qt.Key.Key_Return)
            elif char == "\t":
                QTest.keyClick(self.focus, Qt.Key.Key_Tab)
            else:
                QTest.keyClicks(self.focus, char)

    def page(self, name: str) -> QWidget:
        """Bring a page to the front, and give it once it shows what it reads."""
        assert self.window.area is not None
        self.window.area.show_page(name)
        self.settle()
        made = self.window.area.stack.currentWidget()
        assert made
        return made

    def half_a_form(self, rows: int, *, number: str = "") -> None:
        """Open a form and key its first rows, and two cells of the next."""
        self.keys(f"{number}\n")
        form = scenario_marks(Random(11), S1, 120, 5)  # noqa: S311  invented marks
        self.keys(form[: rows * 5] + form[rows * 5 : rows * 5 + 2])

    def end(self) -> None:
        """Close the window for good: its clocks must not tick on into the next stage."""
        self.window.close()
        self.window.deleteLater()
        _delete()
        self.wardrobe.undress()


Scene = Callable[[Stage], None]


def clerk_stage(application: QApplication, folder: Path, look: Look) -> Stage:
    """A clerk before batches half keyed, untouched, and ready to be keyed again."""
    folder.mkdir()
    home = Home(folder / "home")
    stage = _stage(application, folder, home, look)
    survey = open_trial(folder / "演示.pingyi", home)
    register_operator(survey, CLERK, name="录入员02", roles=["clerk"], pin=_PIN)
    return _begun(stage, survey, CLERK, _PIN)


def office_stage(application: QApplication, folder: Path, look: Look, centre: Path) -> Stage:
    """The supervisor of a copy of this centre, signed in."""
    shutil.copytree(centre, folder)
    home = Home(folder / MACHINE)
    stage = _stage(application, folder, home, look)
    survey = open_survey(folder / FILE, home=home, write=True)
    return _begun(stage, survey, SUPERVISOR, PIN)


def _stage(application: QApplication, folder: Path, home: Home, look: Look) -> Stage:
    wardrobe = Wardrobe(application)
    window = MainWindow(Session(home), wardrobe)
    NetworkGuard(list, window.session)  # whatever is up on this machine is nobody's business
    settings = window.session.settings
    dressed = replace(
        settings,
        language=look.language,
        theme=look.theme,
        text_size=look.text_size,
        sounds=False,
    )
    window.session.choose(dressed)
    window.resize(*look.size)
    window.show()
    return Stage(application, window, folder, wardrobe)


def _begun(stage: Stage, survey: SurveyFile, code: str, pin: str) -> Stage:
    window = stage.window
    window.session.take(survey)
    window.session.sign_in(code, pin)
    window.show_survey()
    stage.settle()
    return stage


def _delete() -> None:
    """What is to be deleted later: without an event loop nobody else does it."""
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
