"""Takes a picture of every page, in both languages and three themes, at two sizes of the screen."""

import argparse
import os
import sys
import tempfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from itertools import product
from pathlib import Path
from random import Random

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ.setdefault("PINGYI_LANG", "zh_CN")

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from desktop.actions.operators import register_operator
from desktop.actions.sample_marks import S1, scenario_marks
from desktop.actions.trial import open_trial
from desktop.app import make_application, make_window
from desktop.settings import THEMES
from desktop.store.keys import Home
from desktop.views.main_window import MainWindow

LANGUAGES = ("zh_CN", "en")
SIZES = ((1366, 768), (1920, 1080))
_CODE, _PIN = "C01", "2468"
_SCENE = Callable[["Stage"], None]


@dataclass(frozen=True, slots=True)
class Stage:
    """The window with a drill open in it."""

    application: QApplication
    window: MainWindow

    def settle(self) -> None:
        """Let everything be drawn that is due."""
        for _ in range(3):
            self.application.processEvents()
            QTest.qWait(20)

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

    def page(self, name: str) -> None:
        assert self.window.area is not None
        self.window.area.show_page(name)

    def half_a_form(self, rows: int, *, number: str = "") -> None:
        """Open a form and key its first rows, and two cells of the next."""
        self.keys(f"{number}\n")
        form = scenario_marks(Random(11), S1, 120, 5)  # noqa: S311  invented marks
        self.keys(form[: rows * 5] + form[rows * 5 : rows * 5 + 2])


def _start(stage: Stage) -> None:
    stage.window.close_survey()


def _chooser(stage: Stage) -> None:
    stage.page("keying")


def _number(stage: Stage) -> None:
    stage.keys("B001\n")


def _grid(stage: Stage) -> None:
    stage.half_a_form(46)


def _void(stage: Stage) -> None:
    stage.keys("v")


def _finish(stage: Stage) -> None:
    QTest.keyClick(stage.focus, Qt.Key.Key_Escape)
    stage.keys("111\n")


def _closing(stage: Stage) -> None:
    stage.keys("\n")
    QTest.keyClick(stage.focus, Qt.Key.Key_F10)


def _second(stage: Stage) -> None:
    stage.keys("B003\n")
    stage.half_a_form(18)


def _lock(stage: Stage) -> None:
    stage.window.lock()


def _unlock(stage: Stage) -> None:
    stage.keys(f"{_PIN}\n")


def _shown(page: str) -> _SCENE:
    return lambda stage: stage.page(page)


SCENES: dict[str, _SCENE] = {
    "chooser": _chooser,
    "number": _number,
    "keying": _grid,
    "void": _void,
    "finish": _finish,
    "closing": _closing,
    "waiting": _shown("second"),
    "second": _second,
    "work": _shown("work"),
    "drill": _shown("drill"),
    "settings": _shown("settings"),
    "help": _shown("help"),
    "lock": _lock,
    "start": _start,
}
"""In this order: each begins where the one before ended."""


def main(arguments: list[str] | None = None) -> int:
    """Write the pictures; the exit code."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--out", type=Path, default=Path("build/screens"))
    parser.add_argument("--text-size", type=int, default=100)
    chosen = parser.parse_args(arguments)
    chosen.out.mkdir(parents=True, exist_ok=True)
    application = make_application(["pingyi"])
    for language, theme, size in product(LANGUAGES, THEMES, SIZES):
        for name, path in _taken(application, language, theme, size, chosen.text_size, chosen.out):
            sys.stdout.write(f"{name} {path}\n")
    return 0


def _taken(
    application: QApplication,
    language: str,
    theme: str,
    size: tuple[int, int],
    text_size: int,
    out: Path,
) -> Iterator[tuple[str, Path]]:
    with tempfile.TemporaryDirectory(prefix="pingyi-screens-") as folder:
        stage = _stage(application, Path(folder), language, theme, text_size)
        stage.window.resize(*size)
        stage.window.show()
        for name, play in SCENES.items():
            play(stage)
            stage.settle()
            path = out / f"{name}-{language}-{theme}-{size[0]}.png"
            stage.window.grab().save(str(path))
            yield name, path
        stage.window.close()
        stage.window.deleteLater()


def _stage(
    application: QApplication, folder: Path, language: str, theme: str, text_size: int
) -> Stage:
    home = Home(folder / "home")
    window = make_window(application, home)
    settings = window.session.settings
    window.session.choose(
        replace(settings, language=language, theme=theme, text_size=text_size, sounds=False)
    )
    survey = open_trial(folder / "演示.pingyi", home)
    register_operator(survey, _CODE, name="录入员02", roles=["clerk"], pin=_PIN)
    window.session.take(survey)
    window.session.sign_in(_CODE, _PIN)
    window.show_survey()
    stage = Stage(application, window)
    stage.settle()
    return stage


if __name__ == "__main__":
    sys.exit(main())
