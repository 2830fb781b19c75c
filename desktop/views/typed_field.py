"""One field: its name above, and below what is wrong with what is typed."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QEvent, QObject, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QLineEdit, QPlainTextEdit, QSizePolicy, QWidget

from desktop.tally.errors import PingyiError
from desktop.views.parts import filled, label
from desktop.views.theme import Theme
from desktop.words import Words

_ROWS = 2
"""Lines of a field for names that are seen at once."""


class TypedField(QWidget):
    """`read` gives the value of a text, or raises the PingyiError that is said below it.

    `written` is the text of a value. What is wrong stays as it was typed, and the value before it
    stands. Enter goes on to the next field; in a field of several lines it begins a line.
    """

    typed = Signal()
    left = Signal()
    """The focus went elsewhere: what is wrong is said at once."""

    def __init__(
        self,
        title: str,
        read: Callable[[str], Any],
        written: Callable[[Any], str],
        theme: Theme,
        words: Words,
        *,
        hint: str = "",
        lines: bool = False,
    ) -> None:
        super().__init__()
        self._read, self._written, self._words = read, written, words
        self._is_writing = False
        self.value: Any = read("")
        self.title = label(title, type="label", tone="quiet")
        self.edit: QLineEdit | QPlainTextEdit = _several(theme) if lines else QLineEdit()
        self.edit.setAccessibleName(title)
        self.edit.setPlaceholderText(hint)
        self.edit.setToolTip(hint)
        self.wrong = label(type="label", tone="bad", wrap=True)
        self.wrong.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.wrong.hide()
        self.title.setBuddy(self.edit)
        self.setFocusProxy(self.edit)
        column = filled(self)
        column.setSpacing(theme.room["step"] // 4)
        for part in (self.title, self.edit, self.wrong):
            column.addWidget(part)
        column.addStretch(1)
        self.edit.textChanged.connect(self._follow)
        self.edit.installEventFilter(self)

    @property
    def text(self) -> str:
        held = self.edit
        return held.text() if isinstance(held, QLineEdit) else held.toPlainText()

    @property
    def is_wrong(self) -> bool:
        """Whether what is typed was found wrong when it was last looked at."""
        return bool(self.wrong.text())

    def show_value(self, value: Any) -> None:
        """Put a value there that nobody typed."""
        self.value = value
        self._write(self._written(value))
        self._say("")

    def look(self) -> None:
        """Take over what is typed, or say what is wrong with it."""
        try:
            self.value = self._read(self.text)
        except PingyiError as error:
            self._say(error.sentence(self._words))
        else:
            self._say("")

    def tidy(self) -> None:
        """Write what was taken over as it is kept."""
        self.look()
        if not self.is_wrong and self.text != self._written(self.value):
            self._write(self._written(self.value))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.FocusOut:
            self.left.emit()
        elif isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            return self._goes_on(event)
        return super().eventFilter(watched, event)

    def _goes_on(self, event: QKeyEvent) -> bool:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and isinstance(
            self.edit, QLineEdit
        ):
            self.focusNextChild()
            return True
        return False

    def _write(self, text: str) -> None:
        self._is_writing = True
        edit = self.edit
        edit.setText(text) if isinstance(edit, QLineEdit) else edit.setPlainText(text)
        self._is_writing = False

    @Slot()
    def _follow(self) -> None:
        if not self._is_writing:
            self.typed.emit()

    def _say(self, sentence: str) -> None:
        self.wrong.setText(sentence)
        self.wrong.setVisible(bool(sentence))
        self.edit.setAccessibleDescription(sentence)


def _several(theme: Theme) -> QPlainTextEdit:
    made = QPlainTextEdit()
    made.setTabChangesFocus(True)
    made.setFrameShape(QFrame.Shape.NoFrame)
    made.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
    made.setFixedHeight(_ROWS * made.fontMetrics().lineSpacing() + 3 * theme.room["step"])
    return made


def titled(title: str, widget: QWidget, theme: Theme) -> QWidget:
    """A widget with its name above it, in line with fields beside it."""
    made = QWidget()
    column = filled(made)
    column.setSpacing(theme.room["step"] // 4)
    column.addWidget(label(title, type="label", tone="quiet"))
    column.addWidget(widget)
    column.addStretch(1)
    if title:
        widget.setAccessibleName(title)
    return made
