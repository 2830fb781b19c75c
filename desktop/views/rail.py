"""The pages at the left: an icon and a word each, by keyboard with Ctrl and a digit.

A clerk has few, drawn large; where there are more than `_LARGE`, the word stands beside the icon.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QByteArray, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QIcon, QKeySequence, QPainter, QPixmap, QShortcut
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import (
    QButtonGroup,
    QFrame,
    QScrollArea,
    QSizePolicy,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from desktop.assets import resource
from desktop.views.parts import filled
from desktop.views.theme import Theme


@dataclass(frozen=True, slots=True)
class RailEntry:
    """A page by its id, the word with its icon, the icon's name, and the part it belongs to."""

    page: str
    text: str
    icon: str
    part: str = ""


_LARGE = 8
_DENSE = 16
"""Above so many, entries stand closer, so that a supervisor's fit a low screen."""
_KEYS = "1234567890"
"""With Ctrl, from the first page on; Ctrl with PgDn and PgUp reaches every one."""
_SCREENS = (1, 2, 3)
"""Device pixels to one of ours: an icon is drawn for each, for a scaled line is a blurred one."""


class Rail(QWidget):
    """One entry is current; what has no room on a low screen is scrolled to."""

    page_chosen = Signal(str)

    def __init__(self, entries: Sequence[RailEntry], theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("rail")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._theme, self._is_large = theme, len(entries) <= _LARGE
        self._is_dense = len(entries) > _DENSE
        self.setFixedWidth(theme.room["rail" if self._is_large else "rail_wide"])
        self.buttons: dict[str, QToolButton] = {}
        self._group = QButtonGroup(self)
        self._scroll = self._scrolling(entries)
        row = filled(self)
        row.setContentsMargins(0, 0, theme.frames["hairline"], 0)  # the line at the right
        row.addWidget(self._scroll)
        for key, by in ((Qt.Key.Key_PageDown, 1), (Qt.Key.Key_PageUp, -1)):
            shortcut = QShortcut(QKeySequence(Qt.Modifier.CTRL | key), self)
            shortcut.activated.connect(partial(self._step, by))

    def show_page(self, page: str) -> None:
        """Mark a page as the current one."""
        if page in self.buttons:
            self.buttons[page].setChecked(True)
            self._scroll.ensureVisible(0, self.buttons[page].geometry().center().y())

    def _step(self, by: int) -> None:
        """The page after the current one, or before it; round at the ends."""
        made = list(self.buttons.values())
        here = next((at for at, held in enumerate(made) if held.isChecked()), 0)
        made[(here + by) % len(made)].click()

    def _scrolling(self, entries: Sequence[RailEntry]) -> QScrollArea:
        held = QScrollArea()
        held.setWidgetResizable(True)
        held.setFrameShape(QFrame.Shape.NoFrame)
        held.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        held.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        held.setWidget(self._column(entries))
        return held

    def _column(self, entries: Sequence[RailEntry]) -> QWidget:
        inner, step = QWidget(), self._theme.room["step"]
        column = QVBoxLayout(inner)
        side = step // 2 if self._is_dense else step
        column.setContentsMargins(side, side, side, side)
        column.setSpacing(step if self._is_large else side // 4)
        for place, entry in enumerate(entries):
            if place and not self._is_large and entry.part != entries[place - 1].part:
                column.addSpacing(side)
            self.buttons[entry.page] = self._button(entry, _KEYS[place : place + 1])
            column.addWidget(self.buttons[entry.page])
        column.addStretch(1)
        return inner

    def _button(self, entry: RailEntry, key: str) -> QToolButton:
        made = QToolButton()
        made.setText(entry.text)
        made.setCheckable(True)
        self._draw(made, entry.icon)
        made.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        if key:
            # a button's own shortcut waits 100 ms before it acts; keys go to the old page meanwhile
            QShortcut(QKeySequence(f"Ctrl+{key}"), self).activated.connect(made.click)
        made.setToolTip(f"{entry.text} (Ctrl+{key})" if key else entry.text)
        made.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        made.clicked.connect(lambda: self.page_chosen.emit(entry.page))
        self._group.addButton(made)
        return made

    def _draw(self, button: QToolButton, icon: str) -> None:
        """Icon over word, or beside it; Qt has no word for the gap there, so the icon holds it."""
        style = Qt.ToolButtonStyle
        under, beside = style.ToolButtonTextUnderIcon, style.ToolButtonTextBesideIcon
        side = round((26 if self._is_large else 20) * self._theme.scale)
        gap = 0 if self._is_large else self._theme.room["step"] // 2
        button.setIcon(tinted_icon(icon, self._theme, side, gap))
        button.setIconSize(QSize(side + gap, side))
        button.setToolButtonStyle(under if self._is_large else beside)
        button.setProperty("beside", not self._is_large)
        button.setProperty("dense", self._is_dense)


def tinted_icon(name: str, theme: Theme, side: int, gap: int = 0) -> QIcon:
    """An icon of `resources/icons/rail/` in the theme's quiet and accent colours.

    `side` and the `gap` behind it are in pixels of the screen at its plainest.
    """
    source = resource("icons", "rail", f"{name}.svg").read_text(encoding="utf-8")
    icon = QIcon()
    for colour, state in (("quiet", QIcon.State.Off), ("accent", QIcon.State.On)):
        drawn = QSvgRenderer(QByteArray(_coloured(source, theme.colours[colour].name())))
        for fine in _SCREENS:
            icon.addPixmap(_picture(drawn, side, gap, fine), QIcon.Mode.Normal, state)
    return icon


def _coloured(source: str, colour: str) -> bytes:
    return source.replace("currentColor", colour).encode()


def _picture(drawn: QSvgRenderer, side: int, gap: int, fine: int) -> QPixmap:
    made = QPixmap((side + gap) * fine, side * fine)
    made.setDevicePixelRatio(fine)
    made.fill(Qt.GlobalColor.transparent)
    painter = QPainter(made)
    drawn.render(painter, QRectF(0, 0, side, side))
    painter.end()
    return made
