"""The window: fonts, language, theme, and what happens when something goes wrong in it."""

import sys
from collections.abc import Sequence
from pathlib import Path

# first, because PySide6 reads the source of every module that is imported after it
from desktop.actions import checking, entering, operators  # noqa: F401

# isort: split
from PySide6 import __version__ as qt_version
from PySide6.QtCore import QLibraryInfo, QLocale, QTranslator
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QApplication

from desktop.assets import resource
from desktop.logs import note_failures
from desktop.session import Session
from desktop.settings import Settings
from desktop.store.keys import Home
from desktop.views.main_window import MainWindow
from desktop.views.theme import Theme, apply_theme, load_fonts, load_theme
from desktop.words import CHINESE

_CHINESE, _ENGLISH = ("pingyi_zh_CN", "qtbase_zh_CN"), ("pingyi_en",)
"""The program's own texts, then Qt's; English is that of the sources but for its plurals."""
_QT_TEXTS = QLibraryInfo.LibraryPath.TranslationsPath


class Dresser:
    """Puts language and theme on the program; the translators live as long as it does."""

    def __init__(self, application: QApplication) -> None:
        self._application = application
        self._translators: list[QTranslator] = []

    def __call__(self, settings: Settings) -> Theme:
        """Dress the program for these settings."""
        for old in self._translators:
            self._application.removeTranslator(old)
        self._translators = _translators(_CHINESE if settings.language == CHINESE else _ENGLISH)
        for translator in self._translators:
            self._application.installTranslator(translator)
        chinese = settings.language == CHINESE
        QLocale.setDefault(QLocale("zh_CN") if chinese else QLocale("en_GB"))
        theme = load_theme(settings.theme, settings.text_size)
        apply_theme(self._application, theme)
        return theme


def run(path: Path | None = None) -> int:
    """Open the window, on a survey where one is named; the program's exit code."""
    if qt_version.startswith("6.12") and sys.version_info < (3, 12):
        sys.stderr.write("PySide6 6.12 ends Python 3.11 after some thousand keys: install 6.11.\n")
        return 1
    application = make_application(sys.argv[:1])
    window = make_window(application, Home.of_user())
    note_failures(window.session.home.root / "failures", window.show_failure)
    if path:
        window.open(path)  # before it is shown, so that it shows that page and no other
    window.resize(application.primaryScreen().availableSize())  # where no window manager does it
    window.showMaximized()
    return application.exec()


def make_application(arguments: list[str]) -> QApplication:
    """The one QApplication, with the program's name, icon and fonts."""
    application = QApplication(arguments)
    application.setApplicationName("pingyi")
    application.setDesktopFileName("pingyi")
    application.setWindowIcon(QIcon(str(resource("icons", "pingyi.svg"))))
    load_fonts()
    return application


def make_window(application: QApplication, home: Home) -> MainWindow:
    """A window that is not shown yet."""
    return MainWindow(Session(home), Dresser(application))


def _translators(names: Sequence[str]) -> list[QTranslator]:
    made = []
    folders = (str(resource("translations")), QLibraryInfo.path(_QT_TEXTS))
    for name, folder in zip(names, folders, strict=False):
        translator = QTranslator()
        if translator.load(name, folder):
            made.append(translator)
    return made
