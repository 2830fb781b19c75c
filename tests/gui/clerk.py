"""Somebody at the window: presses keys where the focus is, and sees what the page shows."""

from PySide6.QtCore import QEvent, QPoint, QRect, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from desktop.models.desk import Desk
from desktop.models.keys import Prompt
from desktop.models.open_form import OpenForm
from desktop.tally.keyings import UNKEYED
from desktop.views.desk_panel import DeskPanel
from desktop.views.keying_view import KeyingView
from desktop.views.main_window import MainWindow

KEYPAD = Qt.KeyboardModifier.KeypadModifier
_ON_PAD = {
    "+": Qt.Key.Key_Plus, "-": Qt.Key.Key_Minus, "*": Qt.Key.Key_Asterisk,
    "/": Qt.Key.Key_Slash, ".": Qt.Key.Key_Period, "\r": Qt.Key.Key_Enter,
}  # fmt: skip


class Clerk:
    """After every key: no dialog, and no window beside the one that was there."""

    def __init__(self, window: MainWindow) -> None:
        self.window = window
        self.sounds: list[str] = []
        self.saved: list[OpenForm] = []

    @property
    def session(self):
        return self.window.session

    @property
    def survey(self):
        return self.window.session.opened

    @property
    def page(self) -> KeyingView:
        assert self.window.area
        page = self.window.area.stack.currentWidget()
        assert isinstance(page, KeyingView)
        return page

    @property
    def panel(self) -> DeskPanel:
        return self.page.panel

    @property
    def desk(self) -> Desk:
        assert self.page.desk
        return self.page.desk

    @property
    def form(self) -> OpenForm:
        assert self.desk.form
        return self.desk.form

    def waits(self) -> Prompt:
        """What the desk waits for; a call, for its answer changes with every key."""
        return self.desk.prompt

    @property
    def marks(self) -> str:
        """The open form, with a point where nothing was keyed yet."""
        return "".join(self.form.marks).replace(UNKEYED, "·")

    @property
    def message(self) -> str:
        return self.panel.message.text.text()

    @property
    def number(self) -> str:
        """The message's number, or empty."""
        badge = self.panel.message.number
        return "" if badge.isHidden() else badge.text()

    def go_to(self, page: str) -> None:
        """Click the rail's button of a page."""
        assert self.window.area
        self.click(self.window.area.rail.buttons[page])
        assert self.window.area.page == page

    def take_batch(self, code: str = "B001") -> None:
        """Type a batch's code where the page asks for it, and listen to its desk."""
        self.type(code)
        self.press(Qt.Key.Key_Return)
        self.listen()

    def listen(self) -> None:
        self.desk.sounded.connect(self.sounds.append)
        self.desk.form_saved.connect(self.saved.append)

    def open(self, text: str = "") -> None:
        """Open the number offered, or the one typed."""
        self.type(text)
        self.press(Qt.Key.Key_Return)

    def finish(self) -> None:
        self.press(Qt.Key.Key_Return, Qt.Key.Key_Return)

    def type(self, text: str) -> None:
        """Characters on the main keys; the focus is asked before each."""
        for character in text:
            QTest.keyClicks(focused(), character)
            self.check()

    def type_on_pad(self, text: str) -> None:
        """Characters on the numeric pad, Num Lock on; a carriage return is its Enter."""
        for character in text:
            key = _ON_PAD.get(character) or Qt.Key(ord(character))
            self.press(key, modifier=KEYPAD)

    def press(self, *keys: Qt.Key, modifier: Qt.KeyboardModifier | None = None) -> None:
        for key in keys:
            QTest.keyClick(focused(), key, modifier or Qt.KeyboardModifier.NoModifier)
            self.check()

    def strike(self, text: str, *, key: int = 0, repeat: bool = False) -> None:
        """A key press that carries this text, as keyboards and systems of other kinds send it."""
        none = Qt.KeyboardModifier.NoModifier
        code = key or ord(text)
        event = QKeyEvent(QEvent.Type.KeyPress, code, none, text, repeat)
        QApplication.sendEvent(focused(), event)
        self.check()

    def click(self, widget: QWidget) -> None:
        QTest.mouseClick(widget, Qt.MouseButton.LeftButton)
        self.check()

    def check(self) -> None:
        assert QApplication.activeModalWidget() is None
        shown = [held for held in QApplication.topLevelWidgets() if held.isVisible()]
        assert shown == [self.window]


def focused() -> QWidget:
    held = QApplication.focusWidget()
    assert held is not None, "nothing has the focus"
    return held


def within(widget: QWidget, window: QWidget) -> QRect:
    """Where a widget lies in its window."""
    return QRect(widget.mapTo(window, QPoint(0, 0)), widget.size())


def is_whole(widget: QWidget, window: QWidget) -> bool:
    """Whether a widget lies in its window, covered by the edge of nothing that holds it."""
    place, held = within(widget, window), widget.parentWidget()
    while held and held is not window:
        if not within(held, window).contains(place):
            return False
        held = held.parentWidget()
    return window.rect().contains(place)
