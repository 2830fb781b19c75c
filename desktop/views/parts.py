"""Small parts that every page is made of: labels by tone and type, cards, buttons."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QFrame,
    QLabel,
    QPushButton,
    QSizePolicy,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)


def label(text: str = "", *, type: str = "body", tone: str = "text", wrap: bool = False) -> QLabel:  # noqa: A002
    """A label whose size and colour the theme names; selectable by nobody, read as it stands."""
    made = QLabel(text)
    made.setTextFormat(Qt.TextFormat.PlainText)
    made.setProperty("type", type)
    made.setProperty("tone", tone)
    made.setWordWrap(wrap)
    return made


def set_tone(widget: QWidget, tone: str) -> None:
    """Give a label another colour of the theme."""
    if widget.property("tone") != tone:
        widget.setProperty("tone", tone)
        widget.style().unpolish(widget)
        widget.style().polish(widget)


def card(*, margin: int = 16, spacing: int = 8) -> tuple[QFrame, QVBoxLayout]:
    """A framed surface and the column inside it."""
    frame = QFrame()
    frame.setProperty("card", True)
    column = QVBoxLayout(frame)
    column.setContentsMargins(margin, margin, margin, margin)
    column.setSpacing(spacing)
    return frame, column


def button(
    text: str, *, primary: bool = False, danger: bool = False, link: bool = False
) -> QPushButton:
    """A button; Enter presses it when it has the focus, as Space does."""
    made = QPushButton(text)
    made.setAutoDefault(True)
    for name, is_set in (("primary", primary), ("danger", danger), ("link", link)):
        made.setProperty(name, is_set)
    return made


def number_box(least: int, most: int) -> QSpinBox:
    """A field for a whole number: typed, or changed with the arrow keys."""
    made = QSpinBox()
    made.setRange(least, most)
    made.lineEdit().setTextMargins(6, 0, 6, 0)
    return made


def set_primary(made: QPushButton, *, is_primary: bool) -> None:
    """Light a button, or not: what cannot be done now does not ask to be pressed."""
    if made.property("primary") != is_primary:
        made.setProperty("primary", is_primary)
        made.style().unpolish(made)
        made.style().polish(made)


def badge(text: str = "") -> QLabel:
    """A short word in a coloured ground."""
    made = label(text)
    made.setProperty("badge", True)
    made.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
    return made


def filled(widget: QWidget) -> QVBoxLayout:
    """A column without margins inside a widget."""
    column = QVBoxLayout(widget)
    column.setContentsMargins(0, 0, 0, 0)
    return column
