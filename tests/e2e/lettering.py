"""Words as the program letters them: what a picture of the real window is searched for.

Reads a kind and a text a line, as JSON; prints pictures of that text, as Base64.
"""

import base64
import json
import sys
from collections.abc import Iterator

from PySide6.QtCore import QBuffer, QRect, Qt
from PySide6.QtGui import QImage, QPixmap
from PySide6.QtWidgets import (
    QCheckBox,
    QFrame,
    QMenu,
    QStyle,
    QStyleOptionButton,
    QToolButton,
    QWidget,
)

from desktop.app import make_application, make_window
from desktop.store.keys import Home
from desktop.views.main_window import MainWindow
from desktop.views.parts import button, card, label
from desktop.views.theme import Theme

_TYPES = ("label", "body", "row", "name", "number")
_TONES = ("text", "quiet", "accent", "warn", "bad", "good")
_DRESSES = ("primary", "danger", "link")
_EDGE = 4
"""Points at the edge of a button that may hold its frame, and never its text."""


def main() -> int:
    application = make_application(sys.argv[:1])
    window = make_window(application, Home.of_user())
    for line in sys.stdin:
        kind, text = json.loads(line)
        looks = {_written(image) for image in _looks(kind, text, window)}
        print(json.dumps(sorted(looks)), flush=True)
    return 0


def _looks(kind: str, text: str, window: QWidget) -> Iterator[QImage]:
    """The text on the page and on a card, in every dress it may have there."""
    for ground in _grounds(window):
        for made, place in _KINDS[kind](text, ground):
            made.show()
            yield _tight(ground.grab(place).toImage())
            made.hide()


def _grounds(window: QWidget) -> Iterator[QWidget]:
    page = QWidget(window)
    page.setObjectName("page")
    frame: QFrame = card()[0]
    frame.setParent(window)
    for ground in (page, frame):
        ground.resize(1366, 100)
        yield ground
        ground.deleteLater()


_Placed = Iterator[tuple[QWidget, QRect]]


def _placed(made: QWidget, ground: QWidget, edge: int = 0) -> _Placed:
    """In two widths: what is centred may begin between two points."""
    made.setParent(ground)
    made.ensurePolished()
    size = made.sizeHint()
    for wider in (0, 1):
        made.setGeometry(_EDGE, _EDGE, size.width() + wider, size.height())
        yield made, made.geometry().adjusted(edge, edge, -edge, -edge)


def _buttons(text: str, ground: QWidget) -> _Placed:
    for dress in ("", "primary", "danger", "link", "hover"):
        made = button(text, **({dress: True} if dress in _DRESSES else {}))
        if dress == "hover":  # as one with a menu stays when the pointer leaves by way of it
            lit = _theme(ground).colours["accent_ground"].name()
            made.setStyleSheet(f"background: {lit}")
        yield from _placed(made, ground, 0 if dress == "link" else _EDGE)


def _theme(ground: QWidget) -> Theme:
    window = ground.window()
    assert isinstance(window, MainWindow)
    return window.theme


def _words(text: str, ground: QWidget) -> _Placed:
    for size in _TYPES:
        for tone in _TONES:
            yield from _placed(label(text, type=size, tone=tone), ground)


def _pages(text: str, ground: QWidget) -> _Placed:
    """Entries of the rail: beside their icon where there are many, under it where few."""
    style, icon = Qt.ToolButtonStyle, QPixmap(24, 20)
    icon.fill(Qt.GlobalColor.transparent)
    for how in (style.ToolButtonTextBesideIcon, style.ToolButtonTextUnderIcon):
        made = QToolButton()
        made.setText(text)
        made.setIcon(icon)
        made.setToolButtonStyle(how)
        made.setProperty("beside", how == style.ToolButtonTextBesideIcon)
        made.setCheckable(True)
        for is_current in (False, True):
            made.setChecked(is_current)
            yield from _placed(made, ground, _EDGE)


def _boxes(text: str, ground: QWidget) -> _Placed:
    made = QCheckBox(text)
    option = QStyleOptionButton()
    for held, place in _placed(made, ground):
        made.initStyleOption(option)
        inner = made.style().subElementRect(QStyle.SubElement.SE_CheckBoxContents, option, made)
        yield held, inner.translated(place.topLeft())


def _menu(text: str, ground: QWidget) -> _Placed:
    """An entry of a menu, while another one is chosen or none."""
    made = QMenu()
    made.addAction(text)
    yield from _placed(made, ground, 2 * _EDGE)


def _code(text: str, ground: QWidget) -> _Placed:
    """The admission code where it is shown large."""
    made = label(text, type="number")
    size = _theme(ground).type["number"] * 3 // 2
    made.setStyleSheet(f"font-size: {size}px; font-weight: bold")
    yield from _placed(made, ground)


_KINDS = {
    "button": _buttons,
    "words": _words,
    "page": _pages,
    "box": _boxes,
    "menu": _menu,
    "code": _code,
}


def _tight(image: QImage) -> QImage:
    """The text alone: without the lines and columns that are as bare as the corner."""
    plain = image.convertToFormat(QImage.Format.Format_RGB32)
    bare = plain.pixel(0, 0)
    inked = [
        (x, y)
        for y in range(plain.height())
        for x in range(plain.width())
        if plain.pixel(x, y) != bare
    ]
    assert inked
    left, right = min(x for x, _ in inked), max(x for x, _ in inked)
    top, bottom = min(y for _, y in inked), max(y for _, y in inked)
    return plain.copy(left, top, right - left + 1, bottom - top + 1)


def _written(image: QImage) -> str:
    held = QBuffer()
    held.open(QBuffer.OpenModeFlag.WriteOnly)
    image.save(held, "PNG")  # type: ignore[call-overload]
    return base64.b64encode(held.data().data()).decode("ascii")


if __name__ == "__main__":
    sys.exit(main())
