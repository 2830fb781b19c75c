"""The pages at the left: an icon and a word each, by keyboard with Ctrl and a digit."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QByteArray, QSize, Qt, Signal
from PySide6.QtGui import QIcon, QKeySequence, QPainter, QPixmap, QShortcut
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QButtonGroup, QToolButton, QVBoxLayout, QWidget

from desktop.assets import resource
from desktop.views.theme import Theme


@dataclass(frozen=True, slots=True)
class RailEntry:
    """A page by its id, the word under its icon, and the icon's name."""

    page: str
    text: str
    icon: str


class Rail(QWidget):
    """One entry is current."""

    page_chosen = Signal(str)

    def __init__(self, entries: Sequence[RailEntry], theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("rail")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setFixedWidth(theme.room["rail"])
        self.buttons: dict[str, QToolButton] = {}
        self._group = QButtonGroup(self)
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 8, 8, 8)
        for place, entry in enumerate(entries, 1):
            made = self._button(entry, theme, place)
            self.buttons[entry.page] = made
            column.addWidget(made)
        column.addStretch(1)

    def show_page(self, page: str) -> None:
        """Mark a page as the current one."""
        if page in self.buttons:
            self.buttons[page].setChecked(True)

    def _button(self, entry: RailEntry, theme: Theme, place: int) -> QToolButton:
        made = QToolButton()
        made.setText(entry.text)
        made.setCheckable(True)
        made.setIcon(tinted_icon(entry.icon, theme))
        made.setIconSize(QSize(round(26 * theme.scale), round(26 * theme.scale)))
        made.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextUnderIcon)
        made.setFixedWidth(theme.room["rail"] - 16)
        # a button's own shortcut waits 100 ms before it acts; keys meanwhile go to the old page
        QShortcut(QKeySequence(f"Ctrl+{place}"), self).activated.connect(made.click)
        made.setToolTip(f"{entry.text} (Ctrl+{place})")
        made.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        made.clicked.connect(lambda: self.page_chosen.emit(entry.page))
        self._group.addButton(made)
        return made


def tinted_icon(name: str, theme: Theme) -> QIcon:
    """An icon of `resources/icons/rail/` in the theme's quiet and accent colours."""
    source = resource("icons", "rail", f"{name}.svg").read_text(encoding="utf-8")
    icon = QIcon()
    for colour, state in (("quiet", QIcon.State.Off), ("accent", QIcon.State.On)):
        drawn = source.replace("currentColor", theme.colours[colour].name())
        pixmap = QPixmap(round(52 * theme.scale), round(52 * theme.scale))
        pixmap.fill(Qt.GlobalColor.transparent)
        painter = QPainter(pixmap)
        QSvgRenderer(QByteArray(drawn.encode())).render(painter)
        painter.end()
        icon.addPixmap(pixmap, QIcon.Mode.Normal, state)
    return icon
